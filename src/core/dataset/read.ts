import {type EdtfDate, type Interval, intervalOf, isTimeZone, parseEdtf} from '../time/index.js';
import {isSafeAddress} from './address.js';
import {DATASET_SHAPE, MAX_TITLE, type Rule, type Shape} from './schema.js';
import type {Severity} from './types.js';

/** Nested deeper, or with more values, than a dataset can be: it is refused as a whole. */
export const MAX_DEPTH = 64;
export const MAX_VALUES = 20_000_000;

export type Row = {[key: string]: unknown};
export type Report = (code: string, severity: Severity, path: string, message: string, fix: string) => void;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const rows = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A plain copy of JSON-like data. Throws `depth` or `size`, or what a getter in it throws. */
export function copyPlain(json: unknown): unknown {
  let values = 0;
  const spend = (count: number) => {
    values += count;
    if (values > MAX_VALUES) throw 'size';
  };
  const copy = (value: unknown, depth: number): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (depth > MAX_DEPTH) throw 'depth';
    if (Array.isArray(value)) {
      spend(value.length);
      return Array.from(value, (item) => copy(item, depth + 1));
    }
    const entries = Object.entries(value);
    spend(entries.length);
    // fromEntries defines: a `__proto__` key becomes data, never the prototype.
    return Object.fromEntries(
      entries
        .filter(([, item]) => item !== undefined && typeof item !== 'function' && typeof item !== 'symbol')
        .map(([key, item]) => [key, copy(item, depth + 1)]),
    );
  };
  return copy(json, 0);
}

/** One of a table, in words: `events` is the table of `event`. */
const singular = (table: string) => table.replace(/ies$/, 'y').replace(/s$/, '');

/** A row in words. */
export const nameRow = (table: string, index: number, row: unknown): string =>
  isRow(row) && typeof row.id === 'string' && row.id
    ? `${singular(table)} "${row.id}"`
    : `${table}, row ${index + 1}`;

/** Whether the format has a table of that name. */
export const isTable = (name: string): boolean =>
  Object.hasOwn(DATASET_SHAPE, name) && Array.isArray(DATASET_SHAPE[name as keyof typeof DATASET_SHAPE]);

/** Names the row that a pointer lies in. */
export function rowName(tree: Row, path: string): string {
  const [, table = '', index = ''] = path.split('/');
  return index && isTable(table)
    ? nameRow(table, Number(index), rows(tree[table])[Number(index)])
    : 'dataset';
}

function isLanguage(tag: string): boolean {
  try {
    return /^[a-z]{2,3}(-|$)/i.test(tag) && Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

const baseOf = (tag: string) => tag.toLowerCase().split('-', 1)[0];

/** The story's language, then those that its title comes in. */
export function languagesOf({language, title}: Row): readonly string[] {
  const titles = isRow(title) ? Object.keys(title).filter(isLanguage) : [];
  const first = typeof language === 'string' && isLanguage(language) ? language : (titles[0] ?? 'en');
  return [first, ...titles.filter((tag) => baseOf(tag) !== baseOf(first))];
}

export const timeZoneOf = ({timeZone}: Row): string =>
  typeof timeZone === 'string' && isTimeZone(timeZone) ? timeZone : 'UTC';

/** The ids of a tree's rows: those that are given, and those of the rows that are kept. */
export function idsOf(tree: Row) {
  const given = new Map<string, Set<unknown>>();
  const taken = new Map<string, Set<unknown>>();
  const kept = new Map<string, Set<unknown>>();
  for (const [table, value] of Object.entries(tree)) {
    given.set(table, new Set(rows(value).map((row) => (isRow(row) ? row.id : undefined))));
    taken.set(table, new Set());
    kept.set(table, new Set());
  }
  const gives = (table: string, id: string) => given.get(table)?.has(id) === true;
  return {
    gives,
    // Events link to later events. None that has an id is left out, so all that are given can be meant.
    has: (table: string, id: string) =>
      table === 'events' ? gives(table, id) : kept.get(table)?.has(id) === true,
    take(table: string, id: string): boolean {
      const ids = taken.get(table);
      return ids !== undefined && ids.size !== ids.add(id).size;
    },
    keep: (table: string, {id}: Row) => void kept.get(table)?.add(id),
  };
}

const show = (value: unknown) => {
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

const MISSING: Readonly<Record<string, readonly [code: string, message: string, fix: string]>> = {
  cronomapa: [
    'version-missing',
    'It does not say which version of the format it is in.',
    'Add "cronomapa": 1.',
  ],
  id: [
    'id-missing',
    'It has no id.',
    'Give it an id that no other row of its table has, and never change it.',
  ],
  actor: ['figure-without-actor', 'It does not say who claims it.', 'Name the actor who gave the number.'],
  alt: [
    'media-without-alt',
    'It has no alternative text.',
    'Say in "alt" what it shows, for those who do not see it.',
  ],
};

/** What is known of the other rows while one is read. */
export interface Known {
  /** Whether a row with that id may be named. */
  readonly has: (table: string, id: string) => boolean;
  /** Whether the file has such a row, be it left out. */
  readonly gives: (table: string, id: string) => boolean;
  /** Whether the id is free; from then on it is taken. */
  readonly take: (table: string, id: string) => boolean;
  /** A row that is kept, what the file has there, and where. */
  readonly keep?: (table: string, row: Row, json: Row, path: string) => void;
  /** What stands in the place of a table that was parsed row by row. */
  readonly instead?: (table: string) => readonly unknown[] | undefined;
}

type Read = (value: unknown) => unknown;

const TEXT = /^(text|title|name|original)$/;
/** Dates that are kept in mind: a big file names the same days over and over. */
const DATES = 50_000;

export interface Reader {
  /** Reads a whole tree. */
  readonly tree: (tree: Row) => Row;
  /** Reads one row of a table: the same as in the whole. */
  readonly row: (table: string, json: unknown, index: number) => Row | undefined;
}

/**
 * Reads plain data by the table of the format. What does not fit is reported and left out; the rest is kept, unknown
 * keys too. What it gives is not frozen.
 */
export function createReader(
  timeZone: string,
  languages: readonly string[],
  report: Report,
  {has, gives, take, keep, instead}: Known,
): Reader {
  // Where it is reading. Most rows are in order, and need no pointer.
  const keys: (string | number)[] = [];
  let depth = 0;
  const pointer = (...more: readonly string[]) =>
    [...keys.slice(0, depth), ...more]
      .map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`)
      .join('');

  let lost = '';
  const wrong = (code: string, message: string, fix: string, ...more: readonly string[]) => {
    report(code, 'error', pointer(...more), `${message} ${lost}`, fix);
    return undefined;
  };
  const wrongType = (value: unknown, expected: string, ...more: readonly string[]) =>
    wrong('wrong-type', `${show(value)} is not ${expected}.`, `Write ${expected} here.`, ...more);

  const tags = new Map<string, boolean>();
  const isTag = (tag: string) => {
    let known = tags.get(tag);
    if (known === undefined) {
      known = isLanguage(tag);
      tags.set(tag, known);
    }
    return known;
  };

  const dates = new Map<string, readonly [EdtfDate | undefined, Interval | undefined]>();
  /** A date understood; its interval is missing when it has none that goes forward. */
  const dateOf = (text: string) => {
    let known = dates.get(text);
    if (!known) {
      const date = parseEdtf(text);
      known = [date, date && intervalOf(date, timeZone)];
      if (dates.size === DATES) dates.clear();
      dates.set(text, known);
    }
    return known;
  };

  const missingIn = (has: readonly string[]) =>
    languages.filter((tag) => !has.some((other) => baseOf(other) === baseOf(tag)));
  /** The languages that a plain text is not in. */
  const others = missingIn(languages.slice(0, 1));

  function textOf(kind: string): Read {
    const check = (text: string, ...more: readonly string[]) => {
      if (text.includes('](')) {
        for (const [, address = ''] of text.matchAll(/\]\(\s*<?([^\s)>]*)/g)) {
          if (isSafeAddress(address)) continue;
          const message = `A link in the text goes to the unsafe address ${show(address)}. It is shown without it.`;
          report('link-unsafe', 'error', pointer(...more), message, 'Link to an https address.');
        }
      }
      if ((kind === 'title' || kind === 'name') && text.length > MAX_TITLE) {
        const message = `With ${text.length} characters it is too long for a label.`;
        report(
          'title-too-long',
          'warning',
          pointer(...more),
          message,
          `Keep it to ${MAX_TITLE} characters; the rest can go in the text.`,
        );
      }
    };
    const untranslated = (missing: readonly string[]) => {
      if (!missing.length) return;
      const message = `It is missing in ${missing.join(', ')}, a language of this story.`;
      report(
        'text-missing-in-language',
        'warning',
        pointer(),
        message,
        `Write {${languages.map((tag) => `"${tag}": "…"`).join(', ')}}.`,
      );
    };
    return (value) => {
      if (typeof value === 'string') {
        check(value);
        if (kind === 'text' || kind === 'title') untranslated(others);
        return value;
      }
      if (!isRow(value)) return wrongType(value, 'a text, or texts by language');
      const texts: Row = {};
      for (const tag of Object.keys(value)) {
        const text = value[tag];
        if (!isTag(tag)) {
          wrong(
            'language-unknown',
            `${show(tag)} is not a language tag.`,
            'Write a BCP 47 tag, as "es".',
            tag,
          );
        } else if (typeof text !== 'string' || !text.trim()) wrongType(text, 'a text', tag);
        else {
          check(text, tag);
          texts[tag] = text;
        }
      }
      const has = Object.keys(texts);
      if (!has.length) return wrong('value-empty', 'It holds no text.', 'Write it, or remove the key.');
      if (kind !== 'original' && !languages.every((tag) => Object.hasOwn(texts, tag)))
        untranslated(missingIn(has));
      return texts;
    };
  }

  function numberOf(word: string): Read {
    return (value) => {
      if (typeof value !== 'number' || !Number.isFinite(value))
        return wrongType(value, 'a number, without quotes');
      if (word === 'amount' && value < 0)
        return wrong('value-negative', `${value} is below 0.`, 'Write 0 or more.');
      return value;
    };
  }

  function readVersion(value: unknown): unknown {
    if (value !== 1) {
      report(
        'version-unknown',
        'error',
        pointer(),
        `Version ${show(value)} of the format is not known here; it is read as 1.`,
        'Write "cronomapa": 1, or use a newer cronomapa.',
      );
    }
    return value;
  }

  function readDate(value: string, word: string): string | undefined {
    const [, interval] = dateOf(value);
    if (interval && interval.start <= interval.end) return value;
    const kept = word === 'when' ? value : undefined;
    const fix = 'Write it as 2025-12-25, 2025-12 or 2025 (EDTF); from/to as 2025-12-01/2025-12-25.';
    const code =
      interval || /^\d{4}-\d\d(-\d\d)?(T\d\d:\d\d:\d\d.*)?(\/|$)/.test(value)
        ? 'date-impossible'
        : 'date-not-understood';
    const message =
      code === 'date-impossible'
        ? `${show(value)} is not a date that exists.`
        : `${show(value)} is not understood as a date.`;
    if (kept) lost = 'It is listed undated.';
    wrong(code, message, fix);
    return kept;
  }

  /** Words that a test decides. */
  const TESTS: Readonly<
    Record<string, readonly [test: (value: string) => boolean, code: string, is: string, fix: string]>
  > = {
    address: [
      isSafeAddress,
      'address-unsafe',
      'a safe address',
      'Use an https, http, mailto or relative address.',
    ],
    language: [isTag, 'language-unknown', 'a language tag', 'Write a BCP 47 tag, as "es" or "pt-BR".'],
    zone: [
      isTimeZone,
      'time-zone-unknown',
      'a time zone; UTC is used',
      'Write an IANA name, as "America/Caracas".',
    ],
    region: [
      (value) => /^[A-Z]{2,3}(-[A-Z\d]{1,3})?$/.test(value),
      'value-unknown',
      'a code of ISO 3166',
      'Write it as "VE" or "VE-D".',
    ],
  };

  function stringOf(word: string): (value: string) => string | undefined {
    if (word[0] === '@') {
      const table = word.slice(1);
      return (value) => {
        if (has(table, value)) return value;
        const shown = show(value);
        const message = gives(table, value)
          ? `The ${singular(table)} ${shown} that it names was left out.`
          : `There is no ${singular(table)} ${shown}.`;
        return wrong('reference-to-nothing', message, `Name an id of "${table}", or add that row.`);
      };
    }
    if (word.includes('|')) {
      const words = word.split('|');
      return (value) =>
        words.includes(value)
          ? value
          : wrong(
              'value-unknown',
              `${show(value)} is not one of its values.`,
              `Write one of: ${words.join(' ')}.`,
            );
    }
    if (word === 'date' || word === 'when') return (value) => readDate(value, word);
    const test = TESTS[word === 'file' ? 'address' : word];
    if (!test) return (value) => value;
    const [passes, code, is, fix] = test;
    return (value) =>
      word === 'file' && /\{\w\}/.test(value)
        ? wrong(
            'address-of-tiles',
            `${show(value)} names many pictures, and nobody who made them.`,
            'Put it into "tiles" of a TileJSON with an "attribution", and write the address of that file.',
          )
        : passes(value)
          ? value
          : wrong(code, `${show(value)} is not ${is}.`, fix);
  }

  function wordOf(word: string): Read {
    if (word === 'version') return readVersion;
    if (word === 'number' || word === 'amount') return numberOf(word);
    const text = TEXT.test(word) && textOf(word);
    const string = text || stringOf(word);
    return (value) => {
      if (value === '') return wrong('value-empty', 'It is empty.', 'Fill it in, or remove the key.');
      if (text) return text(value);
      return typeof value === 'string' ? string(value) : wrongType(value, 'a text in quotes');
    };
  }

  /** `table` for the rows of one. */
  function objectOf(shape: Shape, table = '', isTree = false): Read {
    const fields = Object.entries(shape).map(([key, rule]) => {
      const [, sign = '', word = ''] = typeof rule === 'string' ? (/^([!~^]?)(.*)$/.exec(rule) ?? []) : [];
      const read = typeof rule === 'string' ? wordOf(word) : ruleOf(rule, isTree ? key : '');
      const needed = sign === '!';
      return {
        key,
        word,
        read,
        sign,
        needed,
        isList: Array.isArray(rule),
        outcome: needed || sign === '^' ? 'The whole entry is left out.' : 'This value is left out.',
        canStandIn: needed && table !== '' && TEXT.test(word),
      };
    });
    const isKey = new Set(Object.keys(shape));
    return (value) => {
      if (!isRow(value)) return wrongType(value, 'an object, in { }');
      const row: Row = {};
      const at = depth++;
      let usable = true;
      for (const {key, word, read, sign, needed, isList, outcome, canStandIn} of fields) {
        keys[at] = key;
        const found = Object.hasOwn(value, key) ? value[key] : undefined;
        const standIn = canStandIn && value.id;
        lost = standIn ? 'Its id is shown instead.' : outcome;
        let result: unknown;
        if (found !== undefined && found !== null) {
          result = read(found);
          if (result === undefined && sign === '^') usable = false;
        } else if (needed || sign === '~') {
          const [code, message, fix] = MISSING[key] ?? [
            'value-missing',
            `It has no "${key}".`,
            `Add "${key}".`,
          ];
          report(code, needed ? 'error' : 'warning', pointer(), needed ? `${message} ${lost}` : message, fix);
        } else if (sign === '^') result = word.split('|')[0];
        else if (isList) result = [];

        if (result === undefined && needed) {
          if (standIn) result = standIn;
          else usable = false;
        }
        if (key === 'id' && table && typeof result === 'string' && !take(table, result)) {
          lost = outcome;
          wrong(
            'id-twice',
            `The id ${show(result)} is taken by an earlier row.`,
            'Give each row an id of its own.',
          );
          usable = false;
        }
        if (result === undefined) continue;
        row[key] = result;
        if (word === 'when' && typeof result === 'string') {
          const [when, interval] = dateOf(result);
          if (interval && interval.start <= interval.end) {
            row.when = when;
            row.interval = interval;
          }
        }
      }
      depth = at;
      for (const key of Object.keys(value)) {
        if (isKey.has(key)) continue;
        const message = `"${key}" is not a key of the format. It is kept, and nothing reads it.`;
        report('unknown-key', 'info', pointer(key), message, 'Check the spelling, or leave it.');
        if (key === 'when' || key === 'interval') continue;
        // Defined, not assigned: a `__proto__` key is data, never the prototype.
        Object.defineProperty(row, key, {
          value: value[key],
          enumerable: true,
          configurable: true,
          writable: true,
        });
      }
      if (!usable) return undefined;
      if (table) keep?.(table, row, value, pointer());
      return row;
    };
  }

  const rowReaders = new Map<string, Read>();

  function ruleOf(rule: Exclude<Rule, string>, table: string): Read {
    if (!Array.isArray(rule)) return objectOf(rule as Shape);
    const [inner] = rule as readonly [Rule];
    const read =
      typeof inner === 'string'
        ? wordOf(inner)
        : Array.isArray(inner)
          ? ruleOf(inner as readonly [Rule], '')
          : objectOf(inner as Shape, table);
    if (table) rowReaders.set(table, read);
    return (value) => {
      const given = instead?.(table);
      if (given) return given;
      if (!Array.isArray(value)) {
        wrongType(value, 'a list, in [ ]');
        return [];
      }
      const list: unknown[] = [];
      const at = depth++;
      for (let i = 0; i < value.length; i++) {
        keys[at] = i;
        lost = 'It is left out.';
        const item = read(value[i]);
        if (item !== undefined) list.push(item);
      }
      depth = at;
      return list;
    };
  }

  const readTree = objectOf(DATASET_SHAPE, '', true);
  return {
    tree: (tree) => readTree(tree) as Row,
    row(table, json, index) {
      keys[0] = table;
      keys[1] = index;
      depth = 2;
      lost = 'It is left out.';
      const row = rowReaders.get(table)?.(json);
      depth = 0;
      return row as Row | undefined;
    },
  };
}
