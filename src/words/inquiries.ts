import type {Inquiry, InquiryGroup} from '../core/claims/index.js';
import {indexOf} from '../core/store/index.js';
import {messages} from '../i18n/index.js';
import {dateOf} from './dates.js';
import {mannerOf} from './manner.js';
import type {Words} from './parts.js';
import {placeName} from './places.js';
import {listed, type Reading, textOf} from './text.js';

/** The text of a question; for a found one: measures, place, and event or date. */
export function questionOf({question, figures, groups}: Inquiry, reading: Reading): Words {
  if (question) return textOf(question.question, reading);
  const {dataset, locale} = reading;
  const text = messages(locale);
  const [first] = figures;
  const places = new Set(figures.map(({place}) => place));
  const names = groups.flatMap(({measures}) => measures.map(({name}) => textOf(name, reading)));
  const what = listed([...names, places.size === 1 && placeName(first?.place, reading)], reading);
  const event = indexOf(dataset).event.get(first?.event ?? '');
  const when = event ? textOf(event.title, reading) : first?.when && dateOf(first, reading);
  return listed([what || text.figures, when], reading, ': ');
}

/**
 * Describes what a group of claims counts: by name unless a heading gives it (`named`), and how. Kind and unit are
 * added when they distinguish groups (`apart`), or are not obvious, as for running totals and percentages.
 */
export function groupOf({measures}: InquiryGroup, named: boolean, apart: boolean, reading: Reading): Words {
  const [first] = measures;
  const names = named ? measures.map(({name}) => textOf(name, reading)) : [];
  const manner =
    first &&
    mannerOf(
      first,
      {
        kind: apart || first.kind === 'cumulative',
        unit: apart || /^(%|percent)$/i.test(first.unit ?? ''),
      },
      reading,
    );
  return listed([...names, manner], reading);
}
