import {encode} from '../../core/store/index.js';

/**
 * The id of a DOM element that stands for rows of the dataset: a kind, and the ids of the rows. These are any text;
 * percent-encoded they have no spaces, so that `aria-owns` and fragments can name them.
 */
export const domId = (kind: string, ...ids: readonly string[]): string =>
  [kind, ...ids.map(encode)].join('-');
