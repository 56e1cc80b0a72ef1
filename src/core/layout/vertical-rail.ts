import type {Instant, Interval} from '../time/index.js';
import type {Parts} from './horizontal.js';
import {isPoint, Spot} from './spots.js';
import type {Box, Knot, Label, Mark, Rail, TimelineOptions, TimelineSource, TimeScale} from './types.js';
import {fit} from './wrap.js';

/** Maximum number of events that are listed along a rail. */
export const MOST_LISTED = 60;
/** Padding above the first row and below the last, in pixels. */
const PAD = 8;
/** Gap between rows, in pixels. */
const GAP = 8;
/** Height of a pause, in lines. */
const PAUSE = 2;
/** Lines of a title. */
const LINES = 4;
/** Half the size of a mark, in pixels. */
const HALF = 7;
/** Distance from the rail to the titles, in pixels. */
const BESIDE = 16;
/** Distance of bars that run side by side, and the length of the longest leader in lines. */
const COLUMN = 12;
const LEADER = 3;
/** Thickness of a bar, in pixels. */
const BAR = 8;
/** Bars side by side; more of them share the last column. */
const MOST_COLUMNS = 8;
/** A pause is said when it is so many times as long as usual, or such a share of the view. */
const UNUSUAL = 5;
const LARGE = 0.25;

/** An event in the list, with its place. */
interface Row {
  readonly spot: Spot;
  /** Where what stands above belongs to the event before. */
  readonly top: number;
  /** Centre of its mark. */
  readonly markY: number;
  readonly bottom: number;
  readonly date: string;
  readonly pause: string;
  readonly lines: readonly string[];
  readonly width: number;
}

/** What the rows of a list share. */
interface Setting {
  readonly source: TimelineSource;
  readonly options: TimelineOptions;
  readonly lineHeight: number;
  readonly scale: TimeScale;
}

/**
 * Lists events along a rail, each beside its mark, in order. Time is not to scale: dates stand at the events, long pauses
 * are said between them. An interval is a bar from its event to where it ends among the others.
 */
export function layoutRail(rows: readonly number[], setting: Setting): Parts {
  const {options} = setting;
  const {range, width} = options;
  const spots = rows.map((row) => spotOf(row, setting));
  // How many columns there are decides how wide titles are, and so how long bars are: the second time it is known.
  const first = placeRows(spots, BESIDE + HALF, setting);
  const columns = Math.max(...columnsOf(first, range.end)) + 1;
  const pitch = Math.min(COLUMN, (LEADER * setting.lineHeight - HALF) / columns);
  const railX = HALF + 1 + (columns - 1) * pitch;
  const listed = placeRows(spots, railX + BESIDE, setting);
  const column = columnsOf(listed, range.end);
  const bottom = Math.max(listed.at(-1)?.bottom ?? 0, (options.minHeight ?? 0) - PAD);
  const knots = knotsOf(listed, range.end, bottom);
  const marks = listed.map((row, i) =>
    markOf(row, railX - (column[i] ?? 0) * pitch, endOf(row, listed, knots)),
  );
  const labels = listed.flatMap((row) => labelOf(row, railX, marks, setting));
  return {
    width,
    height: bottom + PAD,
    plot: {x: 0, y: PAD, width: railX + HALF, height: bottom - PAD},
    lanes: lanesOf(spots, setting.source, {x: 0, y: 0, width: railX + HALF, height: bottom + PAD}),
    marks,
    bars: [],
    labels,
    ticks: [],
    rail: {...railOf(listed, railX, knots, setting), thickness: Math.min(BAR, pitch - 1)},
  };
}

function spotOf(row: number, {source, scale, options}: Setting): Spot {
  const {interval} = source.item(row);
  const isSelected = options.selected != null && source.rowOf(options.selected) === row;
  return new Spot(source, row, scale(interval.start), scale(interval.end), true, isSelected);
}

/** Stacks the rows, with titles from `labelX` on. */
function placeRows(
  spots: readonly Spot[],
  labelX: number,
  {options, lineHeight, source}: Setting,
): readonly Row[] {
  const {dateText, pauseText, measure, width} = options;
  const isLong = pausesOf(spots, options);
  const rows: Row[] = [];
  let [y, before] = [PAD, ''];
  for (const [i, spot] of spots.entries()) {
    const pause = isLong(i) ? (pauseText?.(rows[i - 1]?.spot.row ?? spot.row, spot.row) ?? '') : '';
    if (pause) y += PAUSE * lineHeight;
    const text = dateText?.(spot.row) ?? '';
    const date = text === before && !pause ? '' : text;
    before = text;
    const top = y;
    const title = date ? top + lineHeight : top;
    const {label} = source.item(spot.row);
    const fitted = fit(label, width - labelX, LINES, (line) => measure(line, spot.selected));
    const bottom = Math.max(title + Math.max(1, fitted.lines.length) * lineHeight, top + 2 * HALF);
    const {lines, width: drawn} = fitted;
    rows.push({spot, top, markY: title + lineHeight / 2, bottom, date, pause, lines, width: drawn});
    y = bottom + GAP;
  }
  return rows;
}

/** Tells before which of the spots there is a long pause. */
function pausesOf(spots: readonly Spot[], {range}: TimelineOptions): (i: number) => boolean {
  const gaps: number[] = [];
  let end = -Infinity;
  for (const spot of spots) {
    const {start} = spot.item.interval;
    gaps.push(Number.isFinite(end) ? Math.max(0, start - end) : 0);
    if (spot.item.interval.end < Infinity) end = Math.max(end, spot.item.interval.end);
  }
  const some = gaps.filter((gap) => gap > 0).sort((a, b) => a - b);
  const usual = some[(some.length - 1) >> 1] ?? 0;
  const large = LARGE * (range.end - range.start);
  return (i) => {
    const gap = gaps[i] ?? 0;
    return gap > 0 && (gap > UNUSUAL * usual || gap > large);
  };
}

/**
 * The column of each row's mark, from the rail outward: on the rail what ends before the next row, beside it what runs on.
 */
function columnsOf(rows: readonly Row[], rangeEnd: Instant): readonly number[] {
  const knots = knotsOf(rows, rangeEnd, rows.at(-1)?.bottom ?? 0);
  const ends: number[] = [];
  return rows.map((row, i) => {
    const {top} = row;
    const end = endOf(row, rows, knots);
    const next = rows[i + 1];
    if (!next || end <= next.top) return 0;
    let column = ends.findIndex((each) => each <= top);
    if (column < 0) column = Math.min(ends.length, MOST_COLUMNS - 1);
    ends[column] = Math.max(end, ends[column] ?? 0);
    return column + 1;
  });
}

/**
 * Where an event ends along the rail. One that begins with others and ends before any later one is a point, as they are:
 * bars through one another's rows would tell nothing.
 */
function endOf({spot, markY}: Row, rows: readonly Row[], knots: readonly Knot[]): number {
  const {start, end} = spot.item.interval;
  const starts = rows.map((row) => row.spot.item.interval.start);
  const isOneOfSeveral = starts.filter((each) => each === start).length > 1;
  const isPassed = starts.some((each) => each > start && each < end);
  return isPoint(spot) || (isOneOfSeveral && !isPassed) ? markY : yOf(end, knots);
}

/** Where time is along the rail. Before a pause, what has ended stays with the events that it ended among. */
function knotsOf(rows: readonly Row[], rangeEnd: Instant, bottom: number): readonly Knot[] {
  const knots: Knot[] = [];
  let latest = -Infinity;
  for (const [i, {spot, top, pause}] of rows.entries()) {
    const {start, end} = spot.item.interval;
    const before = rows[i - 1];
    const over = Math.max(latest, before?.spot.item.interval.start ?? latest);
    if (pause && before && over <= start) knots.push({at: over, y: before.bottom});
    knots.push({at: start, y: top});
    if (end < Infinity) latest = Math.max(latest, end);
  }
  const last = rows.at(-1);
  const end = Math.max(latest, last?.spot.item.interval.start ?? latest);
  knots.push({at: end, y: last?.bottom ?? 0}, {at: Math.max(rangeEnd, end), y: bottom});
  return knots;
}

/** The position of an instant: of one that several rows start at, the first of them. */
function yOf(at: Instant, knots: readonly Knot[]): number {
  const next = knots.findIndex((knot) => knot.at >= at);
  const [before, after] = [knots[next - 1], knots[next]];
  if (!after) return knots.at(-1)?.y ?? 0;
  if (!before || !Number.isFinite(before.at) || after.at === at) return after.y;
  return before.y + ((at - before.at) / (after.at - before.at)) * (after.y - before.y);
}

/** Knots clamped to a range. */
const within = (knots: readonly Knot[], {start, end}: Interval): readonly Knot[] =>
  knots.map(({at, y}) => ({at: Math.min(Math.max(at, start), end), y}));

function markOf({spot, markY}: Row, across: number, y: number): Mark {
  const {item, row: index, selected} = spot;
  const {start, end} = item.interval;
  const to = Math.max(markY, y);
  const isSpan = to >= markY + HALF;
  return {
    id: item.id,
    index,
    lane: item.lane,
    row: 0,
    shape: isSpan ? 'span' : 'point',
    from: isSpan ? markY - HALF + 1 : markY,
    to: isSpan ? to : markY,
    centre: markY,
    across,
    openStart: start === -Infinity,
    openEnd: end === Infinity,
    approximate: item.approximate ?? false,
    uncertain: item.uncertain ?? false,
    selected,
  };
}

/** The title of a row, with a leader where its mark is not on the rail. */
function labelOf(
  {spot, markY, lines, width}: Row,
  railX: number,
  marks: readonly Mark[],
  {lineHeight}: Setting,
): readonly Label[] {
  if (lines.length === 0) return [];
  const {id, lane} = spot.item;
  const across = marks.find((mark) => mark.id === id)?.across ?? railX;
  const x = railX + BESIDE;
  return [
    {
      id,
      lane,
      x,
      y: markY - lineHeight / 2,
      width,
      height: lines.length * lineHeight,
      lines,
      selected: spot.selected,
      leader:
        across < railX
          ? [
              [across + HALF, markY],
              [x - 3, markY],
            ]
          : null,
    },
  ];
}

function railOf(
  rows: readonly Row[],
  x: number,
  knots: readonly Knot[],
  {options, lineHeight}: Setting,
): Omit<Rail, 'thickness'> {
  const {measure, range} = options;
  const textAt = (text: string, y: number) => ({
    x: x + BESIDE,
    y,
    width: measure(text, false),
    height: lineHeight,
    text,
  });
  const pauses = rows.flatMap(({pause, top}) =>
    pause ? [textAt(pause, top - (PAUSE / 2 + 0.5) * lineHeight - GAP / 2)] : [],
  );
  return {
    x,
    from: rows[0]?.markY ?? PAD,
    to: rows.at(-1)?.markY ?? PAD,
    dates: rows.flatMap(({date, top}) => (date ? [textAt(date, top)] : [])),
    pauses,
    knots: within(knots, range),
  };
}

/** The lanes of the events, for the legend and the keys. */
function lanesOf(spots: readonly Spot[], source: TimelineSource, box: Box) {
  const used = new Set(spots.map(({item}) => item.lane));
  const known = new Set(source.lanes.map(({id}) => id));
  return source.lanes
    .filter(({id}) => used.has(id) || (id === '' && [...used].some((lane) => !known.has(lane))))
    .map(({id}) => ({...box, id, rows: 1, lines: 1, name: null}));
}
