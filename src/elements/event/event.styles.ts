import {css} from 'lit';

/** Styles of an event in full, in a card or an opened row of a list. */
export default css`
  .event {
    text-wrap: pretty;
  }
  .event :where(p) {
    margin-block: 0;
  }
  .main > * + *,
  .said > * + *,
  .event > * + .said {
    margin-block-start: var(--_space-m);
  }
  .text,
  .correction {
    max-inline-size: 66ch;
  }
  .event .figures {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11em), 1fr));
  }
  .event .value {
    font-family: var(--crono-font-heading, inherit);
    font-weight: var(--_bold);
    line-height: 1.05;
  }
  /* Figures side by side have one size, so that none has more weight. */
  .event .number {
    font-size: 3em;
    letter-spacing: -0.02em;
  }
  .event .figures.long .number {
    font-size: 1.75em;
    line-height: 1.2;
  }
  .event :is(.rest, .section) .number {
    font-size: 1.5em;
    letter-spacing: 0;
    line-height: 1.2;
  }
  .event .claimant,
  .where > .places {
    line-height: 1.3;
  }
  .event .claimant b,
  .places b {
    font-weight: var(--_medium);
  }
  .event .breakdown {
    margin-block: 0.375em;
  }
  .rest:empty {
    display: none;
  }
  .where > .places,
  .related,
  .sources {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .places li {
    display: inline;
  }
  .places li:not(:last-child)::after {
    content: ' · ';
    color: var(--_quiet);
  }
  .section {
    max-inline-size: 72ch;
  }
  .said .section {
    margin-block-start: var(--_space-s);
  }
  .section > :not(summary) {
    margin-block: var(--_space-s) var(--_space-m);
  }
  .section > p + p {
    margin-block-start: -3px;
  }
  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    font-size: var(--_small);
    cursor: pointer;
  }
  summary:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  @media (pointer: coarse) {
    summary {
      line-height: 44px;
    }
  }
  .more {
    margin-block-start: var(--_space-m);
    padding-block-start: var(--_space-s);
    border-block-start: var(--_line-width) solid var(--_line);
  }
  .event .subhead {
    margin-block-start: var(--_space-l);
    font-size: var(--_small);
    font-weight: var(--_bold);
  }
  .event .subhead + * {
    margin-block-start: 0.25em;
  }
  .correction {
    padding-inline-start: var(--_space-m);
    border-inline-start: 3px solid var(--_accent);
  }
  .related,
  .sources {
    display: grid;
    gap: var(--_space-s);
  }
  .related button {
    display: flex;
    gap: 0.375em;
    align-items: baseline;
    padding: 0.125em 0;
    border: 0;
    line-height: 1.3;
    text-align: start;
  }
  .related button span {
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-underline-offset: 0.2em;
  }
  .related button:hover span {
    text-decoration-color: currentColor;
  }
  .sources {
    padding-inline-start: 2.75em;
    list-style: decimal;
    font-variant-numeric: tabular-nums;
  }
  .sources li::marker {
    color: var(--_quiet);
    font-size: var(--_small);
  }
  .sources li:focus {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
  }
  .quotation {
    margin-block-start: 0.125em;
  }
  @container (width >= 900px) {
    /* In half the width a third figure would stand below the others. Below the text stands what is said besides figures. */
    .event {
      display: grid;
      grid-template: auto 1fr / minmax(0, 3fr) minmax(0, 5fr);
      gap: 0 calc(2 * var(--_space-l));
    }
    .main + .said {
      grid-row: span 2;
    }
    .event > .more {
      grid-column: 1 / -1;
    }
  }
  @media print {
    .event {
      display: block;
    }
    /* What the page's list of sources says is not said again; a quotation is nowhere else. */
    :host(:state(sourced))
      :is(
        [part='first-source'],
        .correction,
        .subhead:has(+ .correction),
        [data-section='definitions'],
        [data-section='sources']:not(:has(q, .locator)),
        [data-section='sources'] > summary,
        .sources > li:not(:has(q, .locator)),
        .sources :is(.source-title, .source-facts)
      ) {
      display: none;
    }
    :host(:state(sourced)) .sources {
      gap: 0.25em;
    }
    :host(:state(sourced)) .quotation {
      display: inline;
    }
    :host(:state(sourced)) .quotation + .quotation::before {
      content: ' ';
    }
    .subhead,
    .places {
      break-after: avoid;
    }
    .figure,
    .sources li {
      break-inside: avoid;
    }
  }
`;
