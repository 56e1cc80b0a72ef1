import {css} from 'lit';

/** What is there before anything is drawn. */
export default css`
  .stage {
    position: relative;
    block-size: var(--crono-map-height, clamp(18rem, 58cqi, 34rem));
    background: var(--_sea);
    border: var(--_line-width) solid var(--_line);
    overflow: hidden;
  }
  @media (forced-colors: active) {
    .stage {
      background: Canvas;
    }
  }
`;
