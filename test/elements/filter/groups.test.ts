import {describe, expect, test} from 'vitest';
import {parseDataset} from '../../../src/core/dataset/index.js';
import {tableOf} from '../../../src/core/table/index.js';
import {fewOf, findNames, groupsOf, optionsOf, SHOWN} from '../../../src/elements/filter/groups.js';

const ids = (count: number, of: string) => Array.from({length: count}, (_, i) => `${of}${i}`);
/** Events at some places; the place with number n has n. */
const {dataset} = parseDataset({
  cronomapa: 1,
  language: 'es',
  categories: ids(3, 'c').map((id) => ({id, name: id})),
  places: ids(20, 'p').map((id) => ({id, name: {es: `Cárcel ${id}`, en: `Prison ${id}`}})),
  events: ids(20, 'p').flatMap((place, i) =>
    ids(i, `${place}-`).map((id) => ({
      id,
      date: '2024',
      title: id,
      places: [place],
      category: i > 10 ? 'c2' : 'c1',
      cite: [],
    })),
  ),
});
const groups = groupsOf(tableOf(dataset));

test('few choices stand in the order of the file, without those that have no events', () => {
  expect(groups.categories).toEqual({top: [1, 2], rest: [], hasMore: false});
});

test('of many the most frequent stand first', () => {
  expect(groups.places).toEqual({
    top: [19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8],
    rest: [7, 6, 5, 4, 3, 2, 1],
    hasMore: true,
  });
});

test('a narrow box has six of more than eight, and the rest but where only names lead to them', () => {
  expect(fewOf(groups.categories)).toBe(groups.categories);
  const {top, rest} = groups.places;
  expect(fewOf(groups.places)).toEqual({
    top: top.slice(0, 6),
    rest: [...top.slice(6), ...rest],
    hasMore: true,
  });
  expect(fewOf({top, rest: [], hasMore: true}).rest).toEqual([]);
});

test('what is chosen is always there, once', () => {
  expect(optionsOf(dataset.places, groups.places, ['p2', 'p19', 'gone'], null)).toEqual([
    ...groups.places.top,
    2,
  ]);
  expect(optionsOf(dataset.places, groups.places, ['p2'], [3, 2])).toEqual([2, 3]);
  expect(optionsOf(dataset.places, groups.places, ['p2'], null, true)).toEqual([
    ...groups.places.top,
    ...groups.places.rest,
  ]);
});

describe('names', () => {
  const all = (rows: Parameters<typeof findNames>[0], words: string) => {
    const search = findNames(rows, words);
    for (let steps = 1; ; steps++) {
      const {value, done} = search.next();
      if (done) return {found: value, steps};
    }
  };

  test('are found by any of their languages, accents and case aside', () => {
    expect(all(dataset.places, 'carcel P7').found).toEqual([7]);
    expect(all(dataset.places, 'prison p1').found).toEqual([1, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
    expect(all(dataset.places, 'nobody').found).toEqual([]);
  });

  test('a dozen at most, and step by step', () => {
    const many = ids(10_000, 'x').map((id) => ({id, name: id}));
    expect(all(many, 'x').found.length).toBe(SHOWN);
    expect(all(many, 'x').steps).toBe(1);
    expect(all(many, 'x9999')).toEqual({found: [9999], steps: 6});
  });
});
