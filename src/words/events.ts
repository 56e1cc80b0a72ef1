import type {Overlay, StoryEvent} from '../core/dataset/index.js';
import {indexOf} from '../core/store/index.js';
import {messages} from '../i18n/index.js';
import {confidenceWord} from './confidence.js';
import {dateOf} from './dates.js';
import {plain, type StatusSign, type Words} from './parts.js';
import {listed, type Reading, textOf} from './text.js';

/** The category of an event, shape or route with its mark; a generic name when it has none. */
export function categoryOf({category = ''}: StoryEvent | Overlay, reading: Reading): Words {
  const index = indexOf(reading.dataset);
  const name = textOf(index.category.get(category)?.name, reading);
  return {
    type: 'category',
    number: index.categoryNumber.get(category) ?? -1,
    children: name || messages(reading.locale).noCategory,
  };
}

/** The status of an event unless confirmed, whether its figures disagree, and its confidence unless high. */
export function statusesOf({id, status, confidence}: StoryEvent, reading: Reading): readonly Words[] {
  const {dataset, locale} = reading;
  const text = messages(locale);
  const mark = (sign: StatusSign, children: string): Words => ({type: 'status', sign, children});
  return [
    status && status !== 'confirmed' && mark(status, text.status[status]),
    indexOf(dataset).disagreed.has(id) && mark('disputed', text.figuresDisagree),
    confidenceWord(confidence, reading),
  ];
}

/** An event in one phrase: title, date, statuses, category. */
export const eventName = (event: StoryEvent, reading: Reading): string =>
  plain(
    listed(
      [
        textOf(event.title, reading),
        dateOf(event, reading),
        ...statusesOf(event, reading),
        event.category && categoryOf(event, reading),
      ],
      reading,
    ),
  );
