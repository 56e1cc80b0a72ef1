/** Height of a line of text as a multiple of its font size. */
export const LINE_HEIGHT = 1.3;
