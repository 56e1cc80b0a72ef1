import type {ParseResult} from '../../core/dataset/index.js';
import type {LoadFailure} from '../../core/store/index.js';

export type Loaded = {readonly result: ParseResult} | {readonly failure: LoadFailure};

/**
 * Called with each part of a file that is still loading, and the loaded share, 0 to 1; 0 also when the length is
 * unknown.
 */
export type OnPart = (result: ParseResult, progress: number) => void;

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
