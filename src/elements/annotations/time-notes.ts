import {html, nothing, svg} from 'lit';
import type {Annotation} from '../../core/dataset/index.js';
import {balance, layoutTimeNotes, type PlacedTimeNote, type TimeScale} from '../../core/layout/index.js';
import {memoize} from '../../core/memo/index.js';
import {type Snapshot, shownAnnotations} from '../../core/store/index.js';
import {direction, formatNumber} from '../../i18n/index.js';
import {plainText} from '../../words/index.js';
import {noteStyles, type ResizeController, TextMeasure} from '../base/index.js';
import own from './annotations.styles.js';
import {numbered, renderNotes} from './notes-list.js';

export const styles = [noteStyles, own];

/** Rows of notes above a plot. */
const ROWS = 3;
/** Words that are wider than this share of the plot are wrapped, into at most so many lines. */
const SHORT = 0.45;
const LINES = 3;
const LINE = 1.25;
/** A period that is narrower than this is a moment, in pixels. */
const NARROW = 4;

/** The drawing that the notes stand above. */
export interface TimeDrawing {
  readonly width: number;
  readonly height: number;
  readonly plot: {readonly x: number; readonly width: number};
  readonly orientation?: 'horizontal' | 'vertical';
  /** Maps time to shares of the plot. */
  readonly scale: TimeScale;
  /** Ids of the measures that are drawn; none on a timeline. */
  readonly measures?: readonly string[];
}

/** An author's notes on an axis of time: above the plot in words, in it as lines and shaded periods behind all else. */
class TimeNotes {
  readonly #measure: TextMeasure;
  readonly #lines = new Map<string, readonly string[]>();

  constructor(readonly size: ResizeController) {
    this.#measure = new TextMeasure(size, '.annotation-strip .words');
  }

  render(snapshot: Snapshot, drawing: TimeDrawing) {
    const {measures} = drawing;
    const notes = shownAnnotations(snapshot).filter(
      ({interval, measure}) => interval && (measures ? measure && measures.includes(measure) : !measure),
    );
    if (notes.length === 0) return undefined;
    // Where time runs down, titles take all the room.
    if (drawing.orientation === 'vertical') return renderNotes(notes, new Map(), snapshot);
    const placed = this.#place(notes, drawing, snapshot);
    const seen = notes.filter(({id}) => placed.some((each) => each.id === id));
    const standings = numbered(placed);
    return html`${this.#renderStrip(placed, standings, drawing, snapshot)}
      ${renderNotes(seen, standings, snapshot)}`;
  }

  #place(notes: readonly Annotation[], {width, plot, scale}: TimeDrawing, snapshot: Snapshot) {
    const isRtl = direction(snapshot.locale) === 'rtl';
    const start = isRtl ? width - plot.x - plot.width : plot.x;
    const measure = this.#measure.for(this.size.labelPx);
    // What lies far beyond the ends is only beyond them.
    const [first, last] = scale.range();
    const at = (instant: number) =>
      start + plot.width * Math.min(Math.max((scale(instant) - first) / (last - first), -1), 2);
    return layoutTimeNotes(
      notes.map(({id, interval, text}) => {
        const {lines, width} = balance(plainText(text, snapshot), LINES, SHORT * plot.width, measure);
        this.#lines.set(id, lines);
        return {id, from: at(interval?.start ?? 0), to: at(interval?.end ?? 0), width: width + 6};
      }),
      {start, end: start + plot.width, rows: ROWS},
    );
  }

  #renderStrip(
    placed: readonly PlacedTimeNote[],
    standings: ReturnType<typeof numbered>,
    {width, height}: TimeDrawing,
    snapshot: Snapshot,
  ) {
    const {locale} = snapshot;
    const linePx = LINE * this.size.labelPx * this.#measure.scale;
    const linesOf = ({id, isNumbered}: PlacedTimeNote) => (isNumbered ? [] : (this.#lines.get(id) ?? []));
    // From the plot up: where each row begins, and the height of all.
    const tops = [0];
    for (let row = 0; row < ROWS; row++) {
      const counts = placed.filter((note) => note.row === row).map((note) => linesOf(note).length);
      const height = counts.length > 0 ? Math.max(22, Math.max(...counts) * linePx + 4) : 0;
      tops.push((tops[row] ?? 0) + height);
    }
    const top = Math.max(1, tops[ROWS] ?? 0);
    const isRtl = direction(locale) === 'rtl';
    return html`<svg class="annotation-strip" aria-hidden="true" width=${width} height=${top} viewBox=${`0 0 ${width} ${top}`} font-size=${this.size.labelPx}>
      ${placed.map((note) => {
        const {id, from, to, x, row, width: own, isNumbered} = note;
        const place = (px: number) => (isRtl ? width - px : px);
        const y = top - (tops[row + 1] ?? 0);
        const middle = (y + top - (tops[row] ?? 0)) / 2;
        const lines = linesOf(note);
        const isSpan = to - from >= NARROW;
        const standing = standings.get(id);
        const number = typeof standing === 'number' ? formatNumber(standing, locale || 'en') : '';
        return svg`<g part=${isSpan ? 'annotation annotation-span' : 'annotation'}>
          ${
            isSpan
              ? svg`<rect class="span" x=${Math.min(place(from), place(to))} y=${row < 0 ? top : y} width=${to - from} height=${height + (row < 0 ? 0 : top - y)}></rect>
                 <line class="line" x1=${place(from)} x2=${place(from)} y1=${row < 0 ? top : y} y2=${top + height}></line>`
              : svg`<line class="moment" x1=${place(from)} x2=${place(from)} y1=${row < 0 ? top : y} y2=${top + height}></line>`
          }
          ${
            row < 0
              ? nothing
              : isNumbered
                ? svg`<g class="badge"><circle cx=${place(x + own / 2)} cy=${middle} r="9"></circle>
                  <text x=${place(x + own / 2)} y=${middle} dy="0.35em" .textContent=${number}></text></g>`
                : svg`<text class="words">${lines.map(
                    (line, i) =>
                      svg`<tspan x=${place(x + 4)} y=${middle + (i - (lines.length - 1) / 2) * linePx} dy="0.35em" .textContent=${line}></tspan>`,
                  )}</text>`
          }
        </g>`;
      })}
    </svg>`;
  }
}

const drawings = memoize((size: ResizeController) => new TimeNotes(size));

/** The notes above a drawing, and below it those without room. */
export const render = (snapshot: Snapshot, drawing: TimeDrawing, size: ResizeController) =>
  drawings(size).render(snapshot, drawing);
