import {LINE_HEIGHT} from './line-height.js';
import {CHOSEN_RADIUS, MARK_RADIUS} from './map-clusters.js';
import type {MapLabel, MapName, MapNameLabel, MapOptions, MapPlace} from './map-types.js';
import {AWAY, around, gapTo, type TakenBoxes, touch} from './taken-boxes.js';
import type {Box} from './types.js';

/** Maximum number of labels to try, by priority. */
const MOST_LABELS = 100;
/** Labels of larger discs, in pixels of radius, are beside the mark and not outside the disc. */
const WIDE_DISC = 72;
/** Where there is no other room, a label may reach into a larger disc than this that is not its own, but not towards its middle. */
const BROAD_DISC = 24;
/** Gap between a mark, or its disc, and its label, in pixels. */
const GAP = 4;
/** Share of the distance for labels at a corner; far enough to clear the mark. */
const DIAGONAL = 0.75;
/** A text in the row of a mark is read as its name from five times as far as one above or below it. */
const IN_ROW = 0.2;
/** Gap between a town's dot and its name, and half the space of the dot, in pixels. */
const TOWN_GAP = 6;
const DOT = 4;
/** Font sizes of names, as shares of the map's. */
const TOWN_SIZE = 0.92;
const SEA_SIZE = 0.85;

/** The options needed to measure texts. */
type Setting = Pick<MapOptions, 'fontSize' | 'measure' | 'circles' | 'kept'>;

/** A place as large as it is drawn. */
export const circleOf = (place: MapPlace) => ({
  ...place,
  radius: Math.max(MARK_RADIUS, place.radius <= WIDE_DISC ? place.radius : 0),
});

/**
 * Places the labels of places, in order of priority, and marks their boxes as occupied. Each stands nearer to its own
 * mark than to any other; where there is no such room only that of what is chosen is written.
 */
export function layoutPlaceLabels(
  places: readonly MapPlace[],
  taken: TakenBoxes,
  {fontSize, measure, circles}: Setting,
): readonly MapLabel[] {
  const height = fontSize * LINE_HEIGHT;
  const labels: MapLabel[] = [];
  for (const place of places.slice(0, circles && MOST_LABELS)) {
    const {id, x, y, name, count, isReceded} = place;
    if (!touch(around(x, y, 1), taken.view)) continue;
    const nameWidth = measure(name, !isReceded);
    const countWidth = measure(count, !isReceded) * 1.15;
    const beside = nameWidth + Math.min(fontSize * 0.4, countWidth);
    const mark = place.isChosen ? CHOSEN_RADIUS : MARK_RADIUS;
    const boxes: Box[] = [];
    let box: Box | undefined;
    // Outside its disc, or else beside its mark.
    for (const away of new Set([Math.max(mark, circleOf(place).radius), mark])) {
      const here = [
        ...boxesAround(place, mark, away + GAP, beside + countWidth + 2, height),
        // Where there is no room for that, the count stands below the name.
        ...boxesAround(place, mark, away + GAP, Math.max(nameWidth, countWidth), 2 * height),
      ];
      const nearest = (broad: number) =>
        taken.firstFree(here, (each) => {
          const own = gapTo(circleOf(place), each);
          const share = isBeside(place, each) ? 1 : IN_ROW;
          return taken.marks.every((other) => {
            if (other.id === id) return true;
            const gap = gapTo(other.radius > broad ? {...other, radius: MARK_RADIUS} : other, each);
            return gap * (isBeside(other, each) ? share : 1) > own;
          });
        });
      box ??= nearest(WIDE_DISC) ?? nearest(BROAD_DISC);
      boxes.push(...here);
    }
    box ??= taken.firstFree(boxes, () => place.isChosen);
    if (!box) continue;
    labels.push({
      ...box,
      id,
      name,
      count,
      baseline: height * 0.77,
      countX: box.height > height ? 0 : beside,
      countY: box.height - height * 0.23,
    });
    taken.take(box);
  }
  return labels;
}

const isBeside = ({y}: {readonly y: number}, box: Box) =>
  Math.abs(box.y + box.height / 2 - y) < box.height / 2;

/**
 * Candidate positions of a label, best first: beside its mark, above, below, at the corners, above and below from its
 * mark on or up to it.
 */
function boxesAround(
  {x, y}: MapPlace,
  mark: number,
  away: number,
  width: number,
  height: number,
): readonly Box[] {
  const at = (left: number, top: number): Box => ({x: left, y: top, width, height});
  const corner = away * DIAGONAL;
  const rows = (left: number, distance: number): readonly Box[] => [
    at(left, y - distance - height),
    at(left, y + distance),
  ];
  return [
    at(x + away, y - height / 2),
    at(x - away - width, y - height / 2),
    ...rows(x - width / 2, away),
    ...rows(x + corner, corner),
    ...rows(x - corner - width, corner),
    ...rows(x - mark, away),
    ...rows(x + mark - width, away),
  ];
}

/** The label that a point has had; texts of two towns may be alike. */
export const keptName = ({text, x, y}: MapName, kept: MapOptions['kept']): MapNameLabel | undefined =>
  kept?.find((label) => label.text === text && Math.hypot(label.at[0] - x, label.at[1] - y) < 1);

/** Places the names of points in order; skips towns whose name is in `written` already. */
export function layoutPointNames(
  names: readonly MapName[],
  written: ReadonlySet<string>,
  taken: TakenBoxes,
  setting: Setting,
): readonly MapNameLabel[] {
  const labels: MapNameLabel[] = [];
  const lineHeight = setting.fontSize * LINE_HEIGHT;
  for (const name of names) {
    const {text, kind, x, y} = name;
    const isTown = kind === 'town';
    if (isTown && written.has(text)) continue;
    const label = isTown ? townLabel(name, taken, setting) : seaLabel(name, taken, setting);
    if (!label) continue;
    labels.push({
      ...label,
      kind,
      text,
      at: [x, y],
      baseline: lineHeight * 0.73,
      lineHeight,
    });
    taken.take(label);
    if (isTown) taken.take(around(x, y, DOT));
  }
  return labels;
}

type SetName = Box & Pick<MapNameLabel, 'lines'>;

/** A town's name beside its dot, if both are free; where it is kept, on the same side. */
function townLabel(
  name: MapName,
  taken: TakenBoxes,
  {fontSize, measure, kept}: Setting,
): SetName | undefined {
  const {text, x, y} = name;
  if (!taken.isFree(around(x, y, DOT))) return undefined;
  const height = fontSize * LINE_HEIGHT;
  const width = measure(text, false) * TOWN_SIZE + 2;
  const at = (left: number): Box => ({x: left, y: y - height / 2, width, height});
  const [right, left] = [at(x + TOWN_GAP), at(x - TOWN_GAP - width)];
  const box = taken.firstFree((keptName(name, kept)?.x ?? x) < x ? [left, right] : [right, left], (each) =>
    // A town may lie in an area that the story knows no nearer, but not at its edge.
    taken.marks.every((mark) => gapTo(mark, each) > AWAY || holds(mark, each)),
  );
  return box && {...box, lines: [text]};
}

/** Whether a circle holds a box, and some air around it. */
const holds = (circle: {readonly x: number; readonly y: number; readonly radius: number}, box: Box) =>
  Math.hypot(
    box.width / 2 + Math.abs(box.x + box.width / 2 - circle.x),
    box.height / 2 + Math.abs(box.y + box.height / 2 - circle.y),
  ) <
  circle.radius - AWAY;

/** The name of a sea, centred, with one word per line. */
function seaLabel(
  {text, x, y}: MapName,
  taken: TakenBoxes,
  {fontSize, measure}: Setting,
): SetName | undefined {
  const lines = text.split(' ');
  const width = Math.max(...lines.map((line) => measure(line, false))) * SEA_SIZE + 4;
  const height = lines.length * fontSize * LINE_HEIGHT;
  const box = {x: x - width / 2, y: y - height / 2, width, height};
  return taken.isClear(box) ? {...box, lines} : undefined;
}
