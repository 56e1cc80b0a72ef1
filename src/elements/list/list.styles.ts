import {css} from 'lit';

/** Styles of the list before its events are drawn. */
export default css`
  :host {
    padding: var(--crono-list-padding, 0);
    background: var(--crono-list-surface, transparent);
    line-height: 1.4;
  }
`;
