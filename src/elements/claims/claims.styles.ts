import {css} from 'lit';

export default css`
  :host {
    padding: var(--crono-claims-padding, 0);
    background: var(--crono-claims-surface, transparent);
    line-height: 1.4;
  }
  p {
    margin: 0;
    text-wrap: pretty;
  }
  .inquiry {
    padding-block-start: var(--_space-s);
    border-block-start: var(--_line-width-strong) solid var(--_text);
  }
  .inquiry + .inquiry {
    margin-block-start: calc(2 * var(--_space-l));
  }
  .title {
    max-inline-size: 54ch;
    font-family: var(--crono-font-heading, inherit);
    font-size: 1.5em;
    font-weight: var(--_bold);
    line-height: 1.15;
    text-wrap: balance;
  }
  .note-text,
  .apart,
  .nothing {
    max-inline-size: 66ch;
    margin-block-start: var(--_space-s);
    color: var(--_quiet);
  }
  .disagree {
    margin-block-start: var(--_space-s);
    font-weight: var(--_medium);
  }
  .disagree svg {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.75;
    vertical-align: -0.125em;
  }
  .group {
    margin-block-start: var(--_space-m);
  }
  .scale,
  .claim {
    display: grid;
    column-gap: var(--_space-l);
    grid-template-columns: minmax(0, 1fr);
  }
  .list {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .claim {
    position: relative;
    border-block-end: var(--_line-width) solid var(--_line);
    break-inside: avoid;
  }
  .group + .facts {
    margin-block-start: var(--_space-s);
  }
  .claim:focus-visible {
    z-index: 1;
    border-radius: var(--_radius);
  }
  .what {
    align-self: end;
    padding-block-end: 0.25em;
    color: var(--_quiet);
    font-size: var(--_small);
  }
  .what b {
    color: var(--_text);
  }
  .claimant {
    padding-block: 0.1875em;
    line-height: 1.375;
  }
  .claimant b,
  th b {
    font-weight: var(--_medium);
  }
  .kind {
    color: var(--_quiet);
    font-size: var(--_small);
    display: inline-block;
  }
  .kind .shape {
    fill: var(--_text);
  }
  .facts {
    color: var(--_quiet);
    font-size: var(--_small);
  }
  .claim > .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    align-content: start;
  }
  .sources {
    inline-size: 100%;
  }
  .more {
    font-size: var(--_small);
  }
  .more .facts {
    font-size: 1em;
  }
  .more > * {
    margin-block-end: 0.25em;
  }
  .status {
    color: var(--_text);
    display: inline-block;
  }
  .note::before {
    content: '[';
  }
  .note::after {
    content: ']';
  }
  .breakdown {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1em;
    margin-block: 0 0.25em;
    padding: 0;
    list-style: none;
  }
  .ways {
    columns: 24em;
    margin: var(--_space-m) 0 0;
    padding: 0;
    list-style: none;
  }
  .event {
    display: inline-flex;
    gap: 0.375em;
    align-items: baseline;
    padding: 0.125em 0;
    border: 0;
    line-height: 1.3;
    text-align: start;
  }
  .event span {
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-underline-offset: 0.2em;
  }
  .event:hover span {
    text-decoration-color: currentColor;
  }
  .event[aria-pressed='true'] {
    font-weight: var(--_medium);
  }
  .inquiry > .event {
    margin-block-start: var(--_space-s);
    font-size: var(--_small);
  }
  .mixed > .selected::before {
    content: '';
    position: absolute;
    inset-block: 0.25em;
    inset-inline-start: calc(-1 * var(--_space-s));
    inline-size: 3px;
    background: var(--_accent);
  }

  .narrow .claim {
    padding-block: var(--_space-s) var(--_space-m);
  }
  .medium :is(.scale, .claim),
  .wide :is(.scale, .claim) {
    grid-template-columns: minmax(0, 1fr) max-content;
  }
  .medium :is(.plot, .axis),
  .wide :is(.plot, .axis) {
    grid-column: 2;
    grid-row: 1 / -1;
  }
  .medium .claim {
    grid-template-rows: auto auto 1fr;
  }
  .wide .claim,
  .wide .scale {
    grid-template-columns: minmax(0, 5fr) max-content minmax(0, 6fr);
  }
  .wide .claim {
    grid-template-rows: auto 1fr;
  }
  .wide .more {
    grid-column: 3;
    grid-row: 1 / -1;
    padding-block: 0.25em;
  }
  .medium .facts,
  .wide .facts {
    padding-block-end: 0.375em;
  }

  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    color: var(--_quiet);
    font-size: var(--_small);
    cursor: pointer;
  }
  .table {
    margin-block-start: var(--_space-m);
  }
  .scroll {
    overflow-x: auto;
    /* Positioned, so that visually hidden text scrolls along instead of widening the page. */
    position: relative;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--_small);
    font-variant-numeric: lining-nums tabular-nums;
  }
  :is(th, td) {
    padding-block: 0.375em;
    padding-inline-end: var(--_space-m);
    border-block-end: var(--_line-width) solid var(--_line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  thead th {
    color: var(--_quiet);
    vertical-align: bottom;
  }
  tbody th {
    min-inline-size: 9em;
  }
  @media (pointer: coarse) {
    summary {
      line-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .disagree svg {
      stroke: CanvasText;
    }
    .kind .shape {
      fill: CanvasText;
    }
    .mixed > .selected::before {
      background: Highlight;
    }
  }
  @media print {
    .table,
    .event,
    slot .nothing,
    .ways {
      display: none;
    }
    .title,
    .note-text,
    .disagree,
    .apart,
    .scale,
    .what,
    .claimant {
      break-after: avoid;
    }
    .note-text,
    .scale {
      break-inside: avoid;
    }
    .row,
    .axis {
      block-size: auto;
    }
    /* A head of a table, since it is repeated on each page: no plot is without its numbers. */
    .group {
      display: table;
      inline-size: 100%;
      table-layout: fixed;
    }
    .claims .scale {
      display: table-header-group;
    }
    .list {
      display: table-row-group;
    }
    .claims .claim {
      display: block;
    }
  }
`;
