import {barOf} from './lane-content.js';
import type {LaneLabel} from './lane-labels.js';
import {type LaneLayout, layoutLane} from './lane-layout.js';
import {markOfSpot} from './spots.js';
import {timeScale} from './time-scale.js';
import type {Bar, Label, LaneBox, Mark, TimelineLayout, TimelineOptions} from './types.js';
import type {LaneInView, ViewContent} from './view-content.js';
import {fit} from './wrap.js';

/** Padding of the plot in pixels: half a mark. */
const PAD = 8;
/** Minimum height of a row in pixels, for the hit area of marks. */
const ROW = 22;
const LANE_GAP = 6;
/** Where names start, in pixels from the drawing's edge: their halo stays within it. */
const HALO = 2;
/** Height of the axis below the lanes, in lines. */
const AXIS = 1.4;

/** Geometry that all lanes share. */
interface LaneFrame {
  readonly options: TimelineOptions;
  readonly lineHeight: number;
  readonly many: boolean;
  /** x of the plot's start, including what is laid out before the range. */
  readonly origin: number;
  readonly length: number;
  /** Width of the gutter for lane names; 0 when names are above the rows. */
  readonly gutter: number;
  /** Space that labels may use beyond the plot on each side, in pixels. */
  readonly margin: number;
  readonly maxRows: number;
}

/** One lane of a layout. */
interface DrawnLane {
  readonly box: LaneBox;
  readonly marks: readonly Mark[];
  readonly bars: readonly Bar[];
  readonly labels: readonly Label[];
}

export type Parts = Omit<TimelineLayout, 'orientation' | 'lineHeight' | 'source'>;

/** Position and width of the plot. */
export function plotOf({width, gutter = 0}: TimelineOptions): {readonly x: number; readonly width: number} {
  const start = Math.min(gutter > 0 ? gutter : 0, width / 2);
  const pad = Math.min(PAD, (width - start) / 4);
  return {x: start + pad, width: width - start - 2 * pad};
}

/** Maximum rows of a lane before marks merge; fewer when there are many events. */
export const rowsOf = ({maxRows}: TimelineOptions, many: boolean): number =>
  Math.max(1, maxRows ?? (many ? 3 : 6));

/** Lays out stacked lanes with horizontal time; `range` is everything laid out, including `beyond`. */
export function layoutHorizontal(content: ViewContent, options: TimelineOptions, lineHeight: number): Parts {
  const {range, width, fontSize, measure, scaleOf = timeScale} = options;
  const {length, many} = content;
  const plot = plotOf(options);
  const origin = plot.x - (options.beyond?.before ?? 0);
  const gutter = Math.max(plot.x - PAD, 0);
  const margin = plot.x - gutter - 1;
  const maxRows = rowsOf(options, many);
  const frame: LaneFrame = {options, lineHeight, many, origin, length, gutter, margin, maxRows};
  const lanes: DrawnLane[] = [];
  let y = 0;
  for (const lane of content.lanes) {
    const drawn = drawLane(lane, y, frame);
    lanes.push(drawn);
    y += drawn.box.height;
  }
  const bottom = Math.max(y, 2 * lineHeight, (options.minHeight ?? 0) - AXIS * lineHeight);
  return {
    width,
    height: bottom + AXIS * lineHeight,
    plot: {x: plot.x, y: 0, width: plot.width, height: bottom},
    lanes: lanes.map(({box}) => box),
    marks: lanes.flatMap(({marks}) => marks),
    bars: lanes.flatMap(({bars}) => bars),
    labels: lanes.flatMap(({labels}) => labels),
    ticks: scaleOf([range.start, range.end], [origin, origin + length]).ticks({
      text: options.tickText,
      size: (text) => measure(text, false),
      gap: 1.5 * fontSize,
      margin: plot.x,
    }),
  };
}

/** Lays out a lane from `y` down: its rows, with its name above or beside them. */
function drawLane(lane: LaneInView, y: number, frame: LaneFrame): DrawnLane {
  const {options, lineHeight, origin, length, gutter} = frame;
  const {id} = lane;
  const pitch = (lines: number) => Math.max(ROW, lines * lineHeight + 4);
  const held = options.held?.get(id);
  const {fontSize, measure} = options;
  const layout = layoutLane(
    lane,
    {...frame, fontSize, measure, pitch, ...(held && !frame.many && {maxRows: held.rows})},
    held?.lines,
  );
  const rows = Math.max(layout.rows, held?.rows ?? 0);
  const name = nameOf(lane, frame);
  const nameHeight = name ? name.lines.length * lineHeight : 0;
  const top = y + LANE_GAP / 2 + (gutter > 0 ? 0 : nameHeight);
  const row = pitch(layout.lines);
  const across = (at: number) => top + (at + 0.5) * row;
  const height = Math.max(rows * row + top - y, nameHeight) + LANE_GAP / 2;
  // In the gutter, align the name with the first row.
  const beside = Math.max(y, Math.min(top + row / 2 - lineHeight / 2, y + height - nameHeight));
  const nameY = gutter > 0 ? beside : y + LANE_GAP / 2;
  return {
    box: {
      id,
      rows,
      lines: layout.lines,
      x: 0,
      y,
      width: options.width,
      height,
      name: name && {x: HALO, y: nameY, width: name.width, height: nameHeight, lines: name.lines},
    },
    marks: layout.marks.map(({spot, row}) =>
      markOfSpot(spot, {lane: id, row, across: across(row), origin, length}),
    ),
    bars: layout.bars.map(({bar, row}) => barOf(bar, {lane: id, origin, across: across(row)})),
    labels: labelsOf(id, layout, across, frame),
  };
}

/** The wrapped name of a lane: in the gutter, or above its rows. */
function nameOf({label}: LaneInView, {options: {width, measure}, gutter}: LaneFrame) {
  if (!label.trim()) return null;
  const bold = (line: string) => measure(line, true);
  return gutter > 0 ? fit(label, gutter - 12, 3, bold) : fit(label, width - 2, 2, bold);
}

function labelsOf(
  lane: string,
  {marks, labels}: LaneLayout,
  across: (row: number) => number,
  {origin, lineHeight}: LaneFrame,
): readonly Label[] {
  const rowOf = new Map(marks.map(({spot, row}) => [spot, row]));
  return labels.map((label) => {
    const {spot, lines, width} = label;
    const x = origin + label.x;
    const height = lines.length * lineHeight;
    const at = across(label.row);
    const leader = leaderOf(label, across(rowOf.get(spot) ?? 0), origin, at, height);
    const {selected, item} = spot;
    return {id: item.id, lane, x, y: at - height / 2, width, height, lines, selected, leader};
  });
}

/** Route a leader from the mark vertically to the label's row, then to its text. */
function leaderOf(
  {leader, x: left, width}: LaneLabel,
  from: number,
  origin: number,
  to: number,
  height: number,
): Label['leader'] {
  if (leader === null) return null;
  const [x, c] = [origin + left, origin + leader];
  const down = to > from ? 1 : -1;
  const start = [c, from + down * 6] as const;
  if (x <= c && c <= x + width) return [start, [c, to - (down * height) / 2]];
  return [start, [c, to], [c < x ? x - 2 : x + width + 2, to]];
}
