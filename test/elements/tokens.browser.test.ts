import type {LitElement} from 'lit';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {TOKENS} from '../../src/themes/index.js';
import {all, frame, mount, one, quiet, reset, shipped, waitFor} from './helpers.js';

const record = await shipped('venezuela-2024-2026');
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
/** Ten tokens that a newsroom would set first. */
const TEN: Readonly<Record<string, string>> = {
  '--crono-font-body': 'monospace',
  '--crono-font-heading': 'cursive',
  '--crono-font-size-small': '0.95em',
  '--crono-color-text': 'rgb(1, 2, 3)',
  '--crono-color-text-quiet': 'rgb(4, 5, 6)',
  '--crono-color-surface': 'rgb(250, 251, 252)',
  '--crono-color-line': 'rgb(7, 8, 9)',
  '--crono-color-accent': 'rgb(10, 11, 12)',
  '--crono-color-category-1': 'rgb(13, 14, 15)',
  '--crono-line-width': '3px',
};
const PROPERTIES = [
  'color',
  'backgroundColor',
  'fill',
  'stroke',
  'strokeWidth',
  'fontFamily',
  'fontSize',
  'fontWeight',
  'borderTopColor',
  'borderBottomColor',
  'borderTopWidth',
  'borderBottomWidth',
  'borderRadius',
  'rowGap',
  'marginBottom',
  'paddingTop',
  'outlineColor',
  'animationDuration',
] as const;

const styleOf = (): HTMLElement['style'] => document.documentElement.style;

beforeEach(() => {
  document.documentElement.lang = 'en';
});
afterEach(() => {
  document.documentElement.removeAttribute('style');
  reset();
});

async function draw() {
  const story = await mount(TAGS, record, {width: '900px', selected: 'release-2025-12-25'});
  const map = story.querySelector('crono-map');
  if (!map) throw new Error('no map');
  await waitFor(() => one(map, '.land'));
  await quiet(story, ...story.children);
  /** What everything in an element looks like. */
  const look = (tag: string): string => {
    const element = story.querySelector<HTMLElement>(tag);
    if (!element) throw new Error(`no ${tag}`);
    return all(element, '*')
      .map((each) => {
        const style = getComputedStyle(each);
        return PROPERTIES.map((property) => style[property]).join();
      })
      .join('\n');
  };
  return {story, look, looks: () => TAGS.map(look)};
}

test('ten tokens change every element, and each of the ten at least one', async () => {
  const {story, look, looks} = await draw();
  const before = looks();
  const isOther = (tag: string, i: number) => look(tag) !== before[i];
  for (const [name, value] of Object.entries(TEN)) {
    styleOf().setProperty(name, value);
    await frame();
    expect(TAGS.some(isOther), name).toBe(true);
    styleOf().removeProperty(name);
  }
  // A drawing that was laid out meanwhile learns only after some seconds how its texts are painted now.
  await waitFor(async () => {
    for (const view of story.querySelectorAll<LitElement>('*')) view.requestUpdate();
    await frame();
    expect(looks()).toEqual(before);
  });
  for (const [name, value] of Object.entries(TEN)) styleOf().setProperty(name, value);
  await frame();
  expect(TAGS.filter((tag, i) => !isOther(tag, i))).toEqual([]);
});

test('a token on one element is that one’s alone', async () => {
  const {story, looks} = await draw();
  const before = looks();
  story.querySelector<HTMLElement>('crono-card')?.style.setProperty('--crono-color-text', 'rgb(1, 2, 3)');
  await frame();
  const after = looks();
  expect(TAGS.filter((_, i) => after[i] !== before[i])).toEqual(['crono-card']);
});

test('what a page sets needs no more weight than the theme that it links', async () => {
  const theme = document.createElement('style');
  theme.textContent = ':root, .crono-x { --crono-color-text: rgb(9, 9, 9); }';
  const page = document.createElement('style');
  page.textContent = ':root { --crono-color-text: rgb(1, 2, 3); }';
  document.head.append(theme, page);
  try {
    const {story} = await draw();
    const card = story.querySelector('crono-card');
    expect(card && getComputedStyle(card).color).toBe('rgb(1, 2, 3)');
  } finally {
    theme.remove();
    page.remove();
  }
});

test('the ten are tokens of the contract', () => {
  const names = new Set<string>(TOKENS.map(({name}) => name));
  expect(Object.keys(TEN).filter((name) => !names.has(name))).toEqual([]);
});
