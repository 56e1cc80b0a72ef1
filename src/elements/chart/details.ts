import {html, nothing} from 'lit';
import type {Figure, Measure} from '../../core/dataset/index.js';
import {type ChartLayout, gapsOf} from '../../core/layout/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {indexOf} from '../../core/store/index.js';
import {formatDate, formatFigure, formatRange, messages} from '../../i18n/index.js';
import {
  categoryClass,
  inlineText,
  type NoteOptions,
  placeName,
  plainText,
  safeLink,
  shapePath,
  sourceEntry,
  sourceNotes,
  wordFor,
} from '../base/index.js';
import {dashOf} from './chart-context.js';
import {type ChartModel, claimantName, isVerified, nameOfFigure} from './chart-model.js';

/** A number leads to the source itself. */
const NOTES: NoteOptions = {href: ({url}) => safeLink(url)};

/** Line and mark of a series, as beside its name in a legend. */
const keyOf = (number: number) =>
  html`<svg class="key ${categoryClass(number)}" viewBox="-16 -8 32 16" width="2em" height="1em" aria-hidden="true"><path
    class="stroke" stroke-dasharray=${dashOf(number) || nothing} d="M-16,0H16"></path><path class="fill" transform="scale(.8)" d=${shapePath(number)}></path></svg>`;

/** Names of the series that could not be written beside their lines, and what a hollow mark says. */
export function renderLegend({panels}: ChartLayout, model: ChartModel, {locale}: Snapshot) {
  const labelOf = new Map(model.panels.flatMap(({series}) => series.map(({id, label}) => [id, label])));
  const unlabelled = panels.flatMap((panel) => panel.unlabelled);
  const text = messages(locale);
  const dated = model.figures.slice(0, model.dated);
  const filled = dated.some(isVerified);
  const hollow = dated.some((figure) => !isVerified(figure));
  const mark = (name: string, word: string) =>
    html`<li><svg class="key ${name}" viewBox="-8 -8 16 16" width="1em" height="1em" aria-hidden="true"><path class="fill" d=${shapePath(0)}></path></svg> ${word}</li>`;
  return html`<ul class="legend">
    ${unlabelled.map((id) => html`<li data-series=${id}>${keyOf(model.numbers.get(id) ?? 0)} ${labelOf.get(id)}</li>`)}
    ${filled ? mark('filled', text.figureStatus.verified ?? '') : nothing}
    ${hollow ? mark('hollow', text.notVerified) : nothing}
  </ul>`;
}

/** What a chart shows, by name. */
export function titleOf(measures: readonly Measure[], names: readonly string[], snapshot: Snapshot) {
  const [first] = measures;
  return first && measures.length === 1
    ? inlineText(first.name, snapshot)
    : new Intl.ListFormat(snapshot.locale, {type: 'conjunction'}).format(names);
}

/** The figure that is pointed at, whole, with its sources; `opened` with what they are. */
export function renderReadout(
  figure: Figure | undefined,
  opened: boolean,
  several: boolean,
  snapshot: Snapshot,
) {
  if (!figure)
    return html`<div class="readout"><p class="quiet">${messages(snapshot.locale).chartHint}</p></div>`;
  const {note, cite} = figure;
  const {source} = indexOf(snapshot.dataset);
  const sources = [...new Set(cite.map((each) => each.source))].flatMap((id) => source.get(id) ?? []);
  return html`<div class="readout" data-id=${figure.id}>
    <p>${nameOfFigure(figure, several, snapshot)} ${sourceNotes(cite, snapshot, NOTES)}</p>
    ${note === undefined ? nothing : html`<p class="quiet">${inlineText(note, snapshot)}</p>`}
    ${opened && sources.length > 0 ? html`<ul class="sources">${sources.map((each) => html`<li>${sourceEntry(each, snapshot)}</li>`)}</ul>` : nothing}
  </div>`;
}

/** How many figures lie before and after the range, each the way there. */
export function renderOutside(
  {before, after}: ChartLayout,
  {locale}: Snapshot,
  pan: (share: number) => void,
) {
  const text = messages(locale);
  if (before + after === 0) return nothing;
  return html`<p class="outside">
    ${before ? html`<button @click=${() => pan(-0.9)}>${text.beforeCount(before)}</button>` : nothing}
    ${after ? html`<button @click=${() => pan(0.9)}>${text.afterCount(after)}</button>` : nothing}
  </p>`;
}

/** All figures, dated or not, as they are drawn and said, and the stretches without one. */
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
  return html`<div class="scroll" role="region" aria-label=${text.asTable} tabindex="0">${renderRows(model, snapshot)}</div>
    ${gaps.length > 0 ? html`<ul class="facts gaps">${gaps}</ul>` : nothing}`;
}

function renderRows({figures, measures}: ChartModel, snapshot: Snapshot) {
  const {locale, dataset} = snapshot;
  const text = messages(locale);
  const several = measures.length > 1;
  const placed = figures.some(({place}) => place !== undefined);
  const row = (figure: Figure) => {
    const {id, when, date, value, comparator, status, measure, place, cite} = figure;
    const day = !when && date ? `${text.dateUnknown} (${date})` : formatDate(when, locale);
    return html`<tr data-id=${id}>
      <td>${day}</td>
      <td class="number">${formatFigure(value, comparator, locale)}</td>
      <td>${claimantName(figure, snapshot)}</td>
      <td>${status ? wordFor(text.figureStatus, status) : ''}</td>
      ${several ? html`<td>${plainText(dataset.measures.find((each) => each.id === measure)?.name, snapshot)}</td>` : nothing}
      ${placed ? html`<td>${placeName(place, snapshot)}</td>` : nothing}
      <td>${sourceNotes(cite, snapshot, NOTES)}</td>
    </tr>`;
  };
  const head = (words: string, name = '') => html`<th scope="col" class=${name}>${words}</th>`;
  return html`<table>
    <thead><tr>
      ${head(text.date)}${head(text.value, 'number')}${head(text.claimant)}${head(text.statusOf)}
      ${several ? head(text.measure) : nothing}${placed ? head(text.places) : nothing}${head(text.sources)}
    </tr></thead>
    <tbody>${figures.map(row)}</tbody>
  </table>`;
}
