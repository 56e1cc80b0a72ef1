import {expect, test} from 'vitest';
import {everyone, pairwise} from '../engines/pairs.mjs';

const factors = {
  page: Array.from({length: 12}, (_, i) => `page ${i}`),
  theme: ['paper', 'night', 'contrast', 'broadsheet', 'bold'],
  scheme: ['light', 'dark'],
  language: ['en', 'es', 'pt', 'fr', 'ar'],
  engine: ['chromium', 'firefox', 'webkit'],
};

test('every two values meet, in far fewer rows than there are combinations', () => {
  const rows = pairwise(factors);
  const names = Object.keys(factors) as (keyof typeof factors)[];
  for (const [i, a] of names.entries()) {
    for (const b of names.slice(i + 1)) {
      for (const x of factors[a])
        for (const y of factors[b])
          expect(
            rows.some((row) => row[a] === x && row[b] === y),
            `${x}, ${y}`,
          ).toBe(true);
    }
  }
  expect(rows.length).toBeLessThan(80);
  expect(rows).toEqual(pairwise(factors));
  expect(everyone(factors)).toHaveLength(12 * 5 * 2 * 5 * 3);
});
