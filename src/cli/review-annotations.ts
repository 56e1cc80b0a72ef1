import type {Dataset} from '../core/dataset/index.js';
import type {PathOf, Report} from './findings.js';

/** A note of more UTF-16 code units than this is no label. */
const LONG = 120;

/** Checks whether each note of the author stands somewhere, and is as short as a label. */
export function reviewAnnotations({annotations, places}: Dataset, pathOf: PathOf, report: Report): void {
  const placed = new Set(places.filter(({lat}) => lat !== undefined).map(({id}) => id));
  for (const {id, text, place, interval, measure} of annotations) {
    const path = pathOf('annotations', id);
    if (place === undefined && interval === undefined)
      report(
        'annotation-nowhere',
        'warning',
        path,
        'It has neither a place nor a date, so it stands in the list alone.',
        'Give it a "place" for the map, or a "date" for timelines and charts.',
      );
    if (place !== undefined && !placed.has(place))
      report(
        'annotation-unplaced',
        'warning',
        `${path}/place`,
        `"${place}" has no position, so it is not on the map.`,
        'Give the place "lat" and "lon", or name another.',
      );
    if (measure !== undefined && interval === undefined)
      report(
        'annotation-undated',
        'warning',
        `${path}/measure`,
        `Without a date it is not on the chart of "${measure}".`,
        'Give it a "date".',
      );
    const longest = Math.max(
      ...(typeof text === 'string' ? [text] : Object.values(text)).map(({length}) => length),
    );
    if (longest > LONG)
      report(
        'annotation-too-long',
        'info',
        `${path}/text`,
        `It has ${longest} characters: in drawings there is room for a number in its place.`,
        `Shorten it to ${LONG}, and tell the rest in a text.`,
      );
  }
}
