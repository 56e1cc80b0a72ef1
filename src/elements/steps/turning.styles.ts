import {css} from 'lit';

/** Of slides: adopted with what turns them. */
export default css`
  @media screen {
    .slides > .telling {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      align-content: start;
      gap: var(--_space-m);
      touch-action: pan-y pinch-zoom;
    }
    /* Words and views are on the screen together. */
    .slides > .graphic {
      --crono-map-height: 36svh;
    }
    .slides .views {
      max-block-size: 52svh;
      overflow: hidden auto;
    }
    /* As high as the longest text, so that nothing moves when they are turned. */
    .slides .steps {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
    }
    .slides .steps > li {
      grid-area: 1 / 1;
      max-block-size: max(24rem, 60svh);
      overflow: hidden auto;
    }
    .slides [inert] {
      visibility: hidden;
    }
    [part='turning'] {
      position: sticky;
      z-index: 2;
      inset-block-end: 0;
      display: flex;
      align-items: center;
      gap: var(--_space-m);
      padding-block: var(--_space-s);
      background: var(--_surface);
      border-block-start: var(--_line-width-strong) solid var(--_text);
      font-size: var(--_small);
      white-space: nowrap;
    }
    [part='turning'] > :is(button, select) {
      min-block-size: 44px;
      min-inline-size: 44px;
    }
    [part='turning'] [aria-disabled='true'] {
      opacity: 0.4;
    }
    [part='turning'] svg {
      fill: none;
      stroke: currentColor;
      stroke-width: 2;
      vertical-align: -0.125em;
      transform: scaleX(var(--_way, 1));
    }
    [part='next'] {
      margin-inline-start: auto;
    }
    select {
      flex: 0 1 22em;
      background: var(--_surface);
      border: var(--_line-width) solid var(--_line);
      color: inherit;
      font: inherit;
    }

    @container (width >= 900px) {
      .slides .views {
        max-block-size: none;
      }
    }
  }
`;
