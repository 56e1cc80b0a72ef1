import {tableOf} from '../core/table/index.js';
import {formatRange, messages} from '../i18n/index.js';
import type {Words} from './parts.js';
import type {Reading} from './text.js';

/** How much a story has to read: its number of events, the period that several span, the number of sources. */
export function scopeOf({dataset, locale}: Reading): readonly Words[] {
  const {size, spans} = tableOf(dataset);
  const {length} = dataset.sources;
  const text = messages(locale);
  const all: readonly Words[] = [
    size > 0 && text.events(size),
    size > 1 && spans.extent !== null && formatRange(spans.extent, locale),
    length > 0 && text.sourcesOf(length, length),
  ];
  return all.filter(Boolean);
}
