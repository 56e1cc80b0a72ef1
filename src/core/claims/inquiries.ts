import {
  contradict,
  type Dataset,
  type Figure,
  type Measure,
  measureKey,
  overlap,
  type Question,
} from '../dataset/index.js';

/** A question and the figures that answer it. */
export interface Inquiry {
  /** The question's id; of one that was found, `?` and the id of its first figure in the file. */
  readonly id: string;
  /** As the author asks it; a found one has none. */
  readonly question?: Question;
  /** By date, then by the claimant's name; never by value. What has no date is last. */
  readonly figures: readonly Figure[];
  /** The same apart, where they cannot stand on one axis: one group for each kind, unit and start of measures. */
  readonly groups: readonly InquiryGroup[];
  /** Ids of those that cannot be true together with another. */
  readonly disputed: ReadonlySet<string>;
}

export interface InquiryGroup {
  /** What they count; undefined for figures that name no measure. */
  readonly measures: readonly Measure[];
  readonly figures: readonly Figure[];
}

/** Figures of one question that are held against each other at most, so that a huge file stays linear. */
const COMPARED = 64;

const inquiries = new WeakMap<Dataset, readonly Inquiry[]>();

/**
 * Stated questions in the order of the file, then found ones: figures of one measure about one event, or about one
 * date and place, by two claimants or more, that no stated question holds together. From memory when asked again.
 */
export function inquiriesOf(dataset: Dataset): readonly Inquiry[] {
  let all = inquiries.get(dataset);
  if (!all) {
    all = makeInquiries(dataset);
    inquiries.set(dataset, all);
  }
  return all;
}

function makeInquiries(dataset: Dataset): readonly Inquiry[] {
  const figures = new Map(dataset.figures.map((figure) => [figure.id, figure]));
  const stated = dataset.questions.map((question) => {
    const answers = [...new Set(question.figures)].flatMap((id) => figures.get(id) ?? []);
    return inquiry(question.id, answers, dataset, question);
  });
  return [...stated, ...found(dataset, stated)];
}

function inquiry(
  id: string,
  answers: readonly Figure[],
  dataset: Dataset,
  question?: Question,
): Inquiry {
  const names = new Map(dataset.actors.map(({id, name}) => [id, nameIn(name, dataset.language)]));
  const nameOf = ({actor}: Figure) => names.get(actor ?? '') ?? '';
  const start = ({interval}: Figure) => interval?.start ?? Infinity;
  const order = answers.toSorted((a, b) =>
    start(a) === start(b) ? nameOf(a).localeCompare(nameOf(b), dataset.language) : start(a) < start(b) ? -1 : 1,
  );
  const measures = new Map(dataset.measures.map((measure) => [measure.id, measure]));
  const groups = new Map<string, {measures: Set<Measure>; figures: Figure[]}>();
  for (const figure of order) {
    const measure = measures.get(figure.measure ?? '');
    const key = measure ? measureKey(measure) : '';
    const group = groups.get(key) ?? {measures: new Set(), figures: []};
    if (measure) group.measures.add(measure);
    group.figures.push(figure);
    groups.set(key, group);
  }
  const kept = [...groups.values()].map((group) => ({measures: [...group.measures], figures: group.figures}));
  return {
    id,
    ...(question && {question}),
    figures: order,
    groups: kept,
    disputed: new Set(kept.flatMap((group) => disputedOf(group.figures))),
  };
}

const nameIn = (name: string | Readonly<Record<string, string>>, language: string): string =>
  typeof name === 'string' ? name : (name[language] ?? Object.values(name)[0] ?? '');

/** Those that contradict another claimant's of the same measure and place, about the same event or the same time. */
function disputedOf(figures: readonly Figure[]): string[] {
  const ids = new Set<string>();
  figures.forEach((figure, i) => {
    for (const other of figures.slice(i + 1, i + 1 + COMPARED)) {
      if (figure.actor === other.actor || figure.measure !== other.measure || figure.place !== other.place) continue;
      const together =
        figure.event !== undefined && figure.event === other.event
          ? true
          : overlap(figure.interval, other.interval);
      if (!together || !contradict(figure, other)) continue;
      ids.add(figure.id);
      ids.add(other.id);
    }
  });
  return [...ids];
}

/** Questions that nobody asked in words: see `inquiriesOf`. */
function found(dataset: Dataset, stated: readonly Inquiry[]): Inquiry[] {
  const asked = new Map<string, Set<number>>();
  stated.forEach(({figures}, i) => {
    for (const {id} of figures) asked.set(id, (asked.get(id) ?? new Set()).add(i));
  });
  const groups = new Map<string, Figure[]>();
  for (const figure of dataset.figures) {
    const {measure, event, place, date} = figure;
    if (measure === undefined || (event === undefined && date === undefined)) continue;
    const key = JSON.stringify(event === undefined ? [measure, place, date] : [measure, place, null, event]);
    const group = groups.get(key);
    if (group) group.push(figure);
    else groups.set(key, [figure]);
  }
  const all: Inquiry[] = [];
  for (const group of groups.values()) {
    const [first] = group;
    if (!first || new Set(group.map(({actor}) => actor)).size < 2) continue;
    // All in one stated question: that is the question.
    const common = [...(asked.get(first.id) ?? [])].some((i) => group.every(({id}) => asked.get(id)?.has(i)));
    if (!common) all.push(inquiry(`?${first.id}`, group, dataset));
  }
  return all;
}
