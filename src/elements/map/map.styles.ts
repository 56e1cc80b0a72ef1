import {css} from 'lit';

/** What is there before anything is drawn. */
export default css`
  .stage {
    position: relative;
  }
  .stage,
  :host(:state(waiting)) slot {
    block-size: var(--crono-map-height, clamp(18rem, 58cqi, 34rem));
    background: var(--_sea);
    border: var(--_line-width) solid var(--_line);
    overflow: hidden;
  }
  /* What stands below it. */
  slot {
    margin-block-end: 5.5rem;
  }
  /* On paper the drawing keeps the ratio for which it was laid out, in whatever width there is. A page may give heights to
     the screen alone, or shares of it: they would be others when it is laid out than when it is printed. */
  @media screen {
    :host(:state(printing)) .stage {
      inline-size: 720px;
      block-size: 336px;
    }
  }
  @media print {
    .stage {
      block-size: auto;
      aspect-ratio: 15 / 7;
      break-inside: avoid;
      print-color-adjust: exact;
    }
    /* A print does not wait for a map that nobody has come near. */
    .stage:empty,
    .stage:empty ~ *,
    .skeleton {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .stage {
      background: Canvas;
    }
  }
`;
