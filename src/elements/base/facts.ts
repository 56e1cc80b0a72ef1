import {html, nothing, svg} from 'lit';
import type {Place, StoryEvent} from '../../core/dataset/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {formatDate, formatDistance, joinWords, messages} from '../../i18n/index.js';
import {shapeIcon} from './shapes.js';
import {plainText} from './text.js';

/** Puts a template where a message has its one gap, as the name in "according to …". */
export function fill(message: (gap: string) => string, content: unknown) {
  const [before = '', after = ''] = message('\u{E000}').split('\u{E000}');
  return html`${before}${content}${after}`;
}

/** The word for a key of the data, or the key as it was written; never what every object has. */
export const wordFor = (words: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(words, key) ? (words[key] ?? key) : key;

/** A heading at a level that the page gives. */
export const heading = (
  level: number,
  name: string,
  content: unknown,
  part: string | undefined = undefined,
) =>
  html`<div class=${name} part=${part ?? nothing} role="heading" aria-level=${Math.min(Math.max(level || 2, 1), 6)}>${content}</div>`;

/** An event's date at its own precision; one that was not understood is given as it was written. */
export function eventDate({when, date}: StoryEvent, locale: string): string {
  return !when && date ? `${messages(locale).dateUnknown} (${date})` : formatDate(when, locale);
}

/** Shape and name of an event's category. */
export function categoryMark({category}: StoryEvent, snapshot: Snapshot) {
  const index = indexOf(snapshot.dataset);
  const name = category === undefined ? '' : plainText(index.category.get(category)?.name, snapshot);
  return html`<span class="category">${shapeIcon(index.categoryNumber.get(category ?? '') ?? -1)} ${
    name || messages(snapshot.locale).noCategory
  }</span>`;
}

/** Half full, not equal, crossed out: told apart without colour. */
const STATUS_SHAPES = {
  reported: svg`<circle r="5.5"></circle><path class="full" d="M0,-5.5a5.5,5.5 0 0 0 0,11z"></path>`,
  disputed: svg`<path d="M-6,-2.5H6M-6,2.5H6M3,-6.5L-3,6.5"></path>`,
  withdrawn: svg`<path d="M-5,-5L5,5M5,-5L-5,5"></path>`,
};

/** A status as a shape. */
export const statusSign = (status: keyof typeof STATUS_SHAPES) =>
  html`<svg class="sign" viewBox="-8 -8 16 16" width="1em" height="1em" aria-hidden="true">${STATUS_SHAPES[status]}</svg>`;

/** How far an event is established, and that its figures disagree, in shapes and words; a confirmed one needs neither. */
export function statusMark({id, status}: StoryEvent, {dataset, locale}: Snapshot) {
  const text = messages(locale);
  const mark = (shape: keyof typeof STATUS_SHAPES, word: string) =>
    html`<span class="status ${shape}" part="status">${statusSign(shape)} ${word}</span> `;
  return [
    status && status !== 'confirmed' ? mark(status, text.status[status]) : nothing,
    indexOf(dataset).disagreed.has(id) ? mark('disputed', text.figuresDisagree) : nothing,
  ];
}

/** How exactly a place is known, in words. */
export function placeWords(place: Place, snapshot: Snapshot): string {
  const {precision, radius, lat, obscured} = place;
  const text = messages(snapshot.locale);
  return joinWords(
    [
      lat === undefined && text.noPosition,
      // A site with a radius is not exact: the radius says what is known.
      precision && !(precision === 'site' && radius) && text.precision[precision],
      radius && lat !== undefined && text.radius(formatDistance(radius, snapshot.locale)),
      obscured !== undefined && text.obscured(plainText(obscured, snapshot)),
    ],
    snapshot.locale,
  );
}

/** The places of an event that the dataset has. */
export const placesOf = ({places}: StoryEvent, {dataset}: Snapshot): readonly Place[] =>
  places.flatMap((id) => indexOf(dataset).place.get(id) ?? []);
