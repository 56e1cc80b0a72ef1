import {html} from 'lit';

/** Renders a heading of a level, 1 to 6; its class is also its part, by default. */
export const heading = (level: number, name: string, content: unknown, part = name) =>
  html`<div class=${name} part=${part} role="heading" aria-level=${Math.min(Math.max(level || 2, 1), 6)}>${content}</div>`;
