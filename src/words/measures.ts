import type {Figure, Measure} from '../core/dataset/index.js';
import {messages} from '../i18n/index.js';
import {dateWords} from './dates.js';
import type {Words} from './parts.js';
import {placeName} from './places.js';
import {listed, type Reading, textOf} from './text.js';

/** The measure of a figure. */
export const measureOf = ({measure}: Figure, {dataset}: Reading): Measure | undefined =>
  dataset.measures.find(({id}) => id === measure);

/** The name of a figure's measure. */
export const measureName = (figure: Figure, reading: Reading): Words =>
  textOf(measureOf(figure, reading)?.name, reading);

/** What a figure counts: its measure, the start of a running total, and the place if it has one. */
export function whatOf(figure: Figure, reading: Reading): Words {
  const {kind, since} = measureOf(figure, reading) ?? {};
  const text = messages(reading.locale);
  return listed(
    [
      measureName(figure, reading),
      kind === 'cumulative' && text.measureKind[kind],
      since && text.since(dateWords(since, reading.locale)),
      placeName(figure.place, reading),
    ],
    reading,
  );
}
