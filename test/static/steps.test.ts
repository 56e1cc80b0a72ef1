import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {describe, expect, test} from 'vitest';
import {EMPTY_DATASET, parseDataset} from '../../src/core/dataset/index.js';
import {stepsHtml} from '../../src/static/index.js';
import {plainText} from '../../src/words/index.js';
import {readStrictly} from './strict.js';

const path = resolve(import.meta.dirname, '../../data/venezuela-2024-2026.json');
const record = parseDataset(JSON.parse(readFileSync(path, 'utf8')) as unknown).dataset;
const unescaped = (text: string) =>
  text
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ');

describe.each(['en', 'es'])('in %s', (locale) => {
  test('the steps are told in their order, with their links', () => {
    const {text, links, headings} = readStrictly(
      stepsHtml(record, {language: locale, headingLevel: 2}) ?? '',
    );
    const asked = ({question}: (typeof record.steps)[number]) => (question === undefined ? [2] : [2, 3]);
    expect(headings).toEqual(record.steps.flatMap(asked));
    let at = 0;
    for (const {id, title, text: words} of record.steps)
      for (const each of [title, words]) {
        const found = unescaped(text).indexOf(unescaped(plainText(each, {dataset: record, locale})), at);
        expect(found, id).toBeGreaterThanOrEqual(at);
        at = found;
      }
    expect(links).toContain('https://en.mercopress.com/2025/12/26/caracas-releases-71-political-prisoners');
  });
});

test('a step names the event that it shows, with who counts and the sources', () => {
  const {text, links} = readStrictly(
    stepsHtml(parseDataset({...threePlaces, steps: [{id: 'one', select: 'release'}]}).dataset) ?? '',
  );
  expect(text.replace(/\s+/g, ' ')).toMatch(/December 25, 2025 · Prisoners leave.* 71.*Mothers.*\[1\]/);
  expect(links).toEqual(['https://example.org/a']);
});

test('a step says what its media show and who made them, and where they are', () => {
  const media = [
    {type: 'image', src: 'winds.svg', alt: 'Bars of the wind', caption: 'Winds in knots', credit: 'N. N.'},
    {type: 'embed', src: 'https://vimeo.com/123', alt: 'The wind, filmed'},
    {type: 'quote', text: 'Nobody warned us.', credit: 'A neighbour', cite: [{source: 'a'}]},
  ];
  const {text, links} = readStrictly(
    stepsHtml(
      parseDataset({...threePlaces, steps: [{id: 'one', title: 'The wind', text: 'It grew.', media}]})
        .dataset,
    ) ?? '',
  );
  expect(text.replace(/\s+/g, ' ')).toMatch(
    /The wind It grew\. Bars of the wind · Winds in knots · N\. N\. The wind, filmed · vimeo\.com\/123 Nobody warned us\. A neighbour/,
  );
  expect(links).toEqual(expect.arrayContaining(['https://vimeo.com/123', 'https://example.org/a']));
});

test('a step prints the figures of its question, each with who claims it, a heading below its own', () => {
  const story = {
    ...threePlaces,
    questions: [{id: 'how-many', question: 'How many were released?', measure: 'released', figures: ['f']}],
    steps: [{id: 'one', title: 'The count', question: 'how-many'}],
  };
  const {text, headings, links} = readStrictly(
    stepsHtml(parseDataset(story).dataset, {headingLevel: 3}) ?? '',
  );
  expect(text.replace(/\s+/g, ' ')).toMatch(/The count How many were released\? .*71.*Mothers/);
  expect(headings).toEqual([3, 4]);
  expect(links).toEqual(['https://example.org/a']);
});

const threePlaces = {
  cronomapa: 1,
  language: 'en',
  sources: [{id: 'a', title: 'A', url: 'https://example.org/a'}],
  actors: [{id: 'mothers', name: 'Mothers'}],
  events: [{id: 'release', date: '2025-12-25', title: 'Prisoners leave', cite: [{source: 'a'}]}],
  measures: [{id: 'released', name: 'Released', kind: 'flow'}],
  figures: [
    {
      id: 'f',
      measure: 'released',
      event: 'release',
      actor: 'mothers',
      value: 71,
      comparator: '=',
      cite: [{source: 'a'}],
    },
  ],
};

test('a story without steps has none to tell', () => {
  expect(stepsHtml(EMPTY_DATASET)).toBeUndefined();
});
