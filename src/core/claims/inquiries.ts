import {
  COMPARED,
  type Dataset,
  disagree,
  type Figure,
  isBefore,
  type Measure,
  measureKey,
  overlap,
  type Question,
  type Text,
} from '../dataset/index.js';
import {memoize} from '../memo/index.js';

/** A question and the figures that answer it. */
export interface Inquiry {
  /** The question's id; for a found question, `?` and the id of its first figure in the file. */
  readonly id: string;
  /** The author's question; absent when found. */
  readonly question?: Question;
  /**
   * Sorted by date, then by the claimant's name, then in file order; never by value. Those without a date or name come
   * last.
   */
  readonly figures: readonly Figure[];
  /** The figures by axis: one group for each kind, unit and start of their measures. */
  readonly groups: readonly InquiryGroup[];
  /** Ids of the figures that contradict another. */
  readonly disputed: ReadonlySet<string>;
}

export interface InquiryGroup {
  /** The measures of the figures; empty for figures without one. */
  readonly measures: readonly Measure[];
  readonly figures: readonly Figure[];
}

type Order = (figures: readonly Figure[]) => readonly Figure[];

/**
 * Stated questions in file order, then found ones: figures of one measure by at least two claimants, about one event or
 * one date and place, that no stated question already groups. Memoized.
 */
export const inquiriesOf: (dataset: Dataset) => readonly Inquiry[] = memoize(makeInquiries);

/**
 * The questions that the figures of an event answer. If they answer none, as when only one claimant gives figures, one
 * per measure.
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

/** A factory of inquiries for one dataset. */
function maker(dataset: Dataset) {
  const measures = new Map(dataset.measures.map((measure) => [measure.id, measure]));
  const inOrder = orderIn(dataset);
  const keyOf = ({actor, measure, place}: Figure) => JSON.stringify([actor, measure, place]);
  const said = groupBy(dataset.figures, keyOf);
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
      disputed: disputedOf(
        figures,
        (figure) => measureOf(figure)?.kind === 'cumulative',
        (figure) => (said.get(keyOf(figure)) ?? []).slice(-COMPARED),
      ),
    };
  };
}

/** Figures of one claimant and date stay in file order: the order within a question would be the author's choice. */
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

/** Ids of the figures that cannot be true together with another of the same measure and place. */
function disputedOf(
  figures: readonly Figure[],
  isTotal: (figure: Figure) => boolean,
  saidBy: (like: Figure) => readonly Figure[],
): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const same of groupBy(figures, ({measure, place}) => JSON.stringify([measure, place])).values()) {
    same.forEach((figure, i) => {
      for (const other of same.slice(i + 1, i + 1 + COMPARED)) {
        if (!cannotBoth(figure, other, isTotal(figure), saidBy)) continue;
        ids.add(figure.id);
        ids.add(other.id);
      }
    });
  }
  return ids;
}

/**
 * Whether two figures of one measure and place, in date order, cannot both be true. How many there are at one date says
 * nothing of another, unless it is of one event, or adds up since one day. What a claimant says later is a correction. A
 * later, higher total can be true, unless its claimant had counted more before the other did, and has not taken it back.
 */
function cannotBoth(
  a: Figure,
  b: Figure,
  isTotal: boolean,
  saidBy: (like: Figure) => readonly Figure[],
): boolean {
  if (a.actor === b.actor && a.date !== b.date) return false;
  const isOfOne = (a.event !== undefined && a.event === b.event) || overlap(a.interval, b.interval);
  if (!isOfOne && !(isTotal && a.interval && b.interval)) return false;
  if (disagree(a, b)) return true;
  return (
    isTotal &&
    a.actor !== b.actor &&
    saidBy(b).some((earlier) => isBefore(earlier, a) && disagree(earlier, a) && !disagree(earlier, b))
  );
}

/** Groups of figures that answer an unstated question: see `inquiriesOf`. */
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
    // Skip groups that one stated question already contains.
    const [first, ...others] = group;
    return !(
      first && [...(asked.get(first) ?? [])].some((one) => others.every((each) => asked.get(each)?.has(one)))
    );
  });
}
