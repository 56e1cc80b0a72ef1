import {css} from 'lit';

export default css`
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
  :is(.year, .list) ~ .year {
    margin-block-start: var(--_space-l);
  }
  .year-name {
    font-family: var(--crono-font-heading, inherit);
    font-size: 1.5em;
    font-weight: var(--_bold);
    line-height: 1.15;
  }
  .month {
    margin-block-start: var(--_space-s);
  }
  .pause {
    margin: 0;
    padding-block: 0.25em var(--_space-m);
    color: var(--_quiet);
    font-size: var(--_small);
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
    padding-block: var(--_space-s);
    border-block-start: var(--_line-width) solid var(--_line);
  }
  .out {
    display: none;
  }
  /* On paper its ground would be cut by columns and pages. */
  @media screen {
    /* A scroll container. Scroll anchoring is off, as the list window keeps the position when items are added or removed. */
    .list.long {
      max-block-size: var(--crono-list-height, min(40rem, 80vh));
      overflow: hidden auto;
      overflow-anchor: none;
      padding-inline: var(--_space-m);
      border-block: var(--_line-width) solid var(--_line);
      scroll-padding-block: var(--_space-m);
      /* Its end fades until it is reached, and its beginning once it is left, so that no line is cut in half. */
      mask:
        linear-gradient(currentColor calc(100% - 3rem), transparent) 0 0 / 100% calc(100% + 3rem) no-repeat,
        linear-gradient(transparent, currentColor var(--_space-m)) 0 calc(-1 * var(--_space-m)) / 100%
          calc(100% + var(--_space-m)) no-repeat;
      mask-composite: intersect;
      animation:
        fade linear both,
        begin linear both;
      animation-timeline: scroll(self);
      animation-range:
        0% 100%,
        0% var(--_space-m);
    }
    @keyframes fade {
      from,
      90% {
        mask-size:
          100% 100%,
          100% calc(100% + var(--_space-m));
      }
    }
    @supports (animation-timeline: scroll()) {
      @keyframes begin {
        to {
          mask-position: 0 0;
        }
      }
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
  }
  .date,
  .outside {
    display: block;
  }
  .when {
    font-size: var(--_small);
    line-height: 1.5;
  }
  .outside {
    color: var(--_quiet);
    font-style: italic;
  }
  .what {
    min-inline-size: 0;
  }
  .title {
    position: relative;
    display: block;
    inline-size: 100%;
    padding: 0;
    padding-inline-end: 1.5em;
    border: 0;
    font-family: var(--crono-font-heading, inherit);
    font-weight: var(--_medium);
    line-height: 1.3;
    overflow-wrap: anywhere;
    text-align: start;
    text-wrap: pretty;
  }
  /* Down: it opens. Up: it closes. */
  .title[aria-expanded]::after {
    content: '';
    position: absolute;
    inset-block-start: 0.375em;
    inset-inline-end: 0.25em;
    inline-size: 0.4375em;
    block-size: 0.4375em;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
  }
  .title[aria-expanded='true']::after {
    inset-block-start: 0.625em;
    rotate: 225deg;
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
    text-wrap: pretty;
  }
  .marks .status,
  .lead .number {
    color: var(--_text);
    font-weight: var(--_medium);
  }
  .lead b {
    font-weight: inherit;
  }
  .marks .note {
    font-size: 1em;
  }
  .marks .disputed,
  .marks .withdrawn {
    color: var(--_accent);
  }
  .item > .event {
    grid-column: 1 / -1;
    padding-block: var(--_space-s) var(--_space-m);
  }
  @media (pointer: coarse) {
    .title {
      margin-block: -0.5em;
      padding-block: 0.5em;
    }
    .title[aria-expanded]::after {
      margin-block-start: 0.5em;
    }
  }
  @container (width >= 480px) {
    .item {
      grid-template-columns: 9em minmax(0, 1fr);
    }
    .when {
      line-height: 1.625;
    }
    .item > .event {
      grid-column: 2;
    }
  }
  @container (width >= 640px) {
    .item {
      grid-template-columns: 12em minmax(0, 1fr);
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
    :host {
      font-size: 0.8125em;
    }
    .head button,
    .position,
    .list > :empty {
      display: none;
    }
    .not-printed {
      display: block;
    }
    .year.out,
    .month.out {
      display: block;
    }
    .list > div {
      columns: 2;
      column-gap: 2em;
    }
    .item:not(:has(.event)) {
      break-inside: avoid;
    }
    /* Pages are cut through blocks better than through grids: of these, headings stay behind. */
    .item,
    .item.out {
      display: block;
    }
    .title::after {
      display: none;
    }
    /* Only rows have rules between them. */
    .item .more {
      margin-block-start: var(--_space-s);
      padding: 0;
      border: 0;
    }
    .item .figures {
      display: block;
    }
    .item .figure + .figure {
      margin-block-start: var(--_space-s);
    }
    .item .said > .figures .number {
      font-size: 2em;
    }
    /* Each link once, in the row that says it, and no figure again that the opened row says in full. */
    .related > .back,
    [data-section='related'] > summary,
    [data-section='related']:not(:has(.related > li:not(.back))),
    .item:has(.event) .lead {
      display: none;
    }
    [data-section='related'] {
      break-before: avoid;
    }
    .related {
      display: block;
    }
    .related button {
      display: inline;
    }
    .when,
    .what {
      break-inside: avoid;
    }
    /* As the last of a row, it would keep the next row with this one. */
    .item:has(.event) > :is(.when, .what),
    .head,
    .year-name,
    .month-name,
    .pause {
      break-after: avoid;
    }
  }
`;
