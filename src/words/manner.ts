import type {Measure} from '../core/dataset/index.js';
import {messages} from '../i18n/index.js';
import {dateWords} from './dates.js';
import type {Words} from './parts.js';
import {listed, type Reading, wordFor} from './text.js';

/** Which properties of a measure to include; its start always is. */
interface Manner {
  readonly unit: boolean;
  readonly kind: boolean;
}

/** How a measure counts: unit, kind, start. */
export function mannerOf({kind, since, unit}: Measure, said: Manner, reading: Reading): Words {
  const {locale} = reading;
  const text = messages(locale);
  return listed(
    [
      said.unit && unit !== undefined && wordFor(text.unitName, unit),
      said.kind && text.measureKind[kind],
      since && text.since(dateWords(since, locale)),
    ],
    reading,
  );
}
