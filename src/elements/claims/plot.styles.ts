import {css} from 'lit';

/** Styles of dots, strokes and axes. */
export default css`
  /* What is right-to-left is laid out so. */
  .plot,
  .axis {
    direction: ltr;
  }
  .plot {
    position: relative;
    min-block-size: 1.75em;
  }
  .plot svg,
  .axis {
    display: block;
    max-inline-size: 100%;
    overflow: visible;
  }
  .grid {
    position: absolute;
    inset: 0;
    /* Covers the border between rows. */
    block-size: calc(100% + 1px);
  }
  .row {
    position: relative;
  }
  .grid line,
  .axis line {
    stroke: var(--_line);
    shape-rendering: crispEdges;
    vector-effect: non-scaling-stroke;
  }
  .grid .zero {
    stroke: var(--_quiet);
  }
  .axis text {
    fill: var(--_quiet);
    font-size: 0.75em;
    font-variant-numeric: lining-nums;
  }
  .value {
    fill: var(--_text);
    font-size: 1.125em;
    font-weight: var(--_bold);
    dominant-baseline: central;
    paint-order: stroke;
    stroke: var(--crono-claims-surface, var(--_surface));
    stroke-width: 4px;
    stroke-linejoin: round;
  }
  .outline {
    fill: var(--crono-claims-surface, var(--_surface));
    stroke: var(--_text);
    stroke-width: calc(var(--_mark-width) + 0.25px);
  }
  .full,
  .core,
  .filled {
    fill: var(--_text);
  }
  .middle {
    fill: var(--crono-claims-surface, var(--_surface));
  }
  .filled {
    clip-path: inset(0 50% 0 0);
  }
  .dashed {
    stroke-dasharray: 2 1.5;
  }
  .open,
  .about {
    fill: none;
    stroke: var(--_text);
    stroke-width: calc(var(--_mark-width) + 0.25px);
  }
  .about {
    stroke-dasharray: 1.5 3;
    stroke-linecap: round;
  }
  .dot {
    vertical-align: -0.125em;
  }
  @media (forced-colors: active) {
    .value,
    .axis text {
      fill: CanvasText;
      stroke: Canvas;
    }
    .axis text {
      stroke: none;
    }
    .outline,
    .middle {
      fill: Canvas;
    }
    .outline,
    .open,
    .about,
    .grid .zero {
      stroke: CanvasText;
    }
    .grid line,
    .axis line {
      stroke: GrayText;
    }
    .full,
    .core,
    .filled {
      fill: CanvasText;
    }
  }
`;
