import {html} from 'lit';
import {guard} from 'lit/directives/guard.js';

/** Names of the sections that the reader has opened, by story: the next event has them open too. */
const opened = new WeakMap<object, Set<string>>();

function openedIn(story: object): Set<string> {
  const names = opened.get(story) ?? new Set();
  opened.set(story, names);
  return names;
}

/**
 * Renders what is read on request. `row`: what it is about; while that is shown, what is opened or closed elsewhere
 * does not move it.
 */
export function section(name: string, summary: unknown, content: unknown, story: object, row: object) {
  const names = openedIn(story);
  // A click and not `toggle`: print opens and closes sections too. It comes before the section follows it.
  const remember = ({currentTarget}: Event) => {
    if ((currentTarget as Element).closest('details')?.open) names.delete(name);
    else names.add(name);
  };
  return html`<details class="section" part="section" data-section=${name} ?open=${guard([row], () => names.has(name))}>
    <summary part="summary" @click=${remember}>${summary}</summary>${content}
  </details>`;
}
