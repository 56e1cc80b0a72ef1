/** A design token: its type, purpose and default value. The defaults are in tokens.css; see docs/TOKENS.md. */
export interface Token {
  readonly name: `--crono-${string}`;
  readonly group: 'colour' | 'map' | 'categories' | 'type' | 'space and line' | 'motion';
  readonly kind: 'color' | 'font' | 'length' | 'number' | 'duration';
  readonly purpose: string;
  /** Its value in `paper`, the built-in theme. */
  readonly paper: string;
}

/** A foreground and background with a minimum contrast: 4.5 for text, 3 for graphics (WCAG 2.2, 1.4.3 and 1.4.11). */
export interface Pair {
  readonly of: Token['name'];
  readonly on: Token['name'];
  readonly least: 4.5 | 3;
}

/** Types of colour blindness, at full severity: Machado, Oliveira and Fernandes, IEEE TVCG 15 (2009). */
export const VISIONS = ['protanopia', 'deuteranopia', 'tritanopia'] as const;
export type Vision = (typeof VISIONS)[number];

const color = (group: Token['group'], name: string, light: string, dark: string, purpose: string): Token => ({
  name: `--crono-color-${name}`,
  group,
  kind: 'color',
  purpose,
  paper: `light-dark(${light}, ${dark})`,
});

/**
 * Light and dark colours of the eight categories. A ninth category reuses the first; shapes tell categories apart too.
 */
const PALETTE = [
  ['#9c1c1c', '#fe998a'],
  ['#0f69b0', '#9bb7f5'],
  ['#8a5a00', '#e0bb5b'],
  ['#136251', '#67d4c2'],
  ['#6b3fa0', '#c9a8f0'],
  ['#4f5b62', '#b6c2c9'],
  ['#a3286b', '#f4a3cb'],
  ['#5f6b13', '#c6d267'],
] as const;

const categories = PALETTE.map(([light, dark], i) =>
  color(
    'categories',
    `category-${i + 1}`,
    light,
    dark,
    `Marks, bars and lines of category ${i + 1}, by its order in the dataset; in charts, of claimant ${i + 1}.`,
  ),
);

/** Every token, in the order of tokens.css. */
export const TOKENS: readonly Token[] = [
  {
    name: '--crono-font-body',
    group: 'type',
    kind: 'font',
    purpose: 'All text. Elements inherit the page’s own.',
    paper: 'inherit',
  },
  {
    name: '--crono-font-heading',
    group: 'type',
    kind: 'font',
    purpose: 'Titles, and the names of years.',
    paper: 'inherit',
  },
  {
    name: '--crono-font-size-small',
    group: 'type',
    kind: 'length',
    purpose: 'Dates, sources, buttons: text smaller than running text.',
    paper: '0.8125em',
  },
  {
    name: '--crono-font-weight-medium',
    group: 'type',
    kind: 'number',
    purpose: 'Names and labels.',
    paper: '600',
  },
  {
    name: '--crono-font-weight-bold',
    group: 'type',
    kind: 'number',
    purpose: 'Titles, numbers, selected items.',
    paper: '700',
  },
  {
    name: '--crono-label-size',
    group: 'type',
    kind: 'number',
    purpose: 'Labels of maps, timelines and charts, as a share of running text.',
    paper: '0.8125',
  },
  color('colour', 'text', '#1b1b1a', '#ece9e2', 'Text, and strokes that carry meaning.'),
  color('colour', 'text-quiet', '#5d5b56', '#b1ada4', 'Secondary text: dates, notes, axes.'),
  color('colour', 'surface', '#fffefb', '#17181a', 'Background of text; outline that separates marks.'),
  color(
    'colour',
    'surface-raised',
    '#f6f3ec',
    '#222427',
    'Raised backgrounds: popups, fields, a hovered row.',
  ),
  color(
    'colour',
    'line',
    '#d8d3c7',
    '#3d3f43',
    'Rules and frames. Decorative: never the only carrier of information.',
  ),
  color('colour', 'accent', '#9c1c1c', '#ff9d8a', 'Selected and highlighted items.'),
  color('colour', 'focus', '#0b57d0', '#8ab4f8', 'The focus ring.'),
  color('map', 'sea', '#dde8ec', '#1d2a31', 'Water of the map.'),
  color('map', 'land', '#fbf8f1', '#26282a', 'Land of the map.'),
  color(
    'map',
    'border',
    '#a39e92',
    '#5e6166',
    'Borders of countries and regions; gridlines and leaders of drawings. Decoration.',
  ),
  color('map', 'coast', '#8fa9b5', '#4e6673', 'Coasts and rivers. Decoration.'),
  ...categories,
  {
    name: '--crono-space-s',
    group: 'space and line',
    kind: 'length',
    purpose: 'Gap between related items.',
    paper: '0.375rem',
  },
  {
    name: '--crono-space-m',
    group: 'space and line',
    kind: 'length',
    purpose: 'Gap between parts.',
    paper: '0.75rem',
  },
  {
    name: '--crono-space-l',
    group: 'space and line',
    kind: 'length',
    purpose: 'Gap between sections.',
    paper: '1.5rem',
  },
  {
    name: '--crono-radius',
    group: 'space and line',
    kind: 'length',
    purpose: 'Corners of buttons, popups and frames.',
    paper: '2px',
  },
  {
    name: '--crono-line-width',
    group: 'space and line',
    kind: 'length',
    purpose: 'Rules and frames.',
    paper: '1px',
  },
  {
    name: '--crono-line-width-strong',
    group: 'space and line',
    kind: 'length',
    purpose: 'The rule above a section.',
    paper: '2px',
  },
  {
    name: '--crono-mark-width',
    group: 'space and line',
    kind: 'length',
    purpose: 'Lines of charts, outlines of hollow marks.',
    paper: '1.5px',
  },
  {
    name: '--crono-focus-width',
    group: 'space and line',
    kind: 'length',
    purpose: 'The focus ring.',
    paper: '2px',
  },
  {
    name: '--crono-motion',
    group: 'motion',
    kind: 'duration',
    purpose: 'Duration of transitions; none when the reader prefers reduced motion.',
    paper: '0.2s',
  },
];

/** Tokens of single elements, documented with them: valid in a theme, but not part of the contract. */
export const ELEMENT_TOKENS: ReadonlySet<string> = new Set([
  ...['card', 'chart', 'claims', 'filter', 'list', 'player', 'range', 'sources', 'timeline'].flatMap(
    (element) => [`--crono-${element}-surface`, `--crono-${element}-padding`],
  ),
  '--crono-controls',
  '--crono-mark-size',
  '--crono-timeline-height',
  '--crono-chart-height',
  '--crono-list-height',
  '--crono-map-height',
  '--crono-map-receded-size',
  '--crono-map-tile-mute',
  '--crono-range-window',
  '--crono-story-card-width',
  '--crono-steps-surface',
  '--crono-steps-width',
  '--crono-story-offset',
]);

const pair = (of: string, on: string, least: Pair['least']): Pair => ({
  of: `--crono-color-${of}`,
  on: `--crono-color-${on}`,
  least,
});

/** Every pair of colours with a required contrast. */
export const PAIRS: readonly Pair[] = [
  ...['surface', 'surface-raised', 'land'].flatMap((on) => [
    pair('text', on, 4.5),
    pair('text-quiet', on, 4.5),
  ]),
  pair('accent', 'surface', 4.5),
  pair('accent', 'surface-raised', 4.5),
  ...['surface', 'surface-raised', 'land', 'sea'].map((on) => pair('focus', on, 3)),
  pair('text', 'sea', 3),
  // Names of seas.
  pair('text-quiet', 'sea', 4.5),
  ...categories.flatMap(({name}) => {
    const category = name.replace('--crono-color-', '');
    // Labels and counts on the map have the colour of their category.
    return [pair(category, 'surface', 4.5), pair(category, 'land', 4.5), pair(category, 'sea', 3)];
  }),
];
