import type {Severity} from './types.js';

/** Records an issue; `pointer` is a JSON pointer into the file. */
export type Report = (
  code: string,
  severity: Severity,
  pointer: string,
  message: string,
  fix: string,
) => void;

function jsonOf(value: unknown): string {
  // Data passed from script may contain a bigint, on which `JSON.stringify` throws.
  if (typeof value === 'bigint') return `${value}n`;
  const plain = (_: string, item: unknown) => (typeof item === 'bigint' ? String(item) : item);
  return JSON.stringify(value, plain) ?? String(value);
}

/** Formats a value of the file for a message, truncated to 60 characters. */
export function show(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : jsonOf(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/**
 * Tracks the path of the value being read, and reports issues there. JSON pointers are built lazily, only for reported
 * values, since most rows are valid.
 */
export interface Faults {
  readonly enter: (key: string | number) => void;
  readonly leave: () => void;
  /** JSON pointer (RFC 6901) of the current value, or of a descendant given by `keys`. */
  readonly pointer: (...keys: readonly string[]) => string;
  readonly report: (code: string, severity: Severity, message: string, fix: string, key?: string) => void;
  /** Reports an unusable value; `lost` is the sentence that says what is left out because of it. */
  readonly wrong: (lost: string, code: string, message: string, fix: string, key?: string) => undefined;
  readonly wrongType: (lost: string, value: unknown, expected: string, key?: string) => undefined;
}

export function createFaults(tell: Report): Faults {
  const path: (string | number)[] = [];
  const pointer = (...keys: readonly string[]) =>
    [...path, ...keys].map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  const report: Faults['report'] = (code, severity, message, fix, key) =>
    tell(code, severity, key === undefined ? pointer() : pointer(key), message, fix);
  const wrong: Faults['wrong'] = (lost, code, message, fix, key) => {
    report(code, 'error', `${message} ${lost}`, fix, key);
    return undefined;
  };
  return {
    enter: (key) => void path.push(key),
    leave: () => void path.pop(),
    pointer,
    report,
    wrong,
    wrongType: (lost, value, expected, key) =>
      wrong(lost, 'wrong-type', `${show(value)} is not ${expected}.`, `Write ${expected} here.`, key),
  };
}
