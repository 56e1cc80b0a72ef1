import type {Count, Messages} from './messages.js';

/** Centuries are written in Roman numerals: 21 is XXI. */
const roman = (value: number): string => {
  const figures = [
    ['C', 100],
    ['XC', 90],
    ['L', 50],
    ['XL', 40],
    ['X', 10],
    ['IX', 9],
    ['V', 5],
    ['IV', 4],
    ['I', 1],
  ] as const;
  const found = figures.find(([, size]) => size <= value);
  return found ? found[0] + roman(value - found[1]) : '';
};

/**
 * The article of dates that take one in a sentence (el 25 de julio, la década de 1950); empty for others (julio, 2025).
 */
const article = (date: string) =>
  /^(\d{1,2} de|siglo|verano|otoño|invierno) /.test(date)
    ? 'el'
    : /^(década|primavera) /.test(date)
      ? 'la'
      : '';
const el = (date: string) => `${article(date)} ${date}`.trim();
const de = (date: string) => `de ${el(date)}`.replace(/^de el /, 'del ');
const a = (date: string) => `a ${el(date)}`.replace(/^a el /, 'al ');

/** A period with its own preposition (del 25 al 26 de julio) cannot follow another preposition. */
const isPeriod = (date: string) => /^del? /.test(date);

export const es = (num: Count): Messages => {
  const n = (count: number, one: string, other: string) => `${num(count)} ${count === 1 ? one : other}`;

  return {
    comma: ', ',
    map: 'Mapa',
    timeline: 'Línea de tiempo',
    range: 'Período',
    list: 'Lista de hechos',
    card: 'Hecho seleccionado',
    sources: 'Fuentes',
    legend: 'Categorías',
    annotations: 'Notas',

    loading: 'Cargando la historia…',
    slow: 'Sigue cargando. La conexión es lenta.',
    soFar: (events, share) =>
      `${n(events, 'hecho', 'hechos')} hasta ahora${share && `, ${share} del archivo`}.`,
    failed: 'No se pudo cargar la historia.',
    partFailed: 'No se pudo cargar una parte de la historia.',
    empty: 'Esta historia aún no tiene hechos.',
    retry: 'Reintentar',
    notice: ({code, url, httpStatus, detail}) => {
      const what = {
        network: 'No se pudo cargar la historia',
        http: `No se pudo cargar la historia: el servidor respondió ${httpStatus}`,
        'not-json': `El archivo no es una historia${detail ? '' : ': no es JSON'}`,
        'not-dataset': 'El archivo no es una historia de cronomapa',
      }[code];
      return `${what}${detail ? ` (${detail})` : ''}.${url && ` Archivo: ${url}`}`;
    },
    fullScreen: 'Pantalla completa',
    leaveFullScreen: 'Salir de pantalla completa',
    unknownLink: 'Este enlace lleva a algo que no está en la historia. Se muestra la historia completa.',

    events: (count) => n(count, 'hecho', 'hechos'),
    shownOf: (shown, all) => `${num(shown)} de ${n(all, 'hecho', 'hechos')}`,
    spread: 'cada hecho cuenta una vez, repartido entre sus fechas',
    undated: 'Sin fecha',
    unplaced: 'Sin lugar',
    uncited: 'Sin fuente',
    undatedCount: (count) => `${num(count)} sin fecha`,
    unplacedCount: (count) => `${num(count)} sin lugar`,
    uncitedCount: (count) => `${num(count)} sin fuente`,
    disputedCount: (count) => `${num(count)} en disputa`,
    dateUnknown: 'fecha desconocida',

    status: {
      confirmed: 'confirmado',
      reported: 'según reportes',
      disputed: 'en disputa',
      withdrawn: 'retirado',
    },
    figuresDisagree: 'las cifras no coinciden',
    figureStatus: {
      claimed: 'afirmada',
      verified: 'verificada por quien la afirma',
      official: 'oficial',
      reported: 'según reportes',
      disputed: 'en disputa',
      estimated: 'estimación',
      withdrawn: 'retirada',
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
    measureKind: {stock: 'en un momento dado', flow: 'en un día dado', cumulative: 'total acumulado'},
    confidence: {medium: 'fuentes aceptables', low: 'fuentes débiles'},
    grade: {original: 'original', repost: 'republicación', mirror: 'copia o traducción'},
    precision: {
      site: 'sitio exacto',
      locality: 'se conoce la localidad',
      district: 'se conoce el distrito',
      region: 'se conoce la región',
      country: 'se conoce el país',
    },

    close: 'Cerrar',
    previous: 'Hecho anterior',
    next: 'Hecho siguiente',
    begin: (events) => (events > 1 ? 'Empezar por el primer hecho' : 'Leerlo'),
    readAll: 'Leer todo',
    showInList: 'Ver en la lista',
    selectedAt: (date) => `Elegido: ${date}`,
    figures: 'Cifras',
    moreFigures: (count) => n(count, 'cifra más', 'cifras más'),
    places: 'Lugares',
    corrections: 'Correcciones',
    corrected: (date) => `Corregido: ${date}`,
    claimedBy: (name) => `según ${name}`,
    definitions: 'Cómo cuentan',
    asOf: (date) => (isPeriod(date) || date.startsWith('hacia ') ? date : a(date)),
    sourceNumber: (number) => `Fuente ${number}`,
    noSource: 'sin fuente',
    related: 'Relacionados',
    linkTo: {
      follows: 'sigue a',
      disputes: 'cuestiona',
      denies: 'niega',
      responds: 'responde a',
      confirms: 'confirma',
      verifies: 'verifica',
      accompanies: 'acompaña a',
    },
    linkFrom: {
      follows: 'seguido de',
      disputes: 'cuestionado por',
      denies: 'negado por',
      responds: 'respondido por',
      confirms: 'confirmado por',
      verifies: 'verificado por',
      accompanies: 'acompañado de',
    },
    published: (date) => `publicado: ${date}`,
    accessed: (date) => `consultado: ${date}`,
    archived: 'copia archivada',
    copyOf: (origin) => `copia de ${origin}`,
    license: 'Licencia',
    updated: (date) => `Actualizado: ${date}`,
    by: (names) => `Por ${names}`,
    editedBy: (names) => `Edición: ${names}`,
    version: (version) => `Versión ${version}`,
    allSources: 'Todas las fuentes',
    citedBy: (count) => `citada en ${n(count, 'entrada', 'entradas')}`,
    showMedia: 'Mostrar',
    mediaFailed: {
      image: 'No se pudo mostrar la imagen.',
      video: 'No se pudo mostrar el vídeo.',
      audio: 'No se pudo reproducir el audio.',
    },
    foreignMedia: (host) => `Está en otro servidor, ${host}, que sabría que usted lo mira.`,
    allowHost: (host) => `Cargar desde ${host}`,
    breakdownIncomplete: 'Las partes que se dan no suman el total.',
    noPosition: 'posición desconocida',
    placeNotes: 'Cómo se conocen los lugares',
    showRest: (count) => `Mostrar ${n(count, 'hecho más', 'hechos más')}`,
    hideRest: 'Ocultar los demás',
    outside: 'fuera del período o de los filtros elegidos',
    listPart: (part, events, when) => `${part} de ${events}, ${when}`,
    notPrinted: (count) => n(count, 'hecho más no se imprime.', 'hechos más no se imprimen.'),

    filter: 'Filtro',
    search: 'Buscar en los hechos',
    actors: 'Quién lo dice',
    find: (group) => `Buscar en: ${group}`,
    found: (count) => n(count, 'resultado', 'resultados'),
    clear: 'Quitar',

    zoomIn: 'Acercar',
    zoomOut: 'Alejar',
    zoomAll: 'Ver todo',
    mapLegend: 'Qué significan las marcas',
    areaMeans: 'en algún punto de la zona',
    circlesMean: 'hechos cercanos entre sí',
    mapShows: (names) => `Muestra ${names}`,
    beyondMap: (names) => `Más allá del mapa: ${names}`,
    tie: 'Solo lo que muestra el mapa',
    untie: 'Soltar el mapa',
    wheelHint: (key) => `Mantenga pulsada la tecla ${key} para acercar con la rueda`,
    touchHint: 'Use dos dedos para mover el mapa',
    radius: (distance) => `en algún punto a menos de ${distance}`,
    obscured: (reason) => `Ubicación difuminada a propósito: ${reason}`,
    placeEvents: (count) => `${n(count, 'hecho', 'hechos')} aquí`,
    eventsAt: (events, places) => `${events} en ${n(places, 'lugar', 'lugares')}`,
    more: (count) => `y ${num(count)} más`,
    otherCounts: (count) => n(count, 'otra cifra', 'otras cifras'),
    basemapFailed: 'No se pudo cargar el mapa de fondo. Los lugares se muestran sin él.',
    tilesFailed: 'No se pudo cargar el mapa más detallado.',
    onMap: 'En el mapa',
    overlaysFailed: (names) => `No se pudo dibujar: ${names}.`,
    basemapCoarse: 'Solo se pudo cargar un mapa general del mundo.',
    bordersAsSeenBy: (country) => `Fronteras según: ${country}`,
    noPointOfView: (code, known) =>
      `No hay un punto de vista «${code}» sobre las fronteras; los que hay: ${known}.`,
    foreignTiles: (host) =>
      `Un mapa más detallado está en otro servidor, ${host}, que sabría que usted lo mira.`,

    claims: 'Quién dice qué',
    answers: (count) => n(count, 'respuesta', 'respuestas'),
    disagree: 'No coinciden: no todas estas cifras pueden ser ciertas.',
    apart:
      'No se cuentan igual (en tipo, unidad o inicio), así que nunca comparten eje: cada una tiene el suyo.',
    sourcesOf: (origins, cited) =>
      origins === cited
        ? n(origins, 'fuente', 'fuentes')
        : `${n(origins, 'fuente independiente', 'fuentes independientes')}, ${num(cited)} citadas`,
    noAnswers: 'Ninguna cifra responde aún a esta pregunta.',
    noQuestion: 'Elija un hecho que tenga cifras para ver quién dice qué.',
    asTable: 'En una tabla',
    value: 'Cifra',
    claimant: 'Quién lo dice',
    date: 'Fecha',
    statusOf: 'Estado',
    measure: 'Qué se cuenta',

    chart: (measure) => `${measure} a lo largo del tiempo`,
    chartSummary: (figures, claimants, period) => `${figures} de ${claimants}, ${period}`,
    figureCount: (count) => n(count, 'cifra', 'cifras'),
    claimantCount: (count) => n(count, 'declarante', 'declarantes'),
    gap: 'sin cifra publicada',
    gapOf: (period) => `Sin cifra publicada: ${period}`,
    noMeasure: (id) => `Esta historia no cuenta nada llamado «${id}».`,
    noFigures: 'No se ha publicado ninguna cifra con fecha.',
    chartHint: 'Señale una cifra, o vaya de una a otra con las flechas, para leer quién lo dice y dónde.',
    notVerified: 'sin verificación declarada',
    unitName: {
      people: 'personas',
      votes: 'votos',
      events: 'hechos',
      percent: 'por ciento',
      '%': 'por ciento',
    },

    pause: (length) => `${length} sin hechos`,
    unfold: 'Mostrar a escala',
    fold: 'Plegar',
    toScale: 'a escala',
    folded: 'plegado',
    rangeStart: 'Inicio del período',
    rangeEnd: 'Fin del período',
    rangeAll: 'Todo el período',
    beforeCount: (what) => `${what} antes`,
    afterCount: (what) => `${what} después`,
    nothingHere: 'Sin hechos en este período',
    toNearest: 'Ir a los hechos más cercanos',
    later: (duration, isAbout) => `${isAbout ? 'aproximadamente ' : ''}${duration} después`,
    noCategory: 'Otros',
    group: (count) => n(count, 'hecho', 'hechos'),

    approximate: (date) => (isPeriod(date) ? `${date} (aproximado)` : `hacia ${el(date)}`),
    uncertain: (date) => `${date} (incierto)`,
    approximateUncertain: (date) =>
      isPeriod(date) ? `${date} (aproximado e incierto)` : `hacia ${el(date)} (incierto)`,
    season: ['primavera', 'verano', 'otoño', 'invierno'],
    seasonOf: (season, year) => `${season} de ${year}`,
    decade: (year) => `década de ${year}`,
    century: (ordinal) => `siglo ${roman(ordinal)}`,
    someMonthOf: (year) => `algún mes de ${year}`,
    someDayOf: (month) => `algún día de ${month}`,
    fromTo: (start, end) => {
      if ([start, end].some((date) => date.startsWith('hacia ')))
        return `desde ${el(start)} hasta ${el(end)}`;
      // Days that share a month: del 25 al 26 de julio.
      return `${/^\d{1,2}$/.test(start) && article(end) ? `del ${start}` : de(start)} ${a(end)}`;
    },
    since: (date) => `desde ${el(date)}`,
    until: (date) => `hasta ${el(date)}`,
    unknownStart: (end) => `desde una fecha desconocida hasta ${el(end)}`,
    unknownEnd: (start) => `desde ${el(start)} hasta una fecha desconocida`,
    bce: (year) => `${year} a. C.`,
    comparator: {
      '>=': (value) => `al menos ${value}`,
      '>': (value) => `más de ${value}`,
      '<=': (value) => `como máximo ${value}`,
      '<': (value) => `menos de ${value}`,
      '~': (value) => `cerca de ${value}`,
    },
  };
};
