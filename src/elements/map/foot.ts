import {html, nothing} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {footClass} from './foot-class.js';
import type {Ground} from './ground.js';
import {renderUnplaced} from './unplaced.js';

export interface Foot {
  /** Whose the counts on the map are; empty when there are none. */
  readonly caption: string;
  readonly ground: Ground;
  /** What else is asked or said. */
  readonly notes: unknown;
  /** Ties the other views to what the map shows, or unties them. */
  readonly tie: () => void;
  readonly select: (id: string) => void;
}

/** Below the map: whose counts they are, what is not on it, who made the background, what the views are tied to. */
export function renderFoot(snapshot: Snapshot, {caption, ground, notes, tie, select}: Foot) {
  const {locale, extent, counts} = snapshot;
  const text = messages(locale);
  const isTied = extent !== null;
  return html`<div class=${footClass(caption !== '')}>
    ${caption ? html`<details part="caption" class="caption"><summary title=${caption}>${caption}</summary></details>` : nothing}
    ${renderUnplaced(snapshot, select)}
    ${renderAttribution(ground.attribution)}
    ${isTied ? html`<span>${text.shownOf(counts.shown, counts.events)}</span>` : nothing}
    <button part="tie" aria-pressed=${isTied} @click=${tie}>${isTied ? text.untie : text.tie}</button>
    ${ground.hasFailed ? html`<span part="notice" role="status">${text.basemapFailed} <button part="retry" @click=${ground.retry}>${text.retry}</button></span>` : nothing}
    ${ground.isCoarse ? html`<span part="notice" role="status">${text.basemapCoarse}</span>` : nothing}
    ${ground.note(snapshot)}
    ${notes}
  </div>`;
}

const renderAttribution = (makers: readonly unknown[]) =>
  makers.length > 0
    ? html`<span part="attribution" class="attribution">${makers.map((each, i) => [i > 0 ? ' · ' : '', each])}</span>`
    : nothing;
