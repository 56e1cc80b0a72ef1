import type {Inquiry, InquiryGroup} from '../core/claims/index.js';
import {indexOf} from '../core/store/index.js';
import {messages} from '../i18n/index.js';
import {dateOf} from './dates.js';
import {mannerOf} from './manner.js';
import type {Words} from './parts.js';
import {placeName} from './places.js';
import {listed, type Reading, textOf} from './text.js';

/** A question; of one that was found, what is counted, where, and at which event or when. */
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
 * What a group of claims counts: by name where no heading has said so (`named`), and how. Kind and unit are said where
 * they tell it from other groups (`apart`), or cannot be guessed: of a running total, of shares.
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
