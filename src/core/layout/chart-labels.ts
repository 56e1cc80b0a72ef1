import {least} from 'd3';
import type {MeasureKind} from '../dataset/index.js';
import type {ChartCurve, ChartGap, ChartLabel, ChartMark} from './chart-types.js';
import type {Room} from './room.js';
import type {Box} from './types.js';
import {fit} from './wrap.js';

/** With more series than this, labels must be close to their marks. */
const CROWD = 6;
/** Maximum number of flow series named beside their bars; more are named in a legend. */
const FLOWS = 3;
/** Maximum number of bars with value labels. */
const VALUED_BARS = 40;
/** Maximum number of lines with labels at their first and highest values. */
const VALUED_LINES = 4;

/** From this share of the width of a name on, its mark is towards its end. */
const TOWARDS_END = 0.6;

/** What the labels of a panel are placed by. */
export interface Placer {
  readonly room: Room;
  readonly plot: Box;
  /** Top of the whole panel. */
  readonly top: number;
  readonly width: number;
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly measure: (text: string, bold: boolean) => number;
}

/** Vertical offsets of a label from its mark, in thirds of a line, by increasing distance: 0, -1, 1, -2, … */
const STEPS = Array.from({length: 49}, (_, i) => (i % 2 === 0 ? i / 2 : -(i + 1) / 2));

/** The parts of a panel that are labelled. */
interface Drawn {
  readonly kind: MeasureKind;
  readonly curves: readonly ChartCurve[];
  /** In time order. */
  readonly marks: readonly ChartMark[];
  readonly gaps: readonly ChartGap[];
  /** Formats the value of a mark. */
  readonly textOf: (mark: ChartMark) => string;
  readonly gapText: string;
}

/**
 * Places the labels of a panel by priority: series names, values of selected marks, gaps, other values. The gaps that
 * have room for theirs are drawn.
 */
export function layoutLabels(drawn: Drawn, placer: Placer) {
  const {marks, gaps, textOf, gapText} = drawn;
  const {labels: ends, unlabelled} = endLabels(drawn, placer);
  const labels = [...ends];
  const addValue = (mark: ChartMark) => {
    if (labels.some(({point}) => point === mark.id)) return;
    const made = valueLabel(mark, textOf(mark), placer);
    if (made) labels.push(made);
  };
  marks.filter(({selected}) => selected).forEach(addValue);
  // Without its words a line close to zero would read as zero.
  const said = gaps.filter((gap) => {
    const made = gapLabel(gap, gapText, placer);
    if (made) labels.push(made);
    return made;
  });
  valuedMarks(drawn).forEach(addValue);
  return {labels, unlabelled, gaps: said};
}

/** End labels with the name and last value of each series in view, and the ids of series whose label did not fit. */
function endLabels({kind, curves, marks, textOf}: Drawn, placer: Placer) {
  const labels: ChartLabel[] = [];
  const unlabelled: string[] = [];
  const hasNames = kind !== 'flow' || curves.length <= FLOWS;
  const inView: string[] = [];
  const back = placer.room.save();
  curves.forEach(({id, label}, s) => {
    const last = marks.findLast((mark) => mark.series === s);
    if (!last) return;
    inView.push(id);
    const made = hasNames && endLabel(last, label, textOf(last), curves.length, placer);
    if (made) labels.push(made);
    else unlabelled.push(id);
  });
  if (curves.length <= CROWD || labels.length >= unlabelled.length) return {labels, unlabelled};
  // A few named series among many would mislead, so name all in the legend.
  back();
  return {labels: [], unlabelled: inView};
}

/** The marks that get value labels, when there are few enough. */
function valuedMarks({kind, curves, marks}: Drawn): readonly ChartMark[] {
  if (kind === 'flow') return marks.length <= VALUED_BARS ? marks : [];
  if (curves.length > VALUED_LINES) return [];
  return curves.flatMap((_, s) => {
    const own = marks.filter((mark) => mark.series === s);
    const [first] = own;
    const highest = least(own, ({y}) => y);
    return first && highest ? [highest, first] : [];
  });
}

/** Reserves the first box that is inside the panel and free; null when there is none. */
function take<T extends Box>(boxes: Iterable<T>, {room, top, plot, width}: Placer): T | null {
  for (const box of boxes) {
    if (
      box.x < plot.x ||
      box.x + box.width > width ||
      box.y < top ||
      box.y + box.height > plot.y + plot.height
    )
      continue;
    if (!room.isFree(box)) continue;
    room.fill(box);
    return box;
  }
  return null;
}

/** The end label of a series beside its last mark, or as close to it as possible. */
function endLabel(
  mark: ChartMark,
  label: string,
  value: string,
  count: number,
  placer: Placer,
): ChartLabel | null {
  const {room, plot, width, fontSize, measure} = placer;
  const most = Math.min(16 * fontSize, plot.width * 0.6);
  const edge = Math.min(width, plot.x + plot.width + 8);
  const candidates: Candidate[] = [];
  // Offer two wraps: in as few lines as possible, and half as wide.
  for (const [i, share] of [1, 2].entries()) {
    const text = linesOf(label, value, most / share, measure);
    // Never truncate the claimant of a figure.
    if (!text.truncated) candidates.push(...candidatesAround(mark, text, edge, count > CROWD, 8 * i, placer));
  }
  candidates.sort((a, b) => a.cost - b.cost);
  // A leader that crosses a line would seem to point to that line.
  const clear = candidates.filter(({leader}) => !leader || room.isClear(...leader));
  const placed = take(clear, placer);
  if (!placed) return null;
  const {cost, ...place} = placed;
  if (place.leader) room.line(...place.leader);
  const endsAligned = mark.x > place.x + place.width * TOWARDS_END;
  return {role: 'end', series: mark.series, point: mark.id, endsAligned, ...place};
}

/** A candidate position of a label; the lowest cost wins. */
interface Candidate extends Box, Lines {
  readonly cost: number;
  readonly leader: ChartLabel['leader'];
}

/** Candidate positions around a mark: at both sides, above and below, and at the end of the plot. */
function candidatesAround(
  {x, y, bar}: ChartMark,
  text: Lines & {readonly width: number},
  edge: number,
  isCrowd: boolean,
  cost: number,
  {top, plot, lineHeight}: Placer,
): readonly Candidate[] {
  const {lines, width} = text;
  const height = lines.length * lineHeight;
  const reach = (bar ? 14 : 5) + 4;
  const right = edge - width;
  // With many labels, distant ones are ambiguous.
  const farthest = isCrowd ? 44 : 130;
  const candidates: Candidate[] = [];
  for (const left of [x + reach, Math.min(x - width / 2, right), right, x - reach - width, x - 44 - width]) {
    for (const step of STEPS) {
      const up = y - height / 2 + (step * lineHeight) / 3;
      if (up < top || up + height > plot.y + plot.height) continue;
      const nearX = Math.min(Math.max(x, left), left + width);
      const nearY = Math.min(Math.max(y, up), up + height);
      const far = Math.hypot(nearX - x, nearY - y);
      if (far > farthest) continue;
      const start = far > 0 ? 9 / far : 0;
      candidates.push({
        x: left,
        y: up,
        width,
        height,
        lines,
        // Prefer the right, where readers expect it.
        cost: far + (left > x ? 0 : 6) + cost,
        leader: far <= 18 ? null : [x + (nearX - x) * start, y + (nearY - y) * start, nearX, nearY],
      });
    }
  }
  return candidates;
}

interface Lines {
  readonly lines: readonly string[];
}

/** A name followed by the value, in lines no wider than `most`. */
function linesOf(label: string, value: string, most: number, measure: Placer['measure']) {
  const {lines: names, truncated} = fit(label, most, 3, (line) => measure(line, true));
  const lines = [...names];
  const last = lines.at(-1);
  const joined = `${last} ${value}`;
  if (last && measure(joined, true) <= most) lines[lines.length - 1] = joined;
  else lines.push(value);
  return {lines, truncated, width: Math.max(...lines.map((line) => measure(line, true))) + 1};
}

/** A value label adjacent to its mark; null when there is no space. */
function valueLabel(
  {id, series, x, y, bar, open}: ChartMark,
  value: string,
  placer: Placer,
): ChartLabel | null {
  const {lineHeight, measure} = placer;
  const [width, height] = [measure(value, false) + 1, lineHeight];
  const away = 7;
  const above = {x: x - width / 2, y: y - away - height - (open === 'up' ? 9 : 0), width, height};
  const boxes = [
    above,
    ...(bar ? [] : [{x: x - width / 2, y: y + away, width, height}]),
    {x: x + away + 2, y: y - height / 2, width, height},
    {x: x - away - 2 - width, y: y - height / 2, width, height},
    {x: x + away, y: y - away - height, width, height},
    {x: x - away - width, y: y - away - height, width, height},
  ];
  const box = take(boxes, placer);
  return box && {role: 'value', series, point: id, lines: [value], leader: null, ...box};
}

/** The label of a gap above its line, no wider than the gap or 7 em; null when there is no space. */
function gapLabel({series, from, to, y}: ChartGap, text: string, placer: Placer): ChartLabel | null {
  const {lineHeight, fontSize, measure} = placer;
  const {lines, width, truncated} = fit(text, Math.max(to - from, 7 * fontSize), 3, (line) =>
    measure(line, false),
  );
  if (truncated || lines.length === 0) return null;
  const height = lines.length * lineHeight;
  // Wider than the text, so that two beside each other do not read as one.
  const wide = width + fontSize;
  const box = take([{x: (from + to) / 2 - wide / 2, y: y - 3 - height, width: wide, height}], placer);
  return (
    box && {role: 'gap', series, point: null, lines, leader: null, ...box, x: box.x + fontSize / 2, width}
  );
}
