import {css} from 'lit';

/** Styles of the bar of a card, and of what names the selected row. */
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
  .steps button:not([aria-disabled='true']):hover {
    border-color: currentColor;
  }
  .steps svg {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    transform: scaleX(var(--_way, 1));
  }
  [aria-disabled='true'] {
    opacity: 0.4;
    cursor: default;
  }
  @media (pointer: coarse) {
    .steps button {
      min-block-size: 44px;
      min-inline-size: 44px;
    }
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
    text-wrap: balance;
  }
  .to-list {
    margin-block-start: var(--_space-m);
    font-size: var(--_small);
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
  }
  @media (forced-colors: active) {
    [aria-disabled='true'] {
      color: GrayText;
      opacity: 1;
    }
  }
  @media print {
    :host(:state(listed)),
    .steps,
    .to-list {
      display: none;
    }
    .bar,
    .kicker {
      break-after: avoid;
    }
  }
`;
