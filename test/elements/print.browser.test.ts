/** What elements say on paper: each fact once, and nothing that only works on a screen. */
import {afterEach, describe, expect, onTestFinished, test} from 'vitest';
import {cdp} from 'vitest/browser';
import {CronoStory} from '../../src/elements/story/story.js';
import type {CronoTimeline} from '../../src/elements/timeline/timeline.js';
import {mediaMessages} from '../../src/i18n/index.js';
import {waitFor} from '../wait-for.js';
import {all, dispatch, frame, mount, one, reset, rest, rootOf, settled} from './helpers.js';

CronoStory.define();

afterEach(async () => {
  window.dispatchEvent(new Event('afterprint'));
  await cdp().send('Emulation.setEmulatedMedia', {media: ''});
  reset();
});

const story = {
  cronomapa: 1,
  language: 'en',
  sources: [
    {id: 'quoted', title: 'The dam breaks', publisher: 'Valley Paper', url: 'https://example.org/quoted'},
    {id: 'other', title: 'All about the dam', publisher: 'Coast Paper', url: 'https://example.org/other'},
  ],
  actors: [
    {
      id: 'a',
      name: 'River Office',
      type: 'government',
      definition: 'Counts houses.',
      cite: [{source: 'other'}],
    },
  ],
  measures: [{id: 'houses', name: 'Houses under water', unit: 'house'}],
  events: [
    {
      id: 'break',
      date: '2021-03-01',
      title: 'The dam breaks at night',
      cite: [{source: 'quoted', quote: 'a noise like thunder', locator: 'page 4'}, {source: 'other'}],
    },
    {
      id: 'flood',
      date: '2021-03-02',
      title: 'The town is under water',
      cite: [{source: 'other'}],
      links: [{to: 'break', rel: 'responds-to'}],
    },
  ],
  figures: [
    {
      id: 'f',
      event: 'flood',
      measure: 'houses',
      actor: 'a',
      value: 40,
      status: 'claimed',
      cite: [{source: 'other'}],
    },
  ],
};

/** Prints a story of these elements; returns the text that is on paper, of each. */
async function print(data: object, ...names: readonly string[]): Promise<readonly string[]> {
  const element = document.createElement('crono-story');
  const views = names.map((name) => document.createElement(name));
  element.append(...views);
  element.setAttribute('selected', 'flood');
  element.data = data;
  document.body.append(element);
  await element.ready;
  await expect.poll(() => views.every((each) => !each.matches(':state(waiting)'))).toBe(true);
  const maps = views.filter((each) => each.localName === 'crono-map');
  await expect.poll(() => maps.every((map) => all(map, 'svg[role=listbox]').length > 0)).toBe(true);
  window.dispatchEvent(new Event('beforeprint'));
  await cdp().send('Emulation.setEmulatedMedia', {media: 'print'});
  return views.map((each) => [...rootOf(each).children].map(readable).join('\n'));
}

/** The text that is drawn. */
const readable = (node: Element): string =>
  // biome-ignore lint/performance/useDomNodeTextContent: what is not displayed is not on paper.
  node instanceof HTMLElement && node.checkVisibility() ? node.innerText : '';

const count = (text: string, part: string) => text.split(part).length - 1;

describe('on paper', () => {
  test('views that are on the way to a step have come there', async () => {
    const places = [
      {id: 'cork', name: 'Cork', lat: 51.85, lon: -8.29},
      {id: 'york', name: 'New York', lat: 40.7, lon: -74},
    ];
    const events = places.map(({id}, i) => ({id, date: `1912-04-1${i}`, title: id, places: [id]}));
    const element = await mount(['crono-map', 'crono-timeline'], {cronomapa: 1, places, events});
    const views = [...element.querySelectorAll<HTMLElement>('crono-map, crono-timeline')];
    await waitFor(() => views.every((view) => one(view, 'svg[role=listbox] .mark')));
    const tell = (id: string) =>
      dispatch(element, {
        type: 'step',
        view: {
          selected: null,
          range: {start: Date.UTC(1912, 3, 10), end: Date.UTC(1912, 3, 10 + Number(id === 'york'), 12)},
          step: {id, places: [id]},
        },
      });
    const whereOf = () => [
      ...all(views[0] as Element, '.place').map((mark) => mark.getBoundingClientRect().x.toFixed()),
      ...all(views[1] as Element, '.axis text').map((tick) => tick.getBoundingClientRect().x.toFixed()),
    ];
    // What flies is fetched with the first step.
    await tell('york');
    await rest();
    await settled(element);
    const before = whereOf();
    await tell('cork');
    await frame();
    window.dispatchEvent(new Event('beforeprint'));
    await settled(element);
    const printed = whereOf();
    expect(printed).not.toEqual(before);
    await rest();
    await settled(element);
    expect(whereOf()).toEqual(printed);
    // As steps do that are told for paper.
    await tell('york');
    const told = whereOf();
    expect(told).not.toEqual(printed);
    await rest();
    await settled(element);
    expect(whereOf()).toEqual(told);
  });

  test('what a narrow screen hides is as wide as paper', async () => {
    const element = await mount(['crono-timeline'], story, {width: '320px'});
    const timeline = element.querySelector('crono-timeline') as HTMLElement;
    const drawing = () => one(timeline, 'svg[role=listbox]').getAttribute('width');
    await waitFor(() => expect(Number(drawing())).toBeLessThan(321));
    timeline.style.display = 'none';
    window.dispatchEvent(new Event('beforeprint'));
    await settled(element);
    expect(drawing()).toBe('840');
  });

  test('a timeline that shares the screen with others has all its rows', async () => {
    const events = Array.from({length: 5}, (_, i) => ({
      id: `e${i}`,
      date: '1912-04-10',
      title: `The ship leaves ${i}`,
    }));
    const element = await mount(['crono-timeline'], {cronomapa: 1, events}, {width: '800px'});
    const timeline = element.querySelector('crono-timeline') as CronoTimeline;
    const named = () => all(timeline, '.label').length;
    await waitFor(() => expect(named()).toBe(5));
    timeline.lower(() => 1000);
    await waitFor(() => expect(named()).toBe(0));
    window.dispatchEvent(new Event('beforeprint'));
    await settled(element);
    expect(named()).toBe(5);
    window.dispatchEvent(new Event('afterprint'));
    await settled(element);
    expect(named()).toBe(0);
  });

  test('nothing introduces to what can be chosen', async () => {
    const element = await mount(['crono-card'], story);
    const card = element.querySelector('crono-card') as HTMLElement;
    await waitFor(() => expect(one(card, '[part~="introduction"]').checkVisibility()).toBe(true));
    await cdp().send('Emulation.setEmulatedMedia', {media: 'print'});
    expect(card.checkVisibility()).toBe(false);
  });

  test('sources that come first on the screen stand in the same columns as the rest', async () => {
    const sources = Array.from({length: 40}, (_, i) => ({id: `s${i}`, title: `Report ${i}`}));
    const element = await mount(['crono-sources'], {...story, sources: [...story.sources, ...sources]});
    const view = element.querySelector('crono-sources') as HTMLElement;
    await waitFor(() => one(view, 'details'));
    window.dispatchEvent(new Event('beforeprint'));
    await cdp().send('Emulation.setEmulatedMedia', {media: 'print'});
    const tops = all(view, '[part="source"]').map((each) => each.getBoundingClientRect().top);
    // They begin anew once, with the second column.
    expect(tops.filter((top, i) => top < (tops[i - 1] ?? 0))).toHaveLength(1);
  });

  test('a map is drawn at the size that it has on paper, whatever height it has on the screen', async () => {
    const style = document.createElement('style');
    style.textContent = '@media screen { crono-map { --crono-map-height: 600px } }';
    document.head.append(style);
    onTestFinished(() => style.remove());
    const places = [
      {id: 'cork', name: 'Cork', lat: 51.85, lon: -8.29},
      {id: 'york', name: 'New York', lat: 40.7, lon: -74},
    ];
    const events = story.events.map((event, i) => ({...event, places: [places[i]?.id]}));
    const element = await mount(['crono-map'], {...story, places, events}, {width: '600px'});
    const map = element.querySelector('crono-map') as HTMLElement;
    await waitFor(() => one(map, 'svg[role=listbox] .mark'));
    window.dispatchEvent(new Event('beforeprint'));
    await settled(element);
    const [, , width = 0, height = 0] = (one(map, 'svg[role=listbox]').getAttribute('viewBox') ?? '')
      .split(' ')
      .map(Number);
    expect(width).toBeGreaterThan(700);
    await cdp().send('Emulation.setEmulatedMedia', {media: 'print'});
    // Where the ratio is another, letters are printed smaller than they were laid out.
    const stage = one(map, '.stage');
    expect(stage.clientWidth / stage.clientHeight).toBeCloseTo(width / height, 1);
  });

  test('a map that nobody has come near leaves no empty box', async () => {
    document.body.style.paddingBlockStart = '5000px';
    const element = await mount(['crono-map'], story);
    const map = element.querySelector('crono-map') as HTMLElement;
    await rest();
    expect(one(map, '.stage').childElementCount).toBe(0);
    expect(one(map, '.stage').checkVisibility()).toBe(true);
    await cdp().send('Emulation.setEmulatedMedia', {media: 'print'});
    expect(one(map, '.stage').checkVisibility()).toBe(false);
    expect(map.getBoundingClientRect().height).toBe(0);
  });

  test('a page does not begin with the last row of a table', async () => {
    const days = Array.from({length: 9}, (_, i) => ({
      ...story.figures[0],
      id: `f${i}`,
      date: `2021-03-0${i + 1}`,
      actor: 'a',
      value: 40 + i,
    }));
    await print({...story, figures: days}, 'crono-chart');
    const chart = document.querySelector('crono-chart') as Element;
    await expect.poll(() => all(chart, 'tr').length).toBe(10);
    const rows = all(chart, 'tbody tr').map((row) => getComputedStyle(row).breakBefore);
    expect(rows.slice(-3)).toEqual(['avoid', 'avoid', 'avoid']);
    expect(rows.slice(0, -3)).not.toContain('avoid');
  });

  test('a source that the page lists is a number in the rows, and what is nowhere else stays', async () => {
    const [list = '', sources = ''] = await print(story, 'crono-list', 'crono-sources');
    expect(sources).toContain('The dam breaks');
    expect(sources).toContain('Counts houses.');
    for (const [said, times] of [
      ['a noise like thunder', 1],
      ['page 4', 1],
      ['Valley Paper', 1],
      ['Coast Paper', 0],
      ['All about the dam', 0],
      ['Counts houses.', 0],
      ['River Office', 1],
      ['40', 1],
    ] as const)
      expect([said, count(list, said)]).toEqual([said, times]);
  });

  test('without a list of sources, the rows say all of them', async () => {
    const [list = ''] = await print(story, 'crono-list');
    for (const said of [
      'All about the dam',
      'Coast Paper',
      'Counts houses.',
      'a noise like thunder',
      'page 4',
    ])
      expect(list).toContain(said);
  });

  test('a card says no source again that the page lists', async () => {
    const [card = ''] = await print(story, 'crono-card', 'crono-sources');
    expect(card).toContain('The town is under water');
    expect(card).not.toContain('All about the dam');
  });

  test('a link between events is read once, in the row that says it', async () => {
    const [list = ''] = await print(story, 'crono-list');
    expect(count(list, 'The dam breaks at night')).toBe(2);
    expect(count(list, 'The town is under water')).toBe(1);
  });

  test('what is chosen is read in the list, and in a card only where no list prints it', async () => {
    const [alone = ''] = await print(story, 'crono-card');
    expect(alone).toContain('The town is under water');
    reset();
    const [card, list = ''] = await print(story, 'crono-card', 'crono-list');
    expect(card).toBe('');
    // Nor does its ground, where it has one, or its room.
    expect(document.querySelector('crono-card')?.checkVisibility()).toBe(false);
    expect(list).toContain('The town is under water');
    reset();
    const events = Array.from({length: 101}, (_, i) => ({...story.events[0], id: `e${i}`}));
    const long = {...story, events: [...events, story.events[1]]};
    const [beside = ''] = await print(long, 'crono-card', 'crono-list');
    expect(beside).toContain('The town is under water');
  });

  test('events without a place are counted below a map, and named there only where no list does', async () => {
    const places = [{id: 'p', name: 'Alto', lat: 10, lon: -67, precision: 'locality', note: 'By the river.'}];
    const some = {
      ...story,
      places,
      basemap: 'none',
      events: story.events.map((event) => ({...event, places: event.id === 'flood' ? ['p'] : []})),
    };
    const [alone = ''] = await print(some, 'crono-map');
    expect(alone).toContain('1 without a place');
    expect(alone).toContain('The dam breaks at night');
    reset();
    const [map = ''] = await print(some, 'crono-map', 'crono-list');
    expect(map).toContain('1 without a place');
    expect(map).not.toContain('The dam breaks at night');
  });

  test('how a place is known is read once, at the first event there', async () => {
    const places = [
      {
        id: 'p',
        name: 'Alto',
        lat: 10,
        lon: -67,
        precision: 'locality',
        note: 'By the river.',
        cite: [{source: 'quoted', quote: 'the town of Alto'}],
      },
    ];
    const events = story.events.map(({cite: _, ...event}) => ({...event, places: ['p']}));
    const [list = ''] = await print({...story, places, figures: [], events}, 'crono-list');
    expect(count(list, 'By the river.')).toBe(1);
    expect(count(list, 'the town of Alto')).toBe(1);
    expect(list.indexOf('By the river.')).toBeLessThan(list.indexOf('The town is under water'));
  });

  test('how a place is known is told apart from its note', async () => {
    const places = [
      {id: 'p', name: 'Alto', lat: 10, lon: -67, precision: 'locality', radius: 900, note: 'By the river.'},
    ];
    const events = story.events.map((event) => ({...event, places: ['p']}));
    const [list = ''] = await print({...story, places, events}, 'crono-list');
    expect(list).toContain('Alto: known to the town · By the river.');
  });

  test('each way in which a row is related begins a line', async () => {
    const [, flood] = story.events;
    const links = [
      {to: 'break', rel: 'follows'},
      {to: 'rain', rel: 'denies'},
    ];
    const rain = {id: 'rain', date: '2021-02-28', title: 'Rain', cite: [{source: 'other'}]};
    await print({...story, events: [rain, story.events[0], {...flood, links}]}, 'crono-list');
    const list = document.querySelector('crono-list') as Element;
    const ways = all(list, '[data-id=flood] .related > li:not(.back)').map((each) =>
      each.getBoundingClientRect(),
    );
    expect(ways).toHaveLength(2);
    expect(ways[1]?.top).toBeGreaterThanOrEqual(ways[0]?.bottom ?? Number.POSITIVE_INFINITY);
  });

  test('a number of a source does not stand alone on the last line of a claimant', async () => {
    const lone = async (name: string) => {
      reset();
      const actors = [{...story.actors[0], name}];
      await print({...story, actors}, 'crono-list', 'crono-sources');
      const list = document.querySelector('crono-list') as HTMLElement;
      const claimant = one(list, '.claimant');
      const line = Number.parseFloat(getComputedStyle(claimant).lineHeight);
      // As narrow as it must be for the number alone to have no room.
      const words = document.createRange();
      words.selectNodeContents(claimant);
      words.setEndBefore(one(list, '.claimant .notes'));
      claimant.style.inlineSize = `${words.getBoundingClientRect().width + 4}px`;
      expect(claimant.getBoundingClientRect().height).toBeGreaterThan(1.5 * line);
      const note = one(list, '.claimant .note').getBoundingClientRect();
      words.setStart(words.startContainer, 0);
      return [...words.getClientRects()].every(({bottom}) => bottom <= note.top);
    };
    expect(await lone('Department of Public Safety of the Coast')).toBe(false);
  });

  test('what leads to sources or figures is on the page that these are on', async () => {
    const question = {id: 'q', text: 'How many houses?', measures: ['houses']};
    await print({...story, questions: [question]}, 'crono-list', 'crono-claims');
    const styles = (name: string, selector: string) =>
      all(document.querySelector(name) as Element, selector).map((each) => getComputedStyle(each));
    const places = styles('crono-list', '.places');
    expect(places.length).toBeGreaterThan(0);
    expect(places.every(({breakAfter}) => breakAfter === 'avoid')).toBe(true);
    const scales = styles('crono-claims', '.scale');
    expect(scales.length).toBeGreaterThan(0);
    expect(
      scales.every(({breakInside, breakAfter}) => `${breakInside} ${breakAfter}` === 'avoid avoid'),
    ).toBe(true);
    // A head of a table is repeated on each page, where it has the width of what it is the scale of.
    expect(scales.every(({display}) => display === 'table-header-group')).toBe(true);
    const [axis, row] = ['.axis', '.row'].map((each) =>
      one(document.querySelector('crono-claims') as Element, each).getBoundingClientRect(),
    );
    expect([row?.left, row?.width]).toEqual([axis?.left, axis?.width]);
  });

  test('the words of media are in the language of the story the first time that it is printed', async () => {
    const media = [{type: 'document', src: 'https://example.org/a.pdf', alt: 'El informe'}];
    const events = story.events.map((event) => ({...event, media}));
    const element = await mount(['crono-list'], {...story, language: 'es', events}, {lang: 'es'});
    await waitFor(() => one(element.querySelector('crono-list') as Element, '.item'));
    const list = element.querySelector('crono-list') as Element;
    // Nothing can be fetched while a page is printed.
    await waitFor(() => expect(mediaMessages('es').open('PDF')).toBe('Abrir el documento (PDF)'));
    window.dispatchEvent(new Event('beforeprint'));
    await waitFor(() =>
      expect(all(list, '.leads .to').map((each) => each.textContent?.trim().slice(0, 6))).toEqual([
        'Abrir ',
        'Abrir ',
      ]),
    );
  });

  test('the drawing itself says how long folded time is, below its break', async () => {
    const days = [1, 2, 3, 4].map((day) => ({...story.events[0], id: `e${day}`, date: `2023-03-0${day}`}));
    await print({...story, figures: [], events: [...story.events, ...days]}, 'crono-timeline');
    const timeline = document.querySelector('crono-timeline') as Element;
    const words = await waitFor(() => one(timeline, '.break text'));
    expect(words.textContent).toBe('24 months without events');
    const break_ = one(timeline, '.break .band').getBoundingClientRect();
    const {left, right, top} = words.getBoundingClientRect();
    expect(Math.abs((left + right - break_.left - break_.right) / 2)).toBeLessThan(2);
    expect(top).toBeGreaterThan(break_.bottom);
  });

  test('an opened row is cut as blocks are, and stays with its headings', async () => {
    await print(story, 'crono-list');
    const list = document.querySelector('crono-list') as Element;
    const styles = (selector: string) => all(list, selector).map((each) => getComputedStyle(each));
    expect(styles('.item').map(({display}) => display)).toEqual(['block', 'block']);
    for (const heading of ['.year-name', '.month-name', '.item > .when', '.item > .what'])
      expect(styles(heading).every(({breakAfter}) => breakAfter === 'avoid')).toBe(true);
  });

  test('the head of a chart’s table is at the top of each page, and sticks over no row', async () => {
    await print(story, 'crono-chart');
    const chart = document.querySelector('crono-chart') as Element;
    await expect.poll(() => all(chart, 'th').length).toBeGreaterThan(0);
    expect(all(chart, 'th').every((each) => getComputedStyle(each).position === 'static')).toBe(true);
  });

  test('a chart is low on paper, where it cannot be cut, and as high as before on the screen', async () => {
    const others = [1, 3, 4].map((day) => ({...story.figures[0], id: `f${day}`, date: `2021-03-0${day}`}));
    const tall = {...story, figures: [...story.figures, ...others]};
    document.documentElement.style.setProperty('--crono-chart-height', '400px');
    onTestFinished(() => {
      document.documentElement.style.removeProperty('--crono-chart-height');
    });
    await print(tall, 'crono-chart');
    const height = () =>
      Number(one(document.querySelector('crono-chart') as Element, '.plot').getAttribute('height'));
    await expect.poll(height).toBeLessThan(300);
    window.dispatchEvent(new Event('afterprint'));
    await expect.poll(height).toBeGreaterThan(400);
  });

  test('a correction that the page lists is not said again in its row', async () => {
    const corrections = [{date: '2021-03-05', text: 'Before, the dam was said to break at noon.'}];
    const events = story.events.map((event) => ({...event, corrections}));
    const [list = '', sources = ''] = await print({...story, events}, 'crono-list', 'crono-sources');
    expect(count(sources, 'break at noon')).toBe(2);
    expect(count(list, 'break at noon')).toBe(0);
    expect(list).not.toContain('Corrections');
  });

  test('of very many sources those of the printed rows are, and the rest is counted', async () => {
    const sources = Array.from({length: 250}, (_, i) => ({
      id: `s${i}`,
      title: `Report ${i}.`,
      publisher: 'Paper',
      url: `https://example.org/${i}`,
    }));
    const events = story.events.map((event) => ({...event, cite: [{source: 's0'}]}));
    const [text = ''] = await print({...story, sources, actors: [], figures: [], events}, 'crono-sources');
    expect(text).toContain('Report 199.');
    expect(text).not.toContain('Report 200.');
    expect(text).toContain('and 50 more');
  });

  test('the circles of a map of many places do not wait to appear', async () => {
    const places = Array.from({length: 600}, (_, i) => ({
      id: `p${i}`,
      name: `Place ${i}`,
      lat: 10 + (i % 50) / 100,
      lon: -67 + (i % 70) / 100,
    }));
    const events = places.map(({id}, i) => ({
      id: `e${i}`,
      date: '2021-03-01',
      title: `Event ${i}`,
      places: [id],
    }));
    const selected = {...story.events[1], places: ['p0']};
    await print({...story, places, figures: [], events: [...events, selected], basemap: 'none'}, 'crono-map');
    const map = document.querySelector('crono-map') as Element;
    await expect.poll(() => all(map, '.many').length).toBe(1);
    expect(getComputedStyle(one(map, '.many')).animationName).toBe('none');
  });

  test('a question that no event answers yet leaves no hint on paper', async () => {
    const [claims = ''] = await print({...story, figures: []}, 'crono-claims');
    expect(claims).toBe('');
  });

  test('a long list is printed as it stands: closed', async () => {
    const events = Array.from({length: 101}, (_, i) => ({...story.events[0], id: `e${i}`}));
    await print({...story, events, figures: []}, 'crono-list');
    const list = document.querySelector('crono-list');
    expect(list && all(list, '.item').length).toBe(101);
    expect(list && all(list, '.event')).toEqual([]);
  });
});
