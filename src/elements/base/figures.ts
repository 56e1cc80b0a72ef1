import {css, html, nothing} from 'lit';
import type {Figure, StoryEvent} from '../../core/dataset/index.js';
import {
  accordingTo,
  definitionsOf,
  numberOf,
  type Reading,
  remarksOf,
  sharesOf,
  shortfallOf,
  sourceNotes,
  standingOf,
  valueWords,
  whatOf,
} from '../../words/index.js';
import {draw, type NoteOptions} from './words.js';

/** Renders the breakdown of a figure, with a note when it is incomplete. */
export function drawBreakdown(figure: Figure, reading: Reading) {
  const shares = sharesOf(figure, reading);
  if (shares.length === 0) return nothing;
  const shortfall = shortfallOf(figure, reading);
  return html`<ul class="breakdown" role="list">${shares.map((share) => html`<li>${draw(share)}</li> `)}</ul>
    ${shortfall ? html`<div class="facts">${shortfall}</div>` : nothing}`;
}

/** Renders one figure: the number, its claimant directly below, then further facts. */
function drawFigure(figure: Figure, event: StoryEvent, reading: Reading, notes: NoteOptions) {
  const what = whatOf(figure, reading);
  const standing = standingOf(figure, event, reading);
  const remarks = remarksOf(figure, reading);
  return html`<div part="figure" class="figure" role="listitem" data-id=${figure.id}>
    ${what ? html`<div class="measure">${draw(what)}</div>` : nothing}
    <div part="value" class="value">${draw(valueWords(figure, reading))}</div>
    <div part="claimant" class="claimant">${draw(accordingTo(figure, reading))} ${draw(sourceNotes(figure.cite, reading), notes)}</div>
    ${standing ? html`<div part="status" class="facts">${draw(standing)}</div>` : nothing}
    ${drawBreakdown(figure, reading)}
    ${remarks.map((each) => html`<div class="facts">${draw(each)}</div>`)}
  </div>`;
}

/** Renders what the claimants of figures count. */
export const drawDefinitions = (figures: readonly Figure[], reading: Reading, notes: NoteOptions) =>
  definitionsOf(
    figures.map(({actor}) => actor),
    reading,
  ).map((each) => html`<p class="facts">${draw(each, notes)}</p>`);

/** Numbers with more characters than this have a smaller font. */
const LONG = 7;

/** Renders figures side by side, in their order: none is preferred, none merged. `name`: of the list. */
export function drawFigures(
  figures: readonly Figure[],
  event: StoryEvent,
  name: string,
  reading: Reading,
  notes: NoteOptions,
) {
  if (figures.length === 0) return nothing;
  const long = figures.some((figure) => numberOf(figure, reading).length > LONG);
  return html`<div class=${long ? 'figures long' : 'figures'} role="list" aria-label=${name}>${figures.map(
    (figure) => drawFigure(figure, event, reading, notes),
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
  /* A dot precedes each part; at the start of a line it is clipped. */
  .breakdown li {
    margin-inline-start: -1em;
    padding-inline-start: 1em;
  }
  .breakdown li::before {
    content: '·';
    display: inline-block;
    margin-inline-start: -1em;
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
