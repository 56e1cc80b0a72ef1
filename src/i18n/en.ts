import type {Messages} from './messages.js';

const n = (count: number, one: string, other: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : other}`;

export const en: Messages = {
  story: 'Story',
  map: 'Map',
  timeline: 'Timeline',
  range: 'Period',
  list: 'List of events',
  card: 'Selected event',
  sources: 'Sources',
  legend: 'Categories',

  loading: 'Loading the story…',
  slow: 'Still loading. The connection is slow.',
  empty: 'There are no events in this story yet.',
  retry: 'Try again',
  notice: ({code, url, httpStatus, detail}) => {
    const what = {
      network: 'The story could not be fetched',
      http: `The story could not be fetched: the server answered ${httpStatus}`,
      'not-json': 'The file is not a story: it is not JSON',
      'not-dataset': 'The file is not a cronomapa story',
    }[code];
    return `${what}${detail ? ` (${detail})` : ''}. File: ${url}`;
  },
  issues: (count) => n(count, 'row of this story has a fault', 'rows of this story have faults'),

  summary: ({status, shown, events, count, period, disputed, undated, unplaced, uncited}) => {
    if (status === 'loading' || status === 'idle') return 'Loading the story…';
    if (status === 'error') return 'The story could not be loaded.';
    if (count === 0) return 'There are no events in this story yet.';
    return [
      shown === events ? n(count, 'event', 'events') : `${shown} of ${n(count, 'event', 'events')}`,
      period,
      disputed && `${disputed} disputed`,
      undated && `${undated} without a date`,
      unplaced && `${unplaced} without a place`,
      uncited && `${uncited} without a source`,
    ]
      .filter(Boolean)
      .join(', ');
  },
  events: (count) => n(count, 'event', 'events'),
  shownOf: (shown, all) => `${shown.toLocaleString('en')} of ${n(all, 'event', 'events')}`,
  undated: 'Without a date',
  unplaced: 'Without a place',
  uncited: 'Without a source',
  undatedCount: (count) => `${count.toLocaleString('en')} without a date`,
  unplacedCount: (count) => `${count.toLocaleString('en')} without a place`,
  uncitedCount: (count) => `${count.toLocaleString('en')} without a source`,
  dateUnknown: 'date unknown',

  status: {confirmed: 'confirmed', reported: 'reported', disputed: 'disputed', withdrawn: 'withdrawn'},
  figureStatus: {
    claimed: 'claimed',
    verified: 'verified by the claimant',
    official: 'official',
    reported: 'reported',
    disputed: 'disputed',
    estimated: 'estimate',
    withdrawn: 'withdrawn',
  },
  actorKind: {
    government: 'government',
    ngo: 'NGO',
    party: 'party',
    media: 'media',
    international: 'international body',
    court: 'court',
    families: 'relatives',
    other: 'other',
  },
  measureKind: {stock: 'at a date', flow: 'on a date', cumulative: 'running total'},
  grade: {original: 'original', repost: 'repost', mirror: 'mirror or translation'},
  precision: {
    site: 'exact site',
    locality: 'known to the town',
    district: 'known to the district',
    region: 'known to the region',
    country: 'known to the country',
  },

  select: 'Show details',
  close: 'Close',
  previous: 'Previous event',
  next: 'Next event',
  nothingSelected:
    'Choose an event on the map, the timeline or the list to read what happened and who says so.',
  figures: 'Figures',
  places: 'Places',
  corrections: 'Corrections',
  corrected: (date) => `Corrected ${date}`,
  claimedBy: (name) => `according to ${name}`,
  noClaimant: 'no claimant named',
  asOf: (date) => `as of ${date}`,
  sourceNumber: (number) => `Source ${number}`,
  noSource: 'no source given',
  related: 'Related',
  published: (date) => `published ${date}`,
  accessed: (date) => `read ${date}`,
  archived: 'archived copy',
  copyOf: (origin) => `copy of ${origin}`,
  license: 'Licence',
  updated: (date) => `Updated ${date}`,
  by: (names) => `By ${names}`,
  citedBy: (count) => `cited by ${n(count, 'entry', 'entries')}`,
  showMedia: 'Show it',
  breakdownIncomplete: 'The parts given do not add up to the whole.',

  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomAll: 'Show everything',
  tie: 'Only what the map shows',
  untie: 'Let go of the map',
  wheelHint: (key) => `Hold ${key} to zoom with the wheel`,
  touchHint: 'Use two fingers to move the map',
  radius: (distance) => `somewhere within ${distance}`,
  obscured: (reason) => `Blurred on purpose: ${reason}`,
  placeEvents: (count) => `${n(count, 'event', 'events')} here`,
  otherCounts: (count) => n(count, 'other count', 'other counts'),
  basemapFailed: 'The background map could not be loaded. The places are shown without it.',
  mapFailed: 'The map could not be loaded. The list has everything that it would show.',

  rangeStart: 'Start of the period',
  rangeEnd: 'End of the period',
  rangeAll: 'Whole period',
  rangeOf: (start, end) => `${start} to ${end}`,
  beforeCount: (count) => `${count.toLocaleString('en')} earlier`,
  afterCount: (count) => `${count.toLocaleString('en')} later`,
  noCategory: 'Other',
  group: (count) => n(count, 'event', 'events'),

  approximate: (date) => `about ${date}`,
  uncertain: (date) => `${date} (uncertain)`,
  approximateUncertain: (date) => `about ${date} (uncertain)`,
  season: ['spring', 'summer', 'autumn', 'winter'],
  seasonOf: (season, year) => `${season} ${year}`,
  decade: (year) => `${year}s`,
  century: (ordinal, year) =>
    `${year}s (${ordinal}${['th', 'st', 'nd', 'rd'][ordinal % 100 > 10 && ordinal % 100 < 14 ? 0 : ordinal % 10] ?? 'th'} century)`,
  someMonthOf: (year) => `some month of ${year}`,
  someDayOf: (month) => `some day in ${month}`,
  fromTo: (start, end) => `${start} to ${end}`,
  since: (date) => `since ${date}`,
  until: (date) => `until ${date}`,
  unknownStart: (end) => `from an unknown date to ${end}`,
  unknownEnd: (start) => `${start} to an unknown date`,
  bce: (year) => `${year} BCE`,
  comparator: {
    '>=': (value) => `at least ${value}`,
    '>': (value) => `more than ${value}`,
    '<=': (value) => `at most ${value}`,
    '<': (value) => `fewer than ${value}`,
    '~': (value) => `about ${value}`,
  },
};
