import {css} from 'lit';

export default css`
  .popup {
    position: absolute;
    z-index: 4;
    inset-block-start: 0.5rem;
    inline-size: min(18rem, 50% - 4.5rem);
    max-block-size: calc(100% - 1rem);
    overflow: auto;
    padding: var(--_space-m);
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    font-size: var(--_small);
    line-height: 1.35;
  }
  .popup .close {
    float: inline-end;
    margin-inline-start: var(--_space-s);
    padding: 0;
  }
  .popup-name {
    font-size: 1.15em;
    font-weight: var(--_bold);
  }
  .facts,
  .who {
    color: var(--_quiet);
  }
  .popup-count {
    margin-block-start: var(--_space-s);
  }
  .popup-count .number {
    font-size: 1.6em;
    font-weight: var(--_bold);
    line-height: 1.1;
  }
  .who {
    display: block;
  }
  .who b {
    font-weight: inherit;
  }
  .popup-events {
    display: grid;
    gap: var(--_space-s);
    margin: var(--_space-s) 0 0;
    padding: var(--_space-s) 0 0;
    border-block-start: var(--_line-width) solid var(--_line);
    list-style: none;
  }
  .popup-events button,
  .unplaced button {
    border: 0;
    padding: 0;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .popup-events .facts {
    display: block;
  }
  [aria-pressed='true'] {
    font-weight: var(--_bold);
  }
  /* Beside the buttons, on the side where they are. */
  @container (width >= 640px) {
    .popup.right {
      right: 0.5rem;
    }
    .popup.left {
      left: 3.75rem;
    }
    .popup.left:dir(rtl) {
      left: 0.5rem;
    }
    .popup.right:dir(rtl) {
      right: 3.75rem;
    }
  }
  @container (width < 640px) {
    .popup {
      inset: 0.5rem 0.5rem auto;
      inline-size: auto;
      max-block-size: 45%;
    }
    .popup.low {
      inset-block: auto 0.5rem;
    }
  }
`;
