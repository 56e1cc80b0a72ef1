/**
 * Made-up events, as newline JSON: the dataset, then a line for each place and event. The same number gives the same
 * events. Runs in a worker, so that the page stays awake.
 */
const DAY = 86_400_000;
const START = Date.UTC(1990, 0, 1);
const DAYS = 35 * 365;
/** Longitude, latitude, spread in degrees, weight. */
const REGIONS = [
  [-100, 42, 9, 20],
  [-58, -15, 11, 14],
  [10, 50, 7, 22],
  [22, 2, 11, 14],
  [78, 22, 8, 18],
  [112, 32, 8, 18],
  [140, 37, 3, 8],
  [135, -25, 8, 8],
];
const KINDS = ['Heron', 'Kingfisher', 'Swallow', 'Owl', 'Hoopoe', 'Crane', 'Curlew', 'Kite'];
const DOING = [
  'feeding',
  'nesting',
  'passing south',
  'passing north',
  'heard at night',
  'with young',
  'resting',
];
const WHERE = [
  'by the river',
  'at the lake',
  'over the fields',
  'in the old town',
  'near the coast',
  'in the reeds',
];

const mulberry32 = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

const header = {
  cronomapa: 1,
  id: 'birds',
  language: 'en',
  title: 'Birds that nobody saw',
  summary: 'Made-up sightings, to try how many events a page can hold.',
  license: 'CC0-1.0',
  sources: [{id: 'made-up', title: 'Made up by this page', url: 'stress-data.js'}],
  categories: KINDS.map((name) => ({id: name.toLowerCase(), name})),
};

const iso = (at) => new Date(at).toISOString().slice(0, 10);

function* lines(count) {
  yield JSON.stringify(header);
  const random = mulberry32(7);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const pick = (list) => list[Math.floor(random() * list.length)];
  const total = REGIONS.reduce((sum, [, , , weight]) => sum + weight, 0);
  const cite = [{source: 'made-up'}];
  for (let i = 1; i <= count; i++) {
    let at = random() * total;
    const [lon, lat, spread] =
      REGIONS.find(([, , , weight]) => {
        at -= weight;
        return at < 0;
      }) ?? REGIONS[0];
    const x = Math.round((lon + normal() * spread) * 1e4) / 1e4;
    const y = Math.round(Math.max(-60, Math.min(72, lat + normal() * spread * 0.7)) * 1e4) / 1e4;
    yield JSON.stringify({places: {id: `p${i}`, name: `Hide ${i}`, lat: y, lon: x, precision: 'site', cite}});
    // More in later years, and more in spring.
    const day = START + Math.floor(Math.sqrt(random()) * DAYS + Math.abs(normal()) * 20) * DAY;
    const kind = random();
    const date =
      kind < 0.85
        ? iso(day)
        : kind < 0.92
          ? iso(day).slice(0, 7)
          : kind < 0.96
            ? `${iso(day)}~`
            : `${iso(day)}/${iso(day + (3 + Math.floor(random() * 60)) * DAY)}`;
    const name = pick(KINDS);
    const title = `${name} ${pick(DOING)} ${pick(WHERE)}`;
    yield JSON.stringify({
      events: {id: `e${i}`, date, category: name.toLowerCase(), title, places: [`p${i}`], cite},
    });
  }
}

addEventListener('message', ({data: count}) => {
  const parts = [];
  let part = '';
  for (const line of lines(count)) {
    part += `${line}\n`;
    if (part.length > 1e6) {
      parts.push(part);
      part = '';
    }
  }
  postMessage(new Blob([...parts, part], {type: 'application/x-ndjson'}));
});
