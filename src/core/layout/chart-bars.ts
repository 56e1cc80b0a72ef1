import type {PointInView} from './chart-points.js';
import {dodge} from './dodge.js';
import type {Box} from './types.js';

/** Minimum width of a bar with its gap, in pixels, so that the shape on it is visible. */
export const PITCH = 11;
/** Gap between adjacent bars, in pixels. */
const GAP = 1;

export interface ChartBars {
  /** Minimum width of a bar with its gap, in pixels. */
  readonly pitch: number;
  readonly of: ReadonlyMap<PointInView, Box>;
}

interface Placed extends ChartBars {
  /** Largest distance of a bar from its date, in pixels. */
  readonly far: number;
}

/** A figure among those of the same date. */
interface Slot {
  readonly point: PointInView;
  /** Index among the figures of its date, and their number. */
  readonly index: number;
  readonly count: number;
}

/** Bars of a flow: each as wide as its date; bars of one date are side by side, and none overlaps another. */
export function layoutBars(
  points: readonly PointInView[],
  plot: Box,
  base: number,
  yOf: (value: number) => number,
): ChartBars {
  const slots = slotsOf(points);
  const most = plot.width / Math.max(1, points.length);
  const place = (pitch: number) => placeBars(slots, Math.min(pitch, most), plot, base, yOf);
  // Use narrower bars when the usual ones would be displaced too far from their dates.
  const usual = place(PITCH);
  return usual.far > PITCH ? place(PITCH / 2) : usual;
}

function slotsOf(points: readonly PointInView[]): readonly Slot[] {
  const groups = new Map<string, PointInView[]>();
  for (const point of points) {
    const {start, end} = point.point.interval;
    const key = `${start} ${end}`;
    const group = groups.get(key);
    if (group) group.push(point);
    else groups.set(key, [point]);
  }
  return [...groups.values()].flatMap((group) =>
    group.map((point, index) => ({point, index, count: group.length})),
  );
}

function placeBars(
  slots: readonly Slot[],
  pitch: number,
  plot: Box,
  base: number,
  yOf: (value: number) => number,
): Placed {
  const wishes = slots.map(({point: {from, to}, index, count}) => {
    const own = (to - from) / count;
    const width = Math.max(pitch, own);
    return {at: (from + to) / 2 + (index - (count - 1) / 2) * width, width, own};
  });
  const places = dodge(wishes, plot.x, plot.x + plot.width);
  const squeeze = Math.min(1, plot.width / wishes.reduce((sum, {width}) => sum + width, 0));
  const of = new Map<PointInView, Box>();
  let far = 0;
  slots.forEach(({point}, i) => {
    const {own = GAP} = wishes[i] ?? {};
    const width = squeeze * Math.max(own - GAP, Math.min(3, pitch * 0.6));
    const x = places[i] ?? 0;
    const y = yOf(point.point.value);
    far = Math.max(far, point.from - x, x - point.to);
    of.set(point, {x: x - width / 2, y: Math.min(y, base), width, height: Math.abs(base - y)});
  });
  return {pitch, of, far};
}
