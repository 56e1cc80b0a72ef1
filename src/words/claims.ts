import type {ActorKind, Figure} from '../core/dataset/index.js';
import {indexOf} from '../core/store/index.js';
import {asOf} from './dates.js';
import {accordingTo, claimantOf, statusOf, valueWords, withKind} from './figures.js';
import {measureName} from './measures.js';
import type {Words} from './parts.js';
import {placeName} from './places.js';
import {listed, type Reading} from './text.js';

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

/** Number of the shape that a claimant's kind has; those of no known kind have that of the others. */
export const claimantShape = ({actor}: Figure, {dataset}: Reading): number =>
  KINDS.indexOf(indexOf(dataset).actor.get(actor)?.kind ?? 'other');

/** Who claims it, and the kind of claimant with its mark. */
export function claimantMark(figure: Figure, reading: Reading): Words {
  const {name, kind} = claimantOf(figure, reading);
  return [
    {type: 'lead', children: name},
    kind && [' ', {type: 'kind', number: claimantShape(figure, reading), children: kind}],
  ];
}

/** Who claims it, in a column of claimants. */
export function claimantCell(figure: Figure, reading: Reading): Words {
  const {name, kind} = claimantOf(figure, reading);
  return withKind(name, kind);
}

/** A claim in one breath: how many, of what where several things are counted, where, who says so, as of when, how sure. */
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
