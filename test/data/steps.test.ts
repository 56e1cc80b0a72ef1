import {readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {describe, expect, test} from 'vitest';
import {reviewSteps} from '../../src/cli/review-steps.js';
import {parseDataset} from '../../src/core/dataset/index.js';

const data = resolve(import.meta.dirname, '../../data');
const LINK = /\[([^\]]+)\]\((https?:[^)\s]+)\)/g;
/** Sentences of a text with links: a full stop within an address ends none. */
const sentencesOf = (text: string) => text.split(/(?<=[.!?][”»]?)\s+(?=[\p{Lu}¿«“\d[])/u);

describe.each(['venezuela-2024-2026', 'maria-2017'])('the steps of %s', (name) => {
  const {dataset} = parseDataset(JSON.parse(readFileSync(join(data, `${name}.json`), 'utf8')) as unknown);
  const addresses = new Set(dataset.sources.map(({url}) => url));
  const texts = dataset.steps.flatMap(({id, text}) =>
    Object.entries(typeof text === 'object' ? text : {}).map(([language, words]) => [
      `${id} (${language})`,
      words,
    ]),
  ) as [string, string][];

  test('are told in two languages', () => expect(texts).toHaveLength(2 * dataset.steps.length));

  test.each(texts)('%s has 40 to 90 words', (_, text) => {
    const words = text.replace(LINK, '$1').split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(40);
    expect(words).toBeLessThanOrEqual(90);
  });

  test.each(texts)('every sentence of %s leads to a source of the dataset', (_, text) => {
    for (const sentence of sentencesOf(text)) {
      const links = [...sentence.matchAll(LINK)].map(([, , address]) => address);
      expect(links.length, sentence).toBeGreaterThan(0);
      for (const link of links) expect(addresses, sentence).toContain(link);
    }
  });

  test('show what they speak of', () => {
    const found: string[] = [];
    reviewSteps(
      dataset,
      (table, id) => `${table}/${id}`,
      (code, _, path) => found.push(`${code} ${path}`),
    );
    expect(found).toEqual([]);
  });
});
