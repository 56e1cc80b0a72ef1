import type {Parts} from './horizontal.js';
import {byRank, centreOf, markOf, type Scene, type Spot} from './scene.js';
import {timeTicks} from './ticks.js';
import type {AxisTick, Bar, Label, LaneBox, Mark, TimelineOptions} from './types.js';
import {fit, type Wrapped} from './wrap.js';

/** Between two columns. */
const COLUMN = 14;
const LANE_GAP = 4;
/** Where leaders run from the columns to the labels. */
const CHANNEL = 16;
/** Above the first mark and below the last. */
const PAD = 8;
const LABEL_GAP = 5;
const LINES = 4;

/** Columns of each lane: marks side by side where they would cover each other. */
function columnsOf(spots: readonly Spot[]): {
  readonly columns: number;
  readonly columnOf: ReadonlyMap<Spot, number>;
} {
  const ends: number[] = [];
  const columnOf = new Map<Spot, number>();
  for (const spot of spots) {
    const free = ends.findIndex((end) => end <= spot.low + 0.01);
    const column = free < 0 ? ends.length : free;
    ends[column] = spot.high;
    columnOf.set(spot, column);
  }
  return {columns: ends.length, columnOf};
}

interface Entry {
  readonly spot: Spot;
  readonly lane: string;
  readonly markEnd: number;
  readonly text: Wrapped;
  readonly height: number;
  /** Middle of the mark, from the start of the plot. */
  readonly centre: number;
}

/**
 * Tops of boxes in the order given, none over another, each as near as it can be to where it wants to be: neighbours
 * that would overlap form a block that stands at the mean of what they want.
 */
function spread(entries: readonly Entry[], low: number, high: number): number[] {
  const blocks: {sum: number; count: number; height: number; top: number}[] = [];
  const room = (height: number, top: number) => Math.max(low, Math.min(top, high - height));
  for (const {centre, height} of entries) {
    const box = height + LABEL_GAP;
    let block = {sum: centre - box / 2, count: 1, height: box, top: room(box, centre - box / 2)};
    for (let last = blocks.at(-1); last && last.top + last.height > block.top; last = blocks.at(-1)) {
      blocks.pop();
      const sum = last.sum + block.sum - block.count * last.height;
      const [count, height] = [last.count + block.count, last.height + block.height];
      block = {sum, count, height, top: room(height, sum / count)};
    }
    blocks.push(block);
  }
  const tops: number[] = [];
  let next = 0;
  for (const {count, top} of blocks) {
    let y = top;
    for (let i = 0; i < count; i++) {
      tops.push(y + LABEL_GAP / 2);
      y += (entries[next]?.height ?? 0) + LABEL_GAP;
      next++;
    }
  }
  return tops;
}

/** Time downward: dates, then a column or more for each lane, then the labels. */
export function layoutVertical(
  sceneAt: (length: number, maxRows: number) => Scene,
  options: TimelineOptions,
  lineHeight: number,
): Parts {
  const {range, width, measure, minHeight = 480, maxLabels = 200, maxRows = 3} = options;
  const least = Math.max(minHeight, 4 * lineHeight);
  // Columns give way when they would leave less than half of the width to the texts.
  const arrangement = (length: number) => {
    for (let rows = maxRows; ; rows--) {
      const scene = sceneAt(length, rows);
      const lanes = scene.lanes.map((lane) => {
        const seen = lane.single.filter(({inRange}) => inRange);
        const {columns, columnOf} = columnsOf(seen);
        // Bars have a column of their own only where there are marks as well.
        const barred = lane.bars.length > 0 ? 1 : 0;
        return {lane, seen, columnOf, barred, columns: columns + barred};
      });
      const across = lanes.reduce((sum, {columns}) => sum + columns * COLUMN + LANE_GAP, 0);
      if (rows <= 1 || across <= width * 0.36) return {lanes, across};
    }
  };
  const ticksAt = (length: number): AxisTick[] =>
    timeTicks(range, length, {text: options.tickText, size: () => lineHeight, gap: 2.5 * lineHeight}).map(
      (tick) => ({
        ...tick,
        position: tick.position + PAD,
        textPosition: tick.textPosition + PAD,
      }),
    );
  const draft = (height: number) => {
    const length = height - 2 * PAD;
    const {lanes, across} = arrangement(length);
    const ticks = ticksAt(length);
    const tickWidth = Math.max(0, ...ticks.map(({text}) => measure(text, false)));
    const x = Math.min(tickWidth + 8, width / 2);
    const labelX = x + across + CHANNEL;
    const labelWidth = width - labelX;
    const entries: Entry[] = [];
    let left = x;
    for (const {lane, seen, columnOf, columns, barred} of lanes) {
      for (const spot of seen) {
        if (!spot.item.label.trim()) continue;
        const text = fit(spot.item.label, labelWidth, LINES, (line) => measure(line, spot.selected));
        if (text.lines.length === 0) continue;
        const markEnd = left + ((columnOf.get(spot) ?? 0) + barred + 0.5) * COLUMN + 6;
        entries.push({
          spot,
          lane: lane.id,
          markEnd,
          text,
          height: text.lines.length * lineHeight,
          centre: centreOf(spot, length),
        });
      }
      left += columns * COLUMN + LANE_GAP;
    }
    const kept = entries.sort((a, b) => byRank(a.spot, b.spot)).slice(0, Math.max(1, maxLabels));
    const needed = kept.reduce((sum, each) => sum + each.height + LABEL_GAP, 0) + 2 * PAD;
    return {length, lanes, ticks, x, across, labelX, kept, needed};
  };
  // A taller axis merges less and so has more to name: a few rounds settle it.
  let height = least;
  let drawn = draft(height);
  for (let round = 0; round < 5 && drawn.needed > height; round++) {
    height = drawn.needed;
    drawn = draft(height);
  }
  const {length, lanes: arranged, ticks, x, across, labelX} = drawn;
  let used = 0;
  const kept = drawn.kept
    .filter((each) => {
      const fits = used + each.height + LABEL_GAP <= height;
      if (fits) used += each.height + LABEL_GAP;
      return fits;
    })
    .sort((a, b) => a.centre - b.centre || b.markEnd - a.markEnd || a.spot.index - b.spot.index);
  const tops = spread(kept, -PAD, height - PAD);
  const labels = kept.map(({spot, lane, markEnd, text, height: boxHeight, centre}, i): Label => {
    const top = (tops[i] ?? 0) + PAD;
    const [markY, labelY] = [centre + PAD, top + lineHeight / 2];
    const inside = markY >= top && markY <= top + boxHeight;
    return {
      id: spot.item.id,
      lane,
      x: labelX,
      y: top,
      width: text.width,
      height: boxHeight,
      lines: text.lines,
      truncated: text.truncated,
      selected: spot.selected,
      leader: inside
        ? null
        : [
            [markEnd, markY],
            [x + across, markY],
            [labelX - 3, labelY],
          ],
    };
  });
  const named = new Set(labels.map(({id}) => id));
  const marks: Mark[] = [];
  const bars: Bar[] = [];
  const lanes: LaneBox[] = [];
  let left = x;
  for (const {lane, seen, columnOf, columns, barred} of arranged) {
    const laneWidth = columns * COLUMN;
    lanes.push({id: lane.id, rows: columns, x: left, y: 0, width: laneWidth, height, name: null});
    for (const spot of seen) {
      const row = (columnOf.get(spot) ?? 0) + barred;
      marks.push(
        markOf(spot, range, {lane: lane.id, row, across: left + (row + 0.5) * COLUMN, origin: PAD, length}),
      );
    }
    for (const bar of lane.bars) {
      bars.push({
        id: bar.id,
        lane: lane.id,
        from: PAD + bar.from,
        to: PAD + bar.to,
        across: left + 0.5 * COLUMN,
        interval: bar.interval,
        ids: bar.spots.map(({item}) => item.id),
      });
    }
    left += laneWidth + LANE_GAP;
  }
  const unlabelled = [...marks.map(({id}) => id), ...bars.flatMap(({ids}) => ids)].filter(
    (id) => !named.has(id),
  );
  return {
    width,
    height,
    plot: {x, y: PAD, width: across, height: length},
    lanes,
    marks,
    bars,
    labels,
    unlabelled,
    ticks,
  };
}
