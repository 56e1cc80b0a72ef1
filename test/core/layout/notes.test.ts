import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {layoutMapNotes, layoutTimeNotes} from '../../../src/core/layout/index.js';

/* Notes of an author: whatever there is, their words cover nothing. */

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
const overlap = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const pairs = <T>(all: readonly T[]) => all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b] as const));
const number = (min: number, max: number) => fc.double({min, max, noNaN: true});
/** Points along a line, by which what it goes through is found in a slow way. */
type Point = readonly [number, number];
const along = ([[x1, y1], [x2, y2]]: readonly [Point, Point]) =>
  Array.from({length: 101}, (_, i) => ({
    x: x1 + ((x2 - x1) * i) / 100,
    y: y1 + ((y2 - y1) * i) / 100,
    width: 0,
    height: 0,
  }));

describe('on a timeline', () => {
  const notes = fc.array(
    fc.record({from: number(-100, 700), length: number(0, 300), width: number(10, 260)}),
    {
      maxLength: 12,
    },
  );
  const lay = (rows: readonly {from: number; length: number; width: number}[]) =>
    layoutTimeNotes(
      rows.map(({from, length, width}, i) => ({id: `n${i}`, from, to: from + length, width})),
      {start: 40, end: 640, rows: 3},
    );

  test('no words are on others, or on the line that leads from others to the plot', () => {
    fc.assert(
      fc.property(notes, (rows) => {
        const placed = lay(rows).filter(({row}) => row >= 0);
        for (const note of placed) {
          expect(note.x).toBeGreaterThanOrEqual(40);
          expect(note.x + note.width).toBeLessThanOrEqual(640);
          expect(note.row).toBeLessThan(3);
          // The line begins under its words.
          expect(note.from).toBeGreaterThanOrEqual(note.x);
        }
        for (const [a, b] of pairs(placed)) {
          const [near, far] = a.row < b.row ? [a, b] : [b, a];
          if (near.row === far.row)
            expect(near.x + near.width <= far.x || far.x + far.width <= near.x).toBe(true);
          else expect(far.from > near.x && far.from < near.x + near.width).toBe(false);
        }
      }),
    );
  });

  test('all in view are there, in order, and clipped to it', () => {
    fc.assert(
      fc.property(notes, (rows) => {
        const placed = lay(rows);
        const seen = rows.filter(({from, length}) => from + length >= 40 && from <= 640);
        expect(placed.length).toBe(seen.length);
        const starts = placed.map(({from}) => from);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        for (const {from, to} of placed) expect(from >= 40 && from <= to && to <= 640).toBe(true);
      }),
    );
  });

  test('one for which there is no room is a number', () => {
    const crowd = Array.from({length: 4}, (_, i) => ({from: 100 + 30 * i, length: 0, width: 200}));
    expect(lay(crowd).map(({isNumbered, row}) => [isNumbered, row])).toEqual([
      [true, 0],
      [false, 2],
      [false, 1],
      [false, 0],
    ]);
    // It reaches back over where another begins, which has its words.
    const late = [
      {from: 560, length: 0, width: 60},
      {from: 600, length: 0, width: 200},
    ];
    expect(lay(late).map(({isNumbered, row}) => [isNumbered, row])).toEqual([
      [false, 1],
      [true, 0],
    ]);
    expect(lay([{from: 100, length: 0, width: 2000}])[0]).toMatchObject({isNumbered: true, row: 0});
  });
});

describe('on a map', () => {
  const size = {width: 600, height: 400};
  const box = fc.record({x: number(0, 580), y: number(0, 380), width: number(4, 120), height: number(4, 60)});
  const note = fc.record({
    x: number(-20, 620),
    y: number(-20, 420),
    width: number(30, 180),
    height: number(14, 60),
  });

  test('no words are on marks, on others, on a line, or out of the map', () => {
    fc.assert(
      fc.property(fc.array(note, {maxLength: 8}), fc.array(box, {maxLength: 12}), (rows, obstacles) => {
        const placed = layoutMapNotes(
          rows.map((row, i) => ({id: `n${i}`, ...row})),
          {...size, obstacles},
        );
        for (const each of placed) {
          expect(
            each.x >= 0 && each.y >= 0 && each.x + each.width <= 600 && each.y + each.height <= 400,
          ).toBe(true);
          expect(obstacles.filter((obstacle) => overlap(each, obstacle))).toEqual([]);
        }
        for (const [a, b] of pairs(placed)) {
          expect(overlap(a, b)).toBe(false);
          for (const [one, other] of [
            [a, b],
            [b, a],
          ] as const)
            expect(along(one.leader).filter((point) => overlap(point, other))).toEqual([]);
        }
      }),
      {numRuns: 60},
    );
  });

  test('words stand beside their place; where there is no room, a number; where there is none for that, nothing', () => {
    const at = (obstacles: readonly Rect[], x = 300, y = 200) =>
      layoutMapNotes([{id: 'n', x, y, width: 120, height: 40}], {...size, obstacles})[0];
    expect(at([])).toMatchObject({isNumbered: false, leader: [[300, 200], expect.anything()]});
    const walls = [
      {x: 0, y: 0, width: 600, height: 160},
      {x: 0, y: 240, width: 600, height: 160},
      {x: 0, y: 160, width: 260, height: 80},
      {x: 340, y: 160, width: 260, height: 80},
    ];
    expect(at(walls)).toMatchObject({isNumbered: true, width: 20});
    expect(at([{x: 200, y: 100, width: 200, height: 200}])).toBeUndefined();
    expect(at([], 700)).toBeUndefined();
  });

  test('words stand beside lines where they can, also if they stood on one', () => {
    const isCrossed = (box: Rect) => box.x >= 300;
    const at = (obstacles: readonly Rect[], kept?: ReadonlyMap<string, number>) =>
      layoutMapNotes([{id: 'n', x: 300, y: 200, width: 120, height: 40}], {
        ...size,
        obstacles,
        isCrossed,
        ...(kept && {kept}),
      })[0];
    expect(at([])?.x).toBeLessThan(300);
    expect(at([], new Map([['n', 0]]))?.x).toBeLessThan(300);
    const west = at([{x: 0, y: 0, width: 290, height: 400}]);
    expect(west).toMatchObject({isNumbered: false});
    expect(west?.x).toBeGreaterThan(290);
  });

  test('a note stays on its side while the map moves, as long as that is free', () => {
    const [first] = layoutMapNotes([{id: 'n', x: 560, y: 200, width: 120, height: 40}], {
      ...size,
      obstacles: [],
    });
    const kept = new Map([['n', first?.spot ?? -1]]);
    const [moved] = layoutMapNotes([{id: 'n', x: 300, y: 200, width: 120, height: 40}], {
      ...size,
      obstacles: [],
      kept,
    });
    expect(first?.spot).not.toBe(0);
    expect(moved?.spot).toBe(first?.spot);
  });
});
