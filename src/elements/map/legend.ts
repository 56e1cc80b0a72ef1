/** What the marks of a map mean, on one line, the rest on request. Lazily loaded, once the map has been drawn. */

import {css, html, nothing} from 'lit';
import {createChangeCheck} from '../../core/memo/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {shapeIcon} from '../base/index.js';
import {fittingOf, type LegendSymbol, legendOf} from './legend-entries.js';
import type {MapHost} from './map-host.js';

/** Room of the button that opens the rest, in font sizes. */
const BUTTON = 7;

const AREA = html`<svg class="symbol" viewBox="-8 -8 16 16" width="1.1em" height="1.1em" aria-hidden="true"><circle class="about" r="6.5"></circle></svg>`;
const CIRCLES = html`<svg class="symbol" viewBox="-6 -9 32 18" width="1.9em" height="1.1em" aria-hidden="true"><circle r="5"></circle><circle cx="16" r="8"></circle></svg>`;

const drawSymbol = (symbol: LegendSymbol) => {
  if (symbol.kind === 'mark') return shapeIcon(symbol.category);
  return symbol.kind === 'area' ? AREA : CIRCLES;
};

export class Legend {
  #isOpen = false;
  /** How many entries fit on the line; undefined until it is measured. */
  #fitting: number | undefined;
  readonly #isOther = createChangeCheck();

  constructor(
    readonly host: MapHost,
    readonly redraw: () => void,
  ) {}

  render(snapshot: Snapshot) {
    const entries = legendOf(snapshot);
    if (entries.length === 0) return nothing;
    const {widthPx, fontPx, fonts} = this.host.size;
    if (this.#isOther(widthPx, fontPx, fonts, entries.map(({text}) => text).join('\n')))
      this.#fitting = undefined;
    const fitting = this.#fitting ?? entries.length;
    const rest = entries.length - fitting;
    const text = messages(snapshot.locale);
    return html`<ul class=${this.#isOpen ? 'open' : ''} aria-label=${text.mapLegend}>
        ${entries.map(
          ({symbol, text: means}, i) => html`<li ?hidden=${!this.#isOpen && i >= fitting}>
            ${drawSymbol(symbol)} ${means}
          </li>`,
        )}
      </ul>
      ${rest > 0 ? html`<button aria-expanded=${this.#isOpen} @click=${this.#toggle}>${this.#isOpen ? text.close : text.more(rest)}</button>` : nothing}`;
  }

  /** After each render: measures what fits, when that may have changed. */
  updated(): void {
    if (this.#fitting !== undefined) return;
    const list = this.host.element.renderRoot.querySelector<HTMLElement>('.legend > ul');
    // Of a map that is hidden, as at some steps of a story, nothing is measured.
    const roomPx = list?.parentElement?.clientWidth;
    if (!list || !roomPx) return;
    const {fontPx} = this.host.size;
    const widths = Array.from(list.children, (item) => (item as HTMLElement).offsetWidth);
    this.#fitting = fittingOf(widths, fontPx, roomPx, BUTTON * fontPx);
    if (this.#fitting < widths.length) this.redraw();
  }

  readonly #toggle = (): void => {
    this.#isOpen = !this.#isOpen;
    this.redraw();
  };
}

export const styles = [
  css`
    .legend ul {
      display: flex;
      gap: 0.25em 1rem;
      margin: 0;
      padding: 0;
      overflow: hidden;
      list-style: none;
      white-space: nowrap;
    }
    .legend ul.open {
      flex-wrap: wrap;
      white-space: normal;
    }
    .legend button {
      flex: none;
    }
    .symbol {
      vertical-align: -0.2em;
      fill: none;
      stroke: var(--_text);
      stroke-width: 1.5;
    }
    .about {
      stroke-dasharray: 3 2;
    }
    @media print {
      .legend ul {
        flex-wrap: wrap;
      }
      .legend [hidden] {
        display: list-item;
      }
      .legend button {
        display: none;
      }
    }
  `,
];
