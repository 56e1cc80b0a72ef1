import type {Step} from '../../core/dataset/index.js';
import type {Chapter} from './step.js';

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

function stepOf(section: HTMLElement, number: number): Step {
  const get = (name: string) => section.getAttribute(name) || undefined;
  const zoom = Number.parseFloat(get('zoom') ?? '');
  return {
    id: section.id || `step-${number}`,
    title: section.querySelector('h1, h2, h3, h4, h5, h6')?.textContent?.trim() ?? '',
    select: get('select'),
    range: get('range'),
    question: get('question'),
    filter: filterOf(get('filter')),
    view: {places: wordsOf(get('places')), zoom: zoom >= 0 ? zoom : undefined},
  } as Step;
}

/** Reads the steps that an author wrote as sections in the page. */
export const chaptersOf = (sections: readonly HTMLElement[]): readonly Chapter[] =>
  sections.map((section, i) => ({step: stepOf(section, i + 1), section}));
