import {centreOfDate} from './centre.js';
import {type ChartBars, PITCH} from './chart-bars.js';
import type {PointInView} from './chart-points.js';
import type {ChartCurve, ChartMark, ChartPanel, ChartPoint, PanelOptions} from './chart-types.js';
import type {Room} from './room.js';

/** Radius of a mark in pixels, and of a mark in a crowded series. */
const RADIUS = 4.25;
const SMALL = 3;
/** A series with more marks than `SEVERAL`, closer than `NEAR` pixels on average, has small marks. */
const NEAR = 12;
const SEVERAL = 9;
/** A series with more marks than `NUMEROUS`, closer than `DENSE` pixels on average, is drawn as dots. */
const DENSE = 5;
const NUMEROUS = 30;
/** Maximum number of marks drawn individually in a panel. */
const MANY = 400;
/** Length of the arrow of an open value, from the mark's centre in pixels. */
const ARROW = 14;

/** Mark size and density of each series. */
export function stylesOf(
  panel: ChartPanel,
  points: readonly PointInView[],
  bars: ChartBars | null,
): readonly Omit<ChartCurve, 'line'>[] {
  return panel.series.map(({id, label}, s) => {
    const own = points.filter(({series}) => series === s);
    const [first, last] = [own[0], own.at(-1)];
    const room = first && last && own.length > 1 ? (last.to - first.from) / (own.length - 1) : Infinity;
    const isSmall = bars ? bars.pitch < PITCH : room < NEAR && own.length > SEVERAL;
    const dense = (room < DENSE && own.length > NUMEROUS) || points.length > MANY;
    return {id, label, radius: isSmall ? SMALL : RADIUS, dense};
  });
}

/** The mark of a figure. */
export function markOf(
  {point, series, from, to}: PointInView,
  radius: number,
  bar: ChartMark['bar'],
  yOf: (value: number) => number,
  {scale, selection}: PanelOptions,
): ChartMark {
  const [sign] = point.comparator;
  return {
    id: point.id,
    series,
    x: bar ? bar.x + bar.width / 2 : Math.min(Math.max(scale(centreOfDate(point.interval)), from), to),
    y: yOf(point.value),
    from,
    to,
    wide: !bar && to - from > 2 * radius + 3,
    open: openSide(sign),
    about: isAbout(point),
    bar,
    selected: selection?.has(point.id) ?? false,
  };
}

const openSide = (sign: string | undefined): ChartMark['open'] =>
  sign === '>' ? 'up' : sign === '<' ? 'down' : null;

const isAbout = ({comparator, vague}: ChartPoint): boolean => comparator === '~' || Boolean(vague);

/** Marks the pixels of a mark as occupied. */
export function fillMark({x, y, bar, wide, open, from, to}: ChartMark, radius: number, room: Room): void {
  room.fill({x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius});
  if (bar) room.fill(bar);
  if (wide) room.line(from, y, to, y);
  if (open) room.line(x, y, x, y + (open === 'up' ? -ARROW : ARROW));
}
