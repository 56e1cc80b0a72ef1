import {max} from 'd3';
import type {ChartOptions, ChartPoint, ChartValueTick, PanelOptions} from './chart-types.js';
import type {Room} from './room.js';
import type {Box} from './types.js';
import {valueAxis} from './value-axis.js';

/** Gap between the numbers in the gutter and the plot, in pixels. */
const GAP = 10;

/** The value axis and its formatted tick labels. */
export function axisOf(
  series: readonly (readonly ChartPoint[])[],
  {height, fontSize, measure, valueText}: ChartOptions,
) {
  const values = series.flatMap((points) => points.map(({value}) => value));
  const axis = valueAxis(values, height, Math.max(52, 4.2 * fontSize));
  const numbers = axis.ticks.map(({value, position}) => {
    const text = valueText(value);
    return {value, position, text, width: measure(text, false)};
  });
  return {axis, numbers, widest: max(numbers, ({width}) => width) ?? 0};
}

/**
 * Positions the tick labels of the value axis: in the gutter, or on their gridlines at the side where they cover less.
 */
export function numbersOf(
  numbers: ReturnType<typeof axisOf>['numbers'],
  plot: Box,
  {gutter = 0, width, lineHeight}: PanelOptions,
  room: Room,
): readonly ChartValueTick[] {
  const place = (end: boolean) =>
    numbers.map(({value, position, text, width: size}): ChartValueTick => {
      const at = plot.y + plot.height - position;
      return {
        value,
        text,
        at,
        x: gutter > 0 ? plot.x - GAP - size : end ? width - size : 0,
        y: gutter > 0 ? at - lineHeight / 2 : at - lineHeight - 1,
        width: size,
        height: lineHeight,
      };
    });
  const start = place(false);
  if (gutter > 0) return start;
  const end = place(true);
  const covered = (ticks: readonly ChartValueTick[]) => ticks.filter((tick) => !room.isFree(tick)).length;
  return covered(end) < covered(start) ? end : start;
}
