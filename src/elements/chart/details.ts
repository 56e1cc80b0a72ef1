import {html, nothing} from 'lit';
import type {Figure, Measure} from '../../core/dataset/index.js';
import {type ChartLayout, gapsOf} from '../../core/layout/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {formatRange, messages} from '../../i18n/index.js';
import {
  claimantCell,
  claimOf,
  dateOf,
  measureName,
  placeName,
  plain,
  remarksOf,
  sourceNotes,
  sourcesOf,
  statusOf,
  valueWords,
} from '../../words/index.js';
import {categoryClass, draw, inlineText, shapePath} from '../base/index.js';
import {drawEntry} from '../sources/entry.js';
import {dashOf} from './chart-context.js';
import {type ChartModel, isVerified} from './chart-model.js';

/** The legend symbol of a series: line and mark. */
const keyOf = (number: number) =>
  html`<svg
    class="key ${categoryClass(number)}"
    viewBox="-16 -8 32 16"
    width="2em"
    height="1em"
    aria-hidden="true"
  >
    <path class="stroke" stroke-dasharray=${dashOf(number) || nothing} d="M-16,0H16"></path>
    <path class="fill" transform="scale(.8)" d=${shapePath(number)}></path>
  </svg>`;

/** Renders the legend: series without a label in the plot, and the meaning of hollow marks. */
export function renderLegend({panels}: ChartLayout, model: ChartModel, {locale}: Snapshot) {
  const labelOf = new Map(model.panels.flatMap(({series}) => series.map(({id, label}) => [id, label])));
  const unlabelled = panels.flatMap((panel) => panel.unlabelled);
  const text = messages(locale);
  const dated = model.figures.slice(0, model.dated);
  const filled = dated.some(isVerified);
  const hollow = dated.some((figure) => !isVerified(figure));
  const mark = (name: string, word: string) =>
    html`<li>
      <svg class="key ${name}" viewBox="-8 -8 16 16" width="1em" height="1em" aria-hidden="true">
        <path class="fill" d=${shapePath(0)}></path>
      </svg>
      ${word}
    </li>`;
  const series = (id: string) =>
    html`<li data-series=${id}>${keyOf(model.numbers.get(id) ?? 0)} ${labelOf.get(id)}</li>`;
  return html`<ul class="legend" aria-label=${text.mapLegend}>
    ${unlabelled.map(series)}
    ${filled ? mark('filled', text.figureStatus.verified ?? '') : nothing}
    ${hollow ? mark('hollow', text.notVerified) : nothing}
  </ul>`;
}

/** The title of a chart. Names are not joined to a sentence, as each begins with a capital letter. */
export function titleOf(measures: readonly Measure[], names: readonly string[], snapshot: Snapshot) {
  const [first] = measures;
  return first && measures.length === 1 ? inlineText(first.name, snapshot) : names.join('\u00a0· ');
}

/** Renders the active figure in full; `opened` adds its sources. */
export function renderReadout(
  figure: Figure | undefined,
  opened: boolean,
  several: boolean,
  snapshot: Snapshot,
) {
  if (!figure)
    return html`<div class="readout"><p class="quiet">${messages(snapshot.locale).chartHint}</p></div>`;
  const {cite} = figure;
  const sources = opened ? sourcesOf(cite, snapshot) : [];
  const entries = sources.map((each) => html`<li>${drawEntry(each, snapshot)}</li>`);
  return html`<div class="readout" data-id=${figure.id}>
    <p>${draw(claimOf(figure, several, snapshot))} ${draw(sourceNotes(cite, snapshot))}</p>
    ${remarksOf(figure, snapshot).map((each) => html`<p class="quiet">${draw(each)}</p>`)}
    ${entries.length > 0 ? html`<ul class="sources">${entries}</ul>` : nothing}
  </div>`;
}

/** Renders buttons with the number of figures before and after the range, which pan there. */
export function renderOutside(
  {before, after}: ChartLayout,
  {locale}: Snapshot,
  pan: (share: number) => void,
) {
  const text = messages(locale);
  if (before + after === 0) return nothing;
  return html`<p class="outside">
    ${before ? html`<button @click=${() => pan(-0.9)}>${text.beforeCount(text.figureCount(before))}</button>` : nothing}
    ${after ? html`<button @click=${() => pan(0.9)}>${text.afterCount(text.figureCount(after))}</button>` : nothing}
  </p>`;
}

/** Renders all figures, dated or not, and the gaps as a table. */
export function renderTable(model: ChartModel, snapshot: Snapshot) {
  const text = messages(snapshot.locale);
  const gaps = model.panels
    .filter(({kind}) => kind !== 'flow')
    .flatMap(({series}) =>
      series.flatMap(({label, points}) =>
        [...gapsOf(points).values()].map(
          (gap) => html`<li>${label}: ${text.gapOf(formatRange(gap, snapshot.locale))}</li>`,
        ),
      ),
    );
  return html`<div class="scroll" role="region" aria-label=${text.asTable} tabindex="0">
      ${renderRows(model, snapshot)}
    </div>
    ${gaps.length > 0 ? html`<ul class="facts gaps">${gaps}</ul>` : nothing}`;
}

function renderRows({figures, measures}: ChartModel, snapshot: Snapshot) {
  const text = messages(snapshot.locale);
  const several = measures.length > 1;
  const placed = figures.some(({place}) => place !== undefined);
  const row = (figure: Figure) => html`<tr data-id=${figure.id}>
      <td>${dateOf(figure, snapshot)}</td>
      <td class="number">${plain(valueWords(figure, snapshot))}</td>
      <td>${draw(claimantCell(figure, snapshot))}</td>
      <td>${draw(statusOf(figure, snapshot))}</td>
      ${several ? html`<td>${draw(measureName(figure, snapshot))}</td>` : nothing}
      ${placed ? html`<td>${draw(placeName(figure.place, snapshot))}</td>` : nothing}
      <td>${draw(sourceNotes(figure.cite, snapshot))}</td>
    </tr>`;
  const head = (words: string, name = '') => html`<th scope="col" class=${name}>${words}</th>`;
  return html`<table>
    <thead><tr>
      ${head(text.date)}${head(text.value, 'number')}${head(text.claimant)}${head(text.statusOf)}
      ${several ? head(text.measure) : nothing}${placed ? head(text.places) : nothing}${head(text.sources)}
    </tr></thead>
    <tbody>${figures.map(row)}</tbody>
  </table>`;
}
