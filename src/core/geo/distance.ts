import {EARTH, RAD} from './earth.js';
import type {Position} from './position.js';

/** Great-circle distance in metres, by Vincenty's formula on a sphere: exact for points close together and antipodal. */
export function distance(a: Position, b: Position): number {
  const turn = (b.lon - a.lon) * RAD;
  const [sinA, cosA] = [Math.sin(a.lat * RAD), Math.cos(a.lat * RAD)];
  const [sinB, cosB] = [Math.sin(b.lat * RAD), Math.cos(b.lat * RAD)];
  const across = Math.hypot(cosB * Math.sin(turn), cosA * sinB - sinA * cosB * Math.cos(turn));
  return EARTH * Math.atan2(across, sinA * sinB + cosA * cosB * Math.cos(turn));
}
