/** Interleaves ten bits with zeros. */
function spread(bits: number): number {
  let wide = bits;
  wide = (wide | (wide << 8)) & 0x00ff00ff;
  wide = (wide | (wide << 4)) & 0x0f0f0f0f;
  wide = (wide | (wide << 2)) & 0x33333333;
  return (wide | (wide << 1)) & 0x55555555;
}

/**
 * The Morton code of a cell, its position on the Z-curve, for columns and rows of up to 20 bits. The code of its parent
 * cell is this divided by four, rounded down.
 */
export const mortonCode = (column: number, row: number): number =>
  (spread(column >>> 10) | (spread(row >>> 10) << 1)) * 2 ** 20 +
  (spread(column & 1023) | (spread(row & 1023) << 1));
