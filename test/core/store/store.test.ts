import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test, vi} from 'vitest';
import {EMPTY_DATASET, parseDataset} from '../../../src/core/dataset/index.js';
import {type Action, createStore, indexOf, placeCounts, type Store} from '../../../src/core/store/index.js';
import {tableOf} from '../../../src/core/table/index.js';
import {intervalOf} from '../../../src/core/time/index.js';
import {describeView} from '../../../src/i18n/index.js';

const read = (name: string) =>
  parseDataset(JSON.parse(readFileSync(join(import.meta.dirname, '../../../data', name), 'utf8')));

const cite = [{source: 's'}];
const story = parseDataset({
  cronomapa: 1,
  id: 'x',
  language: 'es',
  title: 'Prueba',
  sources: [{id: 's', title: 'Fuente', url: 'https://example.org'}],
  actors: [
    {id: 'ngo', name: 'Foro', kind: 'ngo'},
    {id: 'gov', name: 'Gobierno', kind: 'government'},
  ],
  places: [
    {id: 'tocoron', name: 'Tocorón', lat: 10.08, lon: -67.58, radius: 1000},
    {id: 'los-teques', name: 'Los Teques', lat: 10.34, lon: -67.04, radius: 10_000},
    {id: 'nowhere', name: 'Sin posición'},
    {id: 'taveuni', name: 'Taveuni', lat: -16.8, lon: 179.9, radius: 50_000},
  ],
  categories: [
    {id: 'a', name: 'A'},
    {id: 'b', name: 'B'},
  ],
  events: [
    {id: 'undated', title: 'Señal de auxilio', category: 'a', places: ['nowhere'], cite},
    {
      id: 'december',
      date: '2024-12',
      title: 'Diciembre',
      category: 'b',
      places: ['los-teques'],
      status: 'disputed',
      cite,
    },
    {id: 'day', date: '2024-07-28', title: 'Elección', category: 'a', places: ['tocoron'], cite},
    {id: 'year', date: '2024', title: 'Todo el año', category: 'b', places: [], cite: []},
    {id: 'open', date: '2024-07-28/..', title: 'Desde entonces', places: ['taveuni'], cite},
    {id: 'tie', date: '2024-07-28', title: 'El mismo día', places: ['tocoron', 'los-teques'], cite},
  ],
  measures: [{id: 'n', name: 'Presos', unit: 'people', kind: 'flow'}],
  figures: [
    {
      id: 'f1',
      measure: 'n',
      event: 'day',
      actor: 'ngo',
      date: '2024-07-28',
      value: 3,
      place: 'tocoron',
      cite,
    },
    {
      id: 'f2',
      measure: 'n',
      event: 'day',
      actor: 'gov',
      date: '2024-07-28',
      value: 1,
      place: 'tocoron',
      cite,
    },
    {id: 'f3', measure: 'n', event: 'undated', actor: 'ngo', value: 9, place: 'los-teques', cite},
    {id: 'f4', measure: 'n', event: 'december', actor: 'ngo', value: 4, place: 'los-teques', cite},
    {id: 'f5', measure: 'n', event: 'undated', actor: 'gov', value: 5, place: 'taveuni', cite},
  ],
});

const span = (edtf: string) => {
  const interval = intervalOf(edtf);
  if (!interval) throw new Error(edtf);
  return interval;
};
const make = () => createStore(story.dataset, {issues: story.issues, locale: 'es'});
const shown = (store: Store) => [...store.snapshot.shown].sort();
/** Counts the calls of a listener for some actions. */
const calls = (store: Store, ...actions: Action[]) => {
  const listener = vi.fn();
  const stop = store.subscribe(listener);
  for (const action of actions) store.dispatch(action);
  stop();
  return listener.mock.calls.length;
};

describe('a new store', () => {
  test('is ready with a dataset, idle without', () => {
    expect(make().snapshot).toMatchObject({
      status: 'ready',
      locale: 'es',
      selected: null,
      range: null,
      extent: null,
    });
    expect(createStore().snapshot).toMatchObject({status: 'idle', counts: {events: 0, shown: 0}});
    expect(createStore(story.dataset).snapshot.locale).toBe('es');
  });

  test('has its events in time order, ties as in the file, the undated last', () => {
    expect([...make().snapshot.events].map(({id}) => id)).toEqual([
      'year',
      'day',
      'open',
      'tie',
      'december',
      'undated',
    ]);
  });

  test('counts', () => {
    expect(make().snapshot.counts).toEqual({
      events: 6,
      shown: 6,
      disputed: 2,
      undated: 1,
      unplaced: 2,
      uncited: 1,
    });
  });

  test('two stores of one dataset never meet', () => {
    const [one, two] = [make(), make()];
    one.dispatch({type: 'select', id: 'day'});
    expect(two.snapshot.selected).toBeNull();
  });
});

describe('snapshots', () => {
  const everything: Action[] = [
    {type: 'select', id: 'day'},
    {type: 'range', range: span('2024')},
    {type: 'unfold', folds: [1000]},
    {type: 'extent', extent: {west: -68, south: 9, east: -66, north: 11}},
    {type: 'filter', filters: {categories: ['a'], text: 'x'}},
    {type: 'map', map: {lat: 10, lon: -67, zoom: 8}},
    {type: 'allow', hosts: ['example.org']},
    {type: 'locale', locale: 'en'},
    {type: 'loading'},
    {type: 'fail', failure: {code: 'http', url: 'x.json', httpStatus: 404}},
    {type: 'load', ...read('caracas-releases.json')},
  ];

  test.each(everything)('$type gives a new one, frozen, and leaves the old one as it was', (action) => {
    const store = make();
    const before = store.snapshot;
    const copy = {...before};
    expect(calls(store, action)).toBe(1);
    expect(store.snapshot).not.toBe(before);
    expect({...before}).toEqual(copy);
    const deep = (value: unknown): boolean =>
      typeof value !== 'object' ||
      value === null ||
      ArrayBuffer.isView(value) ||
      (Object.isFrozen(value) && Object.values(value).every(deep));
    const {dataset: _, issues: __, ...own} = store.snapshot;
    expect(Object.isFrozen(store.snapshot)).toBe(true);
    for (const [key, value] of Object.entries(own)) expect(deep(value), key).toBe(true);
  });

  test('a search is no longer than a reader would write, as each word is looked for in all of the story', () => {
    const store = createStore();
    store.dispatch({type: 'filter', filters: {text: 'a b '.repeat(1000)}});
    expect(store.snapshot.filters.text).toBe('a b '.repeat(50));
  });

  test('keep nothing of what the caller can still change', () => {
    const store = make();
    const categories = ['a'];
    const range = {...span('2024')};
    store.dispatch({type: 'filter', filters: {categories}});
    store.dispatch({type: 'range', range});
    const map = {lat: 10, lon: -67, zoom: 8};
    store.dispatch({type: 'map', map});
    categories.push('b');
    range.end = 0;
    map.lat = 0;
    expect(store.snapshot.filters.categories).toEqual(['a']);
    expect(store.snapshot.range).toEqual(span('2024'));
    expect(store.snapshot.map).toEqual({lat: 10, lon: -67, zoom: 8});
  });

  test('of a selection keep the identity of what did not change', () => {
    const store = make();
    const before = store.snapshot;
    store.dispatch({type: 'select', id: 'day'});
    for (const key of ['dataset', 'events', 'shown', 'counts', 'filters', 'range', 'extent'] as const)
      expect(store.snapshot[key]).toBe(before[key]);
  });
});

describe('a request that changes nothing, or cannot be meant, tells nobody', () => {
  const at = {lat: 10, lon: -67, zoom: 8};
  const box = {west: -68, south: 9, east: -66, north: 11};
  const failure = {code: 'network', url: 'x.json'} as const;
  test.each<[string, Action[], Action]>([
    ['nothing selected', [], {type: 'select', id: null}],
    ['the same event', [{type: 'select', id: 'day'}], {type: 'select', id: 'day'}],
    ['no event', [], {type: 'select', id: 'no-such-event'}],
    [
      'the same range',
      [{type: 'range', range: span('2024-07')}],
      {type: 'range', range: {...span('2024-07')}},
    ],
    ['all of time', [], {type: 'range', range: {start: -Infinity, end: Infinity}}],
    ['a range backwards', [], {type: 'range', range: {start: 5, end: 4}}],
    ['an empty range', [{type: 'range', range: span('2024')}], {type: 'range', range: {start: 5, end: 5}}],
    ['the same extent', [{type: 'extent', extent: box}], {type: 'extent', extent: {...box}}],
    ['no extent', [], {type: 'extent', extent: null}],
    ['the same folds', [{type: 'unfold', folds: [1000]}], {type: 'unfold', folds: [1000]}],
    ['no folds', [], {type: 'unfold', folds: []}],
    ['the same map', [{type: 'map', map: at}], {type: 'map', map: {...at}}],
    ['no map', [], {type: 'map', map: null}],
    ['a map beyond the pole', [], {type: 'map', map: {...at, lat: 91}}],
    ['a map nearer than any', [], {type: 'map', map: {...at, zoom: Number.POSITIVE_INFINITY}}],
    [
      'hosts that are allowed',
      [{type: 'allow', hosts: ['a.example']}],
      {type: 'allow', hosts: ['a.example']},
    ],
    ['no filter', [], {type: 'filter', filters: {}}],
    ['an undefined filter', [], {type: 'filter', filters: {categories: undefined, text: undefined}}],
    [
      'the same filter',
      [{type: 'filter', filters: {actors: ['ngo']}}],
      {type: 'filter', filters: {actors: ['ngo', 'ngo']}},
    ],
    ['the same locale', [], {type: 'locale', locale: 'es'}],
    ['loading twice', [{type: 'loading'}], {type: 'loading'}],
    ['the same failure', [{type: 'fail', failure}], {type: 'fail', failure: {...failure}}],
    ['the same dataset', [], {type: 'load', ...story}],
  ])('%s', (_, before, action) => {
    const store = make();
    for (const first of before) store.dispatch(first);
    const snapshot = store.snapshot;
    expect(calls(store, action)).toBe(0);
    expect(store.snapshot).toBe(snapshot);
  });
});

describe('what is no action gets a sentence, and changes nothing', () => {
  const at = {lat: 10, lon: -67, zoom: 8};
  const box = {west: -68, south: 9, east: -66, north: 11};
  test.each<[string, unknown, string]>([
    ['a type that there is not', {type: 'selct'}, 'has the type "selct", but select, range, '],
    ['a type of every object', {type: 'toString'}, 'has the type "toString"'],
    ['no type', {}, 'has the type undefined'],
    ['nothing', undefined, 'has the type undefined'],
    ['a name', 'select', 'has the type undefined'],
    ['no id', {type: 'select'}, '"select" needs "id": an id, or null.'],
    ['a number for an id', {type: 'select', id: 7}, '"select" needs "id"'],
    ['no range', {type: 'range'}, '"range" needs "range": {start, end}, numbers'],
    ['half a range', {type: 'range', range: {start: 4}}, '"range" needs "range"'],
    ['dates for a range', {type: 'range', range: {start: '2024', end: '2025'}}, '"range" needs'],
    ['a range of no number', {type: 'range', range: {start: Number.NaN, end: 4}}, '"range" needs'],
    ['a map of no number', {type: 'map', map: {...at, lat: Number.NaN}}, '"map" needs "map"'],
    ['folds that are no instants', {type: 'unfold', folds: [Number.NaN]}, '"unfold" needs "folds"'],
    ['an extent of no number', {type: 'extent', extent: {...box, west: Number.NaN}}, '"extent" needs'],
    ['no filters', {type: 'filter'}, '"filter" needs "filters"'],
    ['a word for a list', {type: 'filter', filters: {categories: 'works'}}, '"filter" needs'],
    ['a list of numbers', {type: 'filter', filters: {places: [1]}}, '"filter" needs "filters"'],
    ['no hosts', {type: 'allow', hosts: 'a.example'}, '"allow" needs "hosts"'],
    ['no locale', {type: 'locale'}, '"locale" needs "locale"'],
    ['JSON for a dataset', {type: 'load', dataset: {}, issues: []}, '"load" needs "dataset"'],
    ['no issues', {type: 'load', dataset: EMPTY_DATASET}, '"load" needs "issues"'],
    ['no failure', {type: 'fail'}, '"fail" needs "failure"'],
  ])('%s', (_, action, sentence) => {
    const store = make();
    const {snapshot} = store;
    expect(() => store.dispatch(action as Action)).toThrow(TypeError);
    expect(() => store.dispatch(action as Action)).toThrow(sentence);
    expect(store.snapshot).toBe(snapshot);
  });
});

describe('a dataset and what is to be seen of it', () => {
  const view = {
    selected: 'day',
    range: span('2024-07'),
    filters: {categories: ['a', 'no-such'], text: 'eleccion'},
    map: {lat: 10, lon: -67, zoom: 8},
  };

  test('come in one snapshot, the same as one after another', () => {
    const store = createStore(EMPTY_DATASET, {locale: 'es'});
    expect(calls(store, {type: 'load', ...story, view, locale: 'fr'})).toBe(1);
    const other = createStore(EMPTY_DATASET, {locale: 'es'});
    const filters = {categories: ['a'], text: 'eleccion'};
    for (const action of [
      {type: 'load', ...story},
      {type: 'locale', locale: 'fr'},
      {type: 'range', range: view.range},
      {type: 'filter', filters},
      {type: 'select', id: 'day'},
      {type: 'map', map: view.map},
    ] as const)
      other.dispatch(action);
    expect(shown(store)).toEqual(shown(other));
    expect({...store.snapshot, shown: 0}).toEqual({...other.snapshot, shown: 0});
    expect(store.snapshot).toMatchObject({selected: 'day', locale: 'fr', filters});
  });

  test('what is not asked for stays, and what it does not have is not selected', () => {
    const store = make();
    store.dispatch({type: 'select', id: 'day'});
    store.dispatch({type: 'range', range: span('2024')});
    const {shown: before} = store.snapshot;
    store.dispatch({type: 'load', ...story, progress: 0.5, view: {selected: 'no-such', map: null}});
    expect(store.snapshot).toMatchObject({selected: 'day', range: span('2024'), map: null, progress: 0.5});
    expect(store.snapshot.shown).toBe(before);
    store.dispatch({type: 'load', ...story, view: {selected: null, range: null}});
    expect(store.snapshot).toMatchObject({selected: null, range: null});
  });
});

test('words that are others make a snapshot of their own', () => {
  const store = make();
  const {summary, words} = store.snapshot;
  expect(calls(store, {type: 'words'})).toBe(1);
  expect(store.snapshot).toMatchObject({summary, words: words + 1});
});

describe('range', () => {
  const within = (edtf: string) => {
    const store = make();
    store.dispatch({type: 'range', range: span(edtf)});
    return shown(store);
  };
  test.each([
    ['2024-07-28', ['day', 'open', 'tie', 'year']],
    ['2024-07-27', ['year']],
    ['2024-07-29', ['open', 'year']],
    ['2024-12-31', ['december', 'open', 'year']],
    ['2025', ['open']],
    ['2023', []],
    ['2023/2024-07-28', ['day', 'open', 'tie', 'year']],
    ['../2023', []],
    ['2024-12/..', ['december', 'open', 'year']],
  ])('%s', (edtf, ids) => {
    expect(within(edtf)).toEqual(ids);
  });

  test('is half-open to the millisecond', () => {
    const store = make();
    const {start, end} = span('2024-07-28');
    store.dispatch({type: 'range', range: {start: start - 1, end: start}});
    expect(shown(store)).toEqual(['year']);
    store.dispatch({type: 'range', range: {start: end - 1, end}});
    expect(shown(store)).toEqual(['day', 'open', 'tie', 'year']);
    store.dispatch({type: 'range', range: {start: end, end: end + 1}});
    expect(shown(store)).toEqual(['open', 'year']);
  });

  test('null shows the undated again', () => {
    const store = make();
    store.dispatch({type: 'range', range: span('2024')});
    expect(store.snapshot.counts).toMatchObject({shown: 5, undated: 1});
    store.dispatch({type: 'range', range: null});
    expect(store.snapshot.counts.shown).toBe(6);
  });
});

describe('extent', () => {
  const within = (west: number, south: number, east: number, north: number) => {
    const store = make();
    store.dispatch({type: 'extent', extent: {west, south, east, north}});
    return shown(store);
  };
  test('shows what has a place in it', () => {
    expect(within(-68, 10, -67.5, 10.2)).toEqual(['day', 'tie']);
    expect(within(-68, 10, -67, 11)).toEqual(['day', 'december', 'tie']);
    expect(within(0, 0, 1, 1)).toEqual([]);
  });
  test('a place is an area: its edge is enough, and beyond it nothing', () => {
    // Los Teques reaches 10 km, which is 0.09 degrees, to the south of 10.34.
    expect(within(-67.1, 10.2, -67, 10.26)).toEqual(['december', 'tie']);
    expect(within(-67.1, 10.2, -67, 10.24)).toEqual([]);
  });
  test('across the antimeridian', () => {
    expect(within(170, -20, -170, -10)).toEqual(['open']);
    expect(within(-180, -20, -179.8, -10)).toEqual(['open']);
    expect(within(-179, -20, -170, -10)).toEqual([]);
  });
  test('null lets go', () => {
    const store = make();
    store.dispatch({type: 'extent', extent: {west: 0, south: 0, east: 1, north: 1}});
    store.dispatch({type: 'extent', extent: null});
    expect(store.snapshot.counts.shown).toBe(6);
  });
});

describe('filters', () => {
  test.each<[string, Extract<Action, {type: 'filter'}>['filters'], string[]]>([
    ['one category', {categories: ['a']}, ['day', 'undated']],
    ['two categories', {categories: ['a', 'b']}, ['day', 'december', 'undated', 'year']],
    ['a place', {places: ['los-teques']}, ['december', 'tie']],
    ['an actor, by the figures', {actors: ['gov']}, ['day', 'undated']],
    ['text without accents or case', {text: 'ELECCION'}, ['day']],
    ['a tilde', {text: 'senal'}, ['undated']],
    ['the name of a place', {text: 'tocoron'}, ['day', 'tie']],
    ['every word', {text: 'tocorón  mismo'}, ['tie']],
    ['no text but spaces', {text: '  '}, ['day', 'december', 'open', 'tie', 'undated', 'year']],
    ['both at once', {categories: ['b'], places: ['los-teques']}, ['december']],
    ['nothing', {text: 'xyzzy'}, []],
  ])('%s', (_, filters, ids) => {
    const store = make();
    store.dispatch({type: 'filter', filters});
    expect(shown(store)).toEqual(ids);
    expect(store.snapshot.counts.shown).toBe(ids.length);
  });

  test('one at a time leaves the others', () => {
    const store = make();
    store.dispatch({type: 'filter', filters: {categories: ['a']}});
    store.dispatch({type: 'filter', filters: {text: 'x'}});
    expect(store.snapshot.filters).toEqual({categories: ['a'], actors: [], places: [], text: 'x'});
  });

  test('a selection may lie outside of what is shown', () => {
    const store = make();
    store.dispatch({type: 'select', id: 'day'});
    store.dispatch({type: 'filter', filters: {categories: ['b']}});
    expect(store.snapshot.selected).toBe('day');
    expect(store.snapshot.shown.has('day')).toBe(false);
  });
});

describe('loading', () => {
  test('a failure keeps what was there', () => {
    const store = make();
    store.dispatch({type: 'loading'});
    expect(store.snapshot).toMatchObject({status: 'loading', failure: null});
    store.dispatch({type: 'fail', failure: {code: 'http', url: 'a.json', httpStatus: 500}});
    expect(store.snapshot).toMatchObject({status: 'error', failure: {httpStatus: 500}, counts: {events: 6}});
    store.dispatch({type: 'loading'});
    expect(store.snapshot.failure).toBeNull();
  });

  test('a dataset after the first keeps the selection and filters that it has, and the range', () => {
    const store = make();
    store.dispatch({type: 'select', id: 'day'});
    store.dispatch({type: 'range', range: span('2024')});
    store.dispatch({type: 'filter', filters: {categories: ['a', 'b'], actors: ['gov']}});
    const rest = {...story.dataset, events: story.dataset.events.filter(({id}) => id !== 'year'), actors: []};
    store.dispatch({type: 'load', dataset: rest, issues: []});
    expect(store.snapshot).toMatchObject({selected: 'day', range: span('2024'), counts: {events: 5}});
    expect(store.snapshot.filters).toMatchObject({categories: ['a', 'b'], actors: []});
    store.dispatch({type: 'load', dataset: EMPTY_DATASET, issues: []});
    expect(store.snapshot).toMatchObject({selected: null, status: 'ready', counts: {events: 0}});
  });
});

describe('subscribe', () => {
  test('a listener sees the new snapshot; after it stopped, nothing', () => {
    const store = make();
    const seen: (string | null)[] = [];
    const stop = store.subscribe(() => seen.push(store.snapshot.selected));
    store.dispatch({type: 'select', id: 'day'});
    stop();
    stop();
    store.dispatch({type: 'select', id: 'year'});
    expect(seen).toEqual(['day']);
  });

  test('one function subscribed twice is two listeners', () => {
    const store = make();
    const listener = vi.fn();
    const stop = store.subscribe(listener);
    store.subscribe(listener);
    stop();
    store.dispatch({type: 'select', id: 'day'});
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test('a listener may dispatch: all end with the last snapshot', () => {
    const store = make();
    const seen: (string | null)[] = [];
    store.subscribe(() => {
      if (store.snapshot.selected === 'day') store.dispatch({type: 'select', id: 'year'});
    });
    store.subscribe(() => seen.push(store.snapshot.selected));
    store.dispatch({type: 'select', id: 'day'});
    expect(store.snapshot.selected).toBe('year');
    expect(seen.at(-1)).toBe('year');
    expect(seen).not.toContain('day');
  });

  test('one that another has stopped is not called any more', () => {
    const store = make();
    const second = vi.fn();
    let stop = () => {};
    store.subscribe(() => stop());
    stop = store.subscribe(second);
    store.dispatch({type: 'select', id: 'day'});
    expect(second).not.toHaveBeenCalled();
  });

  test('one that comes while others are told hears from the next change on', () => {
    const store = make();
    const late = vi.fn();
    let subscribed = false;
    store.subscribe(() => {
      if (!subscribed) store.subscribe(late);
      subscribed = true;
    });
    store.dispatch({type: 'select', id: 'day'});
    expect(late).not.toHaveBeenCalled();
    store.dispatch({type: 'select', id: 'year'});
    expect(late).toHaveBeenCalledTimes(1);
  });

  test('one that throws starves nobody, and is not silent', () => {
    const store = make();
    const second = vi.fn();
    const stop = store.subscribe(() => {
      throw new Error('broken view');
    });
    store.subscribe(second);
    expect(() => store.dispatch({type: 'select', id: 'day'})).toThrow('broken view');
    expect(second).toHaveBeenCalledTimes(1);
    expect(store.snapshot.selected).toBe('day');
    store.subscribe(() => {
      throw new Error('another');
    });
    expect(() => store.dispatch({type: 'select', id: 'year'})).toThrow(AggregateError);
    expect(second).toHaveBeenCalledTimes(2);
    stop();
  });
});

describe('summary', () => {
  test('without words of its own it counts', () => {
    expect(make().snapshot.summary).toBe('6 of 6 events');
  });

  test('describe puts each view in words, once per change', () => {
    const words = vi.fn(({selected}: {selected: string | null}) => `chosen: ${selected}`);
    const store = createStore(story.dataset, {describe: words});
    store.dispatch({type: 'select', id: 'day'});
    store.dispatch({type: 'select', id: 'day'});
    expect(store.snapshot.summary).toBe('chosen: day');
    expect(words).toHaveBeenCalledTimes(2);
  });

  test('follows range, filter and locale', () => {
    const store = createStore(story.dataset, {describe: describeView, locale: 'en'});
    store.dispatch({type: 'range', range: span('2024-07/2024-12')});
    expect(store.snapshot.summary).toBe(
      '5 of 6 events, July to December 2024, 2 disputed, 1 without a date, 2 without a place, 1 without a source',
    );
    store.dispatch({type: 'locale', locale: 'es'});
    expect(store.snapshot.summary).toBe(
      '5 de 6 hechos, de julio a diciembre de 2024, 2 en disputa, 1 sin fecha, 2 sin lugar, 1 sin fuente',
    );
  });
});

describe('disputed events', () => {
  const actors = ['a', 'b', 'c'].map((id) => ({id, name: id}));
  const events = ['e', 'f'].map((id) => ({id, date: '2025-01-01', title: id, cite}));
  const measures = ['m', 'n'].map((id) => ({id, name: id, unit: 'people', kind: 'flow'}));
  const figure = (id: string, more: object) => ({
    id,
    measure: 'm',
    event: 'e',
    actor: 'a',
    value: 71,
    cite,
    ...more,
  });
  const storeOf = (figures: readonly object[], status?: string) =>
    createStore(
      parseDataset({
        cronomapa: 1,
        language: 'en',
        sources: [{id: 's', title: 'S'}],
        places: [{id: 'p', name: 'P'}],
        actors,
        measures,
        figures,
        events: events.map((event) => ({...event, ...(event.id === 'e' && status && {status})})),
      }).dataset,
    );

  test.each<[string, object, number]>([
    ['another claimant, another value', {actor: 'b', value: 99}, 1],
    ['another claimant, the same value', {actor: 'b'}, 0],
    ['what both can be true', {actor: 'b', comparator: '>=', value: 60}, 0],
    ['the same claimant', {value: 99, date: '2025-01-02'}, 0],
    ['another measure', {actor: 'b', value: 99, measure: 'n'}, 0],
    ['another place', {actor: 'b', value: 99, place: 'p'}, 0],
    ['another event', {actor: 'b', value: 99, event: 'f'}, 0],
    ['no measure', {actor: 'b', value: 99, measure: undefined}, 0],
    ['more, later', {actor: 'b', value: 99, date: '2025-01-02'}, 0],
    ['fewer, later', {actor: 'b', value: 60, date: '2025-01-02'}, 1],
  ])('by their figures: %s', (_, other, disputed) => {
    const store = storeOf([figure('1', 'date' in other ? {date: '2025-01-01'} : {}), figure('2', other)]);
    expect(store.snapshot.counts.disputed).toBe(disputed);
    expect([...indexOf(store.snapshot.dataset).disagreed]).toEqual(disputed ? ['e'] : []);
  });

  test('nobody knows what figures without a measure count', () => {
    const unknown = {measure: undefined};
    const store = storeOf([figure('1', unknown), figure('2', {...unknown, actor: 'b', value: 99})]);
    expect(store.snapshot.counts.disputed).toBe(0);
  });

  test('count once, by status and by figures alike, while they are shown', () => {
    const figures = ['e', 'f'].flatMap((event) => [
      figure(`${event}1`, {event}),
      figure(`${event}2`, {event, actor: 'b', value: 99}),
      figure(`${event}3`, {event, actor: 'c', value: 61}),
    ]);
    const store = storeOf(figures, 'disputed');
    expect(store.snapshot.counts.disputed).toBe(2);
    store.dispatch({type: 'range', range: span('1999')});
    expect(store.snapshot.counts.disputed).toBe(0);
    store.dispatch({type: 'range', range: span('2025')});
    expect(store.snapshot.counts.disputed).toBe(2);
    store.dispatch({type: 'filter', filters: {text: 'f'}});
    expect(store.snapshot.counts).toMatchObject({shown: 1, disputed: 1});
  });

  test('the record has those of each kind', () => {
    const {dataset} = read('venezuela-2024-2026.json');
    const {disagreed} = indexOf(dataset);
    expect([...disagreed].toSorted()).toEqual([
      'amnesty-counts',
      'release-2024-11-16',
      'release-2025-12-25',
      'release-2026-01-01',
      'release-2026-01-12',
      'release-2026-01-25',
    ]);
    const byStatus = dataset.events.filter(({status}) => status === 'disputed').map(({id}) => id);
    expect(createStore(dataset).snapshot.counts.disputed).toBe(new Set([...disagreed, ...byStatus]).size);
  });

  test('a huge event is held against itself in good time', () => {
    const figures = Array.from({length: 20_000}, (_, i) => figure(`f${i}`, {actor: i % 2 ? 'a' : 'b'}));
    const compared = storeOf([...figures, figure('last', {actor: 'c', value: 99})]);
    expect(compared.snapshot.counts.disputed).toBe(1);
  });
});

describe('placeCounts', () => {
  test('asks only events whose figures are of places, as reading all of a large file takes seconds', () => {
    const {dataset} = parseDataset({
      actors: [{id: 'a', name: 'A'}],
      places: [{id: 'p', name: 'P', lat: 1, lon: 1}],
      events: [
        {id: 'without', title: 'A', date: '2025'},
        {id: 'with', title: 'B', date: '2026'},
      ],
      figures: [
        {id: 'f', event: 'without', actor: 'a', value: 1},
        {id: 'g', event: 'with', actor: 'a', value: 2, place: 'p'},
      ],
    });
    expect(indexOf(dataset).counted).toEqual([1]);
  });

  const caracas = read('caracas-releases.json').dataset;

  test('65, 3 and 3 at the three places of the release', () => {
    const store = createStore(caracas);
    store.dispatch({type: 'select', id: 'release-2025-12-25'});
    const counts = placeCounts(store.snapshot);
    expect([...counts].map(([place, list]) => [place, list.map(({value}) => value)])).toEqual([
      ['tocoron', [65]],
      ['las-crisalidas', [3]],
      ['la-guaira', [3]],
    ]);
    const all = [...counts.values()].flat();
    expect(all.reduce((sum, {value}) => sum + value, 0)).toBe(71);
    for (const {figure, event} of all) {
      expect(figure.actor).toBe('mothers-and-foro-penal');
      expect(event).toBe('release-2025-12-25');
    }
  });

  test('the same without a selection: it is the latest that has counts there', () => {
    expect([...placeCounts(createStore(caracas).snapshot).keys()]).toEqual([
      'tocoron',
      'las-crisalidas',
      'la-guaira',
    ]);
  });

  test('an event without counts at places shows none', () => {
    const store = createStore(caracas);
    store.dispatch({type: 'select', id: 'election-2024-07-28'});
    expect(placeCounts(store.snapshot).size).toBe(0);
  });

  test('claims that disagree are all kept, each with who claims it', () => {
    const store = make();
    store.dispatch({type: 'select', id: 'day'});
    const counts = placeCounts(store.snapshot).get('tocoron');
    expect(counts?.map(({value, figure}) => [value, figure.actor])).toEqual([
      [3, 'ngo'],
      [1, 'gov'],
    ]);
  });

  test('an undated event is the latest of nothing, but better than no count', () => {
    const counts = placeCounts(make().snapshot);
    expect(counts.get('los-teques')?.map(({event}) => event)).toEqual(['december']);
    expect(counts.get('taveuni')?.map(({event}) => event)).toEqual(['undated']);
  });

  test('what is filtered out gives none', () => {
    const store = make();
    store.dispatch({type: 'filter', filters: {categories: ['b']}});
    expect([...placeCounts(store.snapshot).keys()]).toEqual(['los-teques']);
  });
});

test('sources of one publisher have numbers that follow each other, from its first', () => {
  const publishers = {a: 'Bee', b: undefined, c: 'Ay', d: 'Bee', e: undefined, f: 'Ay'};
  const sources = Object.entries(publishers).map(([id, publisher]) => ({id, title: id, publisher}));
  const {source, sourceNumber} = indexOf({...story.dataset, sources});
  expect([...source.keys()].join('')).toBe('adbcfe');
  expect([...sourceNumber]).toEqual([...'adbcfe'].map((id, i) => [id, i + 1]));
});

test('the index of a dataset is made once', () => {
  const index = indexOf(story.dataset);
  expect(indexOf(story.dataset)).toBe(index);
  expect(index.categoryNumber.get('b')).toBe(1);
  expect(index.sourceNumber.get('s')).toBe(1);
  expect(index.counted.map((row) => tableOf(story.dataset).at(row).id)).toEqual([
    'day',
    'december',
    'undated',
  ]);
  expect(index.figuresOf.get('day')?.map(({id}) => id)).toEqual(['f1', 'f2']);
});
