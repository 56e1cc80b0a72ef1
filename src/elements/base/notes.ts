import {css} from 'lit';

export const noteStyles = css`
  .notes {
    white-space: nowrap;
  }
  .note {
    display: inline-block;
    min-inline-size: 24px;
    margin-inline-end: 0.25em;
    font-size: var(--_small);
    line-height: 24px;
    font-variant-numeric: tabular-nums;
    text-align: start;
  }
  .missing {
    font-style: italic;
  }
  .publisher {
    font-weight: var(--_medium);
  }
  .source-title {
    overflow-wrap: anywhere;
  }
  .source-facts,
  .quotation,
  .missing {
    color: var(--_quiet);
    font-size: var(--_small);
  }
  .source-facts,
  .quotation {
    display: block;
  }
  @media (pointer: coarse) {
    .notes {
      white-space: normal;
    }
    .note {
      min-inline-size: 44px;
      line-height: 44px;
      /* A hit area of finger size that does not increase the line height. */
      margin-block: -10px;
    }
  }
  @media print {
    .note {
      min-inline-size: 0;
      margin-inline-end: 0.5em;
      line-height: inherit;
    }
  }
`;
