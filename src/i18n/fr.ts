import type {Count, Messages} from './messages.js';

/** Centuries are written in Roman numerals. */
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
 * Adds the article to dates that take one in a sentence (le 25 juillet, l’été 2024), not to others (juillet 2025,
 * 2025).
 */
const le = (date: string) =>
  /^(été|automne|hiver) /.test(date)
    ? `l’${date}`
    : /^(\d{1,2}|1er) \p{L}|^printemps |siècle/u.test(date)
      ? `le ${date}`
      : date;
const de = (date: string) => {
  const said = le(date);
  if (said.startsWith('le ')) return `du ${said.slice(3)}`;
  return /^[aâeéiouh]/i.test(said) ? `d’${said}` : `de ${said}`;
};
const au = (date: string) => {
  const said = le(date);
  return said.startsWith('le ') ? `au ${said.slice(3)}` : `à ${said}`;
};

export const fr = (num: Count): Messages => {
  /** In French, zero and one take the singular. */
  const n = (count: number, one: string, other: string) => `${num(count)} ${count < 2 ? one : other}`;

  return {
    comma: ', ',
    map: 'Carte',
    timeline: 'Chronologie',
    range: 'Période',
    list: 'Liste des faits',
    card: 'Fait sélectionné',
    sources: 'Sources',
    legend: 'Catégories',
    annotations: 'Notes de la rédaction',

    loading: 'Chargement du récit…',
    slow: 'Le chargement se poursuit. La connexion est lente.',
    soFar: (events, share) =>
      `${n(events, 'fait', 'faits')} pour l’instant${share && `, ${share} du fichier`}.`,
    failed: 'Le récit n’a pas pu être chargé.',
    partFailed: 'Une partie du récit n’a pas pu être chargée.',
    empty: 'Ce récit ne contient encore aucun fait.',
    retry: 'Réessayer',
    notice: ({code, url, httpStatus, detail}) => {
      const what = {
        network: 'Le récit n’a pas pu être chargé',
        http: `Le récit n’a pas pu être chargé : le serveur a répondu ${httpStatus}`,
        'not-json': `Le fichier n’est pas un récit${detail ? '' : ' : ce n’est pas du JSON'}`,
        'not-dataset': 'Le fichier n’est pas un récit de cronomapa',
      }[code];
      return `${what}${detail ? ` (${detail})` : ''}.${url && ` Fichier : ${url}`}`;
    },
    fullScreen: 'Plein écran',
    leaveFullScreen: 'Quitter le plein écran',
    unknownLink: 'Ce à quoi mène ce lien n’est pas dans le récit. Le récit est affiché en entier.',

    events: (count) => n(count, 'fait', 'faits'),
    shownOf: (shown, all) => `${num(shown)} sur ${n(all, 'fait', 'faits')}`,
    spread: 'chaque fait compte une fois, réparti sur ses dates',
    undated: 'Sans date',
    unplaced: 'Sans lieu',
    uncited: 'Sans source',
    undatedCount: (count) => `${num(count)} sans date`,
    unplacedCount: (count) => `${num(count)} sans lieu`,
    uncitedCount: (count) => `${num(count)} sans source`,
    disputedCount: (count) => n(count, 'contesté', 'contestés'),
    dateUnknown: 'date inconnue',

    status: {confirmed: 'confirmé', reported: 'rapporté', disputed: 'contesté', withdrawn: 'retiré'},
    figuresDisagree: 'les chiffres divergent',
    figureStatus: {
      claimed: 'avancé',
      verified: 'vérifié par celui qui l’avance',
      official: 'officiel',
      reported: 'rapporté',
      disputed: 'contesté',
      estimated: 'estimation',
      withdrawn: 'retiré',
    },
    actorKind: {
      government: 'gouvernement',
      ngo: 'ONG',
      party: 'parti',
      media: 'médias',
      international: 'organisation internationale',
      court: 'justice',
      families: 'proches',
      other: 'autre',
    },
    measureKind: {stock: 'à un moment donné', flow: 'un jour donné', cumulative: 'total cumulé'},
    confidence: {medium: 'assez bien sourcé', low: 'peu sourcé'},
    grade: {original: 'original', repost: 'reprise', mirror: 'miroir ou traduction'},
    precision: {
      site: 'lieu exact',
      locality: 'connu à la commune près',
      district: 'connu au district près',
      region: 'connu à la région près',
      country: 'connu au pays près',
    },

    close: 'Fermer',
    previous: 'Fait précédent',
    next: 'Fait suivant',
    begin: (events) => (events > 1 ? 'Commencer par le premier fait' : 'Le lire'),
    readAll: 'Tout lire',
    showInList: 'Voir dans la liste',
    selectedAt: (date) => `Choisi : ${date}`,
    figures: 'Chiffres',
    moreFigures: (count) => n(count, 'autre chiffre', 'autres chiffres'),
    places: 'Lieux',
    corrections: 'Corrections',
    corrected: (date) => `Corrigé ${le(date)}`,
    claimedBy: (name) => `selon ${name}`,
    definitions: 'Leur façon de compter',
    asOf: (date) => `au ${le(date).replace(/^le /, '')}`,
    sourceNumber: (number) => `Source ${number}`,
    noSource: 'sans source indiquée',
    related: 'Faits liés',
    linkTo: {
      follows: 'fait suite à',
      disputes: 'conteste',
      denies: 'dément',
      responds: 'répond à',
      confirms: 'confirme',
      verifies: 'vérifie',
      accompanies: 'accompagne',
    },
    linkFrom: {
      follows: 'suivi de',
      disputes: 'contesté par',
      denies: 'démenti par',
      responds: 'suivi de la réponse',
      confirms: 'confirmé par',
      verifies: 'vérifié par',
      accompanies: 'accompagné de',
    },
    published: (date) => `publié ${le(date)}`,
    accessed: (date) => `consulté ${le(date)}`,
    archived: 'copie archivée',
    copyOf: (origin) => `copie de ${origin}`,
    license: 'Licence',
    updated: (date) => `Mis à jour ${le(date)}`,
    by: (names) => `Par ${names}`,
    editedBy: (names) => `Édition : ${names}`,
    version: (version) => `Version ${version}`,
    allSources: 'Toutes les sources',
    citedBy: (count) => `cité par ${n(count, 'entrée', 'entrées')}`,
    showMedia: 'Afficher',
    mediaFailed: {
      image: 'L’image n’a pas pu être affichée.',
      video: 'La vidéo n’a pas pu être affichée.',
      audio: 'L’enregistrement n’a pas pu être lu.',
    },
    foreignMedia: (host) => `Il est sur un autre serveur, ${host}, qui saurait que vous le regardez.`,
    allowHost: (host) => `Charger depuis ${host}`,
    breakdownIncomplete: 'La somme des parties indiquées ne fait pas le total.',
    noPosition: 'position inconnue',
    placeNotes: 'Comment les lieux sont connus',
    showRest: (count) => `Afficher ${n(count, 'autre fait', 'autres faits')}`,
    hideRest: 'Masquer les autres',
    outside: 'hors de la période ou des filtres choisis',
    listPart: (part, events, when) => `${part} sur ${events}, ${when}`,
    notPrinted: (count) =>
      `${n(count, 'autre fait n’est pas imprimé', 'autres faits ne sont pas imprimés')}.`,

    filter: 'Filtrer',
    search: 'Chercher dans les faits',
    actors: 'Qui le dit',
    find: (group) => `Chercher dans : ${group}`,
    found: (count) => n(count, 'trouvé', 'trouvés'),
    clear: 'Effacer',

    zoomIn: 'Zoomer',
    zoomOut: 'Dézoomer',
    zoomAll: 'Tout afficher',
    mapLegend: 'Signification des marques',
    areaMeans: 'quelque part dans la zone',
    circlesMean: 'faits proches les uns des autres',
    mapShows: (names) => `Affiche ${names}`,
    beyondMap: (names) => `Au-delà de la carte : ${names}`,
    tie: 'Seulement ce que montre la carte',
    untie: 'Ne plus suivre la carte',
    wheelHint: (key) => `Maintenez ${key} pour zoomer avec la molette`,
    touchHint: 'Déplacez la carte avec deux doigts',
    radius: (distance) => `quelque part dans un rayon de ${distance}`,
    obscured: (reason) => `Flouté à dessein : ${reason}`,
    placeEvents: (count) => `${n(count, 'fait', 'faits')} ici`,
    eventsAt: (events, places) => `${events} dans ${n(places, 'lieu', 'lieux')}`,
    more: (count) => `et ${n(count, 'autre', 'autres')}`,
    otherCounts: (count) => n(count, 'autre décompte', 'autres décomptes'),
    basemapFailed: 'Le fond de carte n’a pas pu être chargé. Les lieux sont affichés sans lui.',
    tilesFailed: 'La carte plus détaillée n’a pas pu être chargée.',
    onMap: 'Sur la carte',
    overlaysFailed: (names) => `Impossible de tracer : ${names}.`,
    basemapCoarse: 'Seule une carte générale du monde a pu être chargée.',
    bordersAsSeenBy: (country) => `Frontières selon : ${country}`,
    noPointOfView: (code, known) =>
      `Il n’y a pas de point de vue « ${code} » sur les frontières ; il y a : ${known}.`,
    foreignTiles: (host) =>
      `Une carte plus détaillée est sur un autre serveur, ${host}, qui saurait que vous la regardez.`,

    claims: 'Qui dit quoi',
    answers: (count) => n(count, 'réponse', 'réponses'),
    disagree: 'Ils divergent : ces chiffres ne peuvent pas tous être vrais.',
    apart:
      'Décomptés différemment (nature, unité ou point de départ), donc jamais sur un même axe : chacun a le sien.',
    sourcesOf: (origins, cited) =>
      origins === cited
        ? n(origins, 'source', 'sources')
        : `${n(origins, 'source indépendante', 'sources indépendantes')}, ${n(cited, 'citée', 'citées')}`,
    noAnswers: 'Aucun chiffre ne répond encore à cette question.',
    noQuestion: 'Choisissez un fait assorti de chiffres pour voir qui en dit quoi.',
    asTable: 'Sous forme de tableau',
    value: 'Chiffre',
    claimant: 'Qui le dit',
    date: 'Date',
    statusOf: 'Statut',
    measure: 'Ce qui est compté',

    chart: (measure) => `${measure} au fil du temps`,
    chartSummary: (figures, claimants, period) => `${figures} de ${claimants}, ${period}`,
    figureCount: (count) => n(count, 'chiffre', 'chiffres'),
    claimantCount: (count) => n(count, 'auteur', 'auteurs'),
    gap: 'aucun chiffre publié',
    gapOf: (period) => `Aucun chiffre publié : ${period}`,
    noMeasure: (id) => `Ce récit ne compte rien qui s’appelle « ${id} ».`,
    noFigures: 'Aucun chiffre daté n’a été publié à ce sujet.',
    chartHint: 'Pointez un chiffre, ou allez de l’un à l’autre avec les flèches, pour lire qui le dit et où.',
    notVerified: 'sans vérification déclarée',
    unitName: {
      people: 'personnes',
      votes: 'voix',
      events: 'faits',
      percent: 'pour cent',
      '%': 'pour cent',
    },

    pause: (length) => `${length} sans fait`,
    unfold: 'Montrer à l’échelle',
    fold: 'Replier',
    toScale: 'à l’échelle',
    folded: 'replié',
    rangeStart: 'Début de la période',
    rangeEnd: 'Fin de la période',
    rangeAll: 'Toute la période',
    beforeCount: (what) => `${what} plus tôt`,
    afterCount: (what) => `${what} plus tard`,
    nothingHere: 'Aucun fait dans cette période',
    toNearest: 'Aller aux faits les plus proches',
    later: (duration, isAbout) => `${isAbout ? 'environ ' : ''}${duration} plus tard`,
    noCategory: 'Autres',
    group: (count) => n(count, 'fait', 'faits'),

    approximate: (date) => `vers ${le(date)}`,
    uncertain: (date) => `${date} (incertain)`,
    approximateUncertain: (date) => `vers ${le(date)} (incertain)`,
    season: ['printemps', 'été', 'automne', 'hiver'],
    seasonOf: (season, year) => `${season} ${year}`,
    decade: (year) => `années ${year}`,
    century: (ordinal) => `${roman(ordinal)}${ordinal === 1 ? 'er' : 'e'} siècle`,
    someMonthOf: (year) => `un mois de ${year}`,
    someDayOf: (month) => `un jour ${de(month)}`,
    fromTo: (start, end) => `${de(start)} ${au(end)}`,
    since: (date) => `depuis ${le(date)}`,
    until: (date) => `jusqu’${au(date)}`,
    unknownStart: (end) => `d’une date inconnue ${au(end)}`,
    unknownEnd: (start) => `${de(start)} à une date inconnue`,
    bce: (year) => `${year} av. J.-C.`,
    comparator: {
      '>=': (value) => `au moins ${value}`,
      '>': (value) => `plus de ${value}`,
      '<=': (value) => `au plus ${value}`,
      '<': (value) => `moins de ${value}`,
      '~': (value) => `environ ${value}`,
    },
  };
};
