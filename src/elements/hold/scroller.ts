import {parentOf} from '../base/index.js';

/** What scrolls an element; null when it moves with nothing, as in a dialog, or readers cannot scroll the page. */
export function scrollerOf(element: Element): Element | null {
  const {body, documentElement, scrollingElement} = document;
  const isOfPage = getComputedStyle(documentElement).overflowY === 'visible';
  for (let at = parentOf(element); at && at !== documentElement; at = parentOf(at)) {
    if (!(at instanceof Element)) continue;
    const {overflowY, position} = getComputedStyle(at);
    // The overflow of the body is that of the page.
    const isBox = at !== body || !isOfPage;
    if (isBox && /auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight) return at;
    if (position === 'fixed') return null;
  }
  const {overflowY} = getComputedStyle(isOfPage ? body : documentElement);
  return /hidden|clip/.test(overflowY) ? null : scrollingElement;
}
