import {layoutLane} from './lanes.js';
import {barOf, markOf, type Scene} from './scene.js';
import {timeScale} from './time-scale.js';
import type {Bar, Label, LaneBox, Mark, TimelineLayout, TimelineOptions} from './types.js';
import {fit} from './wrap.js';

/** Half a mark: what the first and the last may stick out of the plot. */
const PAD = 8;
/** Least height of a row: a mark that a finger can hit. */
const ROW = 22;
const LANE_GAP = 6;

export type Parts = Omit<TimelineLayout, 'orientation' | 'lineHeight' | 'before' | 'after' | 'source'>;

/** How wide the plot is, and where it starts. */
export function plotOf({width, gutter = 0}: TimelineOptions): {readonly x: number; readonly width: number} {
  const start = Math.min(gutter > 0 ? gutter : 0, width / 2);
  const pad = Math.min(PAD, (width - start) / 4);
  return {x: start + pad, width: width - start - 2 * pad};
}

/** Rows of a lane before marks merge: fewer where there are many to show. */
export const rowsOf = ({maxRows}: TimelineOptions, many: boolean): number =>
  Math.max(1, maxRows ?? (many ? 3 : 6));

/** Lanes one below the other, time across; `range` is all that is laid out, `beyond` too. */
export function layoutHorizontal(scene: Scene, options: TimelineOptions, lineHeight: number): Parts {
  const {range, width, fontSize, measure, minRows} = options;
  const maxRows = rowsOf(options, scene.many);
  const plot = plotOf(options);
  const {length} = scene;
  const origin = plot.x - (options.beyond?.before ?? 0);
  const gutter = Math.max(plot.x - PAD, 0);
  const marks: Mark[] = [];
  const bars: Bar[] = [];
  const labels: Label[] = [];
  const unlabelled: string[] = [];
  const lanes: LaneBox[] = [];
  const pitch = (lines: number) => Math.max(ROW, lines * lineHeight + 4);
  let y = 0;
  for (const lane of scene.lanes) {
    const {
      rows: needed,
      lines,
      marks: spots,
      bars: groups,
      labels: texts,
    } = layoutLane(lane, {
      length,
      margin: plot.x - gutter - 1,
      maxRows,
      fontSize,
      measure,
      pitch,
      many: scene.many,
    });
    const rows = Math.max(needed, minRows?.(lane.id) ?? 0);
    const bold = (line: string) => measure(line, true);
    const name = lane.label.trim()
      ? fit(lane.label, gutter > 0 ? gutter - 12 : width - 2, gutter > 0 ? 3 : 2, bold)
      : null;
    const nameHeight = name ? name.lines.length * lineHeight : 0;
    const top = y + LANE_GAP / 2 + (gutter > 0 ? 0 : nameHeight);
    const row = pitch(lines);
    const across = (at: number) => top + (at + 0.5) * row;
    const height = Math.max(rows * row + top - y, nameHeight) + LANE_GAP / 2;
    lanes.push({
      id: lane.id,
      rows,
      x: 0,
      y,
      width,
      height,
      name: name && {
        x: 0,
        // Beside the first row, in the gutter.
        y:
          gutter > 0
            ? Math.max(y, Math.min(top + row / 2 - lineHeight / 2, y + height - nameHeight))
            : y + LANE_GAP / 2,
        width: name.width,
        height: nameHeight,
        lines: name.lines,
      },
    });
    const rowOf = new Map(spots.map((each) => [each.spot, each.row]));
    for (const {spot, row} of spots) {
      marks.push(markOf(spot, range, {lane: lane.id, row, across: across(row), origin, length}));
    }
    const labelled = new Set(texts.map(({spot}) => spot));
    unlabelled.push(...spots.flatMap(({spot}) => (labelled.has(spot) ? [] : spot.item.id)));
    for (const text of texts) {
      const {spot, lines, truncated, leader} = text;
      const x = origin + text.x;
      const labelHeight = lines.length * lineHeight;
      const at = across(text.row);
      labels.push({
        id: spot.item.id,
        lane: lane.id,
        x,
        y: at - labelHeight / 2,
        width: text.width,
        height: labelHeight,
        lines,
        truncated,
        selected: spot.selected,
        leader:
          leader === null
            ? null
            : leaderOf(origin + leader, across(rowOf.get(spot) ?? 0), x, text.width, at, labelHeight),
      });
    }
    for (const {bar, row: at} of groups) bars.push(barOf(bar, {lane: lane.id, origin, across: across(at)}));
    y += height;
  }
  const bottom = Math.max(y, 2 * lineHeight);
  const ticks = timeScale([range.start, range.end], [origin, origin + length]).ticks({
    text: options.tickText,
    size: (text) => measure(text, false),
    gap: 1.5 * fontSize,
  });
  return {
    width,
    height: bottom + lineHeight * 1.4,
    plot: {x: plot.x, y: 0, width: plot.width, height: bottom},
    lanes,
    marks,
    bars,
    labels,
    unlabelled,
    ticks,
  };
}

/** From the mark along its own date to the row of the label, then to the text. */
function leaderOf(
  c: number,
  from: number,
  x: number,
  width: number,
  to: number,
  height: number,
): Label['leader'] {
  const down = to > from ? 1 : -1;
  const start = [c, from + down * 6] as const;
  if (x <= c && c <= x + width) return [start, [c, to - (down * height) / 2]];
  return [start, [c, to], [c < x ? x - 2 : x + width + 2, to]];
}
