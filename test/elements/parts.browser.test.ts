import {afterEach, expect, test} from 'vitest';
import {all, mount, one, RELEASE, reset, settled, shipped, waitFor} from './helpers.js';

const releases = await shipped('caracas-releases');
const [FILL, STROKE] = ['rgb(1, 200, 3)', 'rgb(4, 5, 206)'];

afterEach(() => {
  for (const each of document.querySelectorAll('style.test')) each.remove();
  reset();
});

function style(css: string): void {
  const sheet = document.createElement('style');
  sheet.className = 'test';
  sheet.textContent = css;
  document.head.append(sheet);
}

const paintOf = (element: Element) => {
  const {fill, stroke} = getComputedStyle(element);
  return [fill, stroke];
};
const NO_PAINT = ['rgba(0, 0, 0, 0)', 'none'];

test('the parts of marks and places paint their symbols, and not what receives the pointer', async () => {
  style(`crono-story::part(timeline-mark), crono-story::part(map-place) {fill: ${FILL}; stroke: ${STROKE}}`);
  const story = await mount([], releases, {selected: RELEASE});
  const [timeline, map] = [one(story, 'crono-timeline'), one(story, 'crono-map')];
  const mark = one(timeline, '[part~="mark"]:not(.disputed)');
  expect(paintOf(mark.querySelector('.body') ?? mark)).toEqual([FILL, STROKE]);
  expect(paintOf(mark.querySelector('.hit') ?? mark)).toEqual(NO_PAINT);
  await waitFor(() => one(map, '[data-id="tocoron"] .mark'));
  expect(paintOf(one(map, '[data-id="tocoron"] .mark'))).toEqual([FILL, STROKE]);
  for (const each of all(map, '[data-id="tocoron"] :is(.hit, .target)'))
    expect(paintOf(each)).toEqual(NO_PAINT);
});

/** How far the number of a place stands behind its name, in pixels. */
const gapIn = (map: Element) => {
  const label = one(map, '[data-id="tocoron"] .label');
  const [name, count] = [...label.querySelectorAll('text')].map((each) => each.getBoundingClientRect());
  return (count?.left ?? 0) - (name?.right ?? 0);
};

async function mountMap() {
  const story = await mount(['crono-map'], releases, {selected: RELEASE});
  const map = story.querySelector('crono-map');
  if (!map) throw new Error('no map');
  await waitFor(() => one(map, '[data-id="tocoron"] .count'));
  return map;
}

test.each(['text-transform: uppercase; letter-spacing: 2px', 'font-variant: small-caps', 'font-size: 19px'])(
  'labels are measured as they are painted: a number stands behind its name with %s',
  async (css) => {
    const plain = gapIn(await mountMap());
    reset();
    style(`crono-map::part(label) {${css}}`);
    const map = await mountMap();
    await waitFor(() => {
      expect(gapIn(map)).toBeGreaterThan(0);
      expect(Math.abs(gapIn(map) - plain)).toBeLessThan(3);
    });
  },
);

test('labels are measured again when a font has come', async () => {
  style('crono-map, crono-timeline {font-family: "Comes late", "DejaVu Sans Condensed"}');
  const map = await mountMap();
  const before = gapIn(map);
  const face = new FontFace('Comes late', 'local("DejaVu Sans Mono Bold"), local("DejaVuSansMono-Bold")');
  document.fonts.add(face);
  await face.load();
  await waitFor(() => expect(Math.abs(gapIn(map) - before)).toBeLessThan(3));
  document.fonts.delete(face);
});

test('a theme says how large labels and marks are, and that there are no buttons', async () => {
  style('crono-story {--crono-label-size: 1; --crono-mark-size: 1.5; --crono-controls: none}');
  const story = await mount([], releases, {selected: RELEASE});
  const [timeline, map] = [one(story, 'crono-timeline'), one(story, 'crono-map')];
  expect(getComputedStyle(one(timeline, 'svg[role="listbox"]')).fontSize).toBe('16px');
  expect(getComputedStyle(one(timeline, '[part="zoom"]')).display).toBe('none');
  await waitFor(() => one(map, '[data-id="tocoron"] .mark'));
  expect(one(map, 'svg[role="listbox"]').getAttribute('font-size')).toBe('16');
  expect(getComputedStyle(one(map, '[data-id="tocoron"] .mark')).scale).toBe('1.5');
  expect(getComputedStyle(one(map, '[part="controls"]')).display).toBe('none');
});

test('a theme says how large the marks of a timeline are painted, around where they stand', async () => {
  const events = [2021, 2023, 2025].map((year) => ({
    id: `e${year}`,
    date: `${year}-07-14`,
    title: 'A flood',
  }));
  const story = await mount(['crono-timeline'], {cronomapa: 1, language: 'en', events}, {width: '900px'});
  const timeline = story.querySelector('crono-timeline') as HTMLElement;
  const paint = () => {
    const {x, y, width, height} = one(timeline, '[role="option"] > path.body').getBoundingClientRect();
    return {width, middle: [x + width / 2, y + height / 2].map(Math.round)};
  };
  await waitFor(() => one(timeline, '[role="option"] > path.body'));
  // Names find their place, and marks their row.
  await settled(story);
  const plain = paint();
  for (const size of [0.75, 1.5]) {
    story.style.setProperty('--crono-mark-size', String(size));
    await expect.poll(() => paint().width / plain.width).toBeCloseTo(size, 1);
    expect(paint().middle).toEqual(plain.middle);
  }
});

test('padding is room within the box: what is drawn stays in it', async () => {
  style('crono-timeline {--crono-timeline-padding: 2rem}');
  const story = await mount(['crono-timeline'], releases, {width: '700px'});
  const timeline = story.querySelector('crono-timeline');
  if (!timeline) throw new Error('no timeline');
  const {right} = timeline.getBoundingClientRect();
  expect(one(timeline, 'svg[role="listbox"]').getBoundingClientRect().right).toBeLessThanOrEqual(
    right - 32 + 1,
  );
});
