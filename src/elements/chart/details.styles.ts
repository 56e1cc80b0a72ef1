import {css} from 'lit';

export default css`
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125em 1.25em;
    margin: var(--_space-s) 0 0;
    padding: 0;
    list-style: none;
    font-size: var(--_small);
  }
  .legend li {
    display: flex;
    gap: 0.375em;
    align-items: baseline;
  }
  .key {
    position: relative;
    inset-block-start: 0.125em;
    flex: none;
    overflow: visible;
  }
  .key .stroke {
    fill: none;
    stroke: var(--_category);
    stroke-width: 2;
  }
  .key .fill {
    fill: var(--_category, var(--_quiet));
  }
  .key.hollow .fill {
    fill: var(--_surface);
    stroke: var(--_quiet);
    stroke-width: 2;
  }
  .readout {
    min-block-size: 2.8em;
    margin-block-start: var(--_space-s);
    padding-block-start: var(--_space-s);
    border-block-start: var(--_line-width) solid var(--_line);
  }
  .sources {
    margin: var(--_space-s) 0 0;
    padding-inline-start: 1.25em;
    font-size: var(--_small);
  }
  details {
    margin-block-start: var(--_space-s);
  }
  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    font-size: var(--_small);
    cursor: pointer;
  }
  .scroll {
    max-block-size: 28rem;
    overflow: auto;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
    font-size: var(--_small);
    font-variant-numeric: lining-nums tabular-nums;
  }
  th,
  td {
    padding: 0.25em 0.75em 0.25em 0;
    border-block-end: var(--_line-width) solid var(--_line);
    text-align: start;
    vertical-align: baseline;
  }
  th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_surface);
    white-space: nowrap;
  }
  .readout b {
    font-weight: inherit;
  }
  td.number,
  th.number {
    padding-inline-end: 2em;
    text-align: end;
  }
  .gaps {
    margin: var(--_space-s) 0 0;
    padding-inline-start: 1.25em;
  }
  @media (pointer: coarse) {
    summary {
      min-block-size: 44px;
    }
  }
  @media print {
    .table:not(:has(table)) {
      display: none;
    }
    table {
      font-size: 0.6875em;
    }
    th,
    td {
      padding-block: 0.125em;
    }
    /* No page begins with a row or two that are left over. */
    tr:nth-last-child(-n + 3) {
      break-before: avoid;
    }
    td.number,
    th.number {
      padding-inline-end: 1em;
    }
    /* Sources take the room of their numbers, and words the rest. */
    :is(th, td):last-child {
      padding-inline-end: 0;
    }
    .scroll {
      max-block-size: none;
      overflow: visible;
    }
    /* Each page has it at its top as it is; where it sticks, it is over what comes next. */
    th {
      position: static;
    }
  }
  @media (forced-colors: active) {
    .key .stroke {
      stroke: CanvasText;
    }
    .key .fill {
      fill: CanvasText;
    }
    .key.hollow .fill {
      fill: Canvas;
      stroke: CanvasText;
    }
  }
`;
