/**
 * The looks in which each page is inspected in each engine, as lists. A page is opened once per list, and switched from
 * one look to the next. A new theme, language or width is a value below, and is combined with every other value.
 *
 * @typedef {(page: import('./stress.mjs').Page) => Promise<string[]>} Reader an interaction with the page; resolves with problems
 *
 * @typedef {object} Look
 * @property {number} width in CSS pixels
 * @property {number} height
 * @property {string} scheme
 * @property {boolean} [forced] with forced colours
 * @property {boolean} [print] on paper
 * @property {boolean} [spaced] with text spacing (WCAG 2.2, 1.4.12)
 * @property {Reader} [reader] an interaction to run; nothing else is inspected then
 * @property {{theme: string, language: string, words?: string}} [dress] theme and language to apply; without it the page is unmodified
 *
 * @typedef {object} Opening
 * @property {boolean} touch whether it has a touch screen
 * @property {Look[]} looks the page is opened in the first
 */
import {everyone, pairwise} from './pairs.mjs';

export const ENGINES = ['chromium', 'firefox', 'webkit'];

/**
 * Pages with the same elements as another, which they tell in Spanish: they are looked at as they are in Chromium, light
 * and on paper, where all text is measured, and the other stands for both in the pairs and in the other engines.
 */
export const TWINS = {
  'articulo-es': 'article-en',
  'cifras-es': 'figures',
  'contado-es': 'told-en',
  'tormenta-contada-es': 'storm-told-en',
  'tormenta-es': 'storm-en',
};

const FACTORS = {
  theme: ['paper', 'night', 'contrast', 'broadsheet', 'bold'],
  scheme: ['light', 'dark'],
  language: ['en', 'es', 'pt', 'fr', 'ar', 'pseudo'],
  // 1280 px at 400 % zoom.
  shape: ['1280', '1280 spaced', '360', '320 spaced'],
};

const HEIGHTS = {1280: 900, 768: 900, 700: 1000, 360: 740, 320: 740};
const sized = (width, scheme, more) => ({width, height: HEIGHTS[width], scheme, ...more});

/**
 * The looks of every unmodified page, by engine: one list per opening. Looks of one width follow each other, as a page is
 * scrolled through whenever its width changes.
 */
const AS_IT_IS = {
  chromium: [
    [
      sized(768, 'light'),
      sized(700, 'dark', {print: true}),
      sized(1280, 'light'),
      sized(1280, 'dark'),
      sized(1280, 'dark', {forced: true}),
    ],
    // Opened in dark mode, to test that dark needs no change of the scheme.
    [sized(360, 'dark'), sized(360, 'light')],
  ],
  firefox: [[sized(1280, 'light')]],
  webkit: [[sized(1280, 'light')]],
};

/** Colours depend on no language. */
const isOfWords = ({scheme, print}) => print || scheme === 'light';

/** The look of a page for interactions. */
export const READING = {touch: false, looks: [sized(1280, 'light')]};

/** Only Chromium windows can be as narrow as a phone. */
const allows = ({engine = 'chromium', shape = '1280'}) => engine === 'chromium' || shape.startsWith('1280');

/**
 * Looks of unmodified pages cover pairs too; but that Firefox and WebKit have seen a language does not say that they can
 * be switched to it.
 */
const seedsOf = ({name, language}) =>
  ENGINES.flatMap((engine) =>
    AS_IT_IS[engine].flat().flatMap(({width, scheme, forced, print}) => {
      const shape = String(width);
      return forced || print || !FACTORS.shape.includes(shape)
        ? []
        : [{engine, page: name, theme: 'paper', scheme, shape, ...(engine === 'chromium' && {language})}];
    }),
  );

const lookOf = ({theme, scheme, language, shape}) => {
  const [width, spaced] = shape.split(' ');
  const dress = language === 'pseudo' ? {theme, language: 'en', words: '/pseudo.js'} : {theme, language};
  return sized(Number(width), scheme, {spaced: Boolean(spaced), dress});
};

/**
 * @param {readonly {name: string, language: string}[]} pages with their languages
 * @param {{all?: boolean}} options whether to use all combinations instead of all pairs
 * @returns {(engine: string, page: string) => Opening[]}
 */
export const planLooks = (pages, {all = false} = {}) => {
  const combine = all ? everyone : pairwise;
  const paired = pages.filter(({name}) => !(name in TWINS));
  const factors = {engine: ENGINES, page: paired.map(({name}) => name), ...FACTORS};
  const rows = combine(factors, {seeds: paired.flatMap(seedsOf), allows, cheapFirst: 'engine'});
  return (engine, page) =>
    (engine !== 'chromium' && page in TWINS ? [] : AS_IT_IS[engine]).map((opening) => {
      const own = page in TWINS ? opening.filter(isOfWords) : opening;
      const isNarrow = own[0].width < 480;
      const looks = rows
        .filter((row) => row.engine === engine && row.page === page)
        .map(lookOf)
        .filter(({width}) => width < 480 === isNarrow)
        // Longer messages cannot be removed again.
        .sort((a, b) => Boolean(a.dress.words) - Boolean(b.dress.words) || b.width - a.width);
      return {touch: isNarrow, looks: [...own, ...looks]};
    });
};

/** @param {Look} look */
export const nameOf = ({width, scheme, forced, print, spaced, dress}) =>
  [
    print ? 'paper' : width,
    ...(dress ? [dress.theme] : []),
    forced ? 'forced' : scheme,
    ...(dress ? [dress.words ? 'pseudo' : dress.language] : []),
    ...(spaced ? ['spaced'] : []),
  ].join(' ');
