import {type ClipBox, drawInBox, type Pen} from './clip.js';
import type {Level} from './level.js';
import {PATH} from './outline.js';

/** Radius of a point, in pixels. */
const POINT = 4;

/** To a tenth of a pixel. */
const tenths = (value: number): number => Math.round(value * 10) / 10;

/** What is drawn of an outline, as the text of SVG paths, in pixels from the north-west corner of the box. */
export interface PathText {
  /** Rings and points. */
  readonly areas: string;
  readonly lines: string;
}

/** What of a level can be seen in a box. */
export function pathText(level: Level, box: ClipBox): PathText {
  const texts = {areas: '', lines: ''};
  const penTo = (key: 'areas' | 'lines'): Pen => {
    let [x, y] = [0, 0];
    const to = (nextX: number, nextY: number): [number, number] => {
      [x, y] = [tenths(nextX - box.west), tenths(nextY - box.north)];
      return [x, y];
    };
    return {
      moveTo(nextX, nextY) {
        texts[key] += `M${to(nextX, nextY)}`;
      },
      lineTo(nextX, nextY) {
        const before = `${x},${y}`;
        const at = `${to(nextX, nextY)}`;
        if (at !== before) texts[key] += `L${at}`;
      },
      close() {
        texts[key] += 'Z';
      },
    };
  };
  const points: Pen = {
    moveTo(x, y) {
      const [left, top] = [tenths(x - box.west - POINT), tenths(y - box.north)];
      texts.areas += `M${left},${top}a${POINT},${POINT} 0 1 0 ${2 * POINT},0a${POINT},${POINT} 0 1 0 ${-2 * POINT},0Z`;
    },
    lineTo() {},
    close() {},
  };
  const [areas, lines] = [penTo('areas'), penTo('lines')];
  drawInBox(level, box, (kind) => (kind === PATH.point ? points : kind === PATH.line ? lines : areas));
  return texts;
}
