import {parentOf, pixelScale} from '../base/index.js';

/** What scrolls an element; null when it moves with nothing, as in a dialog, or readers cannot scroll the page. */
export function scrollerOf(element: Element): HTMLElement | null {
  const {body, documentElement, scrollingElement} = document;
  const isOfPage = getComputedStyle(documentElement).overflowY === 'visible';
  for (let at = parentOf(element); at && at !== documentElement; at = parentOf(at)) {
    if (!(at instanceof HTMLElement)) continue;
    const {overflowY, position} = getComputedStyle(at);
    // The overflow of the body is that of the page.
    const isBox = at !== body || !isOfPage;
    if (isBox && /auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight) return at;
    if (position === 'fixed') return null;
  }
  const {overflowY} = getComputedStyle(isOfPage ? body : documentElement);
  return /hidden|clip/.test(overflowY) ? null : (scrollingElement as HTMLElement | null);
}

/** How many pixels of the viewport one is by which a box scrolls; the page scrolls by those of the viewport. */
export const scrollScale = (scroller: HTMLElement): number =>
  scroller === document.scrollingElement ? 1 : pixelScale(scroller);
