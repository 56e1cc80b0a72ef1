import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, expect, test} from 'vitest';
import * as elements from '../../src/elements/index.js';

/* The lists in the documents are complete and correct. */

const textOf = (path: string) => readFileSync(path, 'utf8');
const readme = textOf('README.md');

test('the README lists every example', () => {
  const pages = readdirSync('examples').filter((name) => name.endsWith('.html') && name !== 'index.html');
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  expect(pages.filter((name) => !textOf('examples/index.html').includes(`${name}"`))).toEqual([]);
});

test('and every element', () => {
  const tags = Object.values(elements).flatMap((each) =>
    typeof each === 'function' && 'tag' in each && typeof each.tag === 'string' ? [each.tag] : [],
  );
  expect(tags.length).toBeGreaterThan(8);
  expect(tags.filter((tag) => !readme.includes(`\`<${tag}>\``))).toEqual([]);
});

describe('what a document links to is there', () => {
  const documents = [
    ...readdirSync('.').filter((name) => name.endsWith('.md')),
    ...readdirSync('docs')
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
    'data/README.md',
  ];

  test.each(documents)('%s', (path) => {
    const links = [...textOf(path).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, to = '']) => to);
    expect(links.filter((to) => !existsSync(join(dirname(path), to)))).toEqual([]);
  });
});
