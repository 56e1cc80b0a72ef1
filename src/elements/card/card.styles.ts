import {css} from 'lit';

/** Styles of the card without a selected event. */
export default css`
  :host {
    background: var(--crono-card-surface, transparent);
  }
  .card {
    border-block-start: var(--_line-width-strong) solid var(--_text);
    padding-block-start: var(--_space-s);
    line-height: 1.45;
  }
  .card:focus:not(:focus-visible) {
    outline: none;
  }
  :host(:state(empty)) .card {
    border-block-start: var(--_line-width) solid var(--_line);
    padding-block: var(--_space-m);
  }
  p,
  figure {
    margin: 0;
  }
  .nothing {
    max-inline-size: 40ch;
    color: var(--_quiet);
    text-wrap: pretty;
  }
`;
