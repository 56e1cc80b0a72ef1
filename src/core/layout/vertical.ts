import {memoizeLast} from '../memo/index.js';
import type {Interval} from '../time/index.js';
import {extentOfSpans} from './extent.js';
import type {Parts} from './horizontal.js';
import {barOf} from './lane-content.js';
import {isMany} from './source.js';
import {byRank, markOfSpot} from './spots.js';
import {timeScale} from './time-scale.js';
import {EMPTY_LAYOUT, layoutOf, prepare} from './timeline.js';
import type {AxisTick, Label, TimelineLayout, TimelineOptions, TimelineSource} from './types.js';
import {type Columns, layoutColumns, widened} from './vertical-columns.js';
import {type Entry, entriesOf, LABEL_GAP, labelLines, placeNear} from './vertical-labels.js';
import {layoutRail, MOST_LISTED} from './vertical-rail.js';
import type {ViewContent} from './view-content.js';

/** Width of the channel for leaders between columns and labels, in pixels. */
const CHANNEL = 14;
/** Padding above the first mark and below the last, in pixels. */
const PAD = 8;
/** Length of the longest leader along time, in lines. */
const REACH = 3;
/** Gap between the dates and the columns, in pixels. */
const TICK_GAP = 8;
/** Maximum share of the width for dates, and the larger fallback. */
const TICK_SHARES = [0.24, 0.4] as const;

/** Height where nothing else is asked, in pixels. */
const HEIGHT = 480;
/** Fewer events are listed, however spread: to scale they would be lost in the height. */
const FEWEST = 4;

/** The input of every draft of a vertical layout. */
interface Story {
  readonly source: TimelineSource;
  readonly options: TimelineOptions;
  readonly lineHeight: number;
  /** The content in view for an axis length. */
  readonly contentAt: (length: number) => (maxRows: number) => ViewContent;
}

/** A vertical layout of some height, before its labels are placed. */
interface Draft {
  readonly height: number;
  /** Length of the axis in pixels. */
  readonly length: number;
  readonly columns: Columns;
  readonly ticks: readonly AxisTick[];
  /** x of the columns and of the labels. */
  readonly x: number;
  readonly labelX: number;
  /** Labels, by priority. */
  readonly kept: readonly Entry[];
  /** The height that the labels need, and that they would need with the merged items. */
  readonly own: number;
  readonly needed: number;
}

/** Lays out a vertical timeline, for narrow boxes. Pure. */
export function layoutUpright(source: TimelineSource, options: TimelineOptions): TimelineLayout {
  const ready = prepare(source, options);
  if (!ready) return EMPTY_LAYOUT;
  const {lineHeight} = ready;
  const rows = rowsIn(source, options.range);
  const isListed = 0 < rows.length && rows.length <= MOST_LISTED && !isMany(source);
  const parts =
    isListed && !isSpread(source, options)
      ? layoutRail(rows, {source, options, lineHeight, scale: scaleOf(options)})
      : layoutToScale(source, options);
  return parts ? layoutOf(parts, source, {orientation: 'vertical', lineHeight}) : EMPTY_LAYOUT;
}

/** The rows in a range, up to one more than can be listed. */
function rowsIn({spans}: TimelineSource, range: Interval): readonly number[] {
  const rows: number[] = [];
  spans.each(range, (row) => rows.push(row) > MOST_LISTED);
  return rows;
}

/** Tells points from spans in a list, as if its time were to scale. */
const scaleOf = ({range: {start, end}}: TimelineOptions) => timeScale([start, end], [0, HEIGHT]);

/** Whether a story as a whole has room for all titles beside their marks, with time to scale. */
const isSpread = memoizeLast(
  (source: TimelineSource, options: TimelineOptions): boolean => {
    const {size} = source.spans;
    const range = extentOfSpans(source.spans);
    if (size < FEWEST || size > MOST_LISTED || !range) return false;
    const parts = layoutToScale(source, {...options, range, selected: null, minHeight: HEIGHT});
    return parts?.bars.length === 0 && parts.labels.length === parts.marks.length;
  },
  (source, {width, fontSize, measure}) => [source, width, fontSize, measure],
);

/** Lays out time to scale, with as many titles as there is room for close to their marks. */
function layoutToScale(source: TimelineSource, options: TimelineOptions): Parts | null {
  const ready = prepare(source, options);
  if (!ready) return null;
  const {lineHeight, contentAt} = ready;
  const story: Story = {source, options, lineHeight, contentAt: (length) => contentAt(options.range, length)};
  return partsOf(settledDraft(story), story);
}

/** Iterates to a draft whose height matches its labels. */
function settledDraft(story: Story): Draft {
  const {source, options, lineHeight} = story;
  const least = Math.max(options.minHeight ?? 0, HEIGHT, 4 * lineHeight);
  let drawn = draft(least, story);
  // A taller axis merges less and so has more labels, so this takes a few rounds. With many events the axis keeps its
  // height and shows the labels that fit.
  for (let round = 0; !isMany(source) && round < 5 && drawn.needed > drawn.height; round++)
    drawn = draft(drawn.needed, story);
  // Items that stay merged on a taller axis (overlapping spans) need no extra height.
  if (drawn.own >= drawn.height / 2 || drawn.height <= least) return drawn;
  const tighter = draft(Math.max(least, drawn.own), story);
  return tighter.own <= tighter.height && tighter.kept.length >= 0.8 * drawn.kept.length ? tighter : drawn;
}

/** From left to right: dates, one or more columns per lane, labels. */
function draft(height: number, story: Story): Draft {
  const {options, lineHeight, contentAt} = story;
  const {width, measure, maxRows = 3, maxLabels = 200} = options;
  const length = height - 2 * PAD;
  const narrow = layoutColumns(contentAt(length), width, maxRows);
  const ticks = ticksOf(length, story);
  const tickWidth = Math.max(0, ...ticks.map(({text}) => measure(text, false)));
  const x = tickWidth + TICK_GAP;
  // Where there is nothing to be named, the columns have the room of the names.
  const isNamed = narrow.lanes.some(({seen}) => seen.length > 0);
  const columns = isNamed || narrow.across === 0 ? narrow : widened(narrow, width - x);
  const labelX = x + columns.across + CHANNEL;
  const labelWidth = width - labelX;
  const entries = entriesOf(columns, x, labelWidth, length, {lineHeight, measure});
  const kept = entries.toSorted((a, b) => byRank(a.spot, b.spot)).slice(0, Math.max(1, maxLabels));
  const own = kept.reduce((sum, each) => sum + each.height + LABEL_GAP, 0);
  const needed = own + mergedHeight(columns, maxLabels - entries.length, labelWidth, story);
  return {height, length, columns, ticks, x, labelX, kept, own, needed};
}

/** The height that labels of merged items would need, unless there are more than `most`. */
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
  // Reject wide labels, so that a coarser step is chosen: months rather than days.
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

/** Places the labels of a draft. */
function partsOf(made: Draft, story: Story): Parts {
  const {options} = story;
  const {height, length, columns, ticks, x} = made;
  const {lanes, across} = columns;
  const labels = labelsOf(made, story);
  let left = x;
  const drawn = lanes.map((each) => {
    const {lane, seen, columnOf, column} = each;
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
    return {box: {id, rows: each.columns, lines: 1, x: from, y: 0, width, height, name: null}, marks, bars};
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

/** The labels that fit, each as close to its mark as possible, with a leader when not beside it. */
function labelsOf({height, columns, x, labelX, kept}: Draft, {lineHeight}: Story): readonly Label[] {
  const placed = placeNear(kept, -PAD, height - PAD, REACH * lineHeight);
  return placed.map(({entry: {spot, lane, markEnd, text, height: boxHeight, centre}, top}): Label => {
    const y = top + PAD;
    const markY = centre + PAD;
    const isBeside = markY >= y && markY <= y + boxHeight;
    const lineY = Math.min(Math.max(markY, y + lineHeight / 2), y + boxHeight - lineHeight / 2);
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
            [labelX - 3, lineY],
          ],
    };
  });
}
