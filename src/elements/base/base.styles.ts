import {css} from 'lit';

/** Styles shared by all elements: box, focus, buttons, links. */
export default css`
  :host {
    box-sizing: border-box;
    display: block;
    color: var(--_text);
    font-family: var(--crono-font-body, inherit);
    overflow-wrap: break-word;
    container-type: inline-size;
  }
  :host([hidden]) {
    display: none;
  }
  :host(:not([dir]):state(ltr)) {
    direction: ltr;
  }
  :host(:not([dir]):state(rtl)) {
    direction: rtl;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
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
  button:disabled {
    opacity: 0.5;
    cursor: default;
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
`;
