/**
 * Whether a URL is https, http, mailto or relative. Browsers ignore spaces and control characters inside a scheme
 * (`java\nscript:`), so this ignores them too.
 */
export function isSafeAddress(address: string): boolean {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(address.replace(/[\0- \x7f-\xa0]/g, ''));
  return !scheme || /^(https?|mailto)$/i.test(scheme[1] ?? '');
}

/** Parses a DOI, written bare, with `doi:` or as a URL; returns it bare, or undefined when it is not one. */
export const doiOf = (identifier: string): string | undefined =>
  /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s?)?(10\.\d{4,9}\/\S+)$/i.exec(identifier)?.[1];
