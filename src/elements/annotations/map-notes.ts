import {svg} from 'lit';
import type {Annotation} from '../../core/dataset/index.js';
import {pixelInView} from '../../core/geo/index.js';
import {
  type Box,
  balance,
  layoutMapNotes,
  type MapNote,
  type MapOptions,
  type PlacedMapNote,
} from '../../core/layout/index.js';
import {indexOf, type Snapshot, shownAnnotations} from '../../core/store/index.js';
import {formatNumber} from '../../i18n/index.js';
import type {ViewState} from '../../map/index.js';
import {plainText} from '../../words/index.js';
import {isPlaced} from '../map/stops.js';
import own from './annotations.styles.js';
import {numbered, renderNotes} from './notes-list.js';

export const styles = [own];

/** Words that are wider than this, in font sizes, are wrapped, into at most so many lines. */
const SHORT = 12;
const LINES = 4;
const LINE = 1.25;
/** What a mark takes, in pixels. */
const MARK = 10;

/** How notes are painted, and what they stand beside. */
type Setting = Pick<MapOptions, 'fontSize' | 'measure' | 'isCrossed'>;

/** An author's notes on a map: words beside their places, with a line from each; numbers where there is no room. */
export class MapNotes {
  #notes: readonly Annotation[] = [];
  #placed: readonly PlacedMapNote[] = [];
  /** Those that are not in view. */
  #out: ReadonlySet<string> = new Set();
  #lines = new Map<string, readonly string[]>();
  #kept: ReadonlyMap<string, number> = new Map();

  /** Finds room in a view; returns the boxes that are taken. */
  place(
    snapshot: Snapshot,
    view: ViewState,
    marks: readonly {readonly x: number; readonly y: number; readonly radius?: number}[],
    furniture: readonly Box[],
    {fontSize, measure, isCrossed}: Setting,
  ): readonly Box[] {
    const {place: places} = indexOf(snapshot.dataset);
    this.#notes = shownAnnotations(snapshot).filter(
      ({place}) => place !== undefined && isPlaced(places.get(place)),
    );
    const notes = this.#notes.flatMap(({id, place, text}): MapNote[] => {
      const at = places.get(place ?? '');
      if (!isPlaced(at)) return [];
      const [x, y] = pixelInView(at, view);
      const {lines, width} = balance(plainText(text, snapshot), LINES, SHORT * fontSize, (line) =>
        measure(line, false),
      );
      this.#lines.set(id, lines);
      return [{id, x, y, width: width + 8, height: lines.length * LINE * fontSize + 4}];
    });
    const obstacles = [
      ...furniture,
      ...marks.map(({x, y, radius = MARK}) => {
        const reach = Math.min(Math.max(radius, MARK), 40);
        return {x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach};
      }),
    ];
    const isIn = ({x, y}: MapNote) => x >= 0 && y >= 0 && x <= view.width && y <= view.height;
    this.#out = new Set(notes.filter((note) => !isIn(note)).map(({id}) => id));
    this.#placed = layoutMapNotes(notes, {
      width: view.width,
      height: view.height,
      obstacles,
      isCrossed,
      kept: this.#kept,
    });
    this.#kept = new Map(this.#placed.filter(({isNumbered}) => !isNumbered).map(({id, spot}) => [id, spot]));
    return this.#placed;
  }

  draw({locale}: Snapshot, fontSize: number) {
    const standings = numbered(this.#placed);
    return this.#placed.map(({id, x, y, width, height, leader: [from, to], isNumbered}) => {
      const standing = standings.get(id);
      return svg`<g class="annotation" part="annotation" aria-hidden="true">
        <line class="line" x1=${from[0]} y1=${from[1]} x2=${to[0]} y2=${to[1]}></line>
        ${
          isNumbered
            ? svg`<g class="badge"><circle cx=${x + width / 2} cy=${y + height / 2} r="9"></circle>
              <text x=${x + width / 2} y=${y + height / 2} dy="0.35em"
                .textContent=${typeof standing === 'number' ? formatNumber(standing, locale || 'en') : ''}></text></g>`
            : svg`<text x=${x + 4}>${(this.#lines.get(id) ?? []).map(
                (line, i) =>
                  svg`<tspan x=${x + 4} y=${y + 2 + (i + 0.95) * LINE * fontSize} .textContent=${line}></tspan>`,
              )}</text>`
        }
      </g>`;
    });
  }

  /** The notes in words, below the map; of those out of view for screen readers alone. */
  render(snapshot: Snapshot) {
    const out = [...this.#out].map((id) => [id, 'drawn'] as const);
    return renderNotes(this.#notes, new Map([...out, ...numbered(this.#placed)]), snapshot);
  }
}
