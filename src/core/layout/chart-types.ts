import type {Comparator, MeasureKind} from '../dataset/index.js';
import type {Spans} from '../table/index.js';
import type {Interval} from '../time/index.js';
import type {AxisTick, Box, ScaleOf, TickText, TimeScale} from './types.js';

/** One dated figure. At least one end of its interval is finite. */
export interface ChartPoint {
  readonly id: string;
  readonly interval: Interval;
  readonly value: number;
  readonly comparator: Comparator;
  /** Its date is approximate or uncertain. */
  readonly vague?: boolean;
}

/** The figures of one claimant for one measure; never joined with another's. */
export interface ChartSeries {
  readonly id: string;
  /** Plain text. */
  readonly label: string;
  readonly points: readonly ChartPoint[];
}

/** Series that share a value axis. */
export interface ChartPanel {
  readonly id: string;
  readonly kind: MeasureKind;
  /** Plain text lines, the first in bold. */
  readonly title: readonly string[];
  readonly series: readonly ChartSeries[];
}

/** Events along the axis. */
export interface ChartEvents {
  readonly spans: Spans;
  readonly idOf: (row: number) => string;
  /** The selected event. */
  readonly chosen: {readonly id: string; readonly interval: Interval; readonly label: string} | null;
}

export interface ChartOptions {
  /** Both ends finite, `start < end`; anything else gives the empty layout. */
  readonly range: Interval;
  readonly width: number;
  /** Height of each plot. */
  readonly height: number;
  readonly fontSize: number;
  readonly measure: (text: string, bold: boolean) => number;
  readonly tickText: TickText;
  /** Formats a tick of the value axis. */
  readonly valueText: (value: number) => string;
  readonly pointText: (point: ChartPoint) => string;
  /** Label of a gap. */
  readonly gapText: string;
  /**
   * Width at the start edge for titles and numbers, as the timeline's gutter for lane names; with 0 they are inside the
   * plot.
   */
  readonly gutter?: number;
  /** Aligns the plot with that of a timeline of the same width. Default true; without a gutter this costs space. */
  readonly aligned?: boolean;
  /** Makes the scale of the time axis. By default it is linear. */
  readonly scaleOf?: ScaleOf;
  /** Ids of the selected points. */
  readonly selection?: ReadonlySet<string>;
  readonly events?: ChartEvents | null;
}

/** The mark of a figure in view. */
export interface ChartMark {
  readonly id: string;
  /** Index among the panel's series. */
  readonly series: number;
  readonly x: number;
  readonly y: number;
  /** Extent of its date, clipped to the view. */
  readonly from: number;
  readonly to: number;
  /** The date is longer than the mark: draw a whisker from `from` to `to`. */
  readonly wide: boolean;
  /** "At least" and "at most": the value is open-ended upward or downward. */
  readonly open: 'up' | 'down' | null;
  /** The value or the date is approximate. */
  readonly about: boolean;
  /** The bar of a flow; null for other measures. */
  readonly bar: Box | null;
  readonly selected: boolean;
}

export interface ChartCurve {
  readonly id: string;
  readonly label: string;
  /** SVG path of its line; empty for flows. */
  readonly line: string;
  /** Radius of its marks. */
  readonly radius: number;
  /** Its marks overlap: draw them as dots in a single path. */
  readonly dense: boolean;
}

/** A gap between two figures. */
export interface ChartGap extends Interval {
  readonly series: number;
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/** A label, aligned to the start edge of its box. */
export interface ChartLabel extends Box {
  readonly role: 'end' | 'value' | 'gap';
  readonly series: number;
  /** Id of its point; null for a gap. */
  readonly point: string | null;
  /** In an end label, the last line ends with the value. */
  readonly lines: readonly string[];
  /** Its lines end together, as its mark is towards their end: the value stands beside that. */
  readonly endsAligned?: boolean;
  readonly leader: readonly [x0: number, y0: number, x1: number, y1: number] | null;
}

export interface ChartValueTick extends Box {
  readonly value: number;
  readonly text: string;
  /** y of its gridline. */
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
  /** The name of the selected event, above the first plot. */
  readonly eventName: (Box & {readonly text: string}) | null;
  readonly values: readonly ChartValueTick[];
  readonly curves: readonly ChartCurve[];
  /** One per figure in view, in time order, then by series. */
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
  /** Number of figures that end before the range, and that start after it. */
  readonly before: number;
  readonly after: number;
  /** All figures, in view or not, by series and in time order, for `chartNeighbour`. */
  readonly rows: readonly (readonly ChartPoint[])[];
}

export interface PanelOptions extends ChartOptions {
  readonly lineHeight: number;
  /** The time scale of the plot. */
  readonly scale: TimeScale;
  /** Titles are in the gutter. */
  readonly beside: boolean;
}
