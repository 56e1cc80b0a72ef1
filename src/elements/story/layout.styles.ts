import {css} from 'lit';

/** Of the default layout: adopted with it. */
export default css`
  .layout,
  .views {
    display: grid;
    gap: var(--_space-l);
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }
  .title {
    font-family: var(--crono-font-heading, inherit);
    font-size: 1.75em;
    font-weight: var(--_bold);
    line-height: 1.15;
    text-wrap: balance;
  }
  .standfirst {
    max-inline-size: 60ch;
    margin-block: var(--_space-s) 0;
    line-height: 1.45;
  }
  .summary {
    margin-block: var(--_space-s) 0;
    color: var(--_quiet);
    font-size: var(--_small);
  }
  header > .notice {
    margin-block: var(--_space-l) 0;
  }
  header > crono-filter {
    margin-block-start: var(--_space-m);
  }
  /* Where timelines are upright. */
  @container (width < 480px) {
    .keyed crono-map::part(legend) {
      display: none;
    }
  }
  @container (width >= 900px) {
    .beside {
      --_card-width: var(--crono-story-card-width, minmax(19em, 1fr));
      grid-template: auto auto 1fr / minmax(0, 1.9fr) var(--_card-width);
    }
    .beside.card-first {
      grid-template: auto 1fr / var(--_card-width) minmax(0, 1.9fr);
    }
    .beside > header {
      grid-column: 1 / -1;
    }
    .beside > .views {
      grid-column: 1;
    }
    /* It stays on the screen beside whatever is read, and scrolls by itself when it is longer: its end fades until it is reached. */
    .beside > crono-card {
      --_gap: var(--_space-m);
      --_top: calc(var(--crono-story-offset, 0px) + var(--_gap));
      position: sticky;
      inset-block-start: var(--_top);
      grid-area: 2 / 2 / span 2;
      align-self: start;
      max-block-size: calc(100dvh - var(--_top) - var(--_gap));
      overflow: auto;
      scrollbar-width: thin;
      mask: linear-gradient(currentColor calc(100% - 3rem), transparent) 0 0 / 100% calc(100% + 3rem) no-repeat;
      animation: fade linear both;
      animation-timeline: scroll(self);
    }
    .card-first > .views {
      grid-column: 2;
    }
    .card-first > crono-card {
      grid-area: 2 / 1;
    }
  }
  /* Where there is nothing to scroll this has no effect, and the fade lies below the card. */
  @keyframes fade {
    from,
    90% {
      mask-size: 100% 100%;
    }
  }
  @media print {
    .layout,
    .views {
      display: block;
    }
    .layout > *,
    .views > * {
      margin-block-end: var(--_space-l);
    }
    .beside > crono-card {
      position: static;
      max-block-size: none;
      overflow: visible;
      mask: none;
    }
  }
`;
