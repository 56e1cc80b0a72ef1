import type {Figure, Overlay, Place, Question} from '../core/dataset/index.js';
import {indexOf} from '../core/store/index.js';
import {correctionOf} from './corrections.js';
import {plain, type Words} from './parts.js';
import {sourceNotes} from './sources.js';
import {type Reading, textOf} from './text.js';

/** The note and the corrections of a figure, place, question, shape or route, one entry each. */
export const remarksOf = (
  {note, corrections = []}: Pick<Figure | Overlay | Place | Question, 'note' | 'corrections'>,
  reading: Reading,
): readonly Words[] =>
  [textOf(note, reading), ...corrections.map((each) => correctionOf(each, reading))].filter(plain);

/** The definitions of what claimants count, with their sources; skips claimants without one. */
export function definitionsOf(actors: Iterable<string>, reading: Reading): readonly Words[] {
  const index = indexOf(reading.dataset).actor;
  return [...new Set(actors)].flatMap((id): readonly Words[] => {
    const {name, definition, cite = []} = index.get(id) ?? {};
    if (definition === undefined) return [];
    const notes = cite.length > 0 && [' ', sourceNotes(cite, reading)];
    return [
      [{type: 'lead', children: [textOf(name, reading), ':']}, ' ', textOf(definition, reading), notes],
    ];
  });
}
