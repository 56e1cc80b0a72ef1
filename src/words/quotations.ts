import type {Citation} from '../core/dataset/index.js';

/** The distinct quotations from a source; an event and its figure may cite the same one. */
export function quotationsFrom(id: string, cite: readonly Citation[]): readonly Citation[] {
  const own = cite.filter(({source, quote, locator}) => source === id && (quote || locator));
  return own.filter(
    ({quote, locator}, i) => own.findIndex((each) => each.quote === quote && each.locator === locator) === i,
  );
}
