import {type Figure, type Measure, measureKey} from '../../core/dataset/index.js';
import {
  type ChartEvents,
  type ChartPanel,
  type ChartPoint,
  type ChartSeries,
  extentOf,
} from '../../core/layout/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {type Interval, isApproximate, isUncertain} from '../../core/time/index.js';
import {formatRange, joinWords, messages} from '../../i18n/index.js';
import {
  claimantOf,
  claimOf,
  listed,
  mannerOf,
  placeName,
  plain,
  plainText,
  textOf,
} from '../../words/index.js';

/** The figures of one claimant for one measure, in total or at one place. */
interface SeriesFacts {
  readonly id: string;
  readonly measure: Measure;
  readonly figures: readonly Figure[];
}

/** The data of a chart. */
export interface ChartModel {
  readonly measures: readonly Measure[];
  /** Requested ids that the story does not have. */
  readonly unknown: readonly string[];
  readonly panels: readonly ChartPanel[];
  /** By series id. */
  readonly series: ReadonlyMap<string, SeriesFacts>;
  /** Numbers of the series of all panels, which determine shape, colour and dashes. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Dated figures by date, then by claimant; undated ones last. */
  readonly figures: readonly Figure[];
  readonly dated: number;
  readonly byId: ReadonlyMap<string, Figure>;
  readonly seriesOf: ReadonlyMap<string, string>;
}

const isDated = ({interval}: Figure): boolean =>
  interval !== undefined && (Number.isFinite(interval.start) || Number.isFinite(interval.end));

/** Makes the model of measures, given by their ids: panels of figures that share a value axis. */
export function modelOf(named: string | undefined, snapshot: Snapshot): ChartModel {
  const {dataset, locale} = snapshot;
  const ids = [...new Set(named?.split(/\s+/).filter(Boolean) ?? [])];
  const known = new Map(dataset.measures.map((measure) => [measure.id, measure]));
  const measures =
    named === undefined ? dataset.measures.slice(0, 1) : ids.flatMap((id) => known.get(id) ?? []);
  const asked = new Set(measures.map(({id}) => id));
  const names = new Map<string, string>();
  for (const figure of dataset.figures)
    if (!names.has(figure.actor)) names.set(figure.actor, plain(claimantOf(figure, snapshot).name));
  const nameOf = ({actor}: Figure) => names.get(actor) ?? '';
  const order = new Intl.Collator(locale, {numeric: true});
  const figures = dataset.figures
    .filter(({measure}) => asked.has(measure ?? ''))
    .map((figure) => ({figure, start: isDated(figure) ? (figure.interval?.start ?? 0) : Infinity}))
    .toSorted(
      (a, b) =>
        (a.start === b.start ? 0 : a.start - b.start) || order.compare(nameOf(a.figure), nameOf(b.figure)),
    )
    .map(({figure}) => figure);
  const series = new Map<string, SeriesFacts & {readonly figures: Figure[]}>();
  const seriesOf = new Map<string, string>();
  // Series are in the order of the measures, then of their first figures.
  for (const measure of measures) {
    for (const figure of figures) {
      if (figure.measure !== measure.id || !isDated(figure)) continue;
      const id = JSON.stringify([measure.id, figure.actor, figure.place]);
      const own = series.get(id) ?? {id, measure, figures: []};
      own.figures.push(figure);
      series.set(id, own);
      seriesOf.set(figure.id, id);
    }
  }
  const keys = [...new Set(measures.map(measureKey))];
  const panels = keys.flatMap((key): ChartPanel[] => {
    const own = measures.filter((measure) => measureKey(measure) === key);
    const [first] = own;
    const lines = [...series.values()].filter(({measure}) => own.includes(measure));
    if (!first || lines.length === 0) return [];
    const title =
      keys.length > 1
        ? joinWords(
            own.map(({name}) => plainText(name, snapshot)),
            snapshot.locale,
          )
        : '';
    return [
      {
        id: key,
        kind: first.kind,
        title: [title, plain(mannerOf(first, {unit: true, kind: true}, snapshot))],
        series: lines.map((each) => seriesFor(each, own.length > 1, snapshot)),
      },
    ];
  });
  return {
    measures,
    unknown: ids.filter((id) => !known.has(id)),
    panels,
    series,
    numbers: new Map([...series.keys()].map((id, i) => [id, i])),
    figures,
    dated: seriesOf.size,
    byId: new Map(figures.map((figure) => [figure.id, figure])),
    seriesOf,
  };
}

function seriesFor({id, measure, figures}: SeriesFacts, several: boolean, snapshot: Snapshot): ChartSeries {
  const [first] = figures;
  return {
    id,
    label: plain(
      listed(
        [
          first && claimantOf(first, snapshot).name,
          several && textOf(measure.name, snapshot),
          placeName(first?.place, snapshot),
        ],
        snapshot,
        '\u00a0· ',
      ),
    ),
    points: figures.flatMap((figure): ChartPoint[] => {
      const {interval, when, value, comparator} = figure;
      return interval
        ? [
            {
              id: figure.id,
              interval,
              value,
              comparator,
              vague: when !== undefined && (isApproximate(when) || isUncertain(when)),
            },
          ]
        : [];
    }),
  };
}

/** Accessible name of a figure; `several`: the chart has more than one measure. */
export const nameOfFigure = (figure: Figure, several: boolean, snapshot: Snapshot): string =>
  plain(claimOf(figure, several, snapshot));

/** Whether a figure is drawn filled: its status is "verified". */
export const isVerified = ({status}: Pick<Figure, 'status'>): boolean => status === 'verified';

/** Summary in words: number of figures, claimants, period; and the undated ones. */
export function summaryOf({figures, dated}: ChartModel, snapshot: Snapshot): string {
  const {locale} = snapshot;
  const text = messages(locale);
  const drawn = figures.slice(0, dated);
  const claimants = new Set(drawn.map(({actor}) => actor)).size;
  const spans = drawn.flatMap(({interval}) => interval ?? []);
  const period = formatRange(
    {
      start: spans.reduce((least, {start}) => Math.min(least, start), Infinity),
      end: spans.reduce((most, {end}) => Math.max(most, end), -Infinity),
    },
    locale,
  );
  return [
    `${text.chartSummary(text.figureCount(dated), text.claimantCount(claimants), period)}.`,
    figures.length > dated && `${text.undatedCount(figures.length - dated)}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Tells whether a stretch of time has no figure of the chart, so that it can be folded. */
export function withoutFigures({figures, dated}: ChartModel): (gap: Interval) => boolean {
  const intervals = figures.slice(0, dated).flatMap(({interval}) => interval ?? []);
  return (gap) => !intervals.some(({start, end}) => start < gap.end && end > gap.start);
}

/** The extent of the events, as the timeline's, extended to all figures; that of the figures alone without one. */
export function extentWith({figures, dated}: ChartModel, whole: Interval | null): Interval {
  const intervals = figures.slice(0, dated).flatMap(({interval}) => interval ?? []);
  const mine = extentOf(intervals) ?? {start: 0, end: 1};
  if (!whole) return mine;
  const ends = intervals.flatMap(({start, end}) => [start, end]).filter(Number.isFinite);
  const fits = ends.every((at) => at >= whole.start && at <= whole.end);
  return fits ? whole : {start: Math.min(whole.start, mine.start), end: Math.max(whole.end, mine.end)};
}

/** The events for the time axis, and the selected one. */
export function eventsOf(snapshot: Snapshot): ChartEvents {
  const {events, selected, dataset} = snapshot;
  const event = selected === null ? undefined : indexOf(dataset).event.get(selected);
  return {
    spans: events.spans,
    idOf: (row) => events.at(row).id,
    chosen: event?.interval
      ? {id: event.id, interval: event.interval, label: plainText(event.title, snapshot)}
      : null,
  };
}
