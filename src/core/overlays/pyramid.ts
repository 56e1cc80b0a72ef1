import type {Dataset, Route} from '../dataset/index.js';
import {type Level, type Paths, projectOutline, thin, thinInSteps, withBoxes} from './level.js';
import type {Outline} from './outline.js';
import {outlineOfRoute} from './route-outline.js';

/** The finest level that is made beforehand; beyond it all that there is is drawn. */
const FINEST = 12;

/** Levels of an outline with fewer positions than this are made when they are asked for. */
const SMALL = 2000;

/** An outline at every zoom. */
export interface Pyramid {
  /** At a whole zoom. */
  levelAt(zoom: number): Level;
}

/**
 * The levels of a shape, each made of the one that is finer: in steps of a millisecond or so, so that a large one holds
 * nothing up, and none is made while the map moves.
 */
export function* buildPyramid(outline: Outline): Generator<undefined, Pyramid> {
  const whole = projectOutline(outline, 0);
  if (whole.xy.length < 2 * SMALL) return onDemand((zoom) => thin(whole, zoom));
  yield;
  const levels: Level[] = [];
  let finer: Paths = whole;
  for (let zoom = FINEST; zoom >= 0; zoom--) {
    const level = yield* thinInSteps(finer, zoom);
    levels[zoom] = level;
    finer = level;
  }
  return withFiner(levels, (zoom) => {
    const scale = 2 ** zoom;
    return withBoxes({...whole, zoom, xy: whole.xy.map((each) => each * scale)});
  });
}

/** The same of a route, whose great circles bend more finely at every level. */
export function* buildRoutePyramid(route: Route, dataset: Dataset): Generator<undefined, Pyramid> {
  const levelOf = (zoom: number): Level =>
    thin(projectOutline(outlineOfRoute(route, dataset, zoom), zoom), zoom);
  if (route.places.length < SMALL / 100) return onDemand(levelOf);
  const levels: Level[] = [];
  for (let zoom = FINEST; zoom >= 0; zoom--) {
    levels[zoom] = levelOf(zoom);
    yield;
  }
  return withFiner(levels, levelOf);
}

/** Levels that are made when they are asked for, and kept. */
function onDemand(make: (zoom: number) => Level): Pyramid {
  const levels: Level[] = [];
  return {
    levelAt(zoom) {
      const level = levels[zoom] ?? make(zoom);
      levels[zoom] = level;
      return level;
    },
  };
}

/** Levels that were made, and finer ones that are made when they are asked for; the last of these is kept. */
function withFiner(levels: readonly Level[], make: (zoom: number) => Level): Pyramid {
  let last: Level | undefined;
  return {
    levelAt(zoom) {
      const level = levels[Math.max(zoom, 0)] ?? (last?.zoom === zoom ? last : make(zoom));
      if (zoom > FINEST) last = level;
      return level;
    },
  };
}
