import {describe, expect, test} from 'vitest';
import {exitOf, layoutEdgeLabels} from '../../../src/core/layout/index.js';

const setting = {width: 400, height: 200, fontSize: 10, measure: (text: string) => text.length * 5};
const far = (angle: number) => ({
  text: `${angle}`,
  x: 200 + 1000 * Math.cos((angle * Math.PI) / 180),
  y: 100 + 1000 * Math.sin((angle * Math.PI) / 180),
});

test('a line from the middle leaves the view at its nearest edge', () => {
  expect(exitOf([600, 100], setting)).toEqual([400, 100]);
  expect(exitOf([200, -500], setting)).toEqual([200, 0]);
  expect(exitOf([-200, 500], setting)).toEqual([100, 200]);
});

describe('labels at the edges', () => {
  test('stand inside the view, apart, with an arrow towards what they name', () => {
    const points = Array.from({length: 24}, (_, i) => far(15 * i));
    const labels = layoutEdgeLabels(points, [], setting, 24);
    expect(labels).toHaveLength(24);
    for (const [i, label] of labels.entries()) {
      const {x, y, width, height, arrow} = label;
      expect(x >= 0 && y >= 0 && x + width <= 400 && y + height <= 200).toBe(true);
      expect(arrow[0] >= x && arrow[0] <= x + width && arrow[1] > y && arrow[1] < y + height).toBe(true);
      const aim = points[i] ?? {x: 0, y: 0};
      expect((Math.atan2(aim.y - arrow[1], aim.x - arrow[0]) * 180) / Math.PI).toBeCloseTo(label.angle);
      for (const other of labels.slice(i + 1))
        expect(
          x < other.x + other.width &&
            other.x < x + width &&
            y < other.y + other.height &&
            other.y < y + height,
        ).toBe(false);
    }
  });

  test('are at most as many as are asked for, and none where nothing is free, or a line runs', () => {
    const points = [0, 90, 180].map(far);
    expect(layoutEdgeLabels(points, [], {...setting, isCrossed: ({x}) => x > 300}, 3)).toHaveLength(2);
    expect(layoutEdgeLabels(points, [], setting, 2).map(({text}) => text)).toEqual(['0', '90']);
    expect(layoutEdgeLabels(points, [{x: 0, y: 0, width: 400, height: 200}], setting, 3)).toEqual([]);
  });
});
