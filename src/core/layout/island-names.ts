import {f64} from '../arrays/index.js';
import type {MapLayout, MapNameLabel, MapNames, MapOptions, MapPlace, MapRegion} from './map-types.js';
import {occupiedIn} from './occupied.js';
import {labelAt} from './region-room.js';
import {settingsOf} from './region-settings.js';
import {coveredWidth} from './region-spots.js';
import {gridOf, landOf, STEP, seenOf} from './regions-seen.js';
import {TakenBoxes} from './taken-boxes.js';
import type {Box} from './types.js';

/** How far from its island a name stands, in pixels, the nearer the better: beyond the mark of a place, of several, or a label. */
const ASIDE = [3, 9, 15, 21, 27];
/** How far outside the box of a ring a place in it may seem to be, in pixels. */
const NEAR = 2;
/** From the edges of the map. */
const INSET = 2;
/** An island is at most so many times as wide as its name. */
const WIDEST = 1.5;

/**
 * The names of islands that the story is about and that had no room for them: on the sea beside them, and over no land,
 * so that nothing else is called so.
 */
export function layoutIslandNames(
  {regions}: MapNames,
  layout: MapLayout,
  options: MapOptions,
): readonly MapNameLabel[] {
  const places = [...layout.places, ...layout.clusters.flatMap((cluster) => cluster.places)];
  const named = new Set(layout.names.map(({id}) => id));
  const countries = regions.filter(({kind}) => kind === 'country');
  // A place that is called as its island says the name already.
  const said = new Set(places.map(({name}) => name));
  const told = countries.filter(
    (region) =>
      !named.has(region.id) &&
      ![...region.texts, ...(region.aliases ?? [])].some((text) => said.has(text)) &&
      holdsPlace(region, places),
  );
  const grid = gridOf(regions[0], STEP);
  const seenIn = (some: readonly MapRegion[]) =>
    landOf(some.map((region) => seenOf(region, grid, {...options, told: []})));
  const land = told.length > 0 ? seenIn(countries) : [];
  const {width: right, height: bottom} = options;
  const taken = new TakenBoxes(
    {x: 0, y: 0, width: right, height: bottom},
    occupiedIn(layout, options),
    INSET,
  );
  return told.flatMap((region) => {
    const {x, y, width, height} = boxOf(region);
    const own = seenIn([region]);
    for (const setting of settingsOf(region, options).flat()) {
      if (setting.isSpaced || setting.lines.length > 1 || width > WIDEST * setting.width) continue;
      const [middle, top] = [x + (width - setting.width) / 2, y + (height - setting.height) / 2];
      const boxes = ASIDE.flatMap((aside) => {
        const [before, after] = [x - setting.width - aside, x + width + aside];
        const [above, below] = [y - setting.height - aside, y + height + aside];
        return [
          {x: after, y: top},
          {x: middle, y: above},
          {x: middle, y: below},
          {x: before, y: top},
          {x: after, y: above},
          {x: after, y: below},
        ];
      })
        .map((corner) => ({...corner, width: setting.width, height: setting.height}))
        .filter((each) => {
          // Up to the rows above and below: between two there may be a coast.
          const sea = {...each, y: each.y - STEP, height: each.height + 2 * STEP};
          return taken.isFree(each) && coveredWidth(land, sea, grid) === coveredWidth(own, sea, grid);
        });
      const box = boxes.find((each) => !options.isCrossed?.(each)) ?? boxes[0];
      if (!box) continue;
      taken.take(box);
      return [labelAt(region, setting, box)];
    }
    return [];
  });
}

/** The box around all of a region, in the view. */
function boxOf({shape: {boxes}, transform: {scale, dx, dy}}: MapRegion): Box {
  const edges = (from: number) => boxes.filter((_, i) => i % 4 === from);
  const [west, north] = [Math.min(...edges(0)), Math.min(...edges(1))];
  const [east, south] = [Math.max(...edges(2)), Math.max(...edges(3))];
  return {
    x: west * scale + dx,
    y: north * scale + dy,
    width: (east - west) * scale,
    height: (south - north) * scale,
  };
}

/** Whether one of some points lies in the box of a ring, or so near that a coarse outline may leave it out. */
const holdsPlace = (
  {shape: {boxes}, transform: {scale, dx, dy}}: MapRegion,
  places: readonly Pick<MapPlace, 'x' | 'y'>[],
): boolean =>
  places.some((place) => {
    const [x, y, near] = [(place.x - dx) / scale, (place.y - dy) / scale, NEAR / scale];
    return boxes.some(
      (west, i) =>
        i % 4 === 0 &&
        x >= west - near &&
        y >= f64(boxes, i + 1) - near &&
        x <= f64(boxes, i + 2) + near &&
        y <= f64(boxes, i + 3) + near,
    );
  });
