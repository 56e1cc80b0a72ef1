import type {ChartGap, ChartLabel, ChartMark} from './chart-types.js';
import type {Room} from './room.js';
import type {Box} from './types.js';
import {fit} from './wrap.js';

/** Where the texts of a panel may stand. */
export interface Placer {
  readonly room: Room;
  readonly plot: Box;
  /** Of all that belongs to the panel. */
  readonly top: number;
  readonly width: number;
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly measure: (text: string, bold: boolean) => number;
}

/** Takes the first of the boxes that lies in the panel and is free. */
function take<T extends Box>(boxes: Iterable<T>, {room, top, plot, width}: Placer): T | null {
  for (const box of boxes) {
    if (
      box.x < plot.x ||
      box.x + box.width > width ||
      box.y < top ||
      box.y + box.height > plot.y + plot.height
    )
      continue;
    if (!room.isFree(box)) continue;
    room.text(box);
    return box;
  }
  return null;
}

/** The name and last value of a series beside its last mark, or as near to it as there is room. */
export function endLabel(
  {id, series, x, y, bar}: ChartMark,
  label: string,
  value: string,
  count: number,
  placer: Placer,
): ChartLabel | null {
  const {room, plot, width, fontSize, lineHeight, measure, top} = placer;
  const most = Math.min(16 * fontSize, plot.width * 0.6);
  const {lines: names} = fit(label, most, 2, (line) => measure(line, true));
  const lines = [...names];
  const last = lines.at(-1) ?? '';
  const sizes = lines.map((line) => measure(line, true));
  const joined = (sizes.at(-1) ?? 0) + measure(` ${value}`, true);
  if (joined <= most && last) {
    lines[lines.length - 1] = `${last} ${value}`;
    sizes[sizes.length - 1] = joined;
  } else {
    lines.push(value);
    sizes.push(measure(value, true));
  }
  const box = {width: Math.max(...sizes) + 1, height: lines.length * lineHeight};
  const reach = bar ? 14 : 5;
  // Where everyone has a label, far ones are not told whose they are.
  const farthest = count > 6 ? 44 : 110;
  const right = Math.min(width, plot.x + plot.width + 8) - box.width;
  const candidates: (Box & {readonly cost: number; readonly leader: ChartLabel['leader']})[] = [];
  for (const left of [
    x + reach + 4,
    Math.min(x - box.width / 2, right),
    right,
    x - reach - 4 - box.width,
    x - 44 - box.width,
  ]) {
    for (let step = 0; step <= 24; step++) {
      for (const side of step === 0 ? [0] : [-1, 1]) {
        const up = y - box.height / 2 + (side * step * lineHeight) / 3;
        if (up < top || up + box.height > plot.y + plot.height) continue;
        const nearX = Math.min(Math.max(x, left), left + box.width);
        const nearY = Math.min(Math.max(y, up), up + box.height);
        const far = Math.hypot(nearX - x, nearY - y);
        if (far > farthest) continue;
        // To the right is where one looks for it.
        const cost = far + (left > x ? 0 : 6);
        const start = far > 0 ? 7 / far : 0;
        candidates.push({
          x: left,
          y: up,
          ...box,
          cost,
          leader: far <= 16 ? null : [x + (nearX - x) * start, y + (nearY - y) * start, nearX, nearY],
        });
      }
    }
  }
  candidates.sort((a, b) => a.cost - b.cost);
  const placed = take(
    candidates.filter(({leader}) => !leader || room.isClear(...leader)),
    placer,
  );
  if (!placed) return null;
  if (placed.leader) room.line(...placed.leader);
  const {leader, x: left, y: up} = placed;
  return {role: 'end', series, point: id, lines, leader, x: left, y: up, ...box};
}

/** A value close to its mark, or not at all. */
export function valueLabel(
  {id, series, x, y, bar, open}: ChartMark,
  value: string,
  placer: Placer,
): ChartLabel | null {
  const {lineHeight, measure} = placer;
  const [width, height] = [measure(value, false) + 1, lineHeight];
  const away = 7;
  const above = {x: x - width / 2, y: y - away - height - (open === 'up' ? 9 : 0), width, height};
  const boxes = [
    above,
    ...(bar ? [] : [{x: x - width / 2, y: y + away, width, height}]),
    {x: x + away + 2, y: y - height / 2, width, height},
    {x: x - away - 2 - width, y: y - height / 2, width, height},
    {x: x + away, y: y - away - height, width, height},
    {x: x - away - width, y: y - away - height, width, height},
  ];
  const box = take(boxes, placer);
  return box && {role: 'value', series, point: id, lines: [value], leader: null, ...box};
}

/** The words of a gap above its line, no wider than a word of it allows. */
export function gapLabel({series, from, to, y}: ChartGap, text: string, placer: Placer): ChartLabel | null {
  const {lineHeight, fontSize, measure} = placer;
  const {lines, width, truncated} = fit(text, Math.max(to - from, 7 * fontSize), 3, (line) =>
    measure(line, false),
  );
  if (truncated || lines.length === 0) return null;
  const height = lines.length * lineHeight;
  const box = take([{x: (from + to) / 2 - width / 2, y: y - 3 - height, width, height}], placer);
  return box && {role: 'gap', series, point: null, lines, leader: null, ...box};
}
