/** Rounds to hundredths of a pixel, to keep markup short. */
export const hundredths = (length: number): number => Math.round(length * 100) / 100;
