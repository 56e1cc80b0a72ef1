/** Line height as a multiple of the font size. */
export const LINE_HEIGHT = 1.3;
