import {nothing, svg} from 'lit';
import type {Mark, TimelineLayout} from '../../core/layout/index.js';
import {indexOf} from '../../core/store/index.js';
import {isPartial} from '../../core/time/index.js';
import {categoryClass, shapePath, tokens} from '../base/index.js';
import {inLane, isDimmed, type LaneContext, markId, within} from './drawing-context.js';

/** Thickness of a span, in pixels. */
const SPAN = 8;
/** Thickness and minimum length of a mark's hit area, in pixels. */
const HIT = 24;
/** Half the size of a shape, in pixels. */
const SHAPE = 6;
/** SVG path of the sign of disputed events: not equal. */
export const UNEQUAL = 'm-3,-1.25h6m-6,2.5h6m-1.5,-4.25l-3,6';

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
  // Upright, the sign is on the shape.
  const signAt = isSpan && isUpright ? from + SHAPE : middle;
  const fade = fadeOf(mark);
  const isDisputed = indexOf(snapshot.dataset).isDisputed(mark.index);
  const states = [
    isKnownInPart(mark, context) && 'partial',
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
    isDisputed && 'disputed',
    mark.id === active && 'active',
  ];
  return svg`<g id=${markId(mark.id)} part=${['mark', ...states.map((state) => `mark-${state}`)].join(' ')}
    class=${tokens(classes)} role="option" aria-selected=${mark.selected} aria-label=${name(mark.id)}
    data-id=${mark.id}>
    ${drawHitArea(middle, Math.max(to - from, HIT), across, isUpright)}
    ${isSpan ? drawSpan(from, to, across, fade, context.folding !== undefined, isUpright, rail?.thickness) : nothing}
    ${isSpan ? nothing : drawShape(category, centre, across, isUpright)}
    ${isSpan && isUpright ? svg`<path class="body cap" d=${shapePath(category, across, from + SHAPE)}></path>` : nothing}
    ${isDisputed ? drawSign(signAt, across, isUpright) : nothing}
  </g>`;
}

const isVague = ({approximate, uncertain}: Mark): boolean => approximate || uncertain;

/** Whether the date of an event is coarser than a day, or vague. */
function isKnownInPart(mark: Mark, {snapshot}: LaneContext): boolean {
  const event = indexOf(snapshot.dataset).event.get(mark.id);
  return (event?.when && isPartial(event.when)) || isVague(mark);
}

/** The sides on which a mark fades out, as its interval is open or unknown there. */
function fadeOf({openStart, openEnd}: Mark): 'start' | 'end' | 'both' | null {
  if (openStart && openEnd) return 'both';
  if (openStart) return 'start';
  return openEnd ? 'end' : null;
}

const drawHitArea = (middle: number, length: number, across: number, isUpright: boolean) =>
  isUpright
    ? svg`<rect class="hit" x=${across - HIT / 2} y=${middle - length / 2} width=${HIT} height=${length}></rect>`
    : svg`<rect class="hit" x=${middle - length / 2} y=${across - HIT / 2} width=${length} height=${HIT}></rect>`;

function drawSpan(
  from: number,
  to: number,
  across: number,
  fade: string | null,
  isBroken: boolean,
  isUpright: boolean,
  thickness = SPAN,
) {
  const mask = fade === null ? nothing : `url(#fade-${fade})`;
  const clip = isBroken ? 'url(#unfolded)' : nothing;
  const edge = across - thickness / 2;
  return isUpright
    ? svg`<rect class="body" x=${edge} y=${from} width=${thickness} height=${to - from} rx="1" mask=${mask}></rect>`
    : svg`<rect class="body" x=${from} y=${edge} width=${to - from} height=${thickness} rx="1" mask=${mask} clip-path=${clip}></rect>`;
}

function drawShape(category: number, centre: number, across: number, isUpright: boolean) {
  const path = isUpright ? shapePath(category, across, centre) : shapePath(category, centre, across);
  return svg`<path class="body" d=${path}></path>`;
}

function drawSign(middle: number, across: number, isUpright: boolean) {
  const at = isUpright ? `${across},${middle}` : `${middle},${across}`;
  return svg`<path class="sign" d=${`M${at}${UNEQUAL}`}></path>`;
}
