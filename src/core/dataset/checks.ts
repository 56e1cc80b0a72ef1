import {intervalOf} from '../time/index.js';
import type {Report} from './faults.js';
import type {IssueCode, IssueValues} from './issue-texts.js';
import type {Row} from './plain.js';
import {countRows} from './row-names.js';
import type {Dataset, Figure, Overlay, Place, Source, StoryEvent} from './types.js';
import {addsUp, COMPARED, disagree, measureKey, overlap} from './values.js';

/** West, south, east, north in degrees; west > east crosses the antimeridian. */
export type CountryBox = readonly [west: number, south: number, east: number, north: number];

/** Bounding boxes of countries by ISO 3166-1 alpha-2 code. */
export type CountryBoxes = Readonly<Record<string, readonly CountryBox[]>>;

/** Slack in degrees around a country: the boxes come from coarse outlines without the small islands. */
const BORDER = 0.5;
const DAY = 86_400_000;

const inside = (boxes: readonly CountryBox[], lon: number, lat: number) =>
  boxes.some(
    ([west, south, east, north]) =>
      lat >= south - BORDER &&
      lat <= north + BORDER &&
      (west <= east
        ? lon >= west - BORDER && lon <= east + BORDER
        : lon >= west - BORDER || lon <= east + BORDER),
  );

/** The first country of `within` whose boxes are known. */
const countryOf = (within: Place['within'], countries: CountryBoxes): string | undefined =>
  within?.map((region) => region.split('-', 1)[0] ?? '').find((key) => Object.hasOwn(countries, key));

/** Whether a position lies in the country that `within` names; undefined when it names none that is known. */
export function isInCountry(
  within: Place['within'],
  countries: CountryBoxes,
): ((at: {readonly lat: number; readonly lon: number}) => boolean) | undefined {
  const boxes = countries[countryOf(within, countries) ?? ''];
  return boxes && (({lat, lon}) => inside(boxes, lon, lat));
}

/** The source of a row in the file. */
export interface Origin {
  /** The raw JSON of the row. */
  readonly json: Row;
  readonly path: string;
}

/** Whether the raw row has a value under the key, even an invalid one, which has been reported already. */
function gave(json: Row, key: string): boolean {
  const value = json[key];
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;
}

/** Creates the checks of single rows. They delete unusable positions from their places. */
export function createChecks(
  sources: ReadonlyMap<string, Source>,
  timeZone: string,
  report: Report,
  countries?: CountryBoxes,
) {
  const ends = new Map<string, number>();
  const endOf = (published: string) => {
    let end = ends.get(published);
    if (end === undefined) {
      end = intervalOf(published, timeZone)?.end ?? Infinity;
      ends.set(published, end);
    }
    return end;
  };

  function checkPlace(place: {-readonly [K in keyof Place]: Place[K]}, {json, path}: Origin): void {
    const {lat, lon} = place;
    const drop = <Code extends IssueCode>(code: Code, at: string, values: IssueValues<Code>) => {
      report(code, 'error', path + at, values, 'position');
      delete place.lat;
      delete place.lon;
    };
    if (lat === undefined || lon === undefined) {
      const missing = lat === undefined ? 'lat' : 'lon';
      if (lat === lon || gave(json, missing)) {
        delete place.lat;
        delete place.lon;
      } else drop('coordinates-incomplete', `/${missing}`, [missing]);
    } else if (Math.abs(lat) > 90 || Math.abs(lon) > 180) {
      if (Math.abs(lat) <= 180 && Math.abs(lon) <= 90) {
        drop('coordinates-swapped', '/lat', [lat, lon]);
      } else {
        const [key, value, limit] = Math.abs(lat) > 90 ? ['lat', lat, 90] : ['lon', lon, 180];
        drop('coordinates-out-of-range', `/${key}`, [key, value, limit]);
      }
    } else if (lat === 0 && lon === 0 && place.precision === undefined && place.radius === undefined) {
      // What a geocoder says that found nothing.
      drop('coordinates-zero', '/lat', []);
    } else if (countries) {
      const code = countryOf(place.within, countries);
      const boxes = code === undefined ? undefined : countries[code];
      if (!boxes || inside(boxes, lon, lat)) return;
      if (inside(boxes, lat, lon)) {
        drop('coordinates-swapped', '/lat', [lat, lon, code]);
      } else {
        report('place-outside-country', 'warning', `${path}/lat`, [lat, lon, code ?? '']);
      }
    }
  }

  function checkCited(
    row: StoryEvent | Figure | Overlay,
    what: 'event' | 'figure' | 'shape' | 'route',
    {json, path}: Origin,
  ): void {
    if (!gave(json, 'cite')) report(`${what}-without-source`, 'warning', path, []);
    const {interval} = row;
    if (!interval) return;
    row.cite.forEach(({source}, i) => {
      const published = sources.get(source)?.published;
      const end = published === undefined ? Infinity : endOf(published);
      // Tolerate one day: the source may be dated in a time zone far from the story's.
      if (end + DAY > interval.start) return;
      report('source-before-event', 'warning', `${path}/cite/${i}`, [
        source,
        published ?? '',
        row.date ?? '',
      ]);
    });
  }

  function checkEvent(event: StoryEvent, origin: Origin): void {
    const {json, path} = origin;
    checkCited(event, 'event', origin);
    if (!gave(json, 'date')) report('event-without-date', 'info', path, []);
    if (!gave(json, 'places')) report('event-without-place', 'info', path, []);
    if (event.status === 'withdrawn' && !event.corrections.length)
      report('withdrawn-without-correction', 'error', `${path}/status`, []);
  }

  return {checkPlace, checkCited, checkEvent};
}

/** `more`: number of rows in tables that were parsed separately. */
export function checkEmpty(
  {events, places, figures, shapes, routes}: Dataset,
  report: Report,
  more = 0,
): void {
  if (more || [events, places, figures, shapes, routes].some(({length}) => length)) return;
  report('dataset-empty', 'error', '', []);
}

/**
 * Checks that all rows came that the file says it has.
 *
 * @param more number of rows in tables that were parsed separately
 */
export function checkRowCount(tree: Row, report: Report, more = 0): void {
  const came = countRows(tree) + more;
  if (typeof tree.rows === 'number' && came < tree.rows)
    report('rows-missing', 'error', '/rows', [tree.rows, came]);
}

export const byId = <T extends {readonly id: string}>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

/** Runs all checks that involve more than one value. */
export function checkDataset(
  dataset: Dataset,
  originOf: (row: object) => Origin,
  report: Report,
  countries: CountryBoxes | undefined,
): void {
  checkEmpty(dataset, report);
  const checks = createChecks(byId(dataset.sources), dataset.timeZone, report, countries);
  for (const place of dataset.places) checks.checkPlace(place, originOf(place));
  for (const event of dataset.events) checks.checkEvent(event, originOf(event));
  checkTables(dataset, originOf, report);
}

/** Runs the checks of the tables other than places and events. */
export function checkTables(dataset: Dataset, originOf: (row: object) => Origin, report: Report): void {
  const measures = byId(dataset.measures);
  const figures = byId(dataset.figures);
  const {checkCited} = createChecks(byId(dataset.sources), dataset.timeZone, report);
  const pathOf = (row: object) => originOf(row).path;

  for (const shape of dataset.shapes) checkCited(shape, 'shape', originOf(shape));
  for (const route of dataset.routes) checkCited(route, 'route', originOf(route));

  for (const measure of dataset.measures) {
    if (measure.kind === 'cumulative' && !gave(originOf(measure).json, 'since'))
      report('cumulative-without-since', 'error', pathOf(measure), []);
  }

  /** Ids of the questions that show a figure, by the figure's id. */
  const asked = new Map<string, string[]>();
  for (const question of dataset.questions) {
    for (const id of new Set(question.figures)) asked.set(id, [...(asked.get(id) ?? []), question.id]);
    const kinds = new Map<string, string>();
    for (const id of question.figures) {
      const measure = measures.get(figures.get(id)?.measure ?? '');
      if (measure) kinds.set(measureKey(measure), measure.id);
    }
    if (kinds.size > 1)
      report('measures-not-comparable', 'warning', `${pathOf(question)}/figures`, [[...kinds.values()]]);
  }

  const groups = new Map<string, Figure[]>();
  for (const figure of dataset.figures) {
    const {value, breakdown, measure, event, place, interval} = figure;
    const origin = originOf(figure);
    const {json, path} = origin;
    checkCited(figure, 'figure', origin);
    const counted = measure === undefined ? undefined : measures.get(measure);
    const parts = breakdown.map((part) => part.value);
    const least = parts.reduce((a, b) => Math.min(a, b), value);
    if (least < 0 && (counted?.kind === 'cumulative' || counted?.unit === 'people')) {
      report('value-negative', 'warning', `${path}/${least === value ? 'value' : 'breakdown'}`, [
        least,
        true,
      ]);
    }
    if (value > 100 && /^(%|percent)$/i.test(counted?.unit ?? ''))
      report('percent-over-100', 'warning', `${path}/value`, [value]);
    const whole = Array.isArray(json.breakdown) && json.breakdown.length === parts.length;
    if (whole && figure.comparator === '=' && !addsUp(figure))
      report('breakdown-sum', 'error', `${path}/breakdown`, [parts, value]);
    if (measure === undefined) continue;
    // Figures with neither a date nor an event are only compared with one another.
    const key = JSON.stringify([measure, event, place, event === undefined && !interval]);
    const group = groups.get(key);
    if (group) group.push(figure);
    else groups.set(key, [figure]);
  }

  const together = (a: Figure, b: Figure) => asked.get(a.id)?.find((id) => asked.get(b.id)?.includes(id));

  for (const group of groups.values()) {
    const start = (figure: Figure) => figure.interval?.start ?? -Infinity;
    // Two that have no start are alike: their difference is no number.
    const order = group.toSorted((a, b) => start(a) - start(b) || 0);
    const disputes = new Map<Figure, Set<Figure>>();
    const join = (a: Figure, b: Figure) => {
      const [one, other] = [disputes.get(a) ?? new Set([a]), disputes.get(b) ?? new Set([b])];
      if (one === other) return;
      const [small, large] = one.size < other.size ? [one, other] : [other, one];
      for (const each of small) large.add(each);
      for (const each of [...small, a, b]) disputes.set(each, large);
    };
    let recent: Figure[] = [];
    for (const figure of order) {
      // In the order of their dates: a later, higher count may be true as well.
      const others = recent.filter((other) => disagree(other, figure));
      recent = [...recent.slice(1 - COMPARED), figure];
      const own = others.find(({actor, date}) => actor === figure.actor && date === figure.date);
      if (own) {
        const question = together(figure, own);
        report('actor-two-values', question ? 'question' : 'warning', `${pathOf(figure)}/value`, [
          own,
          question,
        ]);
      }
      for (const other of others) {
        if (other.actor === figure.actor) continue;
        if (figure.event !== undefined || overlap(figure.interval, other.interval)) join(other, figure);
      }
    }
    const place = new Map(group.map((figure, i) => [figure, i]));
    for (const dispute of new Set(disputes.values())) {
      const [first, ...others] = [...dispute].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
      if (!first) continue;
      const open = others.some((other) => !together(first, other));
      const question = open ? undefined : asked.get(first.id)?.[0];
      report('figures-disagree', 'question', `${pathOf(first)}/value`, [[first, ...others], question]);
    }
  }
}
