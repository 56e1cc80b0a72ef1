import type {Instant} from '../time/index.js';
import type {Rail} from './types.js';

/** The instant at a position along a rail. */
export function instantOnRail({knots}: Rail, y: number): Instant {
  const next = knots.findIndex((knot) => knot.y > y);
  const [before, after] = [knots[next - 1], knots[next]];
  if (!after) return knots.at(-1)?.at ?? 0;
  if (!before) return after.at;
  return before.at + ((y - before.y) / (after.y - before.y)) * (after.at - before.at);
}
