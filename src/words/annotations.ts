import type {Annotation} from '../core/dataset/index.js';
import {indexOf} from '../core/store/index.js';
import {dateOf} from './dates.js';
import type {Words} from './parts.js';
import {sourceNotes} from './sources.js';
import {listed, type Reading, textOf} from './text.js';

/** A note of the author, after where and when it is of: "Canoas, May 2024: the levee broke [3]". */
export function annotationWords(annotation: Annotation, reading: Reading): Words {
  const {text, place, date, cite} = annotation;
  const name = place === undefined ? undefined : indexOf(reading.dataset).place.get(place)?.name;
  const lead = listed([textOf(name, reading), date !== undefined && dateOf(annotation, reading)], reading);
  return [
    lead && [{type: 'lead', children: [lead, ':']}, ' '],
    textOf(text, reading),
    cite.length > 0 && [' ', sourceNotes(cite, reading)],
  ];
}
