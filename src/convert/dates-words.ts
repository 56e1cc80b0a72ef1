import {foldWord} from './fold.js';

/** What a word says in a date. */
export type Meaning =
  | {readonly is: 'month' | 'season' | 'quarter'; readonly value: number}
  | {readonly is: Sign};

/**
 * `to` is between two dates, and `and` too where `between` comes first; `part` is of what follows, as "early"; `skip`
 * says nothing.
 */
type Sign =
  | 'to'
  | 'and'
  | 'between'
  | 'about'
  | 'perhaps'
  | 'part'
  | 'before'
  | 'after'
  | 'bce'
  | 'ce'
  | 'decade'
  | 'century'
  | 'now'
  | 'am'
  | 'pm'
  | 'utc'
  | 'hour'
  | 'ordinal'
  | 'skip';

/** Months in English, Spanish, French, Portuguese and Arabic (of Egypt, the Levant and the Maghreb), with short forms. */
const MONTHS: readonly string[] = [
  'january jan enero ene janvier janv janeiro يناير جانفي',
  'february feb febrero fevrier fevr fev fevereiro فبراير شباط فيفري',
  'march mar marzo mars marco مارس اذار',
  'april apr abril abr avril avr ابريل نيسان افريل',
  'may mayo mai maio مايو ايار ماي',
  'june jun junio juin junho يونيو حزيران جوان',
  'july jul julio juillet juil julho يوليو تموز جويلية',
  'august aug agosto ago aout اغسطس اب اوت',
  'september sept sep septiembre setiembre septembre setembro set سبتمبر ايلول',
  'october oct octubre octobre outubro out اكتوبر',
  'november nov noviembre novembre novembro نوفمبر',
  'december dec diciembre dic decembre dezembro dez ديسمبر',
];

/** By their numbers in EDTF: spring 21, summer 22, autumn 23, winter 24. */
const SEASONS: readonly string[] = [
  'spring primavera printemps ربيع الربيع',
  'summer verano ete verao صيف الصيف',
  'autumn fall otono automne outono خريف الخريف',
  'winter invierno hiver inverno شتاء الشتاء',
];

const SIGNS: Readonly<Record<Sign, string>> = {
  to: 'to a until till through al ate au aux الى حتى',
  and: 'and y e et و',
  between: 'between entre بين',
  about:
    'c ca circa about around approx approximately aprox aproximadamente hacia alrededor cerca vers environ env volta حوالي نحو تقريبا',
  perhaps:
    'perhaps possibly probably maybe quiza quizas posiblemente probablemente peut etre possiblement probablement talvez possivelmente provavelmente ربما',
  part: 'early mid middle late end beginning start principios comienzos inicios mediados finales fines debut mi milieu fin inicio comeco meados fim final اوائل منتصف اواخر',
  before: 'before antes avant قبل',
  after: 'after since desde depois despues apres depuis بعد منذ',
  bce: 'bce bc ac ق.م',
  ce: 'ce ad dc م ميلادي ميلادية',
  decade: 'decade decada decenio decennie annees anos عقد عقود',
  century: 'century siglo siecle seculo sec s القرن قرن',
  now: 'now today present presente actualidad hoy ongoing curso hoje atualidade aujourd present الان اليوم',
  am: 'am ص',
  pm: 'pm',
  utc: 'utc gmt z',
  hour: 'h hs',
  ordinal: 'st nd rd th er re o',
  skip: `of the in on at from de del la el los las do da dos das du des le les en no na em d l h a por
    monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun
    lunes martes miercoles jueves viernes sabado domingo lundi mardi mercredi jeudi vendredi samedi dimanche
    segunda terca quarta quinta sexta feira ano year year annee an hui
    الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت الاحد في من عام سنة شهر هـ`,
};

/** Phrases of several words, in the form that `foldWord` gives them, and the word that takes their place. */
const PHRASES: readonly (readonly [phrase: string, word: string])[] = [
  ['antes de la era comun', 'bce'],
  ['antes de cristo', 'bce'],
  ['despues de cristo', 'ce'],
  ['depois de cristo', 'ce'],
  ['avant jesus-christ', 'bce'],
  ['avant notre ere', 'bce'],
  ['av. j.-c.', 'bce'],
  ['av. j.-c', 'bce'],
  ['av. j. c.', 'bce'],
  ['av j-c', 'bce'],
  ['apr. j.-c.', 'ce'],
  ['ap. j.-c.', 'ce'],
  ['b.c.e.', 'bce'],
  ['b.c.', 'bce'],
  ['a. de c.', 'bce'],
  ['d. de c.', 'ce'],
  ['a. c.', 'bce'],
  ['a.c.', 'bce'],
  ['d. c.', 'ce'],
  ['d.c.', 'ce'],
  ['a.d.', 'ce'],
  ['c.e.', 'ce'],
  ['قبل الميلاد', 'bce'],
  ['ق.م.', 'bce'],
  ['ق.م', 'bce'],
  ['a.m.', 'am'],
  ['p.m.', 'pm'],
  ['كانون الثاني', 'january'],
  ['تشرين الاول', 'october'],
  ['تشرين الثاني', 'november'],
  ['كانون الاول', 'december'],
  ['hasta hoy', 'now'],
  ['hasta la fecha', 'now'],
  ['حتى الان', 'now'],
  ['en curso', 'now'],
  ['em curso', 'now'],
  ['en cours', 'now'],
  ['por volta de', 'about'],
  ['mid-', 'mid '],
  ['mi-', 'mi '],
  ['to date', 'now'],
];

const meanings = new Map<string, Meaning>();
const learn = (words: string, meaning: Meaning) => {
  for (const word of words.split(/\s+/))
    if (!meanings.has(foldWord(word))) meanings.set(foldWord(word), meaning);
};
MONTHS.forEach((words, i) => {
  learn(words, {is: 'month', value: i + 1});
});
SEASONS.forEach((words, i) => {
  learn(words, {is: 'season', value: i + 21});
});
for (const i of [1, 2, 3, 4]) learn(`q${i} t${i}`, {is: 'quarter', value: i});
for (const [is, words] of Object.entries(SIGNS)) learn(words, {is: is as Sign});

const phraseWords = new Map(PHRASES.map(([phrase, word]) => [foldWord(phrase), word]));
const escaped = [...phraseWords.keys()].map((phrase) => phrase.replace(/[.\\]/g, '\\$&'));
/** Each phrase where no letter stands before it; after one that ends in a letter, none either. */
const PHRASE = new RegExp(
  `(?<!\\p{L})(?:${escaped.map((phrase) => (/\p{L}$/u.test(phrase) ? `${phrase}(?!\\p{L})` : phrase)).join('|')})`,
  'gu',
);

/** A folded text with each phrase as one word. */
export const joinPhrases = (text: string): string =>
  text.replace(PHRASE, (phrase) => ` ${phraseWords.get(phrase) ?? ''} `);

/** What a folded word says; undefined when it is none of a date. */
export const meaningOf = (word: string): Meaning | undefined => meanings.get(word);
