/** TopoJSON that others wrote: whether it can be drawn, and what to do where it cannot. */
export {prepare} from './own-basemap.js';
