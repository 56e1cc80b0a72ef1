import {CronoSightEvent} from './events.js';

type Answers = Pick<CronoSightEvent, 'cards' | 'lists' | 'isSaid' | 'hasSources'>;

/** What the elements of a page answer about a story. */
function ask(story: HTMLElement | undefined): Answers {
  if (!story) return {cards: [], lists: [], isSaid: false, hasSources: false};
  const event = new CronoSightEvent(story);
  document.dispatchEvent(event);
  return event;
}

/** The cards of a story, and whether one of them says on the screen what is selected. */
export const askCards = (story: HTMLElement | undefined): Pick<Answers, 'cards' | 'isSaid'> => ask(story);

/** The first list of a story that takes room on the page. */
export const listOf = (story: HTMLElement | undefined) => ask(story).lists.find((list) => list.isShown());

/** Whether the page lists the sources of a story. */
export const listsSources = (story: HTMLElement | undefined): boolean => ask(story).hasSources;
