import {css} from 'lit';

/**
 * The room of each element before there is anything to draw, near what stories need of it; that of the map is beside its
 * drawing. `src/embed/cronomapa.css` has the same for elements that are not defined yet.
 */
export default css`
  :host(crono-timeline) slot {
    --_room: var(--crono-timeline-height, 28rem);
  }
  @container (width < 480px) {
    :host(crono-timeline) slot {
      --_room: var(--crono-timeline-height, 48rem);
    }
  }
  :host(crono-range) slot {
    --_room: 5.5rem;
  }
  :host(crono-filter) slot {
    --_room: 12rem;
  }
  :host(crono-card) slot {
    --_room: 30rem;
  }
  :host(crono-list) slot {
    --_room: var(--crono-list-height, min(40rem, 80vh));
  }
  :host(crono-chart) slot {
    --_room: calc(var(--crono-chart-height, clamp(11rem, 30cqi, 20rem)) + 10rem);
  }
  :host(crono-claims) slot {
    --_room: 4rem;
  }
  :host(crono-claims[question]) slot {
    --_room: 40rem;
  }
  :host(crono-sources) slot {
    --_room: 20rem;
  }
  :host(:state(waiting)) slot {
    display: block;
    block-size: var(--_room, auto);
    overflow: auto;
    /* Seen in forced colours alone, where backgrounds are not. */
    border: 1px solid transparent;
  }
  @media print {
    :host(:state(waiting)) slot {
      block-size: auto;
      overflow: visible;
      background: none;
    }
  }
`;
