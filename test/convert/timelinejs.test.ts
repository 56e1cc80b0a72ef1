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
const dateOf = async (start: unknown, more: object = {}) =>
  rowsOf(await read({events: [slide(start, more)]}), 'events')[0]?.date;

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
  ])('%j is %s', async (start, date) => {
    expect(await dateOf(start)).toBe(date);
  });

  test.each([
    [{year: '1943', month: '2', day: '30'}, '1943-02'],
    [{year: '1943', month: '13', day: '3'}, '1943'],
    [{year: '1943', day: '3'}, '1943'],
    [{year: 'about 1943'}, undefined],
    [{month: '5'}, undefined],
    [{year: 1e300}, undefined],
    [{year: {a: 1}}, undefined],
  ])('what is wrong in %j is left out and noted', async (start, date) => {
    const imported = await read({events: [slide(start)]});
    expect(rowsOf(imported, 'events')[0]?.date).toBe(date);
    expect(codesOf(imported)).toContain('date-not-read');
  });

  test('years before our era keep their number, and the rule is said', async () => {
    expect(codesOf(await read({events: [slide({year: '-300'})]}))).toContain('year-before-our-era');
  });

  test('an end makes an interval; one before the start is noted', async () => {
    expect(await dateOf({year: '1943', month: 7}, {end_date: {year: '1946', month: ''}})).toBe(
      '1943-07/1946',
    );
    expect(await dateOf({year: '1943'}, {end_date: {year: '1943'}})).toBe('1943');
    expect(await dateOf({year: '1943'}, {end_date: {year: ''}})).toBe('1943');
    expect(await dateOf({year: ''}, {end_date: {year: '1943'}})).toBe('/1943');
    const backwards = await read({events: [slide({year: '1943'}, {end_date: {year: '1942'}})]});
    expect(rowsOf(backwards, 'events')[0]?.date).toBe('1943');
    expect(codesOf(backwards)).toContain('end-before-start');
  });

  test('a date in words that is less exact is the date; another is kept in the text', async () => {
    expect(await dateOf({year: 1850, month: 3, day: 1}, {display_date: 'March 1850'})).toBe('1850-03');
    expect(await dateOf({year: 1850, display_date: 'c. 1850'})).toBe('1850~');
    const kept = await read({
      events: [slide({year: 1850}, {display_date: '<b>the year of the fire</b>', text: {text: 'It burnt.'}})],
    });
    expect(rowsOf(kept, 'events')[0]).toMatchObject({
      date: '1850',
      text: 'the year of the fire\n\nIt burnt.',
    });
    expect(codesOf(kept)).toContain('display-date-kept');
  });
});

describe('title, groups, eras and media', async () => {
  const timeline = await read({
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

  test('a picture and a quotation are media, a page a link; what could run is gone', () => {
    const [, picture, film, quote, gone] = datasetOf(timeline).events;
    expect(picture?.media).toEqual([
      {
        type: 'image',
        src: 'https://e.org/a.JPG?x',
        alt: 'A dam',
        caption: 'A **dam**',
        credit: 'me',
        captions: [],
        cite: [],
      },
    ]);
    expect(film).toMatchObject({media: [], text: '[Film](https://youtu.be/x)'});
    expect(quote?.media).toMatchObject([{type: 'quote', text: 'No.', credit: 'She'}]);
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

test('an example that is named by its beginning is seen to be cut', async () => {
  const url = `https://example.org/${'a'.repeat(80)}.png`;
  const {report} = await read({events: [slide({year: 1}, {background: {url}})]});
  const lost = report.notes.find(({code}) => code === 'background-lost');
  expect(lost?.message).toContain(`"${url.slice(0, 60)}…"`);
});

describe('media that TimelineJS shows', () => {
  const mediaOf = async (media: object) => {
    const imported = await read({events: [slide({year: 1}, {media})]});
    expectRules(imported);
    const [event] = rowsOf(imported, 'events');
    const losses = imported.report.notes.filter(({severity}) => severity === 'loss');
    return {media: event?.media, text: event?.text, losses: losses.map(({message}) => message)};
  };

  test.each([
    ['https://www.youtube.com/watch?v=aPweFhhXFvY', 'embed'],
    ['//youtu.be/aPweFhhXFvY', 'embed', 'https://youtu.be/aPweFhhXFvY'],
    ['youtube.com/watch?v=aPweFhhXFvY', 'embed', 'https://youtube.com/watch?v=aPweFhhXFvY'],
    ['https://vimeo.com/304869290', 'embed'],
    ['https://soundcloud.com/someone/a-recording', 'embed'],
    ['https://e.org/report.pdf?page=2', 'document'],
    ['https://e.org/a.mp4', 'video'],
  ])('%s is of the type %s', async (url, type, src = url) => {
    expect(await mediaOf({url, caption: 'A <i>dam</i>', credit: 'Me', thumbnail: 'still.jpg'})).toEqual({
      media: [{type, src, alt: 'A dam', caption: 'A *dam*', credit: 'Me', poster: 'still.jpg'}],
      text: undefined,
      losses: [],
    });
  });

  test('a player in a frame', async () => {
    const url = '<iframe src="https://player.vimeo.com/video/304869290" title="A dam"></iframe>';
    expect((await mediaOf({url, caption: 'Seen'})).media).toEqual([
      {type: 'embed', src: 'https://player.vimeo.com/video/304869290', alt: 'A dam', caption: 'Seen'},
    ]);
  });

  test.each([
    'https://en.wikipedia.org/wiki/Dam',
    'https://www.youtube.com/@dams',
    'https://x.com/a/status/1',
  ])('%s is a link', async (url) => {
    const {media, text} = await mediaOf({url, caption: 'There'});
    expect([media, text]).toEqual([undefined, `[There](${url})`]);
  });

  test('who said a quotation stands in <cite>, or after a dash in its last paragraph', async () => {
    expect(
      (await mediaOf({url: '<blockquote><p>No.</p><cite>Ana, <b>mayor</b></cite></blockquote>'})).media,
    ).toEqual([{type: 'quote', text: 'No.', credit: 'Ana, **mayor**'}]);
    const short =
      '<blockquote class="twitter-tweet"><p lang="en">It rose.</p>&mdash; Ana (@ana) <a href="https://e.org/1">May 5</a></blockquote><script src="https://e.org/w.js"></script>';
    const {media, losses} = await mediaOf({url: short, credit: 'archive'});
    expect(media).toEqual([
      {type: 'quote', text: 'It rose.', credit: 'Ana (@ana) [May 5](https://e.org/1) · archive'},
    ]);
    expect(losses).toHaveLength(1);
    expect((await mediaOf({url: '<blockquote>One.<br>– Two.'})).media).toMatchObject([
      {text: 'One.', credit: 'Two.'},
    ]);
  });

  test('a slide that is but a quotation is called by its words', async () => {
    const imported = await read({
      events: [{start_date: {year: 1}, media: {url: '<blockquote>No.</blockquote>'}}],
    });
    expect(rowsOf(imported, 'events')[0]).toMatchObject({title: 'No.'});
  });

  test('small pictures of pictures, links and fields of others are named', async () => {
    const lost = async (media: object) => (await mediaOf({url: 'a.png', ...media})).losses.join();
    expect(await lost({thumbnail: 'small.png'})).toContain('small.png');
    expect(await lost({link: 'https://e.org/'})).toContain('link');
    expect(await lost({link: '', link_target: '_blank'})).toBe('');
  });
});

test('a timeline of TimelineJS 2', async () => {
  const imported = await read({
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

  test('years with commas are read as TimelineJS reads them', async () => {
    const imported = await fromTemplate(
      [
        {Year: '-13,800', Headline: 'Old'},
        {Year: '2,005', Month: ' 8', Headline: 'New'},
      ],
      {language: 'en'},
    );
    expect(rowsOf(imported, 'events').map(({date}) => date)).toEqual(['Y-13800', '2005-08']);
  });

  test('that of version 2 is known too', async () => {
    expect(isTemplate('Start Date,End Date,Headline,Text,Media,Media Credit,Media Caption,Type,Tag\n')).toBe(
      true,
    );
    const imported = await fromTemplate(
      [
        {'Start Date': '8/29/2005', 'End Date': '8/30/2005', Headline: 'Landfall', Tag: 'Storm'},
        {Headline: 'Katrina', Type: 'title'},
      ],
      {language: 'en'},
    );
    expectRules(imported);
    expect(datasetOf(imported)).toMatchObject({
      title: 'Katrina',
      events: [{date: '2005-08-29/2005-08-30', category: 'storm'}],
    });
  });

  test('its columns are known', () => {
    expect(isTemplate('Year,"Month", headline,Display Date\n1,2')).toBe(true);
    expect(isTemplate('year,headline,deaths\n1,2,3')).toBe(false);
  });

  test('it is read like the JSON, and rows are counted as in the file', async () => {
    const imported = await fromTemplate(rows, {language: 'en'});
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

  test('rows in are rows out, and the dataset has no errors', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({title: fc.option(anySlide), events: slides, eras: slides}),
        async (tree) => {
          expectRules(await read(tree));
        },
      ),
    );
  });

  test('keys named like those of a prototype are data', async () => {
    const tree = JSON.parse(
      '{"events":[{"__proto__":{"x":1},"constructor":2,"text":{"headline":"__proto__"}}]}',
    );
    expectRules(await read(tree));
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

test('slides are told in steps, in the order of their dates, and eras are not', async () => {
  const titled = (headline: string, start: unknown) => slide(start, {text: {headline}});
  const imported = await read({
    title: {text: {headline: 'Dams'}},
    events: [titled('C', {year: 1990}), titled('A', {year: -5}), titled('B', {year: 1943, month: 2})],
    eras: [titled('An era', {year: 1900})],
  });
  expect(datasetOf(imported).steps).toMatchObject(
    ['A', 'B', 'C'].map((title) => ({id: title.toLowerCase(), title, select: title.toLowerCase()})),
  );
});
