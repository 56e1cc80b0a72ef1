import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {
  EMPTY_DATASET,
  type Issue,
  originCount,
  type ParseOptions,
  parseDataset,
} from '../../../src/core/dataset/index.js';

const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'));
const codes = (issues: readonly Issue[]) => issues.map(({code, path}) => `${code} ${path}`);

/** The smallest story without an issue, with more on top. */
const story = (more: object) => ({
  cronomapa: 1,
  language: 'en',
  title: 'A story',
  sources: [{id: 's', title: 'S', published: '2025-12-26'}],
  actors: [
    {id: 'a', name: 'A'},
    {id: 'b', name: 'B'},
  ],
  places: [{id: 'p', name: 'P'}],
  measures: [{id: 'm', name: 'M', unit: 'people'}],
  events: [event({})],
  ...more,
});
const event = (more: object) => ({
  id: 'e',
  date: '2025-12-25',
  title: 'E',
  places: ['p'],
  cite: [{source: 's'}],
  ...more,
});
const figure = (more: object) => ({
  id: 'f',
  measure: 'm',
  date: '2025-12-25',
  actor: 'a',
  value: 71,
  cite: [{source: 's'}],
  ...more,
});
/** A measure in a unit. */
const inUnit = (unit: string) => ({id: 'm', name: 'M', unit});
const found = (more: object, options?: ParseOptions) => codes(parseDataset(story(more), options).issues);

describe('fixtures', () => {
  test('a story with every field has no issue and keeps every value', () => {
    const json = read('fixtures/clean.json') as Record<string, unknown>;
    const {dataset, issues} = parseDataset(json);
    expect(issues).toEqual([]);
    expect(dataset).toMatchObject(json);
    expect(dataset.languages).toEqual(['en', 'es']);
    expect(dataset.events[0]).toMatchObject({
      when: {kind: 'date', unit: 'day', year: 2025, month: 12, day: 25},
      interval: {start: Date.UTC(2025, 11, 25), end: Date.UTC(2025, 11, 26)},
    });
    expect(dataset.events[1]).toMatchObject({media: [], corrections: [], links: []});
  });

  test('of 25 planted faults of different kinds exactly those are reported', () => {
    const planted = read('fixtures/broken.issues.json') as [string, string][];
    const {issues} = parseDataset(read('fixtures/broken.json'));
    expect(new Set(planted.map(([code]) => code)).size).toBe(25);
    expect(codes(issues).sort()).toEqual(planted.map((fault) => fault.join(' ')).sort());
    for (const issue of issues) {
      expect(issue.message).toMatch(/^\S.*\.$/s);
      expect(issue.fix).toMatch(/^[A-Z].*\.$/s);
    }
  });

  test('the good rows of the broken fixture are there', () => {
    const {dataset} = parseDataset(read('fixtures/broken.json'));
    const ids = (rows: readonly {readonly id: string}[]) => rows.map(({id}) => id).join(' ');
    expect(ids(dataset.events)).toBe(
      'clean impossible slashes nowhere withdrawn uncited foretold half unseen long linked',
    );
    expect(ids(dataset.places)).toBe('good swapped far zero vague');
    expect(ids(dataset.figures)).toBe('sum more held-1 held-2');
    expect(dataset.places.filter((place) => place.lat !== undefined)).toHaveLength(1);
    expect(dataset.sources[1]).not.toHaveProperty('url');
    expect(dataset.events[2]).toMatchObject({date: '25/12/2025'});
    expect(dataset.events[2]).not.toHaveProperty('interval');
    expect(dataset.timeZone).toBe('UTC');
  });

  test.each(['caracas-releases', 'venezuela-2024-2026'])(
    'the shipped story %s has no error or warning',
    (name) => {
      const {dataset, issues} = parseDataset(read(`../../../data/${name}.json`));
      expect(issues.filter(({severity}) => severity === 'error' || severity === 'warning')).toEqual([]);
      expect(dataset.events.length).toBeGreaterThan(5);
    },
  );
});

test('an id with half a surrogate pair, which no address can hold, leaves its row out and says so', () => {
  const half = JSON.parse('"p\\ud800"') as string;
  const {dataset, issues} = parseDataset({
    cronomapa: 1,
    language: 'en',
    places: [{id: half, name: 'P', lat: 10, lon: -66}],
    events: [
      {id: 'a', title: 'A', date: '2025', places: [half], links: [{to: half, rel: 'next'}]},
      {id: half, title: 'B'},
    ],
  });
  expect([dataset.places, dataset.events.map(({id, places, links}) => [id, places, links])]).toEqual([
    [],
    [['a', [], []]],
  ]);
  const found = issues.filter(({severity}) => severity === 'error').map(({code, path}) => [code, path]);
  expect(found).toEqual([
    ['id-malformed', '/places/0/id'],
    ['reference-to-nothing', '/events/0/places/0'],
    ['reference-to-nothing', '/events/0/links/0/to'],
    ['id-malformed', '/events/1/id'],
  ]);
});

test.each([
  ['2024-03-10T02:30', 'America/New_York', true],
  ['2024-03-10T02:00', 'America/New_York', true],
  ['2024-03-10T03:00', 'America/New_York', false],
  ['2024-03-10T01:59:59', 'America/New_York', false],
  ['2024-03-10T02:30-05:00', 'America/New_York', false],
  ['2024-03-10T01:00/2024-03-10T02:30', 'America/New_York', true],
  ['2024-03-10', 'America/New_York', false],
  ['2024-03-10T02:30', 'America/Caracas', false],
  ['2024-10-06T02:15', 'Australia/Lord_Howe', true],
  ['2024-11-03T01:30', 'America/New_York', false],
])('a time that clocks skipped, %s in %s: %s', (date, timeZone, isSkipped) => {
  const {dataset, issues} = parseDataset({
    cronomapa: 1,
    language: 'en',
    timeZone,
    events: [{id: 'a', title: 'A', date}],
  });
  expect(dataset.events[0]?.interval).toBeDefined();
  expect(issues.filter(({code}) => code === 'time-skipped').map(({path}) => path)).toEqual(
    isSkipped ? ['/events/0/date'] : [],
  );
});

test('in the hour that clocks show twice events keep the order in which they happened', () => {
  const {dataset} = parseDataset({
    cronomapa: 1,
    language: 'en',
    timeZone: 'America/New_York',
    events: [
      {id: 'second', title: 'Second', date: '2024-11-03T01:15-05:00'},
      {id: 'first', title: 'First', date: '2024-11-03T01:30-04:00'},
      {id: 'third', title: 'Third', date: '2024-11-03T02:00-05:00'},
    ],
  });
  const starts = dataset.events.map(({id, interval}) => [id, interval?.start ?? 0] as const);
  expect(starts.toSorted((a, b) => a[1] - b[1]).map(([id]) => id)).toEqual(['first', 'second', 'third']);
});

test('data in script with a big integer, which no JSON has, is an issue', () => {
  const {issues} = parseDataset({cronomapa: 1, language: 'en', events: [{id: 1n, title: 'x'}]});
  expect(issues[0]).toMatchObject({code: 'wrong-type', message: expect.stringContaining('1n')});
});

describe('what is no dataset', () => {
  const deep = JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`) as unknown;
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  test.each([
    ['undefined', undefined, 'not-a-dataset'],
    ['null', null, 'not-a-dataset'],
    ['a string', 'story', 'not-a-dataset'],
    ['a number', 71, 'not-a-dataset'],
    ['a list', [{}], 'not-a-dataset'],
    ['a function', () => ({}), 'not-a-dataset'],
    ['a symbol', Symbol('s'), 'not-a-dataset'],
    ['a big integer', 1n, 'not-a-dataset'],
    [
      'a getter that throws',
      {
        get events() {
          throw new Error('no');
        },
      },
      'not-a-dataset',
    ],
    [
      'a dead proxy',
      (() => {
        const {proxy, revoke} = Proxy.revocable({}, {});
        revoke();
        return proxy;
      })(),
      'not-a-dataset',
    ],
    ['a deep list', {events: deep}, 'file-too-deep'],
    ['a cycle', cyclic, 'file-too-deep'],
    ['a list of 4 billion', {events: new Array(2 ** 32 - 1)}, 'file-too-large'],
  ])('%s', (_, json, code) => {
    const {dataset, issues} = parseDataset(json);
    expect(codes(issues)).toEqual([`${code} `]);
    expect(issues[0]).toMatchObject({severity: 'error', row: 'dataset'});
    expect(dataset).toBe(EMPTY_DATASET);
  });

  test('an empty object has nothing to show', () => {
    const {issues} = parseDataset({});
    expect(codes(issues)).toEqual([
      'version-missing /cronomapa',
      'value-missing /language',
      'dataset-empty ',
    ]);
  });
});

describe('one fault, one issue', () => {
  test('the smallest story has none', () => {
    expect(found({})).toEqual([]);
    expect(found({figures: [figure({})]})).toEqual([]);
  });

  test.each<[object, string[]]>([
    [{cronomapa: 2}, ['version-unknown /cronomapa']],
    [{cronomapa: '1'}, ['version-unknown /cronomapa']],
    [{language: 'english'}, ['language-unknown /language']],
    [{language: undefined}, ['value-missing /language']],
    [{timeZone: 'Mars/Olympus'}, ['time-zone-unknown /timeZone']],
    [{updated: '26.12.2025'}, ['date-not-understood /updated']],
    [{basemap: 'data:text/html,x'}, ['address-unsafe /basemap']],
    [{tiles: 'maps/streets.json'}, []],
    [{tiles: 'data:application/json,{}'}, ['address-unsafe /tiles']],
    [{tiles: 'https://tile.example/{z}/{x}/{y}.png'}, ['address-of-tiles /tiles']],
    [{authors: [{url: 'https://x.org'}]}, ['value-missing /authors/0/name']],
    [{authors: {name: 'A'}}, ['wrong-type /authors']],
    [{summary: ''}, ['value-empty /summary']],
    [{summary: {}}, ['value-empty /summary']],
    [{summary: {__proto__: null, toString: 'x', en: 'y'}}, ['language-unknown /summary/toString']],
    [{summary: {en: 3, es: 'y'}}, ['wrong-type /summary/en', 'text-missing-in-language /summary']],
    [{'a/b~c': 1}, ['unknown-key /a~1b~0c']],
    [{title: {en: 'A', es: 'B'}}, ['text-missing-in-language /events/0/title']],
    [{actors: [{id: 'x'}]}, ['value-missing /actors/0/name']],
    [{actors: [{id: 7, name: 'A'}]}, ['wrong-type /actors/0/id']],
    [{actors: [null]}, ['wrong-type /actors/0']],
    [{places: [{id: 'p', name: 'P', lat: 10}]}, ['coordinates-incomplete /places/0/lon']],
    [{places: [{id: 'p', name: 'P', lat: '10', lon: 3}]}, ['wrong-type /places/0/lat']],
    [{places: [{id: 'p', name: 'P', lat: Number.NaN, lon: 3}]}, ['wrong-type /places/0/lat']],
    [{places: [{id: 'p', name: 'P', lat: 95, lon: 200}]}, ['coordinates-out-of-range /places/0/lat']],
    [{places: [{id: 'p', name: 'P', lat: 0, lon: 0}]}, ['coordinates-zero /places/0/lat']],
    [{places: [{id: 'p', name: 'Buoy', lat: 0, lon: 0, precision: 'site'}]}, []],
    [{places: [{id: 'p', name: 'P', radius: -1}]}, ['value-negative /places/0/radius']],
    [{places: [{id: 'p', name: 'P', within: ['Venezuela']}]}, ['value-unknown /places/0/within/0']],
    [{events: [event({date: '2025-13'})]}, ['date-impossible /events/0/date']],
    [{events: [event({date: '2025-12/2025-11'})]}, ['date-impossible /events/0/date']],
    [{events: [event({date: 2025})]}, ['wrong-type /events/0/date']],
    [{events: [event({date: undefined})]}, ['event-without-date /events/0']],
    [{events: [event({places: []})]}, ['event-without-place /events/0']],
    [{events: [event({places: 'p'})]}, ['wrong-type /events/0/places']],
    [{events: [event({category: 'c'})]}, ['reference-to-nothing /events/0/category']],
    [{events: [event({cite: [{quote: 'q'}]})]}, ['value-missing /events/0/cite/0/source']],
    [{events: [event({cite: [{source: 'x'}]})]}, ['reference-to-nothing /events/0/cite/0/source']],
    [{events: [event({links: [{to: 'later'}]}), event({id: 'later'})]}, []],
    [{events: [event({links: [{to: 'x'}]})]}, ['reference-to-nothing /events/0/links/0/to']],
    [
      {events: [event({media: [{type: 'image', src: 'JaVaScRiPt:x', alt: 'A'}]})]},
      ['address-unsafe /events/0/media/0/src'],
    ],
    [
      {events: [event({media: [{type: 'gif', src: 'a.gif', alt: 'A'}]})]},
      ['value-unknown /events/0/media/0/type'],
    ],
    [
      {events: [event({media: [{type: 'image', src: 'a.gif', alt: ''}]})]},
      ['value-empty /events/0/media/0/alt'],
    ],
    [{events: [event({status: 'withdrawn', corrections: [{text: 'Wrong.'}]})]}, []],
    [{measures: [{id: 'm', name: 'M', kind: 'level'}]}, ['value-unknown /measures/0/kind']],
    [{measures: [{id: 'm', name: 'M', kind: 'cumulative', since: '2024'}]}, []],
    [{figures: [figure({value: '71'})]}, ['wrong-type /figures/0/value']],
    [{figures: [figure({value: Infinity})]}, ['wrong-type /figures/0/value']],
    [{figures: [figure({value: -1})]}, ['value-negative /figures/0/value']],
    [
      {figures: [figure({value: 1, breakdown: [{value: 3}, {value: -2}]})]},
      ['value-negative /figures/0/breakdown'],
    ],
    [{measures: [inUnit('%')], figures: [figure({value: 101})]}, ['percent-over-100 /figures/0/value']],
    [
      {measures: [inUnit('percent')], figures: [figure({value: 100.1})]},
      ['percent-over-100 /figures/0/value'],
    ],
    [{measures: [inUnit('percent')], figures: [figure({value: 100})]}, []],
    [{measures: [inUnit('people')], figures: [figure({value: 101})]}, []],
    [{figures: [figure({value: Number.NaN})]}, ['wrong-type /figures/0/value']],
    [{figures: [figure({actor: undefined})]}, ['figure-without-actor /figures/0/actor']],
    [{figures: [figure({comparator: '≥'})]}, ['value-unknown /figures/0/comparator']],
    [{figures: [figure({measure: undefined})]}, ['value-missing /figures/0/measure']],
    [{figures: [figure({actor: 'nobody'})]}, ['reference-to-nothing /figures/0/actor']],
    [{figures: [figure({cite: undefined})]}, ['figure-without-source /figures/0']],
    [{figures: [figure({cite: [{source: 'x'}]})]}, ['reference-to-nothing /figures/0/cite/0/source']],
    [{figures: [figure({date: '2026-01'})]}, ['source-before-event /figures/0/cite/0']],
    [{figures: [figure({breakdown: [{value: 70}]})]}, ['breakdown-sum /figures/0/breakdown']],
    [{figures: [figure({value: 0.3, breakdown: [{value: 0.1}, {value: 0.2}]})]}, []],
    [{figures: [figure({comparator: '>=', breakdown: [{value: 70}]})]}, []],
    [{figures: [figure({breakdown: [{value: '70'}]})]}, ['wrong-type /figures/0/breakdown/0/value']],
    [{steps: [{id: 's1', select: 'x'}]}, ['reference-to-nothing /steps/0/select']],
    [{steps: [{id: 's1', view: {places: ['x']}}]}, ['reference-to-nothing /steps/0/view/places/0']],
    [{steps: [{id: 's1', view: [1]}]}, ['wrong-type /steps/0/view']],
    [{steps: [{id: 's1', filter: {places: ['x']}}]}, ['reference-to-nothing /steps/0/filter/places/0']],
    [{steps: [{id: 's1', question: 'x'}]}, ['reference-to-nothing /steps/0/question']],
  ])('%j', (more, expected) => {
    expect(found(more)).toEqual(expected);
  });

  test('a source on the eve is no contradiction: days differ by zone', () => {
    const sources = [{id: 's', title: 'S', published: '2025-12-24'}];
    expect(found({sources})).toEqual([]);
    expect(found({sources: [{...sources[0], published: '2025-12-23'}]})).toEqual([
      'source-before-event /events/0/cite/0',
    ]);
    expect(found({sources: [{...sources[0], published: '2025'}]})).toEqual([]);
  });

  test('what was left out is named as such where it is referred to', () => {
    const {dataset, issues} = parseDataset(
      story({figures: [figure({value: null})], questions: [{id: 'q', question: 'Q?', figures: ['f']}]}),
    );
    expect(codes(issues)).toEqual([
      'value-missing /figures/0/value',
      'reference-to-nothing /questions/0/figures/0',
    ]);
    expect(issues[1]?.message).toContain('left out');
    expect(dataset.questions[0]?.figures).toEqual([]);
  });

  test('a needed text falls back to the id, and unknown keys are kept', () => {
    const {dataset} = parseDataset(story({actors: [{id: 'x', colour: {deep: [1]}}]}));
    expect(dataset.actors).toEqual([{id: 'x', name: 'x', cite: [], colour: {deep: [1]}}]);
  });

  test('rows are named by id, or by place in the file', () => {
    const {issues} = parseDataset(story({categories: [{id: 'c'}, {name: 'D'}], title: {xx1: 'x'}}));
    expect(issues.map(({row}) => row)).toEqual(['dataset', 'dataset', 'category "c"', 'categories, row 2']);
  });
});

describe('figures held against each other', () => {
  const pair = (one: object, two: object, more: object = {}) =>
    found({figures: [figure(one), figure({id: 'g', ...two})], ...more});
  const question = {questions: [{id: 'q', question: 'Q?', figures: ['f', 'g']}]};
  const disagree = ['figures-disagree /figures/0/value'];

  test.each<[string, object, object, string[]]>([
    ['other actor, other value', {}, {actor: 'b', value: 99}, disagree],
    ['the same value', {}, {actor: 'b'}, []],
    ['other days', {}, {actor: 'b', value: 99, date: '2025-12-24'}, []],
    ['a day and its month', {}, {actor: 'b', value: 99, date: '2025-12'}, disagree],
    [
      'other days, one event',
      {event: 'e'},
      {event: 'e', actor: 'b', value: 99, date: '2025-12-24'},
      disagree,
    ],
    [
      'other days, one event, the later higher',
      {event: 'e'},
      {event: 'e', actor: 'b', value: 99, date: '2025-12-26'},
      [],
    ],
    ['other places', {place: 'p'}, {actor: 'b', value: 99}, []],
    ['at least 60 and 71', {comparator: '>=', value: 60}, {actor: 'b'}, []],
    ['more than 71 and 71', {comparator: '>'}, {actor: 'b'}, disagree],
    ['at least 72 and at most 71', {comparator: '>=', value: 72}, {actor: 'b', comparator: '<='}, disagree],
    ['about 70 and 71', {comparator: '~', value: 70}, {actor: 'b'}, []],
    ['about 50 and 71', {comparator: '~', value: 50}, {actor: 'b'}, disagree],
    ['undated and dated', {date: undefined}, {actor: 'b', value: 99}, []],
    ['both undated', {date: undefined}, {actor: 'b', value: 99, date: undefined}, disagree],
    ['one actor, later', {}, {value: 99, date: '2025-12-24'}, []],
    ['one actor, one day', {}, {value: 99}, ['actor-two-values /figures/1/value']],
  ])('%s', (_, one, two, expected) => {
    expect(pair(one, two).sort()).toEqual(expected);
  });

  test('one actor with two values in one question is shown, not warned of', () => {
    const severity = (more: object) =>
      parseDataset(story({figures: [figure({}), figure({id: 'g', value: 99})], ...more})).issues.map(
        (i) => i.severity,
      );
    expect(severity({})).toEqual(['warning']);
    expect(severity(question)).toEqual(['question']);
  });

  test('a disagreement says whether a question shows it', () => {
    const fix = (more: object) =>
      parseDataset(story({figures: [figure({}), figure({id: 'g', actor: 'b', value: 99})], ...more}))
        .issues[0]?.fix;
    expect(fix({})).toContain('Add a question');
    expect(fix(question)).toContain('"q"');
  });

  test('measures of another kind, unit or start are not for one question', () => {
    const measures = (other: object) => [
      {id: 'm', name: 'M', unit: 'people'},
      {id: 'n', name: 'N', unit: 'people', ...other},
    ];
    const asked = (other: object) => pair({}, {measure: 'n'}, {...question, measures: measures(other)});
    expect(asked({})).toEqual([]);
    expect(asked({unit: 'cases'})).toEqual(['measures-not-comparable /questions/0/figures']);
    expect(asked({kind: 'flow'})).toEqual(['measures-not-comparable /questions/0/figures']);
    expect(asked({since: '2024'})).toEqual(['measures-not-comparable /questions/0/figures']);
  });

  test('two disputes that a later figure joins are one', () => {
    const figures = [
      figure({id: 'f1', date: '2025', comparator: '>=', value: 10}),
      figure({id: 'f2', date: '2025-01-01', actor: 'b', value: 5}),
      figure({id: 'f3', date: '2025-02', actor: 'c', value: 20}),
      figure({id: 'f4', date: '2025-02', actor: 'd', value: 30}),
    ];
    const joining = figure({id: 'f5', date: '2025-02-03', actor: 'e', value: 7});
    const actors = ['a', 'b', 'c', 'd', 'e'].map((id) => ({id, name: id}));
    expect(found({actors, figures})).toEqual([...disagree, 'figures-disagree /figures/2/value']);
    expect(found({actors, figures: [...figures, joining]})).toEqual(disagree);
  });

  test('an issue is said once for each figure, however many there are', () => {
    const figures = Array.from({length: 2000}, (_, i) =>
      figure({id: `f${i}`, actor: i % 2 ? 'a' : 'b', value: i, date: '2025'}),
    );
    const {issues} = parseDataset(story({figures}));
    expect(issues.filter(({code}) => code === 'actor-two-values')).toHaveLength(1998);
    const disputes = issues.filter(({code}) => code === 'figures-disagree');
    expect(disputes.map(({message}) => message)).toEqual([expect.stringMatching(/ and 1988 more\.$/)]);
  });
});

describe('places and their country', () => {
  const countries = {VE: [[-73.4, 0.6, -59.8, 12.2]], FJ: [[177, -21, -178, -12]]} as const;
  const place = (lat: number, lon: number, ...within: string[]) =>
    found({places: [{id: 'p', name: 'P', lat, lon, within}]}, {countries});

  test.each<[number, number, string, string[]]>([
    [10.08, -67.58, 'VE-D', []],
    [10.08, -67.58, 'VE', []],
    [10.08, -67.58, 'XX', []],
    [-67.58, 10.08, 'VE-D', ['coordinates-swapped /places/0/lat']],
    [29.3, -94.79, 'VE-X', ['place-outside-country /places/0/lat']],
    [-17.8, 178, 'FJ', []],
    [-17.8, -179.9, 'FJ', []],
    [-17.8, 0, 'FJ', ['place-outside-country /places/0/lat']],
  ])('%d, %d in %s', (lat, lon, within, expected) => {
    expect(place(lat, lon, within)).toEqual(expected);
  });

  test('without a table nothing is said', () => {
    expect(found({places: [{id: 'p', name: 'P', lat: 29.3, lon: -94.79, within: ['VE']}]})).toEqual([]);
  });

  test('ids of countries that objects have by nature are not countries', () => {
    expect(place(1, 1, 'CON')).toEqual([]);
  });
});

test('copies of one origin count once', () => {
  const {dataset} = parseDataset(read('fixtures/clean.json'));
  const cite = (...sources: string[]) => sources.map((source) => ({source}));
  expect(originCount(dataset, cite('agency', 'copy'))).toBe(1);
  expect(originCount(dataset, cite('agency', 'copy', 'other', 'agency'))).toBe(2);
  expect(originCount(dataset, cite('nothing'))).toBe(0);
  const named = parseDataset(
    story({
      sources: [
        {id: 'x', title: 'X', origin: 'EFE'},
        {id: 'y', title: 'Y', origin: 'EFE'},
        {id: 'r1', title: 'R', origin: 'r2'},
        {id: 'r2', title: 'R', origin: 'r1'},
        {id: 'z', title: 'Z', origin: 'r2'},
      ],
    }),
  ).dataset;
  expect(originCount(named, cite('x', 'y'))).toBe(1);
  expect(originCount(named, cite('z', 'r1', 'r2'))).toBe(1);
  expect(originCount(named, cite('EFE'))).toBe(0);
});
