/** Earth's radius in metres, the same as Leaflet's `L.CRS.Earth`, so that distances agree. */
export const EARTH = 6_371_000;
/** Radians per degree. */
export const RAD = Math.PI / 180;
