import {css} from 'lit';

/** Of slides: adopted with what turns them. */
export default css`
  @media screen {
    /* As high as the longest text, so that nothing moves when they are turned. */
    .slides :is(.telling, .steps) {
      display: grid;
      grid-template: 1fr auto / minmax(0, 1fr);
    }
    .slides .telling {
      gap: var(--_space-m);
      touch-action: pan-y pinch-zoom;
    }
    /* Words and views are on the screen together. */
    .slides .graphic {
      --crono-map-height: 36svh;
    }
    .slides .views {
      max-block-size: 52svh;
      overflow: hidden auto;
    }
    .slides .steps > li {
      grid-area: 1 / 1;
      max-block-size: max(24rem, 75svh);
      overflow: hidden auto;
    }
    .slides [inert] {
      visibility: hidden;
    }
    [part=turning] {
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
    [part=turning] :is(button, select) {
      min-block-size: 44px;
      min-inline-size: 44px;
    }
    [aria-disabled=true] {
      opacity: 0.4;
    }
    [part=turning] svg {
      fill: none;
      stroke: currentColor;
      stroke-width: 2;
      vertical-align: -0.125em;
      transform: scaleX(var(--_way, 1));
    }
    /* It gives way to the buttons. */
    select {
      flex: 0 99 22em;
      margin-inline-end: auto;
      background: var(--_surface);
      border: var(--_line-width) solid var(--_line);
      color: inherit;
      font: inherit;
    }
    @container (width >= 900px) {
      .slides .views {
        max-block-size: var(--_tall);
      }
    }
  }
`;
