import {clientBox, parentOf} from '../base/index.js';

/** How long the views of a page may take to come, in milliseconds. */
const SETTLES = 10_000;
/** What the reader does to go on. */
const GESTURES = ['wheel', 'touchstart', 'pointerdown', 'keydown'];

/**
 * Scrolls a page that has just been opened to an element, and keeps that on the screen while what is above it comes and
 * takes room, until the reader goes on.
 *
 * @param block where on the screen
 * @returns aborted when it is over
 */
export function arriveAt(element: HTMLElement, block: 'start' | 'center'): AbortSignal {
  const arrived = new AbortController();
  let at = scrollY;
  let top = 0;
  const scroll = (): void => {
    // It is where it was: the browser has made up for what came above. Or else the reader has scrolled.
    const moved = Math.abs(element.getBoundingClientRect().top - top) >= 1;
    if (!moved) at = scrollY;
    else if (Math.abs(scrollY - at) >= 1 || !element.isConnected) arrived.abort();
    if (!moved || arrived.signal.aborted) return;
    const isTall = clientBox(element).height > innerHeight;
    element.scrollIntoView({block: isTall ? 'start' : block, behavior: 'instant'});
    at = scrollY;
    top = element.getBoundingClientRect().top;
  };
  const observer = new ResizeObserver(scroll);
  const end = setTimeout(() => arrived.abort(), SETTLES);
  arrived.signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(end);
  });
  for (const type of GESTURES)
    addEventListener(type, () => arrived.abort(), {signal: arrived.signal, capture: true, passive: true});
  // The page grows with what comes; where it scrolls in a box of its own, the parts of that do.
  for (let node: Node | null = element; node; node = parentOf(node))
    if (node instanceof Element) observer.observe(node);
  return arrived.signal;
}
