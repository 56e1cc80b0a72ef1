import {css} from 'lit';

export default css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-s) var(--_space-m);
    align-items: center;
    justify-content: space-between;
    font-size: var(--_small);
  }
  /* Takes the remaining width; wraps only when its longest word does not fit. */
  .category {
    flex: 1 1 0;
    min-inline-size: min-content;
    font-weight: var(--_medium);
  }
  .steps {
    display: flex;
    flex: none;
    gap: 0.25em;
  }
  .steps button {
    display: grid;
    place-content: center;
    min-block-size: max(24px, 2.25em);
    min-inline-size: max(24px, 2.25em);
    padding: 0;
    border-color: transparent;
  }
  .steps button:hover {
    border-color: currentColor;
  }
  .steps svg {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
  }
  .step:dir(rtl) svg {
    transform: scaleX(-1);
  }
  [aria-disabled='true'] {
    opacity: 0.4;
    cursor: default;
  }
  .steps [aria-disabled='true']:hover {
    border-color: transparent;
  }
  @media (pointer: coarse) {
    .steps button {
      min-block-size: 44px;
      min-inline-size: 44px;
    }
  }
  .main > * + * {
    margin-block-start: var(--_space-m);
  }
  .kicker {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    margin-block-start: var(--_space-s);
    color: var(--_quiet);
  }
  .kicker .status {
    color: var(--_text);
    font-weight: var(--_medium);
  }
  .kicker .disputed,
  .kicker .withdrawn {
    color: var(--_accent);
  }
  .main > .title {
    margin-block-start: 0.125em;
    font-family: var(--crono-font-heading, inherit);
    font-size: 1.5em;
    font-weight: var(--_bold);
    line-height: 1.15;
    overflow-wrap: break-word;
    text-wrap: balance;
  }
  .text {
    max-inline-size: 66ch;
    overflow-wrap: break-word;
    text-wrap: pretty;
  }
  .facts {
    color: var(--_quiet);
    font-size: var(--_small);
  }
  .media > :is(img, video) {
    display: block;
    max-inline-size: 100%;
    max-block-size: 36em;
  }
  .media audio {
    inline-size: 100%;
  }
  .media figcaption {
    margin-block-start: 0.25em;
  }
  .warning {
    display: grid;
    gap: var(--_space-s);
    justify-items: start;
    padding: var(--_space-m);
    background: var(--_raised);
    border: var(--_line-width) dashed var(--_line);
    /* Host names can be long. */
    overflow-wrap: anywhere;
  }
  .figures {
    padding-block: var(--_space-m);
    border-block: var(--_line-width) solid var(--_line);
  }
  .value {
    font-family: var(--crono-font-heading, inherit);
    font-weight: var(--_bold);
    line-height: 1.05;
  }
  /* All figures of an event have the same size, so that none has more weight. */
  .number {
    font-size: 3em;
    letter-spacing: -0.02em;
  }
  .figures.long .number {
    font-size: 1.75em;
    line-height: 1.2;
  }
  .claimant {
    line-height: 1.3;
  }
  .claimant b {
    font-weight: var(--_medium);
  }
  .breakdown {
    margin-block: 0.375em;
  }
  .places {
    display: grid;
    gap: 0.375em var(--_space-l);
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14em), 1fr));
    margin: 0;
    padding: 0;
    list-style: none;
    line-height: 1.3;
  }
  .places b {
    display: block;
    font-weight: var(--_medium);
  }
  details {
    max-inline-size: 66ch;
    margin-block-start: var(--_space-s);
  }
  details p {
    margin-block-start: var(--_space-s);
  }
  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    cursor: pointer;
  }
  @media (pointer: coarse) {
    summary {
      line-height: 44px;
    }
  }
  .main > .subhead,
  .aside > .subhead {
    margin-block-start: var(--_space-l);
    font-size: var(--_small);
    font-weight: var(--_bold);
  }
  .subhead + * {
    margin-block-start: 0.25em;
  }
  .correction {
    max-inline-size: 66ch;
    padding-inline-start: var(--_space-m);
    border-inline-start: 3px solid var(--_accent);
  }
  .related,
  .sources {
    display: grid;
    gap: var(--_space-s);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .related button {
    display: flex;
    gap: 0.375em;
    align-items: baseline;
    padding: 0.125em 0;
    border: 0;
    line-height: 1.3;
    text-align: start;
  }
  .related button span {
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-underline-offset: 0.2em;
  }
  .related button:hover span {
    text-decoration-color: currentColor;
  }
  .sources {
    max-inline-size: 72ch;
    padding-inline-start: 2.25em;
    list-style: decimal;
    font-variant-numeric: tabular-nums;
  }
  .sources li::marker {
    color: var(--_quiet);
    font-size: var(--_small);
  }
  .sources li:focus {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
  }
  .quotation {
    margin-block-start: 0.125em;
  }
  @container (width < 480px) {
    .main > .title {
      font-size: 1.375em;
    }
  }
  @container (width >= 900px) {
    .main > .title {
      font-size: 2em;
    }
    .event {
      display: grid;
      grid-template-columns: minmax(0, 1.6fr) minmax(0, 1fr);
      gap: calc(2 * var(--_space-l));
    }
    .aside > .subhead:first-child {
      margin-block-start: var(--_space-s);
    }
  }
  @media (forced-colors: active) {
    [aria-disabled='true'] {
      color: GrayText;
      opacity: 1;
    }
    .correction {
      border-color: CanvasText;
    }
  }
  @media print {
    .steps,
    .warning button {
      display: none;
    }
    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
    .figure,
    .sources li {
      break-inside: avoid;
    }
  }
`;
