import axe from 'axe-core';
import {afterEach, beforeAll, describe, expect, onTestFinished, test, vi} from 'vitest';
import {cdp, userEvent} from 'vitest/browser';
import type {CronoSteps} from '../../../src/elements/steps/steps.js';
import type {CronoStory} from '../../../src/elements/story/story.js';
import {
  address,
  all,
  back,
  countEntries,
  dispatch,
  goToAnchor,
  hash,
  middle,
  one,
  reset,
  resetAddress,
  rest,
  settled,
  touch,
  waitFor,
  watchLeaks,
  words,
} from '../helpers.js';

/* Steps in a page: as slides, as text that is scrolled past, as text alone. A ship's voyage, told in three. */

const VOYAGE = {
  cronomapa: 1,
  language: 'en',
  title: {en: 'A ship that did not arrive', ar: 'سفينة لم تصل'},
  summary: 'Three days in 1912.',
  sources: [{id: 'log', title: 'The log'}],
  actors: [{id: 'line', name: 'The line'}],
  places: [
    {id: 'cork', name: 'Cork', lat: 51.85, lon: -8.29},
    {id: 'ice', name: 'The ice', lat: 41.73, lon: -49.95},
    {id: 'city', name: 'New York', lat: 40.7, lon: -74},
  ],
  categories: [
    {id: 'port', name: 'Ports'},
    {id: 'loss', name: 'Losses'},
  ],
  events: [
    {
      id: 'leaves',
      date: '1912-04-11',
      category: 'port',
      title: 'It leaves',
      places: ['cork'],
      cite: [{source: 'log'}],
    },
    {
      id: 'sinks',
      date: '1912-04-15',
      category: 'loss',
      title: 'It sinks',
      places: ['ice'],
      cite: [{source: 'log'}],
    },
    {
      id: 'awaited',
      date: '1912-04-17',
      category: 'port',
      title: 'It is awaited',
      places: ['city'],
      cite: [{source: 'log'}],
    },
  ],
  measures: [{id: 'dead', name: 'Dead', unit: 'people', kind: 'flow'}],
  figures: [
    {
      id: 'f',
      measure: 'dead',
      event: 'sinks',
      date: '1912-04-15',
      actor: 'line',
      value: 1503,
      cite: [{source: 'log'}],
    },
  ],
  questions: [{id: 'how-many', question: 'How many died?', figures: ['f']}],
  steps: [
    {
      id: 'out',
      title: {en: 'Out of Cork', ar: 'من كورك'},
      text: 'The last port.',
      select: 'leaves',
      range: '1912-04-11/1912-04-12',
      view: {places: ['cork'], zoom: 7},
    },
    {
      id: 'night',
      title: {en: 'In the night', ar: 'في الليل'},
      text: 'Ice.',
      select: 'sinks',
      filter: {categories: ['loss']},
      question: 'how-many',
    },
    {
      id: 'after',
      title: {en: 'On the pier, where hundreds waited for a ship that did not come', ar: 'على الرصيف'},
      text: 'Nobody came.',
    },
  ],
};

let story: CronoStory;
let steps: CronoSteps;

afterEach(async () => {
  reset();
  await resetAddress();
  // Forward history is gone.
  history.pushState(null, '', address);
});

beforeAll(async () => {
  const {CronoSteps: Steps} = await import('../../../src/elements/steps/steps.js');
  Steps.define();
});

async function tell(attributes: Record<string, string>, inside = '', data: unknown = VOYAGE) {
  const {permalink, lang, ...own} = attributes;
  const box = document.createElement('div');
  box.innerHTML = `<crono-story><crono-steps>${inside}</crono-steps></crono-story>`;
  story = box.firstElementChild as CronoStory;
  steps = story.firstElementChild as CronoSteps;
  if (permalink !== undefined) story.setAttribute('permalink', permalink);
  if (lang !== undefined) story.lang = lang;
  for (const [name, value] of Object.entries(own)) steps.setAttribute(name, value);
  story.data = data;
  document.body.append(box);
  await story.ready;
  await settled(story);
  await waitFor(() => one(steps, '.told'));
  return steps;
}

const place = () => words(one(steps, '[part=place]'));
const active = () => words(one(steps, '[aria-current=step]'));
const next = () => one<HTMLButtonElement>(steps, '[part=next]');
const previous = () => one<HTMLButtonElement>(steps, '[part=previous]');
const shown = () => story.snapshot.step?.id;
const said = (id: string) => box(id).querySelector('.said') as HTMLElement;
const box = (id: string) => one(steps, `.step[data-id="${id}"]`);
const audit = async () =>
  (await axe.run(story, {rules: {region: {enabled: false}}})).violations.map(({id, nodes}) => [
    id,
    nodes.map(({html}) => html),
  ]);

describe('slides', () => {
  test('go from the title through each step to the end, with all that a step says in one request', async () => {
    await tell({layout: 'slides'}, '<crono-map slot="graphic"></crono-map>');
    expect(words(one(steps, 'li:not([inert])'))).toContain('A ship that did not arrive');
    expect(await audit()).toEqual([]);
    const asked: string[] = [];
    story.addEventListener('crono-request', ({action}) => asked.push(action.type));
    next().click();
    await waitFor(() => expect(place()).toBe('1 of 3'));
    expect(asked).toEqual(['step']);
    expect(active()).toContain('Out of Cork');
    expect(story.snapshot.selected).toBe('leaves');
    expect(story.snapshot.range).toEqual({start: Date.UTC(1912, 3, 11), end: Date.UTC(1912, 3, 13)});
    next().click();
    await waitFor(() => expect(place()).toBe('2 of 3'));
    expect(story.snapshot).toMatchObject({selected: 'sinks', range: null, filters: {categories: ['loss']}});
    next().click();
    next().click();
    await waitFor(() => expect(place()).toBe('End'));
    expect(story.snapshot).toMatchObject({selected: null, filters: {categories: []}});
    expect(next().getAttribute('aria-disabled')).toBe('true');
    expect(await audit()).toEqual([]);
    one(steps, '.end:not([inert]) button').click();
    await waitFor(() => expect(place()).toBe(''));
    // The button has gone with its slide.
    expect(steps.shadowRoot?.activeElement?.className).toBe('telling');
  });

  test.each([
    ['steps of a dataset', ''],
    [
      'sections of a page',
      '<section id="out"><a href="#s=night">On</a></section><section id="night">B</section><section id="after">C</section>',
    ],
  ])('keep the focus where keys or links are used in the text that goes: %s', async (_, inside) => {
    const linked = VOYAGE.steps.map((step) => ({...step, text: '[On](#s=night)'}));
    await tell({layout: 'slides', permalink: ''}, inside, {...VOYAGE, steps: linked});
    if (!inside) next().click();
    await waitFor(() => expect(place()).toBe('1 of 3'));
    const link = () => steps.querySelector('a') ?? one<HTMLAnchorElement>(steps, '.step:not([inert]) a');
    const focused = () => steps.shadowRoot?.activeElement?.className;
    // A slide that has just been turned to is inert until it is drawn.
    const focusLink = () =>
      waitFor(() => {
        link().focus();
        expect(link().matches(':focus')).toBe(true);
      });
    await focusLink();
    await userEvent.keyboard('{ArrowRight}');
    await waitFor(() => expect(shown()).toBe('night'));
    expect(focused()).toBe('telling');
    // The address still says that step when its link is used.
    await waitFor(() => expect(location.hash).toBe('#s=night'));
    await userEvent.keyboard('{ArrowLeft}');
    await waitFor(() => expect(shown()).toBe('out'));
    await focusLink();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(place()).toBe('2 of 3'));
    await waitFor(() => expect(focused()).toBe('telling'));
    await userEvent.keyboard('{ArrowRight}');
    await waitFor(() => expect(shown()).toBe('after'));
  });

  test('leave keys and fingers to what takes them itself: a film, a slider', async () => {
    await tell(
      {layout: 'slides'},
      '<section id="a"><video controls tabindex="0"></video><input type="range"></section><section id="b">B</section>',
    );
    await waitFor(() => expect(shown()).toBe('a'));
    const [film, slider] = ['video', 'input'].map((each) => steps.querySelector(each) as HTMLElement);
    for (const control of [film, slider]) {
      control?.focus();
      await userEvent.keyboard('{ArrowRight}');
      const {x, y} = middle(control as Element);
      for (const [type, clientX] of [
        ['pointerdown', x + 60],
        ['pointerup', x - 60],
      ] as const)
        control?.dispatchEvent(
          new PointerEvent(type, {
            pointerType: 'touch',
            pointerId: 7,
            clientX,
            clientY: y,
            bubbles: true,
            composed: true,
          }),
        );
      await steps.updateComplete;
      expect(shown()).toBe('a');
    }
  });

  test('are turned by arrow keys, by a menu that names them, and keep the focus', async () => {
    await tell({layout: 'slides'});
    next().focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await waitFor(() => expect(shown()).toBe('night'));
    expect(steps.shadowRoot?.activeElement).toBe(next());
    await userEvent.keyboard('{ArrowLeft}');
    await waitFor(() => expect(shown()).toBe('out'));
    const menu = one<HTMLSelectElement>(steps, '[part=progress]');
    expect([...menu.options].map(({text}) => text)).toEqual([
      'Beginning',
      '1. Out of Cork',
      '2. In the night',
      '3. On the pier, where hundreds waited for a ship that did not come',
      'End',
    ]);
    expect(menu.selectedIndex).toBe(1);
    menu.selectedIndex = 3;
    menu.dispatchEvent(new Event('change'));
    await waitFor(() => expect(shown()).toBe('after'));
  });

  test('are turned by a swipe, and not by a finger that scrolls', async () => {
    await tell({layout: 'slides'});
    const {x, y} = middle(one(steps, '.steps'));
    const swipe = async (dx: number, dy: number) => {
      await touch('touchStart', {x, y});
      await touch('touchMove', {x: x + dx / 2, y: y + dy / 2});
      await touch('touchMove', {x: x + dx, y: y + dy});
      await touch('touchEnd');
    };
    await swipe(-120, 10);
    await waitFor(() => expect(shown()).toBe('out'));
    await swipe(-60, 100);
    await swipe(-120, 10);
    await waitFor(() => expect(shown()).toBe('night'));
  });

  test('go the other way in Arabic', async () => {
    await tell({layout: 'slides', lang: 'ar'});
    await waitFor(() => expect(next().title).toBe('الخطوة التالية'));
    next().focus();
    await userEvent.keyboard('{ArrowLeft}');
    await waitFor(() => expect(place()).toBe('1 من 3'));
    expect(active()).toContain('من كورك');
  });

  test('point the way that they go, by the language of the story alone', async () => {
    const mirrored = () => getComputedStyle(one(steps, '[part=next] svg')).transform;
    await tell({layout: 'slides', lang: 'ar'});
    await waitFor(() => expect(mirrored()).toBe('matrix(-1, 0, 0, 1, 0, 0)'));
    expect(steps.matches(':dir(rtl)')).toBe(false);
    reset();
    await tell({layout: 'slides'});
    expect(mirrored()).toBe('matrix(1, 0, 0, 1, 0, 0)');
  });

  test('a picture of known size takes no more room than it fills', async () => {
    document.body.style.width = '360px';
    const media = [{type: 'image', src: 'wide.png', alt: 'Ice', width: 1200, height: 400}];
    await tell({layout: 'slides'}, '', {...VOYAGE, steps: [{...VOYAGE.steps[0], media}]});
    next().click();
    const picture = (await waitFor(() => one(steps, '.step img'))) as Element;
    const {width, height} = picture.getBoundingClientRect();
    expect(height).toBeCloseTo(width / 3, 0);
  });

  test('say once, as words, what a step shows', async () => {
    await tell({layout: 'slides'});
    const announced = (element: Element) => words(one(element, '[role=status].visually-hidden'));
    next().click();
    next().click();
    await waitFor(() => expect(announced(steps)).toMatch(/^2 of 3: In the night\. 1 of 3 events/));
    expect(announced(story)).not.toContain('1 of 3');
  });

  test('are a link each, and Back goes by step', async () => {
    await tell({layout: 'slides', permalink: ''});
    next().click();
    await rest();
    expect(hash()).toBe('s=out');
    next().click();
    await rest();
    expect(hash()).toBe('s=night');
    await back();
    await waitFor(() => expect(place()).toBe('1 of 3'));
    expect(story.snapshot.selected).toBe('leaves');
    await back();
    await waitFor(() => expect(place()).toBe(''));
    expect(story.snapshot).toMatchObject({selected: null, range: null});
    await goToAnchor('s=after');
    await waitFor(() => expect(place()).toBe('3 of 3'));
  });

  test('a link opens its step at once', async () => {
    history.replaceState(null, '', '#s=night');
    await tell({layout: 'slides', permalink: ''});
    await waitFor(() => expect(place()).toBe('2 of 3'));
    expect(story.snapshot).toMatchObject({selected: 'sinks', filters: {categories: ['loss']}});
  });

  test('who leaves the way is led back to where it was left', async () => {
    await tell({layout: 'slides', permalink: ''}, '<crono-claims slot="graphic"></crono-claims>');
    next().click();
    next().click();
    await waitFor(() =>
      expect(words(steps.querySelector('crono-claims')?.shadowRoot?.querySelector('[part=title]'))).toBe(
        'How many died?',
      ),
    );
    story.dispatch({type: 'select', id: 'awaited'});
    await rest();
    expect(hash()).toBe('e=awaited&c=loss');
    const button = one(steps, '[part=return]');
    expect(words(button)).toBe('Back to step 2');
    expect(await audit()).toEqual([]);
    button.click();
    await waitFor(() => expect(shown()).toBe('night'));
    expect(story.snapshot.selected).toBe('sinks');
    expect(steps.shadowRoot?.querySelector('[part=return]')).toBeNull();
    expect(steps.shadowRoot?.activeElement?.className).toBe('telling');
  });

  test('a step that listeners veto is not turned to', async () => {
    await tell({layout: 'slides'});
    story.addEventListener('crono-request', (event) => event.preventDefault());
    next().click();
    await settled(story);
    expect(place()).toBe('');
    expect(shown()).toBeUndefined();
  });

  test('fit 320 pixels, and axe finds nothing', async () => {
    document.body.style.width = '320px';
    await tell({layout: 'slides'}, '<crono-map slot="graphic"></crono-map>');
    next().click();
    await waitFor(() => expect(place()).toBe('1 of 3'));
    expect(steps.scrollWidth).toBeLessThanOrEqual(320);
    for (const part of all(steps, '[part=turning] > *'))
      expect(part.getBoundingClientRect().right).toBeLessThanOrEqual(320);
    previous().click();
    await waitFor(() => expect(place()).toBe(''));
    expect(next().scrollWidth).toBe(next().clientWidth);
    expect(await audit()).toEqual([]);
  });
});

describe('scroll', () => {
  /** Brings the text of a step to the middle of the screen, as a reader would. */
  const goTo = (id: string) => {
    const {top, height} = said(id).getBoundingClientRect();
    scrollBy(0, top + height / 2 - innerHeight * 0.5);
  };

  test('shows what is on the line of reading: down, up, far at once, and to the end', async () => {
    await tell({}, '<crono-map slot="graphic"></crono-map>');
    for (const id of ['out', 'night', 'after', 'night', 'out', 'after']) {
      goTo(id);
      const at = scrollY;
      await waitFor(() => expect(shown()).toBe(id));
      expect(active()).toBe(words(said(id)));
      expect(scrollY).toBe(at);
    }
    goTo('out');
    await waitFor(() => expect(shown()).toBe('out'));
    scrollTo(0, document.documentElement.scrollHeight);
    await waitFor(() => expect(shown()).toBe('after'));
    const {top, bottom} = one(steps, '.graphic').getBoundingClientRect();
    expect(bottom - top).toBeCloseTo(innerHeight, 0);
    // Above the first the story is as it begins.
    story.style.cssText = 'display: block; margin-block-start: 100vh';
    story.insertAdjacentHTML('afterend', '<div style="block-size: 200vh"></div>');
    scrollTo(0, document.documentElement.scrollHeight);
    await waitFor(() => expect(shown()).toBe('after'));
    expect(steps.getBoundingClientRect().bottom).toBeLessThan(0);
    // From below all of them at once, too.
    scrollTo(0, 0);
    await waitFor(() => expect(story.snapshot.step?.id).toBe(''));
    scrollTo(0, document.documentElement.scrollHeight);
    await waitFor(() => expect(shown()).toBe('after'));
    goTo('out');
    await waitFor(() => expect(story.snapshot.selected).toBe('leaves'));
    scrollTo(0, 0);
    await waitFor(() => expect(story.snapshot.step?.id).toBe(''));
    expect(story.snapshot).toMatchObject({selected: null, range: null});
    expect(one(steps, '.told').querySelector('[aria-current], [part=return]')).toBeNull();
  });

  test('beside the views the first text is near their top', async () => {
    await tell({}, '<crono-map slot="graphic"></crono-map>');
    (story.parentElement as HTMLElement).style.width = '1200px';
    const below = () =>
      said('out').getBoundingClientRect().top - one(steps, '.graphic').getBoundingClientRect().top;
    await waitFor(() => expect(said('out').getBoundingClientRect().width).toBeLessThan(600));
    expect(below()).toBeLessThan(innerHeight / 5);
    expect(below()).toBeGreaterThan(0);
  });

  test('what is rushed past is not told, but where the rush ends; who reads on is followed on the way', async () => {
    await tell({}, '<crono-map slot="graphic"></crono-map>');
    goTo('out');
    await waitFor(() => expect(shown()).toBe('out'));
    const told: string[] = [];
    story.addEventListener('crono-request', ({action}) => {
      if (action.type === 'step') told.push(action.view.step?.id ?? '');
    });
    /** Scrolls on by so many screens in a second. */
    const scrollOn = async (speed: number, isThere: () => boolean) => {
      const [from, start] = [scrollY, performance.now()];
      while (!isThere()) {
        const seconds = (performance.now() - start) / 1000;
        scrollTo({top: from + speed * seconds * innerHeight, behavior: 'instant'});
        await new Promise(requestAnimationFrame);
      }
    };
    const line = 0.6 * innerHeight;
    const isPast = (id: string) => said(id).getBoundingClientRect().top < line;
    await scrollOn(4, () => isPast('after'));
    expect(told).toEqual([]);
    await waitFor(() => expect(told).toEqual(['after']));
    await scrollOn(-0.4, () => shown() === 'night');
    expect(said('after').getBoundingClientRect().top).toBeLessThan(line + 0.25 * innerHeight);
  });

  test('on paper stands the story as it begins, and the same step is told after it; what was chosen is printed', async () => {
    await tell({}, '<crono-map slot="graphic"></crono-map>');
    const print = (type: string) => dispatchEvent(new Event(type));
    goTo('out');
    await waitFor(() => expect(story.snapshot.selected).toBe('leaves'));
    print('beforeprint');
    expect(story.snapshot).toMatchObject({selected: null, range: null});
    print('afterprint');
    expect(shown()).toBe('out');
    expect(story.snapshot.selected).toBe('leaves');
    await dispatch(story, {type: 'select', id: 'sinks'});
    for (const type of ['beforeprint', 'afterprint']) {
      print(type);
      expect(story.snapshot.selected).toBe('sinks');
    }
  });

  test('what is chosen in a view lies over the text that passes', async () => {
    await tell({}, '<crono-map slot="graphic"></crono-map>');
    goTo('out');
    await waitFor(() => expect(shown()).toBe('out'));
    const map = steps.querySelector('crono-map') as Element;
    await waitFor(() => one(map, '.frame > svg'));
    one<SVGElement>(map, '.frame > svg').focus({preventScroll: true});
    await userEvent.keyboard('{Home}{Enter}');
    await waitFor(() => one(map, '.call-out button'));
    // The text comes over it.
    const text = said('out');
    const [at, from] = [middle(one(map, '.call-out button')), middle(text)];
    text.style.translate = `${at.x - from.x}px ${at.y - from.y}px`;
    expect(middle(text)).toEqual(at);
    expect(document.elementsFromPoint(at.x, at.y)).toContain(steps);
    const callOut = one(map, '.call-out');
    await waitFor(() =>
      expect(map.shadowRoot?.elementFromPoint(at.x, at.y)?.closest('.call-out')).toBe(callOut),
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(steps.shadowRoot?.elementFromPoint(at.x, at.y)?.closest('.said')).toBe(text));
  });

  test('a story that comes after the reader has scrolled shows the step where the reader is', async () => {
    await tell({}, '', {...VOYAGE, steps: [], events: []});
    const filler = document.createElement('div');
    filler.style.height = '4000px';
    document.body.append(filler);
    scrollTo(0, 1500);
    story.data = VOYAGE;
    await waitFor(() => expect(shown()).toBeDefined());
    const index = VOYAGE.steps.findIndex(({id}) => id === shown());
    expect(box(VOYAGE.steps[index]?.id ?? '').getBoundingClientRect().top).toBeLessThan(innerHeight * 0.6);
  });

  test('writes the step into the address, and a link leads to it', async () => {
    await tell({permalink: ''});
    const entries = countEntries();
    goTo('out');
    await waitFor(() => expect(hash()).toBe('s=out'));
    goTo('night');
    await waitFor(() => expect(hash()).toBe('s=night'));
    // What is scrolled past is no entry of the history.
    expect(entries()).toBe(0);
    const at = scrollY;
    await goToAnchor('s=after');
    await waitFor(() => expect(scrollY).toBeGreaterThan(at));
    await waitFor(() => expect(shown()).toBe('after'));
    await back();
    await waitFor(() => expect(shown()).toBe('night'));
    await waitFor(() => {
      const {top, bottom} = said('night').getBoundingClientRect();
      expect(top >= 0 && bottom <= innerHeight).toBe(true);
    });
  });

  test('a step that is rested at is an entry of the history, to which Back leads', async () => {
    await tell({permalink: ''});
    goTo('out');
    await waitFor(() => expect(hash()).toBe('s=out'));
    const entries = countEntries();
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => 1e9);
    goTo('night');
    await waitFor(() => expect(hash()).toBe('s=night'));
    expect(entries()).toBe(1);
    goTo('after');
    await waitFor(() => expect(hash()).toBe('s=after'));
    expect(entries()).toBe(1);
    clock.mockRestore();
    await back();
    await waitFor(() => expect(shown()).toBe('out'));
    expect(story.snapshot.selected).toBe('leaves');
    await waitFor(() => {
      const {top, bottom} = said('out').getBoundingClientRect();
      expect(top >= 0 && bottom <= innerHeight).toBe(true);
    });
  });

  test('a link opens the page at its step', async () => {
    history.replaceState(null, '', '#s=night');
    await tell({permalink: ''});
    await waitFor(() => expect(shown()).toBe('night'));
    await waitFor(() => {
      const {top, bottom} = said('night').getBoundingClientRect();
      expect(top >= 0 && bottom <= innerHeight).toBe(true);
    });
  });

  test('on a phone the text is below the map when its step is shown', async () => {
    document.body.style.width = '360px';
    await tell({}, '<crono-map slot="graphic"></crono-map>');
    const map = steps.querySelector('crono-map') as Element;
    await waitFor(() => one(map, '[data-id=ice]'));
    goTo('night');
    await waitFor(() => expect(shown()).toBe('night'));
    const {bottom} = one(map, '.frame').getBoundingClientRect();
    expect(bottom).toBeGreaterThan(innerHeight * 0.4);
    expect(bottom).toBeLessThan(innerHeight * 0.6);
  });

  test('on a phone a link leads to a text that is read below the map, and not over it', async () => {
    document.body.style.width = '360px';
    await tell({permalink: ''}, '<crono-map slot="graphic"></crono-map>');
    await goToAnchor('s=night');
    await waitFor(() => expect(shown()).toBe('night'));
    await waitFor(() => {
      const {top, bottom} = said('night').getBoundingClientRect();
      expect((top + bottom) / 2 / innerHeight).toBeCloseTo(0.6, 1);
    });
  });

  test.each(['scroll', 'slides'])(
    'beside the text, by %s, all views are on the screen: a timeline that is too tall merges its marks',
    async (layout) => {
      // A browser without windows makes no frame while nothing asks for one, and tells observers late.
      let frame = requestAnimationFrame(function again() {
        frame = requestAnimationFrame(again);
      });
      onTestFinished(() => cancelAnimationFrame(frame));
      document.body.style.width = '1200px';
      const categories = [...'abcdefghijkl'].map((id) => ({id, name: id}));
      const days = Array.from({length: 240}, (_, i) => ({
        id: `e${i}`,
        date: `1912-04-${String(10 + (i % 20)).padStart(2, '0')}`,
        category: categories[i % 12]?.id,
        title: `A long title of an event that happened on this day, ${i}`,
      }));
      await tell(
        {layout},
        '<crono-map slot="graphic" style="--crono-map-height: 50vh"></crono-map><crono-timeline slot="graphic"></crono-timeline>',
        {
          ...VOYAGE,
          events: [...VOYAGE.events, ...days],
        },
      );
      if (layout === 'scroll') {
        goTo('after');
        await waitFor(() => expect(shown()).toBe('after'));
      }
      const views = one(steps, '.views');
      const timeline = steps.querySelector('crono-timeline') as Element;
      await waitFor(() => expect(all(timeline, '[part~="bar"]').length).toBeGreaterThan(0));
      await waitFor(() => expect(views.scrollHeight - views.clientHeight).toBeLessThanOrEqual(1));
      if (layout === 'scroll') expect(views.clientHeight).toBe(innerHeight);
      else expect(views.clientHeight).toBeLessThanOrEqual(innerHeight);
    },
  );

  test('beside the text a timeline has its height at once where it has come to', async () => {
    document.body.style.width = '1200px';
    const days = Array.from({length: 3}, (_, i) => ({
      id: `e${i}`,
      date: `1912-04-${16 + i}`,
      category: 'port',
      title: `A long title of an event that happened on this day, ${i}`,
    }));
    await tell({}, '<crono-map slot="graphic"></crono-map><crono-timeline slot="graphic"></crono-timeline>', {
      ...VOYAGE,
      events: [...VOYAGE.events, ...days],
    });
    const timeline = steps.querySelector('crono-timeline') as Element;
    const heightOf = () => one(timeline, 'svg[role=listbox]').getBoundingClientRect().height;
    goTo('after');
    await waitFor(() => expect(shown()).toBe('after'));
    await waitFor(() => one(timeline, '.mark[data-id=e0]'));
    await rest();
    goTo('out');
    await waitFor(() => expect(shown()).toBe('out'));
    const heights = new Set<number>();
    await waitFor(async () => {
      heights.add(heightOf());
      await new Promise(requestAnimationFrame);
      expect(heights.size).toBeGreaterThan(1);
    });
    const end = performance.now() + 400;
    while (performance.now() < end) {
      heights.add(heightOf());
      await new Promise(requestAnimationFrame);
    }
    // What is held on the way may be another height than before; a transition has one in each frame.
    expect(heights.size, [...heights].join()).toBeLessThanOrEqual(3);
  });

  test('beside the text, where a row for each lane is too much, titles have one line, so that the dates are seen', async () => {
    let frame = requestAnimationFrame(function again() {
      frame = requestAnimationFrame(again);
    });
    onTestFinished(() => cancelAnimationFrame(frame));
    document.body.style.width = '1200px';
    const categories = [...'abcd'].map((id) => ({id, name: id}));
    const days = categories.map(({id: category}, i) => ({
      id: `e${i}`,
      date: `1912-04-${12 + i}`,
      category,
      title: `A title of many words, which has two lines where there is room, or three, number ${i}`,
    }));
    await tell(
      {},
      '<crono-map slot="graphic" style="--crono-map-height: 58vh"></crono-map><crono-timeline slot="graphic"></crono-timeline>',
      {
        ...VOYAGE,
        categories: [...VOYAGE.categories, ...categories],
        events: [...VOYAGE.events, ...days],
        steps: [{id: 'all', title: 'All'}],
      },
    );
    const timeline = steps.querySelector('crono-timeline') as Element;
    await waitFor(() =>
      expect(all(timeline, '[part~="mark"]')).toHaveLength(days.length + VOYAGE.events.length),
    );
    const views = one(steps, '.views');
    await waitFor(() => expect(views.scrollHeight - views.clientHeight).toBeLessThanOrEqual(1));
    expect(all(timeline, '.label text').every((text) => text.querySelectorAll('tspan').length === 1)).toBe(
      true,
    );
  });

  test('on a phone the text is as wide as the views, so that no words of theirs stand out beside it', async () => {
    document.body.style.width = '360px';
    await tell({}, '<crono-map slot="graphic"></crono-map>');
    const {left, right} = one(steps, '.views').getBoundingClientRect();
    expect(said('night').getBoundingClientRect()).toMatchObject({left, right});
  });

  test('takes sections of the page as they are written, with what their attributes say', async () => {
    await tell(
      {},
      `<section id="one" select="sinks" range="1912-04" places="ice" zoom="5" filter="category:loss it" question="how-many"><h4>One</h4><p>First.</p></section>
       <section select="nothing"><p>Second.</p></section>`,
    );
    const [first, second] = all(steps, '.step');
    expect(first?.querySelector('slot')?.assignedElements()).toEqual([steps.querySelector('#one')]);
    first?.scrollIntoView({block: 'center'});
    await waitFor(() => expect(shown()).toBe('one'));
    expect(story.snapshot).toMatchObject({
      selected: 'sinks',
      range: {start: Date.UTC(1912, 3, 1), end: Date.UTC(1912, 4, 1)},
      filters: {categories: ['loss'], text: 'it'},
      step: {places: ['ice'], zoom: 5, question: 'how-many'},
    });
    second?.querySelector('.said')?.scrollIntoView({block: 'center'});
    await waitFor(() => expect(shown()).toBe('step-2'));
    expect(story.snapshot.selected).toBeNull();
    steps.querySelector('section')?.remove();
    await waitFor(() => expect(all(steps, '.step')).toHaveLength(1));
  });

  test('a section without words says what it shows, and one with words leaves that to the views', async () => {
    await tell(
      {},
      `<section id="one" select="sinks" question="how-many"> </section>
       <section id="two" select="leaves"><p>Off.</p></section>`,
    );
    const factsOf = (id: string) =>
      [...box(id).querySelectorAll('[part=facts]')].map((each) => each.checkVisibility());
    expect([factsOf('one'), factsOf('two')]).toEqual([[true, true], [false]]);
    expect(words(box('one'))).toMatch(/April 15, 1912 · It sinks.*1,503.*The line/);
  });

  test('the map leaves room for claims beside it', async () => {
    document.body.style.width = '1200px';
    await tell(
      {},
      '<crono-map slot="graphic"></crono-map><crono-claims slot="graphic" question="how-many"></crono-claims>',
    );
    const claims = steps.querySelector('crono-claims') as Element;
    await waitFor(() => one(claims, '[part~=claim]'));
    await waitFor(() => expect(claims.getBoundingClientRect().bottom).toBeLessThanOrEqual(innerHeight));
  });

  test('in a box that scrolls by itself it follows that box', async () => {
    await tell({}, '<crono-map slot="graphic"></crono-map>');
    const outer = story.parentElement as HTMLElement;
    outer.style.cssText = 'block-size: 300px; overflow-y: auto';
    // Connected anew, it looks for what scrolls.
    outer.append(story);
    await waitFor(() => expect(one(steps, '.graphic').offsetHeight).toBe(300));
    said('night').scrollIntoView({block: 'center'});
    await waitFor(() => expect(shown()).toBe('night'));
  });

  test('becomes slides for who asks for less motion, and the map does not fly', async () => {
    await cdp().send('Emulation.setEmulatedMedia', {
      features: [{name: 'prefers-reduced-motion', value: 'reduce'}],
    });
    try {
      await tell({}, '<crono-map slot="graphic"></crono-map>');
      expect(one(steps, '.told').classList).toContain('slides');
      const map = steps.querySelector('crono-map') as Element;
      await waitFor(() => one(map, '[data-id=cork]'));
      next().click();
      await settled(story);
      await settled(story);
      const mark = one<SVGGraphicsElement>(map, '.place[data-id=cork]').getBoundingClientRect();
      const frame = one(map, '.frame').getBoundingClientRect();
      expect(Math.abs(mark.left + mark.width / 2 - frame.left - frame.width / 2)).toBeLessThan(60);
    } finally {
      await cdp().send('Emulation.setEmulatedMedia', {features: []});
    }
  });

  test('while a map flies its borders have no dashes, which take long to paint; where it has come to, they have', async () => {
    await tell({layout: 'slides'}, '<crono-map slot="graphic"></crono-map>');
    const map = steps.querySelector('crono-map') as Element;
    await waitFor(() => one(map, '.basemap .border'));
    // At sea there is no border.
    const dashes = () => all(map, '.basemap .border').map((each) => getComputedStyle(each).strokeDasharray);
    const [atRest] = dashes();
    expect(atRest).toContain(',');
    // A flight may be over between two looks of a timer, which waits while a page draws, but lasts some frames.
    const seen = new Set<string>();
    let watching = 0;
    const watch = () => {
      for (const each of dashes()) seen.add(each);
      watching = requestAnimationFrame(watch);
    };
    watch();
    next().click();
    await waitFor(() => {
      expect([...seen]).toContain('none');
      expect(new Set(dashes())).toEqual(new Set([atRest]));
    }).finally(() => cancelAnimationFrame(watching));
    const middleOf = (selector: string) => middle(one(map, selector)).x;
    expect(Math.abs(middleOf('.frame') - middleOf('.place[data-id=cork]'))).toBeLessThan(60);
  });

  test('a map whose size changes while it flies flies on to where that leads', async () => {
    await tell({layout: 'slides'}, '<crono-map slot="graphic"></crono-map>');
    const map = steps.querySelector('crono-map') as HTMLElement;
    await waitFor(() => one(map, '.place[data-id=cork]'));
    await rest();
    const heightOf = () => one(map, 'svg[role=listbox]').getAttribute('viewBox')?.split(' ').at(-1);
    const before = heightOf();
    const isFlying = () => map.matches(':state(flying)');
    // In each frame, as a flight may be over between two looks of a timer.
    const after: boolean[] = [];
    let watching = requestAnimationFrame(function watch() {
      if (isFlying()) map.style.setProperty('--crono-map-height', '240px');
      if (heightOf() !== before) after.push(isFlying());
      watching = requestAnimationFrame(watch);
    });
    next().click();
    await waitFor(() => expect(after.at(-1)).toBe(false)).finally(() => cancelAnimationFrame(watching));
    expect(after[0]).toBe(true);
    const [mark, frame] = [middle(one(map, '.place[data-id=cork]')), middle(one(map, '.frame'))];
    expect(Math.hypot(mark.x - frame.x, mark.y - frame.y)).toBeLessThan(60);
  });

  test('views that are hidden at a step go nowhere: they show it as soon as they are seen', async () => {
    await tell(
      {layout: 'slides'},
      '<div slot="graphic"><crono-map></crono-map><crono-timeline></crono-timeline></div>',
    );
    const [map, timeline] = steps.querySelectorAll<HTMLElement>('crono-map, crono-timeline');
    if (!map || !timeline) throw new Error('no views');
    await waitFor(() => one(map, '.place[data-id=ice]'));
    await waitFor(() => one(timeline, '.mark[data-id=leaves]'));
    // The views share their room.
    await rest();
    const ends = () => middle(one(timeline, '.mark[data-id=leaves]')).x;
    const whole = ends();
    // What flies is there: fetched at the step, it could come only when they are seen again.
    next().click();
    await waitFor(() => expect(ends()).not.toBeCloseTo(whole, 0));
    previous().click();
    await waitFor(() => expect(ends()).toBeCloseTo(whole, 0));
    await rest();
    const views = map.parentElement;
    const frame = () => new Promise(requestAnimationFrame);
    views?.setAttribute('hidden', '');
    next().click();
    await settled(story);
    for (let i = 0; i < 3; i++) await frame();
    views?.removeAttribute('hidden');
    await settled(story);
    const atMiddle = middle(one(map, '.frame')).x - middle(one(map, '.place[data-id=cork]')).x;
    expect(Math.abs(atMiddle)).toBeLessThan(60);
    const at = ends();
    await rest();
    expect(ends()).toBeCloseTo(at, 0);
  });

  test('what is focused by keys in a view lies over the text, and the way back leads to the text of its step', async () => {
    const linked = VOYAGE.steps.map((step) => ({...step, text: '[Read on](https://example.org/)'}));
    await tell({}, '<crono-map slot="graphic"></crono-map>', {...VOYAGE, steps: linked});
    story.style.cssText = 'display: block; inline-size: 500px';
    goTo('night');
    await waitFor(() => expect(shown()).toBe('night'));
    const map = steps.querySelector('crono-map') as Element;
    const zoom = () => one<HTMLElement>(map, '.controls button');
    /** Whether the map, and not the text, is seen where its button is. */
    const isSeen = () => {
      const {x, y} = middle(zoom());
      return document.elementFromPoint(x, y)?.closest('crono-map') === map;
    };
    const {top} = zoom().getBoundingClientRect();
    scrollBy(0, said('night').getBoundingClientRect().top - top + 8);
    await waitFor(() => expect(isSeen()).toBe(false));
    zoom().focus({preventScroll: true});
    await userEvent.keyboard('{Tab}');
    await waitFor(() => expect(isSeen()).toBe(true));
    zoom().dispatchEvent(new WheelEvent('wheel', {bubbles: true, composed: true}));
    await waitFor(() => expect(isSeen()).toBe(false));
    await dispatch(story, {type: 'select', id: 'awaited'});
    await waitFor(() => one(steps, '[part=return]'));
    one(steps, '[part=return]').click();
    await waitFor(() => expect(shown()).toBe('night'));
    expect(steps.shadowRoot?.activeElement).toBe(box('night'));
    await userEvent.keyboard('{Tab}');
    expect(steps.shadowRoot?.activeElement?.closest('.step')).toBe(box('night'));
  });

  test('becomes slides in a frame of ours, which is as high as what is in it', async () => {
    document.documentElement.classList.add('framed');
    onTestFinished(() => document.documentElement.classList.remove('framed'));
    await tell({}, '<crono-map slot="graphic"></crono-map>');
    expect(one(steps, '.told').classList).toContain('slides');
    next().click();
    await waitFor(() => expect(place()).toBe('1 of 3'));
    expect(await audit()).toEqual([]);
  });

  test('axe finds nothing, and the same step is told when it becomes slides', async () => {
    await tell({}, '<crono-map slot="graphic"></crono-map>');
    goTo('night');
    await waitFor(() => expect(shown()).toBe('night'));
    expect(await audit()).toEqual([]);
    steps.layout = 'slides';
    await waitFor(() => expect(place()).toBe('2 of 3'));
  });
});

describe('flat, and on paper', () => {
  test('is all of it as text, with what each step selects and who counts', async () => {
    await tell({layout: 'flat'});
    expect(all(steps, '.step').map((step) => words(step.querySelector('[part=title]')))).toEqual([
      'Out of Cork',
      'In the night',
      'On the pier, where hundreds waited for a ship that did not come',
    ]);
    expect(words(box('night').querySelector('[part=facts]'))).toMatch(
      /April 15, 1912 · It sinks · 1,503 .*The line/,
    );
    expect(words(box('night').querySelector('[part=facts] + [part=facts]'))).toMatch(
      /How many died\? 1,503 according to The line/,
    );
    expect(steps.shadowRoot?.querySelector('select')).toBeNull();
    expect(await audit()).toEqual([]);
  });

  test('the numbers of two sources are two numbers, on paper too', async () => {
    const sources = [...VOYAGE.sources, {id: 'paper', title: 'The paper'}];
    const cite = sources.map(({id}) => ({source: id}));
    const events = VOYAGE.events.map((event) => ({...event, cite}));
    await tell({layout: 'flat'}, '', {...VOYAGE, sources, events});
    const gap = () => {
      const [first, second] = [...box('out').querySelectorAll('[part=facts] .note')].map((note) => {
        const range = document.createRange();
        range.selectNodeContents(note);
        return range.getBoundingClientRect();
      });
      return (second as DOMRect).left - (first as DOMRect).right;
    };
    expect(gap()).toBeGreaterThan(2);
    await cdp().send('Emulation.setEmulatedMedia', {media: 'print'});
    try {
      expect(gap()).toBeGreaterThan(2);
      // What follows the last one may be a comma.
      expect(getComputedStyle(box('out').querySelector('.note:last-child') as Element).paddingInlineEnd).toBe(
        '0px',
      );
    } finally {
      await cdp().send('Emulation.setEmulatedMedia', {media: ''});
    }
  });

  test('a text goes on on the next page, and leaves no hole', async () => {
    await tell({layout: 'flat'});
    await cdp().send('Emulation.setEmulatedMedia', {media: 'print'});
    try {
      expect(getComputedStyle(said('out')).breakInside).toBe('auto');
    } finally {
      await cdp().send('Emulation.setEmulatedMedia', {media: ''});
    }
  });

  test('sections of a page say there what they show', async () => {
    await tell(
      {layout: 'flat'},
      '<section id="one" select="sinks" question="how-many"><p>First.</p></section>',
    );
    const facts = [...box('one').querySelectorAll('[part=facts]')].map(words);
    expect(facts[0]).toMatch(/It sinks · 1,503/);
    expect(facts[1]).toMatch(/^How many died/);
  });

  test('slides are printed one after another', async () => {
    await tell({layout: 'slides'});
    await cdp().send('Emulation.setEmulatedMedia', {media: 'print'});
    try {
      const tops = ['out', 'night', 'after'].map((id) => said(id).getBoundingClientRect());
      for (const {height} of tops) expect(height).toBeGreaterThan(0);
      expect(tops.map(({top}) => top)).toEqual([...tops].map(({top}) => top).sort((a, b) => a - b));
      expect(new Set(tops.map(({top}) => top)).size).toBe(3);
      expect(one(steps, '[part=turning]').checkVisibility()).toBe(false);
      for (const step of all(steps, '.step'))
        expect(step.checkVisibility({visibilityProperty: true})).toBe(true);
      expect(await audit()).toEqual([]);
    } finally {
      await cdp().send('Emulation.setEmulatedMedia', {media: ''});
    }
  });
});

describe.each(['scroll', 'slides'] as const)('files of others, told as %s', (layout) => {
  /** Tells a file in a page, as a newsroom that has it would. */
  async function tellFile(file: unknown, format: string, view = 'crono-map') {
    const src = URL.createObjectURL(new Blob([JSON.stringify(file)], {type: 'application/json'}));
    onTestFinished(() => URL.revokeObjectURL(src));
    const box = document.createElement('div');
    box.innerHTML = `<crono-story src="${src}" format="${format}" with-issues><crono-steps layout="${layout}">
      <${view} slot="graphic"></${view}></crono-steps></crono-story>`;
    story = box.firstElementChild as CronoStory;
    steps = story.firstElementChild as CronoSteps;
    document.body.append(box);
    await waitFor(() => one(steps, '.told .said'));
    return steps.querySelector(view) as Element;
  }
  const dead = `${location.origin}/no-picture-of-the-pier.jpg`;
  const slide = () => words(one(steps, '.steps > li:not([inert])'));

  /** Goes on to a step, and gives it as it is shown: one slide, or the text on the line of reading. */
  async function goOn(i: number): Promise<HTMLElement> {
    if (layout === 'slides') next().click();
    else all(steps, '.said')[i]?.scrollIntoView({block: 'center'});
    await waitFor(() => expect(shown()).toBe(story.snapshot.dataset.steps[i]?.id));
    expect(story.snapshot.selected).toBe(story.snapshot.dataset.steps[i]?.select);
    const step = one(steps, '[aria-current=step]');
    if (layout === 'slides') expect(all(steps, '.steps > li:not([inert])')).toEqual([step]);
    return step;
  }
  const losses = () => words(story.shadowRoot?.querySelector('[part=issues]'));

  test('a StoryMapJS is in its order, at its places, with its line and its media, and says what it lost', async () => {
    const at = (name: string, lat: number, lon: number, zoom: number) => ({name, lat, lon, zoom, line: true});
    const map = await tellFile(
      {
        storymap: {
          language: 'en',
          slides: [
            {type: 'overview', text: {headline: 'A voyage', text: '<p>Two ports.</p>'}},
            {
              date: '1912-04-11',
              text: {headline: 'Out of Cork', text: '<p>The <b>last</b> port.</p>'},
              location: at('Cork', 51.85, -8.29, 7),
              background: {url: 'https://example.org/the-sea.jpg'},
            },
            {
              date: '1912-04-10',
              text: {headline: 'Told after: Southampton', text: ''},
              location: at('Southampton', 50.9, -1.4, 8),
              media: {url: dead, caption: 'The pier', credit: 'N. N.'},
            },
          ],
        },
      },
      'storymapjs',
    );
    if (layout === 'slides') expect(slide()).toBe('A voyage Two ports.');
    await waitFor(() => expect(losses()).toContain('the-sea.jpg'));
    await waitFor(() => one(map, '[part~=route]'));
    const told: HTMLElement[] = [];
    for (const [i, place] of ['cork', 'southampton'].entries()) {
      told.push(await goOn(i));
      expect(story.snapshot.step?.places).toEqual([place]);
      await waitFor(() => {
        const {x, y} = middle(one(map, `[data-id=${place}]`));
        const frame = one(map, '.frame').getBoundingClientRect();
        expect(x > frame.left && x < frame.right && y > frame.top && y < frame.bottom).toBe(true);
      });
    }
    expect(told.map((step) => words(step.querySelector('[part=title]')))).toEqual([
      'Out of Cork',
      'Told after: Southampton',
    ]);
    expect(words(told[0]?.querySelector('strong'))).toBe('last');
    // A picture that does not come is its words, a sentence and the link.
    const media = () => told[1]?.querySelector('.media');
    await waitFor(() => expect(words(media())).toMatch(/The pier.*The picture could not be shown\./));
    expect(words(media())).toContain('N. N.');
    expect(media()?.querySelector('a')?.href).toBe(dead);
  });

  test('a TimelineJS is in the order of its dates, with its media, its eras and pages as links', async () => {
    const timeline = await tellFile(
      {
        title: {text: {headline: 'A voyage', text: 'Two days.'}},
        eras: [{start_date: {year: '1912'}, end_date: {year: '1914'}, text: {headline: 'Before the war'}}],
        events: [
          {
            start_date: {year: '1912', month: '4', day: '15'},
            text: {headline: 'It sinks', text: ''},
            media: {url: '<blockquote>Ice ahead.<cite>The lookout</cite></blockquote>'},
          },
          {
            start_date: {year: '1912', month: '4', day: '11'},
            text: {headline: 'It leaves', text: '<p>At noon.</p>'},
            media: {url: 'https://en.wikipedia.org/wiki/Cobh', caption: 'Cobh'},
            background: {url: 'https://example.org/the-sea.jpg'},
          },
        ],
      },
      'timelinejs',
      'crono-timeline',
    );
    if (layout === 'slides') expect(slide()).toBe('A voyage Two days.');
    await waitFor(() => expect(losses()).toContain('the-sea.jpg'));
    await waitFor(() => expect(all(timeline, '[part~=mark]')).toHaveLength(3));
    const leaves = await goOn(0);
    expect(words(leaves)).toMatch(/It leaves At noon\..*Cobh/);
    expect(leaves.querySelector('a')?.href).toBe('https://en.wikipedia.org/wiki/Cobh');
    const {selected, dataset} = story.snapshot;
    expect(dataset.events.find(({id}) => id === selected)?.date).toBe('1912-04-11');
    if (layout === 'slides') expect(place()).toBe('1 of 2');
    const sinks = await goOn(1);
    await waitFor(() => expect(words(sinks)).toMatch(/Ice ahead\..*The lookout.*It sinks/));
  });
});

describe('bad input', () => {
  test('no steps, one, and two hundred of which some say nothing or too much', async () => {
    await tell({layout: 'slides'}, '', {...VOYAGE, steps: []});
    expect(words(one(steps, '.telling'))).toBe('No steps yet.');
    expect(steps.matches(':state(empty)')).toBe(true);
    story.data = {...VOYAGE, title: undefined, steps: [{id: 'only'}]};
    await waitFor(() => expect(place()).toBe('1 of 1'));
    expect(next().getAttribute('aria-disabled')).toBe('true');
    expect(previous().getAttribute('aria-disabled')).toBe('true');
    const many = Array.from({length: 200}, (_, i) => ({
      id: `s${i}`,
      text: i % 2 ? '' : 'word '.repeat(1000),
    }));
    story.data = {...VOYAGE, steps: many};
    await waitFor(() => expect(all(steps, '.step')).toHaveLength(200));
    expect(one(steps, '.steps').offsetHeight).toBeLessThan(innerHeight);
    expect(await audit()).toEqual([]);
  });

  test('two of them on one story follow each other', async () => {
    await tell({layout: 'slides'});
    const other = document.createElement('crono-steps');
    other.layout = 'slides';
    story.append(other);
    await waitFor(() => one(other, '.told'));
    next().click();
    await waitFor(() => expect(words(one(other, '[part=place]'))).toBe('1 of 3'));
    one<HTMLButtonElement>(other, '[part=next]').click();
    await waitFor(() => expect(place()).toBe('2 of 3'));
  });

  test('taken out it observes nothing more, and put in again it tells on', async () => {
    await tell({}, '<section id="a" select="leaves">A</section><section id="b" select="sinks">B</section>');
    const parent = story.parentElement as HTMLElement;
    const leaks = watchLeaks();
    story.remove();
    parent.append(story);
    await waitFor(() => expect(said('b').checkVisibility()).toBe(true));
    said('b').scrollIntoView({block: 'center'});
    await waitFor(() => expect(shown()).toBe('b'));
    story.remove();
    await waitFor(() => expect(leaks.alive()).toEqual([]));
    expect(leaks.stop().added).toBeGreaterThan(0);
  });

  test('without a story its text stands as it was written', async () => {
    const alone = document.createElement('crono-steps');
    alone.innerHTML = '<section>Alone</section>';
    document.body.append(alone);
    await alone.updateComplete;
    expect(alone.querySelector('section')?.checkVisibility()).toBe(true);
  });
});
