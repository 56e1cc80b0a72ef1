import {callOut} from './map-call-out.js';
import {mergeNear} from './map-clusters.js';
import {circleOf, keptName, layoutPlaceLabels, layoutPointNames} from './map-texts.js';
import type {
  MapLabel,
  MapLayout,
  MapName,
  MapNameLabel,
  MapNames,
  MapOptions,
  MapPlace,
  MapRegion,
} from './map-types.js';
import {occupiedIn} from './occupied.js';
import {layoutRegionNames} from './region-names.js';
import {TakenBoxes} from './taken-boxes.js';

/** What texts keep from the edges of the map. */
const INSET = 2;

/**
 * What of the places is drawn one by one, what is merged, and which names fit: no two texts overlap, and none
 * covers a mark. Which places merge depends on the zoom alone, so that nothing jumps while panning.
 *
 * @param names undefined while the map is dragged: then the names are those of `kept` that cover nothing
 */
export function layoutMap(
  places: readonly MapPlace[],
  names: MapNames | undefined,
  options: MapOptions,
): MapLayout {
  const {width, height, circles, kept = [], reserved = []} = options;
  const {single, clusters} = circles ? {single: places, clusters: []} : mergeNear(places);
  const marks: {id?: string; x: number; y: number; radius: number}[] = [...(circles ?? clusters)];
  const taken = new TakenBoxes(
    {x: 0, y: 0, width, height},
    occupiedIn({places: single, clusters}, options),
    INSET,
    marks,
    options.isCrossed,
  );
  const drawn = callOut(single, reserved, taken);
  marks.push(...drawn.map(circleOf));
  const labels = layoutPlaceLabels(drawn, taken, options);
  return {
    places: drawn,
    clusters,
    labels,
    names: names
      ? layoutNames(names, places, labels, taken, options)
      : kept.filter((name) => !taken.isTaken(name)),
  };
}

/**
 * Places the names of the basemap: in this order each kind gets what room the ones before have left. Points that are named
 * already come before what is less than a country: a region whose name has left the view finds another place for it.
 */
function layoutNames(
  {regions, points}: MapNames,
  told: readonly MapPlace[],
  labels: readonly MapLabel[],
  taken: TakenBoxes,
  options: MapOptions,
): readonly MapNameLabel[] {
  const written = new Set(told.map(({name}) => name));
  const drawn = new Set(labels.map(({name}) => name));
  // What is a place of the story is named by that; a town may be called as the region around it.
  const ofKind = (kind: MapRegion['kind']) =>
    regions.filter(
      ({kind: own, texts, aliases = []}) =>
        own === kind &&
        !told.some(
          ({name, radius}) =>
            drawn.has(name) && (radius > 0 || kind === 'country') && [...texts, ...aliases].includes(name),
        ),
    );
  const named = (which: (name: MapName) => boolean, isKept = false) =>
    layoutPointNames(
      points.filter((name) => which(name) && !keptName(name, options.kept) !== isKept),
      written,
      taken,
      options,
    );
  const textsOf = (label: MapNameLabel) =>
    regions.filter(({id}) => id === label.id).flatMap(({texts}) => texts);
  const countries = layoutRegionNames(ofKind('country'), taken, {...options, told});
  const said = new Set(countries.flatMap(textsOf));
  const names = [
    ...countries,
    ...named(Boolean, true),
    ...named(({kind}) => kind === 'sea'),
    ...named(({kind, isLarge}) => kind === 'town' && isLarge),
    // What is one region alone is not named twice.
    ...layoutRegionNames(
      ofKind('region').filter(({texts: [text = '']}) => !said.has(text)),
      taken,
      {...options, told},
    ),
    ...named(({kind, isLarge}) => kind === 'town' && !isLarge),
  ];
  // No code stands beside what it is short for, nor in another copy of the world.
  return names.filter(
    (label) =>
      label.text !== label.id ||
      !names.some((other) => other !== label && textsOf(label).includes(other.text)),
  );
}
