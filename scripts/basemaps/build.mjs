/** Makes world.json and the cells of detail/ out of the sources: see build-basemaps.mjs. */
import {createRequire} from 'node:module';
import {gzipSync} from 'node:zlib';
import {group} from 'd3';
import {clipLine, clipPolygons} from './clip.mjs';
import {DISPUTES, viewsOf} from './disputes.mjs';
import {insideOf} from './inside.mjs';
import {fromMercator, toMercator} from './mercator.mjs';
import {packArcs, packTowns} from './pack.mjs';
import {SEAS} from './seas.mjs';
import {readClaims, readRegions, readTowns, readWaters} from './sources.mjs';

const require = createRequire(import.meta.url);
const {topology} = require('topojson-server');
const {feature, meshArcs, mergeArcs} = require('topojson-client');
const {presimplify, simplify} = require('topojson-simplify');

/** A pixel's area at a zoom, in the world's. */
const pixel = (zoom) => (1 / (256 * 2 ** zoom)) ** 2;

/**
 * The levels of detail. `from`: the zoom at which a map begins to draw it; `thin`: the least triangle that a point of a
 * line makes, in pixels at the nearest zoom of the level; `small`: the least regions, as many times that; `polar`: see
 * lessDetailNearPoles; `step`: to which positions are rounded, in pixels there; `most`: bytes of a cell, gzip, above
 * which it is cut in four.
 *
 * A level is as thin as it is since a map of 1200 by 700 pixels, where it begins and most is in view, is to need no more
 * than 45 kB of it anywhere (test/world/bytes.test.ts): Europe decides for the first three, the size of all for the last.
 */
export const LEVELS = [
  {zooms: [0, 4], thin: 22, small: 100, step: 0.8},
  {zooms: [5, 5], from: 5, root: 3, thin: 22, small: 46, polar: 0.5, step: 1, most: 4300, deepest: 6},
  {zooms: [6, 7], from: 6.3, root: 4, thin: 60, small: 130, polar: 0, step: 1.6, most: 5150, deepest: 7},
  {zooms: [7, 8], from: 7.4, root: 4, thin: 50, small: 100, polar: 0, step: 1.4, most: 5650, deepest: 8},
  {
    zooms: [8, 10],
    from: 8.4,
    root: 4,
    thin: 81,
    small: 100,
    polar: 0,
    step: 1.6,
    most: 10000,
    deepest: 8,
  },
];

/** Remembers what a function made of each object. */
function memoize(make) {
  const made = new WeakMap();
  return (of) => {
    if (!made.has(of)) made.set(of, make(of));
    return made.get(of);
  };
}

const bytesOf = (text) => gzipSync(text, {level: 9}).length;
const collection = (features) => ({type: 'FeatureCollection', features});
const shape = (geometry, properties = {}, id) => ({type: 'Feature', ...(id && {id}), properties, geometry});
const multi = (coordinates) => ({type: 'MultiPolygon', coordinates});

/**
 * Web Mercator magnifies what is near the poles, where fewer stories are: beyond 50° a kilometre counts less than a
 * pixel would, and the coast of Antarctica, on which no first-level region and no town lies, a tenth of that.
 *
 * @param polar the least that a point of other coasts weighs, as a share
 */
function lessDetailNearPoles(topo, polar) {
  const temperate = Math.cos((50 * Math.PI) / 180);
  const weigh = ([x, y, weight]) => {
    const [, lat] = fromMercator([x, y]);
    const narrowed = Math.min(1, Math.cos((lat * Math.PI) / 180) / temperate);
    return weight * Math.max(narrowed ** 3, polar) * (lat < -60 ? 0.1 : 1);
  };
  return {...topo, arcs: topo.arcs.map((arc) => arc.map((point) => [point[0], point[1], weigh(point)]))};
}

/** The regions with their borders shared, weighed for thinning. */
export function readWorld() {
  const regions = readRegions();
  const claims = readClaims();
  const topo = topology({
    regions: collection(regions.map((region, index) => shape(multi(region.polygons), {index}))),
  });
  const disputes = DISPUTES.map((dispute) => {
    const {id, between, claims: claimed, of, line, within} = dispute;
    const isWithin = (point) => {
      if (!within) return true;
      const [lon, lat] = fromMercator(point);
      const [w, s, e, n] = within;
      return lon >= w && lon <= e && lat >= s && lat <= n;
    };
    if (line) return {id, lines: [line.map(toMercator)], views: viewsOf(dispute)};
    if (claimed) {
      const found = claims.filter(({a3, name}) => a3 === claimed[0] && name === claimed[1]);
      if (found.length === 0) throw new Error(`no claim ${claimed.join(', ')}`);
      return {
        id,
        lines: found.flatMap(({lines}) => lines).filter(([start]) => isWithin(start)),
        views: viewsOf(dispute, [of ? regions.filter(of) : []]),
      };
    }
    const [one, other] = between;
    const sides = (a, b) => {
      const [p, q] = [regions[a.properties.index], regions[b.properties.index]];
      return p !== q && ((one(p) && other(q) && !one(q)) || (one(q) && other(p) && !one(p)));
    };
    const arcs = meshArcs(topo, topo.objects.regions, sides).arcs.flat();
    const kept = arcs.filter((arc) => isWithin(topo.arcs[arc < 0 ? ~arc : arc][0]));
    if (kept.length === 0) throw new Error(`no line for ${id}`);
    return {id, arcs: kept, views: viewsOf(dispute, [regions.filter(one), regions.filter(other)])};
  });
  // Disputed lines share arcs with the regions, so that they are thinned and cut alike.
  topo.objects.disputed = {
    type: 'GeometryCollection',
    geometries: disputes
      .filter(({arcs}) => arcs)
      .map(({id, arcs, views}) => ({
        type: 'MultiLineString',
        properties: {id, ...views},
        arcs: arcs.map((arc) => [arc]),
      })),
  };
  return {
    regions,
    views: [
      ...new Set(disputes.flatMap(({views: {plain = [], hidden = []}}) => [...plain, ...hidden])),
    ].sort(),
    topo: presimplify(topo),
    claims: disputes.filter(({lines}) => lines),
    waters: readWaters(),
    towns: readTowns(),
  };
}

const coordinatesOf = (topo, geometry) => feature(topo, geometry).geometry.coordinates;

const areaOf = ([ring]) =>
  Math.abs(
    ring.reduce((sum, [x, y], i) => {
      const [p, q] = ring[(i + 1) % ring.length];
      return sum + x * q - p * y;
    }, 0) / 2,
  );

const lengthOf = (line) =>
  line.reduce(
    (sum, [x, y], i) => (i === 0 ? 0 : sum + Math.hypot(x - line[i - 1][0], y - line[i - 1][1])),
    0,
  );

/** The parts of a shape that can be seen, and the largest in any case. */
function visible(polygons, least) {
  // A ring of which thinning left nothing has no positions.
  const whole = polygons.map((rings) => rings.filter(([start]) => start)).filter(([outer]) => outer);
  const areas = whole.map(areaOf);
  const most = Math.max(...areas);
  return whole.filter((_, i) => areas[i] >= least || areas[i] === most);
}
const pointsOf = (polygons) => polygons.flat().reduce((sum, {length}) => sum + length, 0);

/** Positions in degrees, rounded to a grid that all cells of a level share; rings that come to nothing go. */
function roundTo(step) {
  const position = (point) => fromMercator(point).map((value) => Math.round(value / step));
  const line = (points, least) => {
    const rounded = points
      .map(position)
      .filter(([x, y], i, all) => i === 0 || x !== all[i - 1][0] || y !== all[i - 1][1]);
    return rounded.length >= least ? rounded : undefined;
  };
  return {
    lines: (lines) => lines.flatMap((each) => [line(each, 2)].filter(Boolean)),
    polygons: (polygons) =>
      polygons.flatMap((rings) => {
        const [outer, ...holes] = rings.map((ring) => line(ring, 4));
        return outer ? [[outer, ...holes.filter(Boolean)]] : [];
      }),
    /** What is smaller than the grid, as a square of it. */
    speck: ([[[start]]]) => {
      const [x, y] = position(start);
      return [
        [
          [
            [x, y],
            [x + 1, y],
            [x + 1, y + 1],
            [x, y + 1],
            [x, y],
          ],
        ],
      ];
    },
  };
}

/** A topology of positions on the grid, as TopoJSON in degrees, its arcs as text. */
function encode(objects, step) {
  const topo = topology(objects);
  delete topo.bbox;
  for (const object of Object.values(topo.objects)) delete object.bbox;
  topo.arcs = packArcs(topo.arcs);
  topo.transform = {scale: [step, step], translate: [0, 0]};
  return topo;
}

/** A name of a country is placed by its outline, where that has so many pixels at the nearest zoom of a level. */
const OUTLINED = 400;
/** And is so many pixels wide there, from its deepest position to its border. */
const DEEP = 14;

/** The largest part of each country, and the position in it that is farthest from its border, by code. */
const deepest = memoize(({topo, regions}) => {
  const countries = group(topo.objects.regions.geometries, ({properties: {index}}) => regions[index].country);
  return new Map(
    [...countries].map(([country, geometries]) => {
      const polygons = coordinatesOf(topo, mergeArcs(topo, geometries));
      const largest = polygons.reduce((most, each) => (areaOf(each) > areaOf(most) ? each : most));
      return [country, {area: areaOf(largest), ...insideOf(largest)}];
    }),
  );
});

/** A position deep within a country that is too small or narrow at a zoom for its outline to say. */
function whereSmall(world, country, zoom) {
  const {area, at, depth} = deepest(world).get(country);
  return area < OUTLINED * pixel(zoom) || depth ** 2 < DEEP ** 2 * pixel(zoom) ? at : undefined;
}

/** The regions as they are, or the whole country where most of them are too small to be told apart. */
function byCountry(shapes, least) {
  const countries = group(shapes, ({region}) => region.country);
  return [...countries.values()].flatMap((all) => {
    const areas = all.map(({area}) => area).sort((a, b) => a - b);
    if (areas[areas.length >> 1] >= least || all.length === 1)
      return all.map(({region, geometry}) => ({region, geometries: [geometry]}));
    const [{region}] = all;
    return [{region: {country: region.country}, geometries: all.map(({geometry}) => geometry)}];
  });
}

/** What a level draws, thinned, in the world's width. */
function thinned({topo, regions, claims, waters}, least, {small, polar}) {
  const thin = simplify(polar === undefined ? topo : lessDetailNearPoles(topo, polar), least);
  const wet = simplify(
    presimplify(
      topology({
        lakes: collection(waters.lakes.map((polygons) => shape(multi(polygons)))),
        rivers: collection(waters.rivers.map((line) => shape({type: 'LineString', coordinates: line}))),
        claims: collection(
          claims.map(({id, lines, views}) =>
            shape({type: 'MultiLineString', coordinates: lines}, {id, ...views}),
          ),
        ),
      }),
    ),
    least,
  );
  const shapes = thin.objects.regions.geometries.map((geometry) => ({
    region: regions[geometry.properties.index],
    geometry,
    area: coordinatesOf(topo, geometry).reduce((sum, rings) => sum + areaOf(rings), 0),
  }));
  return {
    regions: byCountry(shapes, small * least).map(({region, geometries}) => ({
      region,
      polygons: visible(coordinatesOf(thin, mergeArcs(thin, geometries)), 2 * least),
    })),
    disputed: [
      ...thin.objects.disputed.geometries.map((geometry) => ({
        properties: geometry.properties,
        lines: coordinatesOf(thin, geometry).filter(([start, next]) => start && next),
      })),
      ...wet.objects.claims.geometries.map((geometry) => ({
        properties: geometry.properties,
        lines: coordinatesOf(wet, geometry).filter(([start, next]) => start && next),
      })),
    ],
    lakes: wet.objects.lakes.geometries
      .map((geometry) =>
        visible(coordinatesOf(wet, geometry), 4 * least).filter((rings) => areaOf(rings) >= 4 * least),
      )
      .filter(({length}) => length > 0),
    rivers: wet.objects.rivers.geometries
      .map((geometry) => coordinatesOf(wet, geometry))
      .filter((line) => line[0] && line[1] && lengthOf(line) ** 2 >= 400 * least),
  };
}

/** The same within a box. */
const within = ({regions, disputed, lakes, rivers}, box) => ({
  regions: regions
    .map(({region, polygons}) => ({region, polygons: clipPolygons(polygons, box)}))
    .filter(({polygons}) => polygons.length > 0),
  disputed: disputed
    .map(({properties, lines}) => ({properties, lines: lines.flatMap((line) => clipLine(line, box))}))
    .filter(({lines}) => lines.length > 0),
  lakes: lakes.map((polygons) => clipPolygons(polygons, box)).filter(({length}) => length > 0),
  rivers: rivers.flatMap((line) => clipLine(line, box)),
});

/** A name takes some 30 pixels each way, at the nearest zoom of its level. */
const NAMED = 900;

/**
 * What a region says of itself: its country where its code does not, its name where there can be room for it, and where
 * it is when it is too small to be found by its outline.
 */
const propertiesOf = ({id, name, country, at}, area, least) => ({
  ...(name && area > least && {name}),
  ...(id !== country && id?.slice(0, 2) !== country && {country}),
  ...(at && {at: fromMercator(at).map(rounded)}),
});

/**
 * Countries whose codes are no ISO 3166-1, by which no browser knows a name; `XK` is in use everywhere. What Natural Earth
 * gives a code of three letters (a glacier, bases, reefs that several states claim) is drawn, and not named as a country.
 */
const isUnknown = (code) => code === 'XC' || code === 'XS';
const isCountry = (code) => code.length === 2;

/** Names of countries whose codes say none, by code. */
const namesOf = (regions) =>
  Object.fromEntries(
    regions.filter(({country}) => isUnknown(country)).map(({country, name}) => [country, name]),
  );

/** A basemap of what is given: its regions, which tell their countries, waters, disputed lines and towns. */
function basemapOf({regions, disputed, lakes, rivers}, {step, least}, towns) {
  const round = roundTo(step);
  const own = regions.map(({region, polygons}) => {
    const parts = round.polygons(polygons);
    return {
      region,
      polygons: parts.length > 0 ? parts : round.speck(polygons),
      area: polygons.reduce((sum, rings) => sum + areaOf(rings), 0),
    };
  });
  const topo = encode(
    {
      regions: collection(
        own.map(({region, polygons, area}) =>
          shape(multi(polygons), propertiesOf(region, area, least), region.id),
        ),
      ),
      ...(lakes.length > 0 && {
        lakes: collection(lakes.map((polygons) => shape(multi(round.polygons(polygons))))),
      }),
      ...(rivers.length > 0 && {
        rivers: collection([shape({type: 'MultiLineString', coordinates: round.lines(rivers)})]),
      }),
      ...(disputed.length > 0 && {
        disputed: collection(
          disputed.map(({properties, lines}) =>
            shape({type: 'MultiLineString', coordinates: round.lines(lines)}, properties),
          ),
        ),
      }),
    },
    step,
  );
  return {
    ...(towns.length > 0 && {towns: packTowns(towns)}),
    ...topo,
  };
}

/** The nearest zoom of the levels that name countries. */
const NAMES_COUNTRIES = 7;

const rounded = (value) => Math.round(value * 1000) / 1000;
const boxOf = (z, x, y) => [x / 2 ** z, y / 2 ** z, (x + 1) / 2 ** z, (y + 1) / 2 ** z];

/** The cells of a level, as deep as their size asks: `{key: 'z-x-y', text}`. */
export function cellsOf(world, level, towns) {
  const {
    zooms: [, nearest],
    root,
    thin,
    step,
    most,
    deepest,
  } = level;
  const degrees = (360 / (256 * 2 ** nearest)) * step;
  const all = thinned(world, thin * pixel(nearest), level);
  const known = towns.filter(({zoom}) => zoom <= nearest);
  const names = namesOf(world.regions);
  const cells = [];
  const cut = (parts, near, z, x, y) => {
    const box = boxOf(z, x, y);
    const [x0, y0, x1, y1] = box;
    const own = within(parts, box);
    const inside = near.filter(({at: [px, py]}) => px >= x0 && px < x1 && py >= y0 && py < y1);
    if (own.regions.length === 0) return;
    const split = () => {
      for (const [dx, dy] of [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ])
        cut(own, inside, z + 1, 2 * x + dx, 2 * y + dy);
    };
    const points = own.regions.reduce((sum, {polygons}) => sum + pointsOf(polygons), 0);
    if (z < root || (z < deepest && points > most / 1.2)) return split();
    const [west, north] = fromMercator([x0, y0]);
    const [east, south] = fromMercator([x1, y1]);
    const basemap = basemapOf(own, {step: degrees, least: NAMED * pixel(nearest)}, inside);
    if (basemap.objects.regions.geometries.length === 0) return;
    const countries = [...new Set(own.regions.map(({region}) => region.country))].sort();
    const unknown = countries.filter(isUnknown);
    const deep = countries.filter(isCountry).flatMap((country) => {
      const at = nearest <= NAMES_COUNTRIES && whereSmall(world, country, nearest);
      return at && at[0] >= x0 && at[0] < x1 && at[1] >= y0 && at[1] < y1
        ? [[country, fromMercator(at).map(rounded)]]
        : [];
    });
    const grid = (value) => Math.round(value / degrees) * degrees;
    const text = `${JSON.stringify({
      type: 'Topology',
      cronomapa: 'basemap-1',
      // Beyond the nearest zoom of the coarser levels: where two are drawn at once, the finer says the names.
      maxZoom: Math.min(nearest + 2, 10),
      bounds: [west, south, east, north].map((value) => Number(grid(value).toFixed(6))),
      ...(unknown.length > 0 && {names: Object.fromEntries(unknown.map((code) => [code, names[code]]))}),
      ...(deep.length > 0 && {at: Object.fromEntries(deep)}),
      ...basemap,
    })}\n`;
    const bytes = bytesOf(text);
    if (bytes > most && z < deepest) return split();
    cells.push({key: `${z}-${x}-${y}`, text, bytes});
  };
  cut(all, known, 0, 0, 0);
  return cells;
}

/** The whole world, by countries. */
export function worldOf(world, {zooms: [, nearest], thin, small, step}, towns) {
  const degrees = (360 / (256 * 2 ** nearest)) * step;
  const {topo, regions} = world;
  const countryOf = ({properties: {index}}) => regions[index].country;
  const names = namesOf(regions);
  const {geometries} = topo.objects.regions;
  const countries = [...new Set(geometries.map(countryOf))];
  // Made anew without the regions' ends on their country's outline, which thinning would keep.
  const outlines = topology({
    countries: collection(
      countries.map((country) => {
        const merged = mergeArcs(
          topo,
          geometries.filter((each) => countryOf(each) === country),
        );
        return shape(feature(topo, merged).geometry, {country});
      }),
    ),
    disputed: collection(
      topo.objects.disputed.geometries.map((geometry) =>
        shape(feature(topo, geometry).geometry, geometry.properties),
      ),
    ),
  });
  // Their weights were for the regions' lines.
  outlines.arcs = outlines.arcs.map((arc) => arc.map(([x, y]) => [x, y]));
  const drawn = thinned(
    {
      ...world,
      topo: presimplify({
        ...outlines,
        objects: {
          regions: {
            ...outlines.objects.countries,
            geometries: outlines.objects.countries.geometries.map((geometry, index) => ({
              ...geometry,
              properties: {index},
            })),
          },
          disputed: outlines.objects.disputed,
        },
      }),
      regions: countries.map((country) => ({
        country,
        id: country,
        name: names[country],
        at: isCountry(country) ? whereSmall(world, country, nearest) : undefined,
      })),
    },
    thin * pixel(nearest),
    {small},
  );
  const {objects, ...basemap} = basemapOf(
    drawn,
    {step: degrees, least: 0},
    towns.filter(({zoom}) => zoom <= nearest),
  );
  const {regions: all, ...others} = objects;
  return `${JSON.stringify({
    type: 'Topology',
    cronomapa: 'basemap-1',
    name: 'world',
    attribution: 'Natural Earth · GeoNames',
    bounds: [-180, -85, 180, 85],
    focus: [-170, -56, 180, 78],
    maxZoom: 6,
    seas: SEAS.map(([en, es, pt, fr, ar, lon, lat, zoom]) => [{en, es, pt, fr, ar}, lon, lat, zoom]),
    ...basemap,
    objects: {countries: all, ...others},
  })}\n`;
}
