/** A cyclone that crosses 180°, what it flooded, and a ship that brought help: a story with shapes and routes. */

const around = (lon: number, lat: number, radius: number, points = 24) => [
  Array.from({length: points + 1}, (_, i) => {
    const angle = (2 * Math.PI * i) / points;
    const r = radius * (1 + 0.25 * Math.sin(3 * angle));
    return [lon + r * Math.cos(angle), lat + r * Math.sin(angle)];
  }),
];

const TRACK = [
  [-172, -14],
  [-176, -15.4],
  [-179.2, -16.6],
  [179, -17.4],
  [177, -17.8],
  [174, -19],
];

export const storm = {
  cronomapa: 1,
  language: 'en',
  title: 'A cyclone',
  timeZone: 'Pacific/Fiji',
  sources: [
    {
      id: 'office',
      title: 'Best track',
      publisher: 'Met office',
      url: 'https://example.org/track',
      published: '2016-03',
    },
    {
      id: 'satellite',
      title: 'Flood extent',
      publisher: 'Satellite',
      url: 'https://example.org/flood',
      published: '2016-03',
    },
  ],
  places: [
    {id: 'suva', name: 'Suva', lat: -18.14, lon: 178.44, precision: 'site'},
    {id: 'apia', name: 'Apia', lat: -13.83, lon: -171.76, precision: 'site'},
    {id: 'auckland', name: 'Auckland', lat: -36.85, lon: 174.76, precision: 'site'},
  ],
  categories: [
    {id: 'storm', name: 'Storm'},
    {id: 'flood', name: 'Flood'},
    {id: 'relief', name: 'Relief'},
  ],
  events: [
    {
      id: 'landfall',
      date: '2016-02-20',
      category: 'storm',
      title: 'The cyclone makes landfall',
      places: ['suva'],
      cite: [{source: 'office'}],
    },
    {
      id: 'arrival',
      date: '2016-02-28',
      category: 'relief',
      title: 'A ship with water arrives',
      places: ['suva'],
      cite: [{source: 'office'}],
    },
  ],
  shapes: [
    {
      id: 'track',
      name: 'Track of the storm',
      date: '2016-02-17/2016-02-21',
      category: 'storm',
      geometry: {type: 'LineString', coordinates: TRACK},
      precision: 'district',
      event: 'landfall',
      note: 'From six-hourly positions.',
      cite: [{source: 'office', quote: 'best track'}],
    },
    {
      id: 'flood-21',
      name: 'Water on 21 February',
      date: '2016-02-21',
      category: 'flood',
      geometry: {type: 'Polygon', coordinates: around(177.6, -17.6, 0.35)},
      cite: [{source: 'satellite'}],
    },
    {
      id: 'flood-25',
      name: 'Water on 25 February',
      date: '2016-02-25',
      category: 'flood',
      geometry: {type: 'MultiPolygon', coordinates: [around(177.6, -17.6, 0.6), around(179.4, -16.6, 0.5)]},
      precision: 'region',
      cite: [{source: 'satellite'}],
    },
  ],
  routes: [
    {
      id: 'ship',
      name: 'Way of the ship',
      date: '2016-02-24/2016-02-28',
      category: 'relief',
      places: ['auckland', 'suva', 'apia'],
      kind: 'great-circle',
      cite: [{source: 'office'}],
    },
  ],
};
