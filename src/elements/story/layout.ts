import {html, nothing} from 'lit';
import {hasOverlays} from '../../core/overlays/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {inlineText} from '../base/index.js';

/** Stories with more events than this get a filter. */
const MANY = 100;

/** Exports the parts of a view from the story with a prefix: `place` of the map is `map-place`. */
const parts = (element: string, names: string) =>
  names
    .split(' ')
    .map((name) => `${name}:${element}-${name}`)
    .join(', ');

const EXPORTED = {
  map: parts(
    'map',
    'place place-selected place-receded place-dimmed area area-selected label leader cluster cluster-dimmed count region town scale zoom locator legend caption tie popup attribution notice',
  ),
  timeline: parts(
    'timeline',
    'axis lane lane-label mark mark-partial mark-open mark-selected mark-dimmed bar bar-dimmed label',
  ),
  filter: parts('filter', 'count search group option option-chosen option-empty option-count clear'),
  range: parts('range', 'handle window axis'),
  card: parts('card', 'date title text figure value claimant status source correction'),
  list: parts('list', 'item date title place'),
  sources: parts('sources', 'source'),
};

/** The default layout of a story without children. */
export function render(snapshot: Snapshot, {headingLevel}: {readonly headingLevel: number}) {
  const {dataset, summary, counts, issues, locale} = snapshot;
  if (counts.events === 0 && !hasOverlays(dataset)) return nothing;
  const level = Math.min(Math.max(headingLevel || 2, 1), 5);
  const faulty = new Set(issues.filter(({severity}) => severity === 'error').map(({row}) => row)).size;
  return html`
    <div class="layout">
      <header>
        ${
          dataset.title === undefined
            ? nothing
            : html`<div class="title" part="title" role="heading" aria-level=${level}>${inlineText(dataset.title, snapshot)}</div>`
        }
        ${dataset.summary === undefined ? nothing : html`<p class="standfirst">${inlineText(dataset.summary, snapshot)}</p>`}
        <p class="summary" part="summary">${summary}</p>
        ${faulty > 0 ? html`<p class="summary">${messages(locale).issues(faulty)}</p>` : nothing}
        ${counts.events > MANY ? html`<crono-filter exportparts=${EXPORTED.filter}></crono-filter>` : nothing}
      </header>
      <div class="views">
        <crono-map exportparts=${EXPORTED.map}></crono-map>
        <crono-timeline exportparts=${EXPORTED.timeline}></crono-timeline>
        <crono-range exportparts=${EXPORTED.range}></crono-range>
      </div>
      <crono-card exportparts=${EXPORTED.card} heading-level=${level + 1}></crono-card>
      <crono-list exportparts=${EXPORTED.list} heading-level=${level + 1}></crono-list>
      <crono-sources exportparts=${EXPORTED.sources} heading-level=${level + 1}></crono-sources>
    </div>
  `;
}
