import {afterEach, describe, expect, test, vi} from 'vitest';
import {type Issue, type ParseResult, parseDataset, parseJson} from '../../../src/core/dataset/index.js';
import {tableOf} from '../../../src/core/table/index.js';
import {loadDataset} from '../../../src/elements/story/load.js';
import type {Loaded} from '../../../src/elements/story/loaded.js';

const urls: string[] = [];
/** A URL of a file with this text, or of what was made a file once. */
const file = (text: string | Blob, type = 'application/json') => {
  const url = URL.createObjectURL(text instanceof Blob ? text : new Blob([text], {type}));
  urls.push(url);
  return url;
};

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  for (const url of urls.splice(0)) URL.revokeObjectURL(url);
});

const story = (count: number) => ({
  cronomapa: 1,
  language: 'en',
  title: 'A big story',
  sources: [{id: 's', title: 'S'}],
  places: [{id: 'p', name: 'P', lat: 10, lon: -66}],
  events: Array.from({length: count}, (_, i) => ({
    id: `e${i}`,
    date: `${2000 + (i % 20)}`,
    title: `Event ${i}, año`,
    text: 'What happened on that day. '.repeat(3),
    places: i % 50 ? ['p'] : [],
    cite: [{source: 's'}],
  })),
});
const big = story(20_000);
const text = JSON.stringify(big);
/** Sent to the browser once for all tests. */
const whole = new Blob([text], {type: 'application/json'});
/** The same as lines, each of one row. */
const linesOf = ({events, ...head}: ReturnType<typeof story>) =>
  [head, ...events.map((row) => ({events: row}))].map((line) => JSON.stringify(line)).join('\n');

/** The workers that were started, and whether they were ended. */
function watchWorkers() {
  const workers: {readonly url: string; ended: boolean}[] = [];
  const Real = globalThis.Worker;
  vi.stubGlobal(
    'Worker',
    class extends Real {
      readonly #record;
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.#record = {url: String(url), ended: false};
        workers.push(this.#record);
      }
      override terminate(): void {
        this.#record.ended = true;
        super.terminate();
      }
    },
  );
  return workers;
}

async function load(url: string, withoutWorker = false) {
  const parts: {readonly result: ParseResult; readonly progress: number}[] = [];
  const loaded = await loadDataset(url, new AbortController().signal, {
    withoutWorker,
    onPart: (result, progress) => parts.push({result, progress}),
  });
  return {loaded, parts};
}

function resultOf(loaded: Loaded): ParseResult {
  if ('failure' in loaded) throw new Error(JSON.stringify(loaded.failure));
  return loaded.result;
}

const expected = parseDataset(big);
const columnsOf = ({dataset}: ParseResult) =>
  Object.entries<number | ArrayLike<number>>({...tableOf(dataset).columns}).map(
    ([name, column]) => [name, typeof column === 'number' ? [column] : column] as const,
  );

/** The visible content, for comparison. */
function expectBig(loaded: Loaded) {
  const result = resultOf(loaded);
  const {dataset, issues} = result;
  expect(issues).toEqual(expected.issues);
  expect(dataset.events).toHaveLength(20_000);
  expect(dataset.places).toEqual(expected.dataset.places);
  for (const i of [0, 1, 4999, 19_999]) expect(dataset.events[i]).toEqual(expected.dataset.events[i]);
  const columns = columnsOf(result);
  // An expectation of each of some hundred thousand numbers takes seconds.
  const wrong = columnsOf(expected).filter(([name, column], i) => {
    const [ownName, own] = columns[i] ?? ['', []];
    return (
      name !== ownName ||
      own.length !== column.length ||
      Array.prototype.some.call(column, (value, row) => !Object.is(value, own[row]))
    );
  });
  expect(wrong.map(([name]) => name)).toEqual([]);
  expect(columns).toHaveLength(columnsOf(expected).length);
}

test('a small file is read at once, and no worker is started', async () => {
  const workers = watchWorkers();
  const {loaded, parts} = await load(file(JSON.stringify(story(20))));
  const {dataset, issues} = resultOf(loaded);
  const read = parseDataset(story(20));
  expect(dataset).toEqual(read.dataset);
  const named = (all: readonly Issue[]) =>
    all.map(({code, severity, path, row}) => [code, severity, path, row]);
  expect(named(issues)).toEqual(named(read.issues));
  expect([workers, parts]).toEqual([[], []]);
});

test('what is wrong is said in sentences', async () => {
  const faulty = {...story(3), places: [{id: 'nowhere', name: 'Nowhere', lat: 95, lon: 0}]};
  const {loaded} = await load(file(JSON.stringify(faulty)));
  expect(resultOf(loaded)).toEqual(parseDataset(faulty));
});

describe('a large file', () => {
  test('is read in a worker, which then ends, and parts are told on the way', async () => {
    const workers = watchWorkers();
    const {loaded, parts} = await load(file(whole));
    expectBig(loaded);
    expect(workers).toMatchObject([{url: expect.stringContaining('worker'), ended: true}]);
    expect(parts).toHaveLength(1);
    const [part] = parts;
    const size = part?.result.dataset.events.length ?? 0;
    expect(size).toBeGreaterThanOrEqual(16_000);
    expect(size).toBeLessThan(20_000);
    expect(part?.result.dataset.events[size - 1]).toEqual(expected.dataset.events[size - 1]);
    expect(part?.progress).toBeGreaterThan(0.5);
    expect(part?.progress).toBeLessThan(1);
  });

  test.each(['application/x-ndjson', 'application/x-ndjson; charset=utf-8'])(
    'as lines, by its type %s',
    async (type) => {
      const workers = watchWorkers();
      const [small, expectedSmall] = [story(200), parseDataset(story(200))];
      const {dataset, issues} = resultOf((await load(file(linesOf(small), type))).loaded);
      expect([dataset, issues]).toEqual([expectedSmall.dataset, expectedSmall.issues]);
      expect(workers).toHaveLength(1);
    },
  );

  test('as lines, by its name', async () => {
    const real = file(linesOf(big));
    const fetchIt = globalThis.fetch;
    vi.spyOn(globalThis, 'fetch').mockImplementation((_, init) => fetchIt(real, init));
    expectBig((await load('https://example.org/story.ndjson?v=2')).loaded);
  });

  test.each([
    [
      'refused',
      class {
        constructor() {
          throw new DOMException('Not from here.', 'SecurityError');
        }
      },
    ],
    [
      'blocked',
      class extends globalThis.Worker {
        constructor() {
          super('/nothing-here.js', {type: 'module'});
        }
      },
    ],
  ])('where a worker is %s it is read here, the same', async (_, Stub) => {
    vi.stubGlobal('Worker', Stub);
    const {loaded, parts} = await load(file(whole));
    expectBig(loaded);
    expect(parts).toHaveLength(1);
  });

  test('where a worker never answers it is read here, the same', async () => {
    let tellCreated = () => {};
    const created = new Promise<void>((resolve) => {
      tellCreated = resolve;
    });
    const ended = vi.fn();
    vi.stubGlobal(
      'Worker',
      class {
        constructor() {
          tellCreated();
        }
        terminate = ended;
      },
    );
    vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
    const loading = load(file(whole));
    await created;
    vi.advanceTimersByTime(5000);
    vi.useRealTimers();
    expectBig((await loading).loaded);
    expect(ended).toHaveBeenCalled();
  });

  test('the page goes on while it is read here', async () => {
    vi.stubGlobal('Worker', undefined);
    let turns = 0;
    const timer = setInterval(() => turns++);
    await load(file(JSON.stringify(story(30_000))));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });

  test('that is faulty fails as a small one does', async () => {
    const cut = text.slice(0, -100);
    expect((await load(file(cut))).loaded).toMatchObject({
      failure: {code: 'not-json', detail: parseJson(cut).issue?.message},
    });
    const list = `[${text}]`;
    expect((await load(file(list))).loaded).toMatchObject({
      failure: {code: 'not-dataset', detail: 'It is a list, not a dataset.'},
    });
    const twice = `${text.slice(0, -1)}, "events": [{"id": "last", "title": "Last"}]}`;
    const {dataset, ...rest} = resultOf((await load(file(twice))).loaded);
    const {dataset: ours, ...others} = parseDataset(JSON.parse(twice));
    expect(rest).toEqual(others);
    expect(JSON.stringify(dataset)).toBe(JSON.stringify(ours));
  });

  test('is read here where the page wants no worker', async () => {
    const workers = watchWorkers();
    const {loaded} = await load(file(whole), true);
    expectBig(loaded);
    expect(workers).toEqual([]);
  });

  test('that is let go of ends its worker', async () => {
    const workers = watchWorkers();
    const abort = new AbortController();
    const loading = loadDataset(file(whole), abort.signal, {onPart: () => abort.abort()});
    await expect(loading).rejects.toThrow();
    expect(workers).toMatchObject([{ended: true}]);
  });
});

test.each([
  ['small', 1000],
  ['large', 500_000],
])('a %s file that is cut off on the way is no dataset', async (_, at) => {
  const workers = watchWorkers();
  const bytes = new TextEncoder().encode(text);
  let sent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) controller.error(new TypeError('cut off'));
      else controller.enqueue(bytes.slice(0, at));
      sent = true;
    },
  });
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(body));
  await expect(load('https://example.org/story.json')).rejects.toThrow('cut off');
  expect(workers.every(({ended}) => ended)).toBe(true);
});
