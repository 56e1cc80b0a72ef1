import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Inquiry, inquiriesAbout, inquiriesOf} from '../../../src/core/claims/index.js';
import {claimBounds, type Dataset, type Figure, parseDataset} from '../../../src/core/dataset/index.js';

const RUNS = {seed: 20_251_225, numRuns: 300};

const shipped = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../../data/${name}.json`, import.meta.url), 'utf8'));
const read = (json: unknown): Dataset => parseDataset(json).dataset;
const venezuela = shipped('venezuela-2024-2026');
const releases = shipped('caracas-releases');

/** Inquiries as lines: figures in order, `!` at contradicting ones. */
const lines = (inquiries: readonly Inquiry[]) =>
  inquiries.map(
    ({id, figures, disputed}) =>
      `${id}: ${figures.map((figure) => `${figure.id}${disputed.has(figure.id) ? '!' : ''}`).join(' ')}`,
  );

const ACTORS = [
  {id: 'ministry', name: {en: 'Ministry', es: 'Ministerio'}},
  {id: 'forum', name: 'Forum'},
  {id: 'aid', name: 'Áid'},
  {id: 'bureau', name: 'bureau'},
];
const MEASURES = [
  {id: 'held', name: 'Held', unit: 'people', kind: 'stock'},
  {id: 'detained', name: 'Detained', unit: 'people', kind: 'stock'},
  {id: 'freed', name: 'Freed', unit: 'people', kind: 'flow'},
  {id: 'votes', name: 'Votes', unit: 'votes', kind: 'cumulative', since: '2024'},
  {id: 'votes-2025', name: 'Votes', unit: 'votes', kind: 'cumulative', since: '2025'},
  {id: 'share', name: 'Share', unit: '%', kind: 'stock'},
];
const story = (figures: readonly object[], more: object = {}) =>
  read({
    cronomapa: 1,
    language: 'en',
    actors: ACTORS,
    measures: MEASURES,
    places: [
      {id: 'north', name: 'North'},
      {id: 'south', name: 'South'},
    ],
    events: [
      {id: 'e', title: 'Event', date: '2025'},
      {id: 'e2', title: 'Another', date: '2025'},
    ],
    figures: figures.map((figure, i) => ({id: `f${i}`, measure: 'held', actor: 'forum', ...figure})),
    ...more,
  });
const asked = (figures: readonly object[]) =>
  story(figures, {questions: [{id: 'q', question: 'How many?', figures: figures.map((_, i) => `f${i}`)}]});
const only = (dataset: Dataset): Inquiry => {
  const [inquiry, ...others] = inquiriesOf(dataset);
  if (!inquiry || others.length > 0) throw new Error(`${others.length} others`);
  return inquiry;
};
const order = (figures: readonly object[]) => only(asked(figures)).figures.map(({id}) => id);
const disputed = (figures: readonly object[]) => [...only(asked(figures)).disputed];

describe('the shipped datasets', () => {
  test('ask what their authors ask, and no more: all that could be found is asked', () => {
    expect(lines(inquiriesOf(read(venezuela)))).toEqual([
      'rel-2025-12-25: r251225-clip72! r251225-cm71! r251225-com69! r251225-clip60! r251225-gov99! r251226-fp45! r251226-fp75! r251227-clip63! r251229-fp61!',
      'rel-2025-12-25-women: r251225-clip-women! r251225-cm-women! r251226-fp-women r251227-clip-women',
      'rel-2025-12-25-teens: r251225-clip-teens r251225-cm-teens r251226-fp-teens r251227-clip-teens',
      'rel-2026-01-01: r260101-clip55 r260101-cm87! r260101-jep47 r260101-gov88!',
      'rel-2026-01-12: r260112-fp24',
      'releases-2026-01-12: r260112-fp56! r260112-gov116! r260112-pud73! r260112-jep53!',
      'releases-2026: cum26-fp-2026-01-26! cum26-pud-2026-01-26! cum26-fp-2026-01-28! cum26-jep-2026-01-28! cum26-pud-2026-01-28! cum26-fp-2026-02-01 cum26-pud-2026-02-02 cum26-fp-2026-02-24 cum26-jep-2026-03-02 cum26-fp-2026-03-08',
      'rel-2024-11-16: r241116-off! r241116-fp107 r241118-fp131! r241121-clippve140!',
      'stock-ngo: clippve-2025-12! jep-1084 fp-2025-12-15! fp-2026-02-25 fp-2026-03-02! jep-759!',
      'election-2024: el-cne2-gonzalez! el-ap-gonzalez el-wapo-gonzalez! el-opp83-gonzalez!',
      'election-2024-maduro: el-cne2-maduro! el-ap-maduro! el-wapo-maduro! el-opp83-maduro!',
      'arrests-2024: arrests-fp-2024-07-30 arrests-ag-2024-07-31 arrests-gov-2024-08-01 arrests-gov-2024-08-06! arrests-fp-2024-08-11! arrests-gov-2400',
      'minors: adolescents-fp-162 adolescents-ffm',
      'amnesty-2026: am-off-0223! am-fp-0224! am-off-0224! am-off-0226! am-fp-0226! am-off-0303! am-off-0306! am-off-0312!',
      'recognition: ',
    ]);
    expect(lines(inquiriesOf(read(releases)))).toEqual([
      'votes: votes-cne votes-opposition',
      'how-many-released: r71',
      'how-many-held: p902',
    ]);
  });

  test('without their questions, the same figures are found to belong together', () => {
    expect(lines(inquiriesOf(read({...venezuela, questions: []})))).toEqual([
      '?fp-2026-03-02: fp-2026-03-02! jep-759!',
      '?el-ap-gonzalez: el-ap-gonzalez el-wapo-gonzalez',
      '?el-ap-maduro: el-ap-maduro el-wapo-maduro',
      '?r241116-off: r241116-off! r241116-fp107 r241118-fp131! r241121-clippve140!',
      '?r251225-cm71: r251225-clip72! r251225-cm71! r251225-com69! r251225-clip60! r251225-gov99! r251226-fp45! r251226-fp75! r251227-clip63! r251229-fp61!',
      '?r251225-cm-women: r251225-clip-women! r251225-cm-women! r251226-fp-women r251227-clip-women',
      '?r251225-cm-teens: r251225-clip-teens r251225-cm-teens r251226-fp-teens r251227-clip-teens',
      '?r260101-gov88: r260101-clip55 r260101-cm87! r260101-jep47 r260101-gov88!',
      '?r260112-gov116: r260112-fp56! r260112-gov116! r260112-pud73! r260112-jep53!',
      '?cum26-fp-2026-01-26: cum26-fp-2026-01-26! cum26-pud-2026-01-26!',
      '?cum26-fp-2026-01-28: cum26-fp-2026-01-28! cum26-jep-2026-01-28! cum26-pud-2026-01-28!',
      '?am-off-0223: am-off-0223! am-fp-0224! am-off-0224! am-off-0226! am-fp-0226!',
    ]);
    expect(lines(inquiriesOf(read({...releases, questions: []})))).toEqual([
      '?votes-cne: votes-cne votes-opposition',
    ]);
  });

  test('estimates of deaths, each to another day, are not said to disagree', () => {
    const inquiries = inquiriesOf(read(shipped('maria-2017')));
    expect(inquiries.map(({id, disputed}) => [id, [...disputed]])).toEqual([
      ['deaths-since-landfall', []],
      ['deaths-since-september', ['excess-government', 'excess-santos']],
      ['landslides', []],
    ]);
  });

  test('each question stands on one axis', () => {
    for (const {groups, figures} of [...inquiriesOf(read(venezuela)), ...inquiriesOf(read(releases))])
      expect(groups.length).toBe(Math.min(figures.length, 1));
  });
});

describe('questions about an event', () => {
  const about = (json: unknown, event: string) => lines(inquiriesAbout(read(json), event));

  test('are those that one of its figures answers', () => {
    expect(about(venezuela, 'fp-568').map((line) => line.split(':')[0])).toEqual(['stock-ngo']);
    expect(about(venezuela, 'release-2025-12-25').map((line) => line.split(':')[0])).toEqual([
      'rel-2025-12-25',
      'rel-2025-12-25-women',
      'rel-2025-12-25-teens',
    ]);
  });

  test('of figures that answer none, are one for each measure', () => {
    expect(about(venezuela, 'swap-2025-07')).toEqual([
      '?r250719-fp12: r250719-fp12 r250721-fp48',
      '?r250721-plan80: r250721-plan80',
      '?r250718-252: r250718-252',
    ]);
  });

  test.each(['nothing', ''])('%j has none', (event) => {
    expect(about(venezuela, event)).toEqual([]);
  });
});

describe('the order', () => {
  test.each<[string, object[], string[]]>([
    [
      'by date',
      [
        {date: '2025-02', value: 1},
        {date: '2025-01-31', value: 9},
      ],
      ['f1', 'f0'],
    ],
    [
      'then by name, as the language sorts it',
      [
        {date: '2025', value: 1, actor: 'ministry'},
        {date: '2025', value: 2, actor: 'forum'},
        {date: '2025', value: 3, actor: 'bureau'},
        {date: '2025', value: 4, actor: 'aid'},
      ],
      ['f3', 'f2', 'f1', 'f0'],
    ],
    [
      'then as in the file',
      [
        {date: '2025', value: 9},
        {date: '2025', value: 1},
      ],
      ['f0', 'f1'],
    ],
    ['undated last', [{value: 1}, {date: 'soon', value: 2}, {date: '2025', value: 3}], ['f2', 'f0', 'f1']],
    [
      'an open start first',
      [
        {date: '2024', value: 1},
        {date: '../2025', value: 2},
      ],
      ['f1', 'f0'],
    ],
  ])('%s', (_, figures, expected) => {
    expect(order(figures)).toEqual(expected);
  });

  test('is the file’s and not the question’s for one claimant and date', () => {
    const figures = [
      {date: '2025', value: 1},
      {date: '2025', value: 2},
    ];
    const dataset = story(figures, {questions: [{id: 'q', question: '?', figures: ['f1', 'f0']}]});
    expect(only(dataset).figures.map(({id}) => id)).toEqual(['f0', 'f1']);
  });
});

describe('found questions', () => {
  const found = (figures: readonly object[], more?: object) => lines(inquiriesOf(story(figures, more)));
  const two = (a: object, b: object) => [
    {value: 1, ...a},
    {value: 2, actor: 'aid', ...b},
  ];

  test.each<[string, object[], string[]]>([
    ['one event', two({event: 'e'}, {event: 'e', date: '2025'}), ['?f0: f1! f0!']],
    ['one date', two({date: '2025-01'}, {date: '2025-01'}), ['?f0: f1! f0!']],
    [
      'one date and place',
      two({date: '2025', place: 'north'}, {date: '2025', place: 'north'}),
      ['?f0: f1! f0!'],
    ],
    ['those that agree', two({date: '2025'}, {date: '2025', value: 1}), ['?f0: f1 f0']],
    ['another event', two({event: 'e'}, {event: 'e2'}), []],
    ['another place', two({date: '2025', place: 'north'}, {date: '2025', place: 'south'}), []],
    ['another date', two({date: '2025'}, {date: '2025-01'}), []],
    ['another measure', two({date: '2025'}, {date: '2025', measure: 'detained'}), []],
    ['one claimant', two({date: '2025'}, {date: '2025', actor: 'forum'}), []],
    ['no date and no event', two({}, {}), []],
    ['no measure', two({date: '2025', measure: undefined}, {date: '2025', measure: undefined}), []],
  ])('%s', (_, figures, expected) => {
    expect(found(figures)).toEqual(expected);
  });

  test('are not what a stated question holds together, and are what two questions hold apart', () => {
    const figures = two({event: 'e'}, {event: 'e'});
    const question = (id: string, ...ids: string[]) => ({id, question: '?', figures: ids});
    expect(found(figures, {questions: [question('q', 'f0', 'f1')]})).toEqual(['q: f1! f0!']);
    expect(found(figures, {questions: [question('q', 'f0'), question('r', 'f1')]})).toEqual([
      'q: f0',
      'r: f1',
      '?f0: f1! f0!',
    ]);
  });
});

describe('what can stand on one axis', () => {
  test.each<[string, string[], number]>([
    ['one measure', ['held', 'held'], 1],
    ['measures of one kind and unit', ['held', 'detained'], 1],
    ['another kind', ['held', 'freed'], 2],
    ['another unit', ['held', 'share'], 2],
    ['another start', ['votes', 'votes-2025'], 2],
    ['no measure', ['held', ''], 2],
    ['mixed', ['held', 'freed', 'detained', 'share'], 3],
  ])('%s', (_, measures, groups) => {
    const figures = measures.map((measure) => ({value: 1, date: '2025', measure: measure || undefined}));
    const inquiry = only(asked(figures));
    expect(inquiry.groups.length).toBe(groups);
    for (const group of inquiry.groups)
      expect(new Set(group.figures.flatMap(({measure}) => measure ?? []))).toEqual(
        new Set(group.measures.map(({id}) => id)),
      );
  });
});

describe('what cannot be true together', () => {
  const both = ['f0', 'f1'];
  const two = (a: object, b: object) => [
    {value: 71, date: '2025', ...a},
    {value: 99, date: '2025', actor: 'aid', ...b},
  ];
  test.each<[string, object[], string[]]>([
    ['two claimants, one date', two({}, {}), both],
    [
      'one event, more counted later',
      two({event: 'e', date: '2024', measure: 'freed'}, {event: 'e', measure: 'freed'}),
      [],
    ],
    [
      'one event, fewer counted later',
      two({event: 'e', date: '2026', measure: 'freed'}, {event: 'e', measure: 'freed'}),
      both,
    ],
    ['how many there are of one event, fewer later', two({event: 'e', date: '2026'}, {event: 'e'}), both],
    ['one event, undated', two({event: 'e', date: undefined}, {event: 'e'}), both],
    [
      'more than a number, and it, later',
      two(
        {event: 'e', date: '2024', measure: 'freed', value: 99, comparator: '>'},
        {event: 'e', measure: 'freed'},
      ),
      both,
    ],
    ['a month, and a day in it', two({date: '2025-01'}, {date: '2025-01-03'}), both],
    ['two dates', two({}, {date: '2024'}), []],
    ['two places', two({place: 'north'}, {place: 'south'}), []],
    ['a place and the whole', two({place: 'north'}, {}), []],
    ['two measures', two({}, {measure: 'detained'}), []],
    ['the same value', two({}, {value: 71}), []],
    ['at least, and more', two({comparator: '>='}, {}), []],
    ['at least, and less', two({}, {comparator: '>='}), both],
    ['more than the same', two({}, {value: 71, comparator: '>'}), both],
    ['at least the same', two({}, {value: 71, comparator: '>='}), []],
    ['about, near', two({comparator: '~'}, {value: 75}), []],
    ['about, far', two({comparator: '~'}, {}), both],
    ['one claimant who corrects itself', two({}, {actor: 'forum', date: '2026'}), []],
    [
      'one claimant who corrects itself about one event',
      two({event: 'e'}, {actor: 'forum', event: 'e', date: '2026'}),
      [],
    ],
    ['one claimant, one date', two({}, {actor: 'forum'}), both],
    ['a running total that rises', two({measure: 'votes'}, {measure: 'votes', date: '2026'}), []],
    ['a running total that falls', two({measure: 'votes', date: '2026'}, {measure: 'votes'}), both],
    [
      'one that its claimant lowers',
      two({measure: 'votes', date: '2026'}, {measure: 'votes', actor: 'forum'}),
      [],
    ],
    ['a stock that falls', two({date: '2026'}, {}), []],
    [
      'estimates of a total, the later one lower',
      two({measure: 'votes', date: '2026', comparator: '~'}, {measure: 'votes', comparator: '~'}),
      [],
    ],
    [
      'an estimate of a total, and a lower count later',
      two({measure: 'votes', date: '2026'}, {measure: 'votes', comparator: '~'}),
      both,
    ],
  ])('%s', (_, figures, expected) => {
    expect(disputed(figures).sort()).toEqual(expected);
  });
});

describe('a higher total later', () => {
  const disputedWith = (...earlier: object[]) => {
    const votes = [
      {measure: 'votes', value: 50, date: '2025-02'},
      {measure: 'votes', value: 70, date: '2025-03', actor: 'aid'},
      ...earlier.map((each) => ({measure: 'votes', actor: 'aid', ...each})),
    ];
    const questions = [{id: 'q', question: 'How many?', figures: ['f0', 'f1']}];
    return [...(inquiriesOf(story(votes, {questions}))[0]?.disputed ?? [])];
  };
  test.each<[string, object, string[]]>([
    ['of one who had counted more before the other', {value: 60, date: '2025-01'}, ['f0', 'f1']],
    ['of one who had counted less', {value: 40, date: '2025-01'}, []],
    ['of one who counted more between', {value: 60, date: '2025-02-15'}, []],
    ['of one who has taken back what it counted', {value: 90, date: '2025-01'}, []],
    ['of another than the one who had counted more', {value: 60, date: '2025-01', actor: 'bureau'}, []],
    ['where more was counted elsewhere', {value: 60, date: '2025-01', place: 'north'}, []],
  ])('%s', (_, earlier, expected) => {
    expect(disputedWith()).toEqual([]);
    expect(disputedWith(earlier)).toEqual(expected);
  });
});

/** Figures of one story, few enough that all pairs are compared. */
const figureRows = fc.array(
  fc.record({
    value: fc.integer({min: -5, max: 40}),
    comparator: fc.constantFrom('=', '>=', '>', '<=', '<', '~'),
    actor: fc.constantFrom('ministry', 'forum', 'aid', 'bureau'),
    date: fc.constantFrom('2024', '2025', '2025-03', '2025-03-05', '2025-03-05~', '../2024', undefined),
    measure: fc.constantFrom('held', 'freed', 'votes', 'votes-2025', 'share', 'detained'),
    event: fc.constantFrom('e', 'e2', undefined),
    place: fc.constantFrom('north', undefined),
  }),
  {maxLength: 24},
);

describe('properties', () => {
  test('the order never depends on the values', () => {
    fc.assert(
      fc.property(figureRows, fc.infiniteStream(fc.integer({min: 0, max: 1e6})), (rows, values) => {
        const others = rows.map((row) => ({...row, value: values.next().value, comparator: '='}));
        expect(order(others)).toEqual(order(rows));
      }),
      RUNS,
    );
  });

  test('groups hold every figure once, in order, and all of one kind, unit and start', () => {
    fc.assert(
      fc.property(figureRows, (rows) => {
        const dataset = asked(rows);
        const [inquiry] = inquiriesOf(dataset);
        const place = new Map(inquiry?.figures.map((figure, i) => [figure, i]));
        const kindOf = (figure: Figure) => {
          const measure = dataset.measures.find(({id}) => id === figure.measure);
          return [measure?.kind, measure?.unit, measure?.since].join();
        };
        const all = inquiry?.groups.flatMap(({figures}) => figures) ?? [];
        expect(all.map(({id}) => id).sort()).toEqual(rows.map((_, i) => `f${i}`).sort());
        expect(new Set(all).size).toBe(rows.length);
        const kinds = inquiry?.groups.map(({figures}) => {
          expect(figures.map((figure) => place.get(figure))).toEqual(
            figures.map((figure) => place.get(figure)).sort((a, b) => Number(a) - Number(b)),
          );
          expect(new Set(figures.map(kindOf)).size).toBe(1);
          return figures.map(kindOf)[0];
        });
        expect(new Set(kinds).size).toBe(kinds?.length);
      }),
      RUNS,
    );
  });

  test('disputes agree with all held against all, and take two', () => {
    // Brute force over a grid of values: without one that both allow, they contradict.
    const GRID = Array.from({length: 2001}, (_, i) => (i - 1000) / 20);
    const allows = ({value, comparator}: Figure, x: number) => {
      const [low, high] = claimBounds({value, comparator}, 0.1);
      return comparator === '>' ? x > low : comparator === '<' ? x < high : x >= low && x <= high;
    };
    const excludes = (a: Figure, b: Figure) => !GRID.some((x) => allows(a, x) && allows(b, x));
    const meet = ({interval: a}: Figure, {interval: b}: Figure) =>
      a && b ? Math.max(a.start, b.start) < Math.min(a.end, b.end) : a === b;
    const fellBetween = (a: Figure, b: Figure) =>
      a.interval &&
      b.interval &&
      a.interval.start < b.interval.start &&
      !(a.comparator === '~' && b.comparator === '~') &&
      excludes(a, b) &&
      claimBounds(a, 0.1)[0] >= claimBounds(b, 0.1)[1];
    fc.assert(
      fc.property(figureRows, (rows) => {
        const dataset = asked(rows);
        const [inquiry] = inquiriesOf(dataset);
        const against = (a: Figure) =>
          dataset.figures.some((b) => {
            if (a === b || a.measure !== b.measure || a.place !== b.place || !excludes(a, b)) return false;
            if (a.actor === b.actor && a.date !== b.date) return false;
            if (meet(a, b)) return true;
            const isOfOne = a.event !== undefined && a.event === b.event;
            const isTotal = a.measure?.startsWith('votes');
            if (!a.interval || !b.interval) return isOfOne;
            const counts = isTotal || isOfOne;
            const [early, late] = a.interval.start < b.interval.start ? [a, b] : [b, a];
            if (!counts) return false;
            const [least, most] = [claimBounds(early, 0.1)[0], claimBounds(late, 0.1)[1]];
            if (!(a.comparator === '~' && b.comparator === '~') && least >= most) return true;
            // A later, higher total of one who had more before, and has not taken it back.
            return (
              isTotal &&
              early.actor !== late.actor &&
              dataset.figures.some(
                (c) =>
                  c.actor === late.actor &&
                  c.measure === late.measure &&
                  c.place === late.place &&
                  fellBetween(c, early) &&
                  !fellBetween(c, late),
              )
            );
          });
        expect([...(inquiry?.disputed ?? [])].sort()).toEqual(
          dataset.figures
            .filter(against)
            .map(({id}) => id)
            .sort(),
        );
        expect(inquiry?.disputed.size).not.toBe(1);
      }),
      RUNS,
    );
  });

  test('a found question has two claimants, one measure, and figures that no stated one has together', () => {
    fc.assert(
      fc.property(
        figureRows,
        fc.array(fc.array(fc.nat(23), {maxLength: 12}), {maxLength: 3}),
        (rows, ids) => {
          const questions = ids.map((each, i) => ({
            id: `q${i}`,
            question: '?',
            figures: each.map((id) => `f${id}`),
          }));
          const all = inquiriesOf(story(rows, {questions}));
          const stated = all.filter(({question}) => question);
          expect(stated.map(({id}) => id)).toEqual(questions.map(({id}) => id));
          for (const {id, figures} of all.filter(({question}) => !question)) {
            expect(id).toMatch(/^\?f\d+$/);
            expect(new Set(figures.map(({actor}) => actor)).size).toBeGreaterThan(1);
            expect(new Set(figures.map(({measure}) => measure)).size).toBe(1);
            expect(
              stated.some((question) => figures.every((figure) => question.figures.includes(figure))),
            ).toBe(false);
          }
        },
      ),
      RUNS,
    );
  });

  test('is remembered by dataset', () => {
    const dataset = asked([{value: 1}]);
    expect(inquiriesOf(dataset)).toBe(inquiriesOf(dataset));
  });

  test('10,000 figures of one question and of none', () => {
    const rows = Array.from({length: 10_000}, (_, i) => ({
      value: i,
      actor: ACTORS[i % 4]?.id,
      date: `${2000 + (i % 50)}`,
    }));
    expect(only(asked(rows)).disputed.size).toBe(10_000);
    expect(inquiriesOf(story(rows)).reduce((sum, {figures}) => sum + figures.length, 0)).toBe(10_000);
  });
});
