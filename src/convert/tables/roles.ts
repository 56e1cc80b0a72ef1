/** What a column can be, as `--map` names it. */
export const ROLES = [
  'date',
  'end',
  'year',
  'month',
  'day',
  'time',
  'end-year',
  'end-month',
  'end-day',
  'end-time',
  'title',
  'text',
  'place',
  'town',
  'region',
  'country',
  'lat',
  'lon',
  'position',
  'radius',
  'source',
  'url',
  'category',
  'media',
  'caption',
  'credit',
  'id',
  'claimant',
  'measure',
  'date-precision',
  'place-precision',
  'ignore',
] as const;

export type Role = (typeof ROLES)[number];

export const isRole = (word: string): word is Role => (ROLES as readonly string[]).includes(word);

/** Roles that several columns may have. */
export const SHARED: ReadonlySet<Role> = new Set<Role>([
  'text',
  'source',
  'url',
  'media',
  'measure',
  'ignore',
]);
