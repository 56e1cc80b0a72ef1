/** Stories at the edges of what an author may write: each must look meant. */
const sources = [{id: 's', title: 'A report', publisher: 'The Paper', url: 'https://example.org/s'}];
const places = [
  {id: 'p', name: 'Maputo', lat: -25.97, lon: 32.58, precision: 'locality'},
  {id: 'q', name: 'Beira', lat: -19.84, lon: 34.84, precision: 'locality'},
];
const cite = [{source: 's'}];
const text = 'The river rose by four metres in one night. The town hall opened two schools as shelters.';

const story = (title: string, events: readonly object[], more: object = {}) => ({
  cronomapa: 1,
  language: 'en',
  title,
  summary: 'A flood, as the town hall and the river authority describe it.',
  sources,
  places,
  categories: [
    {id: 'flood', name: 'Flood'},
    {id: 'relief', name: 'Relief'},
  ],
  events: events.map((event, i) => ({
    id: `e${i}`,
    title: `Event ${i + 1}`,
    category: 'flood',
    cite,
    ...event,
  })),
  ...more,
});

const times = <T>(count: number, make: (i: number) => T) => Array.from({length: count}, (_, i) => make(i));
const day = (i: number) => new Date(Date.UTC(2019, 0, 1 + i)).toISOString().slice(0, 10);
const LONG = 'The water reached the second step of the old customs house before dawn, and '.repeat(4);

export const ODD_STORIES = {
  'one event': story('One event', [{date: '2019-03-14', title: 'The dam overflows', text, places: ['p']}]),
  none: story('No event', []),
  'all undated': story(
    'All undated',
    times(5, (i) => ({title: `A shelter opens in ward ${i + 1}`, text, places: [i % 2 ? 'p' : 'q']})),
  ),
  'all on one day': story(
    'All on one day',
    times(7, (i) => ({date: '2019-03-14', title: `Bridge ${i + 1} is closed`, places: [i % 2 ? 'p' : 'q']})),
  ),
  '4,000 years apart': story('Four thousand years apart', [
    {date: '-1981', title: 'The first dyke is built', text, places: ['p']},
    {date: '2019-03-14', title: 'The last dyke breaks', places: ['q']},
  ]),
  '60 categories': story(
    'Sixty categories',
    times(120, (i) => ({date: day(i * 3), category: `c${i % 60}`, places: [i % 2 ? 'p' : 'q']})),
    {categories: times(60, (i) => ({id: `c${i}`, name: `Kind of damage ${i + 1}`}))},
  ),
  'titles of 300 letters': story(
    LONG,
    times(6, (i) => ({date: day(i * 20), title: LONG, text, places: ['p']})),
  ),
  '400 events at one place': story(
    'Four hundred events at one place',
    times(400, (i) => ({date: day(i), title: `Gauge reading ${i + 1}`, places: ['p']})),
  ),
  'no place': story(
    'No place',
    times(8, (i) => ({date: day(i * 30), title: `Report ${i + 1} is published`, text})),
  ),
  'neither date nor place': story(
    'Neither date nor place',
    times(4, (i) => ({title: `A witness speaks ${i + 1}`, text})),
  ),
} as const;
