import type {InquiryGroup} from '../../core/claims/index.js';
import type {Actor, ActorKind, Figure, Measure} from '../../core/dataset/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {formatDate, formatFigure, joinWords, messages} from '../../i18n/index.js';
import {dateWords, placeName, plainText, wordFor} from '../base/index.js';

/** Each kind of claimant has the shape of its place here. */
const KINDS: readonly ActorKind[] = [
  'ngo',
  'government',
  'party',
  'media',
  'court',
  'families',
  'international',
  'other',
];

export const actorOf = ({actor}: Figure, {dataset}: Snapshot): Actor | undefined =>
  actor === undefined ? undefined : indexOf(dataset).actor.get(actor);

/** Index of the shape that a kind of claimant has; those of no known kind have that of the others. */
export const shapeOf = (kind: ActorKind | undefined): number => KINDS.indexOf(kind ?? 'other');

export const valueWords = ({value, comparator}: Figure, locale: string): string =>
  formatFigure(value, comparator, locale);

/** The date that a figure is for, or why there is none. */
export function dateOf({when, date}: Figure, locale: string): string {
  if (when) return formatDate(when, locale);
  const {dateUnknown} = messages(locale);
  return date ? `${dateUnknown} (${date})` : dateUnknown;
}

/** The same in a sentence. */
export const asOf = (figure: Figure, locale: string): string =>
  figure.when ? messages(locale).asOf(dateOf(figure, locale)) : dateOf(figure, locale);

export const statusWords = ({status}: Figure, locale: string): string =>
  status === undefined ? '' : wordFor(messages(locale).figureStatus, status);

export const measureName = (id: string | undefined, snapshot: Snapshot): string =>
  plainText(snapshot.dataset.measures.find((measure) => measure.id === id)?.name, snapshot);

/** A claim in one breath: what is said when a reader comes to it. */
export function claimName(figure: Figure, snapshot: Snapshot): string {
  const {locale} = snapshot;
  const text = messages(locale);
  const actor = actorOf(figure, snapshot);
  const kind = actor?.kind ? ` (${text.actorKind[actor.kind]})` : '';
  return joinWords(
    [
      valueWords(figure, locale),
      placeName(figure.place, snapshot),
      actor ? `${text.claimedBy(plainText(actor.name, snapshot))}${kind}` : text.noClaimant,
      asOf(figure, locale),
      statusWords(figure, locale),
    ],
    locale,
  );
}

/** How a measure counts: its kind and start where they matter, its unit where it tells it from others. */
function kindWords({kind, since, unit}: Measure, apart: boolean, {locale}: Snapshot): readonly string[] {
  const text = messages(locale);
  return [
    apart || kind === 'cumulative' ? text.measureKind[kind] : '',
    since ? text.since(dateWords(since, locale)) : '',
    unit && (apart || /^(%|percent)$/i.test(unit)) ? wordFor(text.unitName, unit) : '',
  ].filter(Boolean);
}

/** What a group of claims counts, by name when no heading has said so, and how. */
export function groupWords(
  {measures}: InquiryGroup,
  named: boolean,
  apart: boolean,
  snapshot: Snapshot,
): string {
  const [first] = measures;
  const names = named ? measures.map(({name}) => plainText(name, snapshot)) : [];
  return joinWords([...names, ...(first ? kindWords(first, apart, snapshot) : [])], snapshot.locale);
}
