/** What of XML is looked at before it is parsed. Linear in its length. */

/** Elements nested deeper than any that people make. */
const MAX_DEPTH = 200;

/** The text without what elements are quoted in: CDATA and comments. */
function withoutQuoted(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const data = text.indexOf('<![CDATA[', from);
    const end = data < 0 ? -1 : text.indexOf(']]>', data);
    parts.push(text.slice(from, data < 0 ? undefined : data));
    if (data < 0 || end < 0) return parts.join('');
    from = end + 3;
  }
}

/** Whether elements nest deeper than a parser that calls itself can follow. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [tag] of withoutQuoted(text).matchAll(/<[^<>!?]+>/g)) {
    if (tag.startsWith('</')) depth--;
    else if (!tag.endsWith('/>') && ++depth > MAX_DEPTH) return true;
  }
  return false;
}

/** Longest start of the root element that is looked at. */
const MAX_ROOT = 10_000;

/** The text with all prefixes of names bound, which files often lack for the extensions that they use. */
export function boundPrefixes(text: string): string {
  const root = /<(?:kml|gpx)(?=[\s>])/i.exec(text.slice(0, MAX_ROOT));
  if (!root) return text;
  const used = new Set<string>();
  for (const [, prefix = ''] of withoutQuoted(text).matchAll(/[<\s/]([A-Za-z_][\w.-]{0,60}):(?=[A-Za-z_])/g))
    used.add(prefix);
  const start = text.slice(root.index, root.index + MAX_ROOT);
  const missing = [...used].filter((prefix) => !/^xml/i.test(prefix) && !start.includes(`xmlns:${prefix}=`));
  const at = root.index + root[0].length;
  const bound = missing.map((prefix) => ` xmlns:${prefix}="urn:unbound:${prefix}"`).join('');
  return text.slice(0, at) + bound + text.slice(at);
}
