import {describe, expect, test} from 'vitest';
import {direction, joinWords, loadAllMessages, type Messages, messages} from '../../src/i18n/index.js';
import {pseudo} from '../pseudo.js';

const languages = ['en', 'es', 'pt', 'fr', 'ar'] as const;
await loadAllMessages();
const COUNTS = [0, 1, 2, 21, 1000];

/** All texts of the messages by path; functions are called with sample arguments by their parameter names. */
function textsOf(value: unknown, path: string, found = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'string') found.set(path, value);
  else if (typeof value === 'function')
    for (const [name, text] of callsOf(value as Caller, path)) found.set(`${path}(${name})`, text);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) textsOf(item, path ? `${path}.${key}` : key, found);
  return found;
}

type Caller = (...values: unknown[]) => string;

/** Functions that take formatted texts, with samples. All others take counts. */
const WORDS: Readonly<Record<string, readonly unknown[]>> = {
  corrected: ['DATE'],
  claimedBy: ['NAME'],
  asOf: ['DATE'],
  published: ['DATE'],
  accessed: ['DATE'],
  editedBy: ['NAMES'],
  version: ['1.2.0'],
  copyOf: ['NAME'],
  updated: ['DATE'],
  by: ['NAMES'],
  wheelHint: ['Ctrl'],
  mapShows: ['Chile'],
  beyondMap: ['Gurupi (54 km)'],
  overlaysFailed: ['Track'],
  radius: ['4 km'],
  bordersAsSeenBy: ['COUNTRY'],
  noPointOfView: ['CODE', 'CODES'],
  obscured: ['REASON'],
  foreignMedia: ['HOST'],
  foreignTiles: ['HOST'],
  allowHost: ['HOST'],
  find: ['GROUP'],
  listPart: ['12–20', 'EVENTS', 'DATE'],
  eventsAt: ['EVENTS', 56],
  chart: ['MEASURE'],
  chartSummary: ['FIGURES', 'CLAIMANTS', 'PERIOD'],
  gapOf: ['PERIOD'],
  noMeasure: ['MEASURE'],
  approximate: ['DATE'],
  uncertain: ['DATE'],
  approximateUncertain: ['DATE'],
  seasonOf: ['SEASON', '2024'],
  decade: ['1950'],
  someMonthOf: ['2024'],
  someDayOf: ['DATE'],
  fromTo: ['DATE', 'OTHER'],
  since: ['DATE'],
  until: ['DATE'],
  unknownStart: ['DATE'],
  unknownEnd: ['DATE'],
  bce: ['44'],
  pause: ['13 months'],
  later: ['4 months'],
  selectedAt: ['DATE'],
  beforeCount: ['EVENTS'],
  afterCount: ['EVENTS'],
};

function callsOf(call: Caller, path: string): [string, string][] {
  if (path === 'notice') {
    return (['network', 'http', 'not-json', 'not-dataset'] as const).flatMap((code) => [
      [code, call({code, url: 'x.json', ...(code === 'http' && {httpStatus: 404})})],
      [`${code}, detail`, call({code, url: 'x.json', httpStatus: 404, detail: 'DETAIL'})],
    ]);
  }
  const words = WORDS[path] ?? (path.startsWith('comparator.') ? ['72'] : undefined);
  if (words) return [['words', call(...words)]];
  // Skip century 0, and centuries too far away to be named.
  const counts = path === 'century' ? COUNTS.slice(1, -1) : COUNTS;
  return counts.map((n) => [String(n), call(n, n)]);
}

describe.each(languages)('%s', (language) => {
  const text = messages(language);
  const texts = textsOf(text, '');

  test('has a text for everything, and nothing that is not text', () => {
    expect(texts.size).toBeGreaterThan(180);
    for (const [path, value] of texts) {
      expect(typeof value, path).toBe('string');
      expect(value.trim(), path).not.toBe('');
      if (path !== 'comma') expect(value, path).toBe(value.trim());
      expect(value, path).not.toMatch(/undefined|NaN|null|\[object|\s{2}|\$\{| ,|\(\)/);
    }
  });

  test('uses all that it is given', () => {
    for (const [name, words] of Object.entries(WORDS)) {
      const said = texts.get(`${name}(words)`);
      for (const word of words)
        expect(said, name).toContain(
          typeof word === 'number' ? new Intl.NumberFormat(language).format(word) : word,
        );
    }
    expect(texts.get('notice(http)')).toContain('404');
    expect(texts.get('notice(network, detail)')).toContain('DETAIL');
    expect(texts.get('notice(not-json)')).toContain('x.json');
  });

  test('groups numbers as the rest of the page', () => {
    const options = {useGrouping: 'always'} as Intl.NumberFormatOptions;
    const grouped = new Intl.NumberFormat(language, options).format(1000);
    for (const [path, value] of texts) {
      if (!path.endsWith('(1000)') || /^(century|sourceNumber|begin)/.test(path)) continue;
      expect(value, path).toContain(grouped);
    }
  });

  test('one is one, many are many', () => {
    const counted = [...texts.keys()].filter((path) => path.endsWith('(1)')).map((path) => path.slice(0, -3));
    expect(counted.length).toBeGreaterThan(12);
    const invariable = new Set([
      'undatedCount',
      'unplacedCount',
      'uncitedCount',
      'sourceNumber',
      'century',
      'more',
      'found',
      'disputedCount',
      'otherCounts',
      // In Arabic, with its digits.
      'group',
      'moreFigures',
    ]);
    for (const path of counted) {
      if (invariable.has(path)) continue;
      const [one, two, many] = ['1', '2', '21'].map((n) => texts.get(`${path}(${n})`)?.replace(/\d+/g, '#'));
      expect(one, path).not.toBe(two);
      // Arabic has six forms: below.
      if (language !== 'ar') expect(two, path).toBe(many);
    }
  });
});

test.each(languages)('%s has the texts that English has', (language) => {
  expect([...textsOf(messages(language), '').keys()]).toEqual([...textsOf(messages('en'), '').keys()]);
});

test.each(languages.slice(1))('no sentence was left in English in %s', (language) => {
  /** Words that two languages have, their numbers aside. */
  const shared =
    /^(grade\.|sources$|corrections$|sourceNumber|sourcesOf|decade|century|bce|seasonOf|unitName|license$|version)|^(no|original)$/i;
  const english = textsOf(messages('en'), '');
  const same = [...textsOf(messages(language), '')].filter(
    ([path, value]) => /\p{L}{3}/u.test(value) && english.get(path) === value && !shared.test(path),
  );
  expect(same).toEqual([]);
});

test.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['es', 'es'],
  ['ES-ve', 'es'],
  ['es-419', 'es'],
  ['pt-BR', 'pt'],
  ['ar-EG', 'ar'],
  ['de', 'en'],
  ['', 'en'],
])('the words for %j are those of %s', (locale, language) => {
  expect(messages(locale).timeline).toBe(messages(language).timeline);
});

test('numbers within sentences have the digits and marks of the locale', () => {
  expect(messages('ar-EG').shownOf(12, 1045)).toBe('١٢ من ١٬٠٤٥ حدثًا');
  expect(messages('ar-EG-u-nu-latn').shownOf(12, 1045)).toBe('12 من 1,045 حدثًا');
  expect(messages('es-u-nu-arab').group(3)).toContain('٣');
  expect(messages('').events(1000)).toBe('1,000 events');
  expect(messages('en-IN').events(1234567)).toBe('12,34,567 events');
});

test('parts of a line have the comma of the language between them, and what is empty has none', () => {
  expect(joinWords(['أ', '', false, undefined, 'ب'], 'ar')).toBe('أ، ب');
  expect(joinWords(['a', 'b'], 'fr')).toBe('a, b');
});

describe('English', () => {
  const text = messages('en');
  test.each<[(t: Messages) => string, string]>([
    [(t) => t.events(0), '0 events'],
    [(t) => t.events(1), '1 event'],
    [(t) => t.events(21), '21 events'],
    [(t) => t.shownOf(1, 1), '1 of 1 event'],
    [(t) => t.shownOf(1000, 1200), '1,000 of 1,200 events'],
    [(t) => t.citedBy(1), 'cited by 1 entry'],
    [
      (t) => [1, 2, 3, 4, 11, 12, 13, 20, 21, 22, 111].map((n) => t.century(n).split(' ')[0]).join(' '),
      '1st 2nd 3rd 4th 11th 12th 13th 20th 21st 22nd 111th',
    ],
  ])('%#', (say, words) => {
    expect(say(text)).toBe(words);
  });
});

describe('Spanish', () => {
  const text = messages('es');
  test.each<[(t: Messages) => string, string]>([
    [(t) => t.events(1), '1 hecho'],
    [(t) => t.events(1000), '1.000 hechos'],
    [(t) => t.asOf('15 de diciembre de 2025'), 'al 15 de diciembre de 2025'],
    [(t) => t.asOf('diciembre de 2025'), 'a diciembre de 2025'],
    [(t) => t.asOf('2025'), 'a 2025'],
    [(t) => t.asOf('hacia el 26 de diciembre de 2025'), 'hacia el 26 de diciembre de 2025'],
    [(t) => t.since('1 de enero de 2025'), 'desde el 1 de enero de 2025'],
    [(t) => t.since('siglo XIX'), 'desde el siglo XIX'],
    [(t) => t.fromTo('1 de enero de 2025', 'marzo de 2025'), 'del 1 de enero de 2025 a marzo de 2025'],
    [(t) => t.comparator['~']('6,4 millones'), 'cerca de 6,4 millones'],
    [
      (t) => [1, 4, 9, 14, 19, 20, 21, 40, 99].map((n) => t.century(n).slice(6)).join(' '),
      'I IV IX XIV XIX XX XXI XL XCIX',
    ],
  ])('%#', (say, words) => {
    expect(say(text)).toBe(words);
  });
});

describe('Portuguese', () => {
  const text = messages('pt');
  test.each<[(t: Messages) => string, string]>([
    [(t) => t.events(1000), '1.000 fatos'],
    [(t) => t.asOf('15 de dezembro de 2025'), 'em 15 de dezembro de 2025'],
    [(t) => t.since('século XIX'), 'desde o século XIX'],
    [
      (t) => t.fromTo('1 de janeiro de 2025', 'primavera de 2025'),
      'de 1 de janeiro de 2025 à primavera de 2025',
    ],
    [(t) => t.century(21), 'século XXI'],
  ])('%#', (say, words) => {
    expect(say(text)).toBe(words);
  });
});

describe('French', () => {
  const text = messages('fr');
  test.each<[(t: Messages) => string, string]>([
    [(t) => t.events(0), '0 fait'],
    [(t) => t.events(1000), '1\u202f000 faits'],
    [(t) => t.asOf('15 décembre 2025'), 'au 15 décembre 2025'],
    [(t) => t.fromTo('1 janvier 2025', 'mars 2025'), 'du 1 janvier 2025 à mars 2025'],
    [(t) => t.fromTo('avril 2025', 'été 2025'), 'd’avril 2025 à l’été 2025'],
    [(t) => t.until('25 juillet 2024'), 'jusqu’au 25 juillet 2024'],
    [(t) => t.century(1), 'Ier siècle'],
    [(t) => t.century(21), 'XXIe siècle'],
  ])('%#', (say, words) => {
    expect(say(text)).toBe(words);
  });
});

describe('Arabic', () => {
  test('has its six forms', () => {
    const {events} = messages('ar');
    expect([0, 1, 2, 3, 11, 100].map(events)).toEqual([
      'لا أحداث',
      'حدث واحد',
      'حدثان',
      '3 أحداث',
      '11 حدثًا',
      '100 حدث',
    ]);
    expect(messages('ar').shownOf(1, 2)).toBe('1 من حدثين');
  });

  test('is written from right to left, and names keep their own direction', () => {
    expect(['ar', 'ar-EG', 'fa', 'he', 'ur-PK', 'uz-Arab', 'dv'].map(direction)).toEqual(
      Array(7).fill('rtl'),
    );
    expect(['en', 'es-419', 'uz', 'zh', '', 'und'].map(direction)).toEqual(Array(6).fill('ltr'));
    expect(messages('ar').claimedBy('Foro Penal')).toBe('بحسب \u2068Foro Penal\u2069');
  });
});

test('pseudo-localised words are longer, and have all that they are given', () => {
  const text = pseudo(messages('en'));
  expect(text.timeline).toMatch(/^Tîmëlîñëő+$/);
  expect(text.timeline.length).toBeGreaterThanOrEqual(1.3 * 'Timeline'.length);
  expect(text.claimedBy('NAME')).toContain('NAME');
  expect(text.status.disputed.length).toBeGreaterThan(10);
});
