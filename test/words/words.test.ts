import {describe, expect, test} from 'vitest';
import {inquiriesOf} from '../../src/core/claims/index.js';
import {type Dataset, parseDataset} from '../../src/core/dataset/index.js';
import {loadAllMessages} from '../../src/i18n/index.js';
import {
  aboutOf,
  accordingTo,
  categoryOf,
  claimantMark,
  claimOf,
  correctionOf,
  dateOf,
  eventName,
  groupOf,
  listed,
  mannerOf,
  placeName,
  plain,
  questionOf,
  quotationsBySource,
  type Reading,
  sharesOf,
  shortfallOf,
  sourceEntry,
  sourceNotes,
  standingOf,
  statusesOf,
  textOf,
  valueWords,
  whatOf,
  whereabouts,
} from '../../src/words/index.js';
import {fill} from '../../src/words/parts.js';
import {SAID, SHARES, STORY, WHEREABOUTS} from './story.js';

await loadAllMessages();

const {dataset} = parseDataset(STORY);
const reading: Reading = {dataset, locale: 'en'};
const [most, few] = dataset.figures;
const [event] = dataset.events;
const [town] = dataset.places;
const [paper, kept] = dataset.sources;
if (!most || !few || !event || !town || !paper || !kept) throw new Error('the story has lost something');

/** The story with some rows replaced. */
const withRows = (rows: object): Reading => ({
  dataset: parseDataset({...STORY, ...rows}).dataset,
  locale: 'en',
});

describe('words', () => {
  test('are said without what they look like', () => {
    const words = [
      'a ',
      {type: 'strong', children: ['b', {type: 'break', children: ' '}]},
      false,
      'c',
    ] as const;
    expect(plain(words)).toBe('a b c');
    expect(plain(undefined)).toBe('');
  });

  test('fill the gap of a message, and stay parts', () => {
    const name = {type: 'lead', children: 'Aid'} as const;
    expect(fill((gap) => `by ${gap} alone`, name)).toEqual(['by ', name, ' alone']);
  });

  test('are listed with the comma of the language; of nothing comes nothing', () => {
    expect(plain(listed(['a', '', undefined, [], ['b']], reading))).toBe('a, b');
    expect(plain(listed(['a', 'b'], {...reading, locale: 'ar'}))).toBe('a، b');
    expect(listed(['', false, [[]]], reading)).toBe(false);
  });

  test('of another language say which, and how it is written', () => {
    expect(textOf('hola', {...reading, dataset: {...dataset, language: 'es'}})).toEqual({
      type: 'language',
      lang: 'es',
      dir: 'ltr',
      children: ['hola'],
    });
    expect(textOf({ar: 'نص'}, reading)).toMatchObject({lang: 'ar', dir: 'rtl'});
    expect(textOf('hello', reading)).toEqual(['hello']);
    expect(plain(textOf(undefined, reading))).toBe('');
    // No line begins with a sign.
    expect(textOf('79 % of \u00ab x \u00bb', reading)).toEqual(['79\u00a0% of « x\u00a0»']);
    expect(textOf('Marina de EE. UU. en 2017', reading)).toEqual(['Marina de EE.\u00a0UU. en 2017']);
  });

  test('have no link where they are one', () => {
    const text = 'see [it](https://example.org)';
    expect(textOf(text, reading)).toContainEqual({
      type: 'link',
      url: 'https://example.org',
      children: ['it'],
    });
    expect(textOf(text, reading, false)).toEqual(['see ', 'it']);
  });
});

describe('a figure', () => {
  test('has its value in words, with the number marked', () => {
    expect(valueWords(most, reading)).toEqual(['at least ', {type: 'number', children: '72'}, '']);
    expect(valueWords(few, reading)).toEqual({type: 'number', children: '60'});
  });

  test('says who claims it, with the kind of claimant, but not that it is another', () => {
    expect(plain(accordingTo(most, reading))).toBe('according to Aid Forum (NGO)');
    expect(plain(accordingTo(few, reading))).toBe('according to The Desk');
    expect(plain(claimantMark(few, reading))).toBe('The Desk');
    expect(claimantMark(most, reading)).toContainEqual([' ', {type: 'kind', number: 0, children: 'NGO'}]);
    expect(plain(accordingTo({...few, actor: 'nobody'}, reading))).toBe('according to nobody');
  });

  test('says its date where its event has not, and as it was written where it was not understood', () => {
    expect(plain(standingOf(most, event, reading))).toBe('verified by the claimant, as of February 2024');
    expect(plain(standingOf({...most, date: '2024-03-01'}, event, reading))).toBe('verified by the claimant');
    expect(plain(standingOf(few, event, reading))).toBe('claimed, date unknown (in spring)');
    const {date: _, when: __, ...undated} = most;
    expect(plain(standingOf(undated, event, reading))).toBe('verified by the claimant');
    expect(plain(standingOf(undated, undefined, reading))).toBe('verified by the claimant, date unknown');
  });

  test('names its parts, and that they are not the whole', () => {
    expect(sharesOf(most, reading).map(plain)).toEqual(SHARES);
    expect(shortfallOf(most, reading)).toBe('The parts given do not add up to the whole.');
    expect(shortfallOf(few, reading)).toBe(false);
  });

  test('says what it counts, since when and where', () => {
    expect(plain(whatOf(most, reading))).toBe('People freed, running total, since January 2024, The Town');
    const [measure] = dataset.measures;
    if (!measure) throw new Error('no measure');
    expect(plain(mannerOf(measure, {unit: true, kind: true}, reading))).toBe(
      'people, running total, since January 2024',
    );
    expect(plain(mannerOf(measure, {unit: false, kind: false}, reading))).toBe('since January 2024');
  });

  test('is said in one breath', () => {
    expect(plain(claimOf(most, false, reading))).toBe(SAID.most);
    expect(plain(claimOf(few, false, reading))).toBe(SAID.few);
    expect(plain(claimOf(few, true, reading))).toMatch(/^60, People freed, The Town, according/);
  });

  test('keeps the language of a name apart from the reader’s', () => {
    const {dataset: foreign} = withRows({actors: [{id: 'forum', name: {ar: 'المنتدى'}, kind: 'ngo'}]});
    const [first] = foreign.figures;
    if (!first) throw new Error('no figure');
    expect(JSON.stringify(accordingTo(first, {dataset: foreign, locale: 'en'}))).toContain('"dir":"rtl"');
  });
});

describe('an event', () => {
  test('is said in one breath', () => {
    expect(eventName(event, reading)).toBe('A release, March 1, 2024, reported, figures disagree, Releases');
  });

  test('has the mark of its category, and a word beside that of none', () => {
    expect(categoryOf(event, reading)).toEqual({type: 'category', number: 0, children: ['Releases']});
    const {category: _, ...loose} = event;
    expect(categoryOf(loose, reading)).toMatchObject({number: -1, children: 'Other'});
    expect(eventName(loose, reading)).not.toContain('Other');
  });

  test('needs no word when it is confirmed', () => {
    expect(statusesOf({...event, id: 'other', status: 'confirmed'}, reading).map(plain)).toEqual([
      '',
      '',
      '',
    ]);
    expect(statusesOf({...event, id: 'other', status: 'withdrawn'}, reading)[0]).toEqual({
      type: 'status',
      sign: 'withdrawn',
      children: 'withdrawn',
    });
  });

  test('gives a date that was not understood as it was written', () => {
    expect(dateOf({date: 'in spring'}, reading)).toBe('date unknown (in spring)');
    expect(dateOf({}, reading)).toBe('date unknown');
  });

  test('was corrected, with the date first', () => {
    const words = correctionOf({date: '2024-05-01', text: 'It was *two*.'}, reading, 'A release: ');
    expect(plain(words)).toBe('Corrected May 1, 2024. A release: It was two.');
    expect(plain(correctionOf({text: 'It was two.'}, reading))).toBe('It was two.');
  });
});

describe('a place', () => {
  test('is said as exactly as it is known', () => {
    expect(plain(whereabouts(town, reading))).toBe(WHEREABOUTS);
    const {lat: _, lon: __, obscured: ___, ...nowhere} = town;
    expect(plain(whereabouts(nowhere, reading))).toBe('position not known, known to the town');
    expect(
      plain(whereabouts({id: 's', name: 'S', lat: 1, lon: 1, precision: 'site', radius: 20}, reading)),
    ).toBe('somewhere within 20 m');
  });

  test('that the story does not list has its id', () => {
    expect(plain(placeName('town', reading))).toBe('The Town');
    expect(placeName('gone', reading)).toBe('gone');
    expect(placeName(undefined, reading)).toBeUndefined();
  });
});

describe('a source', () => {
  const notesOf = (...ids: readonly string[]) =>
    sourceNotes(
      ids.map((source) => ({source})),
      reading,
    );

  test('has its number, each once and in the order of the bibliography', () => {
    expect(notesOf('kept', 'paper', 'kept')).toMatchObject({
      type: 'notes',
      children: [
        {
          type: 'note',
          id: 'paper',
          name: 'Source 1: The Paper',
          url: 'https://paper.example/1',
          children: '1',
        },
        {
          type: 'note',
          id: 'kept',
          name: 'Source 2: Boletín',
          url: 'https://archive.example/2',
          children: '2',
        },
      ],
    });
    expect(notesOf('gone')).toEqual({type: 'missing', children: 'no source given'});
  });

  test('is read where it was archived when its own address is missing or unsafe', () => {
    const url = 'javascript:alert(1)';
    const title = {type: 'link', url: 'https://archive.example/2'};
    expect(sourceEntry(kept, reading)[1]).toMatchObject({children: title});
    expect(sourceEntry({...kept, url}, reading)[1]).toMatchObject({children: title});
    expect(JSON.stringify(sourceEntry({...paper, url, archived: url}, reading))).not.toContain('javascript');
  });

  test('has an entry that says what it is', () => {
    const copy = {
      ...kept,
      origin: 'paper',
      grade: 'mirror',
      published: '2024-02',
      accessed: '2024-02-03',
    } as const;
    expect(plain(sourceEntry(copy, reading)[2])).toBe(
      'published February 2024, read February 3, 2024, mirror or translation, copy of The Paper (1), archived copy',
    );
    expect(sourceEntry(paper, reading)[0]).toEqual({type: 'publisher', children: 'The Paper'});
    // Its title is a link, so it contains no other.
    const linked = {...paper, title: 'see [this](https://example.org)'};
    expect(sourceEntry(linked, reading)[1]).toHaveProperty('children', {
      type: 'link',
      url: paper.url,
      children: ['see ', 'this'],
    });
  });

  test('is quoted once with the same words', () => {
    const cite = [
      {source: 'paper', quote: 'a'},
      {source: 'paper', quote: 'a'},
      {source: 'paper', quote: 'a', locator: 'p. 2'},
      {source: 'kept', quote: 'b'},
      {source: 'paper'},
    ];
    expect([...quotationsBySource(cite)]).toEqual([
      ['paper', [cite[0], cite[2]]],
      ['kept', [cite[3]]],
    ]);
  });
});

describe('a question', () => {
  const inquiry = (of: Dataset, at = 0) => {
    const found = inquiriesOf(of)[at];
    if (!found) throw new Error('no question');
    return found;
  };

  test('is in its author’s words, or says what is counted, where and when', () => {
    expect(plain(questionOf(inquiry(dataset), reading))).toBe('How many were freed?');
    const unasked = withRows({questions: []});
    expect(plain(questionOf(inquiry(unasked.dataset), unasked))).toBe('People freed, The Town: A release');
  });

  test('has groups, which say how they count', () => {
    const [group] = inquiry(dataset).groups;
    if (!group) throw new Error('no group');
    expect(plain(groupOf(group, true, false, reading))).toBe(
      'People freed, running total, since January 2024',
    );
    expect(plain(groupOf(group, false, true, reading))).toBe('people, running total, since January 2024');
  });
});

test('a story says whose it is, as of when and under which licence', () => {
  const told = withRows({
    authors: [{name: 'Ana', url: 'https://ana.example'}, {name: 'Ben'}],
    updated: '2024-05',
    license: 'https://license.example',
  });
  expect(aboutOf(told).map(plain)).toEqual([
    'By Ana, Ben',
    'Updated May 2024',
    'Licence: https://license.example',
  ]);
  expect(JSON.stringify(aboutOf(told))).toContain('"rel":"noopener author"');
  expect(aboutOf(reading)).toEqual([]);
});
