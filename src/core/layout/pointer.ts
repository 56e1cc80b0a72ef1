/** A box as the page shows it, in viewport pixels. */
interface ClientBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/**
 * Where a pointer is in a drawing, in the drawing's own pixels from its left and top: `transform` or `zoom` of what is
 * around it may scale the box that the page shows.
 */
export function pointIn(
  {left, top, width}: ClientBox,
  ownWidth: number,
  {clientX, clientY}: {readonly clientX: number; readonly clientY: number},
): readonly [x: number, y: number] {
  const scale = width > 0 && ownWidth > 0 ? width / ownWidth : 1;
  return [(clientX - left) / scale, (clientY - top) / scale];
}
