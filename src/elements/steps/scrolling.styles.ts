import {css} from 'lit';

/** Of steps that are scrolled past: adopted with what follows the scroll. */
export default css`
  @media screen {
    /* The text passes over the views where there is no room beside them. */
    .scroll > :is(.graphic, .telling) {
      grid-area: 1 / 1;
    }
    /* The text comes below the views, is read there, and passes over them when it goes. */
    .scroll > .graphic {
      --crono-map-height: max(9rem, 0.48 * var(--_tall));
      position: sticky;
      inset-block-start: var(--crono-story-offset, 0px);
      align-self: start;
    }
    .scroll .views {
      max-block-size: var(--_tall);
      overflow: hidden auto;
      /* A view that grows as something is chosen in it stays where it is. */
      overflow-anchor: none;
    }
    /* At the foot of the screen, where neither text is read nor a view has its title. */
    .scroll [part='return'] {
      inset-block: calc(var(--_tall) - var(--_space-s)) auto;
      translate: 0 -100%;
    }
    .scroll > .telling {
      position: relative;
      z-index: 2;
      pointer-events: none;
    }
    /* What the reader has chosen in a view, or is at by keys, lies over the text. */
    :host(:state(called-out)) .scroll > .graphic,
    .keyed > .graphic:focus-within {
      z-index: 3;
      background: var(--crono-steps-surface, var(--_surface));
    }
    .scroll .step {
      padding-block-end: calc(0.6 * var(--_tall));
    }
    /* The last text passes too, and leaves the views to the reader. */
    .scroll .step:last-child {
      padding-block-end: var(--_tall);
    }
    .scroll .steps {
      padding-block-start: calc(0.7 * var(--_tall));
    }
    /* As wide as the views, so that no words of theirs stand out beside it. */
    .scroll .said {
      max-inline-size: none;
      padding: var(--_space-m) max(var(--_space-l), 50% - 17em);
      background: var(--crono-steps-surface, var(--_surface));
      border: var(--_line-width) solid var(--_line);
      border-block-start: 3px solid var(--_line);
      pointer-events: auto;
      /* A link leads to its middle on the line of reading, so that it covers little of what it speaks of. */
      scroll-margin-block-start: calc(0.2 * var(--_tall));
    }
    /* Around the text, without the room below it. */
    .scroll .step:focus-visible {
      outline: none;
      .said {
        outline: var(--_focus-width) solid var(--_focus);
      }
    }
    .scroll [aria-current] .said {
      border-block-start-color: var(--_accent);
    }

    @container (width >= 900px) {
      .scroll > .graphic {
        --crono-map-height: calc(var(--_tall) - 9rem);
      }
      .scroll.several > .graphic {
        --crono-map-height: max(12rem, 0.4 * var(--_tall));
      }
      .scroll .views {
        block-size: var(--_tall);
      }
      /* Below the text, and not over the views. */
      .scroll [part='return'] {
        inset-inline: calc(-1 * (var(--crono-steps-width, 24rem) + var(--_space-l))) auto;
        inline-size: max-content;
      }
      .scroll .said {
        inline-size: auto;
        padding-inline: 0;
        scroll-margin: 0;
        border-inline: 0;
        border-block-end: 0;
      }
      /* Enough to see the views first, and no hole beside them. */
      .scroll .steps {
        padding-block-start: calc(0.15 * var(--_tall));
      }
      .scroll .step:last-child {
        padding-block-end: calc(0.6 * var(--_tall));
      }
    }
  }
`;
