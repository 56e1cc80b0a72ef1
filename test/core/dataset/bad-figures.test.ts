import {describe, expect, test} from 'vitest';
import {type ParseResult, parseDataset} from '../../../src/core/dataset/index.js';
import {Loader, openDataset} from '../../../src/core/loader/index.js';

const cite = [{source: 's'}];
const figure = (more: object) => ({
  id: 'f',
  measure: 'released',
  event: 'e',
  date: '2025-12-25',
  actor: 'mothers',
  value: 71,
  cite,
  ...more,
});
const story = (more: object) => ({
  cronomapa: 1,
  language: 'en',
  title: 'A story',
  sources: [{id: 's', title: 'S'}],
  actors: ['mothers', 'ministry'].map((id) => ({id, name: id})),
  places: [{id: 'p', name: 'P'}],
  events: [{id: 'e', date: '2025-12-25', title: 'E', places: ['p'], cite}],
  measures: [
    {id: 'released', name: 'Released', unit: 'people', kind: 'flow'},
    {id: 'cases', name: 'Cases', unit: 'cases', kind: 'flow'},
    {id: 'share', name: 'Share', unit: 'percent', kind: 'stock'},
  ],
  ...more,
});

/** Read as a large file is: row by row. */
function streamed(json: object): ParseResult {
  const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
  const decode = (bytes: Uint8Array) => decoder.decode(bytes);
  const loader = new Loader({lines: false, decode});
  loader.push(new TextEncoder().encode(JSON.stringify(json)));
  return openDataset(loader.finish(), decode);
}

const twice = [figure({}), figure({id: 'g', value: 72})];
const mixed = {
  figures: [figure({}), figure({id: 'g', measure: 'cases', value: 80})],
  questions: [{id: 'q', question: 'How many?', figures: ['f', 'g']}],
};

describe.each([
  ['whole', parseDataset],
  ['row by row', streamed],
])('what is wrong with figures is named, and nothing is put right in silence: read %s', (_, read) => {
  test.each<[string, object, string, number[]]>([
    [
      'no claimant',
      {figures: [figure({actor: undefined})]},
      'error figure-without-actor /figures/0/actor',
      [],
    ],
    ['no source', {figures: [figure({cite: []})]}, 'warning figure-without-source /figures/0', [71]],
    ['not a number', {figures: [figure({value: Number.NaN})]}, 'error value-missing /figures/0/value', []],
    ['below 0', {figures: [figure({value: -3})]}, 'warning value-negative /figures/0/value', [-3]],
    [
      'a part below 0',
      {figures: [figure({value: 1, breakdown: [{value: 4}, {value: -3}]})]},
      'warning value-negative /figures/0/breakdown',
      [1],
    ],
    [
      'parts that do not add up',
      {figures: [figure({breakdown: [{value: 65}, {value: 3}]})]},
      'error breakdown-sum /figures/0/breakdown',
      [71],
    ],
    ['two values by one', {figures: twice}, 'warning actor-two-values /figures/1/value', [71, 72]],
    [
      'more than 100 percent',
      {figures: [figure({measure: 'share', value: 104.5})]},
      'warning percent-over-100 /figures/0/value',
      [104.5],
    ],
    ['units in one question', mixed, 'warning measures-not-comparable /questions/0/figures', [71, 80]],
  ])('%s', (_, more, issue, values) => {
    const json = story(more);
    // In the object it is not a number, in a file it is null.
    const {dataset, issues} = read(json);
    const [found, ...others] = issues;
    expect(others).toEqual([]);
    const said = `${found?.severity} ${found?.code} ${found?.path}`;
    expect(said.replace('wrong-type', 'value-missing')).toBe(issue);
    expect(found?.message).toMatch(/^\S.*\.$/s);
    expect(found?.fix).toMatch(/^[A-Z].*\.$/s);
    expect(dataset.figures.map(({value}) => value)).toEqual(values);
  });

  test('nothing is wrong with a later count, the whole of 100 percent, or what may fall', () => {
    const figures = [
      figure({}),
      figure({id: 'later', value: 80, date: '2025-12-26'}),
      figure({id: 'all', measure: 'share', value: 100}),
      figure({id: 'fall', measure: 'cases', value: -3}),
    ];
    expect(read(story({figures})).issues).toEqual([]);
  });
});
