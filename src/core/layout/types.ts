import type {Lane, Spans} from '../table/index.js';
import type {Instant, Interval, TimeUnit} from '../time/index.js';

/**
 * A box in CSS pixels, `x` from the left and `y` from the top. Layouts are left-to-right; `mirrorTimeline` mirrors
 * them.
 */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TimelineItem {
  readonly id: string;
  readonly interval: Interval;
  /** Id of a lane; items with an unknown one go to an unnamed lane at the end. */
  readonly lane: string;
  /** Plain text. */
  readonly label: string;
  readonly approximate?: boolean;
  readonly uncertain?: boolean;
  /** Label priority, higher first. Default 0. */
  readonly emphasis?: number;
}

export interface TimelineLane {
  readonly id: string;
  readonly label: string;
}

/**
 * The data of a timeline, of any size: intervals as columns, and items read on demand when drawn. A row is an index in
 * time order, from 0.
 */
export interface TimelineSource {
  readonly lanes: readonly (TimelineLane & {readonly lane: Lane})[];
  /** Intervals of all rows. */
  readonly spans: Spans;
  item(row: number): TimelineItem;
  /** The row of an item, or -1. */
  rowOf(id: string): number;
}

/** Formats a tick, as i18n's `formatTick`: `context` adds the year of a day or month, the day of a time. */
export type TickText = (at: Instant, unit: TimeUnit, context: boolean) => string;

export interface Beyond {
  readonly before: number;
  readonly after: number;
}

/** Makes a time scale, as `timeScale` does. */
export type ScaleOf = (domain: Pair, range: Pair) => TimeScale;

export interface TimelineOptions {
  /** Both ends finite, `start < end`; anything else gives the empty layout. */
  readonly range: Interval;
  readonly width: number;
  readonly fontSize: number;
  /** Measures the width of a line of text at `fontSize`, in pixels. */
  readonly measure: (text: string, bold: boolean) => number;
  readonly tickText: TickText;
  readonly selected?: string | null;
  /** Horizontal: makes the scale of the axis. By default it is linear. */
  readonly scaleOf?: ScaleOf;
  /** Horizontal: width reserved at the start edge for lane names; with 0 (default) each name is above its rows. */
  readonly gutter?: number;
  /**
   * Maximum rows of a lane (vertical: columns) before marks merge into bars. Default 6 (vertical, or with many events:
   * 3).
   */
  readonly maxRows?: number;
  /** Horizontal: lanes that keep their rows, also with nothing in view, so that none jumps while the view moves. */
  readonly held?: ReadonlyMap<string, Pick<LaneBox, 'rows' | 'lines'>> | undefined;
  /** Horizontal: pixels to lay out before and after the range, for a drawing that is moved while panning. */
  readonly beyond?: Beyond;
  /** Vertical: the date of a row, and how much later a row is than another, in words. */
  readonly dateText?: (row: number) => string;
  readonly pauseText?: (before: number, row: number) => string;
  /** Minimum height. Default 0; 480 where vertical time is to scale. */
  readonly minHeight?: number;
  /** Vertical: maximum number of labels; those of lowest emphasis are dropped first. Default 200. */
  readonly maxLabels?: number;
}

/**
 * The mark of an item. Positions are along time (`from`, `to`, `centre`: x when horizontal, y when vertical) and
 * `across` it (the centre of its row or column).
 */
export interface Mark {
  readonly id: string;
  /** Its row in the source. */
  readonly index: number;
  readonly lane: string;
  readonly row: number;
  /** `point`: narrower than 8 px, drawn as the category's shape at `centre`. `span`: a bar from `from` to `to`. */
  readonly shape: 'point' | 'span';
  /** Exact edges of the interval, clipped to the view. */
  readonly from: number;
  readonly to: number;
  readonly centre: number;
  readonly across: number;
  /** The interval is open or unknown at that end, drawn faded. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  readonly selected: boolean;
}

/** Items too close to draw individually, as a counted bar. */
export interface Bar {
  /** Stable while panning: derived from lane and time cell. */
  readonly id: string;
  readonly lane: string;
  readonly from: number;
  readonly to: number;
  readonly across: number;
  /** From the first start to the last end of its items, for its label and for zooming in. */
  readonly interval: Interval;
  /** A bar of long items of similar start and length, drawn at their extent; other bars fill a time cell. */
  readonly wide: boolean;
  /** Number of its items, at least two. */
  readonly count: number;
  /** The rows of its items, in time order; computed on demand. */
  readonly rows: () => Uint32Array;
}

/**
 * A label of a mark: its box holds all lines, each of `lineHeight`, aligned to the start edge. Truncated text ends with
 * an ellipsis.
 */
export interface Label extends Box {
  readonly id: string;
  readonly lane: string;
  readonly lines: readonly string[];
  readonly selected: boolean;
  /** Corners of the leader from the mark to the label, when the label is not beside it. */
  readonly leader: readonly (readonly [x: number, y: number])[] | null;
}

/** A lane with visible marks; empty lanes are left out. */
export interface LaneBox extends Box {
  readonly id: string;
  readonly rows: number;
  /** Lines of text that a row has room for. */
  readonly lines: number;
  /** Box of its name, in lines of `lineHeight`; null without a name, and when vertical (use a legend). */
  readonly name: (Box & {readonly lines: readonly string[]}) | null;
}

export interface AxisTick {
  readonly at: Instant;
  /** Pixels along time. */
  readonly position: number;
  readonly unit: TimeUnit;
  readonly text: string;
  /** Centre of the label along time: `position`, moved inward at the ends so that no label is clipped. */
  readonly textPosition: number;
  /** A larger unit begins here: a year among months, a day among hours. */
  readonly major: boolean;
}

/** A line of text, aligned to the start edge of its box. */
export interface TextBox extends Box {
  readonly text: string;
}

/** What a vertical layout that lists events has in place of an axis. */
export interface Rail {
  readonly x: number;
  /** Thickness of bars, which may run close side by side. */
  readonly thickness: number;
  /** Ends of the rail: the first and the last mark. */
  readonly from: number;
  readonly to: number;
  /** The date of each event, where it is another than that above. */
  readonly dates: readonly TextBox[];
  /** Stretches without events that are longer than they are drawn, in words. */
  readonly pauses: readonly TextBox[];
  /** Where time is, in order; linear in between. */
  readonly knots: readonly Knot[];
}

/** An instant, and where it is along time in pixels. */
export interface Knot {
  readonly at: Instant;
  readonly y: number;
}

export interface TimelineLayout {
  readonly orientation: 'horizontal' | 'vertical';
  readonly width: number;
  readonly height: number;
  readonly lineHeight: number;
  /** The plot area, which contains marks, bars and gridlines. */
  readonly plot: Box;
  readonly lanes: readonly LaneBox[];
  /** In time order. Marks and the items of bars together are the items in range (and `beyond`), each once. */
  readonly marks: readonly Mark[];
  readonly bars: readonly Bar[];
  readonly labels: readonly Label[];
  readonly ticks: readonly AxisTick[];
  /** Vertical: time is not to scale, and dates stand at the events. */
  readonly rail?: Rail;
  /** All items, in view or not, for `neighbour`. */
  readonly source: TimelineSource;
}

/** Limits of panning and zooming a range. */
export interface RangeLimits {
  readonly extent: Interval;
  /** In milliseconds. Default one minute. */
  readonly minLength?: number;
}

export interface TickOptions {
  readonly text: TickText;
  /** Size of a label along the axis: its width, or its height on a vertical axis. */
  readonly size: (text: string) => number;
  /** Minimum gap between two labels in pixels. Default 12. */
  readonly gap?: number;
  /** Free space before the axis in pixels, for a label before the first fold. Default 0. */
  readonly margin?: number;
}

/** One bin of the overview. */
export interface Bin {
  readonly x: number;
  readonly width: number;
  /** Number of intervals that intersect it. */
  readonly count: number;
  /** Number of those that lie in more than two bins. */
  readonly spread: number;
  /** Their sum, each interval weighing one in all the bins together. */
  readonly weight: number;
}

/** A stretch of time without events that an axis shows at a constant width: a part of the gap between two events. */
export interface Fold extends Interval {
  /** From the last end before it to the next start. */
  readonly gap: Interval;
  /** The start of the events before it, from the previous fold on. */
  readonly before: Instant;
  /** Its width in pixels, where it is not that of all folds, while it is unfolded. */
  readonly width?: number;
}

export type Pair = readonly [start: number, end: number];

/**
 * A time scale from instants to pixels, with the conventions of d3-scale: callable, `domain` and `range` are getters
 * without an argument and setters with one, `copy` is independent. It uses float64 milliseconds and our own calendar,
 * since `Date`, on which d3's `scaleTime` is built, ends in the year 275760.
 *
 * It is continuous and monotone, and extrapolates beyond its domain. With folds it is linear only piece by piece: use
 * `scale(at)`, `invert` and `resolution`, not ratios of lengths.
 */
export interface TimeScale {
  /** The position of an instant in pixels; infinite for an open end. */
  (at: Instant): number;
  /** The inverse of `scale(at)`, up to float64 precision. */
  invert(px: number): Instant;
  /** First and last instant, `start < end`, both finite. */
  domain(): Pair;
  domain(domain: Pair): TimeScale;
  /** Pixels of the domain's ends; descending where time runs from right to left. */
  range(): Pair;
  range(range: Pair): TimeScale;
  /** Milliseconds per pixel, outside of folds. */
  resolution(): number;
  /** The folds that are narrower than to scale, and at least in part in the domain, in time order. */
  folds(): readonly Fold[];
  /** The domain with `factor` times as many milliseconds per pixel that keeps the instant at `px` in place. */
  zoomed(factor: number, px: number): Pair;
  /** The finest calendar ticks whose labels do not overlap, in time order and within the domain. */
  ticks(options: TickOptions): readonly AxisTick[];
  copy(): TimeScale;
}
