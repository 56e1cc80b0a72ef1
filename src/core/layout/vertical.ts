import type {Parts} from './horizontal.js';
import {barOf} from './lane-content.js';
import {isMany} from './source.js';
import {byRank, markOfSpot} from './spots.js';
import {timeScale} from './time-scale.js';
import {EMPTY_LAYOUT, layoutOf, prepare} from './timeline.js';
import type {AxisTick, Label, TimelineLayout, TimelineOptions, TimelineSource} from './types.js';
import {type Columns, layoutColumns} from './vertical-columns.js';
import {type Entry, entriesOf, fitting, LABEL_GAP, labelLines, stackLabels} from './vertical-labels.js';
import type {ViewContent} from './view-content.js';

/** Where leaders run from the columns to the labels. */
const CHANNEL = 14;
/** Above the first mark and below the last. */
const PAD = 8;
/** Between the dates and the columns. */
const TICK_GAP = 8;
/** Most of the width that dates get, and of what they get where that is too little. */
const TICK_SHARES = [0.24, 0.4] as const;

/** What every draft of an upright layout is made of. */
interface Story {
  readonly source: TimelineSource;
  readonly options: TimelineOptions;
  readonly lineHeight: number;
  /** What is in view on an axis of a length. */
  readonly contentAt: (length: number) => (maxRows: number) => ViewContent;
}

/** An upright layout of a height, whose labels have no places yet. */
interface Draft {
  readonly height: number;
  /** Of the axis. */
  readonly length: number;
  readonly columns: Columns;
  readonly ticks: readonly AxisTick[];
  /** Where columns and labels begin. */
  readonly x: number;
  readonly labelX: number;
  /** Labels, the most important first. */
  readonly kept: readonly Entry[];
  /** The height that they take, and what those would take besides that are merged now. */
  readonly own: number;
  readonly needed: number;
}

/** Where everything of a timeline goes, time downward, for narrow boxes. */
export function layoutUpright(source: TimelineSource, options: TimelineOptions): TimelineLayout {
  const ready = prepare(source, options);
  if (!ready) return EMPTY_LAYOUT;
  const {lineHeight, contentAt} = ready;
  const story: Story = {
    source,
    options,
    lineHeight,
    contentAt: (length) => contentAt(options.range, length),
  };
  const parts = partsOf(settledDraft(story), story);
  return layoutOf(parts, source, {orientation: 'vertical', lineHeight});
}

/** The draft whose height is what its labels need. */
function settledDraft(story: Story): Draft {
  const {source, options, lineHeight} = story;
  const least = Math.max(options.minHeight ?? 480, 4 * lineHeight);
  let drawn = draft(least, story);
  // A taller axis merges less and so has more to name: a few rounds settle it. Among many the axis keeps its height,
  // and names what there is room for.
  for (let round = 0; !isMany(source) && round < 5 && drawn.needed > drawn.height; round++)
    drawn = draft(drawn.needed, story);
  // What stays merged all the same (spans over spans) needs no room after all.
  if (drawn.own >= drawn.height / 2 || drawn.height <= least) return drawn;
  const tighter = draft(Math.max(least, drawn.own), story);
  return tighter.own <= tighter.height && tighter.kept.length >= 0.8 * drawn.kept.length ? tighter : drawn;
}

/** Dates, then a column or more for each lane, then the labels. */
function draft(height: number, story: Story): Draft {
  const {options, lineHeight, contentAt} = story;
  const {width, measure, maxRows = 3, maxLabels = 200} = options;
  const length = height - 2 * PAD;
  const columns = layoutColumns(contentAt(length), width, maxRows);
  const ticks = ticksOf(length, story);
  const tickWidth = Math.max(0, ...ticks.map(({text}) => measure(text, false)));
  const x = tickWidth + TICK_GAP;
  const labelX = x + columns.across + CHANNEL;
  const labelWidth = width - labelX;
  const entries = entriesOf(columns, x, labelWidth, length, {lineHeight, measure});
  const kept = entries.toSorted((a, b) => byRank(a.spot, b.spot)).slice(0, Math.max(1, maxLabels));
  const own = kept.reduce((sum, each) => sum + each.height + LABEL_GAP, 0);
  const needed = own + mergedHeight(columns, maxLabels - entries.length, labelWidth, story);
  return {height, length, columns, ticks, x, labelX, kept, own, needed};
}

/** The height of labels for what is merged, where there are at most `most`: on a taller axis it comes apart. */
function mergedHeight({lanes}: Columns, most: number, width: number, story: Story): number {
  const {source, options, lineHeight} = story;
  const merged = lanes.flatMap(({lane}) => lane.bars);
  if (merged.reduce((sum, {count}) => sum + count, 0) > most) return 0;
  return merged
    .flatMap(({rows}) => Array.from(rows(), source.item))
    .reduce((sum, {label}) => {
      const {lines} = labelLines(label, width, false, {lineHeight, measure: options.measure});
      return sum + lines.length * lineHeight + LABEL_GAP;
    }, 0);
}

function ticksOf(length: number, {options, lineHeight}: Story): readonly AxisTick[] {
  const {range, width, measure, tickText} = options;
  const scale = timeScale([range.start, range.end], [PAD, PAD + length]);
  // Wide texts do not fit: rather months than dates with days.
  const within = (widest: number) =>
    scale.ticks({
      text: tickText,
      size: (text) => (measure(text, false) > widest ? Infinity : lineHeight),
      gap: 2.5 * lineHeight,
    });
  const [usual, most] = TICK_SHARES;
  const narrow = within(width * usual);
  return narrow.length > 0 ? narrow : within(width * most);
}

/** A draft with its labels in their places. */
function partsOf(made: Draft, story: Story): Parts {
  const {options} = story;
  const {height, length, columns, ticks, x} = made;
  const {lanes, column, across} = columns;
  const labels = labelsOf(made, story);
  let left = x;
  const drawn = lanes.map((each) => {
    const {lane, seen, columnOf} = each;
    const {id} = lane;
    const from = left;
    const acrossOf = (row: number) => from + (row + 0.5) * column;
    const width = each.columns * column;
    left += width;
    const marks = seen.map((spot) => {
      const row = columnOf.get(spot) ?? 0;
      const place = {lane: id, row, across: acrossOf(row), origin: PAD, length};
      return markOfSpot(spot, place);
    });
    const bars = lane.bars.map((bar) =>
      barOf(bar, {lane: id, origin: PAD, across: acrossOf(columnOf.get(bar) ?? 0)}),
    );
    return {box: {id, rows: each.columns, x: from, y: 0, width, height, name: null}, marks, bars};
  });
  const marks = drawn.flatMap((lane) => lane.marks);
  return {
    width: options.width,
    height,
    plot: {x, y: PAD, width: across, height: length},
    lanes: drawn.map(({box}) => box),
    marks,
    bars: drawn.flatMap(({bars}) => bars),
    labels,
    ticks,
  };
}

/** The labels that there is room for, each as near to its mark as it can be, with a leader where it is not beside it. */
function labelsOf({height, columns, x, labelX, kept}: Draft, {lineHeight}: Story): readonly Label[] {
  const entries = fitting(kept, height);
  const tops = stackLabels(entries, -PAD, height - PAD);
  return entries.map(({spot, lane, markEnd, text, height: boxHeight, centre}, i): Label => {
    const y = (tops[i] ?? 0) + PAD;
    const markY = centre + PAD;
    const isBeside = markY >= y && markY <= y + boxHeight;
    return {
      id: spot.item.id,
      lane,
      x: labelX,
      y,
      width: text.width,
      height: boxHeight,
      lines: text.lines,
      selected: spot.selected,
      leader: isBeside
        ? null
        : [
            [markEnd, markY],
            [x + columns.across, markY],
            [labelX - 3, y + lineHeight / 2],
          ],
    };
  });
}
