import {css} from 'lit';

export default css`
  :host {
    background: var(--crono-list-surface, transparent);
    line-height: 1.4;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-s) var(--_space-m);
    align-items: center;
    padding-block-end: var(--_space-s);
    font-size: var(--_small);
  }
  .count {
    font-weight: var(--_medium);
  }
  .gaps {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-s);
    margin-inline-start: auto;
  }
  .gaps button {
    border-color: transparent;
    color: var(--_quiet);
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-underline-offset: 0.2em;
  }
  .gaps button[aria-pressed='true'] {
    border-color: currentColor;
    color: var(--_text);
    font-weight: var(--_medium);
    text-decoration: none;
  }
  .position {
    padding-block-end: var(--_space-s);
    color: var(--_quiet);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }
  /*
   * A scroll container. Scroll anchoring is off, as the list window keeps the position when items are added or removed.
   */
  .long {
    max-block-size: var(--crono-list-height, min(40rem, 80vh));
    overflow: hidden auto;
    overflow-anchor: none;
    padding-inline: var(--_space-m);
    border-block: var(--_line-width) solid var(--_line);
  }
  .not-printed {
    display: none;
  }
  ol,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .year {
    padding-block-start: var(--_space-m);
    border-block-start: var(--_line-width-strong) solid var(--_text);
  }
  .year + .year {
    margin-block-start: var(--_space-l);
  }
  .year-name {
    font-family: var(--crono-font-heading, inherit);
    font-size: 1.5em;
    font-weight: var(--_bold);
    line-height: 1.15;
  }
  .month {
    margin-block-start: var(--_space-m);
  }
  .month-name {
    padding-block-end: 0.25em;
    color: var(--_quiet);
    font-size: var(--_small);
    font-weight: var(--_bold);
  }
  .month-name::first-letter {
    text-transform: uppercase;
  }
  .item {
    position: relative;
    display: grid;
    gap: 0.125em var(--_space-l);
    padding-block: var(--_space-m);
    border-block-start: var(--_line-width) solid var(--_line);
  }
  .out {
    display: none;
  }
  /* Highlighted without moving the text. */
  .item-selected {
    background: var(--_raised);
    box-shadow:
      calc(-1 * var(--_space-m)) 0 var(--_raised),
      var(--_space-m) 0 var(--_raised);
  }
  .item-selected::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(-1 * var(--_space-m));
    border-inline-start: 3px solid var(--_accent);
  }
  .date,
  .outside {
    display: block;
  }
  .date {
    font-size: var(--_small);
    line-height: 1.5;
  }
  .outside {
    color: var(--_quiet);
    font-size: var(--_small);
    font-style: italic;
  }
  .what {
    min-inline-size: 0;
  }
  .title {
    display: block;
    padding: 0;
    border: 0;
    font-family: var(--crono-font-heading, inherit);
    font-size: 1.125em;
    font-weight: var(--_medium);
    line-height: 1.25;
    overflow-wrap: anywhere;
    text-align: start;
    text-wrap: balance;
  }
  .title:hover,
  .item-selected .title {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .item-dimmed .title {
    color: var(--_quiet);
    font-weight: 400;
  }
  .marks {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    align-items: baseline;
    color: var(--_quiet);
    font-size: var(--_small);
  }
  .marks .status {
    color: var(--_text);
    font-weight: var(--_medium);
  }
  .marks .note {
    font-size: 1em;
  }
  .marks .disputed,
  .marks .withdrawn {
    color: var(--_accent);
  }
  .places {
    font-size: var(--_small);
  }
  .places li {
    display: inline;
  }
  .places li:not(:last-child)::after {
    content: ' · ';
    color: var(--_quiet);
  }
  .known {
    color: var(--_quiet);
  }
  .figures {
    margin-block-start: var(--_space-s);
    font-size: 0.9375em;
    line-height: 1.3;
  }
  .figure {
    padding-inline-start: var(--_space-m);
    border-inline-start: var(--_line-width) solid var(--_line);
  }
  .value {
    font-weight: var(--_bold);
  }
  .number {
    font-size: 1.375em;
    line-height: 1.2;
  }
  .claimant b {
    font-weight: var(--_medium);
  }
  @media (pointer: coarse) {
    .title {
      margin-block: -0.5em;
      padding-block: 0.5em;
    }
  }
  @container (width >= 480px) {
    .item {
      grid-template-columns: 10em minmax(0, 1fr);
    }
    .date {
      line-height: 1.75;
    }
  }
  @container (width >= 900px) {
    .item {
      grid-template-columns: 12em minmax(0, 1fr);
    }
    .what {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.25fr);
      gap: 0 var(--_space-l);
      align-items: start;
    }
    .what > * {
      grid-column: 1;
    }
    .what > .figures {
      grid-column: 2;
      grid-row: 1 / span 4;
      margin-block-start: 0;
    }
  }
  @media (forced-colors: active) {
    .item-selected::before {
      border-color: Highlight;
    }
    .item-dimmed .title {
      color: GrayText;
    }
  }
  @media print {
    .head button,
    .position,
    .long > :empty {
      display: none;
    }
    .long {
      max-block-size: none;
      overflow: visible;
    }
    .not-printed {
      display: block;
    }
    .year.out,
    .month.out {
      display: block;
    }
    .item.out {
      display: grid;
    }
    .item {
      break-inside: avoid;
    }
    .year-name,
    .month-name {
      break-after: avoid;
    }
  }
`;
