import {svg} from 'lit';
import {foldedOf, foldsOf, type TimeScale} from '../../core/layout/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {formatDuration, messages} from '../../i18n/index.js';

/** Tints the stretches that timelines fold, as these do, in a linear strip so many pixels high. */
export const drawFolded = ({events, unfolded, locale}: Snapshot, scale: TimeScale, heightPx: number) => {
  const {folded, pause} = messages(locale);
  return foldedOf(foldsOf(events.spans), unfolded).map(
    ({start, end, gap}) => svg`<line part="folded" class="folded" role="img"
      aria-label=${`${folded}: ${pause(formatDuration(gap, locale))}`} x1=${scale(start)} x2=${scale(end)}
      y1=${heightPx / 2} y2=${heightPx / 2} stroke-width=${heightPx}></line>`,
  );
};
