/** Breakpoint in CSS pixels: narrower timelines are vertical, and charts do not align with them. */
const UPRIGHT_BELOW_PX = 480;
/** Breakpoint in CSS pixels: from this width on, names and numbers are in a gutter beside the plot. */
const GUTTER_FROM_PX = 720;

/** Font size of text in drawings, as a share of the host's. */
export const DRAWING_FONT = 0.8125;

/** Whether a timeline of that width is vertical. */
export const isNarrow = (widthPx: number): boolean => widthPx < UPRIGHT_BELOW_PX;

/** Width of the gutter that timeline and chart share, so that their plots line up; in CSS pixels, 0 for none. */
export const gutterWidth = (widthPx: number, fontPx: number): number =>
  widthPx < GUTTER_FROM_PX ? 0 : Math.min(11 * fontPx, widthPx * 0.22);
