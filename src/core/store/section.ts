import type {Step} from '../dataset/index.js';

const wordsOf = (text = ''): readonly string[] => text.split(/\s+/).filter(Boolean);

/** Reads `category:release place:tocoron fire`: ids to keep, and words to look for. */
function filterOf(text: string | undefined): NonNullable<Step['filter']> {
  const words = wordsOf(text);
  const idsOf = (kind: string) =>
    words.flatMap((word) => (word.startsWith(`${kind}:`) ? word.slice(kind.length + 1) : []));
  return {
    categories: idsOf('category'),
    actors: idsOf('actor'),
    places: idsOf('place'),
    text: words.filter((word) => !/^(category|actor|place):/.test(word)).join(' '),
  };
}

/**
 * The step that the attributes of a `section` of a page say.
 *
 * @param get the value of an attribute; undefined when it is absent
 */
export function stepOfSection(id: string, get: (name: string) => string | undefined): Step {
  const said = (name: string) => get(name) || undefined;
  const zoom = Number.parseFloat(get('zoom') ?? '');
  return {
    id,
    select: said('select'),
    range: said('range'),
    question: said('question'),
    filter: filterOf(get('filter')),
    view: {places: wordsOf(get('places')), zoom: zoom >= 0 ? zoom : undefined},
  } as Step;
}
