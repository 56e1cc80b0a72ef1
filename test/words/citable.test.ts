import {expect, test} from 'vitest';
import {parseDataset} from '../../src/core/dataset/index.js';
import {loadAllMessages, messages} from '../../src/i18n/index.js';
import {claimsHtml, listHtml, measuresHtml} from '../../src/static/index.js';
import {
  aboutOf,
  claimOf,
  definitionsOf,
  plain,
  remarksOf,
  sourceEntry,
  statusesOf,
  statusOf,
} from '../../src/words/index.js';
import {ABOUT, CITABLE, CORRECTED, DEFINITION} from './citable.js';
import {STORY} from './story.js';

await loadAllMessages();

const {dataset, issues} = parseDataset(CITABLE);
const reading = {dataset, locale: 'en'};
const [most, few] = dataset.figures;
const [event] = dataset.events;
const [paper, kept] = dataset.sources;
if (!most || !few || !event || !paper || !kept) throw new Error('the story has lost something');
const text = (html: string | undefined) => (html ?? '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

test('the story is read without a fault but that its figures disagree', () => {
  const faults = issues.filter(({code}) => !/^(figures-disagree|date-not-understood)$/.test(code));
  expect(faults).toEqual([]);
});

test('what is fairly or weakly sourced says so, what is well sourced does not', () => {
  expect(plain(statusOf(most, reading))).toBe('verified by the claimant, fairly sourced');
  expect(plain(statusOf(few, reading))).toBe('claimed');
  expect(plain(claimOf(most, false, reading))).toContain('fairly sourced');
  expect(statusesOf(event, reading).map(plain)).toContain('weakly sourced');
});

test.each(['en', 'es', 'pt', 'fr', 'ar'])('in a word of the language: %s', (locale) => {
  const {confidence, definitions} = messages(locale);
  expect(plain(statusOf(most, {dataset, locale}))).toContain(confidence.medium);
  expect(new Set([confidence.medium, confidence.low]).size).toBe(2);
  expect(listHtml(dataset, {language: locale})).toContain(definitions);
});

test('remarks are the note and what was corrected', () => {
  expect(remarksOf(most, reading).map(plain)).toEqual(['Counted at the gate.', CORRECTED.figure]);
  expect(remarksOf(few, reading)).toEqual([]);
});

test('definitions of claimants are said once each, with their sources', () => {
  const [definition, ...others] = definitionsOf(['forum', 'desk', 'forum', 'nobody'], reading);
  expect(plain(definition)).toContain(DEFINITION);
  expect(plain(definition)).toContain('3');
  expect(others).toEqual([]);
});

test('a source says when it was read and why it has no link', () => {
  expect(sourceEntry(kept, reading).map(plain).join(' ')).toContain('read March 2, 2024');
  expect(sourceEntry(paper, reading).map(plain).join(' ')).toContain('No link: the page names people.');
});

test('a story says whose it is, in which version, by which name and under which licence', () => {
  expect(aboutOf(reading).map(plain)).toEqual([...ABOUT]);
  const links = JSON.stringify(aboutOf(reading));
  for (const url of ['https://doi.org/10.5555/told', 'https://license.example/by', 'https://author.example'])
    expect(links).toContain(url);
  const of = (more: object) => aboutOf({...reading, dataset: parseDataset({...STORY, ...more}).dataset});
  expect(of({identifier: 'urn:told:1'})).toEqual(['urn:told:1']);
  expect(of({license: 'https://license.example'})).toEqual([
    ['Licence: ', expect.objectContaining({url: 'https://license.example'})],
  ]);
  expect(JSON.stringify(of({license: 'mine', licenseUrl: 'javascript:alert(1)'}))).not.toContain(
    'javascript',
  );
});

test('pages without JavaScript say all of it', () => {
  const list = text(listHtml(dataset));
  for (const words of [...ABOUT, DEFINITION, CORRECTED.figure, 'No link: the page names people.'])
    expect(list).toContain(words);
  for (const words of ['fairly sourced', 'weakly sourced']) expect(list).toContain(words);
  const claims = text(claimsHtml(dataset, 'q'));
  for (const words of [DEFINITION, CORRECTED.figure, CORRECTED.question, 'fairly sourced'])
    expect(claims).toContain(words);
  expect(text(measuresHtml(dataset, ['freed']))).toContain('fairly sourced');
});
