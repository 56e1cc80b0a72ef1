import type {Dataset, Overlay, Route} from '../core/dataset/index.js';
import {isRoute, type OverlaySize, placesOfRoute} from '../core/overlays/index.js';
import {direction, formatArea, formatExtent, messages} from '../i18n/index.js';
import {dateOf} from './dates.js';
import {categoryOf} from './events.js';
import {plain, type Words} from './parts.js';
import {listed, type Reading, textOf} from './text.js';

/** As many places of a route are named; of a longer one the first, and its end. */
const NAMED = 12;

/** Nobody draws more exactly than to three digits, and not as exactly what is known to the town or less. */
const DIGITS = {exact: 3, rough: 2};

/** The places of a route, one after the other, the way that it goes. */
function wayOf(route: Route, reading: Reading): Words {
  const {dataset, locale} = reading;
  const names = placesOfRoute(route, dataset).map(({name}) => textOf(name, reading));
  const more = names.length - NAMED;
  const said = more > 0 ? [...names.slice(0, NAMED - 1), messages(locale).more(more), names.at(-1)] : names;
  return listed(said, reading, direction(locale) === 'rtl' ? ' ← ' : ' → ');
}

/** About how long something is, or how much it covers: it was measured on the map. */
function sizeWords(
  overlay: Overlay,
  size: OverlaySize | undefined,
  {dataset, locale, units}: Reading,
): Words {
  if (!size) return undefined;
  const options = {units, digits: isExact(overlay, dataset) ? DIGITS.exact : DIGITS.rough};
  const said =
    size.kind === 'length'
      ? formatExtent(size.metres, locale, options)
      : formatArea(size.squareMetres, locale, options);
  return messages(locale).comparator['~'](said);
}

/** Whether a shape, or every place of a route, is where the data says that it is. */
const isExact = (overlay: Overlay, dataset: Dataset): boolean =>
  (isRoute(overlay) ? placesOfRoute(overlay, dataset) : [overlay]).every(
    ({precision = 'site'}) => precision === 'site',
  );

/** Where a route goes, how long it or a line is, how much an area covers, and how exactly that is known. */
export function overlayFacts(overlay: Overlay, size: OverlaySize | undefined, reading: Reading): Words {
  const {precision} = overlay;
  return listed(
    [
      isRoute(overlay) && wayOf(overlay, reading),
      sizeWords(overlay, size, reading),
      precision && precision !== 'site' && messages(reading.locale).precision[precision],
    ],
    reading,
  );
}

/** The date of a shape or a route; nothing for one that is so at any time. */
export const overlayDate = (overlay: Overlay, reading: Reading): string =>
  overlay.date === undefined ? '' : dateOf(overlay, reading);

/** A shape or a route in one breath: what, when, where, how large, of which category. */
export const overlayWords = (overlay: Overlay, size: OverlaySize | undefined, reading: Reading): Words =>
  listed(
    [
      {type: 'lead', children: textOf(overlay.name, reading)},
      overlayDate(overlay, reading),
      overlayFacts(overlay, size, reading),
      overlay.category !== undefined && categoryOf(overlay, reading),
    ],
    reading,
  );

/** The same as text, for accessible names. */
export const overlayName = (overlay: Overlay, size: OverlaySize | undefined, reading: Reading): string =>
  plain(overlayWords(overlay, size, reading));
