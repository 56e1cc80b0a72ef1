import {css} from 'lit';

/** Of a map that flies: adopted with what lets it fly. Dashes and seams take most of the time in which it is painted. */
export default css`
  :host(:state(flying)) .basemap {
    path {
      stroke-dasharray: none;
    }
    :is(.border, .region, .disputed) {
      stroke-opacity: 0.5;
    }
    .land {
      stroke: none;
      shape-rendering: crispEdges;
    }
  }
`;
