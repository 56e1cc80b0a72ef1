import {css} from 'lit';

/** Styles of the card without a selected event. */
export default css`
  :host {
    padding: var(--crono-card-padding, 0);
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
  p,
  figure {
    margin: 0;
  }
`;
