/** How many lines across a shape are tried. */
const LINES = 63;

/**
 * The position of a polygon, its rings closed, that is farthest from its outline, as far as lines across it find it:
 * `at`, and how far that is, `depth`.
 */
export function insideOf(rings) {
  const heights = rings[0].map(([, y]) => y);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  let deepest = {at: rings[0][0], depth: -1};
  for (let i = 1; i <= LINES; i++) {
    for (const at of middlesAlong(rings, low + ((high - low) * i) / (LINES + 1))) {
      const depth = depthOf(at, rings, deepest.depth);
      if (depth > deepest.depth) deepest = {at, depth};
    }
  }
  return deepest;
}

/** The middles of the stretches of a line across a polygon that are inside it. */
function middlesAlong(rings, y) {
  const crossed = rings
    .flatMap((ring) =>
      ring.slice(1).flatMap(([bx, by], j) => {
        const [ax, ay] = ring[j];
        return ay > y === by > y ? [] : [ax + ((y - ay) / (by - ay)) * (bx - ax)];
      }),
    )
    .sort((a, b) => a - b);
  return crossed.flatMap((x, j) => (j % 2 === 1 ? [[(crossed[j - 1] + x) / 2, y]] : []));
}

/** How far a position is from an outline; less than `least`, when it is not even that far. */
function depthOf([x, y], rings, least) {
  let depth = Infinity;
  for (const ring of rings) {
    for (let j = 1; j < ring.length && depth > least; j++)
      depth = Math.min(depth, distance(x, y, ring[j - 1], ring[j]));
  }
  return depth;
}

function distance(x, y, [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const along = dx || dy ? ((x - ax) * dx + (y - ay) * dy) / (dx ** 2 + dy ** 2) : 0;
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - part * dx, y - ay - part * dy);
}
