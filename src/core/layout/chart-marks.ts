import {centreOfDate} from './centre.js';
import {type ChartBars, PITCH} from './chart-bars.js';
import type {PointInView} from './chart-points.js';
import type {ChartCurve, ChartMark, ChartPanel, ChartPoint, PanelOptions} from './chart-types.js';
import type {Room} from './room.js';

/** Radius of a mark, and of one among many. */
const RADIUS = 4.25;
const SMALL = 3;
/** Marks of a series nearer than this on the average, and more of them than that, are small. */
const NEAR = 12;
const SEVERAL = 9;
/** Nearer still, they are dots. */
const DENSE = 5;
const NUMEROUS = 30;
/** As many marks of a panel are drawn one by one. */
const MANY = 400;
/** How far the arrow of an open value reaches. */
const ARROW = 14;

/** How the marks of each series are drawn. */
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

/** Takes the room of a mark. */
export function fillMark({x, y, bar, wide, open, from, to}: ChartMark, radius: number, room: Room): void {
  room.fill({x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius});
  if (bar) room.fill(bar);
  if (wide) room.line(from, y, to, y);
  if (open) room.line(x, y, x, y + (open === 'up' ? -ARROW : ARROW));
}
