import type {Measure} from '../core/dataset/index.js';
import {messages} from '../i18n/index.js';
import {dateWords} from './dates.js';
import type {Words} from './parts.js';
import {listed, type Reading, wordFor} from './text.js';

/** What is said of the way in which a measure counts; its start always is. */
interface Manner {
  readonly unit: boolean;
  readonly kind: boolean;
}

/** How a measure counts: in which unit, as what kind of number, since when. */
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
