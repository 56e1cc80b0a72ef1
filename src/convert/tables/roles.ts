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
  'status',
  'media',
  'alt',
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

const STATUSES = ['confirmed', 'reported', 'disputed', 'withdrawn'];

/** Whether a cell is one of the statuses of events. */
export const isStatus = (cell: string): boolean => STATUSES.includes(cell.trim().toLowerCase());

const PRECISIONS = ['site', 'locality', 'district', 'region', 'country'];

/** Whether a cell is one of the precisions of places. */
export const isPrecision = (cell: string): boolean => PRECISIONS.includes(cell);

export const isRole = (word: string): word is Role => (ROLES as readonly string[]).includes(word);

/** Roles that several columns may have. */
export const SHARED: ReadonlySet<Role> = new Set<Role>([
  'text',
  'source',
  'url',
  'media',
  'alt',
  'caption',
  'credit',
  'measure',
  'ignore',
]);
