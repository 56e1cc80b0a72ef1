import {css} from 'lit';

export default css`
  :host {
    padding: var(--crono-player-padding, 0);
    background: var(--crono-player-surface, transparent);
  }
  :host(:state(waiting)) slot {
    --_room: 7rem;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-m);
    align-items: baseline;
    justify-content: space-between;
  }
  p {
    margin: 0;
  }
  [part='date'] {
    font-family: var(--crono-font-heading, inherit);
    font-size: clamp(1.25rem, 6.2cqi, 2.5rem);
    font-weight: var(--_bold);
    font-variant-numeric: tabular-nums;
    line-height: 1.2;
  }
  [part='count'] {
    color: var(--_quiet);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-s) var(--_space-m);
    align-items: center;
    margin-block-start: var(--_space-s);
    font-size: var(--_small);
  }
  [part='play'] {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    min-block-size: 36px;
    padding-inline: 0.875em;
    border-color: var(--_text);
    background: var(--_text);
    color: var(--_surface);
    font-weight: var(--_medium);
  }
  [part='play'] svg {
    inline-size: 0.875em;
    block-size: 0.875em;
    fill: currentColor;
  }
  /* The words differ in length: what is beside them stays where it is. */
  [part='play'] span {
    display: grid;
  }
  [part='play'] span > * {
    grid-area: 1 / 1;
    text-align: start;
  }
  [part='play'] .other {
    visibility: hidden;
  }
  [part='track'] {
    position: relative;
    flex: 1 1 12rem;
    block-size: 36px;
  }
  [part='track'] svg {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
    pointer-events: none;
  }
  input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
    touch-action: pan-y;
  }
  .way {
    stroke: var(--_border);
    stroke-width: 4;
  }
  .gone {
    stroke: var(--_accent);
    stroke-width: 4;
  }
  .thumb {
    fill: var(--_surface);
    stroke: var(--_accent);
    stroke-width: 3;
  }
  input:focus-visible + svg .ring {
    stroke: var(--_focus);
    stroke-width: var(--_focus-width);
  }
  .ring {
    fill: none;
  }
  select {
    min-block-size: 36px;
    padding: 0.125em 0.375em;
    border: var(--_line-width) solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
  [part='back'] {
    min-block-size: 36px;
  }
  [part='back'][inert] {
    visibility: hidden;
  }
  @media (pointer: coarse) {
    [part='play'],
    [part='track'],
    [part='back'],
    select {
      min-block-size: 44px;
    }
  }
  /* In narrow boxes the way has a line of its own, and a long date has room. */
  @container (width < 480px) {
    [part='date'] {
      min-block-size: 2.4em;
      align-content: end;
    }
    [part='track'] {
      flex-basis: 100%;
      order: -1;
    }
    [part='back'] {
      margin-inline-start: auto;
    }
  }
  .nothing {
    color: var(--_quiet);
    font-size: var(--_small);
  }
  @media (forced-colors: active) {
    .way {
      stroke: GrayText;
    }
    .gone,
    .thumb {
      stroke: Highlight;
    }
    .thumb {
      fill: Canvas;
    }
    [part='play'] {
      border-color: ButtonText;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
