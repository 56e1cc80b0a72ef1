import type {Dataset} from '../dataset/index.js';

/** Whether a story has shapes or routes: without any, nothing of what draws and words them is fetched. */
export const hasOverlays = ({shapes, routes}: Dataset): boolean => shapes.length + routes.length > 0;
