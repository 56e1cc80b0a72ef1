import {describe, expect, test} from 'vitest';
import {intervalOf, parseEdtf} from '../../src/core/time/index.js';
import {loadAllMessages} from '../../src/i18n/index.js';
import {pauseWords} from '../../src/words/index.js';

await loadAllMessages();

const dated = (date: string) => {
  const [when, interval] = [parseEdtf(date), intervalOf(date)];
  return {...(when && {when}), ...(interval && {interval})};
};
const pause = (before: string, after: string, locale = 'en') =>
  pauseWords(dated(before), dated(after), locale);

describe('how much later an event is', () => {
  test.each([
    ['2025-12-15', '2025-12-25', '10 days later'],
    ['2024-07-28', '2025-12-01', '16 months later'],
    ['2025-03-01T10:00', '2025-03-01T16:00', ''],
    ['-2000', '2000-01-05', '4,000 years later'],
  ])('%s to %s: %s', (before, after, said) => {
    expect(pause(before, after)).toBe(said);
  });

  test.each([
    ['a month is not known to the day', '2025-11', '2025-12-28', '1 month later'],
    ['nor is one month from another', '2025-12-15', '2026-04', '4 months later'],
    ['a year is not known to the month', '2023-02-03', '2024', '1 year later'],
    ['dates that may be the same say nothing', '2025-12', '2025-12-28', ''],
    ['a decade is not known to the year', '194X', '1987', '40 years later'],
    ['what is approximate stays so', '2024-07-28', '2025-12~', 'about 17 months later'],
    [
      'after an interval it is the time since its end',
      '2024-01-01/2024-03-31',
      '2024-09-30',
      '6 months later',
    ],
    [
      'within an interval it is the time since its start',
      '2024-01-01/2025-12-31',
      '2024-09-30',
      '9 months later',
    ],
    ['an unknown start does not matter where the end is known', '../2020', '2024', '4 years later'],
    ['nor an open end where the start is known', '2020/..', '2024', '4 years later'],
    ['of an open start there is nothing to say', '2020', '../2024', ''],
  ])('%s', (_, before, after, said) => {
    expect(pause(before, after)).toBe(said);
  });

  test.each([
    ['es', '4 meses después', '2 años después'],
    ['pt', '4 meses depois', '2 anos depois'],
    ['fr', '4 mois plus tard', '2 ans plus tard'],
    ['ar', 'بعد 4 أشهر', undefined],
  ])('in %s', (locale, months, years) => {
    expect(pause('2025-01-01', '2025-05-01', locale).replace(/[\u00A0\u202F]/g, ' ')).toBe(months);
    if (years) expect(pause('2020', '2022', locale).replace(/[\u00A0\u202F]/g, ' ')).toBe(years);
  });
});
