/**
 * True for https, http and mailto addresses and for relative ones. Browsers skip spaces and control characters
 * inside a scheme (`java\nscript:`), so they are skipped here too.
 */
export function isSafeAddress(address: string): boolean {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(address.replace(/[\0- \x7f-\xa0]/g, ''));
  return !scheme || /^(https?|mailto)$/i.test(scheme[1] ?? '');
}
