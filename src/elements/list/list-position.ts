import {html, nothing} from 'lit';
import {groupByMonth} from '../../core/layout/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {formatDate, formatNumber, messages} from '../../i18n/index.js';
import type {Rows, Slice} from './listed-rows.js';

/** Renders which part of a long list is in view, and its date. */
export function renderPosition({events, locale}: Snapshot, rows: Rows, {from, to}: Slice) {
  const text = messages(locale);
  const first = rows[from];
  if (first === undefined || rows.length === 0) return nothing;
  const [year] = groupByMonth([events.at(first)]);
  const when = year?.months[0]?.when ?? year?.when;
  const number = (value: number) => formatNumber(value, locale);
  return html`<div part="position" class="position">${text.listPart(
    `${number(from + 1)}–${number(Math.min(to, rows.length))}`,
    text.events(rows.length),
    when ? formatDate(when, locale) : text.undated,
  )}</div>`;
}
