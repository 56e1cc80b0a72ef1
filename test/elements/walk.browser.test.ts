import {afterEach, expect, test} from 'vitest';
import {userEvent} from 'vitest/browser';
import type {CronoStory} from '../../src/elements/story/story.js';
import {loadAllMessages, messages} from '../../src/i18n/index.js';
import {mount, reset, settled, shipped} from './helpers.js';

/** The keyboard walkthrough of docs/ACCESSIBILITY.md, in each language. */
const releases = await shipped('caracas-releases');
await loadAllMessages();

afterEach(reset);

/** The focused element, across shadow roots. */
function focused(): Element {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at) throw new Error('nothing has the focus');
  return at;
}

const nameOf = (element: Element): string =>
  (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
const hostOf = (element: Element): string => {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host.localName : '';
};

/** A colour used by nothing else. */
const FOCUS = 'rgb(1, 254, 3)';

/** Whether the focus is visible: on the screen, with a focus ring on the element, its label or its mark. */
function expectSeen(element: Element): void {
  const {width, height, top, bottom} = element.getBoundingClientRect();
  expect(width * height, nameOf(element)).toBeGreaterThan(0);
  expect(bottom, `${nameOf(element)} is above the screen`).toBeGreaterThan(0);
  expect(top, `${nameOf(element)} is below the screen`).toBeLessThan(innerHeight);
  const active = element.getAttribute('aria-activedescendant');
  const at = active ? (element.getRootNode() as ShadowRoot).getElementById(active) : null;
  const parts = [
    element,
    element.closest('label'),
    ...element.querySelectorAll('*'),
    at,
    ...(at?.querySelectorAll('*') ?? []),
  ];
  const isRinged = parts.some((each) => {
    if (!each) return false;
    const {outlineStyle, outlineColor, stroke} = getComputedStyle(each);
    return (outlineStyle !== 'none' && outlineColor === FOCUS) || stroke === FOCUS;
  });
  expect(isRinged, `${nameOf(element)} does not show that it has the focus`).toBe(true);
}

/** Presses Tab until the target is focused. Every stop on the way must be visible and new. */
async function tabTo(meant: (element: Element) => boolean, what: string): Promise<Element> {
  const seen = new Set<Element>();
  for (let i = 0; i < 80; i++) {
    await userEvent.tab();
    const at = focused();
    if (at === document.body) break;
    expect(seen.has(at), `${nameOf(at)} keeps the focus`).toBe(false);
    seen.add(at);
    expectSeen(at);
    if (meant(at)) return at;
  }
  throw new Error(`Tab does not come to ${what}: ${[...seen].map(nameOf).join(' | ')}`);
}

const press = async (story: CronoStory, keys: string) => {
  await userEvent.keyboard(keys);
  await settled(story);
};

test.each([
  ['en', 'ltr'],
  ['es', 'ltr'],
  ['pt', 'ltr'],
  ['fr', 'ltr'],
  ['ar', 'rtl'],
])(
  'by keyboard alone, in %s, %s: find the release, read its sources, move in time, filter, go back',
  async (lang, way) => {
    document.documentElement.lang = lang;
    document.documentElement.style.setProperty('--crono-color-focus', FOCUS);
    const text = messages(lang);
    const onward = way === 'rtl' ? '{ArrowLeft}' : '{ArrowRight}';
    const before = document.createElement('button');
    document.body.append(before);
    const tags = [
      'crono-filter',
      'crono-map',
      'crono-timeline',
      'crono-range',
      'crono-card',
      'crono-list',
      'crono-sources',
    ];
    const story = await mount(tags, releases, {width: '900px'});
    await expect.poll(() => getComputedStyle(story).direction).toBe(way);
    await settled(story);
    before.focus();

    // Open: the timeline is a stop with a name.
    await tabTo((at) => hostOf(at) === 'crono-timeline' && nameOf(at) === text.timeline, 'the timeline');
    // Find the release along time; each event is announced in full before it is selected.
    const options: string[] = [];
    for (let i = 0; i < 12 && story.snapshot.selected !== 'release-2025-12-25'; i++) {
      await press(story, i === 0 ? '{Home}' : onward);
      const id = focused().getAttribute('aria-activedescendant');
      const option = id && (focused().getRootNode() as ShadowRoot).getElementById(id);
      if (!option) throw new Error('the keys are at no event');
      options.push(option.getAttribute('aria-label') ?? '');
      expectSeen(focused());
      if (option.getAttribute('data-id') === 'release-2025-12-25') await press(story, '{Enter}');
    }
    expect(story.snapshot.selected, options.join(' | ')).toBe('release-2025-12-25');
    expect(options.at(-1)).toContain('2025');

    // Read its sources: in the card, each a link.
    const source = await tabTo((at) => hostOf(at) === 'crono-card' && at.localName === 'a', 'a source');
    expect(nameOf(source).length).toBeGreaterThan(3);
    expect(source.getAttribute('href')).toMatch(/^(https:|#)/);

    // Change the range, from its start on.
    before.focus();
    const handle = await tabTo((at) => at.getAttribute('role') === 'slider', 'the range');
    expect(nameOf(handle)).toBe(text.rangeStart);
    const value = handle.getAttribute('aria-valuetext');
    await press(story, onward);
    expect(handle.getAttribute('aria-valuetext')).not.toBe(value);
    expect(story.snapshot.range).not.toBeNull();
    await press(story, way === 'rtl' ? '{ArrowRight}' : '{ArrowLeft}');

    // Filter: by the first category.
    before.focus();
    const box = await tabTo(
      (at) => hostOf(at) === 'crono-filter' && (at as HTMLInputElement).type === 'checkbox',
      'a choice',
    );
    expect(nameOf(box)).toContain(':');
    await press(story, ' ');
    expect(story.snapshot.filters.categories).toHaveLength(1);
    expect(story.snapshot.counts.shown).toBeLessThan(story.snapshot.counts.events);
    expect(focused()).toBe(box);
    await press(story, ' ');
    expect(story.snapshot.filters.categories).toHaveLength(0);

    // Go back: the whole period, and nothing selected.
    before.focus();
    const line = await tabTo(
      (at) => hostOf(at) === 'crono-timeline' && nameOf(at) === text.timeline,
      'the timeline again',
    );
    await press(story, '{Escape}');
    expect(story.snapshot.selected).toBeNull();
    expect(focused()).toBe(line);
    if (story.snapshot.range) {
      before.focus();
      await tabTo((at) => nameOf(at) === text.rangeAll, text.rangeAll);
      await press(story, '{Enter}');
    }
    expect(story.snapshot.range).toBeNull();
  },
);
