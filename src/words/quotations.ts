import type {Citation} from '../core/dataset/index.js';

/** The different quotations from a source: the same words may be cited for an event and for its figure. */
export function quotationsFrom(id: string, cite: readonly Citation[]): readonly Citation[] {
  const own = cite.filter(({source, quote, locator}) => source === id && (quote || locator));
  return own.filter(
    ({quote, locator}, i) => own.findIndex((each) => each.quote === quote && each.locator === locator) === i,
  );
}
