/**
 * What is looked at: the looks of each page in each engine, as lists. A page is opened once for each list, and put from
 * one look into the next. A new theme, language or width is a value below, and meets every value of the others.
 *
 * @typedef {object} Look
 * @property {number} width in CSS pixels
 * @property {number} height
 * @property {string} scheme
 * @property {boolean} [forced] in the colours of the system
 * @property {boolean} [spaced] with the spacing of text that a reader may ask for
 * @property {{theme: string, language: string, words?: string}} [dress] what it is put into; without it is as its author has it
 *
 * @typedef {object} Opening
 * @property {boolean} touch whether its screen is touched
 * @property {Look[]} looks the first is what it is opened in
 */
import {everyone, pairwise} from './pairs.mjs';

export const ENGINES = ['chromium', 'firefox', 'webkit'];

const FACTORS = {
  theme: ['paper', 'night', 'contrast', 'broadsheet', 'bold'],
  scheme: ['light', 'dark'],
  language: ['en', 'es', 'pt', 'fr', 'ar', 'pseudo'],
  // 320 is what 400 % of zoom leave of 1280.
  shape: ['1280', '1280 spaced', '360', '320 spaced'],
};

const HEIGHTS = {1280: 900, 768: 900, 360: 740, 320: 740};
const sized = (width, scheme, more) => ({width, height: HEIGHTS[width], scheme, ...more});

/** What every page is seen in, as its author has it, by engine: one list for each opening. */
const AS_IT_IS = {
  chromium: [
    [sized(1280, 'light'), sized(768, 'light'), sized(1280, 'dark'), sized(1280, 'dark', {forced: true})],
    // Opened in the dark: there it must not need a change to be dark.
    [sized(360, 'dark'), sized(360, 'light')],
  ],
  firefox: [[sized(1280, 'light')]],
  webkit: [[sized(1280, 'light')]],
};

/** What a page is opened in when somebody does something there. */
export const READING = {touch: false, looks: [sized(1280, 'light')]};

/** Only Chromium becomes as narrow as a telephone. */
const allows = ({engine = 'chromium', shape = '1280'}) => engine === 'chromium' || shape.startsWith('1280');

/** Looks of the pages as they are are pairs too. */
const seedsOf = ({name, language}) =>
  ENGINES.flatMap((engine) =>
    AS_IT_IS[engine].flat().flatMap(({width, scheme, forced}) => {
      const shape = String(width);
      return forced || !FACTORS.shape.includes(shape)
        ? []
        : [{engine, page: name, theme: 'paper', scheme, language, shape}];
    }),
  );

const lookOf = ({theme, scheme, language, shape}) => {
  const [width, spaced] = shape.split(' ');
  const dress = language === 'pseudo' ? {theme, language: 'en', words: '/pseudo.js'} : {theme, language};
  return sized(Number(width), scheme, {spaced: Boolean(spaced), dress});
};

/**
 * @param {readonly {name: string, language: string}[]} pages with the language that each is written in
 * @param {{all?: boolean}} options whether all values meet, not only every two
 * @returns {(engine: string, page: string) => Opening[]}
 */
export const planLooks = (pages, {all = false} = {}) => {
  const combine = all ? everyone : pairwise;
  const factors = {engine: ENGINES, page: pages.map(({name}) => name), ...FACTORS};
  const rows = combine(factors, {seeds: pages.flatMap(seedsOf), allows});
  return (engine, page) =>
    AS_IT_IS[engine].map((own) => {
      const isNarrow = own[0].width < 480;
      const looks = rows
        .filter((row) => row.engine === engine && row.page === page)
        .map(lookOf)
        .filter(({width}) => width < 480 === isNarrow)
        // Longer words stay once they are there.
        .sort((a, b) => Boolean(a.dress.words) - Boolean(b.dress.words) || b.width - a.width);
      return {touch: isNarrow, looks: [...own, ...looks]};
    });
};

/** @param {Look} look */
export const nameOf = ({width, scheme, forced, spaced, dress}) =>
  [
    width,
    ...(dress ? [dress.theme] : []),
    forced ? 'forced' : scheme,
    ...(dress ? [dress.words ? 'pseudo' : dress.language] : []),
    ...(spaced ? ['spaced'] : []),
  ].join(' ');
