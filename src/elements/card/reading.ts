import type {LitElement} from 'lit';
import {clientBox} from '../base/index.js';

/** What must be on the screen of a card for others not to say it: when it was, what it is, who counts. */
const READ = ['date', 'title', 'claimant'];

/** Whether what a card says first is on the screen, and not scrolled out of the element. */
export function isRead(card: LitElement): boolean {
  const {top: above, bottom: below} = clientBox(card);
  const nodes = READ.flatMap((part) => card.renderRoot.querySelector(`[part~=${part}]`) ?? []);
  return (
    nodes.length > 1 &&
    nodes.every((node) => {
      const {top, bottom, height} = clientBox(node);
      return height > 0 && top >= Math.max(0, above) && bottom <= Math.min(innerHeight, below);
    })
  );
}
