import {expect, test} from 'vitest';
import {formatArea, formatExtent} from '../../src/i18n/index.js';

const metric = {digits: 3};
const imperial = {units: 'imperial', digits: 3} as const;

test('areas have three digits, in the large unit from a tenth of it on', () => {
  const sizes = [11_812, 99_999, 100_000, 4_223_000_000];
  expect(sizes.map((each) => formatArea(each, 'en', metric))).toEqual([
    '11,800 m²',
    '100,000 m²',
    '0.1 km²',
    '4,220 km²',
  ]);
  expect(formatArea(4_223_000_000, 'es', metric)).toBe('4.220 km²');
});

test('in miles and feet', () => {
  const sizes = [11_812, 258_000, 260_000, 2_589_988, 4_223_000_000];
  expect(sizes.map((each) => formatArea(each, 'en', imperial))).toEqual([
    '127,000 ft²',
    '2,780,000 ft²',
    '0.1 mi²',
    '1 mi²',
    '1,630 mi²',
  ]);
  expect(formatArea(4_223_000_000, 'es', imperial)).toBe('1.630 mi²');
});

test('lengths are rounded in the unit that they are said in', () => {
  const lengths = [12.34, 999.4, 1234, 45_678, 3_260_370];
  expect(lengths.map((each) => formatExtent(each, 'en', metric))).toEqual([
    '12.3 m',
    '999 m',
    '1.23 km',
    '45.7 km',
    '3,260 km',
  ]);
  expect(lengths.map((each) => formatExtent(each, 'en', {...imperial, digits: 2}))).toEqual([
    '40 ft',
    '0.62 mi',
    '0.77 mi',
    '28 mi',
    '2,000 mi',
  ]);
  expect(formatExtent(3_260_370, 'fr', metric)).toBe('3\u202f260\u202fkm');
});
