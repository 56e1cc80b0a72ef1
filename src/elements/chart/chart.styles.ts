import {css} from 'lit';

export default css`
  :host {
    background: var(--crono-chart-surface, transparent);
    line-height: 1.4;
  }
  .title {
    font-family: var(--crono-font-heading, inherit);
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.2;
    text-wrap: balance;
  }
  p {
    margin: 0;
  }
  .facts,
  .quiet,
  .nothing {
    color: var(--_quiet);
    font-size: var(--_small);
    text-wrap: pretty;
    max-inline-size: 80ch;
  }
  .nothing {
    margin-block: var(--_space-m);
  }
  .outside {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-s);
    margin-block-start: var(--_space-s);
    font-size: var(--_small);
  }
  .plot {
    display: block;
    overflow: visible;
    margin-block-start: var(--_space-s);
    font-size: 0.8125em;
    /* Time runs to the right in any script. */
    direction: ltr;
    user-select: none;
    touch-action: pan-y;
    font-variant-numeric: lining-nums tabular-nums;
  }
  .plot text {
    fill: var(--_quiet);
  }
  .axis line {
    stroke: color-mix(in oklab, var(--_line) 60%, transparent);
    shape-rendering: crispEdges;
  }
  .axis .major {
    stroke: var(--_line);
  }
  .axis .base {
    stroke: var(--_quiet);
  }
  .axis .chosen {
    stroke: var(--_quiet);
    stroke-dasharray: 2 3;
  }
  .axis text,
  .label text {
    paint-order: stroke;
    stroke: var(--_surface);
    stroke-width: 4;
    stroke-linejoin: round;
  }
  .axis .tick {
    text-anchor: middle;
  }
  .event {
    fill: var(--_border);
  }
  .event.selected,
  .plot .panel-title,
  .plot .event-name {
    fill: var(--_text);
    font-weight: 700;
  }
  .series {
    fill: none;
    stroke: var(--_category);
    stroke-width: 1.5;
    stroke-linejoin: round;
  }
  .dots {
    fill: none;
    stroke: var(--_category);
    stroke-width: 3;
    stroke-linecap: round;
  }
  .gap {
    fill: none;
    stroke: var(--_category);
    stroke-width: 2;
    stroke-dasharray: 1 4;
    stroke-linecap: round;
  }
  .point {
    cursor: pointer;
  }
  .body {
    fill: var(--_category);
    stroke: var(--_surface);
    stroke-width: 1;
    vector-effect: non-scaling-stroke;
  }
  .hollow .body {
    fill: var(--_surface);
    stroke: var(--_category);
    stroke-width: 1.5;
  }
  .about:not(.hollow) .body {
    fill: color-mix(in oklab, var(--_category) 35%, var(--_surface));
    stroke: var(--_category);
    stroke-width: 1.25;
  }
  .about.hollow .body {
    stroke-dasharray: 1.5 1.5;
  }
  .selected .body {
    stroke: var(--_text);
    stroke-width: 2;
  }
  .bar {
    fill: color-mix(in oklab, var(--_category) 55%, var(--_surface));
  }
  .bars {
    stroke: color-mix(in oklab, var(--_category) 55%, var(--_surface));
  }
  .foot,
  .leader {
    fill: none;
    stroke: var(--_border);
  }
  .whisker,
  .open {
    fill: none;
    stroke: var(--_category);
    stroke-width: 1.25;
  }
  .ring {
    fill: none;
    stroke: var(--_text);
    stroke-width: 1.5;
  }
  .plot:focus-visible .ring {
    stroke: var(--_focus);
    stroke-width: 2.5;
  }
  .plot .end text {
    fill: var(--_category);
    font-weight: 700;
  }
  .plot .value text {
    fill: var(--_text);
  }
  .label.gap text {
    stroke-dasharray: none;
    font-style: italic;
  }
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
    border-block-start: 1px solid var(--_line);
    overflow-wrap: break-word;
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
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: baseline;
  }
  th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_surface);
    white-space: nowrap;
  }
  .number {
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
    .scroll {
      max-block-size: none;
      overflow: visible;
    }
  }
  @media (forced-colors: active) {
    .plot text,
    .plot .end text {
      fill: CanvasText;
      stroke: Canvas;
    }
    .axis line {
      stroke: GrayText;
    }
    .series,
    .bars,
    .dots,
    .gap,
    .whisker,
    .open,
    .ring,
    .key .stroke {
      stroke: CanvasText;
    }
    .body,
    .bar,
    .event,
    .key .fill {
      fill: CanvasText;
      stroke: Canvas;
    }
    .hollow .body,
    .about:not(.hollow) .body,
    .key.hollow .fill {
      fill: Canvas;
      stroke: CanvasText;
    }
    .selected .body {
      fill: Highlight;
      stroke: CanvasText;
    }
  }
`;
