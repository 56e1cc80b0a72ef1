import {css} from 'lit';

export default css`
    /* Of what is placed in it. */
    :host {
      position: relative;
    }
    /* Over the views after it. */
    :host(:is(:state(called-out), :hover)) {
      z-index: 5;
    }
    .call-out {
      position: absolute;
      z-index: 6;
      inline-size: min(21rem, 100% - 1rem);
      max-block-size: min(26rem, 100vh - 1rem);
      overflow: auto;
      overscroll-behavior: contain;
      padding: var(--_space-m);
      background: var(--_surface);
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      color: var(--_text);
      font-size: max(0.875em, 0.875rem);
      line-height: 1.35;
      text-align: start;
      white-space: normal;
      cursor: auto;
      animation: call-out var(--_motion);
    }
    .call-out.whole {
      inline-size: min(32rem, 100% - 1rem);
      max-block-size: min(40rem, 100vh - 1rem);
    }
    @keyframes call-out {
      from {
        opacity: 0;
      }
    }
    .call-out :is(p, ul) {
      margin: 0;
    }
    .call-out .steps {
      float: inline-end;
      display: flex;
      gap: 0.125em;
      margin-block-start: -0.375em;
      margin-inline: var(--_space-s) -0.375em;
    }
    .call-out .steps button {
      display: grid;
      place-content: center;
      min-inline-size: max(24px, 2em);
      min-block-size: max(24px, 2em);
      padding: 0;
      border-color: transparent;
    }
    .call-out .steps button:hover {
      border-color: currentColor;
    }
    .call-out .steps svg {
      fill: none;
      stroke: currentColor;
      stroke-width: 1.75;
      transform: scaleX(var(--_way, 1));
    }
    .call-out .steps [aria-disabled='true'] {
      opacity: 0.4;
      border-color: transparent;
      cursor: default;
    }
    .call-out .when {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.75em;
      min-block-size: 1.75em;
      align-items: center;
    }
    .call-out .sign {
      fill: none;
      stroke: currentColor;
      stroke-width: 1.75;
      vertical-align: -0.125em;
    }
    .call-out .sign .full {
      fill: currentColor;
    }
    .call-out :is(.when, .facts, .claimant) {
      color: var(--_quiet);
    }
    .call-out .name {
      margin-block: 0.125em;
      font-family: var(--crono-font-heading, inherit);
      font-size: 1.2em;
      font-weight: var(--_bold);
      line-height: 1.2;
      overflow-wrap: break-word;
      text-wrap: balance;
    }
    /* Each number with its claimant in a row; the numbers in a column. */
    .call-out .leads {
      display: grid;
      grid-template-columns: fit-content(45%) minmax(0, 1fr);
      gap: 0.25em 0.75em;
    }
    .call-out .lead {
      display: grid;
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
      align-items: baseline;
    }
    .call-out .lead > .facts {
      grid-column: 2;
    }
    .call-out .value {
      font-family: var(--crono-font-heading, inherit);
      font-weight: var(--_bold);
      font-variant-numeric: lining-nums;
    }
    .call-out .value .number {
      font-size: 1.6em;
      line-height: 1.1;
    }
    .call-out .claimant {
      display: block;
      color: var(--_text);
    }
    .call-out .all {
      margin-block-start: var(--_space-s);
    }
    .call-out .at {
      margin-block-start: var(--_space-m);
      padding-block-start: var(--_space-s);
      border-block-start: var(--_line-width) solid var(--_line);
    }
    .call-out .steps + .at {
      margin: 0;
      padding: 0;
      border: 0;
    }
    .call-out .events {
      display: grid;
      gap: var(--_space-s);
      margin-block-start: var(--_space-s);
      padding: 0;
      list-style: none;
    }
    .call-out .events button {
      border: 0;
      padding: 0;
      text-align: start;
      text-decoration: underline;
      text-decoration-color: var(--_line);
      text-underline-offset: 0.15em;
    }
    .call-out .events button:hover {
      text-decoration-color: currentColor;
    }
    .call-out .events .facts {
      display: block;
    }
    .call-out .events [aria-pressed='true'] {
      font-weight: var(--_bold);
    }
    /* Over the end of the drawing that it follows. */
    .out-of-view {
      position: absolute;
      z-index: 3;
      margin-block-start: -5em;
      background: var(--_surface);
      border-color: var(--_border);
      font-size: var(--_small);
    }
    .out-of-view.before {
      inset-inline-start: 0;
    }
    .out-of-view.after {
      inset-inline-end: 0;
    }
    .out-of-view svg {
      fill: none;
      stroke: currentColor;
      stroke-width: 1.5;
      vertical-align: -0.125em;
      transform: scaleX(var(--_way, 1));
    }
    :host(:state(upright)) .out-of-view svg {
      transform: rotate(90deg);
    }
    .tip {
      position: absolute;
      z-index: 7;
      inline-size: max-content;
      max-inline-size: min(20rem, 100% - 1rem);
      padding: 0.25em 0.5em;
      background: var(--_text);
      border-radius: var(--_radius);
      color: var(--_surface);
      font-size: var(--_small);
      line-height: 1.3;
      text-align: start;
      overflow-wrap: anywhere;
    }
    .tip[hidden] {
      display: none;
    }
    @media (forced-colors: active) {
      .tip {
        border: 1px solid CanvasText;
      }
    }
    @media (pointer: coarse) {
      .call-out .steps button {
        min-inline-size: 44px;
        min-block-size: 44px;
      }
    }
    @media print {
      .call-out,
      .tip {
        display: none;
      }
    }
`;
