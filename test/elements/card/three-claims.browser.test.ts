import {afterEach, describe, expect, test} from 'vitest';
import {cdp} from 'vitest/browser';
import {CLAIMS, MERGED, numbersIn, threeClaims} from '../../three-claims.js';
import {all, click, dispatch, middle, mount, one, reset, settled, waitFor, words} from '../helpers.js';

afterEach(async () => {
  await cdp().send('Emulation.setEmulatedMedia', {media: ''});
  reset();
});

const said = {
  en: {by: 'according to', summary: '1 event, December 25, 2025, 1 disputed', disagree: 'figures disagree'},
  es: {
    by: 'según',
    summary: '1 hecho, 25 de diciembre de 2025, 1 en disputa',
    disagree: 'las cifras no coinciden',
  },
};
const languages = ['en', 'es'] as const;

/** Each claim has its number, claimant and source, in file order. */
function expectClaims(rows: readonly Element[], language: 'en' | 'es', number: string) {
  expect(rows.map((row) => words(row.querySelector(number)))).toEqual(CLAIMS.map(({value}) => value));
  for (const [i, {who, source}] of CLAIMS.entries()) {
    expect(words(rows[i])).toContain(`${said[language].by} ${who[language]}`);
    expect([...(rows[i]?.querySelectorAll('.note') ?? [])].map(words)).toEqual([String(source)]);
  }
}

/** The only numbers are claims, dates and source numbers. */
function expectNoneMerged(text: string) {
  const numbers = numbersIn(text);
  expect(numbers.filter((each) => MERGED.includes(each))).toEqual([]);
  const known = [...CLAIMS.map(({value}) => value), '25', '2025', '1', '2', '3'];
  expect(numbers.filter((each) => !known.includes(each))).toEqual([]);
}

test('in a wide card they stand side by side, and no part of one is cut', async () => {
  const parts = ['women', 'adolescents'].map((group) => ({
    place: 'p',
    value: 30,
    group: `${group} who were brought there from another one`,
  }));
  const story = await mount(['crono-card'], threeClaims({breakdown: parts}), {
    selected: 'e',
    width: '1088px',
  });
  const card = story.firstElementChild as Element;
  const [first, ...others] = all(card, '.figure').map((each) => each.getBoundingClientRect().top);
  expect(others).toEqual([first, first]);
  for (const part of all(card, '.breakdown li')) {
    const text = document.createRange();
    text.selectNodeContents(part);
    const rects = [...text.getClientRects()];
    expect(new Set(rects.map(({top}) => Math.round(top / 9))).size).toBeGreaterThan(1);
    const {left} = (part.parentElement as Element).getBoundingClientRect();
    expect(Math.min(...rects.map((rect) => rect.left))).toBeGreaterThanOrEqual(left - 0.5);
  }
});

describe.each(languages)('three claims about one event, in %s', (language) => {
  test('the card has all three, and says that they disagree', async () => {
    document.documentElement.lang = language;
    const story = await mount(['crono-card'], threeClaims(), {selected: 'e'});
    const [card] = story.children;
    if (!card) throw new Error('no card');
    expectClaims(all(card, '.figure'), language, '[part~="value"]');
    expect(words(one(card, '.kicker .disputed'))).toBe(said[language].disagree);
    expectNoneMerged(words(one(card, '.event')));
  });

  test('the list has all three, on the screen and in print', async () => {
    document.documentElement.lang = language;
    const story = await mount(['crono-list'], threeClaims());
    const [list] = story.children;
    if (!list) throw new Error('no list');
    const row = words(one(list, '[part~="row-figure"]'));
    for (const {value, who} of CLAIMS)
      expect(row).toContain(`${value} ${said[language].by} ${who[language]}`);
    expectNoneMerged(words(one(list, '.list')));
    list.toggleAttribute('open', true);
    await settled(story);
    for (const media of ['', 'print']) {
      await cdp().send('Emulation.setEmulatedMedia', {media});
      const rows = all(list, '.figure');
      expectClaims(rows, language, '[part~="value"]');
      expect(rows.every((row) => row.checkVisibility())).toBe(true);
      expect(words(one(list, '.marks .disputed'))).toBe(said[language].disagree);
      expectNoneMerged(words(one(list, '.list')));
    }
  });

  test.each([
    ['at the place', {place: 'p'}],
    ['in all', {}],
  ])('the popup has all three, counted %s', async (_, more) => {
    document.documentElement.lang = language;
    const story = await mount(['crono-map'], threeClaims(more));
    const [map] = story.children;
    if (!map) throw new Error('no map');
    await waitFor(() => one(map, '[part~="place"] .mark'));
    await settled(story);
    await click(middle(one(map, '[part~="place"] .mark')));
    await settled(story);
    await waitFor(() => one(map, '[part~="popup"]'));
    expectClaims(all(map, '[part~="popup"] .lead'), language, '.number');
    expectNoneMerged(words(one(map, '[part~="popup"]')));
  });

  test('the summary counts the dispute, and no number of it', async () => {
    document.documentElement.lang = language;
    const story = await mount([], threeClaims());
    expect(story.snapshot.summary).toBe(said[language].summary);
    await dispatch(story, {type: 'select', id: 'e'});
    expect(story.snapshot.summary).toBe(said[language].summary);
  });
});

describe.each([
  [
    'en',
    '71 according to Committee of Mothers, 99 according to Prison Ministry, 64 according to Legal Aid',
    '1 other count',
  ],
  [
    'es',
    '71 según Comité de Madres, 99 según Ministerio Penitenciario, 64 según Asistencia Legal',
    '1 otra cifra',
  ],
])('the name of a place, in %s', (language, whose, other) => {
  test.each([
    ['three counts', [71, 99, 64], whose],
    ['four', [71, 99, 64, 12], `${whose}, ${other}`],
  ])('says whose each count is: %s', async (_, values, name) => {
    document.documentElement.lang = language;
    const story = await mount(['crono-map'], threeClaims({place: 'p'}, values));
    const [map] = story.children;
    if (!map) throw new Error('no map');
    await waitFor(() => one(map, '[role="option"]'));
    for (const selector of ['[part~="place"]', '[role="option"]'])
      expect(one(map, selector).getAttribute('aria-label')).toContain(`The prison, ${name}, `);
  });
});

describe('what is written at a place', () => {
  const written = async (values: readonly number[]) => {
    const story = await mount(['crono-map'], threeClaims({place: 'p'}, values));
    const [map] = story.children;
    if (!map) throw new Error('no map');
    await waitFor(() => one(map, '[part~="count"]'));
    return words(one(map, '[part~="count"]'));
  };

  test('is the number that all give', async () => {
    expect(await written([71, 71, 71])).toBe('71');
  });

  test('is each that is given, when they differ', async () => {
    expect(await written([71, 99, 71, 64])).toBe('71 / 99 / 64');
  });

  test.each([
    ['en', '71 / 99 / 64, 2 other counts'],
    ['es', '71 / 99 / 64, 2 otras cifras'],
  ])('says how many more there are, in %s', async (language, text) => {
    document.documentElement.lang = language;
    expect(await written([71, 99, 64, 12, 45])).toBe(text);
  });
});
