import {css} from 'lit';

export default css`
  :host {
    padding: var(--crono-filter-padding, 0);
    background: var(--crono-filter-surface, transparent);
    font-size: var(--_small);
    line-height: 1.4;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-s) var(--_space-m);
    align-items: end;
    padding-block-end: var(--_space-m);
  }
  .search {
    flex: 1 1 16em;
    max-inline-size: 28em;
  }
  .search span {
    display: block;
    font-weight: var(--_medium);
  }
  input[type='search'] {
    inline-size: 100%;
    min-block-size: 32px;
    padding: 0.25em 0.5em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    /* At least 16 px, below which phones zoom in on focus. */
    font: inherit;
    font-size: max(1rem, 16px);
  }
  input::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }
  .count {
    min-block-size: 32px;
    font-weight: var(--_medium);
    line-height: 32px;
  }
  .head button {
    min-block-size: 32px;
    margin-inline-start: auto;
  }
  .group {
    border-block-start: var(--_line-width) solid var(--_line);
  }
  summary {
    padding-block: calc((32px - 1.4em) / 2);
    font-weight: var(--_medium);
    cursor: pointer;
  }
  .chosen {
    color: var(--_quiet);
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  .options {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-s);
    align-items: center;
    padding-block-end: var(--_space-m);
  }
  .find {
    display: flex;
    flex: 1 0 100%;
    flex-wrap: wrap;
    align-items: center;
  }
  .find input {
    flex: 1 1 12em;
    max-inline-size: 20em;
  }
  .found:not(:empty) {
    margin-inline-start: var(--_space-m);
    color: var(--_quiet);
  }
  .option {
    display: inline-flex;
    gap: 0.4em;
    align-items: center;
    min-block-size: 30px;
    max-inline-size: 100%;
    padding: 0.125em 0.625em;
    border: var(--_line-width) solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .option:hover {
    border-color: currentColor;
  }
  .option:focus-within:has(:focus-visible) {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
  }
  .option input {
    flex: none;
    margin: 0;
    outline: none;
    accent-color: var(--_text);
  }
  .option-chosen {
    border-color: currentColor;
    background: var(--_raised);
    font-weight: var(--_medium);
  }
  .name {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .option-count {
    color: var(--_quiet);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .option-empty {
    color: var(--_quiet);
  }
  @media (pointer: coarse) {
    input[type='search'],
    .option,
    .options button,
    .head button {
      min-block-size: 44px;
    }
    .count {
      line-height: 44px;
    }
    summary {
      padding-block: calc((44px - 1.4em) / 2);
    }
  }
  @container (width < 480px) {
    .search,
    .find input {
      flex-basis: 100%;
      max-inline-size: none;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
