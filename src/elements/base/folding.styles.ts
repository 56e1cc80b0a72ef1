import {css} from 'lit';

export default css`
  .break .band {
    fill: color-mix(in oklab, var(--_text) 6%, transparent);
  }
  .break .strokes {
    fill: none;
    stroke: var(--_quiet);
    stroke-width: 1.5;
  }
  /* Not hatched: short strokes read as the bars of events. */
  .folded {
    stroke: color-mix(in oklab, var(--_text) 6%, transparent);
  }
  .folds {
    position: relative;
    min-block-size: 24px;
    font-size: calc(var(--_label-size) * 1em);
  }
  .fold button {
    position: absolute;
    inset-block-start: 0;
    block-size: 24px;
    min-block-size: 24px;
    padding: 0;
    color: var(--_quiet);
    white-space: nowrap;
    border-color: transparent;
  }
  .fold button:hover,
  .fold button:focus-visible {
    color: var(--_text);
    border-color: var(--_line);
  }
  .fold svg {
    fill: none;
    stroke: currentColor;
    vertical-align: -0.125em;
  }
  /* Above the words, which have no ground of their own: a page may have another than the story's. */
  .fold .reach {
    position: absolute;
    inset-block: 0 19px;
    border: var(--_line-width) dashed var(--_border);
    border-block-start: none;
  }
  @media (pointer: coarse) {
    .fold button {
      block-size: 44px;
    }
  }
  .break text {
    fill: var(--_quiet);
    text-anchor: middle;
  }
  /* The drawing, which is scaled on paper, says there what they say. */
  @media print {
    .fold {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .break .band {
      fill: Canvas;
      stroke: CanvasText;
      stroke-dasharray: 2 3;
    }
    .break .strokes {
      stroke: CanvasText;
    }
  }
`;
