import axe from 'axe-core';
import {afterEach, describe, expect, test} from 'vitest';
import {all, dispatch, mount, one, reset, rootOf, settled, waitFor, words} from '../helpers.js';

/* Notes of an author on the drawings of a story: a river that rose. */

const RIVER = {
  cronomapa: 1,
  language: 'en',
  title: {en: 'A river', ar: 'نهر'},
  sources: [{id: 'log', title: 'The log'}],
  actors: [{id: 'office', name: 'The office'}],
  places: [
    {id: 'weir', name: 'The weir', lat: 51.85, lon: -8.29},
    {id: 'town', name: 'The town', lat: 51.6, lon: -8.8},
  ],
  categories: [{id: 'rise', name: 'Rising'}],
  events: ['2024-05-01', '2024-06-02', '2024-07-10'].map((date, i) => ({
    id: `e${i}`,
    date,
    category: 'rise',
    title: `Number ${i}`,
    places: [i === 1 ? 'town' : 'weir'],
    cite: [{source: 'log'}],
  })),
  measures: [{id: 'level', name: 'Level', kind: 'stock'}],
  figures: ['2024-05-01', '2024-07-10'].map((date, i) => ({
    id: `f${i}`,
    measure: 'level',
    date,
    actor: 'office',
    value: 3 + i,
    cite: [{source: 'log'}],
  })),
  annotations: [
    {
      id: 'levee',
      text: {en: 'The levee broke here', ar: 'انهار السد هنا'},
      place: 'weir',
      cite: [{source: 'log'}],
    },
    {id: 'campaign', text: 'Election campaign', date: '2024-05-20/2024-06-20'},
    {id: 'gauge', text: 'A new gauge', date: '2024-06-10', measure: 'level'},
    {id: 'later', text: 'The pumps', place: 'town', date: '2024-07-01'},
  ],
  steps: [{id: 'end', title: 'The end', annotations: ['later']}],
};

const show = async (tag: string, width = '900px', data: unknown = RIVER, lang = '') => {
  const story = await mount([tag], data, {width, ...(lang && {lang})});
  const view = story.querySelector(tag) as HTMLElement;
  await waitFor(() => one(view, '[part~=annotations]'));
  await settled(story);
  return {story, view};
};
const listed = (view: Element) => all(view, '[part~=annotations] li').map(words);
const hidden = (view: Element) =>
  all(view, '[part~=annotations] li').map((item) => item.classList.contains('visually-hidden'));
const drawn = (view: Element) => all(view, '[part~=annotation] text').map(words);
const audit = async (view: Element) =>
  (await axe.run(view, {rules: {region: {enabled: false}}})).violations.map(({id}) => id);

afterEach(reset);

describe('a note', () => {
  test('stands beside its place on the map, with a line, and on no mark and no label', async () => {
    const {view} = await show('crono-map');
    await waitFor(() => expect(drawn(view).join(' ')).toContain('levee'));
    expect(listed(view)).toEqual(['The weir: The levee broke here 1']);
    expect(hidden(view)).toEqual([true]);
    const box = one(view, '[part~=annotation] text').getBoundingClientRect();
    for (const other of all(view, '.place .mark, .label text, .controls button')) {
      const {left, right, top, bottom} = other.getBoundingClientRect();
      expect(left < box.right && right > box.left && top < box.bottom && bottom > box.top).toBe(false);
    }
    expect(await audit(view)).toEqual([]);
  });

  test('is above the timeline, over its period; that of a measure is not', async () => {
    const {view} = await show('crono-timeline');
    expect(drawn(view)).toEqual(['Election campaign']);
    expect(listed(view)).toEqual([expect.stringMatching(/^May 20.*June 20.*: Election campaign$/)]);
    expect(hidden(view)).toEqual([true]);
    const shade = one(view, '.annotation-strip .span').getBoundingClientRect();
    const [, june] = all(view, '.mark').map((mark) => mark.getBoundingClientRect());
    expect(june && june.left > shade.left && june.right < shade.right).toBe(true);
    const strip = one(view, '.annotation-strip').getBoundingClientRect();
    expect(strip.bottom).toBeLessThanOrEqual(one(view, 'svg[role=listbox]').getBoundingClientRect().top + 1);
    expect(await audit(view)).toEqual([]);
  });

  test('of a measure is on its chart', async () => {
    const {view} = await show('crono-chart');
    expect(drawn(view)).toEqual(['A new gauge']);
    const strip = one(view, '.annotation-strip').getBoundingClientRect();
    expect(strip.bottom).toBeLessThanOrEqual(one(view, '.plot').getBoundingClientRect().top + 1);
    expect(await audit(view)).toEqual([]);
  });

  test('is in the list, as all of them are', async () => {
    const {view} = await show('crono-list');
    expect(listed(view)).toEqual([
      'The weir: The levee broke here 1',
      expect.stringContaining('Election campaign'),
      'June 10, 2024: A new gauge',
      'The town, July 1, 2024: The pumps',
    ]);
    expect(await audit(view)).toEqual([]);
  });

  test('that a step names is shown at that step', async () => {
    const {story, view} = await show('crono-timeline');
    await dispatch(story, {
      type: 'step',
      view: {selected: null, range: null, step: {id: 'end', places: []}},
    });
    await waitFor(() => expect(drawn(view)).toEqual(['Election campaign', 'The pumps']));
    await dispatch(story, {type: 'select', id: 'e0'});
    await waitFor(() => expect(drawn(view)).toEqual(['Election campaign']));
  });

  test.each([
    ['crono-map', {id: 'note', text: 'A note', place: 'weir'}],
    ['crono-timeline', {id: 'note', text: 'A note', date: '2024-06'}],
    ['crono-chart', {id: 'note', text: 'A note', date: '2024-06', measure: 'level'}],
  ])('goes from %s with its step, and the focus stays', async (tag, note) => {
    const data = {
      ...RIVER,
      annotations: [note],
      steps: [{id: 'end', title: 'The end', annotations: ['note']}],
    };
    const story = await mount([tag], data, {width: '900px'});
    const view = story.querySelector(tag) as HTMLElement;
    await dispatch(story, {type: 'step', view: {selected: null, range: null, step: {id: 'end', places: []}}});
    await waitFor(() => expect(drawn(view)).toEqual(['A note']));
    const drawing = one<SVGElement>(view, '[role=listbox]');
    drawing.focus();
    await dispatch(story, {type: 'select', id: 'e0'});
    await waitFor(() => expect(drawn(view)).toEqual([]));
    expect(rootOf(view).activeElement).toBe(drawing);
  });

  test('in Arabic runs the other way, in the reader’s language', async () => {
    const {view} = await show('crono-timeline', '900px', RIVER, 'ar');
    await waitFor(() => expect(getComputedStyle(view).direction).toBe('rtl'));
    const shade = one(view, '.annotation-strip .span').getBoundingClientRect();
    const text = one(view, '.annotation-strip .words').getBoundingClientRect();
    expect(Math.abs(text.right - shade.right)).toBeLessThan(8);
    const {view: map} = await show('crono-map', '900px', RIVER, 'ar');
    await waitFor(() => expect(listed(map)[0]).toContain('انهار السد هنا'));
  });
});

describe('without room', () => {
  test('on one line it has several, above the plot and within its ends', async () => {
    const long = {
      id: 'long',
      text: 'The office moved the gauge upstream of the weir, and began to count anew',
    };
    const notes = [
      {...long, date: '2024-07-09', measure: 'level'},
      {id: 'short', text: 'A new gauge', date: '2024-05-02', measure: 'level'},
    ];
    const {view} = await show('crono-chart', '480px', {...RIVER, annotations: notes, steps: []});
    await waitFor(() => expect(drawn(view)).toEqual(['A new gauge', expect.stringContaining('The office')]));
    const [short, wrapped] = all(view, '[part~=annotation] text').map((each) => each.getBoundingClientRect());
    expect(all(view, '[part~=annotation] tspan').length).toBeGreaterThan(2);
    const [strip, plot] = ['.annotation-strip', '.plot'].map((each) =>
      one(view, each).getBoundingClientRect(),
    );
    expect(short?.right).toBeLessThanOrEqual(wrapped?.left ?? 0);
    expect(wrapped?.right).toBeLessThanOrEqual(plot?.right ?? 0);
    expect(wrapped?.top).toBeGreaterThanOrEqual((strip?.top ?? Infinity) - 1);
    expect(wrapped?.bottom).toBeLessThanOrEqual((plot?.top ?? 0) + 1);
    expect(hidden(view)).toEqual([true, true]);
  });

  test('it is a number, whose words are below', async () => {
    const text =
      'What was said of this was much longer than any drawing has room for, and so is told below it';
    const {view} = await show('crono-timeline', '600px', {
      ...RIVER,
      annotations: [{id: 'long', text: text.repeat(2), date: '2024-06-02'}],
      steps: [],
    });
    expect(drawn(view)).toEqual(['1']);
    expect(hidden(view)).toEqual([false]);
    expect(listed(view)[0]).toMatch(/^1\. June 2, 2024: What was said/);
    const [list, drawing] = ['[part~=annotations]', 'svg[role=listbox]'].map((each) =>
      one(view, each).getBoundingClientRect(),
    );
    expect(list?.top).toBeGreaterThanOrEqual(drawing?.bottom ?? Infinity);
  });

  test('in a narrow timeline the words are below', async () => {
    const {view} = await show('crono-timeline', '360px');
    expect(drawn(view)).toEqual([]);
    expect(hidden(view)).toEqual([false]);
  });
});

test('without notes nothing of them is fetched or drawn', async () => {
  const story = await mount(['crono-timeline'], {...RIVER, annotations: [], steps: []}, {width: '900px'});
  const view = story.querySelector('crono-timeline') as HTMLElement;
  expect(rootOf(view).querySelector('[part~=annotations], .annotation-strip')).toBe(null);
});
