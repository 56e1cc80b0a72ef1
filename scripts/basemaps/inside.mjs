/** How many lines across a shape are tried. */
const LINES = 63;

/** A position well within a polygon, its rings closed: the middle of the widest stretch of the lines across it. */
export function insideOf(rings) {
  const heights = rings[0].map(([, y]) => y);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  let widest = {width: -1, at: rings[0][0]};
  for (let i = 1; i <= LINES; i++) {
    const y = low + ((high - low) * i) / (LINES + 1);
    const crossed = rings
      .flatMap((ring) =>
        ring.slice(1).flatMap(([bx, by], j) => {
          const [ax, ay] = ring[j];
          return ay > y === by > y ? [] : [ax + ((y - ay) / (by - ay)) * (bx - ax)];
        }),
      )
      .sort((a, b) => a - b);
    for (let j = 1; j < crossed.length; j += 2) {
      const width = crossed[j] - crossed[j - 1];
      if (width > widest.width) widest = {width, at: [crossed[j - 1] + width / 2, y]};
    }
  }
  return widest.at;
}
