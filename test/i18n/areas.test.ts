import {expect, test} from 'vitest';
import {formatArea, formatImperialArea} from '../../src/i18n/index.js';

test('areas have three digits, in the large unit from a tenth of it on', () => {
  const sizes = [11_812, 99_999, 100_000, 4_223_000_000];
  expect(sizes.map((each) => formatArea(each, 'en'))).toEqual([
    '11,800 m²',
    '100,000 m²',
    '0.1 km²',
    '4,220 km²',
  ]);
  expect(formatArea(4_223_000_000, 'es')).toBe('4.220 km²');
});

test('in miles and feet', () => {
  const sizes = [11_812, 258_000, 260_000, 2_589_988, 4_223_000_000];
  expect(sizes.map((each) => formatImperialArea(each, 'en'))).toEqual([
    '127,000 ft²',
    '2,780,000 ft²',
    '0.1 mi²',
    '1 mi²',
    '1,630 mi²',
  ]);
  expect(formatImperialArea(4_223_000_000, 'es')).toBe('1.630 mi²');
});
