import {quadtree} from 'd3';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  layoutMap,
  MARK_RADIUS,
  type MapLayout,
  type MapName,
  type MapNames,
  type MapPlace,
  type MapRegion,
} from '../../../src/core/layout/index.js';
import type {Box} from '../../../src/core/layout/types.js';

const RUNS = {seed: 20_251_225, numRuns: 300};
const VIEW = {width: 600, height: 400};
const OPTIONS = {
  ...VIEW,
  fontSize: 13,
  measure: (text: string, bold: boolean) => text.length * (bold ? 8 : 7),
};

const NONE: MapNames = {regions: [], points: []};
const layout = (places: readonly MapPlace[], names: MapNames = NONE) => layoutMap(places, names, OPTIONS);
const named = (...points: readonly MapName[]): MapNames => ({regions: [], points});

/** A region that is a box, in pixels of the view. */
const regionOf = (id: string, {x, y, width, height}: Box, more: Partial<MapRegion> = {}): MapRegion => ({
  id,
  kind: 'country',
  texts: [id],
  shape: {
    rings: [Float64Array.of(x, y, x + width, y, x + width, y + height, x, y + height, x, y)],
    boxes: Float64Array.of(x, y, x + width, y + height),
  },
  transform: {scale: 1, dx: 0, dy: 0, world: 1e6},
  ...more,
});

const place = (id: string, x: number, y: number, more: Partial<MapPlace> = {}): MapPlace => ({
  id,
  x,
  y,
  radius: 0,
  name: `Place ${id}`,
  count: '',
  events: 1,
  emphasis: 1,
  ...more,
});

/** Quarters of a pixel: sums of them are exact, so that a translation changes nothing but the place. */
const quarter = (min: number, max: number) => fc.integer({min: min * 4, max: max * 4}).map((n) => n / 4);
const word = (most: number) =>
  fc.integer({min: 0, max: most}).map((n) => 'Tocorón de los Valles del Tuy'.slice(0, n));
const placesIn = (width: number, height: number, maxLength: number) =>
  fc
    .array(
      fc.record({
        x: quarter(-60, width),
        y: quarter(-60, height),
        radius: fc.constantFrom(0, 0, 3, 20, 71, 73, 500),
        name: word(25),
        count: fc.constantFrom('', '3', '65', '3 / 71', 'about 6,400,000'),
        events: fc.nat({max: 9}),
        emphasis: fc.nat({max: 3}),
      }),
      {maxLength, size: 'max'},
    )
    .map((rows) => rows.map((row, i): MapPlace => ({id: `p${i}`, ...row})));
/** Few and many, scattered and crowded. */
const somePlaces = fc.oneof(placesIn(660, 460, 12), placesIn(660, 460, 80), placesIn(60, 60, 40));
const somePoints = fc.array(
  fc.record({
    text: word(20),
    kind: fc.constantFrom<MapName['kind']>('town', 'sea'),
    x: quarter(-20, 620),
    y: quarter(-20, 420),
    isLarge: fc.boolean(),
  }),
  {maxLength: 30, size: 'max'},
);
const someRegions = fc
  .array(
    fc.record({
      x: quarter(-100, 620),
      y: quarter(-100, 420),
      width: quarter(1, 400),
      height: quarter(1, 300),
      texts: fc.array(word(25).filter(Boolean), {minLength: 1, maxLength: 2}),
      kind: fc.constantFrom<MapRegion['kind']>('country', 'region'),
    }),
    {maxLength: 15, size: 'max'},
  )
  .map((boxes) => boxes.map(({texts, kind, ...box}, i) => regionOf(`r${i}`, box, {texts, kind})));
const someNames: fc.Arbitrary<MapNames> = fc.record({regions: someRegions, points: somePoints});

const touch = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const square = (x: number, y: number, r: number): Box => ({x: x - r, y: y - r, width: 2 * r, height: 2 * r});
interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}
/** From a box to the edge of a circle; less than nothing where they overlap. */
const gap = (box: Box, {x, y, radius}: Circle): number => {
  const nearest = [
    Math.min(Math.max(x, box.x), box.x + box.width),
    Math.min(Math.max(y, box.y), box.y + box.height),
  ] as const;
  return Math.hypot(nearest[0] - x, nearest[1] - y) - radius;
};
const farthest = ({x, y, width, height}: Box, circle: Circle): number =>
  Math.max(
    ...[x, x + width].flatMap((cornerX) =>
      [y, y + height].map((cornerY) => Math.hypot(cornerX - circle.x, cornerY - circle.y)),
    ),
  );
const texts = ({labels, names}: MapLayout): readonly Box[] => [...labels, ...names];
/** Alone or leading others: who has a mark of some kind. */
const marksOf = ({places, clusters}: MapLayout) => [...places, ...clusters].map(({id}) => id).toSorted();

describe('whatever the places', () => {
  type Check = (result: MapLayout, places: readonly MapPlace[], names: MapNames) => void;
  /** Laid out once for all that must hold of them. */
  const laidOut = fc
    .sample(fc.tuple(somePlaces, someNames), RUNS)
    .map(([places, names]) => [layout(places, names), places, names] as const);
  const always = (check: Check) => {
    try {
      for (const each of laidOut) check(...each);
    } catch (error) {
      // What fails is said by the smallest example of it.
      fc.assert(
        fc.property(somePlaces, someNames, (places, names) => check(layout(places, names), places, names)),
        RUNS,
      );
      throw error;
    }
  };

  test('no two texts overlap', () => {
    let pairs = 0;
    always((result) => {
      const all = texts(result);
      for (const [i, a] of all.entries()) {
        for (const b of all.slice(i + 1)) {
          pairs++;
          expect(touch(a, b)).toBe(false);
        }
      }
    });
    expect(pairs).toBeGreaterThan(10_000);
  });

  test('no text covers a mark, a counted circle or a town’s dot', () => {
    always((result) => {
      for (const text of texts(result)) {
        for (const {x, y} of result.places) expect(touch(text, square(x, y, MARK_RADIUS))).toBe(false);
        for (const {x, y, radius} of result.clusters) expect(touch(text, square(x, y, radius))).toBe(false);
        for (const {kind, at} of result.names)
          if (kind === 'town') expect(touch(text, square(at[0], at[1], 2))).toBe(false);
      }
    });
  });

  test('every text lies inside the box and is as wide as its words', () => {
    always((result) => {
      for (const {x, y, width, height} of texts(result)) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(VIEW.width);
        expect(y + height).toBeLessThanOrEqual(VIEW.height);
        expect(height).toBeGreaterThanOrEqual(OPTIONS.fontSize);
      }
      for (const {name, count, countX, countY, width, baseline, height} of result.labels) {
        const nameWidth = OPTIONS.measure(name, true);
        expect(width).toBeGreaterThanOrEqual(nameWidth);
        expect(baseline).toBeLessThan(height);
        if (!count) continue;
        expect(width).toBeGreaterThanOrEqual(countX + OPTIONS.measure(count, true));
        expect(countY).toBeLessThan(height);
        const isBelow = countY >= baseline + OPTIONS.fontSize;
        if (!isBelow) expect([countX >= nameWidth, countY]).toEqual([true, baseline]);
      }
    });
  });

  test('each place is drawn alone or in one counted circle, and the events add up', () => {
    always((result, places) => {
      const drawn = [...result.places, ...result.clusters.flatMap((cluster) => cluster.places)];
      expect(drawn.map(({id}) => id).toSorted()).toEqual(places.map(({id}) => id).toSorted());
      for (const cluster of result.clusters) {
        expect(cluster.places.length).toBeGreaterThan(1);
        expect(cluster.events).toBe(cluster.places.reduce((sum, {events}) => sum + events, 0));
        // It stands where its leader is, and nobody in it is far away.
        expect(cluster.places[0]).toMatchObject({id: cluster.id, x: cluster.x, y: cluster.y});
        for (const {x, y} of cluster.places)
          expect(Math.hypot(x - cluster.x, y - cluster.y)).toBeLessThan(15);
      }
    });
  });

  test('what is drawn one by one can be told apart', () => {
    always(({places, clusters}) => {
      const marks = [...places, ...clusters];
      for (const [i, a] of marks.entries())
        for (const b of marks.slice(i + 1))
          expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(2 * MARK_RADIUS);
    });
  });

  test('a label belongs to a place that is drawn alone, once, and stands beside it', () => {
    always(({places, labels}) => {
      expect(new Set(labels.map(({id}) => id)).size).toBe(labels.length);
      for (const label of labels) {
        const of = places.find(({id}) => id === label.id);
        expect(of).toMatchObject({name: label.name, count: label.count});
        const reach = Math.max(MARK_RADIUS, (of?.radius ?? 0) <= 72 ? (of?.radius ?? 0) : 0) + 5;
        expect(touch(label, square(of?.x ?? NaN, of?.y ?? NaN, reach))).toBe(true);
      }
    });
  });

  test('a label is nearer to its own mark than to any other', () => {
    let pairs = 0;
    always(({places, clusters, labels}) => {
      // Into what is larger than that a label may reach, but not towards its middle.
      const broad = 24;
      const radiusOf = ({radius}: MapPlace) => Math.max(MARK_RADIUS, radius <= 72 ? radius : 0);
      const marks = [
        ...places.map((each) => {
          const radius = radiusOf(each);
          return {...each, radius: radius > broad ? MARK_RADIUS : radius};
        }),
        ...clusters,
      ];
      for (const label of labels) {
        const of = places.find(({id}) => id === label.id);
        if (!of) continue;
        const own = gap(label, {...of, radius: radiusOf(of)});
        for (const mark of marks) {
          if (mark.id === label.id) continue;
          pairs++;
          expect(gap(label, mark)).toBeGreaterThan(own);
        }
      }
    });
    expect(pairs).toBeGreaterThan(10_000);
  });

  test('no name of the basemap stands at a mark, or at the edge of an area', () => {
    let pairs = 0;
    always(({places, clusters, names}) => {
      const marks = [
        ...places.map((each) => ({
          ...each,
          radius: Math.max(MARK_RADIUS, each.radius <= 72 ? each.radius : 0),
        })),
        ...clusters,
      ];
      for (const name of names) {
        for (const mark of marks) {
          pairs++;
          const isInside = name.kind === 'town' && farthest(name, mark) < mark.radius - 4;
          // An area's name may be nearer to a small mark than a town's, which has a dot of its own.
          const away = name.kind === 'town' ? 4 : Math.min(4, mark.radius / 8);
          expect(isInside || gap(name, mark) > away).toBe(true);
        }
      }
    });
    expect(pairs).toBeGreaterThan(10_000);
  });

  test('a town that is a place of the story is not named twice', () => {
    fc.assert(
      fc.property(somePlaces, (places) => {
        const towns = places.map(
          ({name, x, y}): MapName => ({text: name, kind: 'town', x, y, isLarge: true}),
        );
        expect(layout(places, named(...towns)).names).toEqual([]);
      }),
      RUNS,
    );
  });

  test('the same in gives the same out, in any order, and nothing is changed', () => {
    fc.assert(
      fc.property(somePlaces, someNames, (places, names) => {
        for (const each of [...places, ...names.regions, ...names.points]) Object.freeze(each);
        const [before, namesBefore] = [structuredClone(places), structuredClone(names)];
        const first = layout(Object.freeze(places), Object.freeze(names));
        expect(layout(places, names)).toEqual(first);
        expect(layout(places.toReversed(), names)).toEqual(first);
        expect([places, names]).toEqual([before, namesBefore]);
      }),
      RUNS,
    );
  });

  test('what is drawn stays while panning', () => {
    fc.assert(
      fc.property(somePlaces, quarter(-300, 300), quarter(-300, 300), (places, dx, dy) => {
        const moved = places.map((each) => ({...each, x: each.x + dx, y: each.y + dy}));
        expect(marksOf(layout(moved))).toEqual(marksOf(layout(places)));
      }),
      RUNS,
    );
  });

  test('the place with the highest emphasis has the first choice', () => {
    let labelled = 0;
    fc.assert(
      fc.property(somePlaces, quarter(50, 550), quarter(50, 350), (others, x, y) => {
        const chosen = place('chosen', x, y, {name: 'Chosen', emphasis: 1e6});
        // Too long to be written anywhere: their marks stay, their labels do not compete.
        const mute = others.map((each) => ({...each, name: 'x'.repeat(100)}));
        const of = ({labels}: MapLayout) => labels.find(({id}) => id === 'chosen');
        const label = of(layout([...others, chosen]));
        expect(label).toEqual(of(layout([chosen, ...mute])));
        if (label) labelled++;
      }),
      RUNS,
    );
    expect(labelled).toBeGreaterThan(100);
  });

  test('and keeps its label wherever there is room', () => {
    fc.assert(
      fc.property(somePlaces, quarter(20, 580), quarter(30, 370), (others, x, y) => {
        const chosen = place('chosen', x, y, {name: 'Chosen', emphasis: 1e6});
        const away = others.filter((other) => Math.hypot(other.x - x, other.y - y) > 110);
        expect(layout([...away, chosen]).labels.map(({id}) => id)).toContain('chosen');
      }),
      RUNS,
    );
  });
});

describe('by hand', () => {
  test('a lone place has its label to the right, the count after the name', () => {
    const {labels, places, clusters} = layout([place('a', 100, 100, {name: 'Tocorón', count: '65'})]);
    expect([places.length, clusters.length]).toEqual([1, 0]);
    expect(labels).toMatchObject([{id: 'a', name: 'Tocorón', count: '65'}]);
    expect(labels[0]?.x).toBeGreaterThan(100 + MARK_RADIUS);
    expect(labels[0]?.countX).toBeGreaterThan(OPTIONS.measure('Tocorón', true));
  });

  test('a label has its count below the name where it is too long for the room beside its mark', () => {
    const name = 'Las Crisálidas';
    const x = VIEW.width - OPTIONS.measure(name, true) - 35;
    const {labels} = layout([
      place('a', x, 100, {name, count: 'at least 9 / 9'}),
      place('above', x - 20, 75, {name: ''}),
      place('below', x - 20, 125, {name: ''}),
      place('left', x - 60, 100, {name: ''}),
    ]);
    const [label] = labels.filter(({id}) => id === 'a');
    expect(label).toMatchObject({countX: 0});
    expect(label?.countY).toBeGreaterThanOrEqual((label?.baseline ?? 0) + OPTIONS.fontSize);
    expect(label?.x).toBeGreaterThan(x);
  });

  test('at the right edge the label goes left', () => {
    const [label] = layout([place('a', 590, 100)]).labels;
    expect((label?.x ?? 600) + (label?.width ?? 0)).toBeLessThan(590 - MARK_RADIUS);
  });

  test('beside a selected one a label is as wide as it is drawn, which is not bold, so that it ends at its mark', () => {
    const of = (more: Partial<MapPlace>) => layout([place('a', 590, 100, {count: '3', ...more})]).labels[0];
    const [plain, bold] = [of({isReceded: true}), of({})];
    const widthOf = (isBold: boolean) =>
      OPTIONS.measure('Place a', isBold) + 0.4 * OPTIONS.fontSize + 1.15 * OPTIONS.measure('3', isBold) + 2;
    expect([plain?.width, bold?.width]).toEqual([widthOf(false), widthOf(true)]);
    expect((plain?.x ?? 0) + (plain?.width ?? 0)).toBe((bold?.x ?? 0) + (bold?.width ?? 0));
  });

  test('beside a small disc, in the middle of a large one', () => {
    const [small] = layout([place('a', 200, 200, {radius: 60})]).labels;
    const [large] = layout([place('a', 200, 200, {radius: 200})]).labels;
    expect(small?.x).toBeGreaterThan(260);
    expect(large?.x).toBeLessThan(260);
  });

  test('fourteen pixels apart they merge, sixteen apart they do not', () => {
    const of = (gap: number) => layout([place('a', 100, 100, {events: 2}), place('b', 100 + gap, 100)]);
    expect(of(14).clusters).toMatchObject([{id: 'a', x: 100, y: 100, events: 3}]);
    expect(of(14).labels).toEqual([]);
    expect(of(16).clusters).toEqual([]);
    expect(of(16).places.length).toBe(2);
  });

  test('the selected leads', () => {
    const {clusters} = layout([place('a', 100, 100), place('b', 105, 100, {emphasis: 9})]);
    expect(clusters).toMatchObject([{id: 'b', x: 105}]);
  });

  test('above a disc at the edge where neither its sides nor its middle have room', () => {
    const [label] = layoutMap([place('a', 170, 100, {radius: 25, name: 'x'.repeat(20)})], NONE, {
      ...OPTIONS,
      width: 200,
    }).labels;
    expect(label?.x).toBeGreaterThan(0);
    expect((label?.y ?? 100) + (label?.height ?? 0)).toBeLessThan(100 - 25);
  });

  test('a label that would be read as that of another mark stands elsewhere, or nowhere', () => {
    // To the right there is the edge, and to the left the label would end at the other mark.
    const [own, other] = [place('a', 560, 200), place('b', 482, 200, {name: ''})];
    const [label] = layout([own, other]).labels;
    expect(label).toMatchObject({id: 'a'});
    expect(label && gap(label, {...other, radius: MARK_RADIUS})).toBeGreaterThan(4);
    const ring = Array.from({length: 12}, (_, i) => {
      const angle = (i / 12) * 2 * Math.PI;
      return place(`r${i}`, 300 + 40 * Math.cos(angle), 200 + 40 * Math.sin(angle), {name: ''});
    });
    const middle = place('middle', 300, 200);
    const ids = (...places: readonly MapPlace[]) => layout(places).labels.map(({id}) => id);
    expect(ids(middle)).toContain('middle');
    expect(ids(middle, ...ring)).not.toContain('middle');
  });

  test('a text in the row of another mark is not below its own', () => {
    // Above are the edge and a wall; beside it on the right and left, others.
    const own = place('own', 300, 60, {radius: 21, name: 'Caracas'});
    const crisalidas = place('crisalidas', 267, 93, {radius: 10, name: ''});
    const reserved = [{x: 0, y: 0, width: 600, height: 81}];
    const [label] = layoutMap([own, crisalidas], NONE, {...OPTIONS, reserved}).labels.filter(
      ({id}) => id === 'own',
    );
    const isInRow = label && label.y < 93 && label.y + label.height > 93 && label.x - 277 < 20;
    expect(isInRow ?? false).toBe(false);
  });

  test('a label stands outside its own disc, also where it reaches into a broad one of another', () => {
    const own = place('own', 300, 200, {radius: 33, name: 'Caracas'});
    const other = place('other', 290, 156, {radius: 64, name: ''});
    const crisalidas = place('crisalidas', 249, 251, {radius: 15, name: 'Las Crisálidas'});
    const [label] = layout([own, other, crisalidas]).labels.filter(({id}) => id === 'own');
    expect(label && gap(label, own)).toBeGreaterThan(3);
  });

  test('a place outside has no label', () => {
    expect(layout([place('a', -20, 100), place('b', 300, 900)]).labels).toEqual([]);
  });

  test('names of the basemap give way to the story', () => {
    const town: MapName = {text: 'Los Teques', kind: 'town', x: 100, y: 100, isLarge: true};
    const region = regionOf(
      'VE-M',
      {x: 20, y: 20, width: 160, height: 160},
      {texts: ['Miranda'], kind: 'region'},
    );
    expect(layout([], named(town)).names).toMatchObject([
      {lines: ['Los Teques'], kind: 'town', at: [100, 100]},
    ]);
    // A town is where it is; the name of an area steps aside, and stays within it.
    const {names} = layout([place('a', 100, 100)], {regions: [region], points: [town]});
    expect(names.map(({id, lines}) => [id, ...lines])).toEqual([['VE-M', 'Miranda']]);
    const [{x, y, width, height} = {x: NaN, y: NaN, width: NaN, height: NaN}] = names;
    expect(y + height <= 100 - MARK_RADIUS || y >= 100 + MARK_RADIUS).toBe(true);
    expect([x >= 20, y >= 20, x + width <= 180, y + height <= 180]).toEqual([true, true, true, true]);
  });

  test('nothing gives nothing', () => {
    expect(layout([])).toEqual({places: [], clusters: [], labels: [], names: []});
  });
});

const groupsOf = ({places, clusters}: MapLayout) =>
  [...places.map(({id}) => [id]), ...clusters.map((cluster) => cluster.places.map(({id}) => id))]
    .map((ids) => ids.toSorted().join(' '))
    .toSorted();

test('panning merges no others', () => {
  fc.assert(
    fc.property(somePlaces, quarter(-300, 300), quarter(-300, 300), (places, dx, dy) => {
      const moved = places.map((each) => ({...each, x: each.x + dx, y: each.y + dy}));
      expect(groupsOf(layout(moved))).toEqual(groupsOf(layout(places)));
    }),
    RUNS,
  );
});

test('beside circles that are counted already nothing is merged, and no text covers one', () => {
  const circles = fc.array(
    fc.record({x: quarter(0, 600), y: quarter(0, 400), radius: fc.integer({min: 13, max: 19})}),
    {maxLength: 40},
  );
  let labelled = 0;
  fc.assert(
    fc.property(somePlaces, circles, (places, counted) => {
      const result = layoutMap(places, NONE, {...OPTIONS, circles: counted});
      expect(result.places.map(({id}) => id).toSorted()).toEqual(places.map(({id}) => id).toSorted());
      expect(result.clusters).toEqual([]);
      labelled += result.labels.length;
      for (const label of result.labels)
        for (const {x, y, radius} of counted) expect(touch(label, square(x, y, radius))).toBe(false);
    }),
    RUNS,
  );
  expect(labelled).toBeGreaterThan(300);
});

test('a place joins the nearest leader before it, as d3 finds it', () => {
  fc.assert(
    fc.property(somePlaces, (places) => {
      const leaders = quadtree<{place: MapPlace; ids: string[]}>()
        .x((each) => each.place.x)
        .y((each) => each.place.y);
      const groups: string[][] = [];
      const order = [...places].sort((a, b) => b.emphasis - a.emphasis || (a.id < b.id ? -1 : 1));
      let tied = false;
      for (const each of order) {
        const home = leaders.find(each.x, each.y, 15);
        const distances = leaders
          .data()
          .map(({place: {x, y}}) => (x - each.x) ** 2 + (y - each.y) ** 2)
          .sort((a, b) => a - b);
        tied ||= distances.length > 1 && distances[0] === distances[1];
        if (home) home.ids.push(each.id);
        else {
          const ids = [each.id];
          groups.push(ids);
          leaders.add({place: each, ids});
        }
      }
      // Of two that are as near, either is right.
      fc.pre(!tied);
      const {places: single, clusters} = layout(places);
      const found = [...single.map(({id}) => [id]), ...clusters.map((each) => each.places.map(({id}) => id))];
      expect(found.map((ids) => ids.join()).sort()).toEqual(groups.map((ids) => ids.join()).sort());
    }),
    RUNS,
  );
});

test('a label stands beside a line of the story, if it has another side', () => {
  const under = ({x, width}: Box) => x < 320 && x + width > 310;
  const labelWith = (isCrossed: (box: Box) => boolean) => {
    return layoutMap([place('p', 300, 200)], NONE, {...OPTIONS, isCrossed}).labels[0];
  };
  expect(labelWith(() => false)?.x).toBeGreaterThan(300);
  const label = labelWith(under);
  expect(label && under(label)).toBe(false);
  // On every side there is one.
  expect(labelWith(() => true)?.x).toBeGreaterThan(300);
});

test('the name of a town stands beside a line of the story', () => {
  const town: MapName = {text: 'Los Teques', kind: 'town', x: 300, y: 200, isLarge: true};
  const isCrossed = ({x}: Box) => x >= 300;
  const [before] = layout([], named(town)).names;
  expect(before?.x).toBeGreaterThan(300);
  const [beside] = layoutMap([], named(town), {...OPTIONS, isCrossed}).names;
  expect(beside?.x).toBeLessThan(300);
});

describe('names of regions', () => {
  const one = (box: Box, more: Partial<MapRegion> = {}, others: readonly MapRegion[] = []) =>
    layout([], {regions: [regionOf('A', box, {texts: ['Venezuela'], ...more}), ...others], points: []}).names;

  test('stand with their middle in their region, whatever the regions', () => {
    let count = 0;
    fc.assert(
      fc.property(somePlaces, someNames, (places, names) => {
        for (const {id, x, y, width, height} of layout(places, names).names) {
          if (id === undefined) continue;
          const box = names.regions.find((region) => region.id === id)?.shape.boxes ?? [];
          const [west = NaN, north = NaN, east = NaN, south = NaN] = box;
          expect(x + width / 2).toBeGreaterThanOrEqual(west);
          expect(x + width / 2).toBeLessThanOrEqual(east);
          expect(y + height / 2).toBeGreaterThanOrEqual(north);
          expect(y + height / 2).toBeLessThanOrEqual(south);
          count++;
        }
      }),
      RUNS,
    );
    expect(count).toBeGreaterThan(500);
  });

  test('in spaced capitals where they fit, smaller where not, on two lines, or by a shorter form', () => {
    expect(one({x: 100, y: 100, width: 300, height: 100})).toMatchObject([
      {lines: ['Venezuela'], isSpaced: true},
    ]);
    expect(one({x: 100, y: 100, width: 70, height: 100})).toMatchObject([
      {lines: ['Venezuela'], isSpaced: false},
    ]);
    const texts = ['United States', 'US'];
    expect(one({x: 100, y: 100, width: 60, height: 120}, {texts})).toMatchObject([
      {lines: ['United', 'States']},
    ]);
    // Over the sea in full, between neighbours by the shorter form.
    const narrow = {x: 285, y: 100, width: 29, height: 100};
    expect(one(narrow, {texts})).toMatchObject([{lines: ['United States']}]);
    const between = [
      regionOf('west', {x: 0, y: 0, width: 285, height: 400}),
      regionOf('east', {x: 314, y: 0, width: 286, height: 400}),
    ];
    const [label] = one(narrow, {texts}, between).filter(({id}) => id === 'A');
    expect(label).toMatchObject({lines: ['US']});
  });

  test('may be on two lines at a hyphen too, but not after an article', () => {
    const linesOf = (text: string) =>
      one({x: 100, y: 100, width: 72, height: 120}, {kind: 'region', texts: [text]}).map(({lines}) => lines);
    expect(linesOf('Baden-Württemberg')).toEqual([['Baden-', 'Württemberg']]);
    expect(linesOf('Provence-Alpes-Côte')).toEqual([['Provence-', 'Alpes-Côte']]);
    expect(linesOf('Mubarak Al-Kabeer')).toEqual([['Mubarak', 'Al-Kabeer']]);
    expect(linesOf('Al-Muthannainah')).toEqual([]);
    expect(linesOf('Congo - Kinshasa')).toEqual([['Congo', 'Kinshasa']]);
  });

  test('of a region never reach over its borders, of a country by no more than most of it', () => {
    const narrow = {x: 100, y: 100, width: 40, height: 100};
    const neighbour = regionOf('B', {x: 120, y: 0, width: 400, height: 400}, {texts: ['Neighbour']});
    expect(one(narrow, {kind: 'region'})).toEqual([]);
    expect(one({...narrow, x: 80}, {}, [neighbour]).map(({id}) => id)).toContain('A');
    expect(one({...narrow, x: 108, width: 12}, {}, [neighbour]).map(({id}) => id)).toEqual(['B']);
  });

  test('of an island may be wider than it', () => {
    expect(one({x: 300, y: 200, width: 30, height: 30})).toMatchObject([{id: 'A'}]);
    expect(one({x: 300, y: 200, width: 20, height: 20})).toEqual([]);
  });

  test('of what is large make room for those that can stand in one place alone', () => {
    const box = {x: 190, y: 100, width: 16, height: 40};
    const small = regionOf('B', box, {texts: ['Suriname'], at: [198, 120]});
    const names = one({x: 90, y: 100, width: 100, height: 40}, {}, [small]);
    expect(names.map(({id}) => id).toSorted()).toEqual(['A', 'B']);
    expect(names.find(({id}) => id === 'B')?.at[0]).toBe(198);
  });

  test('that reach over neighbours stand on two lines, if that reaches less far', () => {
    const texts = ['Congo Democratic Republic'];
    const narrow = {x: 270, y: 100, width: 60, height: 100};
    const lines = (...neighbours: MapRegion[]) =>
      one(narrow, {texts}, neighbours).find(({id}) => id === 'A')?.lines;
    expect(lines()).toEqual(texts);
    const neighbour = regionOf('B', {x: 330, y: 0, width: 60, height: 400}, {kind: 'country', texts: ['B']});
    expect(lines(neighbour)).toEqual(['Congo Democratic', 'Republic']);
  });

  test('of what the story is about come before those of what is larger', () => {
    const regions = [
      regionOf('A', {x: 100, y: 115, width: 120, height: 10}, {texts: ['Venezuela'], at: [215, 120]}),
      regionOf('B', {x: 220, y: 115, width: 80, height: 10}, {texts: ['Trinidad'], at: [225, 120]}),
    ];
    const namedWith = (x: number) =>
      layout([place('p', x, 118, {name: ''})], {regions, points: []}).names.map(({id}) => id);
    expect(namedWith(400)).toEqual(['A']);
    expect(namedWith(290)).toEqual(['B']);
  });

  test('are said once: not again by a place, a region or a code', () => {
    const large = regionOf('DM', {x: 100, y: 100, width: 300, height: 100}, {texts: ['Dominica']});
    const namesWith = (name: string) =>
      layout([place('p', 300, 300, {name})], {regions: [large], points: []}).names.map(({id}) => id);
    expect(namesWith('Roseau')).toEqual(['DM']);
    expect(namesWith('Dominica')).toEqual([]);
    const regions = [
      regionOf('west', {x: 0, y: 0, width: 285, height: 400}),
      regionOf('east', {x: 303, y: 0, width: 597, height: 400}),
      regionOf('LU', {x: 285, y: 100, width: 18, height: 100}, {texts: ['Luxembourg'], abbreviation: 'LU'}),
      regionOf('LU-L', {x: 350, y: 250, width: 200, height: 60}, {kind: 'region', texts: ['Luxembourg']}),
    ];
    const town: MapName = {text: 'Luxembourg', kind: 'town', x: 300, y: 150, isLarge: true};
    const said = (width: number, ...points: readonly MapName[]) =>
      layoutMap([], {regions, points}, {...OPTIONS, width})
        .names.map(({lines}) => lines.join(' '))
        .filter((text) => text.startsWith('L'));
    expect(said(900)).toEqual(['LU']);
    expect(said(600)).not.toContain('LU');
    expect(said(900, {...town, x: 450, y: 350})).toEqual(['Luxembourg']);
  });

  test('are not said again by a region where a place is called so, in whichever language', () => {
    const region = (more: Partial<MapRegion>) =>
      regionOf('DM', {x: 100, y: 100, width: 300, height: 100}, more);
    const namesWith = (one: MapRegion) =>
      layout([place('p', 300, 300, {name: 'Dominica', radius: 20})], {regions: [one], points: []}).names
        .length;
    for (const kind of ['country', 'region'] as const) {
      expect(namesWith(region({kind, texts: ['Dominica']}))).toBe(0);
      expect(namesWith(region({kind, texts: ['دومينيكا'], aliases: ['Dominica']}))).toBe(0);
      expect(namesWith(region({kind, texts: ['دومينيكا'], aliases: ['Martinique']}))).toBe(1);
    }
    // A town is another thing than the region that it lies in.
    const town = place('p', 300, 300, {name: 'León'});
    const around = regionOf(
      'ES-LE',
      {x: 100, y: 100, width: 300, height: 100},
      {kind: 'region', texts: ['León']},
    );
    expect(layout([town], {regions: [around], points: []}).names).toHaveLength(1);
  });

  test('stand beside a line of the story, if there is room in the region', () => {
    const box = {x: 100, y: 100, width: 300, height: 100};
    const isCrossed = ({y, height}: Box) => y < 152 && y + height > 148;
    const nameIn = (height: number, more: object) =>
      layoutMap(
        [],
        {regions: [regionOf('A', {...box, height}, {kind: 'region'})], points: []},
        {...OPTIONS, ...more},
      ).names[0];
    const [free, beside] = [nameIn(100, {}), nameIn(100, {isCrossed})];
    expect(free && isCrossed(free)).toBe(true);
    expect(beside && isCrossed(beside)).toBe(false);
    // Where there is none it is written over the line.
    const narrow = {...box, y: 140, height: 20};
    const over = layoutMap(
      [],
      {regions: [regionOf('A', narrow, {kind: 'region'})], points: []},
      {...OPTIONS, isCrossed: () => true},
    ).names[0];
    expect(over).toBeDefined();
  });

  test('find the room between what stands in their region', () => {
    const reserved = [
      {x: 90, y: 100, width: 25, height: 60},
      {x: 200, y: 100, width: 220, height: 60},
    ];
    const region = regionOf('A', {x: 100, y: 100, width: 300, height: 60}, {texts: ['Venezuela']});
    const [name] = layoutMap([], {regions: [region], points: []}, {...OPTIONS, reserved}).names;
    expect(name?.x).toBeGreaterThan(115);
    expect((name?.x ?? 0) + (name?.width ?? 0)).toBeLessThan(200);
  });

  test('keep clear of what is reserved, and are said once where the world has two edges', () => {
    const box = {x: 100, y: 100, width: 300, height: 60};
    const region = regionOf('A', box, {texts: ['Venezuela']});
    const reserved = [{x: 215, y: 80, width: 70, height: 100}];
    const {names} = layoutMap([], {regions: [region], points: []}, {...OPTIONS, reserved});
    expect(names).toHaveLength(1);
    for (const name of names) expect(touch(name, reserved[0] as Box)).toBe(false);
    const copy = regionOf('A', {x: 500, y: 100, width: 80, height: 60}, {texts: ['Venezuela']});
    expect(one(box, {}, [copy])).toHaveLength(1);
  });
});
