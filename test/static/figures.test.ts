import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {describe, expect, test} from 'vitest';
import {type Dataset, parseDataset} from '../../src/core/dataset/index.js';
import {claimsHtml, measuresHtml} from '../../src/static/index.js';
import {readStrictly} from './strict.js';

const path = resolve(import.meta.dirname, '../../data/venezuela-2024-2026.json');
const record = parseDataset(JSON.parse(readFileSync(path, 'utf8')) as unknown).dataset;
const nameOf = (id: string | undefined, language: 'en' | 'es', {actors}: Dataset = record) => {
  const name = actors.find((actor) => actor.id === id)?.name ?? '';
  return typeof name === 'string' ? name : (name[language] ?? '');
};

describe.each(['en', 'es'] as const)('in %s', (language) => {
  test.each(record.questions.map(({id}) => id))('%s has each of its figures with who claims it', (id) => {
    const question = record.questions.find((each) => each.id === id);
    const html = claimsHtml(record, id, {language}) ?? '';
    const {text, links, headings} = readStrictly(html);
    expect(headings).toEqual([3]);
    const items = [...html.matchAll(/<li>.*?<\/li>/gs)].map(([item]) => item.replace(/<[^>]*>/g, ''));
    expect(items).toHaveLength(question?.figures.length ?? -1);
    for (const figure of question?.figures ?? []) {
      const {actor, value, cite} = record.figures.find((each) => each.id === figure) ?? {
        value: Number.NaN,
        cite: [],
      };
      const digits = value.toLocaleString(language, {useGrouping: 'always'} as Intl.NumberFormatOptions);
      const short = (value / 1e6).toLocaleString(language);
      const own = items.filter(
        (item) => item.includes(nameOf(actor, language)) && (item.includes(digits) || item.includes(short)),
      );
      expect(own.length, figure).toBeGreaterThan(0);
      expect(cite.length).toBeGreaterThan(0);
    }
    if (question?.figures.length) expect(links.length).toBeGreaterThan(0);
    else expect(text).toContain(language === 'en' ? 'No figure answers' : 'Ninguna cifra responde');
  });

  test('a measure is a table of all its figures, in the order of their dates', () => {
    const html = measuresHtml(record, ['political-prisoners'], {language, headingLevel: 2}) ?? '';
    expect(readStrictly(html).headings).toEqual([2]);
    const rows = [...html.matchAll(/<tr><th scope="row">.*?<\/tr>/gs)].map(([row]) => row);
    expect(rows).toHaveLength(record.figures.filter(({measure}) => measure === 'political-prisoners').length);
    expect(rows[0]).toContain(language === 'en' ? '>1,674<' : '>1.674<');
    expect(rows.at(-1)).toContain('Justicia, Encuentro y Perdón');
  });
});

test('measures that cannot be compared are tables of their own', () => {
  const html = measuresHtml(record, ['releases-since-2026-01-08', 'nothing', 'releases-since-2025-12']) ?? '';
  expect(html.match(/<table>/g)).toHaveLength(2);
  expect(readStrictly(html).headings).toEqual([3, 3]);
});

test('what the story has not is not made up', () => {
  expect(claimsHtml(record, 'nothing')).toBeUndefined();
  // A found question has no text.
  expect(claimsHtml(record, '?r71')).toBeUndefined();
  expect(measuresHtml(record, ['nothing', '__proto__'])).toBeUndefined();
});

test('hostile text stays text', () => {
  const bad = '<img src=x onerror=alert(1)>';
  const {dataset} = parseDataset({
    cronomapa: 1,
    language: 'en',
    sources: [{id: 's', title: bad, url: 'javascript:alert(1)'}],
    actors: [{id: 'a', name: bad}],
    measures: [{id: 'm', name: bad, unit: bad, kind: 'stock'}],
    figures: [
      {
        id: 'f',
        measure: 'm',
        date: '2024',
        actor: 'a',
        value: 1,
        status: bad,
        note: bad,
        cite: [{source: 's'}],
      },
    ],
    questions: [{id: 'q', question: bad, note: bad, figures: ['f']}],
  });
  for (const html of [claimsHtml(dataset, 'q'), measuresHtml(dataset, ['m'])]) {
    const {links, text} = readStrictly(html ?? '<');
    expect(links).toEqual([]);
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
  }
});
