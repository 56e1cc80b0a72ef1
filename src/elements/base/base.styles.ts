import {css} from 'lit';

/** Styles shared by all elements: box, notices, focus, buttons, links. */
export default css`
  :host {
    box-sizing: border-box;
    display: block;
    position: relative;
    color: var(--_text);
    font-family: var(--crono-font-body, inherit);
    overflow-wrap: break-word;
    container-type: inline-size;
    /* It fills what it is given; where its parent asks for its own width, as a dialog or a table does, this is it. */
    inline-size: -moz-available;
    inline-size: -webkit-fill-available;
    inline-size: stretch;
    min-inline-size: 0;
    contain-intrinsic-inline-size: min(40em, 90vi);
    /* What lies over a drawing lies under a header that sticks to the page. */
    isolation: isolate;
  }
  /* A page has taken back all styles of its elements, these too: no drawing can be inline. */
  :host(:state(bare)) {
    box-sizing: border-box !important;
    display: block !important;
    position: relative !important;
    color: var(--_text) !important;
    font-family: var(--crono-font-body, inherit) !important;
    container-type: inline-size !important;
    isolation: isolate !important;
  }
  :host([hidden]) {
    display: none;
  }
  :host(:not([dir]):state(ltr)) {
    direction: ltr;
  }
  /* What points somewhere is mirrored by --_way, as :dir() knows attributes alone. */
  :host(:not([dir]):state(rtl)),
  :host([dir='rtl']) {
    direction: rtl;
    --_way: -1;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  .skeleton {
    background: repeating-linear-gradient(var(--_line) 0 1px, transparent 0 3.5em);
  }
  /* Notices lie over the element, at its end or that of the screen, and so move nothing. */
  .over {
    position: absolute;
    inset: 0;
    z-index: 9;
    display: grid;
    align-content: end;
    pointer-events: none;
  }
  .over > * {
    position: sticky;
    inset-block-end: 0;
    margin: 0;
    pointer-events: auto;
  }
  .over [part='notice'] {
    padding: var(--_space-s) var(--_space-m);
    background: var(--_surface);
    border: var(--_line-width) solid var(--_line);
    font-size: var(--_small);
  }
  :focus-visible {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
  }
  /* Chromium draws its default outline around an SVG that is focused by script. */
  :focus:not(:focus-visible) {
    outline: none;
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: var(--_line-width) solid var(--_line);
    border-radius: var(--_radius);
    min-block-size: 24px;
    min-inline-size: 24px;
    padding: 0.125em 0.625em;
    cursor: pointer;
  }
  button:hover {
    border-color: currentColor;
  }
  @media (pointer: coarse) {
    button {
      min-block-size: 44px;
      min-inline-size: 44px;
    }
  }
  a {
    color: inherit;
    text-underline-offset: 0.15em;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media print {
    .over {
      display: none;
    }
    button {
      border-color: transparent;
      min-block-size: 0;
    }
    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
    summary {
      list-style: none;
    }
    figure,
    svg,
    tr,
    [role='heading'] {
      break-inside: avoid;
    }
    [role='heading'],
    summary {
      break-after: avoid;
    }
  }
`;
