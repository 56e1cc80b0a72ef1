import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {isTemplate} from '../../src/convert/foreign-texts.js';
import {importers, inputOf} from '../../src/convert/index.js';
import {Notes} from '../../src/convert/notes.js';
import {readTimelineJs} from '../../src/convert/timelinejs.js';
import {fromTemplate} from '../../src/convert/timelinejs-template.js';
import {codesOf, codeUnits, datasetOf, expectRules, rowsOf} from './import-rules.js';

const read = (tree: unknown) => readTimelineJs(tree, {language: 'en'}, new Notes('slide'));
const slide = (start: unknown, more: object = {}) => ({
  start_date: start,
  text: {headline: 'The dam breaks'},
  ...more,
});
const dateOf = (start: unknown, more: object = {}) =>
  rowsOf(read({events: [slide(start, more)]}), 'events')[0]?.date;

describe('a date is as exact as it was written', () => {
  test.each([
    [{year: '602'}, '0602'],
    [{year: 1985}, '1985'],
    [{year: '1943', month: '7', day: ''}, '1943-07'],
    [{year: '1815', month: '12', day: '10'}, '1815-12-10'],
    [{year: '2005', month: '8', day: '29', hour: '6', minute: '10'}, '2005-08-29T06:10'],
    [
      {year: '2005', month: '8', day: '29', hour: 6, minute: 10, second: 5, millisecond: 40},
      '2005-08-29T06:10:05.040',
    ],
    [{year: '2005', month: '8', day: '29', hour: '6'}, '2005-08-29T06:00~'],
    [{year: '-300'}, '-0300'],
    [{year: -13_800_000_000}, 'Y-13800000000'],
    [{year: '0'}, '0000'],
    [{year: '1900.0'}, '1900'],
    ['2005-08-29', '2005-08-29'],
    ['8/29/2005', '2005-08-29'],
  ])('%j is %s', (start, date) => {
    expect(dateOf(start)).toBe(date);
  });

  test.each([
    [{year: '1943', month: '2', day: '30'}, '1943-02'],
    [{year: '1943', month: '13', day: '3'}, '1943'],
    [{year: '1943', day: '3'}, '1943'],
    [{year: 'about 1943'}, undefined],
    [{month: '5'}, undefined],
    [{year: 1e300}, undefined],
    [{year: {a: 1}}, undefined],
  ])('what is wrong in %j is left out and noted', (start, date) => {
    const imported = read({events: [slide(start)]});
    expect(rowsOf(imported, 'events')[0]?.date).toBe(date);
    expect(codesOf(imported)).toContain('date-not-read');
  });

  test('years before our era keep their number, and the rule is said', () => {
    expect(codesOf(read({events: [slide({year: '-300'})]}))).toContain('year-before-our-era');
  });

  test('an end makes an interval; one before the start is noted', () => {
    expect(dateOf({year: '1943', month: 7}, {end_date: {year: '1946', month: ''}})).toBe('1943-07/1946');
    expect(dateOf({year: '1943'}, {end_date: {year: '1943'}})).toBe('1943');
    expect(dateOf({year: '1943'}, {end_date: {year: ''}})).toBe('1943');
    expect(dateOf({year: ''}, {end_date: {year: '1943'}})).toBe('/1943');
    const backwards = read({events: [slide({year: '1943'}, {end_date: {year: '1942'}})]});
    expect(rowsOf(backwards, 'events')[0]?.date).toBe('1943');
    expect(codesOf(backwards)).toContain('end-before-start');
  });

  test('a date in words that is less exact is the date; another is kept in the text', () => {
    expect(dateOf({year: 1850, month: 3, day: 1}, {display_date: 'March 1850'})).toBe('1850-03');
    expect(dateOf({year: 1850, display_date: 'c. 1850'})).toBe('1850~');
    const kept = read({
      events: [slide({year: 1850}, {display_date: '<b>the year of the fire</b>', text: {text: 'It burnt.'}})],
    });
    expect(rowsOf(kept, 'events')[0]).toMatchObject({
      date: '1850',
      text: 'the year of the fire\n\nIt burnt.',
    });
    expect(codesOf(kept)).toContain('display-date-kept');
  });
});

describe('title, groups, eras and media', () => {
  const timeline = read({
    title: {text: {headline: 'The <i>flood</i>', text: '<p>How it came.</p>'}, start_date: {year: ''}},
    events: [
      slide({year: 1}, {group: 'Rain', unique_id: 'first'}),
      slide(
        {year: 2},
        {group: 'Rain', media: {url: 'https://e.org/a.JPG?x', caption: 'A <b>dam</b>', credit: 'me'}},
      ),
      slide({year: 3}, {group: 'constructor', media: {url: 'https://youtu.be/x', caption: 'Film'}}),
      slide(
        {year: 4},
        {media: {url: '<blockquote>No.<cite>She</cite></blockquote>'}, background: {url: 'b.png'}},
      ),
      slide({year: 5}, {media: {url: 'javascript:alert(1)', caption: 'gone'}, odd: 'x'}),
      'no slide',
      null,
    ],
    eras: [{start_date: {year: 1}, end_date: {year: 2}, text: {headline: 'Wet years'}}],
  });

  test('rows in are rows out', () => {
    expectRules(timeline);
    expect(timeline.report).toMatchObject({rows: 9, events: 5, others: {title: 1, spans: 1}, lost: 2});
  });

  test('the title is that of the story', () => {
    expect(datasetOf(timeline)).toMatchObject({title: 'The *flood*', summary: 'How it came.'});
  });

  test('groups are categories, and eras events of their own', () => {
    const {categories, events} = datasetOf(timeline);
    expect(categories.map(({id}) => id)).toEqual(['rain', 'constructor', 'era']);
    expect(events.map(({id, category}) => [id, category])).toEqual([
      ['first', 'rain'],
      ['the-dam-breaks', 'rain'],
      ['the-dam-breaks-2', 'constructor'],
      ['the-dam-breaks-3', undefined],
      ['the-dam-breaks-4', undefined],
      ['wet-years', 'era'],
    ]);
    expect(events.at(-1)?.date).toBe('0001/0002');
  });

  test('a picture is media, a page a link, a quotation text; what could run is gone', () => {
    const [, picture, film, quote, gone] = datasetOf(timeline).events;
    expect(picture?.media).toEqual([
      {
        type: 'image',
        src: 'https://e.org/a.JPG?x',
        alt: 'A dam',
        credit: 'A **dam** · me',
        captions: [],
        cite: [],
      },
    ]);
    expect(film).toMatchObject({media: [], text: '[Film](https://youtu.be/x)'});
    expect(quote?.text).toBe('No.*She*');
    expect(gone?.text).toBe('gone');
    expect(codesOf(timeline)).toEqual(
      expect.arrayContaining([
        'media-as-link',
        'background-lost',
        'address-unsafe',
        'field-lost',
        'era-as-event',
      ]),
    );
  });
});

test('a timeline of TimelineJS 2', () => {
  const imported = read({
    timeline: {
      headline: 'Old',
      type: 'default',
      text: 'Then.',
      asset: {media: '', credit: ''},
      date: [
        {
          startDate: '2011,12,10,07,02',
          endDate: '2011,12,11',
          headline: 'A',
          text: '',
          tag: 'War',
          asset: {media: 'a.png'},
        },
        {startDate: '1/26/2012', headline: 'B'},
      ],
      era: [{startDate: '2011', endDate: '2012', headline: 'Span'}],
    },
  });
  expectRules(imported);
  const {title, events} = datasetOf(imported);
  expect(title).toBe('Old');
  expect(events.map(({date}) => date)).toEqual(['2011-12-10T07:02/2011-12-11', '2012-01-26', '2011/2012']);
  expect(events[0]).toMatchObject({category: 'war', media: [{src: 'a.png'}]});
});

describe('the spreadsheet', () => {
  const rows = [
    {Year: '', Headline: 'My own', Text: '<p>Lead.</p>', Type: 'title'},
    {
      Year: '1943',
      Month: '6',
      Day: '5',
      Time: '2:30 pm',
      Headline: 'First',
      Media: 'a.mp4',
      'Media Credit': 'C',
    },
    {Year: '', Headline: ''},
    {Year: '600', 'End Year': '650', Headline: 'Age', Type: 'era', Group: ''},
    {Year: '1951', Time: 'noon', Headline: 'Second', Extra: 'x'},
  ];

  test('its columns are known', () => {
    expect(isTemplate('Year,"Month", headline,Display Date\n1,2')).toBe(true);
    expect(isTemplate('year,headline,deaths\n1,2,3')).toBe(false);
  });

  test('it is read like the JSON, and rows are counted as in the file', () => {
    const imported = fromTemplate(rows, {language: 'en'});
    expectRules(imported);
    expect(imported.report).toMatchObject({rows: 4, events: 2, others: {title: 1, spans: 1}, lost: 0});
    const {events, title} = datasetOf(imported);
    expect(title).toBe('My own');
    expect(events.map(({date}) => date)).toEqual(['1943-06-05T14:30', '0600/0650', '1951']);
    expect(events[0]?.media).toEqual([{type: 'video', src: 'a.mp4', credit: 'C', captions: [], cite: []}]);
    const told = (wanted: string) => imported.report.notes.find(({code}) => code === wanted)?.row;
    expect([told('date-not-read'), told('field-lost')]).toEqual(['row 6', 'row 6']);
  });
});

describe('of any input', () => {
  const part = fc.oneof(
    fc.constantFrom('', '1', '-3', '12', '31', '2024', 0, 2024, null, undefined, '1e9', {}),
    fc.jsonValue({maxDepth: 1}),
  );
  const date = fc.oneof(fc.record({year: part, month: part, day: part, hour: part, minute: part}), part);
  const text = fc.oneof(
    codeUnits,
    fc.constantFrom(
      '',
      '<b>x',
      '__proto__',
      'constructor',
      '\ud800',
      'https://e.org/a.png',
      'javascript:1',
      'data:,',
    ),
    fc.jsonValue({maxDepth: 2}),
  );
  const anySlide = fc.record(
    {
      start_date: date,
      end_date: date,
      display_date: text,
      text: fc.oneof(fc.record({headline: text, text}), text),
      media: fc.record({url: text, caption: text, credit: text, alt: text, thumbnail: text}),
      group: text,
      unique_id: text,
      background: fc.jsonValue({maxDepth: 2}),
    },
    {requiredKeys: []},
  );
  const slides = fc.oneof(
    fc.array(fc.oneof(anySlide, fc.jsonValue({maxDepth: 1})), {maxLength: 6}),
    fc.jsonValue(),
  );

  test('rows in are rows out, and the dataset has no errors', () => {
    fc.assert(
      fc.property(fc.record({title: fc.option(anySlide), events: slides, eras: slides}), (tree) => {
        expectRules(read(tree));
      }),
    );
  });

  test('keys named like those of a prototype are data', () => {
    const tree = JSON.parse(
      '{"events":[{"__proto__":{"x":1},"constructor":2,"text":{"headline":"__proto__"}}]}',
    );
    expectRules(read(tree));
    expect(({} as {x?: number}).x).toBeUndefined();
  });
});

test('the registry knows it', async () => {
  const text = JSON.stringify({events: [slide({year: 1900})]});
  const input = inputOf('a.json', new TextEncoder().encode(text));
  const importer = importers.find(({recognises}) => recognises(input));
  expect(importer?.name).toBe('timelinejs');
  const run = await importer?.load();
  expect((await run?.(input, {}))?.report).toMatchObject({rows: 1, events: 1});
});

test('slides are told in steps, in the order of their dates, and eras are not', () => {
  const titled = (headline: string, start: unknown) => slide(start, {text: {headline}});
  const imported = read({
    title: {text: {headline: 'Dams'}},
    events: [titled('C', {year: 1990}), titled('A', {year: -5}), titled('B', {year: 1943, month: 2})],
    eras: [titled('An era', {year: 1900})],
  });
  expect(datasetOf(imported).steps).toMatchObject(
    ['A', 'B', 'C'].map((title) => ({id: title.toLowerCase(), title, select: title.toLowerCase()})),
  );
});
