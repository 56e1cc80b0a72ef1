import {afterEach, describe, expect, test} from 'vitest';
import {en} from '../../src/i18n/en.js';
import {addMessages, type Messages} from '../../src/i18n/index.js';
import {pseudo} from '../pseudo.js';
import {all, mount, one, reset, rootOf, settled, shipped, words} from './helpers.js';

const releases = await shipped('caracas-releases');
const TAGS = [
  'crono-filter',
  'crono-map',
  'crono-timeline',
  'crono-range',
  'crono-card',
  'crono-claims',
  'crono-chart',
  'crono-list',
  'crono-sources',
];

afterEach(reset);

describe('a language that a newsroom adds', () => {
  test('is spoken by stories that come later, and by those that are there', async () => {
    document.documentElement.lang = 'gl';
    const early = await mount(['crono-list', 'crono-timeline'], releases, {width: '800px'});
    const timeline = early.querySelector('crono-timeline');
    if (!timeline) throw new Error('no timeline');
    const named = () => rootOf(timeline).querySelector('[role="listbox"]')?.getAttribute('aria-label');
    expect(named()).toBe('Timeline');
    const list = early.querySelector('crono-list');
    expect(list && words(one(list, '.list'))).not.toContain('segundo ');
    const claimedBy = (who: string) => `segundo ${who}`;
    addMessages('gl', async () => ({...en(String), timeline: 'Liña do tempo', claimedBy}));
    await expect.poll(named).toBe('Liña do tempo');
    // Cached templates are rendered again too.
    expect(list && words(one(list, '.list'))).toContain('segundo ');
    const late = await mount(['crono-timeline'], releases, {width: '800px'});
    const other = late.querySelector('crono-timeline');
    await expect
      .poll(() => other && rootOf(other).querySelector('[role="listbox"]')?.getAttribute('aria-label'))
      .toBe('Liña do tempo');
  });

  test('single words of one that ships can be others; the rest stay', async () => {
    document.documentElement.lang = 'es-VE';
    addMessages('es', {timeline: 'Cronología'});
    const story = await mount(['crono-timeline'], releases, {width: '800px'});
    const timeline = story.querySelector('crono-timeline');
    if (!timeline) throw new Error('no timeline');
    await expect
      .poll(() => rootOf(timeline).querySelector('[role="listbox"]')?.getAttribute('aria-label'))
      .toBe('Cronología');
    expect(words(one(timeline, '.zoom'))).toContain('−');
    expect(one(timeline, '.zoom button').getAttribute('aria-label')).toBe('Alejar');
    addMessages('es', {timeline: 'Línea de tiempo'});
  });

  test('a tag that is none is refused, and words that cannot be fetched leave English', async () => {
    expect(() => addMessages('not a language', {})).toThrow(RangeError);
    document.documentElement.lang = 'eu';
    addMessages('eu', () => Promise.reject(new Error('gone')));
    const story = await mount(['crono-timeline'], releases, {width: '800px'});
    const timeline = story.querySelector('crono-timeline');
    expect(timeline && one(timeline, '[role="listbox"]').getAttribute('aria-label')).toBe('Timeline');
  });
});

const isCut = (element: HTMLElement) =>
  element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible';

describe.each([
  ['360px', 'caracas-releases'],
  ['768px', 'caracas-releases'],
  ['1280px', 'caracas-releases'],
  ['280px', 'venezuela-2024-2026'],
])('words a third longer, at %s, of %s', (width, name) => {
  test('nothing breaks out of its element or is cut', async () => {
    const long: Messages = pseudo(en(String));
    addMessages('de', long);
    document.documentElement.lang = 'de';
    // As wide as a reader may ask for (WCAG 2.2, 1.4.12).
    document.body.style.letterSpacing = '0.12em';
    const story = await mount(TAGS, await shipped(name), {width, selected: 'release-2025-12-25'});
    await expect.poll(() => story.querySelector('crono-timeline')?.shadowRoot?.textContent).toContain('ő');
    await expect
      .poll(() => story.querySelector('crono-map')?.shadowRoot?.querySelector('.foot .caption')?.textContent)
      .toContain('ő');
    await settled(story);
    // One line until the reader asks for the rest.
    one(story.querySelector('crono-map') as Element, '.foot .caption summary').click();
    const faults: string[] = [];
    for (const tag of TAGS) {
      const element = story.querySelector<HTMLElement>(tag);
      if (!element) throw new Error(`no ${tag}`);
      const box = element.getBoundingClientRect();
      for (const each of all(
        element,
        'button, summary, p, h2, h3, [role="heading"], label, .head, .foot > *, td, th',
      )) {
        const {left, right, width: wide} = each.getBoundingClientRect();
        if (wide === 0 || each.closest('.scroll, .visually-hidden')) continue;
        if (left < box.left - 1 || right > box.right + 1)
          faults.push(
            `${tag}: "${words(each).slice(0, 40)}" reaches from ${left - box.left} to ${right - box.left} of ${box.width}`,
          );
        if (each instanceof HTMLElement && isCut(each))
          faults.push(`${tag}: "${words(each).slice(0, 40)}" is cut`);
      }
    }
    expect(faults).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(
      Math.max(innerWidth, Number.parseInt(width, 10) + 16),
    );
  });
});
