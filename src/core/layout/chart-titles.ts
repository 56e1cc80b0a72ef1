import type {ChartOptions, ChartPanel, ChartTitle} from './chart-types.js';
import {LINE_HEIGHT} from './line-height.js';
import {fit} from './wrap.js';

/** Gap between the titles in the gutter and the axis numbers, in pixels. */
const GAP = 18;

/**
 * Titles of a panel: in the gutter beside axis numbers of width `numbers`, or above the plot when null. `whole`: none
 * is truncated.
 */
export function titlesOf(
  {title}: ChartPanel,
  top: number,
  numbers: number | null,
  {width, gutter = 0, fontSize, height, measure}: ChartOptions,
) {
  const lineHeight = fontSize * LINE_HEIGHT;
  const titles: ChartTitle[] = [];
  let y = numbers === null ? top : top + lineHeight;
  let whole = true;
  const room = numbers === null ? width : gutter - numbers - GAP;
  const lines = numbers === null ? 2 : Math.floor((height + lineHeight / 2) / lineHeight / title.length);
  title.forEach((text, i) => {
    if (!text) return;
    const bold = i === 0;
    const made = fit(text, room, Math.max(1, lines), (line) => measure(line, bold));
    whole &&= !made.truncated;
    if (made.lines.length === 0) return;
    const size = made.lines.length * lineHeight;
    titles.push({x: 0, y, width: made.width, height: size, lines: made.lines, bold});
    y += size;
  });
  return {titles, whole};
}
