import {css} from 'lit';

/** Of one class at most, so that steps may give pictures another size. */
export default css`
  .rich {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-m);
    margin-block-end: var(--_space-m);
  }
  .rich .media {
    display: block;
    margin: 0;
  }
  .rich figure[hidden],
  .drawn[hidden] {
    display: none;
  }
  .rich figcaption {
    max-inline-size: 66ch;
    margin-block-start: var(--_space-s);
    line-height: 1.35;
  }
  .rich .caption {
    margin-inline-end: 0.25em;
  }
  .rich .facts {
    overflow-wrap: anywhere;
  }
  .rich details {
    margin-block-start: var(--_space-s);
  }
  .transcript {
    max-block-size: 24em;
    margin: var(--_space-s) 0 0;
    overflow: auto;
    white-space: pre-line;
  }

  /* A medium has its room before it comes. */
  .body {
    --_most: 36em;
    position: relative;
    inline-size: min(100%, var(--_width, 100%), calc(var(--_most) * var(--_ratio, 100)));
  }
  .drawn {
    position: relative;
    inline-size: fit-content;
    max-inline-size: 100%;
  }
  .sized > .drawn,
  .pair > .body > .drawn,
  .audio > .body > .drawn {
    inline-size: 100%;
  }
  .drawn > :where(img, video) {
    display: block;
    inline-size: auto;
    max-inline-size: 100%;
    block-size: auto;
    max-block-size: 36em;
  }
  .sized :where(img, video) {
    inline-size: 100%;
    max-block-size: none;
    aspect-ratio: var(--_ratio);
    object-fit: var(--_fit, contain);
    object-position: var(--_focus-at, center);
  }
  .drawn:not([hidden]):has(> .slow) {
    display: grid;
  }
  .drawn > .slow,
  .drawn:has(> .slow) > img {
    grid-area: 1 / 1;
  }
  .slow {
    visibility: hidden;
    margin: 0;
    padding: var(--_space-m);
    background: var(--_raised);
    animation: crono-slow 0s var(--_patience, 8s) forwards;
  }
  /* The picture that is still empty lies over the link. */
  .slow a {
    position: relative;
    z-index: 1;
  }
  @keyframes crono-slow {
    to {
      visibility: visible;
    }
  }
  /* Beside what is said of the picture; over it where nothing is. */
  .enlarge {
    float: inline-end;
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    margin-block-start: var(--_space-s);
    margin-inline-start: var(--_space-s);
    padding: 0;
  }
  .drawn > .enlarge {
    position: absolute;
    inset-block-end: var(--_space-s);
    inset-inline-end: var(--_space-s);
    background: color-mix(in srgb, var(--_surface) 88%, transparent);
    border-color: transparent;
  }
  .body:not(:has(> .drawn:not([hidden]))) ~ .enlarge {
    display: none;
  }
  .rich :is(.enlarge, .turn, .bar) svg {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
  }

  .gallery {
    display: grid;
    grid-template: auto auto auto / minmax(0, 1fr);
  }
  .gallery > .media:not([hidden]) {
    display: grid;
    grid-area: 1 / 1 / span 3 / 1;
    grid-template-rows: subgrid;
    grid-template-columns: minmax(0, 1fr);
  }
  /* Nothing moves when they are turned. */
  .gallery .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-items: center;
    inline-size: 100%;
    min-block-size: 100%;
    aspect-ratio: 3 / 2;
    background: var(--_raised);
  }
  .gallery .body > .drawn:not([hidden]) {
    display: grid;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
  }
  .gallery .drawn > :where(img, video) {
    inline-size: 100%;
    block-size: 100%;
    max-block-size: none;
    min-block-size: 0;
    aspect-ratio: auto;
    object-fit: var(--_fit, contain);
  }
  .gallery figcaption {
    grid-row: 3;
    margin-block-start: 0;
  }
  .gallery > .media > .enlarge {
    grid-area: 2 / 1;
    place-self: center end;
    margin: 0;
  }
  .turn {
    display: flex;
    align-items: center;
    gap: var(--_space-s);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }
  .gallery > .turn {
    grid-area: 2 / 1;
    justify-self: start;
    padding-block: var(--_space-s);
  }
  .turn button {
    min-inline-size: 44px;
    min-block-size: 44px;
  }
  .turn [aria-disabled='true'] {
    opacity: 0.4;
  }
  .turn.rtl svg {
    transform: scaleX(-1);
  }

  .quote blockquote {
    margin: 0;
    font-family: var(--crono-font-heading, inherit);
    font-size: 1.375em;
    line-height: 1.3;
    text-wrap: pretty;
    white-space: pre-line;
  }
  .quote {
    padding-inline-start: var(--_space-m);
    border-inline-start: 3px solid var(--_accent);
  }
  .rich .quote figcaption p {
    margin: 0.25em 0 0;
  }

  .leads {
    display: grid;
    gap: var(--_space-s);
    inline-size: fit-content;
    max-inline-size: 100%;
    padding: var(--_space-m);
    background: var(--_raised);
    border: var(--_line-width) solid var(--_line);
    text-decoration: none;
  }
  .leads:hover {
    border-color: currentColor;
  }
  .leads img {
    display: block;
    inline-size: auto;
    max-inline-size: 100%;
    block-size: auto;
    max-block-size: 20em;
    border: var(--_line-width) solid var(--_line);
  }
  .leads .to {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  .embed > .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-s);
    align-content: center;
  }
  .embed > .body > :where(img, iframe) {
    display: block;
    inline-size: 100%;
    block-size: auto;
    aspect-ratio: var(--_ratio, 16 / 9);
    object-fit: cover;
    background: var(--_raised);
    border: 0;
  }
  .embed p {
    margin: 0;
  }

  .two {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .two > :is(.before, .after) {
    position: relative;
    grid-area: 1 / 1;
  }
  .two > .after {
    clip-path: inset(0 0 0 var(--_at, 50%));
  }
  .two.rtl > .after {
    clip-path: inset(0 var(--_at, 50%) 0 0);
  }
  :is(.two, .one) :where(img) {
    display: block;
    inline-size: 100%;
    block-size: auto;
  }
  .two .name {
    position: absolute;
    inset-block-start: var(--_space-s);
    padding: 0.125em 0.5em;
    background: var(--_surface);
    font-size: var(--_small);
  }
  .before > .name {
    inset-inline-start: var(--_space-s);
  }
  .after > .name {
    inset-inline-end: var(--_space-s);
  }
  .two input {
    grid-area: 1 / 1;
    z-index: 1;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: ew-resize;
    touch-action: pan-y;
  }
  .two .handle {
    position: absolute;
    inset-block: 0;
    inset-inline-start: var(--_at, 50%);
    inline-size: 0;
    border-inline-start: 2px solid var(--_surface);
    box-shadow: 0 0 0 1px var(--_text);
    pointer-events: none;
  }
  .two .handle::after {
    content: '';
    position: absolute;
    inset-block-start: calc(50% - 22px);
    inset-inline-start: -23px;
    inline-size: 44px;
    block-size: 44px;
    background: var(--_surface)
      linear-gradient(90deg, transparent 14px, currentColor 14px 16px, transparent 16px 28px, currentColor 28px 30px, transparent 30px)
      center / 100% 16px no-repeat;
    border: var(--_line-width-strong) solid var(--_text);
    border-radius: 50%;
  }
  .two input:focus-visible + .handle::after {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
  }

  .enlarged {
    inline-size: 100vi;
    max-inline-size: none;
    block-size: 100vb;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: var(--_surface);
    color: var(--_text);
  }
  .enlarged[open] {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
  }
  .enlarged .bar {
    display: flex;
    align-items: center;
    padding: var(--_space-s) var(--_space-m);
  }
  .enlarged .close {
    margin-inline-start: auto;
    min-inline-size: 44px;
    min-block-size: 44px;
  }
  .enlarged figure {
    display: grid;
    grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    min-block-size: 0;
    margin: 0;
  }
  .enlarged img {
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
    object-fit: contain;
  }
  .rich .enlarged figcaption {
    max-block-size: 30vb;
    margin: 0;
    padding: var(--_space-s) var(--_space-m) var(--_space-m);
    overflow: auto;
  }

  @media (forced-colors: active) {
    .enlarge,
    .two .handle {
      border-color: CanvasText;
    }
  }
  @media print {
    .enlarge,
    .turn,
    .slow,
    iframe,
    .enlarged,
    .two > :is(input, .handle) {
      display: none;
    }
    .gallery,
    .gallery > .media:is(*, [hidden]) {
      display: block;
    }
    .gallery > .media {
      margin-block-end: var(--_space-m);
    }
    .gallery .body {
      aspect-ratio: auto;
      background: none;
    }
    .gallery .drawn > :where(img, video) {
      block-size: auto;
      max-block-size: 20em;
      object-position: 0 0;
    }
    .two {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--_space-s);
    }
    .two > .after {
      grid-column: 2;
      clip-path: none !important;
    }
    .transcript {
      max-block-size: none;
      overflow: visible;
    }
  }
`;
