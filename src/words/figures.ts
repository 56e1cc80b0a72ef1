import {addsUp, type Figure, type StoryEvent} from '../core/dataset/index.js';
import {indexOf} from '../core/store/index.js';
import {formatFigure, messages} from '../i18n/index.js';
import {confidenceWord} from './confidence.js';
import {ownDate} from './dates.js';
import {fill, type Words} from './parts.js';
import {placeName} from './places.js';
import {listed, type Reading, textOf, wordFor} from './text.js';

/** The number of a figure, never rounded. */
export const numberOf = ({value}: {readonly value: number}, {locale}: Reading): string =>
  formatFigure(value, '=', locale);

/** A value with its comparator, as "at least 72", with the number marked up. */
export function valueWords(figure: Figure, reading: Reading): Words {
  const {comparator} = figure;
  const number: Words = {type: 'number', children: numberOf(figure, reading)};
  return comparator === '=' ? number : fill(messages(reading.locale).comparator[comparator], number);
}

/** The claimant of a figure. */
export interface Claimant {
  /** The name; for an unknown actor, its id. */
  readonly name: Words;
  /** The kind; empty for "other". */
  readonly kind: Words;
}

export function claimantOf({actor}: Figure, reading: Reading): Claimant {
  const {name, kind} = indexOf(reading.dataset).actor.get(actor) ?? {name: actor};
  return {
    name: textOf(name, reading),
    kind: kind && kind !== 'other' && messages(reading.locale).actorKind[kind],
  };
}

/** A claimant's name followed by the kind in parentheses. */
export const withKind = (name: Words, kind: Words): Words => [name, kind && [' (', kind, ')']];

/** The claimant, phrased to follow a number: "according to …". */
export const byWhom = (name: Words, {locale}: Reading): Words => fill(messages(locale).claimedBy, name);

/** The claimant and its kind, phrased to follow a number. */
export function accordingTo(figure: Figure, reading: Reading): Words {
  const {name, kind} = claimantOf(figure, reading);
  return withKind(byWhom({type: 'lead', children: name}, reading), kind);
}

/** The status and confidence of a figure. */
export const statusOf = ({status, confidence}: Figure, reading: Reading): Words =>
  listed(
    [status && wordFor(messages(reading.locale).figureStatus, status), confidenceWord(confidence, reading)],
    reading,
  );

/** The status of a figure, and its date if it differs from that of the event it is listed under. */
export const standingOf = (figure: Figure, event: StoryEvent | undefined, reading: Reading): Words =>
  listed([statusOf(figure, reading), ownDate(figure, event, reading)], reading);

/** The parts of a figure's breakdown: number, place, group. The comparator applies to the total only. */
export const sharesOf = ({breakdown}: Figure, reading: Reading): readonly Words[] =>
  breakdown.map((share) => [
    {type: 'lead', children: numberOf(share, reading)},
    ' ',
    listed([placeName(share.place, reading), textOf(share.group, reading)], reading),
  ]);

/** A note that the breakdown is incomplete; empty when it adds up. */
export const shortfallOf = (figure: Figure, {locale}: Reading): Words =>
  !addsUp(figure) && messages(locale).breakdownIncomplete;
