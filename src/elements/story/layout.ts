import {html, nothing} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {formatNumber, messages} from '../../i18n/index.js';
import {inlineText} from '../base/index.js';
import {CronoCard} from '../card/card.js';
import {CronoFilter} from '../filter/filter.js';
import {CronoList} from '../list/list.js';
import {CronoMap} from '../map/map.js';
import {CronoRange} from '../range/range.js';
import {CronoSources} from '../sources/sources.js';
import {CronoTimeline} from '../timeline/timeline.js';

/** What a story is laid out with. */
export const VIEWS = [CronoMap, CronoTimeline, CronoRange, CronoFilter, CronoList, CronoCard, CronoSources];

/** A story of more events than this can be narrowed. */
const MANY = 100;

/** What is said while there is nothing to show: loading, slow, empty, or what went wrong and where. */
export function renderNotice(
  {status, counts, failure, progress, locale}: Snapshot,
  slow: boolean,
  retry: () => void,
) {
  const text = messages(locale);
  if (status === 'error' && failure) {
    return html`<div class="notice" part="notice" role="alert">
      <p>${text.notice(failure)}</p>
      ${failure.url ? html`<button part="retry" @click=${retry}>${text.retry}</button>` : nothing}
    </div>`;
  }
  if (status === 'loading') {
    return html`<div class="notice loading" part="notice"><p>${slow ? text.slow : text.loading}</p></div>`;
  }
  if (progress !== null) {
    const share = formatNumber(progress, locale, {style: 'percent', maximumFractionDigits: 0});
    return html`<div class="notice part" part="notice">
      <p>${text.soFar(counts.events, share)}</p><progress aria-label=${text.loading} value=${progress}></progress>
    </div>`;
  }
  return status === 'ready' && counts.events === 0
    ? html`<div class="notice" part="notice"><p>${text.empty}</p></div>`
    : nothing;
}

/** A view's parts as the story's own: `place` of the map is `map-place`. */
const parts = (element: string, names: string) =>
  names
    .split(' ')
    .map((name) => `${name}:${element}-${name}`)
    .join(', ');

const EXPORTED = {
  map: parts(
    'map',
    'place place-selected place-dimmed area area-selected label cluster cluster-dimmed count popup attribution notice',
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

/** The layout of a story that brings none of its own. */
export function renderLayout(snapshot: Snapshot, headingLevel: number) {
  const {dataset, summary, counts, issues, locale} = snapshot;
  if (counts.events === 0) return nothing;
  const level = Math.min(Math.max(headingLevel, 1), 5);
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
