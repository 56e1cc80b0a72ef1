import type {Issue, ParseResult} from '../../core/dataset/index.js';
import type {LoadFailure} from '../../core/store/index.js';

export type Loaded = {readonly result: ParseResult} | {readonly failure: LoadFailure};

/**
 * Called with each part of a file that is still loading, and the loaded share, 0 to 1; 0 also when the length is
 * unknown.
 */
export type OnPart = (result: ParseResult, progress: number) => void;

export interface LoadOptions {
  readonly onPart?: OnPart;
  /** Called when a part of the file has come. */
  readonly onBytes?: () => void;
  readonly withoutWorker?: boolean;
  readonly cache?: RequestCache;
}

/**
 * Turns a parse result into a load failure when the file is not a dataset. `isDeclared`: the file declares itself one.
 */
export function judge(result: ParseResult, isDeclared: boolean, url: string): Loaded {
  const isEmpty = result.issues.some(({code}) => code === 'dataset-empty');
  const fatal = result.issues.find(
    ({code}) =>
      /^(not-a-dataset|file-)/.test(code) ||
      (isEmpty && (code === 'version-unknown' || (!isDeclared && code === 'dataset-empty'))),
  );
  if (fatal) return {failure: {code: 'not-dataset', url, detail: fatal.message}};
  return {result};
}

/** Number of rows of a file that have an error; what is wrong with the file itself is none of a row. */
export const faultyRows = (issues: readonly Issue[]): number =>
  new Set(
    issues.flatMap(({severity, path, row}) => (severity === 'error' && /^\/\w+\/\d/.test(path) ? row : [])),
  ).size;
