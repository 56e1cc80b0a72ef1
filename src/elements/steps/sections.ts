import type {Step} from '../../core/dataset/index.js';

/** A step as it is told: by the dataset, or by a section that the author wrote in the page. */
export interface Chapter {
  readonly step: Step;
  readonly section?: HTMLElement;
}

const KINDS = {category: 'categories', actor: 'actors', place: 'places'} as const;

const wordsOf = (text = ''): readonly string[] => text.split(/\s+/).filter(Boolean);

/** Reads `category:release place:tocoron fire`: ids to keep, and words to look for. */
function filterOf(text: string | undefined): NonNullable<Step['filter']> {
  const filter = {categories: [] as string[], actors: [] as string[], places: [] as string[]};
  const search: string[] = [];
  for (const word of wordsOf(text)) {
    const at = word.indexOf(':');
    const kind = word.slice(0, Math.max(at, 0));
    if (Object.hasOwn(KINDS, kind)) filter[KINDS[kind as keyof typeof KINDS]].push(word.slice(at + 1));
    else search.push(word);
  }
  return {...filter, text: search.join(' ')};
}

function stepOf(section: HTMLElement, number: number): Step {
  const get = (name: string) => section.getAttribute(name) ?? undefined;
  const [select, range, question] = ['select', 'range', 'question'].map(get);
  const zoom = Number.parseFloat(get('zoom') ?? '');
  return {
    id: section.id || `step-${number}`,
    title: section.querySelector('h1, h2, h3, h4, h5, h6')?.textContent?.trim() ?? '',
    filter: filterOf(get('filter')),
    view: {places: wordsOf(get('places')), ...(zoom >= 0 && {zoom})},
    ...(select && {select}),
    ...(range && {range}),
    ...(question && {question}),
  };
}

const isSection = (node: Element): node is HTMLElement => node.localName === 'section' && node.slot === '';

/** The steps of an element: those that its author wrote as sections, or else those of the dataset. */
export function chaptersOf(element: Element, steps: readonly Step[]): readonly Chapter[] {
  const sections = [...element.children].filter(isSection);
  if (sections.length === 0) return steps.map((step) => ({step}));
  return sections.map((section, i) => ({step: stepOf(section, i + 1), section}));
}
