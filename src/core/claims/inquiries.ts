import {
  COMPARED,
  claimBounds,
  contradict,
  type Dataset,
  type Figure,
  type Measure,
  measureKey,
  overlap,
  type Question,
  type Text,
} from '../dataset/index.js';
import {memoize} from '../memo/index.js';

/** A question and the figures that answer it. */
export interface Inquiry {
  /** The question's id; of one that was found, `?` and the id of its first figure in the file. */
  readonly id: string;
  /** As the author asks it; a found one has none. */
  readonly question?: Question;
  /** By date, then by the claimant's name, then as in the file; never by value. What has no date or name is last. */
  readonly figures: readonly Figure[];
  /** The same apart, where they cannot stand on one axis: one group for each kind, unit and start of measures. */
  readonly groups: readonly InquiryGroup[];
  /** Ids of those that cannot be true together with another. */
  readonly disputed: ReadonlySet<string>;
}

export interface InquiryGroup {
  /** What they count; none for figures that name no measure. */
  readonly measures: readonly Measure[];
  readonly figures: readonly Figure[];
}

type Order = (figures: readonly Figure[]) => readonly Figure[];

/**
 * Stated questions in the order of the file, then found ones: figures of one measure about one event, or about one
 * date and place, by two claimants or more, that no stated question holds together. From memory when asked again.
 */
export const inquiriesOf: (dataset: Dataset) => readonly Inquiry[] = memoize(makeInquiries);

/**
 * The questions that figures of an event answer. Of an event whose figures answer none, as one that a single claimant
 * counts, one for each measure.
 */
export function inquiriesAbout(dataset: Dataset, event: string): readonly Inquiry[] {
  const about = inquiriesOf(dataset).filter(({figures}) => figures.some((each) => each.event === event));
  if (about.length > 0) return about;
  const own = dataset.figures.filter((figure) => figure.event === event);
  if (own.length === 0) return about;
  const make = maker(dataset);
  return [...groupBy(own, ({measure}) => measure).values()].map((figures) => make(foundId(figures), figures));
}

function makeInquiries(dataset: Dataset): readonly Inquiry[] {
  const figures = new Map(dataset.figures.map((figure) => [figure.id, figure]));
  const make = maker(dataset);
  const stated = dataset.questions.map((question) => {
    const answers = [...new Set(question.figures)].flatMap((id) => figures.get(id) ?? []);
    return make(question.id, answers, question);
  });
  return [...stated, ...found(dataset.figures, stated).map((group) => make(foundId(group), group))];
}

const foundId = ([first]: readonly Figure[]): string => `?${first?.id ?? ''}`;

function groupBy<T, K>(rows: Iterable<T>, keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** Makes inquiries of the figures of one dataset. */
function maker(dataset: Dataset) {
  const measures = new Map(dataset.measures.map((measure) => [measure.id, measure]));
  const inOrder = orderIn(dataset);
  return (id: string, answers: readonly Figure[], question?: Question): Inquiry => {
    const figures = inOrder(answers);
    const measureOf = ({measure}: Figure) => measures.get(measure ?? '');
    const groups = groupBy(figures, (figure) => {
      const measure = measureOf(figure);
      return measure && measureKey(measure);
    });
    return {
      id,
      ...(question && {question}),
      figures,
      groups: Array.from(groups.values(), (group) => ({
        measures: [...new Set(group.flatMap((figure) => measureOf(figure) ?? []))],
        figures: group,
      })),
      disputed: disputedOf(figures, (figure) => measureOf(figure)?.kind === 'cumulative'),
    };
  };
}

/** Two figures of one claimant and date stand as in the file: a question's order is its author's choice. */
function orderIn(dataset: Dataset): Order {
  const {compare} = new Intl.Collator(dataset.language);
  const nameOf = (text: Text): string =>
    typeof text === 'string' ? text : (text[dataset.language] ?? Object.values(text)[0] ?? '');
  const names = new Map(dataset.actors.map(({id, name}) => [id, nameOf(name)]));
  const rows = new Map(dataset.figures.map((figure, i) => [figure, i]));
  const startOf = ({interval}: Figure) => interval?.start ?? Infinity;
  return (figures) =>
    figures.toSorted((a, b) => {
      const [start, other] = [startOf(a), startOf(b)];
      if (start !== other) return start < other ? -1 : 1;
      const [name = '', another = ''] = [names.get(a.actor), names.get(b.actor)];
      return compare(name, another) || (rows.get(a) ?? 0) - (rows.get(b) ?? 0);
    });
}

/** Those that cannot be true together with another of the same measure and place. */
function disputedOf(figures: readonly Figure[], addsUp: (figure: Figure) => boolean): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const same of groupBy(figures, ({measure, place}) => JSON.stringify([measure, place])).values()) {
    same.forEach((figure, i) => {
      for (const other of same.slice(i + 1, i + 1 + COMPARED)) {
        if (!disagree(figure, other, addsUp(figure))) continue;
        ids.add(figure.id);
        ids.add(other.id);
      }
    });
  }
  return ids;
}

/**
 * Whether two values of one measure, in the order of their dates, exclude each other: about the same event or the same
 * time, or, of a running total, when it falls. A claimant who gives another value later corrects itself.
 */
function disagree(a: Figure, b: Figure, addsUp: boolean): boolean {
  if (a.actor === b.actor && a.date !== b.date) return false;
  if (!contradict(a, b)) return false;
  if ((a.event !== undefined && a.event === b.event) || overlap(a.interval, b.interval)) return true;
  return addsUp && b.interval !== undefined && claimBounds(a, 0.1)[0] >= claimBounds(b, 0.1)[1];
}

/** Figures that answer a question which nobody asked in words: see `inquiriesOf`. */
function found(figures: readonly Figure[], stated: readonly Inquiry[]): (readonly Figure[])[] {
  const asked = new Map<Figure, Set<Inquiry>>();
  for (const inquiry of stated) {
    for (const figure of inquiry.figures) asked.set(figure, (asked.get(figure) ?? new Set()).add(inquiry));
  }
  const groups = groupBy(
    figures.filter(({measure, event, date}) => measure !== undefined && (event ?? date) !== undefined),
    ({measure, event, place, date}) =>
      JSON.stringify(event === undefined ? [measure, place, date] : [measure, place, null, event]),
  );
  return [...groups.values()].filter((group) => {
    if (new Set(group.map(({actor}) => actor)).size < 2) return false;
    // All in one stated question: that is the question.
    const [first, ...others] = group;
    return !(
      first && [...(asked.get(first) ?? [])].some((one) => others.every((each) => asked.get(each)?.has(one)))
    );
  });
}
