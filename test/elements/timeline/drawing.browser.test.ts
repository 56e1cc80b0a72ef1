import {afterEach, describe, expect, test} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import type {CronoStory} from '../../../src/elements/story/story.js';
import {ODD_STORIES} from '../../odd-stories.js';
import {threeClaims} from '../../three-claims.js';
import {
  all,
  button,
  dispatch,
  frame,
  middle,
  mount as mountIn,
  one,
  type Point,
  reset,
  shipped,
  touch,
  waitFor,
  watchLeaks,
  words,
} from '../helpers.js';

const releases = await shipped('caracas-releases');
const cite = [{source: 's'}];

/** Two lanes, a day, a month, a year, an interval, an open end, and one without a date. */
const dates = {
  cronomapa: 1,
  language: 'en',
  sources: [{id: 's', title: 'Report', url: 'https://example.org/s'}],
  categories: [
    {id: 'one', name: 'Lane one'},
    {id: 'two', name: 'Lane two'},
  ],
  events: [
    {id: 'year', date: '2024', category: 'one', title: 'A year', cite},
    {id: 'month', date: '2024-03', category: 'two', title: 'A month', cite},
    {id: 'about', date: '2024-06-01~', category: 'one', title: 'About a day', cite},
    {id: 'half', date: '2024-07-01/2024-12-31', category: 'two', title: 'Half a year', cite},
    {id: 'day', date: '2024-09-09', category: 'one', title: 'A day', cite, status: 'disputed'},
    {id: 'open', date: '2025-03/..', category: 'two', title: 'Not over', cite},
    {id: 'when', category: 'one', title: 'Nobody knows when', cite},
  ],
};
/** Days from the start of 2024, by the calendar on the wall: 366 in 2024, then 31, 28. */
const DAYS: Record<string, readonly [number, number]> = {
  year: [0, 366],
  month: [60, 91],
  half: [182, 366],
};

afterEach(reset);

type Timeline = HTMLElementTagNameMap['crono-timeline'];
async function mount(data: unknown = dates, attributes: Record<string, string> = {}) {
  const story = await mountIn(['crono-timeline'], data, attributes);
  const timeline = story.querySelector('crono-timeline');
  if (!timeline) throw new Error('no timeline');
  return {story, timeline};
}

test('names of lanes stand over the lines of the axis', async () => {
  const {timeline} = await mount();
  const [name, line] = [one(timeline, '[part="lane-label"]'), one(timeline, '.axis line')];
  expect(line.compareDocumentPosition(name) & Node.DOCUMENT_POSITION_FOLLOWING).not.toBe(0);
  // Their halo ends the lines before them, and does not leave the drawing.
  const {paintOrder, strokeWidth} = getComputedStyle(name);
  expect(paintOrder).toMatch(/^stroke/);
  expect(Number(name.querySelector('tspan')?.getAttribute('x'))).toBeGreaterThanOrEqual(
    Number.parseFloat(strokeWidth) / 2,
  );
});

const middleOf = (box: DOMRect | undefined) => (box ? box.x + box.width / 2 : Number.NaN);
const listbox = (timeline: Timeline) => one<SVGElement>(timeline, '[role="listbox"]');
const mark = (timeline: Timeline, id: string) => one<SVGElement>(timeline, `[part~="mark"][data-id="${id}"]`);
/** The ends of a span along time, in the drawing; of a point twice its middle. */
const span = (timeline: Timeline, id: string) => {
  const body = one<SVGElement>(timeline, `.mark[data-id="${id}"] .body`);
  const upright = timeline.matches(':state(upright)');
  if (body.localName === 'path') {
    const [, x, y] = /^M([-\d.]+),([-\d.]+)/.exec(body.getAttribute('d') ?? '') ?? [];
    const middle = Number(upright ? y : x);
    return [middle, middle] as const;
  }
  const number = (name: string) => Number(body.getAttribute(name));
  return upright
    ? ([number('y'), number('y') + number('height')] as const)
    : ([number('x'), number('x') + number('width')] as const);
};
const lengthOf = ({snapshot: {range}}: CronoStory) => (range ? range.end - range.start : NaN);
/** Where a mark is in the page. */
const at = (timeline: Timeline, id: string): Point => middle(one(timeline, `.mark[data-id="${id}"] .hit`));

describe('what is drawn', () => {
  test('an event by its name, date, certainty and lane', async () => {
    await mount();
    const names = page
      .getByRole('option')
      .elements()
      .map((each) => each.getAttribute('aria-label'));
    expect([...names].sort()).toEqual([
      'A day, September 9, 2024, disputed, Lane one',
      'A month, March 2024, Lane two',
      'A year, 2024, Lane one',
      'About a day, about June 1, 2024, Lane one',
      'Half a year, July 1 to December 31, 2024, Lane two',
      'Not over, since March 2025, Lane two',
    ]);
    await expect.element(page.getByRole('listbox', {name: 'Timeline'})).toBeVisible();
  });

  test('what is folded is said upright as it is in the list', async () => {
    const {timeline} = await mount(releases, {width: '340px'});
    await waitFor(() => one(timeline, '.rail'));
    const said = words(one(timeline, '.rail'));
    expect(said).toContain('16 months without events');
    expect(said).not.toContain('months later');
  });

  test.each([
    ['wide', '960px', 'horizontal'],
    ['340 px narrow', '340px', 'upright'],
  ])('dates are as long as what is known of them, %s', async (_, width, direction) => {
    const {timeline} = await mount(dates, {width});
    expect(timeline.matches(':state(upright)')).toBe(direction === 'upright');
    const [start, end] = span(timeline, 'year');
    const perDay = (end - start) / 366;
    expect(end - start).toBeGreaterThan(100);
    for (const [id, [from, to]] of Object.entries(DAYS)) {
      const [x0, x1] = span(timeline, id);
      expect(Math.abs(x0 - start - from * perDay), `${id} from`).toBeLessThan(0.5);
      expect(Math.abs(x1 - start - to * perDay), `${id} to`).toBeLessThan(0.5);
      const body = one(timeline, `.mark[data-id="${id}"] .body`).getBoundingClientRect();
      const along = direction === 'upright' ? body.height : body.width;
      expect(Math.abs(along - (to - from) * perDay), `${id} drawn`).toBeLessThan(2.5);
    }
    const [middle] = span(timeline, 'day');
    expect(Math.abs(middle - start - 252.5 * perDay)).toBeLessThan(0.5);
  });

  test('partial, approximate, open and disputed dates look and are named so', async () => {
    const {timeline} = await mount();
    expect(mark(timeline, 'year').part.contains('mark-partial')).toBe(true);
    expect(mark(timeline, 'about').part.contains('mark-partial')).toBe(true);
    expect(mark(timeline, 'day').part.contains('mark-partial')).toBe(false);
    expect(mark(timeline, 'open').part.contains('mark-open')).toBe(true);
    expect(mark(timeline, 'half').part.contains('mark-open')).toBe(false);
    const fade = one(timeline, '.mark[data-id="open"] .body').getAttribute('mask');
    expect(fade).toBe('url(#fade-end)');
    expect(one(timeline, '#fade-end').localName).toBe('mask');
    expect(getComputedStyle(one(timeline, '.mark[data-id="about"] .body')).strokeDasharray).not.toBe('none');
    expect(all(timeline, '.mark:has(.sign)').map((each) => each.dataset.id)).toEqual(['day']);
  });

  test.each(['horizontal', 'vertical'])(
    'a withdrawn event is hollow and has a cross: %s',
    async (orientation) => {
      const withdrawn = {
        ...dates,
        events: dates.events.map((event) => (event.id === 'day' ? {...event, status: 'withdrawn'} : event)),
      };
      const {timeline} = await mount(withdrawn, {orientation});
      expect(all(timeline, '.mark:has(.sign)').map((each) => each.dataset.id)).toEqual(['day']);
      const [body, sign] = ['.body', '.sign'].map((part) =>
        one<SVGElement>(timeline, `.mark.withdrawn ${part}`),
      );
      const [of, on] = [body, sign].map((each) => each?.getBoundingClientRect());
      expect(Math.abs(middleOf(of) - middleOf(on))).toBeLessThan(0.5);
      expect(getComputedStyle(body as Element).fill).not.toBe(
        getComputedStyle(one(timeline, '[data-id="month"] .body')).fill,
      );
    },
  );

  test.each([
    ['en', 'A release, December 25, 2025, figures disagree', 'disputed'],
    ['es', 'A release, 25 de diciembre de 2025, las cifras no coinciden', 'en disputa'],
  ])(
    'an event whose figures disagree is marked as disputed, in shape and word: %s',
    async (lang, name, sign) => {
      document.documentElement.lang = lang;
      const {timeline} = await mount(threeClaims());
      expect(mark(timeline, 'e').getAttribute('aria-label')).toBe(name);
      expect(all(timeline, '.mark.disputed .sign')).toHaveLength(1);
      expect(words(one(timeline, '.head'))).toContain(sign);
      expect(all(timeline, '.head .sign')).toHaveLength(1);
      const agreed = await mount(threeClaims({}, [71, 71, 71]));
      expect(all(agreed.timeline, '.mark')).toHaveLength(1);
      expect(all(agreed.timeline, '.sign')).toEqual([]);
      expect(words(one(agreed.timeline, '.head'))).not.toContain(sign);
    },
  );

  test('every mark is in its lane, and no mark leaves the drawing', async () => {
    for (const width of ['960px', '600px', '340px']) {
      const {timeline} = await mount(releases, {width});
      const box = listbox(timeline).getBoundingClientRect();
      const bodies = all(timeline, '.mark .body, .bar .body, .label text, .axis text');
      expect(bodies.length).toBeGreaterThan(15);
      for (const body of bodies) {
        const {left, right, top, bottom} = body.getBoundingClientRect();
        expect(left, words(body)).toBeGreaterThanOrEqual(box.left - 1.5);
        expect(right, words(body)).toBeLessThanOrEqual(box.right + 1.5);
        expect(top, words(body)).toBeGreaterThanOrEqual(box.top - 4);
        expect(bottom, words(body)).toBeLessThanOrEqual(box.bottom + 4);
      }
      expect(timeline.scrollWidth).toBeLessThanOrEqual(timeline.clientWidth);
      reset();
    }
  });

  test('upright, a number stands upright in a column that has room for it, as wide as it', async () => {
    const events = Array.from({length: 900}, (_, i) => ({
      id: `e${i}`,
      date: `2024-${String(1 + (i % 12)).padStart(2, '0')}`,
      category: i % 2 ? 'one' : 'two',
      title: 'One of many',
    }));
    const {timeline} = await mount({...dates, events}, {width: '340px'});
    const bars = all(timeline, '.bar');
    expect(bars.length).toBeGreaterThan(3);
    for (const bar of bars) {
      const [body, text] = ['rect', 'text'].map((name) => bar.querySelector(name)?.getBoundingClientRect());
      if (!body || !text) throw new Error('no number');
      expect(text.width).toBeGreaterThan(text.height * 0.8);
      expect(text.width).toBeLessThanOrEqual(body.width);
      expect(body.width).toBeGreaterThan(60);
    }
  });

  test('upright, the lanes are told by a legend', async () => {
    await mount(dates, {width: '340px'});
    const legend = page.getByRole('list', {name: 'Categories'});
    await expect.element(legend).toBeVisible();
    expect(words(legend.element())).toBe('Lane one Lane two');
  });

  test('upright, a legend of many lanes names some, and the others on request', async () => {
    await mount(ODD_STORIES['60 categories'], {width: '340px'});
    const kind = (number: number) => page.getByText(`Kind of damage ${number}`, {exact: true});
    await expect.element(kind(6)).toBeVisible();
    await expect.element(kind(7)).not.toBeVisible();
    await page.getByText('and 54 more').click();
    await expect.element(kind(60)).toBeVisible();
  });

  test('upright, the controls have one line, with what is outside of the view in it', async () => {
    const {story, timeline} = await mount(releases, {width: '320px'});
    const head = () => one(timeline, '.head').getBoundingClientRect();
    const {height} = head();
    await dispatch(story, {
      type: 'range',
      range: {start: Date.UTC(2025, 11, 20), end: Date.UTC(2025, 11, 26)},
    });
    const [before, zoom] = [/^\d+ events? earlier$/, 'Zoom in'].map((name) =>
      page.getByRole('button', {name}).element().getBoundingClientRect(),
    );
    expect(before?.top).toBeCloseTo(zoom?.top ?? 0, 0);
    expect(head().height).toBeCloseTo(height, 0);
  });

  test.each(['en', 'es', 'fr', 'pt', 'ar'])('what is outside is said in one line: %s', async (lang) => {
    document.documentElement.lang = lang;
    const range = {start: Date.UTC(2025, 11, 20), end: Date.UTC(2025, 11, 26)};
    for (const [width, isLong] of [
      ['565px', true],
      ['500px', false],
    ] as const) {
      const {story, timeline} = await mount(releases, {width});
      await dispatch(story, {type: 'range', range});
      const shown = all(timeline, '.outside button').filter((each) => !each.classList.contains('gone'));
      expect(shown.length).toBeGreaterThan(0);
      for (const each of shown) {
        expect(/events|hechos|faits|fatos|الأحداث/.test(words(each))).toBe(isLong);
        expect(each.getAttribute('aria-label')).toBe(words(each));
      }
      const tops = all(timeline, '.head button').map((each) => each.getBoundingClientRect().top);
      expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(4);
      story.remove();
    }
  });

  test('in Spanish', async () => {
    document.documentElement.lang = 'es';
    await mount(releases);
    await expect.element(page.getByRole('listbox', {name: 'Línea de tiempo'})).toBeVisible();
    await expect
      .element(
        page.getByRole('option', {
          name: '71 presos políticos excarcelados, 25 de diciembre de 2025, Excarcelaciones',
        }),
      )
      .toBeVisible();
    await expect.element(button('Acercar')).toBeVisible();
  });
});

describe('pointers', () => {
  test('two fingers that part zoom in', async () => {
    const {story, timeline} = await mount();
    const {x, y} = at(timeline, 'day');
    await touch('touchStart', {x: x - 40, y}, {x: x + 40, y});
    for (const step of [60, 80]) await touch('touchMove', {x: x - step, y}, {x: x + step, y});
    await touch('touchEnd');
    await waitFor(() => expect(lengthOf(story)).toBeGreaterThan(0));
    expect(story.snapshot.selected).toBeNull();
  });
});

test('hostile text stays text', async () => {
  const hostile = '<img src=x onerror="window.broken=1">';
  const {timeline} = await mount({
    ...dates,
    categories: [{id: hostile, name: hostile}],
    events: [{id: hostile, date: '2024-01-01', category: hostile, title: hostile, cite}],
  });
  const [option] = page.getByRole('option').elements();
  expect(option?.getAttribute('aria-label')).toBe(`${hostile}, January 1, 2024, ${hostile}`);
  expect(listbox(timeline).querySelector('img, script, foreignObject')).toBeNull();
  listbox(timeline).focus();
  await userEvent.keyboard('{Home}');
  await waitFor(() => {
    const id = listbox(timeline).getAttribute('aria-activedescendant') ?? '';
    expect(id).not.toMatch(/\s/);
    expect(timeline.shadowRoot?.getElementById(id)).toBe(option);
  });
  expect('broken' in window).toBe(false);
});

describe('in the page', () => {
  test('shows its fallback until a dataset is ready, and nothing of an empty one', async () => {
    document.body.innerHTML =
      '<crono-story><crono-timeline><p>Without JavaScript</p></crono-timeline></crono-story>';
    await expect.element(page.getByText('Without JavaScript')).toBeVisible();
    const {timeline} = await mount({cronomapa: 1, language: 'en', events: []});
    expect(timeline.matches(':state(empty)')).toBe(true);
    expect(all(timeline, '[part~="mark"]')).toEqual([]);
    listbox(timeline).focus();
    await userEvent.keyboard('{ArrowRight}{Enter}{Home}{End}+-{PageDown}{Escape}');
  });

  test('hidden at first it draws once it is shown', async () => {
    const {story, timeline} = await mount();
    story.hidden = true;
    await frame();
    story.hidden = false;
    await waitFor(() => expect(all(timeline, '[part~="mark"]').length).toBe(6));
  });

  test('mounted and unmounted it leaves no listener and no observer behind', async () => {
    const watch = watchLeaks();
    for (let i = 0; i < 10; i++) {
      const {story} = await mount();
      story.parentElement?.remove();
    }
    await frame();
    const {added, alive} = watch.stop();
    expect(added).toBeGreaterThan(20);
    expect(alive).toEqual([]);
  });
});
