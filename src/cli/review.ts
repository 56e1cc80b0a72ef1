import type {
  Actor,
  Citation,
  CountryBoxes,
  Dataset,
  Figure,
  Issue,
  Measure,
  Question,
  Row,
  Source,
  Text,
} from '../core/dataset/index.js';
import {POINTS_OF_VIEW} from '../core/geo/index.js';
import type {PathOf, Report} from './findings.js';
import {reviewAddresses} from './review-addresses.js';
import {reviewAnnotations} from './review-annotations.js';
import {reviewDates} from './review-dates.js';
import {reviewEvents} from './review-events.js';
import {reviewMedia} from './review-media.js';
import {reviewPlaces, reviewSpots, reviewUnplaced} from './review-places.js';
import {reviewSteps} from './review-steps.js';
import {reviewTexts} from './review-texts.js';
import {reviewTimes} from './review-times.js';

/** Maximum number of rows listed in one issue. */
const MAX_LISTED = 12;

/** Names of the bundled basemaps; `venezuela` is an older alias of `world`. */
const BASEMAPS: readonly string[] = ['world', 'none', 'venezuela'];

/** Locates rows in the file. */
export interface Places {
  readonly pathOf: PathOf;
  /** The name of a row, by its pointer. */
  readonly rowAt: (path: string) => string;
}

const byId = <T extends {readonly id: string}>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

const listed = (names: readonly (string | number)[]): string =>
  `${names.slice(0, MAX_LISTED).join(', ')}${names.length > MAX_LISTED ? ` and ${names.length - MAX_LISTED} more` : ''}`;

const quoted = (rows: readonly {readonly id: string}[]): string => listed(rows.map(({id}) => `"${id}"`));

/**
 * Editorial checks for authors, beyond those of `parseDataset`: claims that cannot be compared or are repeated, sources
 * that are hard to verify, quotes with other numbers. Only in the command line, since readers do not need them. `today`
 * is as 2025-12-31.
 */
export function reviewDataset(
  dataset: Dataset,
  tree: Row,
  countries: CountryBoxes,
  {pathOf, rowAt}: Places,
  today: string,
): readonly Issue[] {
  const issues: Issue[] = [];
  const report: Report = (code, severity, path, message, fix) => {
    issues.push({code, severity, path, row: rowAt(path), message, fix});
  };
  reviewQuestions(dataset, pathOf, report);
  reviewFigures(dataset, pathOf, report);
  reviewCitations(dataset, pathOf, report);
  reviewSources(dataset, pathOf, report);
  reviewBasemap(dataset, report);
  reviewPointOfView(dataset, report);
  reviewSteps(dataset, pathOf, report);
  reviewAnnotations(dataset, pathOf, report);
  reviewTexts(tree, report);
  reviewAddresses(tree, report);
  reviewEvents(dataset, pathOf, report);
  reviewTimes(tree, dataset.timeZone, report);
  reviewDates(tree, today, report);
  reviewMedia(dataset, pathOf, report);
  reviewPlaces(dataset, countries, pathOf, report);
  reviewSpots(dataset, pathOf, report);
  reviewUnplaced(dataset, tree, pathOf, report);
  return issues;
}

function reviewBasemap({basemap = 'world'}: Dataset, report: Report): void {
  // Anything else is a URL.
  if (!/^[a-z][a-z\d-]*$/.test(basemap) || BASEMAPS.includes(basemap)) return;
  report(
    'basemap-unknown',
    'warning',
    '/basemap',
    `There is no basemap "${basemap}": the places are shown without a map below them.`,
    `Leave it out for the map of the world, or write ${listed(BASEMAPS.slice(0, -1))}, or the address of a file of yours, as "./${basemap}.json".`,
  );
}

function reviewPointOfView({pointOfView}: Dataset, report: Report): void {
  if (pointOfView === undefined || POINTS_OF_VIEW.includes(pointOfView)) return;
  report(
    'point-of-view-unknown',
    'warning',
    '/pointOfView',
    `The map knows no point of view "${pointOfView}" on borders: those in dispute are all drawn as disputed.`,
    `Leave it out, or write one of ${POINTS_OF_VIEW.join(', ')}.`,
  );
}

function reviewQuestions(dataset: Dataset, pathOf: PathOf, report: Report): void {
  const figures = byId(dataset.figures);
  const measures = byId(dataset.measures);
  const comparable = new Map<string, Figure[]>();
  for (const figure of dataset.figures) {
    const key = comparisonKey(figure);
    const alike = comparable.get(key);
    if (alike) alike.push(figure);
    else comparable.set(key, [figure]);
  }
  for (const question of dataset.questions) {
    const path = `${pathOf('questions', question.id)}/figures`;
    const answers = question.figures.flatMap((id) => figures.get(id) ?? []);
    const [one, other] = differentPeriods(answers, measures);
    if (one && other) {
      report(
        'question-mixes-periods',
        'warning',
        path,
        `Its figures count over different periods: "${one.id}" is of ${periodOf(one)}, "${other.id}" of ${periodOf(other)}.`,
        'Ask one question for each period.',
      );
    }
    const missing = unanswered(question, answers, comparable);
    if (missing.length > 0) {
      report(
        'question-lacks-figure',
        'warning',
        path,
        `It does not list ${quoted(missing)}, of the same measure, date and place as one of its figures.`,
        'Add it, so that no answer is missing, or ask more narrowly.',
      );
    }
  }
}

function reviewFigures(dataset: Dataset, pathOf: PathOf, report: Report): void {
  const sources = byId(dataset.sources);
  const claimants = claimantsByName(dataset.actors);
  const withdrawn = new Set(dataset.events.filter(({status}) => status === 'withdrawn').map(({id}) => id));
  const seen = new Map<string, string>();
  for (const figure of dataset.figures) {
    const {id, measure, actor, date, place, value, comparator, event, breakdown} = figure;
    const path = pathOf('figures', id);
    // Of several events each has its own: two towns may each count two dead on a day.
    const key = JSON.stringify([measure, actor, date ?? event, place ?? event, value, comparator]);
    const twin = measure === undefined ? undefined : seen.get(key);
    if (twin === undefined) seen.set(key, id);
    else {
      report(
        'figure-twice',
        'warning',
        path,
        `It says the same as figure "${twin}": measure, claimant, date and value.`,
        'Remove one of them, and say so in "corrections".',
      );
    }
    if (event !== undefined && withdrawn.has(event)) {
      report(
        'figure-of-withdrawn-event',
        'warning',
        `${path}/event`,
        `It hangs on event "${event}", which was withdrawn.`,
        'Take "event" off, or name the event that it belongs to.',
      );
    }
    const other = otherClaimant(figure, sources, claimants);
    if (other) {
      report(
        'figure-from-another-claimant',
        'warning',
        `${path}/cite`,
        `It is claimed by "${actor}", and read only on pages of "${other.id}", who claims figures too.`,
        'Cite the claimant, or an outlet that reports it.',
      );
    }
    const quote = otherNumbers(figure);
    if (quote) {
      const parts = breakdown.map((part) => part.value).join(', ');
      report(
        'quote-says-other-number',
        'warning',
        `${path}/cite/${quote.index}/quote`,
        `The quote says ${listed(quote.numbers)}, and the breakdown has ${parts}.`,
        'Correct the one that is wrong, or shorten the quote to what it shows.',
      );
    }
  }
}

function reviewCitations(dataset: Dataset, pathOf: PathOf, report: Report): void {
  const sources = byId(dataset.sources);
  for (const table of ['figures', 'events', 'shapes', 'routes'] as const) {
    for (const {id, cite} of dataset[table]) {
      const cited = citedIn(cite, sources);
      if (cited.length === 0 || !cited.every(isCopy)) continue;
      report(
        'only-copies',
        'info',
        `${pathOf(table, id)}/cite`,
        `All that it cites are copies or mirrors: ${quoted(cited)}.`,
        'Find the original, and cite it.',
      );
    }
  }
}

function reviewSources(
  {sources, events, figures, places, actors, shapes, routes, steps}: Dataset,
  pathOf: PathOf,
  report: Report,
): void {
  const used = new Set<string>();
  for (const table of [events, figures, places, actors, shapes, routes]) {
    for (const {cite = []} of table) for (const {source} of cite) used.add(source);
  }
  for (const {media = []} of [...events, ...steps])
    for (const {cite} of media) for (const {source} of cite) used.add(source);
  for (const {id} of sources) {
    if (used.has(id)) continue;
    report(
      'source-not-cited',
      'info',
      pathOf('sources', id),
      'Nothing cites it.',
      'Cite it where it says so, or remove it.',
    );
  }
  const origins = new Map(sources.map(({id, origin}) => [id, origin]));
  const ended = new Set<string>();
  for (const {id} of sources) {
    const way = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && origins.has(at) && !ended.has(at) && !way.has(at)) {
      way.add(at);
      at = origins.get(at);
    }
    for (const each of way) ended.add(each);
    if (at === undefined || !way.has(at)) continue;
    report(
      'origin-in-circle',
      'warning',
      `${pathOf('sources', at)}/origin`,
      `Its origin leads back to it: none of ${quoted([...way].map((each) => ({id: each})))} is the first.`,
      'Leave "origin" out where it was published first.',
    );
  }
  const fixes = {
    published: 'Add the date on the page, as exactly as it is given.',
    archived: 'Save the page in an archive, and add the address of the copy.',
  };
  for (const key of ['published', 'archived'] as const) {
    const without = sources.filter((source) => source.url !== undefined && source[key] === undefined);
    if (without.length === 0) continue;
    const message = `${without.length} of ${sources.length} sources have an address and no "${key}": ${quoted(without)}.`;
    report(`source-without-${key}`, 'info', '/sources', message, fixes[key]);
  }
}

const citedIn = (cite: readonly Citation[], sources: ReadonlyMap<string, Source>): readonly Source[] =>
  cite.flatMap(({source}) => sources.get(source) ?? []);

/** Whether a source is a copy: graded as one, or with an origin and no grade. */
const isCopy = ({grade, origin}: Source): boolean =>
  grade === 'repost' || grade === 'mirror' || (grade === undefined && origin !== undefined);

const periodOf = ({event, date}: Figure): string =>
  event === undefined ? (date ?? 'no date') : `event "${event}"`;

/**
 * Two figures of one question that are flows over different periods; empty when there are none. Figures of one event
 * share its period, whatever their dates; totals and stocks are compared over time on purpose.
 */
function differentPeriods(
  answers: readonly Figure[],
  measures: ReadonlyMap<string, Measure>,
): readonly Figure[] {
  const flows = answers.filter(({measure = ''}) => measures.get(measure)?.kind === 'flow');
  const [first] = flows;
  const other = first && flows.find((each) => periodOf(each) !== periodOf(first));
  return first && other ? [first, other] : [];
}

const comparisonKey = ({measure, date, place, event}: Figure): string =>
  JSON.stringify([measure, date, place, event]);

/** Figures that match the measure, date, place and event of a listed one, but are not listed. */
function unanswered(
  {figures: listedIds}: Question,
  answers: readonly Figure[],
  comparable: ReadonlyMap<string, readonly Figure[]>,
): readonly Figure[] {
  const keys = new Set(
    answers.filter(({measure, date}) => measure !== undefined && date !== undefined).map(comparisonKey),
  );
  const ids = new Set(listedIds);
  return [...keys].flatMap((key) => comparable.get(key) ?? []).filter(({id}) => !ids.has(id));
}

/**
 * The other claimant whose pages are the only sources of a figure. Media are not counted, since reporting claims is
 * their work.
 */
function otherClaimant(
  {actor, cite}: Figure,
  sources: ReadonlyMap<string, Source>,
  claimants: ReadonlyMap<string, Actor>,
): Actor | undefined {
  const publishers = citedIn(cite, sources).map(({publisher = ''}) => claimants.get(publisher));
  return publishers.every((each) => each && each.id !== actor) ? publishers[0] : undefined;
}

/** Those who are no media by each of their names; of one name, the first. */
const claimantsByName = (actors: readonly Actor[]): ReadonlyMap<string, Actor> =>
  new Map(
    actors
      .filter(({kind}) => kind !== 'media')
      .flatMap((actor) => namesOf(actor.name).map((name) => [name, actor] as const))
      .reverse(),
  );

const namesOf = (text: Text): readonly string[] => (typeof text === 'string' ? [text] : Object.values(text));

/** The numbers in a text, with any thousands separator. */
const numbersIn = (text: string): readonly number[] =>
  [...text.matchAll(/\d+(?:[.,’'\u00a0\u202f]\d{3})*/g)].map(([digits]) => Number(digits.replace(/\D/g, '')));

/**
 * The first quote that contains some of a figure's parts, and other numbers in place of the rest. Numbers in dates and
 * in the names of groups are ignored.
 */
function otherNumbers({
  value,
  date = '',
  breakdown,
  cite,
}: Figure): {readonly index: number; readonly numbers: readonly number[]} | undefined {
  if (breakdown.length === 0) return undefined;
  const parts = breakdown.map((part) => part.value);
  const words = breakdown.flatMap(({group = ''}) =>
    typeof group === 'string' ? [group] : Object.values(group),
  );
  const known = new Set([value, ...parts, ...numbersIn(date), ...words.flatMap(numbersIn)]);
  for (const [index, {quote = ''}] of cite.entries()) {
    const numbers = numbersIn(quote);
    const others = numbers.filter((each) => !known.has(each));
    const named = parts.filter((part) => numbers.includes(part));
    if (others.length > 0 && named.length > 0 && named.length < parts.length) return {index, numbers: others};
  }
  return undefined;
}
