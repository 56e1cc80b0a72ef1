import {css} from 'lit';

/** Of what is drawn: adopted when it is. */
export default css`
  .frame {
    position: absolute;
    inset: 0;
    direction: ltr;
    overflow: hidden;
    touch-action: pan-x pan-y;
    cursor: grab;
    user-select: none;
  }
  .frame.bare {
    background: var(--_land);
  }
  .frame > svg {
    position: absolute;
    inset: 0;
    z-index: 2;
    inline-size: 100%;
    block-size: 100%;
    outline-offset: -3px;
    stroke-linejoin: round;
  }
  .leaflet-pane {
    position: absolute;
    inset: 0;
    z-index: 1;
  }
  .basemap path {
    fill: none;
    vector-effect: non-scaling-stroke;
  }
  /* As wide a line as hides the seams between cells. */
  .basemap .land,
  .basemap .lake {
    fill: var(--_land);
    stroke: var(--_land);
    stroke-width: 0.5;
  }
  .basemap .lake {
    --_land: var(--_sea);
  }
  .basemap .river,
  .basemap .coast {
    stroke: var(--_coast);
    stroke-width: 0.8;
  }
  .basemap .border {
    stroke: var(--_border);
    stroke-dasharray: 5 3;
  }
  .basemap .disputed {
    stroke: var(--_border);
    stroke-dasharray: 1 3;
  }
  .basemap .region {
    stroke: var(--_border);
    stroke-dasharray: 3 3;
    stroke-width: 0.7;
    stroke-opacity: 0.75;
  }
  text {
    fill: var(--_text);
    paint-order: stroke;
    stroke: var(--_land);
    stroke-width: 3;
  }
  /* Hit testing thousands of line segments takes longer than drawing them. */
  .basemap,
  .names {
    pointer-events: none;
  }
  .dot,
  .names text {
    fill: var(--_quiet);
  }
  .town {
    font-size: 0.92em;
  }
  .names {
    :is(.region, .country, .sea) {
      font-size: 0.85em;
      text-anchor: middle;
    }
    .region,
    .small {
      font-size: 0.78em;
    }
    .spaced {
      letter-spacing: 0.12em;
      text-transform: uppercase;
    }
    .country:not(.small) {
      font-weight: var(--_medium);
    }
    .sea {
      font-style: italic;
      stroke: var(--_sea);
    }
  }
  .area {
    fill: var(--_category);
    fill-opacity: 0.13;
    stroke: var(--_category);
    stroke-width: var(--_mark-width);
    stroke-dasharray: 4 3;
  }
  .area.selected {
    fill-opacity: 0.22;
    stroke-width: 2.5;
  }
  .area.dimmed,
  .cluster.dimmed,
  .place.dimmed .mark {
    opacity: 0.45;
  }
  /* Their shapes inherit the paint, so that a theme's is theirs and not that of what receives the pointer. */
  .place {
    fill: var(--_category);
    stroke: var(--_land);
    stroke-width: 1.5;
  }
  .cluster,
  .margin {
    fill: var(--_surface);
  }
  .cluster,
  .scale line {
    stroke: var(--_text);
    stroke-width: 1.5;
  }
  .place,
  .cluster {
    cursor: pointer;
  }
  .target,
  .hit,
  .ring {
    fill: transparent;
    stroke: none;
  }
  .mark.hollow {
    fill: var(--_land);
    stroke: var(--_category);
    stroke-width: calc(var(--_mark-width) + 0.5px);
  }
  .place .mark {
    transform-box: fill-box;
    transform-origin: center;
    transition: scale var(--_motion);
    scale: var(--crono-mark-size, none);
  }
  .place.receded .mark {
    scale: var(--crono-map-receded-size, 0.7);
  }
  /* While time is played, what appears is drawn in and what is over recedes. */
  .played .mark {
    transition-property: opacity, scale;
  }
  .played .dimmed .mark {
    opacity: 0.15;
    scale: 0.5;
  }
  .area.receded {
    fill-opacity: 0.06;
  }
  .leader {
    fill: var(--_text);
    stroke: var(--_text);
  }
  .chosen {
    fill: var(--_land);
    stroke: var(--_text);
    stroke-width: 2;
  }
  svg:focus-visible .ring {
    stroke: var(--_focus);
    stroke-width: var(--_focus-width);
  }
  .label text,
  .cluster text {
    font-weight: var(--_bold);
  }
  .receded text {
    font-weight: normal;
  }
  .receded text:not(.count) {
    fill: var(--_quiet);
  }
  .label .count {
    font-size: 1.15em;
    fill: var(--_category);
    font-variant-numeric: lining-nums tabular-nums;
  }
  .cluster text {
    text-anchor: middle;
    stroke: none;
  }
  .cluster.receded {
    stroke: var(--_quiet);
    stroke-width: 1;
  }
  .cluster.selected {
    stroke-width: 3;
  }
  .scale text {
    font-size: 0.85em;
  }
  .controls {
    position: absolute;
    inset-block-start: 0.5rem;
    inset-inline-start: 0.5rem;
    z-index: 3;
    display: var(--crono-controls, grid);
    gap: 2px;
  }
  .controls button {
    min-inline-size: 2rem;
    min-block-size: 2rem;
    padding: 0;
    background: var(--_surface);
  }
  /* Only its sign fades: what the map has behind it does not shine through. */
  .controls [aria-disabled='true'] {
    color: GrayText;
    cursor: default;
  }
  @media (pointer: coarse) {
    .controls button {
      min-inline-size: 44px;
      min-block-size: 44px;
    }
  }
  /* Opened, it has its lines for itself, and begins where it was. */
  .unplaced[open] {
    flex-basis: 100%;
  }
  .unplaced ul {
    display: grid;
    gap: var(--_space-s);
    margin: var(--_space-s) 0;
    padding: 0;
    list-style: none;
  }
  @media (forced-colors: active) {
    .basemap .land,
    .mark.hollow,
    .cluster,
    .chosen {
      fill: Canvas;
    }
    .basemap path,
    .area,
    .leader,
    .mark.hollow {
      stroke: CanvasText;
    }
    .area {
      fill: none;
    }
    .place,
    text {
      fill: CanvasText;
      stroke: Canvas;
    }
    .place.selected {
      fill: Highlight;
    }
    .chosen {
      stroke: Highlight;
    }
  }
  @media print {
    .controls,
    .foot > button,
    [part='retry'] {
      display: none;
    }
    /* Which they are is read in the list. */
    :host(:state(listed)) .unplaced > :not(summary) {
      display: none;
    }
    .legend,
    .foot {
      break-before: avoid;
    }
  }
`;
