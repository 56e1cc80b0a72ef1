/**
 * Writes data/earthquakes-2018.ndjson from a GeoJSON of the USGS: `node scripts/build-earthquakes.mjs FILE`.
 *
 * FILE is a summary of https://earthquake.usgs.gov/earthquakes/feed/v1.0/geojson.php (public domain). The one that the
 * dataset is made of, the week of all magnitudes that ended on 7 February 2018, is in the npm package `vega-datasets`.
 * Every event keeps its id, its time to the millisecond and the page of the USGS about it.
 */
import {readFileSync, writeFileSync} from 'node:fs';

const [file] = process.argv.slice(2);
if (!file) throw new Error('Which file? node scripts/build-earthquakes.mjs FILE');
const {features, metadata} = JSON.parse(readFileSync(file, 'utf8'));

/** Classes of magnitude from below, with their Spanish names: https://ds.iris.edu/ds/support/faq/52/ */
const CLASSES = [
  [6, 'strong', 'Strong, 6.0 to 6.9', 'Fuertes, de 6,0 a 6,9'],
  [5, 'moderate', 'Moderate, 5.0 to 5.9', 'Moderados, de 5,0 a 5,9'],
  [4, 'light', 'Light, 4.0 to 4.9', 'Ligeros, de 4,0 a 4,9'],
  [3, 'minor', 'Minor, 3.0 to 3.9', 'Menores, de 3,0 a 3,9'],
  [-Infinity, 'micro', 'Micro, below 3.0', 'Microsismos, menos de 3,0'],
];
const BLAST = ['blast', 'Explosions and quarry blasts', 'Explosiones y voladuras de canteras'];

const categoryOf = ({mag, type}) =>
  type === 'earthquake' ? CLASSES.find(([least]) => mag >= least)[1] : BLAST[0];

/** How magnitudes are taken: figures of two ways are not the same measure. */
const MAGNITUDES = {
  ml: ['local', 'local'],
  md: ['from duration', 'por duración'],
  mb: ['from body waves', 'de ondas internas'],
  mb_lg: ['from Lg waves', 'de ondas Lg'],
  mw: ['moment', 'de momento'],
  mwr: ['moment, regional', 'de momento, regional'],
  mww: ['moment, from W phases', 'de momento, por fase W'],
};

/** What the USGS shortens, in full. */
const SHORT = {CA: 'California', NV: 'Nevada', MX: 'Mexico'};
/** Regions that have no town to be measured from. */
const REGIONS = {
  'Banda Sea': 'Mar de Banda',
  'Greenland Sea': 'Mar de Groenlandia',
  'Gulf of Alaska': 'Golfo de Alaska',
  'Line Islands, Kiribati region': 'Región de las Islas de la Línea, Kiribati',
  'Off the east coast of the North Island of New Zealand': 'Frente al este de la Isla Norte de Nueva Zelanda',
  'Pacific-Antarctic Ridge': 'Dorsal Pacífico-Antártica',
  'Reykjanes Ridge': 'Dorsal de Reykjanes',
  'Southeast Indian Ridge': 'Dorsal del Índico sureste',
  'Southern Mid-Atlantic Ridge': 'Sur de la dorsal mesoatlántica',
};

const regions = ['en', 'es'].map((language) => new Intl.DisplayNames(language, {type: 'region'}));
/** Spanish names by the English ones: of countries as the platform knows them, of the rest here. */
const SPANISH = new Map([
  ['Hawaii', 'Hawái'],
  ['Burma', 'Birmania'],
  ['Democratic Republic of the Congo', 'República Democrática del Congo'],
  ['East Timor', 'Timor Oriental'],
  ['New Mexico', 'Nuevo México'],
  ['Oregon', 'Oregón'],
  ['South Georgia and the South Sandwich Islands', 'Georgias del Sur y Sandwich del Sur'],
  ['South Sandwich Islands', 'Sandwich del Sur'],
  ['Wallis and Futuna', 'Wallis y Futuna'],
]);
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
for (const first of LETTERS) {
  for (const second of LETTERS) {
    const [english, spanish] = regions.map((names) => names.of(first + second));
    if (english !== first + second) SPANISH.set(english, spanish);
  }
}

const texts = (en, es) => (en === es ? en : {en, es});

/** “22km NNE of Hualian, Taiwan” in both languages. */
function placeOf(words) {
  const [, km, direction, where] = /^(\d+)km ([NSEW]+) of (.+)$/.exec(words) ?? [];
  if (!where) return texts(words, REGIONS[words] ?? words);
  const parts = where.split(', ');
  const last = SHORT[parts.at(-1)] ?? parts.at(-1);
  const name = (region) => [...parts.slice(0, -1), region].join(', ');
  return texts(
    `${km} km ${direction} of ${name(last)}`,
    `${km} km al ${direction.replaceAll('W', 'O')} de ${name(SPANISH.get(last) ?? last)}`,
  );
}

const inLanguage = (text, language) => (typeof text === 'string' ? text : text[language]);

/** With one digit after the point, and no minus before a nought. */
const rounded = (magnitude) => (Math.round(magnitude * 10) / 10 + 0).toFixed(1);

function* rowsOf({id, properties, geometry}) {
  const {mag, magType, place, time, url, felt, status, title} = properties;
  const [lon, lat, depth] = geometry.coordinates;
  const name = placeOf(place);
  const cite = [{source: id}];
  const date = new Date(time).toISOString();
  const figure = (measure, value) => ({
    figures: {id: `${measure}-${id}`, measure, event: id, date, actor: 'usgs', value, cite},
  });
  yield {sources: {id, title, publisher: 'U.S. Geological Survey', url, language: 'en'}};
  yield {places: {id, name, lat, lon, cite}};
  yield {
    events: {
      id,
      date,
      category: categoryOf(properties),
      title: texts(
        `M ${rounded(mag)}: ${inLanguage(name, 'en')}`,
        `M ${rounded(mag).replace('.', ',')}: ${inLanguage(name, 'es')}`,
      ),
      places: [id],
      // Located by a machine alone, or looked at by a person.
      status: status === 'reviewed' ? 'confirmed' : 'reported',
      cite,
    },
  };
  yield figure(magType, mag);
  yield figure('depth', depth);
  if (felt !== null) yield figure('felt', felt);
}

const category = ([id, en, es]) => ({categories: {id, name: {en, es}}});
const measure = (id, en, es, unit) => ({measures: {id, name: {en, es}, unit, kind: 'stock'}});

const rows = [
  {
    $schema: './schema/v1.json',
    cronomapa: 1,
    id: 'earthquakes-2018',
    language: 'en',
    title: {
      en: 'A week of earthquakes, 31\u00a0January to 6\u00a0February 2018',
      es: 'Una semana de terremotos, del 31 de enero al 6 de febrero de 2018',
    },
    summary: {
      en: `All ${metadata.count.toLocaleString('en')} events that the U.S. Geological Survey listed for seven days, from microearthquakes to magnitude 6.4, with the ${features.filter(({properties}) => properties.type !== 'earthquake').length} explosions and quarry blasts among them. Small ones are listed where there are many instruments, above all in California, Nevada and Alaska; elsewhere only those above about magnitude 4. Where there are few dots there may be few instruments. Positions are as the seismic networks computed them, the regional one whose letters an id begins with; the list does not say how exactly.`,
      es: `Los ${metadata.count.toLocaleString('es', {useGrouping: 'always'})} sucesos que el Servicio Geológico de Estados Unidos registró en siete días, desde microsismos hasta magnitud 6,4, con las ${features.filter(({properties}) => properties.type !== 'earthquake').length} explosiones y voladuras de canteras que hay entre ellos. Los pequeños constan donde hay muchos instrumentos, sobre todo en California, Nevada y Alaska; en otras partes, solo los de más de magnitud 4, aproximadamente. Donde hay pocos puntos puede haber pocos instrumentos. Las posiciones son las que calcularon las redes sísmicas, la regional con cuyas letras empieza un identificador; la lista no dice con qué exactitud.`,
    },
    timeZone: 'UTC',
    updated: '2026-11-28',
    version: '1.0.0',
    license: 'Public domain',
    authors: [{name: 'U.S. Geological Survey', url: metadata.url}],
    editors: [{name: 'cronomapa'}],
  },
  {
    actors: {
      id: 'usgs',
      name: {en: 'U.S. Geological Survey', es: 'Servicio Geológico de Estados Unidos'},
      kind: 'government',
    },
  },
  ...CLASSES.map(([, ...names]) => category(names)),
  category(BLAST),
  ...Object.entries(MAGNITUDES).map(([id, [en, es]]) =>
    measure(id, `Magnitude (${en}, ${id})`, `Magnitud (${es}, ${id})`),
  ),
  measure('depth', 'Depth', 'Profundidad', 'km'),
  measure('felt', 'Reports of people who felt it', 'Avisos de personas que lo sintieron'),
  ...features.toSorted((a, b) => a.properties.time - b.properties.time).flatMap((each) => [...rowsOf(each)]),
];
const path = new URL('../data/earthquakes-2018.ndjson', import.meta.url);
writeFileSync(path, `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
