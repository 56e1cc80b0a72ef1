export interface Position {
  /** WGS84 degrees, -90 to 90. */
  readonly lat: number;
  /** WGS84 degrees, -180 to 180. */
  readonly lon: number;
}

/** Where a map looks. */
export interface MapPosition extends Position {
  /** Web Mercator level: the world is 256 pixels wide at 0, and twice as wide at each level above. */
  readonly zoom: number;
}

/** Whether a map can look there: longitudes may lie one world beyond. */
export const isMapPosition = ({lat, lon, zoom}: MapPosition): boolean =>
  Math.abs(lat) <= 90 && Math.abs(lon) <= 540 && zoom >= 0 && zoom <= 24;
