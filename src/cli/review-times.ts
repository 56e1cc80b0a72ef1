import {DATASET_SHAPE, type Row} from '../core/dataset/index.js';
import {clockOffsets, parseEdtf} from '../core/time/index.js';
import type {Report} from './findings.js';
import {walkShape} from './walk-shape.js';

const pad = (value: number) => String(value).padStart(2, '0');

/** An offset from UTC as dates have it: `-05:00`. */
function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.trunc(size / 60))}:${pad(size % 60)}`;
}

/** What is ahead of UTC at a time that clocks show twice; empty for other dates. */
function repeatedOffsets(text: string, timeZone: string): readonly number[] {
  const when = parseEdtf(text);
  if (!when) return [];
  const parts = when.kind === 'date' ? [when] : [when.start, when.end];
  return (
    parts
      .map((part) => (typeof part === 'object' ? clockOffsets(part, timeZone) : []))
      .find(({length}) => length > 1) ?? []
  );
}

/** Checks for times that clocks show twice, when summer time ends: they do not say which of the two is meant. */
export function reviewTimes(tree: Row, timeZone: string, report: Report): void {
  walkShape(DATASET_SHAPE, tree, (word, value, _, path) => {
    if ((word !== 'date' && word !== 'when') || typeof value !== 'string') return;
    const offsets = repeatedOffsets(value, timeZone);
    if (offsets.length === 0) return;
    report(
      'time-repeated',
      'warning',
      path,
      `In ${timeZone} clocks showed the time "${value}" twice.`,
      `Add what it is ahead of UTC: ${offsets.map(offsetText).join(' for the first time, ')} for the second.`,
    );
  });
}
