import type {Lane, Spans} from '../table/index.js';
import type {Instant, Interval, TimeUnit} from '../time/index.js';

/**
 * Lengths are CSS pixels, `x` from the left and `y` from the top. Layouts are made for pages that run left to right;
 * `mirrorTimeline` turns them over for others.
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
  /** Id of a lane; one that is not among the lanes goes to a nameless lane at the end. */
  readonly lane: string;
  /** Plain text. */
  readonly label: string;
  readonly approximate?: boolean;
  readonly uncertain?: boolean;
  /** Higher wins a label first. Default 0. */
  readonly emphasis?: number;
}

export interface TimelineLane {
  readonly id: string;
  readonly label: string;
}

/**
 * What a timeline draws, of any size: intervals as columns, and items that are read one by one when they are drawn.
 * A row is a place in time order, from 0.
 */
export interface TimelineSource {
  readonly lanes: readonly (TimelineLane & {readonly lane: Lane})[];
  /** Of all rows. */
  readonly spans: Spans;
  item(row: number): TimelineItem;
  /** -1 for none. */
  rowOf(id: string): number;
}

/** Words of a tick, as i18n's `formatTick`: `context` asks for the year of a day or month, the day of a time. */
export type TickText = (at: Instant, unit: TimeUnit, context: boolean) => string;

export interface Beyond {
  readonly before: number;
  readonly after: number;
}

export interface TimelineOptions {
  /** Both ends finite, `start < end`; anything else gives the empty layout. */
  readonly range: Interval;
  readonly width: number;
  readonly fontSize: number;
  /** Width of a line of text at `fontSize`. */
  readonly measure: (text: string, bold: boolean) => number;
  readonly tickText: TickText;
  readonly selected?: string | null;
  /** Horizontal: width kept at the start edge for lane names; 0 (default) puts each name above its rows. */
  readonly gutter?: number;
  /** Rows of one lane (vertical: columns) before marks merge into bars. Default 6 (vertical, or of many events: 3). */
  readonly maxRows?: number;
  /** Horizontal: rows that a lane keeps, by its id, though it needs fewer now; so that nothing jumps in a pan. */
  readonly minRows?: (lane: string) => number;
  /** Horizontal: how much is laid out before and after the range too, for a drawing that is moved; in pixels. */
  readonly beyond?: Beyond;
  /** Vertical: the least height. Default 480. */
  readonly minHeight?: number;
  /** Vertical: labels beyond this many are dropped, the least emphasised first. Default 200. */
  readonly maxLabels?: number;
}

/**
 * One item. Positions run along time (`from`, `to`, `centre`: x when horizontal, y when vertical) and `across` it
 * (the centre of its row or column: y when horizontal).
 */
export interface Mark {
  readonly id: string;
  /** Its row. */
  readonly index: number;
  readonly lane: string;
  readonly row: number;
  /** `point`: narrower than 8 px; draw the category's shape around `centre`. `span`: draw a bar from `from` to `to`. */
  readonly shape: 'point' | 'span';
  /** True edges of the interval, clipped to the view. */
  readonly from: number;
  readonly to: number;
  readonly centre: number;
  readonly across: number;
  /** The interval is open or unknown on that side: fade it out. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  readonly selected: boolean;
}

/** Items too close to draw one by one. */
export interface Bar {
  /** Stable while panning: lane and stretch of time. */
  readonly id: string;
  readonly lane: string;
  readonly from: number;
  readonly to: number;
  readonly across: number;
  /** From the first start to the last end of what is in it: to say, and to zoom to. */
  readonly interval: Interval;
  /** Long items of like start and length, drawn from the first start to the last end; others stand for a stretch of time. */
  readonly wide: boolean;
  /** How many are in it: two or more. */
  readonly count: number;
  /** Their rows, in time order; found when asked for. */
  readonly rows: () => Uint32Array;
}

/** Text beside a mark; the box holds all lines, each of `lineHeight`. Text starts at the box's start edge. What is cut ends with an ellipsis. */
export interface Label extends Box {
  readonly id: string;
  readonly lane: string;
  readonly lines: readonly string[];
  readonly selected: boolean;
  /** From the mark to the label, when the label could not stand beside it: x, y of each corner. */
  readonly leader: readonly (readonly [x: number, y: number])[] | null;
}

/** A lane that has marks in view; empty ones are left out. */
export interface LaneBox extends Box {
  readonly id: string;
  readonly rows: number;
  /** Where its name stands, in lines of `lineHeight`; null when it has none, and when vertical (show a legend). */
  readonly name: (Box & {readonly lines: readonly string[]}) | null;
}

export interface AxisTick {
  readonly at: Instant;
  /** Pixels along time. */
  readonly position: number;
  readonly unit: TimeUnit;
  readonly text: string;
  /** Centre of the text along time: `position`, but moved inward at the ends so that no text is cut. */
  readonly textPosition: number;
  /** Something greater than `unit` begins here: a year among months, a day among hours. */
  readonly major: boolean;
}

export interface TimelineLayout {
  readonly orientation: 'horizontal' | 'vertical';
  readonly width: number;
  readonly height: number;
  readonly lineHeight: number;
  /** Where time is drawn: marks, bars and gridlines lie inside. */
  readonly plot: Box;
  readonly lanes: readonly LaneBox[];
  /** In time order. Marks and what is in bars together are the items in range (and `beyond` it), each once. */
  readonly marks: readonly Mark[];
  readonly bars: readonly Bar[];
  readonly labels: readonly Label[];
  readonly ticks: readonly AxisTick[];
  /** All items, in view or not: what `neighbour` walks. */
  readonly source: TimelineSource;
}

/** How far a range may be moved and narrowed. */
export interface RangeLimits {
  readonly extent: Interval;
  /** In milliseconds. Default one minute. */
  readonly minLength?: number;
}

export interface TickOptions {
  readonly text: TickText;
  /** How long a text is along the axis: its width, or its height on an upright axis. */
  readonly size: (text: string) => number;
  /** Least space between two texts. Default 12. */
  readonly gap?: number;
}

/** One column of the overview. */
export interface Bin {
  readonly x: number;
  readonly width: number;
  /** Intervals that touch it. */
  readonly count: number;
}

/** Where something starts and ends. */
export type Pair = readonly [start: number, end: number];

/**
 * From instants to pixels and back, with the conventions of d3-scale: callable, `domain` and `range` read without an
 * argument and set with one, `copy` is independent. It reckons in milliseconds as float64 and in our own calendar, since
 * `Date`, which d3's `scaleTime` is made of, ends in the year 275760.
 *
 * It is continuous and monotone, and goes on at the same pace beyond its domain; that its pace is the same throughout
 * is its own affair. Ask `scale(at)`, `invert` and `resolution`, and divide no length by another.
 */
export interface TimeScale {
  /** The pixel of an instant; infinite for an open end. */
  (at: Instant): number;
  /** The instant at a pixel: that of `scale(at)` is `at`, as exactly as float64 tells such instants apart. */
  invert(px: number): Instant;
  /** First and last instant, `start < end`, both finite. */
  domain(): Pair;
  domain(domain: Pair): TimeScale;
  /** Their pixels. From the greater to the lesser where time runs from right to left. */
  range(): Pair;
  range(range: Pair): TimeScale;
  /** Milliseconds that one pixel covers. */
  resolution(): number;
  /** The finest calendar ticks whose texts do not touch, in time order and within the domain. */
  ticks(options: TickOptions): readonly AxisTick[];
  copy(): TimeScale;
}
