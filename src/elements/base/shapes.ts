import {css, html} from 'lit';

/** One outline per category number, about 12 px wide, centred on its origin; distinct without colour. */
const SHAPES = [
  'm-5,0a5,5 0 1 0 10,0a5,5 0 1 0 -10,0z',
  'm-4.5,-4.5h9v9h-9z',
  'm0,-6.2l6.2,6.2l-6.2,6.2l-6.2,-6.2z',
  'm0,-5.8l5.8,10.4h-11.6z',
  'm0,5.8l5.8,-10.4h-11.6z',
  'm-1.9,-5.6h3.8v3.7h3.7v3.8h-3.7v3.7h-3.8v-3.7h-3.7v-3.8h3.7z',
  'm-3,-5.2h6l3,5.2l-3,5.2h-6l-3,-5.2z',
  'm0,-6.4l1.7,4.4h4.4l-3.5,3l1.3,4.6l-3.9,-2.7l-3.9,2.7l1.3,-4.6l-3.5,-3h4.4z',
] as const;

/**
 * SVG path of a category's shape centred on a point; `index` counts from 0, and -1 is no category. Coordinates are in
 * the path itself: a `transform` on each of many marks is the most expensive part of a frame in Chromium.
 */
export const shapePath = (index: number, x = 0, y = 0): string =>
  `M${x},${y}${SHAPES[Math.max(0, index) % SHAPES.length] ?? SHAPES[0]}`;

/** The class that gives a category its colour, see `shapeStyles`. */
export const categoryClass = (index: number): string =>
  index < 0 ? 'category-0' : `category-${(index % 8) + 1}`;

/** An inline icon of a category, 1 em in size. Decorative: show the name as well. */
export const shapeIcon = (index: number) =>
  html`<svg class="shape ${categoryClass(index)}" viewBox="-8 -8 16 16" width="1em" height="1em" aria-hidden="true"><path d=${shapePath(index)}></path></svg>`;

/** Colours of the categories: elements that draw shapes add this to their styles and fill with `--_category`. */
export const shapeStyles = css`
  .category-0 { --_category: var(--_quiet); }
  .category-1 { --_category: var(--_category-1); }
  .category-2 { --_category: var(--_category-2); }
  .category-3 { --_category: var(--_category-3); }
  .category-4 { --_category: var(--_category-4); }
  .category-5 { --_category: var(--_category-5); }
  .category-6 { --_category: var(--_category-6); }
  .category-7 { --_category: var(--_category-7); }
  .category-8 { --_category: var(--_category-8); }
  .shape { fill: var(--_category); vertical-align: -0.125em; flex: none; }
  @media (forced-colors: active) {
    .shape { fill: CanvasText; }
  }
`;
