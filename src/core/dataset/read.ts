import {intervalOf, isTimeZone, parseEdtf} from '../time/index.js';
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

const pointer = (path: string, key: string | number) =>
  `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** One of a table, in words: `events` is the table of `event`. */
const singular = (table: string) => table.replace(/ies$/, 'y').replace(/s$/, '');

/** Names the row that a pointer lies in. */
export function rowName(tree: Row, path: string): string {
  const [, table = '', index = ''] = path.split('/');
  if (!index || !Array.isArray(DATASET_SHAPE[table as keyof typeof DATASET_SHAPE])) return 'dataset';
  const row = rows(tree[table])[Number(index)];
  return isRow(row) && typeof row.id === 'string' && row.id
    ? `${singular(table)} "${row.id}"`
    : `${table}, row ${Number(index) + 1}`;
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

/**
 * Reads a tree of plain data by the table of the format. What does not fit is reported and left out; the rest is
 * kept, unknown keys too. Gives the dataset, unfrozen, and where each row of a table came from.
 */
export function readDataset(tree: Row, timeZone: string, languages: readonly string[], report: Report) {
  const rowPaths = new Map<Row, string>();
  const given = new Map<string, Set<unknown>>();
  const kept = new Map<string, Set<unknown>>();
  for (const [table, value] of Object.entries(tree)) {
    given.set(table, new Set(rows(value).map((row) => (isRow(row) ? row.id : undefined))));
    kept.set(table, new Set());
  }
  // Events link to later events. None that has an id is left out, so all that are given can be meant.
  const known = (table: string) => (table === 'events' ? given : kept).get(table);

  let lost = '';
  const wrong = (code: string, path: string, message: string, fix: string) => {
    report(code, 'error', path, `${message} ${lost}`, fix);
    return undefined;
  };
  const wrongType = (path: string, value: unknown, expected: string) =>
    wrong('wrong-type', path, `${show(value)} is not ${expected}.`, `Write ${expected} here.`);

  function readText(kind: string, value: unknown, path: string): unknown {
    const check = (text: string, at: string) => {
      for (const [, address = ''] of text.matchAll(/\]\(\s*<?([^\s)>]*)/g)) {
        if (isSafeAddress(address)) continue;
        const message = `A link in the text goes to the unsafe address ${show(address)}. It is shown without it.`;
        report('link-unsafe', 'error', at, message, 'Link to an https address.');
      }
      if ((kind === 'title' || kind === 'name') && text.length > MAX_TITLE) {
        const message = `With ${text.length} characters it is too long for a label.`;
        report(
          'title-too-long',
          'warning',
          at,
          message,
          `Keep it to ${MAX_TITLE} characters; the rest can go in the text.`,
        );
      }
    };
    const untranslated = (has: readonly string[]) => {
      const missing = languages.filter((tag) => !has.some((other) => baseOf(other) === baseOf(tag)));
      if (!missing.length) return;
      const message = `It is missing in ${missing.join(', ')}, a language of this story.`;
      report(
        'text-missing-in-language',
        'warning',
        path,
        message,
        `Write {${languages.map((tag) => `"${tag}": "…"`).join(', ')}}.`,
      );
    };
    if (typeof value === 'string') {
      check(value, path);
      if (kind === 'text' || kind === 'title') untranslated(languages.slice(0, 1));
      return value;
    }
    if (!isRow(value)) return wrongType(path, value, 'a text, or texts by language');
    const entries = Object.entries(value).filter(([tag, text]) => {
      const at = pointer(path, tag);
      if (!isLanguage(tag)) {
        return wrong(
          'language-unknown',
          at,
          `${show(tag)} is not a language tag.`,
          'Write a BCP 47 tag, as "es".',
        );
      }
      if (typeof text !== 'string' || !text.trim()) return wrongType(at, text, 'a text');
      check(text, at);
      return true;
    });
    if (!entries.length)
      return wrong('value-empty', path, 'It holds no text.', 'Write it, or remove the key.');
    if (kind !== 'original') untranslated(entries.map(([tag]) => tag));
    return Object.fromEntries(entries);
  }

  function readWord(word: string, value: unknown, path: string): unknown {
    if (word === 'version') {
      if (value !== 1) {
        report(
          'version-unknown',
          'error',
          path,
          `Version ${show(value)} of the format is not known here; it is read as 1.`,
          'Write "cronomapa": 1, or use a newer cronomapa.',
        );
      }
      return value;
    }
    if (word === 'number' || word === 'amount') {
      if (typeof value !== 'number' || !Number.isFinite(value))
        return wrongType(path, value, 'a number, without quotes');
      if (word === 'amount' && value < 0)
        return wrong('value-negative', path, `${value} is below 0.`, 'Write 0 or more.');
      return value;
    }
    if (value === '') return wrong('value-empty', path, 'It is empty.', 'Fill it in, or remove the key.');
    if (/^(text|title|name|original)$/.test(word)) return readText(word, value, path);
    if (typeof value !== 'string') return wrongType(path, value, 'a text in quotes');
    const shown = show(value);
    if (word.startsWith('@')) {
      const table = word.slice(1);
      if (known(table)?.has(value)) return value;
      const message = given.get(table)?.has(value)
        ? `The ${singular(table)} ${shown} that it names was left out.`
        : `There is no ${singular(table)} ${shown}.`;
      return wrong('reference-to-nothing', path, message, `Name an id of "${table}", or add that row.`);
    }
    if (word.includes('|')) {
      if (word.split('|').includes(value)) return value;
      return wrong(
        'value-unknown',
        path,
        `${shown} is not one of its values.`,
        `Write one of: ${word.replaceAll('|', ' ')}.`,
      );
    }
    switch (word) {
      case 'date':
      case 'when': {
        const interval = intervalOf(value, timeZone);
        if (interval && interval.start <= interval.end) return value;
        const kept = word === 'when' ? value : undefined;
        const fix = 'Write it as 2025-12-25, 2025-12 or 2025 (EDTF); from/to as 2025-12-01/2025-12-25.';
        const code =
          interval || /^\d{4}-\d\d(-\d\d)?(T\d\d:\d\d:\d\d.*)?(\/|$)/.test(value)
            ? 'date-impossible'
            : 'date-not-understood';
        const message =
          code === 'date-impossible'
            ? `${shown} is not a date that exists.`
            : `${shown} is not understood as a date.`;
        if (kept) lost = 'It is listed undated.';
        wrong(code, path, message, fix);
        return kept;
      }
      case 'address':
        if (isSafeAddress(value)) return value;
        return wrong(
          'address-unsafe',
          path,
          `${shown} is not a safe address.`,
          'Use an https, http, mailto or relative address.',
        );
      case 'language':
        if (isLanguage(value)) return value;
        return wrong(
          'language-unknown',
          path,
          `${shown} is not a language tag.`,
          'Write a BCP 47 tag, as "es" or "pt-BR".',
        );
      case 'zone':
        if (isTimeZone(value)) return value;
        return wrong(
          'time-zone-unknown',
          path,
          `${shown} is not a time zone; UTC is used.`,
          'Write an IANA name, as "America/Caracas".',
        );
      case 'region':
        if (/^[A-Z]{2,3}(-[A-Z\d]{1,3})?$/.test(value)) return value;
        return wrong(
          'value-unknown',
          path,
          `${shown} is not a code of ISO 3166.`,
          'Write it as "VE" or "VE-D".',
        );
    }
    return value;
  }

  function readObject(shape: Shape, value: unknown, path: string): Row | undefined {
    if (!isRow(value)) return void wrongType(path, value, 'an object, in { }');
    const [, table = '', index, inner] = path.split('/');
    const isTableRow = index !== undefined && inner === undefined;
    const entries: [string, unknown][] = [];
    let usable = true;
    for (const [key, rule] of Object.entries(shape)) {
      const at = pointer(path, key);
      const found = Object.hasOwn(value, key) ? value[key] : undefined;
      const [, sign = '', word = ''] = typeof rule === 'string' ? (/^([!~^]?)(.*)$/.exec(rule) ?? []) : [];
      const standIn = sign === '!' && /^(text|title|name|original)$/.test(word) && isTableRow && value.id;
      const outcome =
        sign === '!' || sign === '^'
          ? standIn
            ? 'Its id is shown instead.'
            : 'The whole entry is left out.'
          : 'This value is left out.';
      lost = outcome;
      let result: unknown;
      if (found !== undefined && found !== null) {
        result = readRule(typeof rule === 'string' ? word : rule, found, at);
        if (result === undefined && sign === '^') usable = false;
      } else if (sign === '!' || sign === '~') {
        const [code, message, fix] = MISSING[key] ?? [
          'value-missing',
          `It has no "${key}".`,
          `Add "${key}".`,
        ];
        const needed = sign === '!';
        report(code, needed ? 'error' : 'warning', at, needed ? `${message} ${outcome}` : message, fix);
      } else if (sign === '^') result = word.split('|')[0];
      else if (Array.isArray(rule)) result = [];

      if (result === undefined && sign === '!') {
        if (standIn) result = standIn;
        else usable = false;
      }
      if (key === 'id' && isTableRow && typeof result === 'string' && seen(table, result)) {
        lost = outcome;
        wrong(
          'id-twice',
          at,
          `The id ${show(result)} is taken by an earlier row.`,
          'Give each row an id of its own.',
        );
        usable = false;
      }
      if (result !== undefined) entries.push([key, result]);
      if (word === 'when' && typeof result === 'string') {
        const interval = intervalOf(result, timeZone);
        if (interval && interval.start <= interval.end)
          entries.push(['when', parseEdtf(result)], ['interval', interval]);
      }
    }
    for (const [key, extra] of Object.entries(value)) {
      if (Object.hasOwn(shape, key)) continue;
      const message = `"${key}" is not a key of the format. It is kept, and nothing reads it.`;
      report('unknown-key', 'info', pointer(path, key), message, 'Check the spelling, or leave it.');
      if (key !== 'when' && key !== 'interval') entries.push([key, extra]);
    }
    if (!usable) return undefined;
    const row: Row = Object.fromEntries(entries);
    if (isTableRow) {
      kept.get(table)?.add(row.id);
      rowPaths.set(row, path);
    }
    return row;
  }

  const seenIds = new Map<string, Set<string>>();
  function seen(table: string, id: string): boolean {
    const ids = seenIds.get(table) ?? new Set();
    seenIds.set(table, ids);
    return ids.size === ids.add(id).size;
  }

  function readRule(rule: Rule, value: unknown, path: string): unknown {
    if (typeof rule === 'string') return readWord(rule, value, path);
    if (!Array.isArray(rule)) return readObject(rule as Shape, value, path);
    if (!Array.isArray(value)) {
      wrongType(path, value, 'a list, in [ ]');
      return [];
    }
    return value
      .map((item, i) => {
        lost = 'It is left out.';
        return readRule((rule as readonly [Rule])[0], item, pointer(path, i));
      })
      .filter((item) => item !== undefined);
  }

  const dataset = readObject(DATASET_SHAPE, tree, '') ?? {};
  return {dataset, rowPaths};
}
