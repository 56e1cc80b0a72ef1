/** Views of the world, and what is named in them: the map's own functions, without a page. */
import {readFileSync} from 'node:fs';
import {project} from '../../src/core/geo/index.js';
import {
  type Box,
  DRAWING_FONT,
  layoutMap,
  type MapLayout,
  type MapOptions,
  type MapPlace,
} from '../../src/core/layout/index.js';
import {namesInView} from '../../src/elements/map/ground-names.js';
import {type Basemap, readBasemap} from '../../src/map/basemap.js';
import {Detail, isDetailed} from '../../src/map/detail.js';
import type {ViewState} from '../../src/map/map-adapter.js';

/** A view of so many pixels with a position in its middle. */
export function viewOf(
  lon: number,
  lat: number,
  zoom: number,
  {width, height}: {readonly width: number; readonly height: number},
): ViewState {
  const [x, y] = project({lon, lat}, zoom);
  return {zoom, width, height, origin: [x - width / 2, y - height / 2]};
}

/** Positions from 62° south to 78° north, as many on a square kilometre everywhere. */
export function positions(count: number, random: () => number): readonly {lon: number; lat: number}[] {
  const [south, north] = [Math.sin((-62 * Math.PI) / 180), Math.sin((78 * Math.PI) / 180)];
  return Array.from({length: count}, () => ({
    lon: random() * 360 - 180,
    lat: (Math.asin(south + random() * (north - south)) * 180) / Math.PI,
  }));
}

/** Boxes as high as the map makes itself at these widths. */
export const BOXES = [342, 720, 1200].map((width) => ({
  width,
  height: Math.min(544, Math.max(288, Math.round(width * 0.58))),
}));

const read = (name: string): Basemap =>
  readBasemap(JSON.parse(readFileSync(new URL(`../../data/basemaps/${name}.json`, import.meta.url), 'utf8')));

let world: Basemap | undefined;
const detail = new Detail(
  async (name) => read(`detail/${name}`),
  () => {},
);

/** The basemaps that a view is drawn by. */
export async function basemapsOf(view: ViewState): Promise<readonly Basemap[]> {
  if (!isDetailed(view)) {
    world ??= read('world');
    return [world];
  }
  detail.fetchFor(view);
  await Promise.resolve();
  for (let i = 0; i < 99 && !detail.look(view).isWhole; i++) await Promise.resolve();
  return detail.look(view).cells;
}

/** The ground of a map that fetches from the folder. */
export const ground = {
  fetchFor: (view: ViewState) => detail.fetchFor(view),
  isWhole: (view: ViewState) => detail.look(view).isWhole,
  basemapsOf: (view: ViewState) => detail.look(view).cells,
};

/** Of letters as wide as in DejaVu Sans, which is wider than most: a share of the font size, plain and bold. */
const WIDTHS: readonly (readonly [RegExp, number, number])[] = [
  [/[\u0600-\u06ff]/, 0.53, 0.57],
  [/[ijlI.,'’ʻ|()]/, 0.29, 0.36],
  [/[ftr/\- ]/, 0.37, 0.43],
  [/[mwMW]/, 0.9, 1.02],
  [/[A-Z]/, 0.69, 0.77],
];
const widthOf = (letter: string, isBold: boolean) => {
  const found = WIDTHS.find(([letters]) => letters.test(letter));
  return found ? found[isBold ? 2 : 1] : isBold ? 0.68 : 0.61;
};

const fontSize = 16 * DRAWING_FONT;

const widths = new Map<string, number>();

function measure(text: string, isBold: boolean): number {
  const key = `${isBold} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    width = [...text].reduce((sum, letter) => sum + widthOf(letter, isBold), 0) * fontSize;
    widths.set(key, width);
  }
  return width;
}

/** The room of the buttons, and of the scale bar with its words. */
export const reservedIn = ({height}: Pick<ViewState, 'height'>): readonly Box[] => [
  {x: 8, y: 8, width: 34, height: 104},
  {x: 8, y: height - 12 - fontSize * 1.3 - 6, width: 128, height: fontSize * 1.3 + 12},
];

/** What is written in a view of the world. */
export function layoutOf(
  view: ViewState,
  basemaps: readonly Basemap[],
  locale: string,
  places: readonly MapPlace[] = [],
): MapLayout {
  return layoutMap(places, namesInView(basemaps, view, locale), optionsOf(view));
}

/** What a view is laid out by. */
export const optionsOf = (view: ViewState): MapOptions => ({
  width: view.width,
  height: view.height,
  fontSize,
  measure,
  reserved: reservedIn(view),
});
