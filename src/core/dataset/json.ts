import type {Issue} from './types.js';

/** Maximum length of a text that is parsed, in UTF-16 code units. */
export const MAX_TEXT = 2 ** 28;

export interface ParsedJson {
  /** Absent when there is an issue. */
  readonly json?: unknown;
  readonly issue?: Issue;
  /** Where a syntax error is, as editors count. */
  readonly at?: {readonly line: number; readonly column: number};
}

const TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings.
  /[ \t\n\r]*(?:([{}[\],:])|(")(?:[^"\\\0-\x1f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

/** The offset of the first JSON syntax error. Engines differ in their error messages; some give no position. */
function faultAt(text: string): number {
  const VALUE = '{["0';
  const open: string[] = [];
  let wanted = VALUE;
  TOKEN.lastIndex = 0;
  for (let end = 0; ; end = TOKEN.lastIndex) {
    const token = wanted ? TOKEN.exec(text) : null;
    const kind = token?.[1] ?? token?.[2] ?? '0';
    if (!token || !wanted.includes(kind)) {
      while (/\s/.test(text.charAt(end))) end++;
      return end;
    }
    const isKey = wanted[0] === '"';
    const inObject = open.at(-1) === '{';
    if (kind === '{') wanted = '"}';
    else if (kind === '[') wanted = `${VALUE}]`;
    else if (kind === ',') wanted = inObject ? '"' : VALUE;
    else if (kind === ':') wanted = VALUE;
    else {
      if (kind === '}' || kind === ']') open.pop();
      const outer = open.at(-1);
      wanted = isKey && kind === '"' ? ':' : outer === '{' ? ',}' : outer === '[' ? ',]' : '';
    }
    if (kind === '{' || kind === '[') open.push(kind);
  }
}

const CURLY = /^[\u2018-\u201f\u00ab\u00bb]/;

/** What is wrong with the first character that is no JSON, after what stands before it. */
function whyNot(rest: string, before: string): string {
  if (CURLY.test(rest)) return 'is a curly quote.';
  if (isAfterComma(rest, before)) return 'follows a comma that nothing comes after.';
  return 'does not belong there.';
}

/** What mends it, by the faults that are usual in files written by hand. */
function adviceFor(rest: string, before: string): string {
  if (CURLY.test(rest)) return 'Write straight quotes, ", around keys and texts.';
  if (isAfterComma(rest, before)) return 'Remove the comma before it.';
  if (rest.startsWith("'")) return 'Write double quotes, ", around keys and texts.';
  if (/^(?:\/[/*]|#)/.test(rest)) return 'Remove it: JSON has no comments.';
  if (/^(?:NaN|-?Infinity|undefined|None|nan)\b/.test(rest)) return 'Write a number, or remove the key.';
  if (/^(?:True|False)\b/.test(rest)) return 'Write true and false in small letters.';
  if (/^["{[\w-]/.test(rest) && /["}\]\w]\s?$/.test(before.slice(-300).trimEnd()))
    return 'Write a comma before it.';
  return 'Look there, and just before, for a missing or extra comma, quote or bracket.';
}

const isAfterComma = (rest: string, before: string): boolean =>
  /^[}\]]/.test(rest) && before.slice(-300).trimEnd().endsWith(',');

/**
 * `JSON.parse` that never throws: a syntax error becomes an issue with its position and a fix. Skips a byte order mark.
 */
export function parseJson(text: string): ParsedJson {
  const refused = (code: string, message: string, fix: string): ParsedJson => ({
    issue: Object.freeze({code, severity: 'error', path: '', row: 'file', message, fix}),
  });
  if (text.length > MAX_TEXT)
    return refused('file-too-large', 'It is too large for a dataset.', 'Split the story.');
  const body = text.replace(/^\uFEFF/, '');
  const start = body.slice(0, 1000).trimStart();
  if (!body.trim())
    return refused('file-empty', 'It is empty.', 'Check that it was saved and uploaded whole.');
  try {
    return {json: JSON.parse(body) as unknown};
  } catch {
    if (start.startsWith('<')) {
      return refused(
        'file-is-html',
        'It is a web page or XML, not JSON.',
        'Check the address: servers often answer so when a file is missing.',
      );
    }
  }
  let at: number;
  try {
    at = faultAt(body);
  } catch {
    return refused('file-not-json', 'It is not JSON.', 'Check it with a JSON editor.');
  }
  const rest = body.slice(at, at + 1000);
  const cut = at + rest.length === body.length && /^("([^"\\]|\\.)*\\?|[\w.+-]{0,5})$/s.test(rest);
  const end = cut ? body.length : at;
  const before = body.slice(0, end);
  const [line, column] = [before.split('\n').length, end - before.lastIndexOf('\n')];
  const where = `line ${line}, column ${column}`;
  const refusal = cut
    ? refused('file-truncated', `It stops in the middle, at ${where}.`, 'Save or upload it again, whole.')
    : refused(
        'file-not-json',
        `It is not JSON: ${JSON.stringify(rest.slice(0, 1))} at ${where} ${whyNot(rest, body.slice(0, at))}`,
        adviceFor(rest, body.slice(0, at)),
      );
  return {...refusal, at: {line, column}};
}
