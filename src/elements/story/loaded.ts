import type {ParseResult} from '../../core/dataset/index.js';
import type {LoadFailure} from '../../core/store/index.js';

export type Loaded = {readonly result: ParseResult} | {readonly failure: LoadFailure};

/** Told what is in of a file that is still loading, and its share, 0 to 1; 0 too when nobody said how long it is. */
export type OnPart = (result: ParseResult, progress: number) => void;

/** Whether what was read is a dataset. `says`: the file says so. */
export function judge(result: ParseResult, says: boolean, url: string): Loaded {
  const isEmpty = result.issues.some(({code}) => code === 'dataset-empty');
  const fatal = result.issues.find(
    ({code}) =>
      /^(not-a-dataset|file-)/.test(code) ||
      (isEmpty && (code === 'version-unknown' || (!says && code === 'dataset-empty'))),
  );
  if (fatal) return {failure: {code: 'not-dataset', url, detail: fatal.message}};
  return {result};
}
