/** What a file in JSON of another tool is known by. */
import {isRow, type Row} from '../core/dataset/index.js';

const hasRow = (rows: unknown, is: (row: Row) => boolean): boolean =>
  Array.isArray(rows) && rows.some((row) => isRow(row) && is(row));

/** A tree that is none of ours. */
const foreign = (tree: unknown): Row => (isRow(tree) && tree.cronomapa === undefined ? tree : {});

const isSlide = ({start_date, text}: Row): boolean =>
  isRow(start_date) || (isRow(text) && 'headline' in text);

/** TimelineJS 3 or 2. */
export function isTimelineJs(tree: unknown): boolean {
  const {events, timeline} = foreign(tree);
  return hasRow(events, isSlide) || (isRow(timeline) && Array.isArray(timeline.date));
}

/** The slides of StoryMapJS, also where the file lost what is around them; undefined for all else. */
export function storyMapOf(tree: unknown): Row | undefined {
  const {storymap, slides} = foreign(tree);
  if (isRow(storymap)) return Array.isArray(storymap.slides) ? storymap : undefined;
  return hasRow(slides, ({location, text}) => isRow(location) || isRow(text)) ? (tree as Row) : undefined;
}

export const isStoryMapJs = (tree: unknown): boolean => storyMapOf(tree) !== undefined;

const GEOJSON = /^(?:Feature|FeatureCollection|GeometryCollection|(?:Multi)?(?:Point|LineString|Polygon))$/;

/** GeoJSON: a collection, a feature or a geometry. */
export function isGeoJson(tree: unknown): boolean {
  const {type, features, geometry, geometries, coordinates} = foreign(tree);
  return (
    typeof type === 'string' &&
    GEOJSON.test(type) &&
    [features, geometry, geometries, coordinates].some((each) => each !== undefined)
  );
}
