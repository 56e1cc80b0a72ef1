import {css} from 'lit';
import {DRAWING_FONT} from '../../core/layout/index.js';

export default css`
  :host {
    background: var(--crono-timeline-surface, transparent);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-s) var(--_space-m);
    align-items: center;
    margin-block-end: var(--_space-s);
    font-size: var(--_small);
  }
  .outside,
  .zoom {
    display: flex;
    gap: var(--_space-s);
  }
  .zoom {
    margin-inline-start: auto;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125em 1em;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  svg[role='listbox'] {
    display: block;
    overflow: visible;
    touch-action: pan-y;
    user-select: none;
    font-size: ${DRAWING_FONT}em;
  }
  :host(:state(upright)) svg[role='listbox'] {
    touch-action: pan-x pan-y;
  }
  text {
    fill: var(--_text);
  }
  /* Each line has its own bidi paragraph direction. */
  text,
  tspan {
    unicode-bidi: plaintext;
  }
  .lane rect {
    fill: none;
  }
  .lane-label {
    fill: var(--_quiet);
    font-weight: var(--_medium);
  }
  /* Behind titles, so fainter than other rules. */
  .axis line {
    stroke: color-mix(in oklab, var(--_border) 45%, transparent);
  }
  .axis .major {
    stroke: var(--_border);
  }
  .axis text {
    fill: var(--_quiet);
    text-anchor: middle;
  }
  .axis.upright text {
    text-anchor: end;
  }
  .mark,
  .bar {
    cursor: pointer;
  }
  .hit {
    fill: transparent;
  }
  .body {
    fill: var(--_category);
    stroke: var(--_surface);
    stroke-width: 1;
  }
  .vague .body {
    fill-opacity: 0.25;
    stroke: var(--_category);
    stroke-dasharray: 1.5 2;
    stroke-width: var(--_mark-width);
  }
  .disputed .body {
    fill: var(--_surface);
    stroke: var(--_category);
    stroke-width: var(--_mark-width);
  }
  .sign {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.25;
  }
  .mark.selected .body {
    stroke: var(--_text);
    stroke-width: 2;
  }
  .active .hit,
  svg[role='listbox']:focus-visible .active .body {
    stroke: var(--_focus);
    stroke-width: var(--_focus-width);
  }
  .dimmed {
    opacity: 0.35;
  }
  .label text {
    paint-order: stroke;
    stroke: var(--_surface);
    stroke-width: 3;
    stroke-linejoin: round;
  }
  .label.selected text {
    font-weight: var(--_bold);
  }
  .label {
    cursor: pointer;
  }
  .label polyline {
    fill: none;
    stroke: var(--_border);
  }
  .bar text {
    fill: var(--_surface);
    font-weight: var(--_bold);
    text-anchor: middle;
    pointer-events: none;
  }
  .bar text[transform] {
    font-size: 0.85em;
  }
  /* Darker with more events. */
  .few .body {
    fill: color-mix(in oklab, var(--_category) 22%, var(--_surface));
  }
  .some .body {
    fill: color-mix(in oklab, var(--_category) 45%, var(--_surface));
  }
  .bar.disputed .body {
    fill: var(--_surface);
  }
  .bar.disputed text,
  .few text,
  .some text {
    fill: var(--_text);
  }
  .wide .body {
    stroke-dasharray: 3 2;
    stroke: var(--_category);
  }
  .bar.dimmed {
    opacity: 0.4;
  }
  .tray {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-s);
    align-items: center;
    margin-block-start: var(--_space-m);
    padding-block-start: var(--_space-s);
    border-block-start: var(--_line-width) dashed var(--_line);
    font-size: var(--_small);
  }
  .tray span {
    color: var(--_quiet);
  }
  .tray button {
    text-align: start;
  }
  .tray [aria-pressed='true'] {
    font-weight: var(--_bold);
    border-color: currentColor;
  }
  @media (forced-colors: active) {
    .body {
      fill: CanvasText;
      stroke: Canvas;
    }
    text {
      fill: CanvasText;
    }
    .bar text,
    .disputed .body {
      fill: Canvas;
    }
    .disputed .body {
      stroke: CanvasText;
    }
    .bar.disputed text {
      fill: CanvasText;
    }
    .mark.selected .body {
      fill: Highlight;
    }
  }
`;
