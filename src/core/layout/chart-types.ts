import type {Comparator, MeasureKind} from '../dataset/index.js';
import type {Spans} from '../table/index.js';
import type {Interval} from '../time/index.js';
import type {AxisTick, Box, TickText, TimeScale} from './types.js';

/** One dated figure. Of its date one end at least is known. */
export interface ChartPoint {
  readonly id: string;
  readonly interval: Interval;
  readonly value: number;
  readonly comparator: Comparator;
  /** Its date is approximate or uncertain. */
  readonly vague?: boolean;
}

/** What one claimant says of one measure: never joined with another's. */
export interface ChartSeries {
  readonly id: string;
  /** Plain text. */
  readonly label: string;
  readonly points: readonly ChartPoint[];
}

/** Series that can stand on one axis. */
export interface ChartPanel {
  readonly id: string;
  readonly kind: MeasureKind;
  /** Plain texts, the first of them bold. */
  readonly title: readonly string[];
  readonly series: readonly ChartSeries[];
}

/** Events along the axis. */
export interface ChartEvents {
  readonly spans: Spans;
  readonly idOf: (row: number) => string;
  /** The selected one. */
  readonly chosen: {readonly id: string; readonly interval: Interval; readonly label: string} | null;
}

export interface ChartOptions {
  /** Both ends finite, `start < end`; anything else gives the empty layout. */
  readonly range: Interval;
  readonly width: number;
  /** Of each plot. */
  readonly height: number;
  readonly fontSize: number;
  readonly measure: (text: string, bold: boolean) => number;
  readonly tickText: TickText;
  /** A round number of the axis. */
  readonly valueText: (value: number) => string;
  readonly pointText: (point: ChartPoint) => string;
  /** What is said of a gap. */
  readonly gapText: string;
  /** Width at the start edge for titles and numbers, as the timeline's for its names; 0 puts them into the plot. */
  readonly gutter?: number;
  /** Dates line up with those of a timeline of the same width. Default true; without a gutter it costs room. */
  readonly aligned?: boolean;
  /** Ids of points. */
  readonly selection?: ReadonlySet<string>;
  readonly events?: ChartEvents | null;
}

/** One figure in view. */
export interface ChartMark {
  readonly id: string;
  /** Index among the panel's series. */
  readonly series: number;
  readonly x: number;
  readonly y: number;
  /** Where its date lies, within the view. */
  readonly from: number;
  readonly to: number;
  /** The date is longer than a mark: draw it from `from` to `to`. */
  readonly wide: boolean;
  /** "At least" and "at most": the value is open on that side. */
  readonly open: 'up' | 'down' | null;
  /** The value is "about", or the date is. */
  readonly about: boolean;
  /** Of a flow. */
  readonly bar: Box | null;
  readonly selected: boolean;
}

export interface ChartCurve {
  readonly id: string;
  readonly label: string;
  /** SVG path of all its lines; empty for flows. */
  readonly line: string;
  /** Radius of its marks. */
  readonly radius: number;
  /** Its marks are too close to be told apart: draw them as dots of one path. */
  readonly dense: boolean;
}

/** A stretch without a figure. */
export interface ChartGap extends Interval {
  readonly series: number;
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/** A text; it starts at the start edge of its box. */
export interface ChartLabel extends Box {
  readonly role: 'end' | 'value' | 'gap';
  readonly series: number;
  /** Id of the point that it stands for; none for a gap. */
  readonly point: string | null;
  /** Of an end label the last line ends in the value. */
  readonly lines: readonly string[];
  readonly leader: readonly [x0: number, y0: number, x1: number, y1: number] | null;
}

export interface ChartValueTick extends Box {
  readonly value: number;
  readonly text: string;
  /** Of its line. */
  readonly at: number;
}

export interface ChartTitle extends Box {
  readonly lines: readonly string[];
  readonly bold: boolean;
}

export interface ChartPanelLayout {
  readonly id: string;
  readonly kind: MeasureKind;
  readonly plot: Box;
  /** y of 0. */
  readonly base: number;
  readonly titles: readonly ChartTitle[];
  /** Of the selected event, above the first plot. */
  readonly eventName: (Box & {readonly text: string}) | null;
  readonly values: readonly ChartValueTick[];
  readonly curves: readonly ChartCurve[];
  /** In time order, then by series: each figure in view once. */
  readonly marks: readonly ChartMark[];
  readonly gaps: readonly ChartGap[];
  readonly labels: readonly ChartLabel[];
  /** Ids of series in view whose label did not fit. */
  readonly unlabelled: readonly string[];
}

export interface ChartEventMark {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly chosen: boolean;
}

export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  readonly lineHeight: number;
  readonly panels: readonly ChartPanelLayout[];
  readonly ticks: readonly AxisTick[];
  /** Middle of the tick texts. */
  readonly ticksAt: number;
  readonly events: readonly ChartEventMark[];
  readonly eventsAt: number;
  /** How many figures end before the range, and how many start after it. */
  readonly before: number;
  readonly after: number;
  /** Ids of all figures, in view or not, series by series and in time order: what `chartNeighbour` walks. */
  readonly rows: readonly (readonly ChartPoint[])[];
}

export interface PanelOptions extends ChartOptions {
  readonly lineHeight: number;
  /** Time along the plot. */
  readonly scale: TimeScale;
  /** Titles stand in the gutter. */
  readonly beside: boolean;
}
