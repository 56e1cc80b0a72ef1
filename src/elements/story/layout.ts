import {html, nothing, type TemplateResult} from 'lit';
import {hasOverlays} from '../../core/overlays/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {inlineText, tokens} from '../base/index.js';
import {repeat} from '../base/repeat.js';
import {exportedParts} from './exported-parts.js';
import layoutStyles from './layout.styles.js';

export const styles = [layoutStyles];

/** Stories with more events than this get a filter. */
const MANY = 100;
/** Fewer dated events than this are seen at a glance, and need no overview of all time. */
const FEW = 3;
const DEFAULT = 'map timeline range card list sources';

/** The interface of the story that the layout uses. */
interface LayoutHost {
  readonly headingLevel: number;
  readonly views: string | undefined;
}

const VIEWS: Readonly<Record<string, (level: number) => TemplateResult>> = {
  map: () => html`<crono-map part="map" exportparts=${exportedParts('map')}></crono-map>`,
  timeline: () =>
    html`<crono-timeline part="timeline" exportparts=${exportedParts('timeline')}></crono-timeline>`,
  range: () => html`<crono-range part="range" exportparts=${exportedParts('range')}></crono-range>`,
  filter: () => html`<crono-filter part="filter" exportparts=${exportedParts('filter')}></crono-filter>`,
  card: (level) =>
    html`<crono-card part="card" exportparts=${exportedParts('card')} heading-level=${level}></crono-card>`,
  list: (level) =>
    html`<crono-list part="list" exportparts=${exportedParts('list')} heading-level=${level}></crono-list>`,
  sources: (level) =>
    html`<crono-sources part="sources" exportparts=${exportedParts('sources')} heading-level=${level}></crono-sources>`,
};

const isEmpty = ({counts, dataset}: Snapshot) => counts.events === 0 && !hasOverlays(dataset);

/** Whether a view has something to show; one that has not leaves its room to the others. */
function isFilled(name: string, snapshot: Snapshot): boolean {
  const {dataset, counts, events} = snapshot;
  if (isEmpty(snapshot)) return false;
  if (name === 'map') return counts.unplaced < counts.events || hasOverlays(dataset);
  // A single event has its date beside its title.
  if (name === 'timeline') return events.dated > 1;
  if (name === 'range') return events.dated >= FEW && !isOneTime(events);
  return Object.hasOwn(VIEWS, name);
}

/** Whether all dated events have the same date. */
function isOneTime({spans: {start, ends}}: Snapshot['events']): boolean {
  return start[0] === start.at(-1) && ends[0] === ends.at(-1);
}

/** The default layout of a story without children. */
export function render(snapshot: Snapshot, {headingLevel, views}: LayoutHost) {
  const level = Math.min(Math.max(headingLevel || 2, 1), 5);
  const names = [...new Set((views ?? DEFAULT).split(/\s+/))].filter((name) => isFilled(name, snapshot));
  const at = names.indexOf('card');
  const group = (some: readonly string[], part: string) =>
    some.length > 0
      ? html`<div class="views" part=${part}>${repeat(
          some,
          (name) => name,
          (name) => VIEWS[name]?.(level + 1),
        )}</div>`
      : nothing;
  // The legend of an upright timeline says what the marks of a map mean, unless only the map has them.
  const isKeyed = names.includes('map') && names.includes('timeline') && !hasOverlays(snapshot.dataset);
  return html`
    <div part="layout" class=${tokens(['layout', at >= 0 && names.length > 1 && 'beside', at === 0 && 'card-first', isKeyed && 'keyed'])}>
      ${renderHeader(snapshot, level, !names.includes('filter'))}
      ${group(names.slice(0, Math.max(at, 0)), 'views')}
      ${at >= 0 ? VIEWS.card?.(level + 1) : nothing}
      ${group(names.slice(at + 1), at > 0 ? 'views views-after' : 'views')}
    </div>
  `;
}

function renderHeader(snapshot: Snapshot, level: number, mayFilter: boolean) {
  const {dataset, summary, counts} = snapshot;
  const kind = isEmpty(snapshot) ? 'notice' : 'summary';
  return html`<header part="header">
    ${
      dataset.title === undefined
        ? nothing
        : html`<div class="title" part="title" role="heading" aria-level=${level}>${inlineText(dataset.title, snapshot)}</div>`
    }
    ${
      dataset.summary === undefined
        ? nothing
        : html`<p class="standfirst" part="standfirst">${inlineText(dataset.summary, snapshot)}</p>`
    }
    ${summary ? html`<p class=${kind} part=${kind}>${summary}</p>` : nothing}
    ${mayFilter && counts.events > MANY ? VIEWS.filter?.(level) : nothing}
  </header>`;
}
