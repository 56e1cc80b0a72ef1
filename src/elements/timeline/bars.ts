import {nothing, svg} from 'lit';
import type {Bar, TimelineLayout, TimelineSource} from '../../core/layout/index.js';
import {memoize, memoizeByKey} from '../../core/memo/index.js';
import type {Interval} from '../../core/time/index.js';
import {formatNumber, formatRange, joinWords, type Messages, messages} from '../../i18n/index.js';
import {categoryClass, tokens} from '../base/index.js';
import {drawBox} from './box.js';
import {inLane, type LaneContext, markId, within} from './drawing-context.js';
import {UNEQUAL} from './marks.js';
import {disputedIn, holds, shownIn} from './timeline-model.js';

/** Thickness of a bar in a row, and minimum length, in pixels. */
const BAR = 16;
/** Widths of a digit, of one in a column, and of the sign of disputed events, in pixels. */
const DIGIT = 8;
const SMALL = 7;
const SIGN = 12;

/** Draws a bar of events too close to draw individually, with the number of shown ones. */
export function drawBar(bar: Bar, layout: TimelineLayout, context: LaneContext) {
  const {snapshot, number, column} = context;
  const from = within(bar.from, context);
  const to = within(bar.to, context);
  const across = inLane(bar.across, context);
  const length = Math.max(to - from, BAR);
  const middle = (from + to) / 2;
  const active = activeIn(bar, context);
  const shown = shownIn(bar, snapshot);
  const disputed = disputedIn(bar, snapshot);
  const classes = [
    'bar',
    categoryClass(number(bar.lane)),
    levelOf(bar.count, layout.source),
    bar.wide && 'wide',
    active !== null && 'active',
    shown === 0 && 'dimmed',
    disputed > 0 && 'disputed',
  ];
  return svg`<g id=${active === null ? nothing : markId(active)} part=${shown === 0 ? 'bar bar-dimmed' : 'bar'}
    role="option" aria-selected="false" class=${tokens(classes)}
    aria-label=${nameOfBar(bar, shown, disputed, active, context)} data-bar=${bar.id}>
    ${drawBox('body', middle - length / 2, length, across, column || BAR, Boolean(column))}
    ${drawCount(countText(shown, snapshot.locale), disputed > 0, length, column ? [across, middle] : [middle, across], column)}
  </g>`;
}

/** The shade of a bar, by the logarithm of its share of all events; stable while panning. */
export function levelOf(count: number, {spans}: TimelineSource): 'few' | 'some' | 'most' {
  const share = Math.log(count) / Math.log(Math.max(count, spans.size));
  if (share < 0.35) return 'few';
  return share < 0.6 ? 'some' : 'most';
}

/** The active event, if it is in the bar. */
function activeIn(bar: Bar, {active, snapshot}: LaneContext): string | null {
  return active !== null && holds(bar, snapshot.events.rowOf(active), snapshot) ? active : null;
}

/** Formats periods, memoized: date formatting is slow, and bars persist while panning. */
export const formatPeriodIn = memoize((_: Messages) =>
  memoizeByKey(({start, end}: Interval, locale: string) => `${start} ${end} ${locale}`, formatRange, 2000),
);

/** Accessible name of a bar: active event, number of events, period. */
function nameOfBar(
  {count, interval}: Bar,
  shown: number,
  disputed: number,
  active: string | null,
  {snapshot, name, still}: LaneContext,
): string {
  const {locale} = snapshot;
  const text = messages(locale);
  return joinWords(
    [
      active !== null && name(active),
      shown < count ? text.shownOf(shown, count) : text.group(count),
      disputed > 0 && text.disputedCount(disputed),
      // The formatting is slow.
      !still.isTerse && formatPeriodIn(text)(interval, locale),
    ],
    locale,
  );
}

/** A count compact enough for its bar. */
const countText = (shown: number, locale: string): string =>
  formatNumber(shown, locale, shown < 10_000 ? {} : {notation: 'compact', maximumFractionDigits: 0});

/** Draws the count in the middle of a bar, with the sign of disputed events if that fits. */
function drawCount(
  count: string,
  isDisputed: boolean,
  length: number,
  [x, y]: readonly [number, number],
  column: number | false | undefined,
) {
  const isSigned = isDisputed && length >= SIGN + 10 + DIGIT * count.length;
  // A number that is wider than its column is turned, and one beside a sign.
  const isTurned = column && (isSigned || SMALL * count.length > column);
  const text = svg`<text x=${isSigned ? x - SIGN / 2 : x} y=${y + 4} .textContent=${count}></text>`;
  if (!isSigned && !isTurned) return text;
  const sign = `M${x + (DIGIT * count.length) / 2},${y}${UNEQUAL}`;
  return svg`<g transform=${isTurned ? `rotate(90,${x},${y})` : nothing}>
    ${text}${isSigned ? svg`<path class="sign" d=${sign}></path>` : nothing}
  </g>`;
}
