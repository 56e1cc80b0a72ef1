import {css, nothing, svg} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import type {MapLayout} from '../../core/layout/index.js';
import {memoize, memoizeByKey} from '../../core/memo/index.js';
import {type GridMark, gridOf} from '../../core/table/index.js';
import {type Messages, messages} from '../../i18n/index.js';
import type {ViewState} from '../../map/index.js';
import {repeat} from '../base/repeat.js';
import {drawNames} from './basemap-drawing.js';
import {shortNumber} from './map-labels.js';
import {drawAreas, drawLeaders, drawPlaces, type MarkContext} from './place-marks.js';

type Point = readonly [x: number, y: number];
type Measure = (text: string, bold: boolean) => number;

/** Size of counts to that of labels, as in the styles. */
const COUNT_SIZE = 0.85;
/** What stays free beside a count, of the width of its circle in pixels. */
const MARGIN = 5;

export const styles = [
  css`
    .many .cluster text {
      font-size: 0.85em;
    }
    /* Not on paper, for which other circles are drawn, and which does not wait for them to appear. */
    @media screen {
      .many {
        animation: appear var(--_motion);
      }
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }
  `,
];

/**
 * Counted circles, and single places among them. They keep their positions in a group that moves with the view: one
 * transform in place of hundreds. At another level of the grid there are other circles, so that none is reused.
 */
export function drawMany(
  layout: MapLayout,
  circles: readonly GridMark[],
  {origin, zoom}: ViewState,
  anchor: Point,
  context: MarkContext,
  measure: Measure,
) {
  const {snapshot} = context;
  const {dataset, locale} = snapshot;
  const [dx, dy] = [origin[0] - anchor[0], origin[1] - anchor[1]];
  const anchored = moveLayout(layout, dx, dy);
  return keyed(
    gridOf(dataset).level(zoom).depth,
    svg`<g class="many" transform=${`translate(${-dx},${-dy})`}>
      ${drawAreas(anchored.places, context)}
      ${drawNames(anchored)}
      ${drawLeaders(anchored.places)}
      ${repeat(
        circles,
        ({cell}) => cell,
        (circle) => drawCircle(moved(circle, dx, dy), locale, context.selected.size > 0, measure),
      )}
      ${drawPlaces(anchored.places.toReversed(), anchored, context)}
    </g>`,
  );
}

/** To a tenth of a pixel, so that what stands still is written alike in every frame. */
const tenths = (value: number) => Math.round(value * 10) / 10;

interface Drawn {
  readonly x: number;
  readonly y: number;
  readonly from?: Point;
}

const moved = <T extends Drawn>(each: T, dx: number, dy: number): T => ({
  ...each,
  x: tenths(each.x + dx),
  y: tenths(each.y + dy),
  ...(each.from && {from: [tenths(each.from[0] + dx), tenths(each.from[1] + dy)]}),
});

const moveLayout = (layout: MapLayout, dx: number, dy: number): MapLayout => ({
  ...layout,
  places: layout.places.map((place) => moved(place, dx, dy)),
  labels: layout.labels.map((label) => moved(label, dx, dy)),
  names: layout.names.map((name) => ({
    ...moved(name, dx, dy),
    at: [tenths(name.at[0] + dx), tenths(name.at[1] + dy)],
  })),
});

type CircleCounts = Pick<GridMark, 'shown' | 'events' | 'places'>;

/** Remembered, because numbers are slow to word and a map that moves says the same ones in each frame. */
const circleNamesIn = memoize((text: Messages) =>
  memoizeByKey(
    ({shown, events, places}: CircleCounts) => `${shown} ${events} ${places}`,
    ({shown, events, places}) =>
      text.eventsAt(shown < events ? text.shownOf(shown, events) : text.events(events), places),
    5000,
  ),
);

/** How many events at how many places a circle stands for. */
export const circleName = (counts: CircleCounts, locale: string): string =>
  circleNamesIn(messages(locale))(counts);

/** A counted circle: its number is of what is shown, and narrowed where a language's is wider than the circle. */
function drawCircle(circle: GridMark, locale: string, isReceded: boolean, measure: Measure) {
  const {cell, x, y, radius, shown} = circle;
  const count = shown ? shortNumber(shown, locale) : '';
  const room = 2 * radius - MARGIN;
  const isWide = measure(count, !isReceded) * COUNT_SIZE > room;
  const state = shown === 0 ? 'dimmed' : isReceded ? 'receded' : '';
  return svg`<g part=${state ? `cluster cluster-${state}` : 'cluster'} class=${state ? `cluster ${state}` : 'cluster'}
    role="group" aria-label=${circleName(circle, locale)} data-cell=${cell}>
    <circle cx=${x} cy=${y} r=${radius}></circle>
    <text x=${x} y=${y} dy="0.35em" textLength=${isWide ? room : nothing} lengthAdjust="spacingAndGlyphs"
      aria-hidden="true" .textContent=${count}></text>
  </g>`;
}
