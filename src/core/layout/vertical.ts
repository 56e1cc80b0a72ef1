import type {Parts} from './horizontal.js';
import {
  barOf,
  byRank,
  centreOf,
  isMany,
  markOf,
  type Scene,
  type SceneBar,
  type SceneLane,
  type Spot,
} from './scene.js';
import {timeScale} from './time-scale.js';
import {EMPTY_LAYOUT, layoutOf, prepare} from './timeline.js';
import type {
  AxisTick,
  Bar,
  Label,
  LaneBox,
  Mark,
  TimelineLayout,
  TimelineOptions,
  TimelineSource,
} from './types.js';
import {fit, type Wrapped} from './wrap.js';

/** Between two columns, where there is room for it and where there is little. */
const COLUMN = 14;
const NARROW = 10;
/** The share of the width that columns get. */
const SHARE = 0.36;
/** The same among many events, where there is more to count than to name: room for the numbers of bars. */
const WIDE_COLUMN = 17;
const WIDE_SHARE = 0.5;
/** Where leaders run from the columns to the labels. */
const CHANNEL = 14;
/** Above the first mark and below the last. */
const PAD = 8;
const LABEL_GAP = 5;
const LINES = 4;

/** Columns of a lane: marks side by side where they would cover each other; bars in the first. */
function columnsOf(spots: readonly Spot[], {bars}: SceneLane) {
  const first = bars.filter(({wide}) => !wide);
  const ends: number[] = first.length > 0 ? [-Infinity] : [];
  const columnOf = new Map<Spot | SceneBar, number>(first.map((bar) => [bar, 0]));
  const things = [...spots, ...bars.filter(({wide}) => wide)];
  for (const thing of things.sort((a, b) => a.low - b.low)) {
    const {low, high} = thing;
    const skip = first.some((bar) => bar.low - 1 < high && low < bar.high + 1) ? 0 : -1;
    const free = ends.findIndex((end, i) => i > skip && end <= low + 0.01);
    const column = free < 0 ? ends.length : free;
    ends[column] = high;
    columnOf.set(thing, column);
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

/** Where everything of a timeline goes, time downward, for narrow boxes. */
export function layoutUpright(source: TimelineSource, options: TimelineOptions): TimelineLayout {
  const ready = prepare(source, options);
  if (!ready) return EMPTY_LAYOUT;
  const {lineHeight, sceneAt} = ready;
  const parts = layoutVertical((length) => sceneAt(options.range, length), source, options, lineHeight);
  return layoutOf(parts, source, options, {orientation: 'vertical', lineHeight});
}

/** Dates, then a column or more for each lane, then the labels. */
function layoutVertical(
  sceneAt: (length: number) => (maxRows: number) => Scene,
  source: TimelineSource,
  options: TimelineOptions,
  lineHeight: number,
): Parts {
  const {range, width, measure, minHeight = 480, maxLabels = 200, maxRows = 3} = options;
  const least = Math.max(minHeight, 4 * lineHeight);
  const many = isMany(source);
  const [widest, share] = many ? [WIDE_COLUMN, WIDE_SHARE] : [COLUMN, SHARE];
  // Columns give way where they would leave too little of the width to the texts.
  const arrangement = (length: number) => {
    const sceneOf = sceneAt(length);
    for (let rows = Math.max(1, maxRows); ; rows--) {
      const scene = sceneOf(rows);
      const lanes = scene.lanes.map((lane) => {
        const seen = lane.single.filter(({inRange}) => inRange);
        return {lane, seen, ...columnsOf(seen, lane)};
      });
      const columns = lanes.reduce((sum, lane) => sum + lane.columns, 0);
      if (rows > 1 && columns * NARROW > width * share) continue;
      const column = Math.min(widest, (width * share) / columns);
      return {lanes, column, across: columns * column};
    }
  };
  const ticksAt = (length: number): readonly AxisTick[] => {
    const scale = timeScale([range.start, range.end], [PAD, PAD + length]);
    const ticks = (widest: number) =>
      scale.ticks({
        text: options.tickText,
        // Wide texts do not fit: rather months than dates with days.
        size: (text) => (measure(text, false) > widest ? Infinity : lineHeight),
        gap: 2.5 * lineHeight,
      });
    const narrow = ticks(width * 0.24);
    return narrow.length > 0 ? narrow : ticks(width * 0.4);
  };
  const linesOf = (label: string, labelWidth: number, bold: boolean) =>
    fit(label, labelWidth, LINES, (line) => measure(line, bold));
  const draft = (height: number) => {
    const length = height - 2 * PAD;
    const {lanes, column, across} = arrangement(length);
    const ticks = ticksAt(length);
    const tickWidth = Math.max(0, ...ticks.map(({text}) => measure(text, false)));
    const x = tickWidth + 8;
    const labelX = x + across + CHANNEL;
    const labelWidth = width - labelX;
    const entries: Entry[] = [];
    let left = x;
    for (const {lane, seen, columnOf, columns} of lanes) {
      for (const spot of seen) {
        if (!spot.item.label.trim()) continue;
        const text = linesOf(spot.item.label, labelWidth, spot.selected);
        if (text.lines.length === 0) continue;
        const markEnd = left + ((columnOf.get(spot) ?? 0) + 0.5) * column + 6;
        entries.push({
          spot,
          lane: lane.id,
          markEnd,
          text,
          height: text.lines.length * lineHeight,
          centre: centreOf(spot, length),
        });
      }
      left += columns * column;
    }
    const kept = entries.sort((a, b) => byRank(a.spot, b.spot)).slice(0, Math.max(1, maxLabels));
    // Room for what is still merged too: on a taller axis it comes apart.
    const merged = lanes.flatMap(({lane}) => lane.bars);
    const count = merged.reduce((sum, bar) => sum + bar.count, entries.length);
    const hidden = count <= maxLabels ? merged.flatMap(({rows}) => Array.from(rows(), source.item)) : [];
    const own = kept.reduce((sum, each) => sum + each.height + LABEL_GAP, 0);
    const needed = hidden.reduce(
      (sum, {label}) => sum + linesOf(label, labelWidth, false).lines.length * lineHeight + LABEL_GAP,
      own,
    );
    return {length, lanes, ticks, x, column, across, labelX, kept, own, needed};
  };
  // A taller axis merges less and so has more to name: a few rounds settle it.
  let height = least;
  let drawn = draft(height);
  // Among many the axis keeps its height, and names what there is room for.
  for (let round = 0; !many && round < 5 && drawn.needed > height; round++) {
    height = drawn.needed;
    drawn = draft(height);
  }
  // What stays merged all the same (spans over spans) needs no room after all.
  if (drawn.own < height / 2 && height > least) {
    const lower = Math.max(least, drawn.own);
    const tighter = draft(lower);
    if (tighter.own <= lower && tighter.kept.length >= 0.8 * drawn.kept.length)
      [height, drawn] = [lower, tighter];
  }
  const {length, lanes: arranged, ticks, x, column, across, labelX} = drawn;
  let used = 0;
  const kept = drawn.kept
    .filter((each) => {
      const fits = used + each.height + LABEL_GAP <= height;
      if (fits) used += each.height + LABEL_GAP;
      return fits;
    })
    .sort((a, b) => a.centre - b.centre || b.markEnd - a.markEnd || a.spot.row - b.spot.row);
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
  for (const {lane, seen, columnOf, columns} of arranged) {
    const laneWidth = columns * column;
    lanes.push({id: lane.id, rows: columns, x: left, y: 0, width: laneWidth, height, name: null});
    for (const spot of seen) {
      const row = columnOf.get(spot) ?? 0;
      marks.push(
        markOf(spot, range, {lane: lane.id, row, across: left + (row + 0.5) * column, origin: PAD, length}),
      );
    }
    for (const bar of lane.bars) {
      const across = left + ((columnOf.get(bar) ?? 0) + 0.5) * column;
      bars.push(barOf(bar, {lane: lane.id, origin: PAD, across}));
    }
    left += laneWidth;
  }
  const unlabelled = marks.map(({id}) => id).filter((id) => !named.has(id));
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
