import {expect, test} from 'vitest';
import {roundDistance} from '../../src/core/geo/index.js';
import {formatLength, scaleUnits, unitsOf} from '../../src/i18n/index.js';

test.each([
  [['en-US'], 'imperial'],
  [['en-GB', 'en'], 'imperial'],
  [['my-MM'], 'imperial'],
  [['en-LR'], 'imperial'],
  [['es-US'], 'imperial'],
  [['en-Latn-US'], 'imperial'],
  [['en', 'en-US'], 'imperial'],
  [['es-VE', 'en-US'], 'metric'],
  [['en-CA', 'en-US'], 'metric'],
  [['en'], 'metric'],
  [['nonsense!', 'en-US'], 'imperial'],
  [[], 'metric'],
] as const)('the units of a reader of %j are %s', (tags, units) => {
  expect(unitsOf(tags)).toBe(units);
});

test('lengths in miles and feet', () => {
  const said = (metres: number, locale = 'en') => formatLength(metres, locale, 'imperial');
  expect([1000, 4500, 19_000, 160_934.4, 1609.344, 160.9344, 152.4, 3].map((metres) => said(metres))).toEqual(
    ['0.6 mi', '2.8 mi', '12 mi', '100 mi', '1 mi', '0.1 mi', '500 ft', '10 ft'],
  );
  expect(said(4500, 'es')).toBe('2,8 mi');
  expect(formatLength(4500, 'en', 'metric')).toBe('4.5 km');
});

test('what a scale bar says is exactly as long as it is drawn', () => {
  for (let zoom = 0; zoom <= 18; zoom += 0.25) {
    const {metres} = roundDistance({zoom, origin: [0, 0], width: 0, height: 0}, 120, scaleUnits.imperial);
    const [number = '', unit = ''] = formatLength(metres, 'en', 'imperial').split(' ');
    const value = Number(number.replaceAll(',', ''));
    expect(value * (unit === 'mi' ? 1609.344 : 0.3048)).toBeCloseTo(metres, 6);
    expect(['1', '2', '5']).toContain(number.replace(/[0.,]/g, ''));
  }
});
