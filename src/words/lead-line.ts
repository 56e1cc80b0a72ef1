import type {Figure, StoryEvent} from '../core/dataset/index.js';
import {messages} from '../i18n/index.js';
import {accordingTo, valueWords} from './figures.js';
import {figuresBy} from './lead.js';
import {measureName, measureOf} from './measures.js';
import {plain, type Words} from './parts.js';
import {listed, type Reading, wordFor} from './text.js';

/**
 * The leading figures of an event with their claimants in one line, and how many more there are; empty without any.
 * Where the event has figures of several measures, it says which lead: its title may speak of another.
 */
export function leadWords(event: StoryEvent, reading: Reading): Words {
  const {lead, rest} = figuresBy(event, reading);
  const [first] = lead;
  const claims = lead.map(
    (figure): Words => [
      valueWords(figure, reading),
      unitOf(figure, reading),
      ' ',
      accordingTo(figure, reading),
    ],
  );
  const more = rest.length > 0 && messages(reading.locale).moreFigures(rest.length);
  const line = listed([...new Map(claims.map((claim) => [plain(claim), claim])).values(), more], reading);
  const isOfOthersToo = rest.some(({measure}) => measure !== first?.measure);
  return first && isOfOthersToo ? listed([measureName(first, reading), line], reading, ': ') : line;
}

/** What is counted, as titles say. */
const COUNTED = /^(people|votes|events)$/;

/** The unit of a figure that is measured, to follow its number on the same line. */
function unitOf(figure: Figure, reading: Reading): Words {
  const unit = measureOf(figure, reading)?.unit ?? 'people';
  return !COUNTED.test(unit) && ['\u00a0', wordFor(messages(reading.locale).unitName, unit)];
}
