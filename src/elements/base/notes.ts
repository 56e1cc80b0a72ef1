import {css} from 'lit';

export const noteStyles = css`
  /* As far apart whether they have one digit or three, the first as large as a pointer hits. */
  .note {
    display: inline-block;
    padding-inline-end: calc(24px - 1ch);
    font-size: var(--_small);
    line-height: 24px;
    font-variant-numeric: tabular-nums;
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
    .note {
      padding-inline-end: calc(44px - 1ch);
      line-height: 44px;
      /* A hit area of finger size that does not increase the line height. */
      margin-block: -10px;
    }
  }
  @media print {
    .note {
      padding-inline-end: 0.5em;
      line-height: inherit;
    }
    .note:last-child {
      padding: 0;
    }
  }
`;
