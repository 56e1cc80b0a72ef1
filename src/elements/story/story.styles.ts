import {css} from 'lit';

export default css`
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='auto']) {
    color-scheme: light dark;
  }
  :host([theme]) {
    background: var(--_surface);
  }
  .notice {
    display: grid;
    gap: var(--_space-m);
    justify-items: start;
    align-content: center;
    padding: var(--_space-l);
    border-block: var(--_line-width) solid var(--_line);
    color: var(--_quiet);
    overflow-wrap: anywhere;
  }
  .notice.part {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    align-items: center;
  }
  .notice progress {
    flex: 1 1 8em;
    block-size: 0.25em;
  }
  /* In dark schemes Chromium draws a light accent like the rest of the bar. */
  @media (forced-colors: none) {
    .notice progress {
      appearance: none;
      border: 0;
    }
    .notice progress,
    .notice ::-webkit-progress-bar {
      background: var(--_line);
    }
    .notice ::-webkit-progress-value {
      background: var(--_accent);
    }
    .notice ::-moz-progress-bar {
      background: var(--_accent);
    }
  }
  .notice p {
    margin: 0;
  }
  /* The layout to come is higher than a screen, so that nothing below it is moved in sight. */
  .waiting {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    block-size: 100svh;
  }
  .waiting slot {
    display: block;
    overflow: auto;
  }
  @media print {
    .waiting {
      block-size: auto;
    }
  }
`;
