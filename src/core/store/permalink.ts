import {isMapPosition, type MapPosition} from '../geo/index.js';
import {civilOf, daysInMonth, type Instant, type Interval, instantOf} from '../time/index.js';
import {encode, permalinkParts, withPermalink} from './address.js';
import type {Filters} from './types.js';

/**
 * The part of a view that a URL carries. Undefined means not specified, so that the story's default applies; null is
 * explicit: no event, all of time.
 */
export interface Permalink {
  readonly event?: string | null | undefined;
  readonly range?: Interval | null | undefined;
  readonly filters?: Partial<Filters> | undefined;
  readonly map?: MapPosition | null | undefined;
  /** Id of the step that is told, in place of all that it shows. */
  readonly step?: string | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
}

const DAY = 86_400_000;
/** Rounding steps of a range: the first that fits into it 200 times. */
const STEPS: readonly Instant[] = [DAY, 3_600_000, 60_000, 1000, 1];

const pad = (value: number, length = 2) => String(Math.abs(value)).padStart(length, '0');

/** Formats `2024-07-28`, `2024-07-28T13:05`, `-12000-01-01`; an empty string for an open end. */
function writeInstant(at: Instant): string {
  if (!Number.isFinite(at)) return '';
  const {year, month, day, hour, minute, second, ms} = civilOf(at);
  const date = `${year < 0 ? '-' : ''}${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  if (at % DAY === 0) return date;
  const seconds = second + ms > 0 ? `:${pad(second)}${ms > 0 ? `.${pad(ms, 3)}` : ''}` : '';
  return `${date}T${pad(hour)}:${pad(minute)}${seconds}`;
}

function readInstant(text: string, open: Instant): Instant | undefined {
  if (text === '') return open;
  const found = /^(-?\d{4,12})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{3}))?)?)?$/.exec(text);
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  if (!isDate || hour > 23 || minute > 59 || second > 59) return undefined;
  return instantOf(year, month, day, hour, minute, second) + ms;
}

function writeRange({start, end}: Interval): string {
  const step = STEPS.find((each) => (end - start) / each >= 200) ?? 1;
  const round = (at: Instant) => (Number.isFinite(at) ? Math.round(at / step) * step : at);
  return `${writeInstant(round(start))}/${writeInstant(round(end))}`;
}

function readRange(text: string): Interval | undefined {
  const [first, second, ...rest] = text.split('/');
  if (first === undefined || second === undefined || rest.length > 0) return undefined;
  const [start, end] = [readInstant(first, -Infinity), readInstant(second, Infinity)];
  return start !== undefined && end !== undefined && start < end ? {start, end} : undefined;
}

const round = (value: number, digits: number) => String(Number(value.toFixed(digits)));

const writePlace = ({lat, lon, zoom}: MapPosition) => `${round(lat, 4)},${round(lon, 4)},${round(zoom, 2)}`;

function readPlace(text: string): MapPosition | undefined {
  const parts = text.split(',');
  const [lat = Number.NaN, lon = Number.NaN, zoom = Number.NaN] = parts.map((part) =>
    /^-?\d+(\.\d+)?$/.test(part) ? Number(part) : Number.NaN,
  );
  const place = {lat, lon, zoom};
  return parts.length === 3 && isMapPosition(place) ? place : undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

const writeList = (ids: readonly string[]) => ids.map(encode).join(',');
const readList = (text: string) => text.split(',').flatMap((id) => decode(id) || []);

/** Whether the text is syntactically a language tag. */
const isTag = (text: string) => /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(text);

/** The keys of permalinks. They are short, and never change their meaning. */
const KEYS: readonly {
  readonly key: string;
  readonly write: (link: Permalink) => string | undefined;
  readonly read: (text: string) => Permalink;
}[] = [
  {
    key: 'e',
    write: ({event}) => (event === undefined ? undefined : encode(event ?? '')),
    read: (text) => ({event: decode(text) || null}),
  },
  {
    key: 'r',
    write: ({range}) => (range === undefined ? undefined : range ? writeRange(range) : ''),
    read: (text) => (text === '' ? {range: null} : {range: readRange(text)}),
  },
  ...(
    [
      ['c', 'categories'],
      ['a', 'actors'],
      ['p', 'places'],
    ] as const
  ).map(([key, name]) => ({
    key,
    write: ({filters}: Permalink) => filters?.[name] && writeList(filters[name]),
    read: (text: string): Permalink => ({filters: {[name]: readList(text)}}),
  })),
  {
    key: 'q',
    write: ({filters}) => (filters?.text === undefined ? undefined : encode(filters.text)),
    read: (text) => ({filters: {text: decode(text) ?? ''}}),
  },
  {
    key: 'v',
    write: ({map}) => (map === undefined ? undefined : map ? writePlace(map) : ''),
    read: (text) => ({map: text === '' ? null : readPlace(text)}),
  },
  {
    key: 's',
    write: ({step}) => step && encode(step),
    read: (text) => ({step: decode(text) || undefined}),
  },
  {
    key: 'l',
    write: ({language}) => language,
    read: (text) => ({language: isTag(text) ? text : undefined}),
  },
];

/**
 * The view in a URL fragment. Invalid parts are ignored; ids are not checked.
 *
 * @param hash the URL fragment, with or without `#`
 * @param prefix of a story's keys, when a page has several: `map.e=…` is the event of `map`
 */
export function readPermalink(hash: string, prefix = ''): Permalink {
  const own = new Map(permalinkParts(hash, prefix).own.map((part) => [part.slice(0, 1), part.slice(2)]));
  let link: Permalink = {};
  for (const {key, read} of KEYS) {
    const text = own.get(key);
    const parsed: Permalink = text === undefined ? {} : read(text);
    // An invalid part counts as not specified.
    if (Object.values(parsed).every((value) => value === undefined)) continue;
    link = {...link, ...parsed, ...(parsed.filters && {filters: {...link.filters, ...parsed.filters}})};
  }
  return link;
}

/**
 * The URL fragment of a view, without the `#`. Ranges are rounded to 1/200 of their length or finer, positions to about
 * ten metres. Other parts of `hash` are kept, before these.
 */
export function writePermalink(link: Permalink, hash = '', prefix = ''): string {
  const own = KEYS.flatMap(({key, write}) => {
    const text = write(link);
    return text === undefined ? [] : [`${key}=${text}`];
  });
  return withPermalink(own, hash, prefix);
}
