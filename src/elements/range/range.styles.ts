import {css} from 'lit';

export default css`
  :host {
    --_window: var(--crono-range-window, var(--_accent));
    padding: var(--crono-range-padding, 0);
    background: var(--crono-range-surface, transparent);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-s) var(--_space-m);
    align-items: center;
    min-block-size: 2em;
    margin-block-end: var(--_space-s);
    font-size: var(--_small);
  }
  .words {
    font-weight: var(--_medium);
  }
  .count {
    color: var(--_quiet);
  }
  .head button {
    margin-inline-start: auto;
  }
  svg {
    display: block;
    overflow: visible;
    touch-action: pan-y;
    user-select: none;
  }
  .base {
    stroke: var(--_line);
  }
  .bin {
    fill: var(--_quiet);
  }
  .bin.out {
    opacity: 0.4;
  }
  .window {
    fill: var(--_window);
    fill-opacity: 0.1;
    cursor: grab;
  }
  :host(:state(dragging)) .window {
    cursor: grabbing;
  }
  .handle {
    cursor: ew-resize;
    outline: none;
  }
  .handle line {
    stroke: var(--_window);
    stroke-width: var(--_mark-width);
  }
  .target {
    fill: transparent;
  }
  .grip {
    fill: var(--_surface);
    stroke: var(--_window);
    stroke-width: var(--_mark-width);
  }
  .handle:focus-visible .target {
    stroke: var(--_focus);
    stroke-width: var(--_focus-width);
  }
  .axis line {
    stroke: var(--_line);
  }
  .axis text {
    fill: var(--_quiet);
    font-size: 0.75em;
    text-anchor: middle;
  }
  @media (forced-colors: active) {
    .bin {
      fill: CanvasText;
    }
    .window {
      fill: Highlight;
    }
    .handle line,
    .grip {
      stroke: CanvasText;
    }
    .grip {
      fill: Canvas;
    }
    .axis text {
      fill: CanvasText;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
