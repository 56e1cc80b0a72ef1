import {afterEach, beforeAll, describe, expect, test} from 'vitest';
import {parseDataset} from '../../src/core/dataset/index.js';
import {en} from '../../src/i18n/en.js';
import {addMessages} from '../../src/i18n/index.js';
import {claimsHtml, listHtml, measuresHtml} from '../../src/static/index.js';
import {all, mount, one, reset, rootOf, settled, waitFor, words} from '../elements/helpers.js';
import {CLAIMS, EVENT, OTHER, REWORDED, SAID, SHARES, SOURCES, STORY, WHEREABOUTS} from './story.js';

const {dataset} = parseDataset(STORY);
const IDS = ['most', 'few'] as const;
type Id = (typeof IDS)[number];

const TAGS = [
  'crono-map',
  'crono-timeline',
  'crono-card',
  'crono-claims',
  'crono-chart',
  'crono-list',
  'crono-sources',
];

/** A view that shows a claim, and how to find it there. */
interface Renderer {
  /** A claim, whole. */
  readonly claim?: (id: Id) => Element;
  /** The container of the texts about the event. */
  readonly event?: () => Element;
  readonly place?: () => Element;
}

function parse(html: string | undefined): Element {
  const {body} = new DOMParser().parseFromString(html ?? '', 'text/html');
  return body;
}

const found = (within: ParentNode, selector: string, at = 0): Element => {
  const element = within.querySelectorAll(selector)[at];
  if (!element) throw new Error(`no ${selector} (${at})`);
  return element;
};

/** Renders every view of the story in one page; `language` is the reader's. */
async function everything(language: string): Promise<Readonly<Record<string, Renderer>>> {
  document.documentElement.lang = language;
  const story = await mount(TAGS, STORY, {width: '900px', selected: 'e'});
  const root = (tag: string) => rootOf(found(story, tag));
  found(story, 'crono-list').toggleAttribute('open', true);
  // A reader has come: what is further down is fetched too.
  dispatchEvent(new Event('pointermove'));
  await waitFor(() => {
    for (const [tag, selector] of [
      ['crono-card', '[part~="figure"]'],
      ['crono-list', '[part~="figure"]'],
      ['crono-claims', '[part~="claim"]'],
      ['crono-chart', '[role="option"]'],
      ['crono-map', '[part~="place"] [role="option"]'],
      ['crono-sources', '[part~="source"]'],
    ] as const)
      found(root(tag), selector);
  });
  const map = root('crono-map');
  // What is chosen is said beside its mark only while no card says it.
  const card = found(story, 'crono-card') as HTMLElement;
  card.hidden = true;
  found(map, '[part~="place"]').dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}));
  await waitFor(() => found(map, '[part~="call-out"] .lead'));
  const callOut = found(map, '[part~="call-out"]').cloneNode(true) as Element;
  card.hidden = false;
  await settled(story);
  const order = (id: Id) => IDS.indexOf(id);
  const options = {language};
  const list = parse(listHtml(dataset, options));
  const claims = parse(claimsHtml(dataset, 'q', options));
  return {
    card: {
      claim: (id) => found(root('crono-card'), `[part~="figure"][data-id="${id}"]`),
      event: () => found(root('crono-card'), '.card'),
      place: () => found(root('crono-card'), '.where'),
    },
    list: {
      claim: (id) => found(root('crono-list'), `[part~="figure"][data-id="${id}"]`),
      event: () => found(root('crono-list'), '[part~="item"]'),
      place: () => found(root('crono-list'), '.where'),
    },
    'call-out': {
      claim: (id) => found(callOut, '.lead', order(id)),
      event: () => found(callOut, '.brief'),
      place: () => found(callOut, '.at'),
    },
    'static list': {
      claim: (id) => found(list, `#told-figure-${id}`),
      event: () => found(list, '#told-event-e'),
      place: () => found(list, '#told-event-e'),
    },
    // The fragment has them in the order of their dates.
    'static claims': {claim: (id) => found(claims, 'li', order(id))},
  };
}

afterEach(reset);

describe('each renderer', () => {
  const names = ['card', 'list', 'call-out', 'static list', 'static claims'] as const;

  test.each(names)('%s: says all of a claim, and where its source is', async (name) => {
    const {claim} = (await everything('en'))[name] ?? {};
    for (const id of IDS) {
      const element = claim?.(id);
      for (const fact of CLAIMS[id]) expect(words(element)).toContain(fact);
      expect(words(element)).not.toMatch(OTHER);
      // In the card a number leads to the entry below it.
      if (name !== 'card') expect(element?.querySelector('a')?.getAttribute('href')).toBe(SOURCES[id]);
    }
  });

  test.each(['card', 'list', 'call-out', 'static list'] as const)(
    '%s: says all of the event and its place',
    async (name) => {
      const {event, place} = (await everything('en'))[name] ?? {};
      for (const fact of EVENT) expect(words(event?.())).toContain(fact);
      expect(words(place?.())).toContain('The Town');
      for (const fact of WHEREABOUTS.split(', ')) expect(words(place?.())).toContain(fact);
    },
  );

  test('claims, chart and the static table: the same in their cells and in one breath', async () => {
    await everything('en');
    const story = found(document, 'crono-story');
    const claims = found(story, 'crono-claims');
    const chart = found(story, 'crono-chart');
    const table = parse(measuresHtml(dataset, ['freed'], {language: 'en'}));
    for (const id of IDS) {
      const claim = one(claims, `[part~="claim"][data-id="${id}"]`);
      expect(claim.getAttribute('aria-label')).toBe(SAID[id]);
      expect(words(claim)).not.toMatch(OTHER);
      expect(claim.querySelector('.note')?.getAttribute('href')).toBe(SOURCES[id]);
    }
    // Undated figures are only in the chart's table.
    expect(one(chart, '[role="option"]').getAttribute('aria-label')).toBe(SAID.most);
    one(chart, 'summary').click();
    await waitFor(() => one(chart, 'td'));
    for (const id of IDS) {
      const row = words(one(chart, `tr[data-id="${id}"]`));
      const [value = '', , , status = ''] = CLAIMS[id];
      const who = CLAIMS[id][1].replace('according to ', '');
      for (const fact of [value, who, status]) {
        expect(row).toContain(fact);
        expect(words(found(table, 'tbody tr', IDS.indexOf(id)))).toContain(fact);
      }
      expect(row).not.toMatch(OTHER);
      expect(one(chart, `tr[data-id="${id}"] a.note`).getAttribute('href')).toBe(SOURCES[id]);
      expect(found(table, 'tbody tr', IDS.indexOf(id)).querySelector('a')?.getAttribute('href')).toBe(
        SOURCES[id],
      );
    }
    expect(words(found(table, 'caption'))).toBe('people, running total, since January 2024');
  });

  test('accessible names of timeline and map', async () => {
    await everything('en');
    const story = found(document, 'crono-story');
    expect(one(found(story, 'crono-timeline'), '[role="option"]').getAttribute('aria-label')).toBe(
      EVENT.join(', '),
    );
    const counts = 'at least 72 according to Aid Forum, 60 according to The Desk';
    const place = one<SVGElement>(found(story, 'crono-map'), '[part~="place"]');
    expect(place.getAttribute('aria-label')).toBe(`The Town, ${counts}, ${WHEREABOUTS}`);
    expect(place.querySelector('[role="option"]')?.getAttribute('aria-label')).toBe(
      `A release, March 1, 2024, The Town, ${counts}, ${WHEREABOUTS}`,
    );
  });

  test.each(['card', 'list', 'static list'] as const)('%s: names the parts of a claim', async (name) => {
    const claim = (await everything('en'))[name]?.claim?.('most');
    for (const share of SHARES) expect(words(claim)).toContain(share);
    expect(words(claim)).toContain('The parts given do not add up to the whole.');
    expect(words(claim)).toContain('Counted at the gate.');
  });

  test('a source has one entry, in the list of sources, in the card and in static HTML', async () => {
    await everything('en');
    const story = found(document, 'crono-story');
    const list = parse(listHtml(dataset, {language: 'en'}));
    const entries = [
      found(rootOf(found(story, 'crono-sources')), '[data-id="kept"]'),
      found(rootOf(found(story, 'crono-card')), '[part~="source"][data-id="kept"]'),
      found(list, '#told-source-kept'),
    ];
    for (const entry of entries) {
      expect(words(entry)).toContain('Boletín');
      expect(entry.querySelector('[lang="es"]')?.textContent).toBe('Boletín');
      expect([...entry.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
        SOURCES.most,
        SOURCES.most,
      ]);
    }
  });
});

describe('another wording of a claim', () => {
  beforeAll(() => addMessages('gl', {...en(String), ...REWORDED}));

  const WHO = 'in the words of Aid Forum';
  // A browser may not know the language's months.
  const WHEN = /counted \S+ (de )?2024/;
  const NEVER = 'nobody knows when (in spring)';

  test('shows in every renderer', async () => {
    const renderers = await everything('gl');
    for (const [name, {claim}] of Object.entries(renderers)) {
      expect(words(claim?.('most')), name).toContain(WHO);
      expect(words(claim?.('most')), name).toMatch(WHEN);
      expect(words(claim?.('few')), name).toContain(NEVER);
    }
    const story = found(document, 'crono-story');
    const said = (tag: string, selector: string) =>
      all(found(story, tag), selector)
        .map((element) => element.getAttribute('aria-label'))
        .join('\n');
    for (const name of [said('crono-claims', '[part~="claim"]'), said('crono-chart', '[role="option"]')]) {
      expect(name).toContain(WHO);
      expect(name).toMatch(WHEN);
    }
    expect(said('crono-map', '[part~="place"]')).toContain(`at least 72 ${WHO}`);
    expect(words(one(found(story, 'crono-map'), '.foot .caption'))).toContain(WHO);
  });
});
