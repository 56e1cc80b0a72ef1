import {css, html, nothing} from 'lit';
import {addsUp, type BreakdownPart, type Figure, type StoryEvent} from '../../core/dataset/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {formatDate, formatFigure, formatNumber, joinWords, messages} from '../../i18n/index.js';
import {fill, wordFor} from './facts.js';
import {dateWords, type NoteOptions, sourceNotes} from './notes.js';
import {inlineText, plainText} from './text.js';

/** Its name, or the id of one that the story does not list; nothing for none. */
export const placeName = (id: string | undefined, snapshot: Snapshot): string =>
  id === undefined ? '' : plainText(indexOf(snapshot.dataset).place.get(id)?.name, snapshot) || id;

/** What was counted: the measure, since when if it adds up, and where if at one place only. */
function measureWords({measure, place}: Figure, snapshot: Snapshot): string {
  const {dataset, locale} = snapshot;
  const text = messages(locale);
  const found = dataset.measures.find(({id}) => id === measure);
  return joinWords(
    [
      found && plainText(found.name, snapshot),
      found?.kind === 'cumulative' && text.measureKind.cumulative,
      found?.since && text.since(dateWords(found.since, locale)),
      placeName(place, snapshot),
    ],
    locale,
  );
}

/** Whose count it is, in words, with the notes of its sources; or that nobody is named. */
function claimant({actor, cite}: Figure, snapshot: Snapshot, notes: NoteOptions) {
  const text = messages(snapshot.locale);
  const who = actor === undefined ? undefined : indexOf(snapshot.dataset).actor.get(actor);
  return html`<div part="claimant" class="claimant">${
    who
      ? html`${fill(text.claimedBy, html`<b>${inlineText(who.name, snapshot)}</b>`)}${
          who.kind && who.kind !== 'other' ? ` (${text.actorKind[who.kind]})` : ''
        }`
      : html`<span class="missing">${text.noClaimant}</span>`
  } ${sourceNotes(cite, snapshot, notes)}</div>`;
}

/** The parts of a value by place and group; said when they are not the whole. */
export function breakdownOf(figure: Figure, snapshot: Snapshot) {
  const {breakdown: parts} = figure;
  if (parts.length === 0) return nothing;
  const part = ({place, group, value: count}: BreakdownPart) => {
    const names = joinWords([placeName(place, snapshot), plainText(group, snapshot)], snapshot.locale);
    return html`<li data-place=${place ?? nothing}><b>${formatNumber(count, snapshot.locale)}</b> ${names}</li> `;
  };
  return html`<ul class="breakdown" role="list">${parts.map(part)}</ul>
    ${addsUp(figure) ? nothing : html`<div class="facts">${messages(snapshot.locale).breakdownIncomplete}</div>`}`;
}

/** One figure with who claims it: the number, the claimant right under it, then what else is known of it. */
function figureOf(figure: Figure, event: StoryEvent, snapshot: Snapshot, notes: NoteOptions) {
  const {locale} = snapshot;
  const text = messages(locale);
  const {value, comparator, status, when, date, note, id} = figure;
  const number = html`<span class="number">${formatFigure(value, '=', locale)}</span>`;
  const facts = [
    status && wordFor(text.figureStatus, status),
    when && date !== event.date && text.asOf(formatDate(when, locale)),
  ].filter(Boolean);
  const measure = measureWords(figure, snapshot);
  return html`<div part="figure" class="figure" role="listitem" data-id=${id}>
    ${measure ? html`<div class="measure">${measure}</div>` : nothing}
    <div part="value" class="value">${comparator === '=' ? number : fill(text.comparator[comparator], number)}</div>
    ${claimant(figure, snapshot, notes)}
    ${facts.length > 0 ? html`<div part="status" class="facts">${joinWords(facts, locale)}</div>` : nothing}
    ${breakdownOf(figure, snapshot)}
    ${note === undefined ? nothing : html`<div class="facts">${inlineText(note, snapshot)}</div>`}
  </div>`;
}

/** All figures of an event side by side, in the order of the file: none chosen, none merged. */
export function figuresOf(event: StoryEvent, snapshot: Snapshot, notes: NoteOptions) {
  const figures = indexOf(snapshot.dataset).figuresOf.get(event.id) ?? [];
  if (figures.length === 0) return nothing;
  const long = figures.some(({value}) => formatFigure(value, '=', snapshot.locale).length > 7);
  return html`<div class=${long ? 'figures long' : 'figures'} role="list" aria-label=${messages(snapshot.locale).figures}>${figures.map(
    (figure) => figureOf(figure, event, snapshot, notes),
  )}</div>`;
}

export const figureStyles = css`
  .figures {
    display: grid;
    gap: var(--_space-m) var(--_space-l);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
  }
  .figure {
    min-inline-size: 0;
    overflow-wrap: break-word;
  }
  .value {
    font-variant-numeric: lining-nums;
  }
  .measure,
  .facts {
    text-wrap: pretty;
    color: var(--_quiet);
    font-size: var(--_small);
  }
  .breakdown {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1em;
    margin: 0;
    padding: 0;
    list-style: none;
    overflow: clip;
  }
  /* The dot stands before each part; at the start of a line it falls outside and is cut off. */
  .breakdown li {
    margin-inline-start: -1em;
  }
  .breakdown li::before {
    content: '·';
    display: inline-block;
    inline-size: 1em;
    color: var(--_quiet);
    text-align: center;
  }
  .status {
    display: inline-block;
  }
  .sign {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    vertical-align: -0.125em;
  }
  .sign .full {
    fill: currentColor;
  }
  @media (forced-colors: active) {
    .sign {
      stroke: CanvasText;
    }
    .sign .full {
      fill: CanvasText;
    }
  }
`;
