import {css} from 'lit';

export default css`
  :host {
    padding: var(--crono-chart-padding, 0);
    background: var(--crono-chart-surface, transparent);
    line-height: 1.4;
  }
  .title {
    font-family: var(--crono-font-heading, inherit);
    font-size: 1.25em;
    font-weight: var(--_bold);
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
    font-size: calc(var(--_label-size) * 1em);
    user-select: none;
    touch-action: pan-y;
    font-variant-numeric: lining-nums tabular-nums;
  }
  .plot text {
    fill: var(--_quiet);
  }
  /* Each line has its own bidi paragraph direction. */
  .plot :is(text, tspan) {
    unicode-bidi: plaintext;
  }
  .axis line {
    stroke: color-mix(in oklab, var(--_border) 30%, transparent);
    shape-rendering: crispEdges;
  }
  .axis .major {
    stroke: color-mix(in oklab, var(--_border) 55%, transparent);
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
    font-weight: var(--_bold);
  }
  .series {
    fill: none;
    stroke: var(--_category);
    stroke-width: var(--_mark-width);
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
    stroke-width: var(--_mark-width);
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
    stroke-width: var(--_mark-width);
  }
  .plot:focus-visible .ring {
    stroke: var(--_focus);
    stroke-width: var(--_focus-width);
  }
  .plot .end text {
    fill: var(--_category);
    font-weight: var(--_bold);
  }
  .plot .value text {
    fill: var(--_text);
  }
  .label.gap text {
    stroke-dasharray: none;
    font-style: italic;
  }
  @media print {
    .plot {
      inline-size: 100%;
      block-size: auto;
      max-block-size: 23cm;
    }
    .outside,
    .readout {
      display: none;
    }
    .title,
    .facts {
      break-after: avoid;
    }
  }
  @media (forced-colors: active) {
    .plot text,
    .plot .end text,
    .plot .value text,
    .plot .panel-title,
    .plot .event-name {
      fill: CanvasText;
      stroke: Canvas;
    }
    .axis line,
    .axis .major {
      stroke: CanvasText;
      stroke-opacity: 0.25;
    }
    .axis .base,
    .axis .chosen,
    .series,
    .bars,
    .dots,
    .gap,
    .whisker,
    .open,
    .ring,
    .leader,
    .foot {
      stroke: CanvasText;
      stroke-opacity: 1;
    }
    .body,
    .bar,
    .event,
    .event.selected {
      fill: CanvasText;
      stroke: Canvas;
    }
    .hollow .body,
    .about:not(.hollow) .body {
      fill: Canvas;
      stroke: CanvasText;
    }
    .selected .body {
      fill: Highlight;
      stroke: CanvasText;
    }
  }
`;
