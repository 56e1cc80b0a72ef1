export interface Position {
  /** WGS84 degrees, -90 to 90. */
  readonly lat: number;
  /** WGS84 degrees, -180 to 180. */
  readonly lon: number;
}

/** The centre and zoom of a map. */
export interface MapPosition extends Position {
  /** Web Mercator zoom: the world is 256 pixels wide at 0, and doubles with each level. */
  readonly zoom: number;
}

/** Whether a map position is valid; longitudes may lie one world beyond. */
export const isMapPosition = ({lat, lon, zoom}: MapPosition): boolean =>
  Math.abs(lat) <= 90 && Math.abs(lon) <= 540 && zoom >= 0 && zoom <= 24;
