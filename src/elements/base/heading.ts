import {html, nothing} from 'lit';

/** Renders a heading of a level, 1 to 6. */
export const heading = (
  level: number,
  name: string,
  content: unknown,
  part: string | undefined = undefined,
) =>
  html`<div class=${name} part=${part ?? nothing} role="heading" aria-level=${Math.min(Math.max(level || 2, 1), 6)}>${content}</div>`;
