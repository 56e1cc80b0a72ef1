import axe from 'axe-core';
import {afterEach, describe, expect, test} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {CronoChart} from '../../../src/elements/chart/chart.js';
import type {CronoStory} from '../../../src/elements/story/story.js';
import {
  all,
  click,
  dispatch,
  middle,
  mount,
  mouse,
  one,
  reset,
  rootOf,
  settled,
  shipped,
  watchLeaks,
  words,
} from '../helpers.js';

CronoChart.define();

interface Row {
  readonly id: string;
  readonly measure?: string;
  readonly date?: string;
  readonly actor?: string;
  readonly event?: string;
  readonly status?: string;
  readonly confidence?: string;
  readonly value: number;
  readonly cite: readonly {readonly source: string}[];
}

// Expectations about the record are read from its file, so that a correction of a row does not fail the chart's tests.
const venezuela = await shipped('venezuela-2024-2026');
const figures = venezuela.figures as readonly Row[];
const rowsOf = (measure: string) => figures.filter((row) => row.measure === measure);
const held = rowsOf('political-prisoners');
const sources = new Map(
  (venezuela.sources as readonly {readonly id: string; readonly url?: string}[]).map((each) => [
    each.id,
    each,
  ]),
);

const DAY = 86_400_000;
/** The date of a figure, by day or month. */
const dayOf = ({date = ''}: Row) => date.replace(/[~?]$/, '');
/** The figures of one claimant, in time order. */
const countsOf = (actor: string) =>
  held.filter((row) => row.actor === actor).sort((a, b) => Date.parse(dayOf(a)) - Date.parse(dayOf(b)));
const counts = countsOf('foro-penal');
const format = (day: string | number) =>
  new Intl.DateTimeFormat('en', {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(day));
const grouped = (value: number, lang = 'en') =>
  new Intl.NumberFormat(lang, {useGrouping: 'always'} as Intl.NumberFormatOptions).format(value);

/** Formats a range of days. */
function stretch(from: number, to: number): string {
  const [month, year] = [format(from).split(' ')[0], new Date(from).getUTCFullYear()];
  const isOneYear = year === new Date(to).getUTCFullYear();
  const start = isOneYear ? format(from).replace(`, ${year}`, '') : format(from);
  return `${start} to ${isOneYear ? format(to).replace(`${month} `, '') : format(to)}`;
}

/** The figure nearest in time; the earlier of two at the same distance. */
const nearestTo = (row: Row, others: readonly Row[]): Row => {
  const distance = (other: Row) => Math.abs(Date.parse(dayOf(other)) - Date.parse(dayOf(row)));
  return others.reduce((best, each) => (distance(each) < distance(best) ? each : best));
};

/** The URLs of cited sources. */
const urlsOf = (cite: Row['cite']): string[] => cite.flatMap(({source}) => sources.get(source)?.url ?? []);

/** The accessible name of a verified figure for one day. */
function said(row: Row, claimant: string): string {
  expect([row.status, dayOf(row).length]).toEqual(['verified', 10]);
  const about = row.date?.endsWith('~') ? 'about ' : '';
  const sourced = {medium: ', fairly sourced', low: ', weakly sourced'}[row.confidence ?? ''] ?? '';
  return `${grouped(row.value)}, according to ${claimant}, as of ${about}${format(dayOf(row))}, verified by the claimant${sourced}`;
}

afterEach(reset);

async function draw(measure: string | null, data: unknown = venezuela, more: Record<string, string> = {}) {
  const story = await mount(['crono-chart'], data, more);
  const chart = story.querySelector('crono-chart');
  if (!chart) throw new Error('no chart');
  if (measure !== null) chart.setAttribute('measure', measure);
  await settled(story);
  return {story, chart};
}

const box = (chart: CronoChart) => one<SVGSVGElement>(chart, 'svg.plot');
const options = (chart: CronoChart) => all(chart, '[role="option"]');
const point = (chart: CronoChart, id: string) => one<SVGElement>(chart, `[part~="point"][data-id="${id}"]`);
const body = (chart: CronoChart, id: string) =>
  one<SVGElement>(chart, `[part~="point"][data-id="${id}"] .body`);
const readout = (chart: CronoChart) => words(rootOf(chart).querySelector('.readout'));
const activeOf = (chart: CronoChart) =>
  box(chart)
    .getAttribute('aria-activedescendant')
    ?.replace(/^figure-/, '');
const idsOf = (rows: readonly {readonly id: string}[]) => rows.map(({id}) => id).sort();
const shown = (chart: CronoChart) =>
  options(chart)
    .map(({dataset}) => dataset.id ?? '')
    .sort();

async function press(story: CronoStory, ...keys: readonly string[]) {
  for (const key of keys) {
    await userEvent.keyboard(key);
    await settled(story);
  }
}

async function focus(story: CronoStory, chart: CronoChart) {
  box(chart).focus();
  await settled(story);
}

async function openTable(story: CronoStory, chart: CronoChart) {
  one(chart, 'summary').click();
  await expect.poll(() => rootOf(chart).querySelector('table')).not.toBeNull();
  await settled(story);
  return all(chart, 'tbody tr');
}

/** The position of a point. */
const spotOf = (mark: Element): readonly [number, number] => {
  const found = /translate\(([-\d.]+),([-\d.]+)\)/.exec(
    mark.querySelector('.body')?.getAttribute('transform') ?? '',
  );
  return [Number(found?.[1]), Number(found?.[2])];
};

/** Straight parts of a path of M and L. */
function partsOf(path: string) {
  const parts: {from: readonly [number, number]; to: readonly [number, number]}[] = [];
  let at: readonly [number, number] = [0, 0];
  for (const [, letter, x, y] of path.matchAll(/([ML])([-\d.e]+),([-\d.e]+)/g)) {
    const next = [Number(x), Number(y)] as const;
    if (letter === 'L') parts.push({from: at, to: next});
    at = next;
  }
  return parts;
}

/** The key of a series: measure, claimant and place. */
const keyOf = (element: HTMLElement | SVGElement) =>
  JSON.parse(element.dataset.series ?? '[]') as (string | null)[];

const dateOf = (day: number) => new Date(Date.UTC(2024, 0, 1) + day * DAY).toISOString().slice(0, 10);

/** A story of some claimants, each with figures on some days. */
function generated(claimants: number, days: number, value: (claimant: number, day: number) => number) {
  return {
    cronomapa: 1,
    language: 'en',
    sources: [{id: 's', title: 'Source', url: 'https://example.org/'}],
    actors: Array.from({length: claimants}, (_, i) => ({
      id: `a${i}`,
      name: `Claimant ${i + 1}`,
      kind: 'ngo',
    })),
    measures: [{id: 'm', name: 'Counted', unit: 'people', kind: 'stock'}],
    events: [{id: 'e', date: '2024-06-01', title: 'Event', cite: [{source: 's'}]}],
    figures: Array.from({length: claimants * days}, (_, i) => {
      const [claimant, day] = [Math.floor(i / days), i % days];
      return {
        id: `f${claimant}-${day}`,
        measure: 'm',
        actor: `a${claimant}`,
        date: dateOf(day),
        value: value(claimant, day),
        status: claimant % 2 ? 'claimed' : 'verified',
        cite: [{source: 's'}],
      };
    }),
  };
}

/** The boxes of all visible texts, none of which may overlap. */
function textsOf(chart: CronoChart) {
  return all(chart, 'svg.plot tspan, svg.plot text:not(:has(tspan))')
    .filter((each) => words(each))
    .map((each) => ({text: words(each), box: (each as SVGElement).getBoundingClientRect()}));
}

function overlaps(chart: CronoChart): string[] {
  const texts = textsOf(chart);
  return texts.flatMap(({text, box: a}, i) =>
    texts
      .slice(i + 1)
      // The box of a line of text is taller than its letters.
      .filter(({box: b}) => {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        return across > 1 && down > 0.35 * Math.min(a.height, b.height);
      })
      .map((other) => `${text} / ${other.text}`),
  );
}

describe('the political prisoners of the dataset', () => {
  test.each(['en', 'es'])('every dated figure is a point and a row of the table, in %s', async (lang) => {
    const {story, chart} = await draw('political-prisoners', venezuela, {lang, width: '1000px'});
    expect(held.every(({date}) => date)).toBe(true);
    expect(shown(chart)).toEqual(idsOf(held));
    const rows = await openTable(story, chart);
    expect(rows.map(({dataset}) => dataset.id ?? '').sort()).toEqual(idsOf(held));
    for (const {id, value} of held) {
      expect(point(chart, id).getAttribute('aria-label')).toContain(grouped(value, lang));
      expect(words(one(chart, `tr[data-id="${id}"] .number`))).toContain(grouped(value, lang));
    }
    // By date, then by claimant.
    const dates = rows.map(({dataset}) => {
      const row = held.find(({id}) => id === dataset.id);
      return row ? dayOf(row) : '';
    });
    expect(dates).toEqual(dates.toSorted());
  });

  test('the line breaks where a claimant was silent for more than three times as long as usual, and nowhere else', async () => {
    const {story, chart} = await draw('political-prisoners', venezuela, {width: '1200px'});
    const days = counts.map((row) => Date.parse(dayOf(row)));
    const pauses = days.slice(1).map((day, i) => ({from: days[i] ?? 0, to: day}));
    const lengths = pauses.map(({from, to}) => to - from).sort((a, b) => a - b);
    const [below, above] = [(lengths.length - 1) >> 1, lengths.length >> 1].map((i) => lengths[i] ?? 0);
    const usual = ((below ?? 0) + (above ?? 0)) / 2;
    const silent = pauses.filter(({from, to}) => to - from > 3 * usual);
    expect(silent.length).toBeGreaterThan(2);
    const gaps = all(chart, '[part="gap"]');
    expect(gaps.map((gap) => keyOf(gap)[1])).toEqual(silent.map(() => 'foro-penal'));
    expect(gaps.map(words)).toEqual(
      silent.map(({from, to}) => `No figure published: ${stretch(from + DAY, to - DAY)}`),
    );
    await openTable(story, chart);
    expect(all(chart, '.gaps li').map(words)).toEqual(gaps.map((gap) => `Foro Penal: ${words(gap)}`));
    for (const gap of gaps) {
      const [, from, to] = /^M([\d.]+),[\d.]+H([\d.]+)$/.exec(gap.getAttribute('d') ?? '')?.map(Number) ?? [];
      const line = all(chart, '[part="series"]').find((each) => each.dataset.series === gap.dataset.series);
      const parts = partsOf(line?.getAttribute('d') ?? '');
      expect(parts.length).toBe(pauses.length - silent.length);
      for (const part of parts)
        expect(Math.min(part.to[0], to ?? 0) - Math.max(part.from[0], from ?? 0)).toBeLessThan(0.05);
    }
  });

  test('a line goes from one of its own figures to another of its own, in time', async () => {
    const {chart} = await draw('political-prisoners held-tocoron', venezuela, {width: '1200px'});
    const lines = all(chart, '[part="series"]');
    expect(lines.map((line) => keyOf(line).slice(0, 2).join(' ')).sort()).toEqual(
      [
        ...new Set(
          ['political-prisoners', 'held-tocoron'].flatMap((measure) =>
            rowsOf(measure).map(({actor}) => `${measure} ${actor}`),
          ),
        ),
      ].sort(),
    );
    for (const line of lines) {
      const [measure, actor] = keyOf(line);
      const spots = figures
        .filter((row) => row.measure === measure && row.actor === actor)
        .map(({id}) =>
          spotOf(point(chart, id))
            .map((at) => at.toFixed(1))
            .join(),
        );
      for (const {from, to} of partsOf(line.getAttribute('d') ?? '')) {
        for (const end of [from, to]) expect(spots).toContain(end.map((at) => at.toFixed(1)).join());
        expect(to[0]).toBeGreaterThan(from[0]);
      }
    }
  });
});

test('measures that are not counted alike have an axis each on one axis of time', async () => {
  const ids = ['releases-since-2026-01-08', 'releases-since-2025-12', 'releases-since-2025-11'];
  const {chart} = await draw(ids.join(' '), venezuela, {width: '1100px'});
  expect(words(one(chart, '.chart'))).toContain('Not counted alike (in kind, unit or start)');
  const panels = all(chart, '[role="group"]');
  expect(panels.map((panel) => panel.getAttribute('aria-label'))).toEqual([
    'Releases since 8 January 2026, people, running total, since January 8, 2026',
    'Releases since December 2025, people, running total, since December 2025 (uncertain)',
    'Releases since November 2025, people, running total, since November 2025',
  ]);
  panels.forEach((panel, i) => {
    const lines = [...panel.querySelectorAll<SVGElement>('[part="series"]')];
    expect(new Set(lines.map((line) => keyOf(line)[0]))).toEqual(new Set([ids[i]]));
  });
  expect(shown(chart)).toEqual(idsOf(ids.flatMap(rowsOf)));
  await expect
    .element(page.getByRole('heading', {level: 3, name: /^Releases since 8 January 2026 · /}))
    .toBeInTheDocument();
});

test('measures that are counted alike share an axis, and each claimant has a line for each', async () => {
  const {chart} = await draw('votes-maduro votes-gonzalez', venezuela, {width: '1100px'});
  expect(all(chart, '[role="group"]').length).toBe(1);
  expect(all(chart, '[part="series"]').length).toBe(8);
  expect(words(one(chart, '.chart'))).not.toContain('Not counted alike');
});

test('a flow is bars that stand beside one another', async () => {
  const {chart} = await draw('released', venezuela, {width: '1100px'});
  expect(all(chart, '[part="bar"]').length).toBe(rowsOf('released').length);
  const bars = all(chart, '[part="bar"]')
    .map((bar) => ({from: Number(bar.getAttribute('x')), width: Number(bar.getAttribute('width'))}))
    .sort((a, b) => a.from - b.from);
  bars.forEach(({from}, i) => {
    const before = bars[i - 1];
    if (before) expect(from).toBeGreaterThanOrEqual(before.from + before.width - 0.05);
  });
  expect(all(chart, '[part="series"]').every((line) => line.getAttribute('d') === '')).toBe(true);
});

describe('what there is not', () => {
  test('an unknown measure is named in a sentence', async () => {
    const {chart} = await draw('nobody');
    expect(words(one(chart, '.chart'))).toBe('This story counts nothing called “nobody”.');
    expect(chart.matches(':state(empty)')).toBe(true);
    chart.measure = 'political-prisoners';
    await chart.updateComplete;
    expect(chart.matches(':state(empty)')).toBe(false);
  });

  test('one unknown measure does not take down the others', async () => {
    const {chart} = await draw('nobody political-prisoners');
    expect(words(one(chart, '.chart'))).toContain('nothing called “nobody”');
    expect(options(chart).length).toBe(held.length);
  });

  test('figures without a date are said to be there, and stand in the table', async () => {
    const data = generated(1, 1, () => 7);
    const [figure] = data.figures;
    const undated = {...figure, id: 'never', date: 'some day', value: 9};
    const {chart} = await draw('m', {...data, figures: [undated]});
    expect(words(one(chart, '.chart'))).toContain('No dated figure of this has been published.');
    expect(chart.matches(':state(empty)')).toBe(true);
    const {story, chart: both} = await draw('m', {...data, figures: [figure, undated]});
    expect(words(one(both, '.facts'))).toContain('1 without a date');
    const rows = await openTable(story, both);
    expect(rows.map(words).at(-1)).toContain('date unknown (some day) 9 Claimant 1');
  });

  test('before a story there is what stands in it', async () => {
    document.body.innerHTML = '<crono-chart for="none"><p>Fallback</p></crono-chart>';
    await expect.element(page.getByText('Fallback')).toBeVisible();
  });
});

describe('by keyboard', () => {
  test('one stop; along a series, across series, to its ends; each read in full', async () => {
    const {story, chart} = await draw('political-prisoners', venezuela, {width: '1000px'});
    await userEvent.tab();
    expect(rootOf(chart).activeElement).toBe(box(chart));
    expect(activeOf(chart)).toBeUndefined();
    await press(story, '{ArrowRight}');
    const label = () => point(chart, activeOf(chart) ?? '').getAttribute('aria-label');
    const [first, last] = [counts[0], counts.at(-1)];
    if (!first || !last) throw new Error('no counts');
    expect(label()).toBe(said(first, 'Foro Penal (NGO)'));
    const way: (string | undefined)[] = [activeOf(chart)];
    for (let i = 1; i < counts.length; i++) {
      await press(story, '{ArrowRight}');
      way.push(activeOf(chart));
    }
    expect(way).toEqual(counts.map(({id}) => id));
    await press(story, '{ArrowRight}');
    expect(activeOf(chart)).toBe(last.id);
    await press(story, '{ArrowDown}');
    const nearest = nearestTo(last, countsOf('jep'));
    expect(activeOf(chart)).toBe(nearest.id);
    expect(label()).toBe(said(nearest, 'Justicia, Encuentro y Perdón (NGO)'));
    await press(story, '{Home}');
    const [parallel] = countsOf('jep');
    if (!parallel) throw new Error('no parallel count');
    expect(activeOf(chart)).toBe(parallel.id);
    await press(story, '{ArrowUp}');
    expect(activeOf(chart)).toBe(nearestTo(parallel, counts).id);
    expect(label()).toContain('according to Foro Penal (NGO)');
    await press(story, '{End}');
    expect(activeOf(chart)).toBe(last.id);
    expect(one(chart, '[part~="point-active"]').dataset.id).toBe(activeOf(chart));
    expect(story.snapshot.selected).toBeNull();
    await press(story, '{Escape}');
    expect(activeOf(chart)).toBeUndefined();
  });

  test('Enter selects the event, and spells out the sources', async () => {
    const {story, chart} = await draw('political-prisoners', venezuela, {width: '1000px'});
    await focus(story, chart);
    await press(story, '{ArrowRight}', '{End}');
    const at = counts.findLastIndex(({event}) => event);
    for (let i = counts.length - 1; i > at; i--) await press(story, '{ArrowLeft}');
    const of = counts[at];
    if (!of?.event) throw new Error('no count of an event');
    expect(readout(chart)).toMatch(new RegExp(`^${grouped(of.value)},`));
    await press(story, '{Enter}');
    expect(story.snapshot.selected).toBe(of.event);
    expect(all(chart, '.readout .sources li').length).toBeGreaterThan(0);
    await press(story, '{Escape}');
    expect(all(chart, '[part~="call-out"]')).toEqual([]);
    await press(story, '{Escape}');
    expect(all(chart, '.readout .sources li').length).toBe(0);
    expect(story.snapshot.selected).toBe(of.event);
    await press(story, '{Escape}');
    expect(story.snapshot.selected).toBeNull();
  });

  test('Tab goes on to the sources of the figure', async () => {
    const {story, chart} = await draw('political-prisoners', venezuela, {width: '1000px'});
    await focus(story, chart);
    await press(story, '{ArrowRight}');
    await userEvent.tab();
    const note = rootOf(chart).activeElement;
    expect(note?.matches('.readout a.note')).toBe(true);
    expect(note?.getAttribute('href')).toMatch(/^https:/);
    expect(readout(chart)).toContain('1,674');
  });

  test('going to a figure out of view moves the range to it', async () => {
    const {story, chart} = await draw('political-prisoners', venezuela, {width: '1000px'});
    await dispatch(story, {type: 'range', range: {start: Date.UTC(2025, 0, 1), end: Date.UTC(2025, 1, 1)}});
    await focus(story, chart);
    await press(story, '{ArrowRight}', '{Home}');
    expect(readout(chart)).toContain('1,674');
    expect(activeOf(chart)).toBeDefined();
    expect(story.snapshot.range?.start).toBeLessThan(Date.UTC(2024, 7, 24));
  });
});

describe('by pointer', () => {
  test('what is pointed at is said under the chart with its sources, and stays until it is let go', async () => {
    const {story, chart} = await draw('political-prisoners', venezuela, {width: '1000px'});
    expect(readout(chart)).toContain('Point at a figure');
    const [target] = counts
      .filter(({cite}) => urlsOf(cite).length === cite.length)
      .sort((a, b) => b.value - a.value);
    if (!target) throw new Error('no count with a linked source');
    await mouse('mouseMoved', middle(body(chart, target.id)));
    await settled(story);
    expect(readout(chart).startsWith(`${said(target, 'Foro Penal (NGO)')} `)).toBe(true);
    const links = all(chart, '.readout a.note').map((each) => each.getAttribute('href'));
    expect(links.sort()).toEqual(urlsOf(target.cite).sort());
    await mouse('mouseMoved', {x: 2, y: 2});
    await settled(story);
    expect(readout(chart).startsWith(grouped(target.value))).toBe(true);
    await focus(story, chart);
    await press(story, '{Escape}');
    expect(readout(chart)).toContain('Point at a figure');
  });

  test('a click selects the event of a figure', async () => {
    const {story, chart} = await draw('released', venezuela, {width: '1000px'});
    const target = rowsOf('released').find(({id}) => id === 'r260112-fp24');
    expect(target?.event).toBeDefined();
    await click(middle(body(chart, target?.id ?? '')));
    await settled(story);
    expect(story.snapshot.selected).toBe(target?.event);
  });

  test('of figures in one place the next click reaches the next', async () => {
    const data = generated(3, 1, () => 7);
    const {story, chart} = await draw('m', data, {width: '800px'});
    const at = middle(body(chart, 'f0-0'));
    const seen = new Set<string>();
    for (let i = 0; i < 3; i++) {
      await click(at);
      await settled(story);
      seen.add(activeOf(chart) ?? '');
    }
    expect([...seen].sort()).toEqual(['f0-0', 'f1-0', 'f2-0']);
  });
});

describe('linked to its story', () => {
  test('the figures of the selected event are marked, and it is named on the axis', async () => {
    const {story, chart} = await draw('released', venezuela, {width: '1000px'});
    await dispatch(story, {type: 'select', id: 'release-2025-12-25'});
    const of = figures.filter(({event, measure}) => event === 'release-2025-12-25' && measure === 'released');
    const marked = all(chart, '[part~="point-selected"]');
    expect(marked.map(({dataset}) => dataset.id ?? '').sort()).toEqual(idsOf(of));
    expect(marked.every((each) => each.getAttribute('aria-selected') === 'true')).toBe(true);
    expect(words(one(chart, '.event-name'))).toBe('Prisoners released on Christmas Day');
    expect(all(chart, '[part~="event-selected"]').map(({dataset}) => dataset.event)).toEqual([
      'release-2025-12-25',
    ]);
  });

  test('it spans the range, and counts what is outside of it', async () => {
    const {story, chart} = await draw('political-prisoners', venezuela, {width: '1000px'});
    await dispatch(story, {type: 'range', range: {start: Date.UTC(2025, 0, 1), end: Date.UTC(2026, 0, 1)}});
    const day = ({date = ''}: Row) => date.replace(/[~?]/, '');
    const inside = held.filter((row) => day(row) >= '2025-01-01' && day(row) < '2026-01-01');
    expect(shown(chart)).toEqual(idsOf(inside));
    const earlier = held.filter((row) => day(row) < '2025-01-01').length;
    const later = held.filter((row) => day(row) >= '2026-01-01').length;
    expect(all(chart, '.outside button').map(words)).toEqual([
      `${earlier} figures earlier`,
      `${later} figures later`,
    ]);
    await page.getByRole('button', {name: `${later} figures later`}).click();
    await settled(story);
    expect(story.snapshot.range?.start).toBeGreaterThan(Date.UTC(2025, 0, 1));
  });

  test('filters leave figures where they are', async () => {
    const {story, chart} = await draw('political-prisoners', venezuela, {width: '1000px'});
    await dispatch(story, {type: 'filter', filters: {text: 'nothing has these words'}});
    expect(story.snapshot.counts.shown).toBe(0);
    expect(options(chart).length).toBe(held.length);
  });

  test('events can be left out', async () => {
    const {story, chart} = await draw('political-prisoners', venezuela, {width: '1000px'});
    expect(all(chart, '[part~="event"]').length).toBeGreaterThan(10);
    chart.withoutEvents = true;
    await settled(story);
    expect(all(chart, '[part~="event"]').length).toBe(0);
  });

  test('without events and a chosen range the axis spans the figures', async () => {
    const {story, chart} = await draw('releases-since-2026-01-08', venezuela, {width: '1000px'});
    const share = () => {
      const places = options(chart).map((each) => middle(each).x);
      return (Math.max(...places) - Math.min(...places)) / chart.clientWidth;
    };
    expect(share()).toBeLessThan(0.2);
    chart.withoutEvents = true;
    await settled(story);
    expect(share()).toBeGreaterThan(0.6);
    const {start, end} = {start: Date.UTC(2024, 6), end: Date.UTC(2026, 6)};
    await dispatch(story, {type: 'range', range: {start, end}});
    expect(share()).toBeLessThan(0.2);
  });

  test('taken out and put back it goes on, and leaves nothing behind', async () => {
    const {story, chart} = await draw('political-prisoners', venezuela, {width: '1000px'});
    chart.remove();
    story.append(chart);
    await settled(story);
    expect(options(chart).length).toBe(held.length);
    const leaks = watchLeaks();
    const other = document.createElement('crono-chart');
    story.append(other);
    await other.updateComplete;
    other.remove();
    const {added, alive} = leaks.stop();
    expect(added).toBeGreaterThan(0);
    expect(alive).toEqual([]);
  });
});

describe('without colour', () => {
  test('twenty claimants have twenty pairs of shape and dashes, and each has a name beside or below', async () => {
    const {chart} = await draw(
      'm',
      generated(20, 4, (claimant, day) => 100 * claimant + 10 * day),
      {width: '1000px'},
    );
    const lines = all(chart, '[part="series"]');
    const looks = lines.map((line) => `${line.dataset.shape} ${line.getAttribute('stroke-dasharray')}`);
    expect(new Set(looks).size).toBe(20);
    // Neighbours differ in both.
    looks.forEach((look, i) => {
      const [shape, dash] = look.split(' ');
      const [before, other] = (looks[i - 1] ?? 'x y').split(' ');
      expect(shape).not.toBe(before);
      expect(dash).not.toBe(other);
    });
    const named = [...all(chart, '.label.end').map(words), ...all(chart, '.legend [data-series]').map(words)];
    for (let i = 1; i <= 20; i++)
      expect(
        named.filter((name) => name === `Claimant ${i}` || name.startsWith(`Claimant ${i} `)).length,
      ).toBe(1);
    expect(overlaps(chart)).toEqual([]);
  });

  test('what is not said to be verified is hollow, and the legend says so', async () => {
    const {chart} = await draw('releases-since-2026-01-08', venezuela, {width: '1000px'});
    const rows = rowsOf('releases-since-2026-01-08');
    for (const {id, status} of rows)
      expect(point(chart, id).classList.contains('hollow')).toBe(status !== 'verified');
    expect(one(chart, '.legend').ariaLabel).toBe('What the marks mean');
    expect(words(one(chart, '.legend'))).toContain('verified by the claimant');
    expect(words(one(chart, '.legend'))).toContain('not said to be verified');
    const fill = (id: string) => getComputedStyle(body(chart, id)).fill;
    const verified = rows.find(({status, date}) => status === 'verified' && !/[~?]/.test(date ?? ''));
    const claimed = rows.find(({status}) => status !== 'verified');
    expect(fill(verified?.id ?? '')).not.toBe(fill(claimed?.id ?? ''));
  });
});

describe('no text lies on another', () => {
  test.each([
    [360, 'en'],
    [768, 'en'],
    [1280, 'en'],
    [320, 'es'],
    [768, 'es'],
  ])('at %i px, in %s', async (width, lang) => {
    const {story, chart} = await draw('political-prisoners', venezuela, {
      width: `${width}px`,
      lang,
      selected: 'release-2025-12-25',
    });
    for (const measure of [
      'political-prisoners',
      'released',
      'releases-since-2026-01-08 releases-since-2025-12 releases-since-2025-11',
      'votes-maduro votes-gonzalez',
      'arrests official-releases-2024',
    ]) {
      chart.measure = measure;
      await settled(story);
      expect(textsOf(chart).length).toBeGreaterThan(5);
      expect(overlaps(chart), measure).toEqual([]);
      const {left, right} = chart.getBoundingClientRect();
      for (const {
        text,
        box: {left: from, right: to},
      } of textsOf(chart)) {
        expect(from, text).toBeGreaterThanOrEqual(left - 1);
        expect(to, text).toBeLessThanOrEqual(right + 1);
      }
    }
  });
});

describe('a great deal', () => {
  test('1,000 figures of one claimant: one path, all in the table, each reached by key', async () => {
    const {story, chart} = await draw(
      'm',
      generated(1, 1000, (_, day) => 500 + Math.round(400 * Math.sin(day / 60))),
      {
        width: '800px',
      },
    );
    const dots = one(chart, '.dots').getAttribute('d') ?? '';
    expect(dots.match(/M/g)?.length).toBe(1000);
    expect(all(chart, '[part="series"]').length).toBe(1);
    expect(rootOf(chart).querySelectorAll('*').length).toBeLessThan(400);
    await focus(story, chart);
    await press(story, '{ArrowRight}', '{ArrowRight}', '{ArrowRight}');
    expect(activeOf(chart)).toBe('f0-2');
    expect(point(chart, 'f0-2').getAttribute('aria-label')).toContain('January 3, 2024');
    await press(story, '{End}');
    expect(activeOf(chart)).toBe('f0-999');
    expect((await openTable(story, chart)).length).toBe(1000);
  });

  test('20 claimants of 1,000 figures stay under 4,000 nodes', async () => {
    const {chart} = await draw(
      'm',
      generated(20, 1000, (claimant, day) => claimant * 1000 + day),
      {width: '1000px'},
    );
    expect(all(chart, '.dots').length).toBe(20);
    const points = all(chart, '.dots').reduce(
      (sum, each) => sum + (each.getAttribute('d')?.match(/M/g)?.length ?? 0),
      0,
    );
    expect(points).toBe(20_000);
    expect(rootOf(chart).querySelectorAll('*').length).toBeLessThan(4000);
    expect(overlaps(chart)).toEqual([]);
  });

  test.each([340, 900])('values from 1 to a million million, in %i px', async (width) => {
    const {chart} = await draw(
      'm',
      generated(3, 5, (claimant, day) => 10 ** Math.min(12, 3 * day + claimant * 0)),
      {width: `${width}px`},
    );
    expect(overlaps(chart)).toEqual([]);
    const heights = [0, 4].map((day) => spotOf(point(chart, `f0-${day}`))[1]);
    expect(heights[0]).toBeGreaterThan(heights[1] ?? 0);
    expect(point(chart, 'f0-4').getAttribute('aria-label')).toContain('1 trillion');
    expect(point(chart, 'f0-0').getAttribute('aria-label')).toMatch(/^1, /);
  });
});

test('hostile strings stay text', async () => {
  const hostile = '<img src=x onerror="window.broken=1">';
  const data = generated(1, 2, () => 3);
  const {story, chart} = await draw('m', {
    ...data,
    actors: [{id: 'a0', name: hostile}],
    measures: [{id: 'm', name: hostile, kind: 'stock', unit: hostile}],
    sources: [{id: 's', title: hostile, publisher: hostile, url: 'javascript:window.broken=1'}],
    figures: data.figures.map((figure) => ({...figure, status: hostile, note: hostile})),
  });
  await focus(story, chart);
  await press(story, '{ArrowRight}', '{Enter}');
  await openTable(story, chart);
  expect(readout(chart)).toContain(hostile);
  expect(rootOf(chart).querySelector('img, script, a[href^="javascript"]')).toBeNull();
  expect('broken' in window).toBe(false);
});

test('the height of the plot is a token', async () => {
  const {story, chart} = await draw('political-prisoners', venezuela, {width: '800px'});
  const before = box(chart).getBoundingClientRect().height;
  chart.style.setProperty('--crono-chart-height', '30rem');
  chart.requestUpdate();
  await settled(story);
  expect(box(chart).getBoundingClientRect().height).toBeGreaterThan(before + 100);
});

test.each([
  ['light', 900],
  ['dark', 900],
  ['light', 340],
  ['dark', 340],
])('axe finds nothing in %s at %i px', async (theme, width) => {
  const {story, chart} = await draw('political-prisoners', venezuela, {
    theme: `${theme}`,
    width: `${width}px`,
    selected: 'fp-568',
  });
  document.body.style.background = theme === 'dark' ? '#17181a' : '#fffefb';
  await focus(story, chart);
  await press(story, '{ArrowRight}', '{Enter}');
  await openTable(story, chart);
  const {violations} = await axe.run(chart, {rules: {region: {enabled: false}}});
  expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  chart.measure = 'releases-since-2026-01-08 released';
  await settled(story);
  const again = await axe.run(chart, {rules: {region: {enabled: false}}});
  expect(again.violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
});
