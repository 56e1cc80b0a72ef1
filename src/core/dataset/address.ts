/**
 * True for https, http and mailto addresses and for relative ones. Browsers skip spaces and control characters
 * inside a scheme (`java\nscript:`), so they are skipped here too.
 */
export function isSafeAddress(address: string): boolean {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(address.replace(/[\0- \x7f-\xa0]/g, ''));
  return !scheme || /^(https?|mailto)$/i.test(scheme[1] ?? '');
}

/** The DOI that an identifier is, bare, however it is written; undefined for what is none. */
export const doiOf = (identifier: string): string | undefined =>
  /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s?)?(10\.\d{4,9}\/\S+)$/i.exec(identifier)?.[1];
