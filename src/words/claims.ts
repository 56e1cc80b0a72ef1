import type {ActorKind, Figure} from '../core/dataset/index.js';
import {indexOf} from '../core/store/index.js';
import {asOf} from './dates.js';
import {accordingTo, claimantOf, statusOf, valueWords, withKind} from './figures.js';
import {measureName} from './measures.js';
import type {Words} from './parts.js';
import {placeName} from './places.js';
import {listed, type Reading} from './text.js';

/** Kinds of claimants; their index determines the mark shape. */
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

/** Shape number of a claimant's kind; unknown kinds use that of "other". */
export const claimantShape = ({actor}: Figure, {dataset}: Reading): number =>
  KINDS.indexOf(indexOf(dataset).actor.get(actor)?.kind ?? 'other');

/** The claimant, and its kind with the mark. */
export function claimantMark(figure: Figure, reading: Reading): Words {
  const {name, kind} = claimantOf(figure, reading);
  return [
    {type: 'lead', children: name},
    kind && [' ', {type: 'kind', number: claimantShape(figure, reading), children: kind}],
  ];
}

/** The claimant, for a table cell. */
export function claimantCell(figure: Figure, reading: Reading): Words {
  const {name, kind} = claimantOf(figure, reading);
  return withKind(name, kind);
}

/** A claim in one phrase: value, measure when there are `several`, place, claimant, date, status. */
export const claimOf = (figure: Figure, several: boolean, reading: Reading): Words =>
  listed(
    [
      valueWords(figure, reading),
      several && measureName(figure, reading),
      placeName(figure.place, reading),
      accordingTo(figure, reading),
      asOf(figure, reading),
      statusOf(figure, reading),
    ],
    reading,
  );
