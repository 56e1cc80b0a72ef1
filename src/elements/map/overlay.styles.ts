import {css} from 'lit';

/** Of shapes and routes: adopted when there are any. */
export default css`
  .overlay {
    cursor: pointer;
  }
  :where(.overlay > path:not(.fill)) {
    fill: none;
  }
  .overlay > path {
    stroke-linejoin: round;
    stroke-linecap: round;
    vector-effect: non-scaling-stroke;
  }
  .tint {
    fill: var(--_category);
    fill-opacity: 0.14;
  }
  .grain {
    fill: var(--_category);
    fill-opacity: 0.5;
  }
  .overlay > .line {
    stroke: var(--_category);
    stroke-width: 2;
  }
  .overlay > .reach {
    stroke: transparent;
    stroke-width: 24;
    pointer-events: stroke;
  }
  /* Where it runs is known by and by. */
  .overlay > .soft {
    stroke: var(--_category);
    stroke-opacity: 0.16;
    stroke-width: 12;
  }
  .vague > .line {
    stroke-dasharray: 2 6;
  }
  .overlay > .shapes {
    fill: var(--_category);
    stroke: var(--_land);
    stroke-width: 1;
    paint-order: stroke;
  }
  .overlay > .arrows {
    stroke: var(--_category);
    stroke-width: 2;
  }
  .overlay.selected > .line {
    stroke-width: 3.5;
  }
  .overlay.dimmed {
    opacity: 0.4;
  }
  .overlay.dimmed > :is(.fill, .soft, .shapes, .arrows) {
    display: none;
  }
  .overlay.dimmed > .line {
    stroke-width: 1;
  }
  .overlay > .halo {
    stroke: none;
  }
  svg:focus-visible .halo {
    stroke: var(--_focus);
    stroke-width: 8;
    stroke-opacity: 0.6;
  }
  .chosen {
    flex: 1 0 100%;
    color: var(--_text);
  }
  @media (pointer: coarse) {
    .overlay > .reach {
      stroke-width: 44;
    }
  }
  @media (forced-colors: active) {
    .tint {
      fill: none;
    }
    .grain,
    .overlay > .shapes {
      fill: CanvasText;
      stroke: Canvas;
    }
    .overlay > :is(.line, .arrows) {
      stroke: CanvasText;
    }
    .overlay.selected > .line {
      stroke: Highlight;
    }
  }
`;
