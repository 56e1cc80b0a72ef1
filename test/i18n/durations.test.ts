import {expect, test} from 'vitest';
import {instantOf} from '../../src/core/time/index.js';
import {formatDuration} from '../../src/i18n/index.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const said = (start: number, end: number, locale = 'en') => formatDuration({start, end}, locale);

test.each([
  ['490 days', instantOf(2024, 7, 29), instantOf(2025, 12, 1), '16 months'],
  ['two months', instantOf(2025, 1, 1), instantOf(2025, 3, 2), '2 months'],
  ['three years and a day', instantOf(2021, 5, 1), instantOf(2024, 5, 2), '3 years'],
  ['45 days', 0, 45 * DAY, '45 days'],
  ['36 hours', 0, 1.5 * DAY, '36 hours'],
  ['100 minutes', 0, 100 * MINUTE, '100 minutes'],
  ['100 seconds', 0, 100_000, '100 seconds'],
  ['one second', 0, 1000, '1 second'],
  ['millennia', instantOf(-1999), instantOf(2001), '4,000 years'],
  ['aeons', instantOf(-4_500_000_000), instantOf(2000), '4.5 billion years'],
])('%s', (_, start, end, words) => {
  expect(said(start, end)).toBe(words);
});

test('in the languages of readers, with their plural forms', () => {
  const [start, end] = [instantOf(2024, 11, 1), instantOf(2025, 12, 1)];
  expect(said(start, end, 'es')).toBe('13 meses');
  expect(said(start, end, 'pt')).toBe('13 meses');
  expect(said(start, end, 'fr')).toMatch(/^13\smois$/);
  expect(said(instantOf(2025, 1), instantOf(2025, 7), 'ar')).toMatch(/أشهر$/);
  expect(said(start, end, 'ar')).toMatch(/شهرًا$/);
});
