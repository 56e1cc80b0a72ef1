import {css} from 'lit';

export default css`
  .annotations {
    display: grid;
    gap: var(--_space-s);
    margin: var(--_space-s) 0;
    padding: 0;
    list-style: none;
    font-size: var(--_small);
    line-height: 1.4;
  }
  .annotations:not(:has(> :not(.visually-hidden))) {
    margin: 0;
  }
  .annotations .number {
    display: inline-grid;
    place-content: center;
    min-inline-size: 1.5em;
    block-size: 1.5em;
    margin-inline-end: 0.25em;
    border: 1px solid currentColor;
    border-radius: 1em;
    font-weight: var(--_medium);
    line-height: 1;
  }
  /* The words of those without room come after the drawing; the strip, whose lines reach into it, before. */
  .drawing:has(> .annotation-strip) {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
  }
  .drawing > .annotations {
    order: 1;
  }
  .annotation-strip {
    display: block;
    overflow: visible;
    pointer-events: none;
  }
  .annotation {
    pointer-events: none;
  }
  .annotation text,
  .annotation-strip text {
    fill: var(--_text);
    font-style: italic;
  }
  .annotation .badge text,
  .annotation-strip .badge text {
    font-style: normal;
    font-weight: var(--_medium);
    text-anchor: middle;
    stroke: none;
  }
  .badge circle {
    fill: var(--_surface);
    stroke: var(--_text);
    stroke-width: 1;
  }
  .annotation .line {
    stroke: var(--_text);
    stroke-width: 1;
  }
  /* Behind titles, so fainter than the line of a map. */
  .annotation-strip :is(.line, .moment) {
    stroke: var(--_border);
    stroke-width: 1;
  }
  .annotation-strip .moment {
    stroke-dasharray: 2 3;
  }
  .annotation-strip .span {
    fill: var(--_text);
    fill-opacity: 0.07;
  }
  @media print {
    .annotation-strip {
      inline-size: 100%;
      block-size: auto;
    }
  }
  @media (forced-colors: active) {
    .annotation text,
    .annotation-strip text {
      fill: CanvasText;
    }
    .badge circle {
      fill: Canvas;
      stroke: CanvasText;
    }
    .annotation .line,
    .annotation-strip :is(.line, .moment, .span) {
      stroke: CanvasText;
    }
    .annotation-strip .span {
      fill: none;
    }
  }
`;
