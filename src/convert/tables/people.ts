import {foldWord} from '../fold.js';

/** Counts of people in five languages, by the beginnings of their words. */
const PEOPLE =
  /(?<!\p{L})(?:deaths?|dead|killed|fatalit|casualt|injured|wounded|missing|displaced|affected|evacuat|homeless|victims?|detained|arrest|people|persons|muert|fallecid|herid|desaparecid|desplazad|afectad|evacuad|damnificad|victimas?|detenid|personas|mort|deces|bless|disparus|deplaces|evacues|sinistr|victimes|mortes|obitos|ferid|desaloja|desabriga|atingid|vitimas|pessoas|القتلى|قتلى|وفيات|الجرحى|جرحى|المفقودين|نازح|ضحايا)/u;

/** Whether a column is of counts of people, by its header. */
export const countsPeople = (header: string): boolean => PEOPLE.test(foldWord(header.slice(0, 200)));
