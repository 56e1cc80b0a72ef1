import {byRank, centreOf, isPoint, REACH, roomOf, type SceneBar, type SceneLane, type Spot} from './scene.js';
import {balance, fit, type Wrapped, wrap} from './wrap.js';

/** Between a mark and its label. */
const BESIDE = 4;
/** Between a label and what comes next in its row. */
const CLEAR = 10;
/** Half the room of a leader. */
const THREAD = 2;
const HAIR = 0.01;
/** Lanes with more marks than this in view are dense: they get labels of one line. */
const MANY = 150;

interface Stretch {
  readonly low: number;
  readonly high: number;
}

/** What is taken in a row, along time. */
class Row {
  readonly taken: Stretch[] = [];
  /** Where its last mark ends, and that mark's label. */
  markEnd = -Infinity;
  end = -Infinity;

  free(low: number, high: number): boolean {
    return !this.taken.some((each) => each.low < high && low < each.high);
  }

  /** The free stretch around `at`. */
  around(at: number, low: number, high: number): Stretch {
    for (const each of this.taken) {
      if (each.low >= at) high = Math.min(high, each.low);
      else if (each.high <= at) low = Math.max(low, each.high);
      else return {low: at, high: at};
    }
    return {low, high};
  }
}

interface LaneLabel extends Wrapped {
  readonly spot: Spot;
  readonly row: number;
  /** From the start of the plot. */
  readonly x: number;
  /** Where a leader comes down (or up) from the mark. */
  readonly leader: number | null;
}

export interface LaneRows {
  readonly rows: number;
  readonly lines: number;
  readonly marks: readonly {readonly spot: Spot; readonly row: number}[];
  readonly bars: readonly {readonly bar: SceneBar; readonly row: number}[];
  readonly labels: readonly LaneLabel[];
}

export interface LaneOptions {
  /** Of the plot. */
  readonly length: number;
  /** What labels may use beyond the plot at either side. */
  readonly margin: number;
  readonly maxRows: number;
  readonly fontSize: number;
  readonly measure: (text: string, bold: boolean) => number;
  /** The story has so many events that labels are of one line. */
  readonly many: boolean;
  /** Height of rows with so many lines. */
  readonly pitch: (lines: number) => number;
}

const crosses = (stretches: readonly Stretch[], low: number, high: number) =>
  stretches.some((each) => each.low < high && low < each.high);

/** Rows and labels of a lane, with labels of at most `lines` lines. */
function arrange(lane: SceneLane, lines: number, options: LaneOptions): LaneRows {
  const {length, margin, maxRows, fontSize, measure} = options;
  const [first, last] = [-margin, length + margin];
  const measureOf = (spot: Spot) => (line: string) => measure(line, spot.selected);
  const texts = new Map<Spot, Wrapped>();
  const textOf = (spot: Spot) => {
    let text = texts.get(spot);
    if (!text) {
      text = balance(spot.item.label, lines, fontSize * 11, measureOf(spot));
      texts.set(spot, text);
    }
    return text;
  };

  const rows: Row[] = [];
  const bars = lane.bars.filter(({wide}) => !wide);
  const barRows = new Map<SceneBar, number>(bars.map((bar) => [bar, 0]));
  if (bars.length > 0) rows.push(new Row());
  rows[0]?.taken.push(...bars);
  /** Wide bars take rows as marks do, before those that start later. */
  const wide = lane.bars.filter((bar) => bar.wide);
  const placeWide = (before: number) => {
    for (let bar = wide[0]; bar && bar.low <= before; bar = wide[0]) {
      wide.shift();
      const {low, high} = bar;
      const at = rows.findIndex(
        (row, i) =>
          row.markEnd <= low + HAIR && row.end <= low + HAIR && (i > 0 || !crosses(bars, low, high)),
      );
      const row = rows[at] ?? new Row();
      if (at < 0) rows.push(row);
      row.markEnd = row.end = high;
      row.taken.push({low, high});
      barRows.set(bar, at < 0 ? rows.length - 1 : at);
    }
  };
  const rowOf = new Map<Spot, number>();
  const seen: Spot[] = [];
  for (const spot of lane.single) {
    // What is one view before still holds its row, so that rows stay while panning.
    if (spot.high < -length || (!spot.inRange && spot.low > 0)) continue;
    const {low, high} = spot;
    placeWide(low);
    const width = textOf(spot).width + BESIDE;
    const after = high + width <= last;
    const before = !after && low - width >= first && spot.inRange;
    const reach = before ? low - width : low;
    const end = after ? high + width + CLEAR : high;
    const open = (row: Row, i: number) => row.markEnd <= low + HAIR && (i > 0 || !crosses(bars, low, high));
    let at = rows.findIndex(
      (row, i) => open(row, i) && row.end <= reach + HAIR && (i > 0 || !crosses(bars, reach, end)),
    );
    if (at < 0 && rows.length < maxRows) at = rows.length;
    if (at < 0) {
      let least = Infinity;
      rows.forEach((row, i) => {
        if (open(row, i) && row.end < least) [at, least] = [i, row.end];
      });
    }
    if (at < 0) at = rows.length;
    const row = rows[at] ?? new Row();
    rows[at] = row;
    row.markEnd = high;
    row.end = Math.max(row.end, end);
    if (!spot.inRange) continue;
    rowOf.set(spot, at);
    seen.push(spot);
    row.taken.push(roomOf(spot, length));
  }
  placeWide(Infinity);

  const labels: LaneLabel[] = [];
  const put = (spot: Spot, text: Wrapped, row: number, x: number, leader: number | null = null) => {
    rows[row]?.taken.push({low: x - CLEAR / 2, high: x + text.width + CLEAR / 2});
    labels.push({...text, spot, row, x, leader});
  };
  const putBeside = (spot: Spot): boolean => {
    const at = rowOf.get(spot) ?? 0;
    const {low, high} = roomOf(spot, length);
    const text = textOf(spot);
    const space = rows[at];
    if (!space) return false;
    const right = space.around(high + HAIR, first, last).high - (high + BESIDE);
    const left = low - BESIDE - space.around(low - HAIR, first, last).low;
    const [roomRight, roomLeft] = [
      right - (high + BESIDE + right < last ? CLEAR : 0),
      left - (low - BESIDE - left > first ? CLEAR : 0),
    ];
    if (text.width <= roomRight) put(spot, text, at, high + BESIDE);
    else if (text.width <= roomLeft) put(spot, text, at, low - BESIDE - text.width);
    else {
      const narrower = wrap(spot.item.label, Math.max(roomLeft, roomRight), lines, measureOf(spot));
      if (!narrower) return false;
      put(spot, narrower, at, roomRight >= roomLeft ? high + BESIDE : low - BESIDE - narrower.width);
    }
    return true;
  };
  const putElsewhere = (spot: Spot): boolean => {
    const at = rowOf.get(spot) ?? 0;
    const {low, high} = roomOf(spot, length);
    const c = isPoint(spot) ? centreOf(spot, length) : Math.min(low + 4, (low + high) / 2);
    const text = textOf(spot);
    const extra = rows.length < maxRows ? 1 : 0;
    for (let distance = 1; distance < rows.length + extra; distance++) {
      for (const target of [at + distance, at - distance]) {
        if (target < 0 || target >= rows.length + extra) continue;
        const between = rows.slice(Math.min(at, target) + 1, Math.max(at, target));
        if (!between.every((row) => row.free(c - THREAD, c + THREAD))) continue;
        const [afterX, beforeX] = [c + REACH - 2, c - REACH + 2 - text.width];
        const fits = (x: number) =>
          x >= first &&
          x + text.width <= last &&
          (rows[target]?.free(
            Math.min(c - THREAD, x - CLEAR / 2),
            Math.max(c + THREAD, x + text.width + CLEAR / 2),
          ) ??
            true);
        const x = fits(afterX) ? afterX : fits(beforeX) ? beforeX : null;
        if (x === null) continue;
        if (target === rows.length) rows.push(new Row());
        for (const row of between) row.taken.push({low: c - THREAD, high: c + THREAD});
        rows[target]?.taken.push({low: c - THREAD, high: c + THREAD});
        put(spot, text, target, x, c);
        return true;
      }
    }
    return false;
  };
  for (const spot of seen.sort(byRank)) {
    if (spot.item.label.trim() === '' || putBeside(spot) || putElsewhere(spot) || !spot.selected) continue;
    // The selected item has a label whatever it takes: one more row.
    const text = fit(spot.item.label, last - first, lines, measureOf(spot));
    const c = centreOf(spot, length);
    const x = Math.min(Math.max(c + REACH - 2, first), last - text.width);
    for (const row of rows.slice((rowOf.get(spot) ?? 0) + 1))
      row.taken.push({low: c - THREAD, high: c + THREAD});
    rows.push(new Row());
    put(spot, text, rows.length - 1, x, c);
  }
  const arranged = {
    rows: rows.length,
    lines,
    marks: seen.map((spot) => ({spot, row: rowOf.get(spot) ?? 0})),
    bars: [...barRows].map(([bar, row]) => ({bar, row})),
    labels,
  };
  // Among many, rows that come and go would shake all below them.
  return options.many ? arranged : compact(arranged);
}

/** Without the rows that hold nothing in view. */
function compact(lane: LaneRows): LaneRows {
  const used = [
    ...new Set([
      ...lane.bars.map(({row}) => row),
      ...lane.marks.map(({row}) => row),
      ...lane.labels.map(({row}) => row),
    ]),
  ].sort((a, b) => a - b);
  const to = new Map(used.map((row, i) => [row, i]));
  const moved = <T extends {readonly row: number}>(each: T): T => ({...each, row: to.get(each.row) ?? 0});
  return {
    ...lane,
    rows: used.length,
    marks: lane.marks.map(moved),
    bars: lane.bars.map(moved),
    labels: lane.labels.map(moved),
  };
}

/** The arrangement that names most in the least height. */
export function layoutLane(lane: SceneLane, options: LaneOptions): LaneRows {
  const cost = ({rows, lines, marks, labels}: LaneRows) =>
    rows * options.pitch(lines) +
    40 * (marks.length - labels.length) +
    8 * labels.filter(({leader}) => leader !== null).length;
  let best = arrange(lane, 1, options);
  if (best.marks.length > MANY || options.many) return best;
  for (const lines of [2, 3]) {
    const other = arrange(lane, lines, options);
    if (cost(other) < cost(best)) best = other;
  }
  return best;
}
