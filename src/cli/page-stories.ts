/** Longest tag that is read. */
export const MAX_TAG = 5000;

const ENTITIES: Readonly<Record<string, string>> = {'&amp;': '&', '&quot;': '"', '&#39;': "'", '&lt;': '<'};

/** The value of an attribute in a tag. */
export function attribute(tag: string, name: string): string | undefined {
  const parts = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  const value = parts?.[1] ?? parts?.[2] ?? parts?.[3];
  return value?.replace(/&(?:amp|quot|lt|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

interface NamedStory {
  /** From the root. */
  readonly path: string;
  /** The value of an attribute of the element, as `format`. */
  readonly attributeOf: (name: string) => string | null;
}

/**
 * The stories that a page names: of elements, and of the script that inserts one.
 *
 * @param html of the page
 * @param pathname of its address, as `/index.html`
 */
export function storiesOf(html: string, pathname: string): readonly NamedStory[] {
  const found = new Map<string, NamedStory>();
  const here = `http://here${pathname}`;
  for (const {index, 1: element} of html.matchAll(/<(?:(crono-story)|script)\b/gi)) {
    const end = html.indexOf('>', index);
    if (end < 0) break;
    const tag = html.slice(index, Math.min(end, index + MAX_TAG));
    const attributeOf = (name: string) => attribute(tag, element ? name : `data-${name}`) ?? null;
    const source = attributeOf('src');
    const address = source && URL.canParse(source, here) ? new URL(source, here) : undefined;
    if (address?.origin === 'http://here') found.set(address.pathname, {path: address.pathname, attributeOf});
  }
  return [...found.values()];
}
