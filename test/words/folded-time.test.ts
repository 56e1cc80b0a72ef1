import {expect, test} from 'vitest';
import {parseDataset} from '../../src/core/dataset/index.js';
import {listHtml} from '../../src/static/index.js';

const day = (date: string) => ({id: date, date, category: 'x', title: date});

test('the list of a story says how much time without events is before a month, where timelines fold it', () => {
  const {dataset} = parseDataset({
    cronomapa: 1,
    language: 'en',
    categories: [{id: 'x', name: 'X'}],
    events: ['2024-07-28', '2025-12-02', '2025-12-05', '2025-12-09', '2025-12-14'].map(day),
  });
  if (!dataset) throw new Error('no dataset');
  const text = listHtml(dataset);
  expect(text.match(/16 months without events/g)).toHaveLength(1);
  expect(text.indexOf('16 months without events')).toBeGreaterThan(text.indexOf('2024-07-28'));
  expect(text.indexOf('16 months without events')).toBeLessThan(text.indexOf('2025-12-02'));
  expect(listHtml(dataset, {language: 'es'})).toContain('16 meses sin hechos');
});
