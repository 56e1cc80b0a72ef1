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

test('no more is asked of what is dear than that it meets every value once', () => {
  const dear = (rows: Record<string, string>[]) => rows.filter(({engine}) => engine !== 'chromium').length;
  const [even, cheap] = [pairwise(factors), pairwise(factors, {cheapFirst: 'engine'})];
  expect(dear(cheap)).toBeLessThan(dear(even));
  for (const engine of factors.engine) {
    for (const page of factors.page)
      expect(cheap.some((row) => row.engine === engine && row.page === page)).toBe(true);
  }
});

test('what meets in the seeds need not meet again, and what cannot be is not there', () => {
  const allows = ({engine = 'chromium', theme = 'paper'}: Record<string, string>) =>
    engine !== 'webkit' || theme !== 'bold';
  const seeds = factors.page.flatMap((page) =>
    factors.engine.map((engine) => ({page, engine, theme: 'paper', scheme: 'light', language: 'en'})),
  );
  const rows = pairwise(factors, {seeds, allows});
  expect(rows.length).toBeLessThan(pairwise(factors).length);
  expect(rows.every(allows)).toBe(true);
  const all = [...rows, ...seeds];
  for (const page of factors.page) {
    for (const language of factors.language)
      expect(all.some((row) => row.page === page && row.language === language)).toBe(true);
  }
  for (const theme of factors.theme.filter((each) => each !== 'bold'))
    expect(all.some((row) => row.engine === 'webkit' && row.theme === theme)).toBe(true);
  expect(everyone(factors, {allows})).toHaveLength(12 * 2 * 5 * (5 * 3 - 1));
});
