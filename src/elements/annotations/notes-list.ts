import {html, nothing} from 'lit';
import type {Annotation} from '../../core/dataset/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {formatNumber, messages} from '../../i18n/index.js';
import {annotationWords} from '../../words/index.js';
import {draw} from '../base/index.js';

/** Where the words of a note are: in the drawing, or in the list, by a number or without one. */
export type Standing = 'drawn' | 'unnumbered' | number;

/** The notes of a drawing in words: all for screen readers, and for all readers those for which it has no room. */
export function renderNotes(
  notes: readonly Annotation[],
  standingOf: ReadonlyMap<string, Standing>,
  snapshot: Snapshot,
) {
  if (notes.length === 0) return nothing;
  const {locale} = snapshot;
  return html`<ul class="annotations" part="annotations" role="list" aria-label=${messages(locale).annotations}>
    ${notes.map((note) => {
      const standing = standingOf.get(note.id) ?? 'unnumbered';
      return html`<li class=${standing === 'drawn' ? 'visually-hidden' : nothing}>
        ${typeof standing === 'number' ? html`<span class="number">${formatNumber(standing, locale || 'en')}<span class="visually-hidden">.</span></span>` : nothing}
        ${draw(annotationWords(note, snapshot))}</li>`;
    })}
  </ul>`;
}

/** Numbers those that have no room, in their order; one whose number has none either goes without. */
export function numbered<
  T extends {readonly id: string; readonly isNumbered: boolean; readonly row?: number},
>(placed: readonly T[]): ReadonlyMap<string, Standing> {
  let number = 0;
  return new Map(
    placed.map(({id, isNumbered, row}): [string, Standing] => {
      if (row === -1) return [id, 'unnumbered'];
      return [id, isNumbered ? ++number : 'drawn'];
    }),
  );
}
