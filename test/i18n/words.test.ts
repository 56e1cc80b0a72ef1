import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {type Comparator, EMPTY_DATASET, parseDataset} from '../../src/core/dataset/index.js';
import {createStore} from '../../src/core/store/index.js';
import {intervalOf} from '../../src/core/time/index.js';
import {
  chooseText,
  describeView,
  firstSentence,
  formatDistance,
  formatFigure,
  formatNumber,
  formatShort,
  safeUrl,
} from '../../src/i18n/index.js';

/** Some spaces of Intl are not breaking. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('numbers', () => {
  test.each<[number, Comparator, string, string]>([
    [71, '=', '71', '71'],
    [902, '=', '902', '902'],
    [1234, '=', '1,234', '1.234'],
    [12_345, '=', '12,345', '12.345'],
    [6_400_000, '~', 'about 6.4 million', 'cerca de 6,4 millones'],
    [7_000_000, '>', 'more than 7 million', 'más de 7 millones'],
    [1_000_000, '=', '1 million', '1 millón'],
    [6_408_844, '=', '6,408,844', '6.408.844'],
    [72, '>=', 'at least 72', 'al menos 72'],
    [72, '<=', 'at most 72', 'como máximo 72'],
    [72, '<', 'fewer than 72', 'menos de 72'],
    [0, '=', '0', '0'],
    [43.2, '=', '43.2', '43,2'],
    [0.00012, '=', '0.00012', '0,00012'],
    [51.198_7, '=', '51.1987', '51,1987'],
    [4_350_000, '=', '4.35 million', '4,35 millones'],
    [1_200_000_000, '>=', 'at least 1.2 billion', 'al menos 1,2 mil millones'],
    [999_999_999_999, '=', '999,999,999,999', '999.999.999.999'],
    [1e12, '~', 'about 1 trillion', 'cerca de 1 billón'],
  ])('%d %s', (value, comparator, en, es) => {
    expect([formatFigure(value, comparator, 'en'), formatFigure(value, comparator, 'es')].map(plain)).toEqual(
      [en, es],
    );
  });

  test('“9 at least” in Arabic keeps together where it stands beside other numbers', () => {
    for (const comparator of ['>=', '>', '<=', '<', '~'] as const)
      expect(formatFigure(9, comparator, 'ar')).toMatch(/^\u2068.*[\u0600-\u06ff].*\u2069$/);
    expect(formatFigure(9, '=', 'ar')).toBe('9');
  });

  test('a figure in millions loses no digit that was given', () => {
    for (const value of [6_430_000, 1_010_000, 999_990_000, 1_234_560_000]) {
      const said = formatFigure(value, '=', 'en');
      const [, digits = '', unit = ''] = /^([\d.,]+) ?(million|billion)?$/.exec(said) ?? [];
      const size = {million: 1e6, billion: 1e9}[unit] ?? 1;
      expect(Math.round(Number(digits.replaceAll(',', '')) * size), said).toBe(value);
    }
  });

  test.each([
    [0, '0', '0'],
    [0.1 + 0.2, '0.3', '0,3'],
    [12.25, '12.25', '12,25'],
    [500, '500', '500'],
    [1500, '1,500', '1.500'],
    [15_000, '15K', '15 mil'],
    [122_500, '123K', '123 mil'],
    [1_500_000, '1.5M', '1,5 M'],
    [-25_000, '-25K', '-25 mil'],
    [1e12, '1T', '1 B'],
  ])('%d on an axis', (value, en, es) => {
    expect([formatShort(value, 'en'), formatShort(value, 'es')].map(plain)).toEqual([en, es]);
  });

  test.each([
    [800, '800 m', '800 m'],
    [999.6, '1 km', '1 km'],
    [1000, '1 km', '1 km'],
    [4500, '4.5 km', '4,5 km'],
    [9960, '10 km', '10 km'],
    [10_400, '10 km', '10 km'],
    [1_234_000, '1,234 km', '1.234 km'],
  ])('%d metres', (metres, en, es) => {
    expect([formatDistance(metres, 'en'), formatDistance(metres, 'es')].map(plain)).toEqual([en, es]);
  });

  test('options of one call do not stay for the next', () => {
    expect(formatNumber(0.5, 'en', {style: 'percent'})).toBe('50%');
    expect(formatNumber(0.5, 'en')).toBe('0.5');
  });
});

describe('chooseText', () => {
  const both = {es: 'hola', en: 'hello'};
  test.each([
    ['the language', both, 'en', 'es', {text: 'hello'}],
    ['a region of it', both, 'es-VE', 'en', {text: 'hola'}],
    ['the region before the language', {...both, 'es-VE': 'épale'}, 'es-VE', 'en', {text: 'épale'}],
    [
      'another region rather than another language',
      {'es-VE': 'épale', en: 'hello'},
      'es-MX',
      'en',
      {text: 'épale'},
    ],
    ['the language of the story', both, 'fr', 'es', {text: 'hola', lang: 'es'}],
    ['the first that there is', both, 'fr', 'de', {text: 'hola', lang: 'es'}],
    ['no languages, that of the story', 'hola', 'es-VE', 'es', {text: 'hola'}],
    ['no languages, another', 'hola', 'en', 'es', {text: 'hola', lang: 'es'}],
    ['case does not count', {ES: 'hola'}, 'es', 'en', {text: 'hola'}],
    ['nothing', undefined, 'es', 'es', {text: ''}],
    ['no text in it', {}, 'es', 'es', {text: ''}],
  ])('%s', (_, text, locale, story, chosen) => {
    expect(chooseText(text, locale, story)).toEqual(chosen);
  });
});

test('firstSentence', () => {
  expect(firstSentence('One. Two.', 'en')).toBe('One.');
  expect(firstSentence('¿Quién lo dice? Nadie.', 'es')).toBe('¿Quién lo dice?');
  expect(firstSentence('', 'en')).toBe('');
});

describe('describeView', () => {
  const read = (name: string) =>
    parseDataset(JSON.parse(readFileSync(join(import.meta.dirname, '../../data', name), 'utf8'))).dataset;
  const record = read('venezuela-2024-2026.json');
  const summary = (locale: string, edtf?: string) => {
    const store = createStore(record, {describe: describeView, locale});
    if (edtf) store.dispatch({type: 'range', range: intervalOf(edtf) ?? null});
    return store.snapshot;
  };

  test('says how many of how many, when, and how many are disputed', () => {
    const {counts, events, shown} = summary('en', '2025-03/2025-07');
    const disputed = [...events].filter(({id, status}) => shown.has(id) && status === 'disputed').length;
    const {counts: all} = summary('en');
    expect(all.events).toBe(46);
    expect(counts.shown).toBeLessThan(all.shown);
    const en = `${counts.shown} of 46 events, March to July 2025${disputed ? `, ${disputed} disputed` : ''}`;
    const es = `${counts.shown} de 46 hechos, de marzo a julio de 2025${disputed ? `, ${disputed} en disputa` : ''}`;
    expect(summary('en', '2025-03/2025-07').summary.startsWith(en)).toBe(true);
    expect(summary('es', '2025-03/2025-07').summary.startsWith(es)).toBe(true);
  });

  test('without a range, the period is that of the events', () => {
    const store = createStore(read('caracas-releases.json'), {describe: describeView, locale: 'es'});
    expect(store.snapshot.summary).toBe(
      '14 hechos, de julio de 2024 a diciembre de 2025, 1 en disputa, 1 sin fecha, 13 sin lugar',
    );
  });

  test('its parts are parted as the language does it', () => {
    const store = createStore(read('caracas-releases.json'), {describe: describeView, locale: 'ar'});
    expect(store.snapshot.summary).toBe(
      '14 حدثًا، من يوليو 2024 إلى ديسمبر 2025، 1 محل خلاف، 1 بلا تاريخ، 13 بلا مكان',
    );
  });

  test('nothing shown says so', () => {
    expect(summary('en', '1900').summary).toMatch(/^0 of 46 events, 1900/);
  });

  test.each([
    ['en', 'Loading the story…', 'The story could not be loaded.', 'There are no events in this story yet.'],
    ['es', 'Cargando la historia…', 'No se pudo cargar la historia.', 'Esta historia aún no tiene hechos.'],
  ])('before, without and with nothing: %s', (locale, loading, failed, empty) => {
    const store = createStore(EMPTY_DATASET, {describe: describeView, locale});
    store.dispatch({type: 'loading'});
    expect(store.snapshot.summary).toBe(loading);
    store.dispatch({type: 'fail', failure: {code: 'network', url: 'x'}});
    expect(store.snapshot.summary).toBe(failed);
    store.dispatch({type: 'load', dataset: EMPTY_DATASET, issues: []});
    expect(store.snapshot.summary).toBe(empty);
  });
});

describe('safeUrl gives what was checked', () => {
  test.each([
    '\ufeffjavascript:alert(1)',
    '\u2028javascript:alert(1)',
    '\u3000javascript:alert(1)',
    '\u00a0data:text/html,x',
    '\tvbscript:x',
  ])('%j hides its scheme behind what trim takes away', (url) => {
    expect(safeUrl(url)).toBeUndefined();
  });
  test('trimmed', () => {
    expect(safeUrl('  https://example.org/ ')).toBe('https://example.org/');
    expect(safeUrl('')).toBeUndefined();
    expect(safeUrl('   ')).toBeUndefined();
    expect(safeUrl(undefined)).toBeUndefined();
  });
});
