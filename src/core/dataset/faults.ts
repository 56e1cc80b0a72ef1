import type {Expected, IssueCode, IssueValues, Loss} from './issue-texts.js';
import type {Severity} from './types.js';

/** Reports an issue: where it is, what its sentences are made of, and what is lost by it. */
export type Report = <Code extends IssueCode>(
  code: Code,
  severity: Severity,
  pointer: string,
  values: IssueValues<Code>,
  lost?: Loss,
) => void;

/**
 * Tracks the path of the value being read, and reports issues there. JSON pointers are built lazily, only for reported
 * values, since most rows are valid.
 */
export interface Faults {
  readonly enter: (key: string | number) => void;
  readonly leave: () => void;
  /** JSON pointer (RFC 6901) of the current value, or of a descendant given by `keys`. */
  readonly pointer: (...keys: readonly string[]) => string;
  /** Reports the current value, or its descendant `key`. */
  readonly report: <Code extends IssueCode>(
    code: Code,
    severity: Severity,
    values: IssueValues<Code>,
    key?: string,
    lost?: Loss,
  ) => void;
  /** Reports an unusable value; `lost` is what is lost with it. */
  readonly wrong: <Code extends IssueCode>(
    lost: Loss | undefined,
    code: Code,
    values: IssueValues<Code>,
    key?: string,
  ) => undefined;
  readonly wrongType: (lost: Loss | undefined, value: unknown, expected: Expected, key?: string) => undefined;
}

export function createFaults(tell: Report): Faults {
  const path: (string | number)[] = [];
  const pointer = (...keys: readonly string[]) =>
    [...path, ...keys].map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  const report: Faults['report'] = (code, severity, values, key, lost) =>
    tell(code, severity, key === undefined ? pointer() : pointer(key), values, lost);
  const wrong: Faults['wrong'] = (lost, code, values, key) => {
    report(code, 'error', values, key, lost);
    return undefined;
  };
  return {
    enter: (key) => void path.push(key),
    leave: () => void path.pop(),
    pointer,
    report,
    wrong,
    wrongType: (lost, value, expected, key) => wrong(lost, 'wrong-type', [value, expected], key),
  };
}
