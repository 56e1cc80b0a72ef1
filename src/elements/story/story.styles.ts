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
  .layout {
    display: grid;
    gap: var(--_space-l);
    grid-template-columns: minmax(0, 1fr);
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
    padding: 0;
    border: 0;
    color: var(--_quiet);
    font-size: var(--_small);
  }
  .notice progress {
    flex: 1 1 8em;
    block-size: 0.25em;
    accent-color: var(--_accent, currentColor);
  }
  .notice p {
    margin: 0;
  }
  .loading {
    min-block-size: 8em;
  }
  .views {
    display: grid;
    gap: var(--_space-l);
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }
  @container (width >= 900px) {
    .layout {
      grid-template-columns: minmax(0, 1.9fr) minmax(19em, 1fr);
    }
    .layout > :not(.views, crono-card) {
      grid-column: 1 / -1;
    }
  }
`;
