/** One event, one place and two claims, with all that can be said of each, for the tests of all that say it. */

export const STORY = {
  cronomapa: 1,
  id: 'told',
  language: 'en',
  title: 'One release',
  sources: [
    {id: 'paper', title: 'A *report*', publisher: 'The Paper', url: 'https://paper.example/1'},
    // Its own address is gone.
    {id: 'kept', title: 'Boletín', language: 'es', archived: 'https://archive.example/2'},
  ],
  actors: [
    {id: 'forum', name: 'Aid Forum', kind: 'ngo'},
    {id: 'desk', name: 'The Desk', kind: 'other'},
  ],
  places: [
    {
      id: 'town',
      name: 'The Town',
      lat: 10.2,
      lon: -67.6,
      radius: 1500,
      precision: 'locality',
      obscured: 'to protect families',
      cite: [{source: 'paper'}],
    },
  ],
  categories: [{id: 'release', name: 'Releases'}],
  measures: [{id: 'freed', name: 'People freed', unit: 'people', kind: 'cumulative', since: '2024-01'}],
  events: [
    {
      id: 'e',
      date: '2024-03-01',
      title: 'A release',
      category: 'release',
      status: 'reported',
      places: ['town'],
      cite: [{source: 'kept'}],
    },
  ],
  figures: [
    {
      id: 'most',
      measure: 'freed',
      event: 'e',
      place: 'town',
      date: '2024-02',
      actor: 'forum',
      value: 72,
      comparator: '>=',
      status: 'verified',
      note: 'Counted at the gate.',
      breakdown: [
        {group: 'women', value: 40},
        {group: 'men', value: 2_000_000},
      ],
      cite: [{source: 'kept'}],
    },
    {
      id: 'few',
      measure: 'freed',
      event: 'e',
      place: 'town',
      date: 'in spring',
      actor: 'desk',
      value: 60,
      status: 'claimed',
      cite: [{source: 'paper'}],
    },
  ],
  questions: [{id: 'q', question: 'How many were freed?', figures: ['most', 'few']}],
};

/** The facts of the two claims, wherever they are shown in full. */
export const CLAIMS = {
  most: ['at least 72', 'according to Aid Forum (NGO)', 'as of February 2024', 'verified by the claimant'],
  few: ['60', 'according to The Desk', 'date unknown (in spring)', 'claimed'],
} as const;

/** Of each, where its source leads. */
export const SOURCES = {most: 'https://archive.example/2', few: 'https://paper.example/1'} as const;

/** The two claims in one breath. */
export const SAID = {
  most: 'at least 72, The Town, according to Aid Forum (NGO), as of February 2024, verified by the claimant',
  few: '60, The Town, according to The Desk, date unknown (in spring), claimed',
} as const;

/** The facts of the event: date, status, category. */
export const EVENT = ['A release', 'March 1, 2024', 'reported', 'figures disagree', 'Releases'] as const;

/** How exactly the place is known. */
export const WHEREABOUTS =
  'known to the town, somewhere within 1.5 km, Blurred on purpose: to protect families';

/** The parts of the first claim. */
export const SHARES = ['40 women', '2 million men'] as const;

/** The kind of a claimant that says nothing. */
export const OTHER = /\(other\)|\bother\b/i;

/** Other phrasings of the claims above. */
export const REWORDED = {
  claimedBy: (name: string) => `in the words of ${name}`,
  asOf: (date: string) => `counted ${date}`,
  dateUnknown: 'nobody knows when',
};
