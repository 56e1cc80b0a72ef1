import {type ChartLayout, EMPTY_CHART, gutterWidth, isNarrow, layoutChart} from '../../core/layout/index.js';
import {memoizeLast} from '../../core/memo/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import type {Interval} from '../../core/time/index.js';
import {direction, formatFigure, formatShort, formatTick, messages} from '../../i18n/index.js';
import type {Folding} from '../base/folding.js';
import {PartController, TextMeasure} from '../base/index.js';
import type {ChartHost} from './chart-host.js';
import {type ChartModel, eventsOf} from './chart-model.js';

/** Default height of the plot, and minimum height of each of several, in pixels. */
const HEIGHT = 260;
const MIN_HEIGHT = 96;
/** On paper a plot is at most so high, as it cannot be cut: less of a page is left empty before it. */
const PAPER_HEIGHT = 220;
/** Height of each of several panels, as a share of a single one's. */
const SHARE = 0.55;

const asIs = (layout: ChartLayout): ChartLayout => layout;

/** The input of a layout. */
interface Input {
  readonly model: ChartModel;
  readonly snapshot: Snapshot;
  readonly range: Interval;
  readonly folding: Folding | undefined;
  readonly heightPx: number;
  readonly mirror: (layout: ChartLayout) => ChartLayout;
  readonly measure: (text: string, bold: boolean) => number;
}

/** Caches the layout of a chart. It does not depend on the active figure. */
export class ChartLayoutCache {
  readonly #measure: TextMeasure;
  readonly #mirror: PartController<typeof import('../base/mirror.js')>;
  readonly #layOut = memoizeLast(
    (input: Input) => this.#make(input),
    ({model, snapshot, range, folding, heightPx, mirror, measure}) => [
      model,
      snapshot.events,
      snapshot.selected,
      range.start,
      range.end,
      folding?.drawn,
      this.host.size.widthPx,
      this.host.size.labelPx,
      this.host.element.withoutEvents,
      heightPx,
      mirror,
      measure,
    ],
  );

  /** Measures a text of the drawing. */
  readonly measure = (text: string): number => this.#measure.for(this.host.size.labelPx)(text);

  constructor(readonly host: ChartHost) {
    this.#measure = new TextMeasure(host.size, '.plot text');
    this.#mirror = new PartController(host.element, () => import('../base/mirror.js'));
  }

  /** The layout of a range; empty without figures or space. */
  layout(model: ChartModel, range: Interval, folding: Folding | undefined, snapshot: Snapshot): ChartLayout {
    const {element, size} = this.host;
    const isMirrored = direction(snapshot.locale) === 'rtl';
    const mirror = isMirrored ? this.#mirror.get()?.mirrorChart : asIs;
    if (model.panels.length === 0 || size.widthPx === 0 || !mirror) return EMPTY_CHART;
    const room = element.renderRoot.querySelector('.room')?.clientHeight || HEIGHT;
    const heightPx = size.isPrinting ? Math.min(room, PAPER_HEIGHT) : room;
    const measure = this.#measure.for(size.labelPx);
    return this.#layOut({model, snapshot, range, folding, heightPx, mirror, measure});
  }

  #make({model: {panels}, snapshot, range, folding, heightPx, mirror, measure}: Input): ChartLayout {
    const {dataset, events, locale, selected} = snapshot;
    const {widthPx, fontPx, labelPx} = this.host.size;
    const {gap} = messages(locale);
    const figures = selected === null ? [] : (indexOf(dataset).figuresOf.get(selected) ?? []);
    const hasEvents = !this.host.element.withoutEvents && events.dated > 0;
    const layout = layoutChart(panels, {
      range,
      ...(folding && {scaleOf: folding.scaleOf}),
      width: widthPx,
      height: panels.length > 1 ? Math.max(MIN_HEIGHT, heightPx * SHARE) : heightPx,
      fontSize: labelPx,
      measure,
      tickText: (at, unit, context) => formatTick(at, unit, context, locale),
      valueText: (value) => formatShort(value, locale),
      pointText: ({value, comparator}) => formatFigure(value, comparator, locale),
      gapText: gap,
      gutter: gutterWidth(widthPx, fontPx),
      aligned: !isNarrow(widthPx),
      selection: new Set(figures.map(({id}) => id)),
      events: hasEvents ? eventsOf(snapshot) : null,
    });
    return mirror(layout);
  }
}
