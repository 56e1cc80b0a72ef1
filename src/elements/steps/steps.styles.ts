import {css} from 'lit';

export default css`
  .told {
    --_tall: calc(var(--_screen, 100svh) - var(--crono-story-offset, 0px));
    line-height: 1.5;
  }
  .steps {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .said {
    max-inline-size: 40em;
  }
  .title {
    font-family: var(--crono-font-heading, inherit);
    font-size: 1.5em;
    font-weight: var(--_bold);
    line-height: 1.15;
    text-wrap: balance;
  }
  [part='text'],
  [part='facts'] {
    margin: var(--_space-s) 0 0;
    white-space: pre-line;
  }
  .media {
    margin: 0 0 var(--_space-m);
  }
  .media :is(img, video) {
    inline-size: 100%;
    block-size: clamp(10rem, 36svh, 24rem);
    object-fit: contain;
  }
  [part='facts'] {
    color: var(--_quiet);
    font-size: var(--_small);
  }
  .graphic {
    position: relative;
  }
  .graphic[hidden] {
    display: none;
  }
  [part='return'] {
    position: absolute;
    z-index: 3;
    inset-block-end: var(--_space-m);
    inset-inline: var(--_space-m);
    margin-inline: auto;
    inline-size: fit-content;
    background: var(--_text);
    color: var(--_surface);
    font-size: var(--_small);
  }

  @media screen {
    .scroll,
    .slides {
      display: grid;
      gap: var(--_space-m) var(--_space-l);
      grid-template-columns: minmax(0, 1fr);
    }
    :is(.scroll, .slides) [part='facts'] {
      display: none;
    }

    /* The text passes over the views where there is no room beside them. */
    .scroll > :is(.graphic, .telling) {
      grid-area: 1 / 1;
    }
    .scroll > .graphic {
      --crono-map-height: calc(var(--_tall) - 9rem);
      position: sticky;
      inset-block-start: var(--crono-story-offset, 0px);
      align-self: start;
      block-size: var(--_tall);
    }
    .scroll.several > .graphic {
      --crono-map-height: calc(0.4 * var(--_tall));
    }
    .scroll .views {
      block-size: 100%;
      overflow: hidden auto;
    }
    .scroll > .telling {
      position: relative;
      z-index: 2;
      pointer-events: none;
    }
    .scroll .step {
      padding-block-end: calc(0.6 * var(--_tall));
    }
    .scroll .steps {
      padding-block-start: calc(0.8 * var(--_tall));
    }
    .scroll .said {
      inline-size: min(100% - 2 * var(--_space-m), 34em);
      margin-inline: auto;
      padding: var(--_space-m) var(--_space-l);
      background: var(--crono-steps-surface, var(--_surface));
      border: var(--_line-width) solid var(--_line);
      border-block-start: 3px solid var(--_line);
      pointer-events: auto;
    }
    .scroll [aria-current] .said {
      border-block-start-color: var(--_accent);
    }

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
    }
    [part='turning'] :dir(rtl) svg {
      transform: scaleX(-1);
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
    .flat > .graphic,
    .flat .step + .step {
      margin-block-end: var(--_space-l);
    }

    @container (width >= 900px) {
      .told:is(.scroll, .slides):has(> .graphic:not([hidden])) {
        grid-template-columns: minmax(0, var(--crono-steps-width, 24rem)) minmax(0, 1fr);
        > .graphic {
          grid-area: 1 / 2;
        }
        &.slides .views {
          max-block-size: none;
        }
        > .telling {
          grid-area: 1 / 1;
        }
      }
      .scroll .said {
        inline-size: auto;
        padding-inline: 0;
        border-inline: 0;
        border-block-end: 0;
      }
      .scroll .steps {
        padding-block-start: calc(0.35 * var(--_tall));
      }
    }
  }

  @media print {
    [part='return'],
    [part='turning'],
    .step ~ .end {
      display: none;
    }
    .step {
      margin-block-start: var(--_space-l);
    }
    .said {
      break-inside: avoid;
    }
  }
`;
