import {nothing, svg} from 'lit';

/** Draws a box from a start along the axis, around a line across it. */
export function drawBox(
  name: string,
  start: number,
  length: number,
  across: number,
  thickness: number,
  isUpright: boolean,
  fade?: string | null,
  isBroken?: boolean,
) {
  const edge = across - thickness / 2;
  const [x, y, width, height] = isUpright
    ? [edge, start, thickness, length]
    : [start, edge, length, thickness];
  return svg`<rect class=${name} x=${x} y=${y} width=${width} height=${height} rx="1"
    mask=${fade ? `url(#fade-${fade})` : nothing} clip-path=${isBroken ? 'url(#unfolded)' : nothing}></rect>`;
}
