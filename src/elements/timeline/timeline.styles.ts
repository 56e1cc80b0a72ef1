import {css} from 'lit';

export default css`
  :host {
    padding: var(--crono-timeline-padding, 0);
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
    display: var(--crono-controls, flex);
  }
  .zoom [aria-disabled='true'] {
    opacity: 0.5;
    cursor: default;
  }
  .tools {
    display: flex;
    gap: var(--_space-s) var(--_space-m);
    align-items: center;
    margin-inline-start: auto;
  }
  .gone {
    visibility: hidden;
  }
  .drawing {
    position: relative;
  }
  .nowhere {
    position: absolute;
    inset: 0;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-s) var(--_space-m);
    align-content: start;
    align-items: center;
    justify-content: center;
    padding-block-start: var(--_space-m);
    color: var(--_quiet);
    font-size: var(--_small);
    pointer-events: none;
  }
  .nowhere button {
    pointer-events: auto;
  }
  .nowhere button::before,
  .nowhere button::after {
    display: inline-block;
    transform: scaleX(var(--_way, 1));
  }
  .nowhere .before::before {
    content: '←' / '';
    margin-inline-end: 0.25em;
  }
  .nowhere .after::after {
    content: '→' / '';
    margin-inline-start: 0.25em;
  }
  :host(:state(upright)) .before::before {
    content: '↑' / '';
  }
  :host(:state(upright)) .after::after {
    content: '↓' / '';
  }
  .legend,
  .legend ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125em 1em;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  /* What is disputed follows in its lines. */
  .legend > ul {
    display: contents;
  }
  .head > .legend,
  .legend > details {
    flex: 1 0 100%;
  }
  .legend summary {
    line-height: 24px;
    cursor: pointer;
  }
  svg[role='listbox'] {
    display: block;
    overflow: visible;
    touch-action: pan-y;
    user-select: none;
    font-size: calc(var(--_label-size) * 1em);
  }
  :host(:state(upright)) svg[role='listbox'] {
    touch-action: pan-x pan-y;
  }
  @media (prefers-reduced-motion: no-preference) {
    :host(:state(settling)) svg[role='listbox'] {
      transition: height 0.25s ease-out;
    }
  }
  text {
    fill: var(--_text);
  }
  /* Each line has its own bidi paragraph direction. */
  text,
  tspan {
    unicode-bidi: plaintext;
  }
  [part='lane'],
  .label rect,
  .label polyline {
    fill: none;
  }
  [part='lane-label'] {
    fill: var(--_quiet);
    font-weight: var(--_medium);
  }
  /* Behind titles, so fainter than other rules. */
  .axis line {
    stroke: color-mix(in oklab, var(--_border) 45%, transparent);
  }
  .axis .major,
  .label polyline {
    stroke: var(--_border);
  }
  .axis text {
    fill: var(--_quiet);
    text-anchor: middle;
  }
  .axis.upright text {
    text-anchor: end;
  }
  .axis.rail line {
    stroke: var(--_border);
    stroke-width: 2;
  }
  .axis.rail .break {
    stroke-dasharray: 2 4;
  }
  .axis.rail text {
    text-anchor: start;
  }
  .axis .pause {
    font-style: italic;
  }
  /* Their shapes inherit the paint, so that a theme's is theirs and not that of what receives the pointer. */
  .mark,
  .bar {
    fill: var(--_category);
    stroke: var(--_surface);
    stroke-width: 1;
    cursor: pointer;
  }
  .hit {
    fill: transparent;
    stroke: none;
  }
  /* Not of a sketch, where one path has all marks of a lane. */
  [role='option'] > path.body {
    transform-box: fill-box;
    transform-origin: center;
    scale: var(--crono-mark-size, none);
  }
  .vague,
  .disputed,
  .withdrawn {
    stroke: var(--_category);
    stroke-width: var(--_mark-width);
  }
  .vague {
    fill-opacity: 0.25;
    stroke-dasharray: 1.5 2;
  }
  .vague .cap {
    fill: var(--_surface);
    fill-opacity: 1;
    stroke-dasharray: none;
  }
  .disputed,
  .withdrawn {
    fill: var(--_surface);
  }
  .sign {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.25;
    stroke-dasharray: none;
    vertical-align: -0.125em;
  }
  .mark.selected {
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
  [part='lane-label'],
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
  .label rect {
    pointer-events: all;
  }
  .bar text {
    fill: var(--_surface);
    stroke: none;
    font-weight: var(--_bold);
    text-anchor: middle;
    pointer-events: none;
  }
  :host(:state(upright)) .bar text {
    font-size: 0.85em;
  }
  /* Darker with more events. */
  .few {
    fill: color-mix(in oklab, var(--_category) 22%, var(--_surface));
  }
  .some {
    fill: color-mix(in oklab, var(--_category) 45%, var(--_surface));
  }
  .bar.disputed {
    fill: var(--_surface);
  }
  .bar.disputed text,
  .few text,
  .some text {
    fill: var(--_text);
  }
  .wide {
    stroke-dasharray: 3 2;
    stroke: var(--_category);
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
  @media print {
    svg[role='listbox'] {
      inline-size: 100%;
      block-size: auto;
      max-block-size: 18.5cm;
    }
    .head,
    .drawing {
      break-after: avoid;
    }
    .outside,
    .zoom {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .mark,
    .bar {
      fill: CanvasText;
      stroke: Canvas;
    }
    text,
    .bar.disputed text {
      fill: CanvasText;
    }
    .bar text,
    .disputed,
    .withdrawn {
      fill: Canvas;
    }
    .disputed,
    .withdrawn,
    .vague {
      stroke: CanvasText;
    }
    .mark.selected {
      fill: Highlight;
    }
  }
`;
