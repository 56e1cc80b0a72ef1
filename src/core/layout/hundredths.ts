/** A length to a hundredth of a pixel: what is drawn of it, in few letters. */
export const hundredths = (length: number): number => Math.round(length * 100) / 100;
