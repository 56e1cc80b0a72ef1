import {addsUp, type Figure, type StoryEvent} from '../core/dataset/index.js';
import {indexOf} from '../core/store/index.js';
import {formatFigure, messages} from '../i18n/index.js';
import {confidenceWord} from './confidence.js';
import {ownDate} from './dates.js';
import {fill, type Words} from './parts.js';
import {placeName} from './places.js';
import {listed, type Reading, textOf, wordFor} from './text.js';

/** The number of a figure, with every digit that was given. */
export const numberOf = ({value}: {readonly value: number}, {locale}: Reading): string =>
  formatFigure(value, '=', locale);

/** Its value in words: "at least 72", the number in them marked. */
export function valueWords(figure: Figure, reading: Reading): Words {
  const {comparator} = figure;
  const number: Words = {type: 'number', children: numberOf(figure, reading)};
  return comparator === '=' ? number : fill(messages(reading.locale).comparator[comparator], number);
}

/** Who claims a figure. */
export interface Claimant {
  /** The id of one that the story does not list. */
  readonly name: Words;
  /** Nothing of the kind "other", which says nothing. */
  readonly kind: Words;
}

export function claimantOf({actor}: Figure, reading: Reading): Claimant {
  const {name, kind} = indexOf(reading.dataset).actor.get(actor) ?? {name: actor};
  return {
    name: textOf(name, reading),
    kind: kind && kind !== 'other' && messages(reading.locale).actorKind[kind],
  };
}

/** A claimant's name with the kind behind it, which is said in the reader's language. */
export const withKind = (name: Words, kind: Words): Words => [name, kind && [' (', kind, ')']];

/** Whose a number is, after it. */
export const byWhom = (name: Words, {locale}: Reading): Words => fill(messages(locale).claimedBy, name);

/** Who claims it, after the number. */
export function accordingTo(figure: Figure, reading: Reading): Words {
  const {name, kind} = claimantOf(figure, reading);
  return withKind(byWhom({type: 'lead', children: name}, reading), kind);
}

/** How far it is established, and how well sourced. */
export const statusOf = ({status, confidence}: Figure, reading: Reading): Words =>
  listed(
    [status && wordFor(messages(reading.locale).figureStatus, status), confidenceWord(confidence, reading)],
    reading,
  );

/** The same, and its date if it is another than that of the event which it stands under. */
export const standingOf = (figure: Figure, event: StoryEvent | undefined, reading: Reading): Words =>
  listed([statusOf(figure, reading), ownDate(figure, event, reading)], reading);

/** The parts of a value: how many, where, of which group. Their whole says how exactly they were counted. */
export const sharesOf = ({breakdown}: Figure, reading: Reading): readonly Words[] =>
  breakdown.map((share) => [
    {type: 'lead', children: numberOf(share, reading)},
    ' ',
    listed([placeName(share.place, reading), textOf(share.group, reading)], reading),
  ]);

/** That the parts are not the whole, when they are not. */
export const shortfallOf = (figure: Figure, {locale}: Reading): Words =>
  !addsUp(figure) && messages(locale).breakdownIncomplete;
