import {nothing, svg} from 'lit';
import type {Mark, TimelineLayout} from '../../core/layout/index.js';
import {indexOf} from '../../core/store/index.js';
import {isPartial} from '../../core/time/index.js';
import {categoryClass, shapePath, tokens} from '../base/index.js';
import {drawBox} from './box.js';
import {inLane, isDimmed, type LaneContext, markId, within} from './drawing-context.js';

/** Thickness of a span, in pixels. */
const SPAN = 8;
/** Thickness and minimum length of a mark's hit area, in pixels. */
const HIT = 24;
/** Half the size of a shape, in pixels. */
const SHAPE = 6;
/** SVG path of the sign of disputed events: not equal. */
export const UNEQUAL = 'm-3,-1.25h6m-6,2.5h6m-1.5,-4.25l-3,6';
/** Of withdrawn ones: a cross, as in lists. */
const CROSS = 'm-3,-3l6,6m0,-6l-6,6';

/** Draws the mark of an event: the shape of its category, or a span as long as its date, which upright begins with it. */
export function drawMark(mark: Mark, {orientation, rail}: TimelineLayout, context: LaneContext) {
  const {snapshot, active, number, name} = context;
  const isUpright = orientation === 'vertical';
  const category = number(mark.lane);
  const across = inLane(mark.across, context);
  const from = within(mark.from, context);
  const to = within(mark.to, context);
  const centre = within(mark.centre, context);
  const isSpan = mark.shape === 'span';
  const middle = isSpan ? (from + to) / 2 : centre;
  const length = Math.max(to - from, HIT);
  const fade = fadeOf(mark);
  const isBroken = context.folding !== undefined && !isUpright;
  const {event: events, isDisputed} = indexOf(snapshot.dataset);
  const event = events.get(mark.id);
  const isWithdrawn = event?.status === 'withdrawn';
  const sign = isWithdrawn ? CROSS : isDisputed(mark.index) && UNEQUAL;
  // Upright, a span begins with its shape, on which its sign is.
  const shapeAt = isSpan ? from + SHAPE : centre;
  const point = (along: number) => (isUpright ? ([across, along] as const) : ([along, across] as const));
  const states = [
    ((event?.when && isPartial(event.when)) || isVague(mark)) && 'partial',
    fade && 'open',
    mark.selected && 'selected',
    isDimmed(mark.index, context) && 'dimmed',
  ].filter(Boolean);
  const classes = [
    'mark',
    mark.shape,
    categoryClass(category),
    ...states,
    isVague(mark) && 'vague',
    sign && (isWithdrawn ? 'withdrawn' : 'disputed'),
    mark.id === active && 'active',
  ];
  return svg`<g id=${markId(mark.id)} part=${['mark', ...states.map((state) => `mark-${state}`)].join(' ')}
    class=${tokens(classes)} role="option" aria-selected=${mark.selected} aria-label=${name(mark.id)}
    data-id=${mark.id}>
    ${drawBox('hit', middle - length / 2, length, across, HIT, isUpright)}
    ${isSpan ? drawBox('body', from, to - from, across, rail?.thickness ?? SPAN, isUpright, fade, isBroken) : nothing}
    ${isSpan && !isUpright ? nothing : svg`<path class=${isSpan ? 'body cap' : 'body'} d=${shapePath(category, ...point(shapeAt))}></path>`}
    ${sign ? svg`<path class="sign" d=${`M${point(isUpright ? shapeAt : middle)}${sign}`}></path>` : nothing}
  </g>`;
}

const isVague = ({approximate, uncertain}: Mark): boolean => approximate || uncertain;

/** The sides on which a mark fades out, as its interval is open or unknown there. */
function fadeOf({openStart, openEnd}: Mark): 'start' | 'end' | 'both' | null {
  if (openStart && openEnd) return 'both';
  if (openStart) return 'start';
  return openEnd ? 'end' : null;
}
