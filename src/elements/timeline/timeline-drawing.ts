import {nothing, svg} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {repeat} from 'lit/directives/repeat.js';
import {
  type Bar,
  type Box,
  hundredths,
  type Label,
  LINE_HEIGHT,
  type Mark,
  type TimelineLayout,
  type TimelineSource,
} from '../../core/layout/index.js';
import {memoizeByKey} from '../../core/memo/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {type Interval, isPartial} from '../../core/time/index.js';
import {formatNumber, formatRange, joinWords, messages} from '../../i18n/index.js';
import {categoryClass, shapePath} from '../base/index.js';
import {NONE, type Stillness} from './stillness.js';
import {disputedIn, holds, shownIn} from './timeline-model.js';

/** What marks at the ends of the view stick out of it. */
const EDGE = 8;

/** The sign of what is disputed: not equal. */
const UNEQUAL = 'm-3,-1.25h6m-6,2.5h6m-1.5,-4.25l-3,6';
/** As long as a bar must be to have it beside its number, by the digits of that. */
const signed = (digits: number): number => 22 + 8 * digits;

/** What the drawing of a layout needs to know besides. */
export interface DrawContext {
  readonly snapshot: Snapshot;
  /** Id of the event that the keys are at. */
  readonly active: string | null;
  /** A lane's category number, from 0; -1 for none. */
  readonly number: (lane: string) => number;
  /** Accessible name of an event. */
  readonly name: (id: string) => string;
  readonly domId: (id: string) => string;
  readonly still: Pick<Stillness, 'shift' | 'drawnAt' | 'beyond' | 'isMoving'>;
  /** Time runs from right to left. */
  readonly rtl: boolean;
}

/** An id of the dataset as an id of the page: no white space. */
export const domId = (id: string): string => `event-${encodeURIComponent(id)}`;

export interface LaneContext extends DrawContext {
  /** Where the lane's own group begins. */
  readonly top: number;
}

/**
 * A timeline layout as SVG. All that goes by time stands in one group that moves with the view, so that in a pan
 * nothing within it changes: to place each mark and text anew costs a layout of each. What was drawn beyond the view
 * is cut off.
 */
export const drawTimeline = (layout: TimelineLayout, context: DrawContext) => {
  const shift = shiftOf(context);
  const {rtl} = context;
  const vertical = layout.orientation === 'vertical';
  const {plot, width, height, lanes} = layout;
  return svg`
  <defs>
    ${(['start', 'end', 'both'] as const).map((side) => drawFade(side, layout, rtl))}
    <clipPath id="view"><rect x=${rtl ? 0 : plot.x - EDGE} width=${Math.max(0, (rtl ? plot.x + plot.width : width - plot.x) + EDGE)} height=${height}></rect></clipPath>
  </defs>
  ${guard([layout], () => drawLanes(layout, context))}
  <g clip-path=${context.still.beyond !== NONE ? 'url(#view)' : nothing}>
    <g transform=${vertical ? `translate(0,${shift})` : `translate(${shift},0)`}>
      ${guard([layout, context.active, context.snapshot.shown.matches], () => [
        drawAxis(layout, context),
        repeat(
          lanes,
          ({id}) => id,
          ({id, y}) => drawLane(id, layout, {...context, top: vertical ? 0 : y}),
        ),
      ])}
    </g>
  </g>
`;
};

/** What stands on a lane: a group of its own, so that it moves as one when a lane above it grows. */
function drawLane(lane: string, layout: TimelineLayout, context: LaneContext) {
  const here = <T extends {readonly lane: string}>(all: readonly T[]) =>
    all.filter((each) => each.lane === lane);
  return svg`<g transform=${`translate(0,${context.top})`}>
    ${repeat(
      here(layout.bars),
      ({id}) => id,
      (bar) => drawBar(bar, layout, context),
    )}
    ${repeat(
      here(layout.marks),
      ({id}) => id,
      (mark) => drawMark(mark, layout, context),
    )}
    <g aria-hidden="true">${repeat(
      here(layout.labels),
      ({id}) => id,
      (label) => drawLabel(label, layout, context),
    )}</g>
  </g>`;
}

/** A position along time as one within the group; to a hundredth, so that it is the same in the next frame. */
export const within = (position: number, {still, rtl}: DrawContext): number =>
  hundredths(rtl ? position + still.drawnAt : position - still.drawnAt);

/** How far that group is moved along the page. */
export const shiftOf = ({still, rtl}: DrawContext): number => hundredths(rtl ? -still.shift : still.shift);

/** Where a text of a box begins. */
const startOf = ({x, width}: Box, {rtl}: DrawContext): number => (rtl ? x + width : x);

/** A position across time as one within its lane. */
export const inLane = (position: number, {top}: LaneContext): number => hundredths(position - top);

/** A mask in place of a fill: what fades keeps the colour of its category. */
function drawFade(side: 'start' | 'end' | 'both', layout: TimelineLayout, rtl: boolean) {
  const vertical = layout.orientation === 'vertical';
  const stop = (offset: number, faded: boolean) =>
    svg`<stop offset=${offset} stop-color="#fff" stop-opacity=${faded ? 0.1 : 1}></stop>`;
  // As long as what it fades, and thicker, for the outline.
  const [x, y, width, height] = vertical ? [-1, 0, 3, 1] : [0, -1, 1, 3];
  return svg`<linearGradient id=${`fading-${side}`} x1=${rtl && !vertical ? 1 : 0} y1="0" x2=${rtl || vertical ? 0 : 1} y2=${vertical ? 1 : 0}>
    ${stop(0, side !== 'end')}${stop(0.5, false)}${stop(1, side !== 'start')}
  </linearGradient>
  <mask id=${`fade-${side}`} maskContentUnits="objectBoundingBox" x=${x} y=${y} width=${width} height=${height}>
    <rect x=${x} y=${y} width=${width} height=${height} fill=${`url(#fading-${side})`}></rect>
  </mask>`;
}

export function drawLanes({lanes, lineHeight}: TimelineLayout, context: DrawContext) {
  const font = lineHeight / LINE_HEIGHT;
  return svg`<g aria-hidden="true">${repeat(
    lanes,
    ({id}) => id,
    (lane) => svg`<g part="lane" class="lane">
        <rect x=${lane.x} y=${lane.y} width=${lane.width} height=${lane.height}></rect>
        ${lane.name ? svg`<text part="lane-label" class="lane-label">${lane.name.lines.map((line, i) => svg`<tspan x=${lane.name ? startOf(lane.name, context) : 0} y=${(lane.name?.y ?? 0) + lineHeight * i + font} .textContent=${line}></tspan>`)}</text>` : nothing}
      </g>`,
  )}</g>`;
}

export function drawAxis({ticks, plot, orientation, lineHeight}: TimelineLayout, context: DrawContext) {
  const vertical = orientation === 'vertical';
  const font = lineHeight / LINE_HEIGHT;
  return svg`<g part="axis" aria-hidden="true" class=${vertical ? 'axis upright' : 'axis'}>${repeat(
    ticks,
    ({at, unit}) => `${unit} ${at}`,
    ({position, textPosition, text, major}) => {
      const [at, textAt] = [within(position, context), within(textPosition, context)];
      return vertical
        ? svg`<line class=${major ? 'major' : ''} x1=${plot.x} x2=${plot.x + plot.width} y1=${at} y2=${at}></line>
              <text x=${context.rtl ? plot.x + plot.width + 6 : plot.x - 6} y=${textAt + font * 0.35} .textContent=${text}></text>`
        : svg`<line class=${major ? 'major' : ''} x1=${at} x2=${at} y1=${plot.y} y2=${plot.y + plot.height}></line>
              <text x=${textAt} y=${plot.y + plot.height + lineHeight} .textContent=${text}></text>`;
    },
  )}</g>`;
}

export function drawMark(mark: Mark, layout: TimelineLayout, context: LaneContext) {
  const {snapshot, active, number, name, domId} = context;
  const event = indexOf(snapshot.dataset).event.get(mark.id);
  const vertical = layout.orientation === 'vertical';
  const index = number(mark.lane);
  const across = inLane(mark.across, context);
  const [from, to, centre] = [mark.from, mark.to, mark.centre].map((each) => within(each, context)) as [
    number,
    number,
    number,
  ];
  const open =
    mark.openStart && mark.openEnd ? 'both' : mark.openStart ? 'start' : mark.openEnd ? 'end' : null;
  const partial = (event?.when && isPartial(event.when)) || mark.approximate || mark.uncertain;
  const states = [
    partial && 'partial',
    open && 'open',
    mark.selected && 'selected',
    isDimmed(mark.index, context) && 'dimmed',
    (mark.approximate || mark.uncertain) && 'vague',
    indexOf(snapshot.dataset).isDisputed(mark.index) && 'disputed',
    mark.id === active && 'active',
  ].filter((word): word is string => Boolean(word));
  const length = Math.max(to - from, 24);
  const middle = mark.shape === 'span' ? (from + to) / 2 : centre;
  const hit = vertical
    ? {x: across - 12, y: middle - length / 2, width: 24, height: length}
    : {x: middle - length / 2, y: across - 12, width: length, height: 24};
  const parts = [
    'mark',
    ...['partial', 'open', 'selected', 'dimmed']
      .filter((word) => states.includes(word))
      .map((word) => `mark-${word}`),
  ];
  return svg`<g id=${domId(mark.id)} part=${parts.join(' ')} class=${['mark', mark.shape, categoryClass(index), ...states].join(' ')}
    role="option" aria-selected=${mark.selected} aria-label=${name(mark.id)} data-id=${mark.id}>
    <rect class="hit" x=${hit.x} y=${hit.y} width=${hit.width} height=${hit.height}></rect>
    ${
      mark.shape === 'span'
        ? svg`<rect class="body" x=${vertical ? across - 4 : from} y=${vertical ? from : across - 4}
            width=${vertical ? 8 : to - from} height=${vertical ? to - from : 8} rx="1" mask=${open ? `url(#fade-${open})` : nothing}></rect>`
        : svg`<path class="body" d=${vertical ? shapePath(index, across, centre) : shapePath(index, centre, across)}></path>`
    }
    ${states.includes('disputed') ? svg`<path class="sign" d=${`M${vertical ? across : middle},${vertical ? middle : across}${UNEQUAL}`}></path>` : nothing}
  </g>`;
}

/** Whether filters or the map leave an event out; what is in view is in the range. */
export const isDimmed = (row: number, {snapshot}: DrawContext): boolean =>
  snapshot.shown.matches?.has(row) === false;

/** A count short enough for a bar. */
const short = (count: number, locale: string) =>
  formatNumber(count, locale, count < 10_000 ? {} : {notation: 'compact', maximumFractionDigits: 0});

/** A period in words. Remembered, because dates are slow to format and bars stay while panning. */
const formatPeriod = memoizeByKey(
  ({start, end}: Interval, locale: string) => `${start} ${end} ${locale}`,
  formatRange,
  2000,
);

/** How much is in a bar, of all there is and by orders of magnitude: the same while panning. */
export function levelOf(count: number, {spans}: TimelineSource): 'few' | 'some' | 'most' {
  const share = Math.log(count) / Math.log(Math.max(count, spans.size));
  return share < 0.35 ? 'few' : share < 0.6 ? 'some' : 'most';
}

function drawBar(bar: Bar, layout: TimelineLayout, context: LaneContext) {
  const {snapshot, active, number, name, domId, still} = context;
  const {locale} = snapshot;
  const vertical = layout.orientation === 'vertical';
  const text = messages(locale);
  const [from, to] = [within(bar.from, context), within(bar.to, context)];
  const across = inLane(bar.across, context);
  const length = Math.max(to - from, 16);
  const row = active === null ? -1 : snapshot.events.rowOf(active);
  const here = active !== null && holds(bar, row, snapshot) ? active : null;
  const shown = shownIn(bar, snapshot);
  const middle = (from + to) / 2;
  const lane = layout.lanes.find(({id}) => id === bar.lane);
  // Upright, a lane may be narrower than a bar lies high.
  const thick = vertical ? Math.min(16, (lane?.width ?? 16) - 1) : 16;
  const [x, y] = vertical
    ? [across - thick / 2, middle - length / 2]
    : [middle - length / 2, across - thick / 2];
  const disputed = disputedIn(bar, snapshot);
  const words = [
    here !== null && name(here),
    shown < bar.count ? text.shownOf(shown, bar.count) : text.group(bar.count),
    disputed > 0 && text.disputedCount(disputed),
    // Slow to make, and not read of what moves.
    !still.isMoving && formatPeriod(bar.interval, locale),
  ].filter(Boolean);
  const states = [
    levelOf(bar.count, layout.source),
    bar.wide && 'wide',
    here !== null && 'active',
    shown === 0 && 'dimmed',
    disputed > 0 && 'disputed',
  ].filter(Boolean);
  const digits = short(shown, locale);
  const count = digits + (disputed > 0 && length >= signed(digits.length) ? ' ≠' : '');
  // A column is narrow: a longer number lies along it.
  const turn = vertical && count.length > 1 ? `rotate(90,${across},${middle})` : nothing;
  return svg`<g id=${here === null ? nothing : domId(here)} part=${shown === 0 ? 'bar bar-dimmed' : 'bar'} role="option" aria-selected="false"
    class=${['bar', categoryClass(number(bar.lane)), ...states].join(' ')} aria-label=${joinWords(words, locale)} data-bar=${bar.id}>
    <rect class="body" x=${x} y=${y} width=${vertical ? thick : length} height=${vertical ? length : thick} rx="2"></rect>
    <text x=${vertical ? across : middle} y=${(vertical ? middle : across) + 4} transform=${turn} .textContent=${count}></text>
  </g>`;
}

function drawLabel(label: Label, {lineHeight, orientation}: TimelineLayout, context: LaneContext) {
  const row = context.snapshot.events.rowOf(label.id);
  const vertical = orientation === 'vertical';
  const place = ([x, y]: readonly [number, number]): readonly [number, number] =>
    vertical ? [x, within(y, context)] : [within(x, context), inLane(y, context)];
  const [left, top] = place([startOf(label, context), label.y]);
  return svg`<g part="label" class=${['label', label.selected ? 'selected' : '', isDimmed(row, context) ? 'dimmed' : ''].join(' ')} data-id=${label.id}>
    ${label.leader ? svg`<polyline points=${label.leader.map((point) => place(point).join(',')).join(' ')}></polyline>` : nothing}
    <text>${label.lines.map((line, i) => svg`<tspan x=${left} y=${top + lineHeight * (i + 0.77)} .textContent=${line}></tspan>`)}</text>
  </g>`;
}
