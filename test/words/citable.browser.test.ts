import {afterEach, expect, test} from 'vitest';
import {mount, reset, rootOf, settled, waitFor, words} from '../elements/helpers.js';
import {ABOUT, CITABLE, CORRECTED, DEFINITION} from './citable.js';

afterEach(reset);

test('card, claims and sources say what makes a story citable', async () => {
  const story = await mount(['crono-card', 'crono-claims', 'crono-sources'], CITABLE, {
    width: '900px',
    selected: 'e',
  });
  const root = (tag: string) => rootOf(story.querySelector(tag) ?? expect.fail(`no ${tag}`));
  await waitFor(() => {
    root('crono-card').querySelector('[part~="figure"]') ?? expect.fail('no figure yet');
    root('crono-claims').querySelector('[part~="claim"]') ?? expect.fail('no claim yet');
    root('crono-sources').querySelector('[part~="source"]') ?? expect.fail('no source yet');
  });
  await settled(story);

  const card = words(root('crono-card').querySelector('.card'));
  for (const said of [DEFINITION, CORRECTED.figure, 'fairly sourced', 'weakly sourced'])
    expect(card).toContain(said);
  expect(words(root('crono-card').querySelector('[data-section="places"]'))).toContain(CORRECTED.place);
  // The number of the definition's source leads to an entry of the card.
  const entries = [...root('crono-card').querySelectorAll('[part="source"]')];
  expect(entries.map((each) => each.getAttribute('data-id'))).toContain('rules');

  const claims = words(root('crono-claims').querySelector('.inquiry'));
  for (const said of [DEFINITION, CORRECTED.figure, CORRECTED.question, 'fairly sourced'])
    expect(claims).toContain(said);

  const sources = root('crono-sources');
  expect(words(sources.querySelector('[part="definition"]'))).toContain(DEFINITION);
  expect([...sources.querySelectorAll('[part="about"] > li')].map(words)).toEqual([...ABOUT]);
  const listed = [...sources.querySelectorAll('[part="source"]')].map(words);
  expect(listed.at(-1)).toContain('cited by 1 entry');
  expect(listed[0]).toContain('No link: the page names people.');
});
