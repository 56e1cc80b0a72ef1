/** Longest tag that is read. */
const MAX_TAG = 5000;

const ENTITIES: Readonly<Record<string, string>> = {'&amp;': '&', '&quot;': '"', '&#39;': "'", '&lt;': '<'};

/** The value of an attribute in a tag. */
function attribute(tag: string, name: string): string | undefined {
  const parts = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  const value = parts?.[1] ?? parts?.[2] ?? parts?.[3];
  return value?.replace(/&(?:amp|quot|lt|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

/**
 * The stories that a page names, by their paths from the root: of elements, and of the script that inserts one. Stories
 * in another format than JSON are left to the page, which says by `with-issues` what is to be said of them.
 *
 * @param html of the page
 * @param pathname of its address, as `/index.html`
 */
export function storiesOf(html: string, pathname: string): readonly string[] {
  const found = new Set<string>();
  const here = `http://here${pathname}`;
  for (const {index, 1: element} of html.matchAll(/<(?:(crono-story)|script)\b/gi)) {
    const end = html.indexOf('>', index);
    if (end < 0) break;
    const tag = html.slice(index, Math.min(end, index + MAX_TAG));
    const source = attribute(tag, element ? 'src' : 'data-src');
    if (!source || attribute(tag, element ? 'format' : 'data-format') !== undefined) continue;
    const address = URL.canParse(source, here) ? new URL(source, here) : undefined;
    if (address?.origin === 'http://here') found.add(address.pathname);
  }
  return [...found];
}
