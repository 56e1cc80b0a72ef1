import type {Messages} from './messages.js';

const num = (count: number) => count.toLocaleString('es');
const n = (count: number, one: string, other: string) => `${num(count)} ${count === 1 ? one : other}`;

export const es: Messages = {
  story: 'Historia',
  map: 'Mapa',
  timeline: 'Línea de tiempo',
  range: 'Período',
  list: 'Lista de hechos',
  card: 'Hecho seleccionado',
  sources: 'Fuentes',
  legend: 'Categorías',

  loading: 'Cargando la historia…',
  slow: 'Sigue cargando. La conexión es lenta.',
  empty: 'Esta historia aún no tiene hechos.',
  retry: 'Reintentar',
  notice: ({code, url, httpStatus, detail}) => {
    const what = {
      network: 'No se pudo traer la historia',
      http: `No se pudo traer la historia: el servidor respondió ${httpStatus}`,
      'not-json': 'El archivo no es una historia: no es JSON',
      'not-dataset': 'El archivo no es una historia de cronomapa',
    }[code];
    return `${what}${detail ? ` (${detail})` : ''}. Archivo: ${url}`;
  },
  issues: (count) =>
    n(count, 'fila de esta historia tiene una falla', 'filas de esta historia tienen fallas'),

  summary: ({status, shown, events, count, period, disputed, undated, unplaced, uncited}) => {
    if (status === 'loading' || status === 'idle') return 'Cargando la historia…';
    if (status === 'error') return 'No se pudo cargar la historia.';
    if (count === 0) return 'Esta historia aún no tiene hechos.';
    return [
      shown === events ? n(count, 'hecho', 'hechos') : `${shown} de ${n(count, 'hecho', 'hechos')}`,
      period,
      disputed && `${disputed} en disputa`,
      undated && `${undated} sin fecha`,
      unplaced && `${unplaced} sin lugar`,
      uncited && `${uncited} sin fuente`,
    ]
      .filter(Boolean)
      .join(', ');
  },
  events: (count) => n(count, 'hecho', 'hechos'),
  shownOf: (shown, all) => `${num(shown)} de ${n(all, 'hecho', 'hechos')}`,
  undated: 'Sin fecha',
  unplaced: 'Sin lugar',
  uncited: 'Sin fuente',
  undatedCount: (count) => `${num(count)} sin fecha`,
  unplacedCount: (count) => `${num(count)} sin lugar`,
  uncitedCount: (count) => `${num(count)} sin fuente`,
  dateUnknown: 'fecha desconocida',

  status: {
    confirmed: 'confirmado',
    reported: 'según reportes',
    disputed: 'en disputa',
    withdrawn: 'retirado',
  },
  figureStatus: {
    claimed: 'afirmado',
    verified: 'verificado por quien lo afirma',
    official: 'oficial',
    reported: 'según reportes',
    disputed: 'en disputa',
    estimated: 'estimación',
    withdrawn: 'retirado',
  },
  actorKind: {
    government: 'gobierno',
    ngo: 'ONG',
    party: 'partido',
    media: 'medio',
    international: 'organismo internacional',
    court: 'tribunal',
    families: 'familiares',
    other: 'otro',
  },
  measureKind: {stock: 'a una fecha', flow: 'en una fecha', cumulative: 'total acumulado'},
  grade: {original: 'original', repost: 'republicación', mirror: 'copia o traducción'},
  precision: {
    site: 'sitio exacto',
    locality: 'se conoce la localidad',
    district: 'se conoce el distrito',
    region: 'se conoce la región',
    country: 'se conoce el país',
  },

  select: 'Ver detalles',
  close: 'Cerrar',
  previous: 'Hecho anterior',
  next: 'Hecho siguiente',
  nothingSelected:
    'Elija un hecho en el mapa, la línea de tiempo o la lista para leer qué pasó y quién lo dice.',
  figures: 'Cifras',
  places: 'Lugares',
  corrections: 'Correcciones',
  corrected: (date) => `Corregido el ${date}`,
  claimedBy: (name) => `según ${name}`,
  noClaimant: 'sin autor conocido',
  asOf: (date) => `al ${date}`,
  sourceNumber: (number) => `Fuente ${number}`,
  noSource: 'sin fuente',
  related: 'Relacionados',
  published: (date) => `publicado: ${date}`,
  accessed: (date) => `consultado: ${date}`,
  archived: 'copia archivada',
  copyOf: (origin) => `copia de ${origin}`,
  license: 'Licencia',
  updated: (date) => `Actualizado: ${date}`,
  by: (names) => `Por ${names}`,
  citedBy: (count) => `citada en ${n(count, 'entrada', 'entradas')}`,
  showMedia: 'Mostrar',
  breakdownIncomplete: 'Las partes que se dan no suman el total.',

  zoomIn: 'Acercar',
  zoomOut: 'Alejar',
  zoomAll: 'Ver todo',
  tie: 'Solo lo que muestra el mapa',
  untie: 'Soltar el mapa',
  wheelHint: (key) => `Mantenga ${key} para acercar con la rueda`,
  touchHint: 'Use dos dedos para mover el mapa',
  radius: (distance) => `en algún punto a menos de ${distance}`,
  obscured: (reason) => `Ubicación difuminada a propósito: ${reason}`,
  placeEvents: (count) => `${n(count, 'hecho', 'hechos')} aquí`,
  otherCounts: (count) => n(count, 'otra cuenta', 'otras cuentas'),
  basemapFailed: 'No se pudo cargar el mapa de fondo. Los lugares se muestran sin él.',
  mapFailed: 'No se pudo cargar el mapa. La lista tiene todo lo que mostraría.',

  rangeStart: 'Inicio del período',
  rangeEnd: 'Fin del período',
  rangeAll: 'Todo el período',
  rangeOf: (start, end) => `${start} a ${end}`,
  beforeCount: (count) => n(count, 'anterior', 'anteriores'),
  afterCount: (count) => n(count, 'posterior', 'posteriores'),
  noCategory: 'Otros',
  group: (count) => n(count, 'hecho', 'hechos'),

  approximate: (date) => `hacia ${date}`,
  uncertain: (date) => `${date} (incierto)`,
  approximateUncertain: (date) => `hacia ${date} (incierto)`,
  season: ['primavera', 'verano', 'otoño', 'invierno'],
  seasonOf: (season, year) => `${season} de ${year}`,
  decade: (year) => `década de ${year}`,
  century: (_ordinal, year) => `siglo de los años ${year}`,
  someMonthOf: (year) => `algún mes de ${year}`,
  someDayOf: (month) => `algún día de ${month}`,
  fromTo: (start, end) => `${start} a ${end}`,
  since: (date) => `desde ${date}`,
  until: (date) => `hasta ${date}`,
  unknownStart: (end) => `desde una fecha desconocida hasta ${end}`,
  unknownEnd: (start) => `desde ${start} hasta una fecha desconocida`,
  bce: (year) => `${year} a. C.`,
  comparator: {
    '>=': (value) => `al menos ${value}`,
    '>': (value) => `más de ${value}`,
    '<=': (value) => `a lo sumo ${value}`,
    '<': (value) => `menos de ${value}`,
    '~': (value) => `unos ${value}`,
  },
};
