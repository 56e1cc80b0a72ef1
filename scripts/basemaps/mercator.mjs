/**
 * Web Mercator in units of the world's width (0 to 1 in each direction, y down): shapes are thinned and cut where
 * they are drawn, so that a pixel counts the same at every latitude.
 */
const RADIANS = Math.PI / 180;
/** The latitude where the square world ends. */
const LIMIT = 85.0511287798066;

export const toMercator = ([lon, lat]) => {
  const sine = Math.sin(Math.max(-LIMIT, Math.min(LIMIT, lat)) * RADIANS);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
};

export const fromMercator = ([x, y]) => [
  (x - 0.5) * 360,
  Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) / RADIANS,
];

/** Every position of a GeoJSON geometry's coordinates, whatever their depth, changed. */
export const mapPositions = (coordinates, change) =>
  typeof coordinates[0] === 'number'
    ? change(coordinates)
    : coordinates.map((each) => mapPositions(each, change));
