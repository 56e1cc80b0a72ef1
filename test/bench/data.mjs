/**
 * The events of the benchmark: one seeded series, of which a run takes the first n, in each tool's format.
 *
 * Ten years, 8 categories; of 20 events, 17 are dated to the day, one to the month, two are spans of weeks. Each has
 * its own place, normally distributed around a town in Venezuela, and cites one source.
 */
import {once} from 'node:events';
import {createWriteStream, existsSync, mkdirSync, readFileSync, renameSync} from 'node:fs';
import {join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {createGzip} from 'node:zlib';

const SEED = 20_251_226;
/** Version in the file names: change it whenever the data below changes. */
const VERSION = 1;
const DAY = 86_400_000;
const START = Date.UTC(2016, 0, 1);
const DAYS = 3652;

/** The tenth of the time span that is selected before dragging. */
export const TENTH = {
  start: START + Math.round(DAYS * 0.45) * DAY,
  end: START + Math.round(DAYS * 0.55) * DAY,
};

const mulberry32 = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

/** Name, latitude, longitude, weight, spread in degrees. */
const TOWNS = [
  ['Caracas', 10.45, -66.89, 20, 0.04],
  ['Maracaibo', 10.62, -71.72, 12, 0.05],
  ['Valencia', 10.13, -68.02, 10, 0.07],
  ['Barquisimeto', 10.03, -69.33, 8, 0.1],
  ['Maracay', 10.19, -67.58, 7, 0.06],
  ['Ciudad Guayana', 8.23, -62.72, 6, 0.12],
  ['Maturín', 9.72, -63.19, 5, 0.12],
  ['San Cristóbal', 7.78, -72.18, 5, 0.06],
  ['Barcelona', 10.02, -64.72, 5, 0.07],
  ['Ciudad Bolívar', 8.02, -63.52, 4, 0.15],
  ['Barinas', 8.61, -70.22, 4, 0.14],
  ['Mérida', 8.58, -71.15, 4, 0.08],
  ['Acarigua', 9.57, -69.2, 3, 0.1],
  ['San Juan de los Morros', 9.88, -67.36, 3, 0.1],
  ['Valera', 9.31, -70.6, 3, 0.08],
  ['San Fernando de Apure', 7.78, -67.42, 2, 0.2],
  ['Guanare', 9.03, -69.73, 2, 0.12],
  ['Valle de la Pascua', 9.18, -66.01, 2, 0.15],
  ['El Tigre', 8.87, -64.27, 2, 0.15],
  ['Puerto Ayacucho', 5.7, -67.35, 1, 0.1],
];
const WEIGHT = TOWNS.reduce((sum, town) => sum + town[3], 0);

const KINDS = ['Inspection', 'Protest', 'Power cut', 'Hearing', 'Arrest', 'Release', 'Visit', 'Statement'];
const THINGS = ['of the bridge', 'at the hospital', 'in the market', 'by the harbour', 'near the school'];
const SOURCES = 20;

const text = (instant) => new Date(instant).toISOString().slice(0, 10);
const pad = (number) => String(number).padStart(2, '0');

/** The first `count` events: `start` and `end` are instants, `end` exclusive; `date` is EDTF. */
function* events(count) {
  const random = mulberry32(SEED);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const town = () => {
    let at = random() * WEIGHT;
    return TOWNS.find(([, , , weight]) => {
      at -= weight;
      return at < 0;
    });
  };
  for (let index = 0; index < count; index++) {
    const day = Math.floor(random() * DAYS);
    const kind = random();
    const length = 2 + Math.floor(random() * 7);
    let start = START + day * DAY;
    let end = start + DAY;
    let date = text(start);
    if (kind < 0.1) {
      end = start + length * 7 * DAY;
      date = `${date}/${text(end - DAY)}`;
    } else if (kind < 0.15) {
      const [year, month] = [new Date(start).getUTCFullYear(), new Date(start).getUTCMonth()];
      [start, end] = [Date.UTC(year, month), Date.UTC(year, month + 1)];
      date = `${year}-${pad(month + 1)}`;
    }
    const category = Math.floor(random() * KINDS.length);
    const [name, lat, lon, , spread] = town();
    // Limited to three times the spread, so that all stay inside the country.
    const off = () => Math.max(-3, Math.min(3, normal())) * spread;
    yield {
      index,
      date,
      start,
      end,
      category,
      title: `${KINDS[category]} ${THINGS[Math.floor(random() * THINGS.length)]}, ${name}, no. ${index + 1}`,
      town: name,
      lat: Number((lat + off()).toFixed(6)),
      lon: Number((lon + off()).toFixed(6)),
      source: Math.floor(random() * SOURCES),
    };
  }
}

const header = {
  cronomapa: 1,
  id: 'bench',
  language: 'en',
  title: 'Events of the benchmark',
  timeZone: 'America/Caracas',
  sources: Array.from({length: SOURCES}, (_, i) => ({
    id: `s${i}`,
    title: `Report ${i + 1}`,
    publisher: 'The Gazette',
    url: `https://example.org/report/${i + 1}`,
    published: '2026-01-15',
  })),
  categories: KINDS.map((name, i) => ({id: `c${i}`, name})),
};
const placeOf = ({index, town, lat, lon}) => ({
  id: `p${index}`,
  name: `${town} ${index + 1}`,
  lat,
  lon,
  precision: 'site',
});
const eventOf = ({index, date, category, title, source}) => ({
  id: `e${index}`,
  date,
  category: `c${category}`,
  title,
  places: [`p${index}`],
  cite: [{source: `s${source}`}],
});

const civil = (instant) => {
  const date = new Date(instant);
  return {year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate()};
};
/** Serializes an array of rows between a prefix and a suffix. */
function* array(before, rows, after) {
  yield before;
  let comma = '';
  for (const row of rows) {
    yield `${comma}${JSON.stringify(row)}\n`;
    comma = ',';
  }
  yield after;
}
function* map(rows, convert) {
  for (const row of rows) yield convert(row);
}

/** Formats by name: file extension, and a generator of a dataset of n events in chunks. */
const FORMATS = {
  json: {
    ending: 'json',
    *write(n) {
      yield* array(`${JSON.stringify(header).slice(0, -1)},"places":[`, map(events(n), placeOf), ']');
      yield* array(',"events":[', map(events(n), eventOf), ']}');
    },
  },
  lines: {
    ending: 'ndjson',
    *write(n) {
      yield `${JSON.stringify(header)}\n`;
      for (const row of events(n)) yield `${JSON.stringify({places: placeOf(row)})}\n`;
      for (const row of events(n)) yield `${JSON.stringify({events: eventOf(row)})}\n`;
    },
  },
  timelinejs: {
    ending: 'json',
    write: (n) =>
      array(
        '{"events":[',
        map(events(n), ({index, start, end, category, title}) => ({
          unique_id: `e${index}`,
          start_date: civil(start),
          ...(end - start > DAY && {end_date: civil(end - DAY)}),
          text: {headline: title},
          group: KINDS[category],
        })),
        ']}',
      ),
  },
  /** The record of examples, whatever the number. */
  record: {
    ending: 'json',
    write: () => [readFileSync(new URL('../../data/venezuela-2024-2026.json', import.meta.url), 'utf8')],
  },
  vis: {
    ending: 'json',
    write: (n) =>
      array(
        `{"groups":${JSON.stringify(KINDS.map((content, id) => ({id, content})))},"items":[`,
        map(events(n), ({index, start, end, category, title}) => ({
          id: index,
          start,
          ...(end - start > DAY && {end}),
          group: category,
          content: title,
        })),
        ']}',
      ),
  },
  points: {
    ending: 'json',
    write: (n) =>
      array(
        '[',
        map(events(n), ({lat, lon, title}) => [lat, lon, title]),
        ']',
      ),
  },
  geojson: {
    ending: 'json',
    write: (n) =>
      array(
        '{"type":"FeatureCollection","features":[',
        map(events(n), ({start, end, title, lat, lon}) => ({
          type: 'Feature',
          properties: {start, end: end - 1, title},
          geometry: {type: 'Point', coordinates: [lon, lat]},
        })),
        ']}',
      ),
  },
};

/** @returns {string} */
export const nameOf = (format, count) => `${format}-${count}.${FORMATS[format].ending}`;

/**
 * Writes a compressed dataset, unless it exists.
 *
 * @param {string} folder
 * @param {keyof typeof FORMATS} format
 * @param {number} count
 * @returns {Promise<string>} its path
 */
export async function dataFile(folder, format, count) {
  mkdirSync(folder, {recursive: true});
  const path = join(folder, `v${VERSION}-${nameOf(format, count)}.gz`);
  if (existsSync(path)) return path;
  // A unique temporary name, as another run may write the same file.
  const part = `${path}.${process.pid}.part`;
  const gzip = createGzip({level: 6});
  const written = pipeline(gzip, createWriteStream(part));
  let piece = '';
  const flush = async () => {
    if (!gzip.write(piece)) await once(gzip, 'drain');
    piece = '';
  };
  for (const text of FORMATS[format].write(count)) {
    piece += text;
    if (piece.length > 1 << 16) await flush();
  }
  await flush();
  gzip.end();
  await written;
  renameSync(part, path);
  return path;
}

/** The first `count` events as a table, as newsrooms have it: with deaths, and a source by name and address. */
export const tableOf = (count) =>
  ['Date,Event,Type,Place,Latitude,Longitude,Deaths,Source,Link\n']
    .concat(
      Array.from(
        events(count),
        ({index, date, category, title, town, lat, lon, source}) =>
          `${date},"${title}",${KINDS[category]},${town} ${index % 5000},${lat},${lon},${index % 40},Report ${source},https://example.org/report/${source}\n`,
      ),
    )
    .join('');
