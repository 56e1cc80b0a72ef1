import axe from 'axe-core';
import {afterEach, describe, expect, test} from 'vitest';
import {cdp, page, userEvent} from 'vitest/browser';
import {CronoClaims} from '../../../src/elements/claims/claims.js';
import {
  all,
  button,
  dispatch,
  frame,
  mount,
  one,
  RELEASE,
  reset,
  rootOf,
  settled,
  shipped,
  words,
} from '../helpers.js';

CronoClaims.define();

interface Row {
  readonly id: string;
  readonly measure: string;
  readonly actor: string;
  readonly date: string;
  readonly event?: string;
  readonly value: number;
  readonly comparator: string;
  readonly note?: Record<string, string>;
  readonly cite: readonly {readonly source: string}[];
}

/** Rows of the record by their ids. */
const byId = <T extends {readonly id: string}>(rows: unknown) =>
  new Map((rows as readonly T[]).map((row) => [row.id, row]));

// Expectations about the record are read from its file, so that a correction of a row does not fail the element's
// tests.
const venezuela = await shipped('venezuela-2024-2026');
const figures = byId<Row>(venezuela.figures);
const sources = byId<{readonly id: string; readonly url?: string}>(venezuela.sources);
const actors = byId<{readonly id: string; readonly name: Record<string, string>}>(venezuela.actors);
const questions = byId<Pick<Row, 'id' | 'note'> & {readonly figures: readonly string[]}>(venezuela.questions);
const CHRISTMAS = 'rel-2025-12-25';

const nameOf = (row: Row | undefined, lang: string): string =>
  actors.get(row?.actor ?? '')?.name[lang] ?? '?';

/** The figures that answer a question of the record, by date, then by claimant. */
const answersTo = (question: string): readonly Row[] =>
  (questions.get(question)?.figures ?? [])
    .flatMap((id) => figures.get(id) ?? [])
    .sort(
      (a, b) =>
        Date.parse(a.date.replace('~', '')) - Date.parse(b.date.replace('~', '')) ||
        nameOf(a, 'en').localeCompare(nameOf(b, 'en'), 'en'),
    );

afterEach(reset);

interface Options {
  readonly question?: string;
  readonly width?: string;
  readonly [attribute: string]: string | undefined;
}

async function ask(data: unknown, {question, ...attributes}: Options = {}) {
  const story = await mount(['crono-claims'], data, attributes as Record<string, string>);
  const claims = story.querySelector('crono-claims');
  if (!claims) throw new Error('no claims');
  if (question !== undefined) claims.question = question;
  await settled(story);
  return {story, claims};
}

const claimsOf = (claims: CronoClaims) => all(claims, '[part~="claim"]') as HTMLElement[];
const part = (claim: Element, name: string) => words(claim.querySelector(`[part~="${name}"]`));
const parts = (claims: CronoClaims, name: string) => claimsOf(claims).map((claim) => part(claim, name));
const names = (claims: CronoClaims) => claimsOf(claims).map((claim) => claim.getAttribute('aria-label'));

/** A story of one event that three claimants count. */
const three = {
  cronomapa: 1,
  language: 'en',
  sources: [
    {id: 's1', title: {en: 'A report', es: 'Un informe'}, publisher: 'Paper', url: 'https://example.org/1'},
    {id: 's2', title: 'Its copy', publisher: 'Mirror', url: 'https://example.org/2', origin: 's1'},
    {id: 's3', title: 'Another', publisher: 'Radio', url: 'https://example.org/3'},
  ],
  actors: [
    {id: 'ministry', name: {en: 'Ministry', es: 'Ministerio'}, kind: 'government'},
    {id: 'forum', name: {en: 'Forum', es: 'Foro'}, kind: 'ngo'},
    {id: 'mothers', name: {en: 'Mothers', es: 'Madres'}, kind: 'families'},
  ],
  places: [{id: 'north', name: {en: 'North', es: 'Norte'}}],
  measures: [
    {id: 'freed', name: {en: 'People freed', es: 'Personas liberadas'}, unit: 'people', kind: 'flow'},
    {id: 'share', name: {en: 'Share freed', es: 'Parte liberada'}, unit: '%', kind: 'flow'},
  ],
  events: [
    {id: 'e', date: '2025-03-01', title: {en: 'A release', es: 'Una liberación'}, cite: [{source: 's1'}]},
    {id: 'other', date: '2025-04', title: {en: 'Another day', es: 'Otro día'}, cite: [{source: 's1'}]},
  ],
  figures: [
    {
      id: 'f99',
      measure: 'freed',
      event: 'e',
      date: '2025-03-02',
      actor: 'ministry',
      value: 99,
      status: 'official',
      cite: [{source: 's1'}, {source: 's2'}, {source: 's3'}],
    },
    {
      id: 'f72',
      measure: 'freed',
      event: 'e',
      date: '2025-03-01',
      actor: 'mothers',
      value: 72,
      comparator: '>=',
      status: 'claimed',
      note: {en: 'By their own list.', es: 'Según su lista.'},
      cite: [{source: 's1'}, {source: 's2'}],
      breakdown: [
        {place: 'north', group: {en: 'men', es: 'hombres'}, value: 70},
        {group: {en: 'women', es: 'mujeres'}, value: 2},
      ],
    },
    {
      id: 'f61',
      measure: 'freed',
      event: 'e',
      date: '2025-03-01',
      actor: 'forum',
      value: 61,
      comparator: '~',
      status: 'verified',
      cite: [{source: 's3'}],
    },
  ],
};
const withFigures = (figures: readonly object[], more: object = {}) => ({...three, figures, ...more});

describe('an event with three claims', () => {
  test.each([
    [
      'en',
      ['about 61', 'at least 72', '99'],
      ['Forum NGO', 'Mothers relatives', 'Ministry government'],
      'People freed: A release',
      ['1 source 3', '1 independent source, 2 cited 12', '2 independent sources, 3 cited 123'],
      /\b(mean|median|sum|average|total)\b/i,
    ],
    [
      'es',
      ['cerca de 61', 'al menos 72', '99'],
      ['Foro ONG', 'Madres familiares', 'Ministerio gobierno'],
      'Personas liberadas: Una liberación',
      ['1 fuente 3', '1 fuente independiente, 2 citadas 12', '2 fuentes independientes, 3 citadas 123'],
      /\b(media|mediana|suma|promedio|total)\b/i,
    ],
  ])(
    'shows three values, named claimants and sources, and no number made of them: %s',
    async (lang, values, claimants, title, sources, merged) => {
      document.documentElement.lang = lang;
      const {claims} = await ask(three, {selected: 'e'});
      await expect.element(page.getByRole('heading', {level: 3, name: title, exact: true})).toBeVisible();
      expect(parts(claims, 'value')).toEqual(values);
      expect(parts(claims, 'claimant')).toEqual(claimants);
      expect(parts(claims, 'source')).toEqual(sources);
      expect(claimsOf(claims).map(({dataset}) => dataset.id)).toEqual(['f61', 'f72', 'f99']);
      const text = `${words(rootOf(claims).querySelector('.claims'))} ${names(claims).join(' ')}`;
      expect(text).not.toMatch(merged);
      // Their mean is 77.3, their sum 232, their difference 38; none of them is shown.
      expect(text).not.toMatch(/77|232|38/);
    },
  );

  test('says that they disagree, and what else is known of each', async () => {
    const {claims} = await ask(three, {selected: 'e'});
    await expect
      .element(page.getByText('They disagree: not all of these figures can be true.'))
      .toBeVisible();
    const [forum, mothers] = claimsOf(claims);
    expect(words(forum?.querySelector('.facts'))).toContain('as of March 1, 2025 verified by the claimant');
    expect(words(mothers?.querySelector('.more'))).toContain('70 North, men 2 women By their own list.');
    const links = [...(mothers?.querySelectorAll<HTMLAnchorElement>('a.note') ?? [])];
    expect(links.map(({href, ariaLabel}) => [href, ariaLabel])).toEqual([
      ['https://example.org/1', 'Source 1: Paper'],
      ['https://example.org/2', 'Source 2: Mirror'],
    ]);
  });

  test('that agree are not said to disagree', async () => {
    const same = three.figures.map((figure) => ({...figure, value: 72, comparator: '=', breakdown: []}));
    const {claims} = await ask(withFigures(same), {selected: 'e'});
    expect(claimsOf(claims).length).toBe(3);
    expect(words(one(claims, '.claims'))).not.toContain('disagree');
  });

  test('are read with value, claimant, date and status', async () => {
    const {claims} = await ask(three, {selected: 'e'});
    expect(names(claims)).toEqual([
      'about 61, according to Forum (NGO), as of March 1, 2025, verified by the claimant',
      'at least 72, according to Mothers (relatives), as of March 1, 2025, claimed',
      '99, according to Ministry (government), as of March 2, 2025, official',
    ]);
    for (const name of names(claims))
      await expect.element(page.getByRole('listitem', {name: name ?? '', exact: true})).toBeVisible();
    await expect.element(page.getByRole('list', {name: '3 answers'})).toBeVisible();
  });

  test('are a table too', async () => {
    const {claims} = await ask(three, {selected: 'e'});
    await page.getByText('As a table').click();
    const table = page.getByRole('table', {name: 'People freed: A release'});
    await expect.element(table).toBeVisible();
    expect(all(claims, 'thead th').map((cell) => [cell.getAttribute('scope'), words(cell)])).toEqual([
      ['col', 'Who says so'],
      ['col', 'Figure'],
      ['col', 'As of'],
      ['col', 'Status'],
      ['col', 'Sources'],
    ]);
    expect(all(claims, 'tbody tr').map((row) => [...row.children].map(words))).toEqual([
      ['Forum NGO', 'about 61', 'March 1, 2025', 'verified by the claimant', '1 source 3'],
      [
        'Mothers relatives',
        'at least 72 70 North, men 2 women',
        'March 1, 2025',
        'claimed',
        '1 independent source, 2 cited 12',
      ],
      ['Ministry government', '99', 'March 2, 2025', 'official', '2 independent sources, 3 cited 123'],
    ]);
    expect(all(claims, 'tbody th').every((cell) => cell.getAttribute('scope') === 'row')).toBe(true);
  });
});

describe('a question of the dataset', () => {
  test.each([
    ['en', 'How many people were released on 25 December 2025?', {'>=': 'at least ', '>': 'more than '}],
    [
      'es',
      '¿Cuántas personas fueron excarceladas el 25 de diciembre de 2025?',
      {'>=': 'al menos ', '>': 'más de '},
    ],
  ])('has every figure, by date and claimant: %s', async (lang, title, comparators) => {
    document.documentElement.lang = lang;
    const {claims} = await ask(venezuela, {question: CHRISTMAS});
    await expect.element(page.getByRole('heading', {name: title, exact: true})).toBeVisible();
    const rows = answersTo(CHRISTMAS);
    expect(rows.length).toBeGreaterThan(5);
    expect(claimsOf(claims).map(({dataset}) => dataset.id)).toEqual(rows.map(({id}) => id));
    expect(parts(claims, 'value')).toEqual(
      rows.map(
        ({comparator, value}) => `${new Map(Object.entries(comparators)).get(comparator) ?? ''}${value}`,
      ),
    );
    expect(
      parts(claims, 'claimant').map((claimant, i) => claimant.startsWith(nameOf(rows[i], lang))),
    ).toEqual(rows.map(() => true));
    claimsOf(claims).forEach((claim, i) => {
      const cited = new Set(rows[i]?.cite.map(({source}) => source));
      const urls = [...cited].flatMap((id) => sources.get(id)?.url ?? []);
      expect(claim.querySelectorAll('.note').length).toBe(cited.size);
      const links = [...claim.querySelectorAll('a.note')].map((note) => note.getAttribute('href'));
      expect(links.sort()).toEqual(urls.sort());
    });
    // Numbers in texts of the record and source numbers are not ours.
    const drawn = one(claims, '.claims').cloneNode(true) as Element;
    for (const note of drawn.querySelectorAll('.note')) note.remove();
    const remarks = [questions.get(CHRISTMAS), ...rows].flatMap((row) => row?.note?.[lang] ?? []);
    const text = remarks.reduce(
      (so, remark) => so.replaceAll(remark, ''),
      `${words(drawn)} ${names(claims).join(' ')}`,
    );
    expect(text).not.toMatch(/\b(mean|median|sum|average|media|mediana|suma|promedio)\b/i);
    // Neither sum nor mean is shown, as nobody claims them.
    const sum = rows.reduce((so, {value}) => so + value, 0);
    for (const made of [sum, Math.round(sum / rows.length)]) {
      expect(rows.map(({value}) => value)).not.toContain(made);
      expect(text).not.toMatch(new RegExp(`\\b${made}\\b`));
    }
  });

  test('stands without a selection, and its event can be selected', async () => {
    const {story, claims} = await ask(venezuela, {question: 'rel-2025-12-25'});
    expect(claims.matches(':state(empty)')).toBe(false);
    await button('Prisoners released on Christmas Day').click();
    await settled(story);
    expect(story.snapshot.selected).toBe(RELEASE);
    expect(rootOf(claims).activeElement?.getAttribute('aria-pressed')).toBe('true');
  });

  test('marks the claims of the selected event, and offers the others', async () => {
    const {story, claims} = await ask(venezuela, {question: 'arrests-2024', selected: 'maduro-2229'});
    const marked = () =>
      claimsOf(claims)
        .filter((claim) => claim.part.contains('claim-selected'))
        .map((claim) => [claim.dataset.id, claim.ariaCurrent]);
    expect(marked()).toEqual([['arrests-gov-2024-08-06', 'true']]);
    await dispatch(story, {type: 'select', id: null});
    expect(marked()).toEqual([]);
    await button('Maduro says 2,229 people have been captured').click();
    await settled(story);
    expect(story.snapshot.selected).toBe('maduro-2229');
    expect(marked().length).toBe(1);
  });

  test('without an answer says so', async () => {
    const {claims} = await ask(venezuela, {question: 'recognition'});
    await expect.element(page.getByRole('heading', {name: /^Who recognised/})).toBeVisible();
    await expect.element(page.getByText('No figure answers this question yet.')).toBeVisible();
    expect(claims.matches(':state(empty)')).toBe(true);
  });

  test('that the dataset has not, has no answer', async () => {
    const {claims} = await ask(venezuela, {question: 'nonsense'});
    await expect.element(page.getByText('No figure answers this question yet.')).toBeVisible();
    expect(claims.matches(':state(empty)')).toBe(true);
  });

  test('every question of the dataset is drawn, each figure once', async () => {
    const {story, claims} = await ask(venezuela);
    for (const {id, figures} of story.snapshot.dataset.questions) {
      claims.question = id;
      await settled(story);
      expect(
        claimsOf(claims)
          .map(({dataset}) => dataset.id)
          .sort(),
      ).toEqual([...figures].sort());
    }
  });
});

describe('without a question', () => {
  test('says what to do until an event with figures is selected', async () => {
    const {story, claims} = await ask(three);
    await expect.element(page.getByText(/^Choose an event that has figures/)).toBeVisible();
    expect(claims.matches(':state(empty)')).toBe(true);
    await dispatch(story, {type: 'select', id: 'e'});
    expect(claimsOf(claims).length).toBe(3);
    expect(claims.matches(':state(empty)')).toBe(false);
    await dispatch(story, {type: 'select', id: 'other'});
    await expect.element(page.getByText(/^Choose an event that has figures/)).toBeVisible();
    expect(claimsOf(claims)).toEqual([]);
  });

  test('offers the events about which figures disagree', async () => {
    const {story, claims} = await ask(three);
    await page.getByRole('button', {name: 'A release'}).click();
    expect(story.snapshot?.selected).toBe('e');
    await expect.poll(() => claimsOf(claims).length).toBe(3);
  });

  test('gives its hint up for the slot', async () => {
    const {claims} = await ask(three);
    claims.innerHTML = '<p slot="empty">Pick one.</p>';
    await expect.element(page.getByText('Pick one.')).toBeVisible();
    expect(one(claims, '.nothing').checkVisibility()).toBe(false);
  });

  test('asks what one claimant says of an event, too', async () => {
    const {claims} = await ask(venezuela, {selected: 'release-2025-01-25'});
    expect(parts(claims, 'value')).toEqual(['1,896']);
  });
});

describe('what cannot stand on one axis', () => {
  test('has its own, and the reason is said', async () => {
    const figures = [
      ...three.figures,
      {
        id: 'p',
        measure: 'share',
        event: 'e',
        date: '2025-03-01',
        actor: 'forum',
        value: 140,
        cite: [{source: 's3'}],
      },
    ];
    const questions = [{id: 'q', question: 'How many?', figures: figures.map(({id}) => id)}];
    const {claims} = await ask(withFigures(figures, {questions}), {question: 'q'});
    await expect.element(page.getByText(/^Not counted alike \(in kind, unit or start\)/)).toBeVisible();
    expect(all(claims, '.list').map((list) => list.getAttribute('aria-label'))).toEqual([
      '3 answers, People freed, people, on a date',
      '1 answer, Share freed, per cent, on a date',
    ]);
    const axes = all(claims, '[part="axis"]').map((axis) => [...axis.querySelectorAll('text')].map(words));
    expect(axes.length).toBe(2);
    expect(axes.every(([first]) => first === '0')).toBe(true);
    // A percentage over 100 is shown unchanged.
    expect(parts(claims, 'value').at(-1)).toBe('140');
  });
});

describe('bad input is shown as what it is', () => {
  const figure = {
    measure: 'freed',
    event: 'e',
    date: '2025-03-01',
    actor: 'forum',
    value: 5,
    cite: [{source: 's1'}],
  };
  const draw = async (...figures: object[]) =>
    ask(withFigures(figures.map((each, i) => ({id: `f${i}`, ...figure, ...each}))), {selected: 'e'});

  test('no source', async () => {
    const {claims} = await draw({cite: []});
    expect(parts(claims, 'source')).toEqual(['no source given']);
  });

  test('parts that do not add up', async () => {
    const {claims} = await draw(
      {breakdown: [{group: 'men', value: 3}]},
      {breakdown: [{group: 'men', value: 5}]},
    );
    expect(claimsOf(claims).map((claim) => words(claim).includes('do not add up'))).toEqual([true, false]);
  });

  test('two values of one claimant for one date', async () => {
    const {claims} = await draw({value: 5}, {value: 3});
    expect(parts(claims, 'value')).toEqual(['5', '3']);
    expect(words(one(claims, '.claims'))).toContain('They disagree');
  });

  test('a negative count', async () => {
    const {claims} = await draw({value: -5}, {value: 10, actor: 'ministry'});
    expect(parts(claims, 'value')).toEqual(['-5', '10']);
    const zero = one<SVGLineElement & HTMLElement>(claims, '.grid .zero').getBoundingClientRect().left;
    const [below, above] = all(claims, '.outline.dashed').map((dot) => dot.getBoundingClientRect());
    expect(below?.right).toBeLessThan(zero);
    expect(above?.left).toBeGreaterThan(zero);
  });

  test('dates that are missing or not understood', async () => {
    const {claims} = await draw({date: undefined}, {date: 'in spring', actor: 'ministry'});
    expect(claimsOf(claims).map((claim) => words(claim.querySelector('.date')))).toEqual([
      'date unknown',
      'date unknown (in spring)',
    ]);
  });

  test('what is no number is left out, and the story says so to those who ask', async () => {
    const {story, claims} = await draw(
      {},
      {value: Number.NaN, actor: 'ministry'},
      {value: '9', actor: 'mothers'},
    );
    expect(parts(claims, 'value')).toEqual(['5']);
    const faults = story.snapshot.issues.filter(({severity}) => severity === 'error');
    expect(faults.map(({row}) => row)).toEqual(['figure "f1"', 'figure "f2"']);
    const faulty = {...three, figures: [{id: 'x', ...figure, value: Number.NaN}]};
    const asked = await mount([], faulty, {'with-issues': ''});
    await expect.poll(() => asked.shadowRoot?.textContent).toContain('error, figure "x": ');
    // Readers can do nothing about it.
    const read = await mount([], faulty);
    expect(read.shadowRoot?.textContent).not.toContain('figure "x"');
  });

  test('hostile text stays text', async () => {
    const hostile = '<img src=x onerror="window.broken=1">';
    const {claims} = await ask(
      {
        ...three,
        actors: [{id: 'forum', name: hostile, kind: 'ngo'}],
        measures: [{id: 'freed', name: hostile, kind: 'flow'}],
        sources: [{id: 's1', title: hostile, publisher: hostile, url: 'javascript:window.broken=1'}],
        figures: [{id: hostile, ...figure, status: hostile, note: `${hostile} [x](javascript:alert)`}],
        questions: [{id: hostile, question: hostile, note: hostile, figures: [hostile]}],
      },
      {question: hostile},
    );
    expect(claimsOf(claims)[0]?.dataset.id).toBe(hostile);
    await expect.element(page.getByRole('heading', {name: hostile})).toBeVisible();
    expect(parts(claims, 'claimant')[0]).toContain(hostile);
    expect(parts(claims, 'status')).toEqual([hostile]);
    expect(rootOf(claims).querySelector('img, a')).toBeNull();
    expect('broken' in window).toBe(false);
  });
});

describe('keys', () => {
  const focused = (claims: CronoClaims) => (rootOf(claims).activeElement as HTMLElement | null)?.dataset.id;

  test('Tab comes to one claim and its links, arrows and Home and End go through all', async () => {
    const {story, claims} = await ask(three, {selected: 'e'});
    await userEvent.keyboard('{Tab}');
    expect(focused(claims)).toBe('f61');
    await userEvent.keyboard('{ArrowDown}');
    expect(focused(claims)).toBe('f72');
    await userEvent.keyboard('{End}');
    expect(focused(claims)).toBe('f99');
    await userEvent.keyboard('{ArrowDown}');
    expect(focused(claims)).toBe('f99');
    await userEvent.keyboard('{Home}{ArrowUp}{ArrowDown}');
    expect(focused(claims)).toBe('f72');
    await settled(story);
    await userEvent.keyboard('{Tab}');
    expect(rootOf(claims).activeElement?.ariaLabel).toBe('Source 1: Paper');
    await userEvent.keyboard('{Tab}{Tab}');
    expect(rootOf(claims).activeElement?.localName).toBe('summary');
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}{ArrowUp}');
    expect(focused(claims)).toBe('f61');
  });

  test('go on from one question to the next', async () => {
    const {claims} = await ask(venezuela, {selected: RELEASE});
    const first = answersTo(CHRISTMAS).length;
    // Figures of the event by more than one claimant.
    const counted = [...figures.values()].filter(({event}) => event === RELEASE);
    const disputed = counted.filter((row) =>
      counted.some(({measure, actor}) => measure === row.measure && actor !== row.actor),
    );
    expect(claimsOf(claims).length).toBe(disputed.length);
    expect(disputed.length).toBeGreaterThan(first);
    expect(claimsOf(claims)[first - 1]?.dataset.id).toBe(answersTo(CHRISTMAS).at(-1)?.id);
    claimsOf(claims)[first - 1]?.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(rootOf(claims).activeElement).toBe(claimsOf(claims)[first]);
    expect(claimsOf(claims).filter(({tabIndex}) => tabIndex === 0).length).toBe(1);
  });

  test('that are for the page stay the page’s', async () => {
    const {claims} = await ask(three, {selected: 'e'});
    claimsOf(claims)[0]?.focus();
    const taken: boolean[] = [];
    claims.addEventListener('keydown', (event) => taken.push(event.defaultPrevented));
    await userEvent.keyboard('{PageDown}{Control>}{ArrowDown}{/Control}');
    expect(taken.every((each) => !each)).toBe(true);
    expect(focused(claims)).toBe('f61');
  });
});

/** A question that twenty claimants answer, with values from 1 to a million millions. */
const KINDS = ['government', 'ngo', 'party', 'media', 'international', 'court', 'families', 'other'];
const twenty = {
  ...three,
  actors: Array.from({length: 20}, (_, i) => ({
    id: `a${i}`,
    name: `Claimant number ${i} of a long list`,
    kind: KINDS[i % 8],
  })),
  figures: Array.from({length: 20}, (_, i) => ({
    id: `f${i}`,
    measure: 'freed',
    event: i % 2 ? 'e' : 'other',
    date: `2025-01-${String(i + 1).padStart(2, '0')}`,
    actor: `a${i}`,
    value:
      i < 13 ? 10 ** i : [999_999_999_999, 1, 500_000_000_000, 123_456_789, 5000, 750_000_000_001, 2][i - 13],
    comparator: ['=', '>=', '~', '<=', '<', '>'][i % 6],
    status: ['verified', 'claimed', 'official', 'reported', 'estimated'][i % 5],
    cite: [{source: 's1'}],
  })),
  questions: [
    {id: 'q', question: 'How many of them are there?', figures: Array.from({length: 20}, (_, i) => `f${i}`)},
  ],
};

describe('the look', () => {
  const boxesOf = (claims: CronoClaims) =>
    all(claims, '.title, .note-text, .disagree, .what, .axis text, .claimant, .value, .claim > .facts, .more')
      .filter((element) => words(element))
      .map((element) => ({
        name: `${element.getAttribute('class')}: ${words(element)}`,
        box: element.getBoundingClientRect(),
      }));

  test.each(['360px', '768px', '1280px', '280px'])('no two texts overlap, none is cut: %s', async (width) => {
    for (const [data, question] of [
      [twenty, 'q'],
      [venezuela, 'rel-2025-12-25'],
      [venezuela, 'election-2024-maduro'],
    ] as const) {
      const {story, claims} = await ask(data, {question, width});
      await frame();
      await settled(story);
      const boxes = boxesOf(claims);
      expect(boxes.length).toBeGreaterThan(12);
      const host = claims.getBoundingClientRect();
      const faults: string[] = [];
      boxes.forEach(({name, box}, i) => {
        if (box.left < host.left - 1 || box.right > host.right + 1) faults.push(`${name} is cut`);
        for (const other of boxes.slice(i + 1)) {
          const apart =
            box.right <= other.box.left + 1 ||
            other.box.right <= box.left + 1 ||
            box.bottom <= other.box.top + 1 ||
            other.box.bottom <= box.top + 1;
          if (!apart) faults.push(`${name} × ${other.name}`);
        }
      });
      expect(faults).toEqual([]);
      story.parentElement?.remove();
    }
  });

  test('each value is in its claim’s own row, beside its dot, and the dot is on the axis', async () => {
    const {claims} = await ask(three, {selected: 'e', width: '900px'});
    const ticks = all(claims, '.axis text').map(
      (text) => [Number(words(text)), text.getBoundingClientRect()] as const,
    );
    const centre = (box: DOMRect | undefined) => (box ? box.left + box.width / 2 : Number.NaN);
    const [low, high] = [ticks[0], ticks.at(-1)];
    if (!low || !high) throw new Error('no axis');
    const scale = (centre(high[1]) - centre(low[1])) / (high[0] - low[0]);
    for (const [i, value] of [61, 72, 99].entries()) {
      const claim = claimsOf(claims)[i];
      const dot = claim?.querySelector('.row .outline')?.getBoundingClientRect();
      expect(Math.abs(centre(dot) - centre(low[1]) - value * scale)).toBeLessThan(1.5);
      const [row, text] = [claim, claim?.querySelector('.value')].map((each) =>
        each?.getBoundingClientRect(),
      );
      expect(text?.top).toBeGreaterThanOrEqual(row?.top ?? Infinity);
      expect(text?.bottom).toBeLessThanOrEqual(row?.bottom ?? -Infinity);
    }
  });

  test('kinds of claimant differ in shape, statuses in fill, comparators in stroke', async () => {
    const {claims} = await ask(twenty, {question: 'q'});
    const shapes = claimsOf(claims)
      .slice(0, 8)
      .map((claim) => claim.querySelector('.kind path')?.getAttribute('d'));
    expect(new Set(shapes).size).toBe(8);
    const looks = claimsOf(claims)
      .slice(0, 5)
      .map((claim) => claim.querySelector('.row .outline')?.getAttribute('class'));
    expect(new Set(looks).size).toBe(5);
    const strokes = claimsOf(claims)
      .slice(0, 6)
      .map((claim) => ['.open', '.about'].filter((each) => claim.querySelector(each)).join());
    expect(strokes).toEqual(['', '.open', '.about', '.open', '.open', '.open']);
  });

  test.each([
    ['light', '900px'],
    ['dark', '900px'],
    ['light', '340px'],
    ['dark', '340px'],
  ])('axe finds nothing in %s at %s', async (theme, width) => {
    document.documentElement.style.colorScheme = theme;
    document.body.style.background = theme === 'dark' ? '#17181a' : '#fffefb';
    for (const [data, options] of [
      [venezuela, {question: 'rel-2025-12-25', selected: RELEASE}],
      [twenty, {question: 'q', selected: 'e'}],
      [three, {}],
    ] as const) {
      const {story, claims} = await ask(data, {...options, theme, width});
      for (const details of all(claims, 'details')) (details as unknown as HTMLDetailsElement).open = true;
      const {violations} = await axe.run(claims, {rules: {region: {enabled: false}}});
      expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
      story.parentElement?.remove();
    }
  });

  test('forced colours keep shapes, fills and texts', async () => {
    await cdp().send('Emulation.setEmulatedMedia', {features: [{name: 'forced-colors', value: 'active'}]});
    try {
      const {claims} = await ask(twenty, {question: 'q'});
      const look = (selector: string) => getComputedStyle(one(claims, selector));
      const text = getComputedStyle(document.body).color;
      expect(matchMedia('(forced-colors: active)').matches).toBe(true);
      expect(look('.row .outline').stroke).toBe(text);
      expect(look('.row .outline.full').fill).toBe(text);
      expect(look('.row .outline.hollow').fill).not.toBe(text);
      expect(look('.value').fill).toBe(text);
      expect(look('.open').stroke).toBe(text);
    } finally {
      await cdp().send('Emulation.setEmulatedMedia', {features: []});
    }
  });

  test('in print every claim is there, with its value', async () => {
    const {claims} = await ask(venezuela, {question: 'rel-2025-12-25', width: '1200px'});
    await cdp().send('Emulation.setEmulatedMedia', {media: 'print'});
    try {
      (claims.closest('div') as HTMLElement).style.width = '400px';
      for (const claim of claimsOf(claims)) {
        const [box, value] = [claim, claim.querySelector('.value')].map((each) =>
          each?.getBoundingClientRect(),
        );
        expect(claim.checkVisibility()).toBe(true);
        expect(value?.width).toBeGreaterThan(0);
        expect(value?.right).toBeLessThanOrEqual(box?.right ?? 0);
        const widths = ['.row', '.grid'].map(
          (each) => claim.querySelector(each)?.getBoundingClientRect().width,
        );
        expect(widths[0]).toBe(widths[1]);
      }
    } finally {
      await cdp().send('Emulation.setEmulatedMedia', {media: ''});
    }
  });

  test('from right to left the words turn and the axis does not', async () => {
    const {claims} = await ask(three, {selected: 'e', width: '800px', dir: 'rtl'});
    const [claim] = claimsOf(claims);
    const [plot, who] = ['.plot', '.claimant'].map((each) =>
      claim?.querySelector(each)?.getBoundingClientRect(),
    );
    expect(who?.left).toBeGreaterThan(plot?.right ?? Infinity);
    const dots = all(claims, '.row .outline').map((dot) => dot.getBoundingClientRect());
    expect(dots.map(({left}) => left).sort((a, b) => a - b)).toEqual(dots.map(({left}) => left));
    all(claims, '.value').forEach((value, i) => {
      const [text, dot] = [value.getBoundingClientRect(), dots[i]];
      expect(text.left > Number(dot?.right) || text.right < Number(dot?.left)).toBe(true);
      expect(text.left).toBeGreaterThanOrEqual(plot?.left ?? Infinity);
      expect(text.right).toBeLessThanOrEqual(plot?.right ?? -Infinity);
    });
  });
});

describe('an element among others', () => {
  test('shows its fallback until a dataset is ready, joins by `for`, and lets go when its story goes', async () => {
    const claims = document.createElement('crono-claims');
    claims.setAttribute('for', 'one');
    claims.innerHTML = '<p>Fallback</p>';
    document.body.append(claims);
    await expect.element(page.getByText('Fallback')).toBeVisible();
    const story = await mount([], three, {id: 'one', selected: 'e'});
    await claims.updateComplete;
    expect(claimsOf(claims).length).toBe(3);
    story.remove();
    await Promise.resolve();
    await claims.updateComplete;
    await expect.element(page.getByText('Fallback')).toBeVisible();
  });

  test('moved in the page, it goes on', async () => {
    const {story, claims} = await ask(three, {selected: 'e'});
    const box = document.createElement('section');
    story.append(box);
    box.append(claims);
    await dispatch(story, {type: 'select', id: null});
    expect(claimsOf(claims)).toEqual([]);
    await dispatch(story, {type: 'select', id: 'e'});
    expect(claimsOf(claims).length).toBe(3);
  });

  test('a request that is refused selects nothing', async () => {
    const {story, claims} = await ask(venezuela, {question: 'rel-2025-12-25'});
    claims.addEventListener('crono-request', (event) => event.preventDefault());
    await button('Prisoners released on Christmas Day').click();
    await settled(story);
    expect(story.snapshot.selected).toBeNull();
  });

  test('heads at the level that the page gives, and speaks the language that the page changes to', async () => {
    const {story, claims} = await ask(venezuela, {question: 'rel-2025-12-25'});
    claims.headingLevel = 5;
    story.lang = 'es';
    await settled(story);
    await expect.element(page.getByRole('heading', {level: 5, name: /^¿Cuántas personas/})).toBeVisible();
    expect(parts(claims, 'claimant')).toContain('Comité de Madres en Defensa de la Verdad familiares');
  });
});
