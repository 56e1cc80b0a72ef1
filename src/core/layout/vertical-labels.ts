import {centreOf, type Spot} from './spots.js';
import type {Columns} from './vertical-columns.js';
import {fit, type Wrapped} from './wrap.js';

/** Gap between labels, in pixels. */
export const LABEL_GAP = 5;
const LINES = 4;
/** Distance of a leader's start from the middle of its column, in pixels. */
const REACH = 6;

/** A label before placement. */
export interface Entry {
  readonly spot: Spot;
  readonly lane: string;
  /** x where its leader starts. */
  readonly markEnd: number;
  readonly text: Wrapped;
  readonly height: number;
  /** Centre of the mark from the start of the plot, in pixels. */
  readonly centre: number;
}

/** Options for measuring labels. */
export interface LabelSetting {
  readonly lineHeight: number;
  readonly measure: (text: string, bold: boolean) => number;
}

export const labelLines = (label: string, width: number, bold: boolean, {measure}: LabelSetting): Wrapped =>
  fit(label, width, LINES, (line) => measure(line, bold));

/**
 * The labels of all marks that have one; the columns start at `x`. Of many events those are labelled whose title fits,
 * as what is cut off to the same few words tells none from another.
 */
export function entriesOf(
  {lanes, many}: Columns,
  x: number,
  labelWidth: number,
  length: number,
  setting: LabelSetting,
): readonly Entry[] {
  const entries: Entry[] = [];
  let left = x;
  for (const {lane, seen, columnOf, columns, column} of lanes) {
    for (const spot of seen) {
      const {label} = spot.item;
      if (!label.trim()) continue;
      const text = labelLines(label, labelWidth, spot.selected, setting);
      if (text.lines.length === 0 || (many && text.truncated && !spot.selected)) continue;
      const markEnd = left + ((columnOf.get(spot) ?? 0) + 0.5) * column + REACH;
      const height = text.lines.length * setting.lineHeight;
      entries.push({spot, lane: lane.id, markEnd, text, height, centre: centreOf(spot, length)});
    }
    left += columns * column;
  }
  return entries;
}

/** An entry and the top of its label. */
interface Placed {
  readonly entry: Entry;
  readonly top: number;
}

const byMark = (a: Entry, b: Entry) =>
  a.centre - b.centre || b.markEnd - a.markEnd || a.spot.row - b.spot.row;

/**
 * Places as many labels as there is room for no further than `reach` from their marks, by the given priority; returned
 * in the order of the marks, so that no leader crosses another.
 */
export function placeNear(
  entries: readonly Entry[],
  low: number,
  high: number,
  reach: number,
): readonly Placed[] {
  let placed: readonly Placed[] = [];
  let used = 0;
  for (const entry of entries) {
    if (used + entry.height + LABEL_GAP > high - low) continue;
    const more = [...placed.map((each) => each.entry), entry].sort(byMark);
    const tops = stackLabels(more, low, high);
    const next = more.map((each, i) => ({entry: each, top: tops[i] ?? low}));
    if (next.some((each) => distanceOf(each) > reach)) continue;
    placed = next;
    used += entry.height + LABEL_GAP;
  }
  return placed;
}

/** How far the nearest line of a label is from its mark. */
function distanceOf({entry: {centre, height, text}, top}: Placed): number {
  const half = height / text.lines.length / 2;
  return Math.max(top + half - centre, centre - top - height + half, 0);
}

/** Adjacent labels that would overlap, placed together at the mean of their preferred positions, clamped. */
interface Block {
  /** Sum of the preferred tops, each relative to the block's top. */
  readonly sum: number;
  readonly count: number;
  readonly height: number;
  readonly top: number;
}

/**
 * The tops of labels in the given order, without overlap and with small displacement: neighbours that would overlap
 * form a block at the mean of their preferred positions.
 */
function stackLabels(entries: readonly Entry[], low: number, high: number): readonly number[] {
  const clamp = (height: number, top: number) => Math.max(low, Math.min(top, high - height));
  const blocks: Block[] = [];
  for (const {centre, height} of entries) {
    const box = height + LABEL_GAP;
    const wish = centre - box / 2;
    let block: Block = {sum: wish, count: 1, height: box, top: clamp(box, wish)};
    for (let last = blocks.at(-1); last && last.top + last.height > block.top; last = blocks.at(-1)) {
      blocks.pop();
      block = joined(last, block, clamp);
    }
    blocks.push(block);
  }
  const tops: number[] = [];
  for (const {count, top} of blocks) {
    let y = top;
    for (let i = 0; i < count; i++) {
      y += LABEL_GAP / 2;
      tops.push(y);
      y += (entries[tops.length - 1]?.height ?? 0) + LABEL_GAP / 2;
    }
  }
  return tops;
}

function joined(above: Block, below: Block, clamp: (height: number, top: number) => number): Block {
  const sum = above.sum + below.sum - below.count * above.height;
  const [count, height] = [above.count + below.count, above.height + below.height];
  return {sum, count, height, top: clamp(height, sum / count)};
}
