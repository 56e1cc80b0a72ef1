import {css} from 'lit';

export default css`
  :host {
    padding: var(--crono-sources-padding, 0);
    background: var(--crono-sources-surface, transparent);
    line-height: 1.4;
  }
  .title {
    margin-block-end: var(--_space-m);
    padding-block-start: var(--_space-s);
    border-block-start: var(--_line-width-strong) solid var(--_text);
    font-family: var(--crono-font-heading, inherit);
    font-size: 1.25em;
    font-weight: var(--_bold);
  }
  ol,
  ul {
    margin-block: 0 var(--_space-l);
    padding: 0;
    list-style: none;
  }
  ol {
    padding-inline-start: 2.5em;
    list-style: decimal;
    font-variant-numeric: tabular-nums;
  }
  li {
    break-inside: avoid;
    text-wrap: pretty;
  }
  ol > li {
    margin-block-end: var(--_space-s);
    max-inline-size: 66ch;
  }
  .group {
    list-style: none;
  }
  .group > ol {
    font-size: inherit;
    margin: 0;
    padding: 0;
    columns: auto;
  }
  .group li:last-child {
    margin-block-end: 0;
  }
  @media screen {
    .only-printed {
      display: none;
    }
  }
  li:focus {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
  }
  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    margin-block-end: var(--_space-l);
    cursor: pointer;
  }
  .source-facts {
    display: inline;
  }
  .source-facts:empty {
    display: none;
  }
  .source-facts::before {
    content: '\\A';
    white-space: pre;
  }
  .source-facts:not(:empty) + .cited::before {
    content: '· ';
    white-space: normal;
  }
  li::marker {
    color: var(--_quiet);
    font-size: var(--_small);
  }
  .definitions li {
    max-inline-size: 66ch;
    margin-block-end: var(--_space-s);
  }
  .corrections li {
    max-inline-size: 66ch;
    margin-block-end: var(--_space-s);
    padding-inline-start: var(--_space-m);
    border-inline-start: 3px solid var(--_accent);
  }
  .about {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5em;
    margin-block-end: 0;
    padding-block-start: var(--_space-s);
    border-block-start: var(--_line-width) solid var(--_line);
    color: var(--_quiet);
    font-size: var(--_small);
  }
  @media (pointer: coarse) {
    summary {
      line-height: 44px;
    }
  }
  @container (width >= 900px) {
    ol {
      columns: 2;
      column-gap: calc(2.5em + var(--_space-l));
    }
  }
  /* The one place where addresses are written out. */
  @media print {
    :host {
      font-size: 0.875em;
    }
    .source-title a[href^='http']::after {
      content: ' ' attr(href);
      color: var(--_quiet);
      font-size: var(--_small);
      overflow-wrap: anywhere;
    }
    /* First ones and the rest in the same columns. */
    .entries {
      columns: 2;
      column-gap: var(--_space-l);
      margin-block-end: var(--_space-s);
    }
    ol {
      columns: auto;
      font-size: 0.875em;
    }
    ol,
    ul:has(+ details) {
      margin-block-end: 0;
    }
    .group {
      break-inside: auto;
    }
    .group > .publisher {
      display: block;
      break-after: avoid;
    }
    summary,
    .not-printed {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .corrections li {
      border-color: CanvasText;
    }
  }
`;
