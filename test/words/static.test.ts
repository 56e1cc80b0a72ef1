import {describe, expect, test} from 'vitest';
import {parseDataset} from '../../src/core/dataset/index.js';
import {en} from '../../src/i18n/en.js';
import {addMessages, loadMessages} from '../../src/i18n/index.js';
import {claimsHtml, listHtml, measuresHtml} from '../../src/static/index.js';
import {CLAIMS, EVENT, OTHER, REWORDED, SHARES, SOURCES, STORY, WHEREABOUTS} from './story.js';

const {dataset} = parseDataset(STORY);
const textOf = (html: string) => html.replace(/<[^>]*>/g, '');

/** An item of the list, without those within it. */
const itemOf = (html: string, id: string): string => {
  const from = html.indexOf(`<li id="${id}">`);
  return html.slice(from, html.indexOf('</li>', from));
};

const list = (language: string) => listHtml(dataset, {language});
const claims = (language: string) => claimsHtml(dataset, 'q', {language}) ?? '';
const table = (language: string) => measuresHtml(dataset, ['freed'], {language}) ?? '';

describe.each(['most', 'few'] as const)('the claim "%s" as HTML', (id) => {
  test.each([
    ['of the list', itemOf(list('en'), `told-figure-${id}`)],
    ['of its question', claims('en')],
  ])('%s says all of it, and where its source is', (_, html) => {
    for (const fact of CLAIMS[id]) expect(textOf(html)).toContain(fact);
    expect(html).toContain(`href="${SOURCES[id]}"`);
    expect(textOf(html)).not.toMatch(OTHER);
  });

  test('in the table of its measure says all of it in cells', () => {
    const row = table('en')
      .split('<tr>')
      .find((each) => each.includes(SOURCES[id]));
    const [value, who, , status] = CLAIMS[id];
    for (const fact of [value, who.replace('according to ', ''), status]) {
      expect(textOf(row ?? '')).toContain(fact);
    }
  });
});

test('the list says all of the event, its place and the parts of a claim', () => {
  const html = textOf(list('en'));
  for (const fact of [...EVENT, `The Town (${WHEREABOUTS})`, ...SHARES]) expect(html).toContain(fact);
});

test('another wording of a claim shows in all', async () => {
  addMessages('gl', {...en(String), ...REWORDED});
  await loadMessages('gl');
  for (const html of [list('gl'), claims('gl')]) {
    expect(textOf(html)).toContain('in the words of Aid Forum (NGO)');
    expect(textOf(html)).toMatch(/counted \S+ de 2024/);
  }
  for (const html of [list('gl'), claims('gl'), table('gl')]) {
    expect(textOf(html)).toContain('nobody knows when (in spring)');
  }
});
