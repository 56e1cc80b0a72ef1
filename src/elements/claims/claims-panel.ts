import {html, nothing} from 'lit';
import {type Inquiry, type InquiryGroup, inquiriesAbout, inquiriesOf} from '../../core/claims/index.js';
import type {Dataset, Figure} from '../../core/dataset/index.js';
import {type DotPlot, layoutDots} from '../../core/layout/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {direction, formatShort, messages} from '../../i18n/index.js';
import {
  claimantMark,
  claimantShape,
  claimOf,
  groupOf,
  listed,
  plain,
  questionOf,
  remarksOf,
  valueWords,
} from '../../words/index.js';
import {
  draw,
  drawBreakdown,
  drawDefinitions,
  heading,
  noteStyles,
  PartController,
  shapeStyles,
  statusSign,
  TextMeasure,
} from '../base/index.js';
import {repeat} from '../base/repeat.js';
import {eventPart, factsPart, sourcesPart} from './claim.js';
import own from './claims.styles.js';
import type {ClaimsHost} from './claims-host.js';
import {renderAxis, renderRow} from './plot.js';
import plotStyles from './plot.styles.js';
import {renderTable} from './table.js';

export const styles = [shapeStyles, noteStyles, own, plotStyles];

/** Font sizes of values and tick labels and the line height, in em of the host. Keep in sync with claims.styles.ts. */
const VALUE_EM = 1.125;
const TICK_EM = 0.75;
const LINE_EM = 1.75;
/** Breakpoints of the layout in em, and the share of the width that the plot gets. */
const COLUMNS = [
  {name: 'wide', from: 56, plot: 0.42},
  {name: 'medium', from: 35, plot: 0.54},
  {name: 'narrow', from: 0, plot: 1},
] as const;
/** As many events are offered while none is chosen. */
const WAYS = 8;
/** Minimum width of a plot, in pixels. */
const MIN_WIDTH = 240;

/** Renders questions with their claims, and handles keyboard navigation between these. */
export class ClaimsPanel {
  readonly #values: TextMeasure;
  readonly #ticks: TextMeasure;
  readonly #mirror: PartController<typeof import('../base/mirror.js')>;
  #inquiries: readonly Inquiry[] = [];
  /** Dependencies of `#inquiries`. */
  #dependencies: readonly unknown[] = [];
  /** Ids of the claims in order, and of the tab stop. */
  #keys: readonly string[] = [];
  #active = '';

  constructor(readonly host: ClaimsHost) {
    this.#values = new TextMeasure(host.size, '[part~="value"]');
    this.#ticks = new TextMeasure(host.size, '[part~="axis"] text');
    this.#mirror = new PartController(host.element, () => import('../base/mirror.js'));
  }

  /** Looks up the inquiries to show; returns the number of claims. */
  prepare({dataset, selected, step}: Snapshot): number {
    const question = this.host.element.question ?? step?.question;
    const dependencies: readonly [Dataset, string | undefined, string | null] = [dataset, question, selected];
    if (dependencies.some((each, i) => each !== this.#dependencies[i])) {
      this.#dependencies = dependencies;
      this.#inquiries = question
        ? inquiriesOf(dataset).filter(({id}) => id === question)
        : inquiriesAbout(dataset, selected ?? '');
      this.#keys = this.#inquiries.flatMap((inquiry) =>
        inquiry.groups.flatMap(({figures}) => figures.map((figure) => keyOf(inquiry, figure))),
      );
      if (!this.#keys.includes(this.#active)) this.#active = this.#keys[0] ?? '';
    }
    return this.#keys.length;
  }

  render(snapshot: Snapshot) {
    const text = messages(snapshot.locale);
    if (this.#inquiries.length === 0) {
      return this.host.element.question
        ? html`<p class="nothing">${text.noAnswers}</p>`
        : html`<slot name="empty"><p class="nothing">${text.noQuestion}</p>${this.#renderWays(snapshot)}</slot>`;
    }
    return html`<div class="claims ${this.#columns.name}" @keydown=${this.#onKeydown} @focusin=${this.#onFocus}>
      ${repeat(
        this.#inquiries,
        ({id}) => id,
        (inquiry) => this.#renderInquiry(inquiry, snapshot),
      )}
    </div>`;
  }

  /** The first events about which figures disagree, each a way to what is said of it. */
  #renderWays(snapshot: Snapshot) {
    const disputed = inquiriesOf(snapshot.dataset).filter((inquiry) => inquiry.disputed.size > 0);
    const events = new Set(disputed.flatMap(({figures}) => figures.flatMap(({event}) => event ?? [])));
    const ways = [...events].slice(0, WAYS);
    return ways.length > 0
      ? html`<ul class="ways" role="list">${ways.map((id) => html`<li>${eventPart(id, snapshot, true, this.#select)}</li>`)}</ul>`
      : nothing;
  }

  get #columns() {
    const {widthPx, fontPx, isPrinting} = this.host.size;
    // Paper is cut through rows that are blocks, each with its plot below its claimant.
    if (isPrinting) return COLUMNS[2];
    return COLUMNS.find(({from}) => widthPx >= from * fontPx) ?? COLUMNS[2];
  }

  #renderInquiry(inquiry: Inquiry, snapshot: Snapshot) {
    const {question, figures, groups, disputed} = inquiry;
    const text = messages(snapshot.locale);
    const events = [...new Set(figures.map(({event}) => event))];
    // An event that all figures share is shown once.
    const [event] = events.length === 1 && this.host.element.question ? events : [];
    const title = questionOf(inquiry, snapshot);
    return html`<section class="inquiry" data-id=${inquiry.id}>
      ${heading(this.host.element.headingLevel, 'title', draw(title))}
      ${question ? remarksOf(question, snapshot).map((each) => html`<p class="note-text">${draw(each)}</p>`) : nothing}
      ${event === undefined ? nothing : eventPart(event, snapshot, true, this.#select)}
      ${
        disputed.size > 0 ? html`<p class="disagree">${statusSign('disputed')} ${text.disagree}</p>` : nothing
      }
      ${figures.length === 0 ? html`<p class="nothing">${text.noAnswers}</p>` : nothing}
      ${groups.length > 1 ? html`<p class="apart">${text.apart}</p>` : nothing}
      ${groups.map((group) => this.#renderGroup(group, inquiry, events.length > 1, snapshot))}
      ${drawDefinitions(figures, snapshot, {})}
      ${figures.length === 0 ? nothing : renderTable(inquiry, plain(title), snapshot)}
    </section>`;
  }

  #renderGroup(group: InquiryGroup, inquiry: Inquiry, withEvents: boolean, snapshot: Snapshot) {
    const text = messages(snapshot.locale);
    const {figures, measures} = group;
    const isApart = inquiry.groups.length > 1;
    const what = groupOf(group, inquiry.question !== undefined || isApart, isApart, snapshot);
    const label = plain(listed([text.answers(figures.length), what], snapshot));
    const lineHeight = this.host.size.fontPx * LINE_EM;
    const plot = this.#layout(figures, lineHeight, snapshot);
    const places = new Set(figures.map(({place}) => place));
    const shown = {
      measure: measures.length > 1,
      // The title of a found question contains the place.
      place: inquiry.question !== undefined || places.size > 1,
    };
    const isMixed = figures.some(({event}) => event !== snapshot.selected);
    return html`<div class="group">
      <div class="scale">
        <div class="what"><b>${text.answers(figures.length)}</b>${what ? html` · ${draw(what)}` : nothing}</div>
        ${renderAxis(plot, this.host.size.fontPx * LINE_EM)}
      </div>
      <ul class="list ${isMixed ? 'mixed' : ''}" role="list" aria-label=${label}>
        ${repeat(
          figures,
          ({id}) => id,
          (figure, i) => {
            const key = keyOf(inquiry, figure);
            const isActive = key === this.#active;
            const isSelected = figure.event !== undefined && figure.event === snapshot.selected;
            const row = plot.rows[i];
            return html`<li part=${isSelected ? 'claim claim-selected' : 'claim'} class=${isSelected ? 'claim selected' : 'claim'}
              data-id=${figure.id} data-key=${key} tabindex=${isActive ? 0 : -1}
              aria-label=${plain(claimOf(figure, shown.measure, snapshot))} aria-current=${isSelected ? 'true' : nothing}>
              <div part="claimant" class="claimant">${draw(claimantMark(figure, snapshot))}</div>
              ${row ? renderRow(row, plot, figure, claimantShape(figure, snapshot), lineHeight) : nothing}
              <div class="facts">
                ${factsPart(figure, shown, snapshot)}
                <div part="source" class="sources">${sourcesPart(figure, snapshot, isActive)}</div>
              </div>
              <div class="more">
                ${drawBreakdown(figure, snapshot)}
                ${remarksOf(figure, snapshot).map((each) => html`<p class="facts">${draw(each)}</p>`)}
                ${withEvents && figure.event !== undefined ? eventPart(figure.event, snapshot, isActive, this.#select) : nothing}
              </div>
            </li>`;
          },
        )}
      </ul>
    </div>`;
  }

  #layout(figures: readonly Figure[], lineHeight: number, snapshot: Snapshot): DotPlot {
    const {widthPx, fontPx} = this.host.size;
    const values = this.#values.for(fontPx * VALUE_EM);
    const plot = layoutDots(
      figures.map((figure) => ({...figure, text: plain(valueWords(figure, snapshot))})),
      {
        width: Math.max(MIN_WIDTH, Math.floor(widthPx * this.#columns.plot)),
        lineHeight,
        measure: (words) => values(words, true),
        measureTick: this.#ticks.for(fontPx * TICK_EM),
        tickText: (value) => formatShort(value, snapshot.locale),
      },
    );
    const isMirrored = direction(snapshot.locale) === 'rtl';
    return (isMirrored && this.#mirror.get()?.mirrorDots(plot)) || plot;
  }

  readonly #select = (id: string): void => this.host.store.request({type: 'select', id});

  readonly #onFocus = ({target}: FocusEvent): void => {
    const key = keyAt(target);
    if (key === undefined || key === this.#active) return;
    this.#active = key;
    this.host.element.requestUpdate();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const at = this.#keys.indexOf(keyAt(event.target) ?? '');
    const last = this.#keys.length - 1;
    const moves: Readonly<Record<string, number>> = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last};
    const to = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const key = this.#keys[Math.min(Math.max(to, 0), last)];
    const claims = this.host.element.renderRoot.querySelectorAll<HTMLElement>('.claim');
    Array.from(claims)
      .find(({dataset}) => dataset.key === key)
      ?.focus();
  };
}

const keyOf = ({id}: Inquiry, figure: Figure): string => JSON.stringify([id, figure.id]);

const keyAt = (target: EventTarget | null): string | undefined =>
  (target as Element | null)?.closest<HTMLElement>('.claim')?.dataset.key;
