import {html, nothing} from 'lit';
import type {Dataset, Overlay, Shape} from '../../core/dataset/index.js';
import {isOverlayShown, isRoute, overlaysOf} from '../../core/overlays/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {overlayDate, overlayFacts, plainText, remarksOf} from '../../words/index.js';
import {baseOf} from '../base/base-of.js';
import {type CronoElement, draw, heading, inlineText} from '../base/index.js';
import {repeat} from '../base/repeat.js';
import {correctionsPart, firstSourcePart, overlaysOfEvent, relatedPart, sourcesPart} from '../event/parts.js';
import {PrintController} from '../event/printing.js';
import {outlinesOf} from '../overlays/outlines.js';
import type {CardHost} from './card-host.js';
import {renderBar, styles} from './event.js';
import {isRead} from './reading.js';

export {styles};

/** The card of a shape or a route. */
export class OverlayCard {
  #dataset: Dataset | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(
    readonly element: CronoElement,
    readonly story: () => HTMLElement | undefined,
  ) {
    new PrintController(element, {story});
  }

  /** As that of an event. */
  isRead(): boolean {
    return isRead(this.element);
  }

  /** Stops listening for geometries. */
  stop(): void {
    this.#unsubscribe?.();
    this.#dataset = undefined;
  }

  render(snapshot: Snapshot, host: CardHost) {
    const {dataset, selected} = snapshot;
    const overlay = indexOf(dataset).overlay.get(selected ?? '');
    if (!overlay) return nothing;
    if (dataset !== this.#dataset) {
      this.stop();
      this.#dataset = dataset;
      this.#unsubscribe = outlinesOf(dataset).subscribe(() => this.element.requestUpdate());
    }
    return html`${renderBar(overlay, around(overlay, snapshot), snapshot, host)}
      ${repeat(
        [overlay],
        ({id}) => id,
        () => this.#renderFacts(overlay, snapshot, host),
      )}`;
  }

  #renderFacts(overlay: Overlay, snapshot: Snapshot, host: CardHost) {
    const {id, name, cite, corrections} = overlay;
    const level = host.headingLevel;
    const facts = overlayFacts(overlay, outlinesOf(snapshot.dataset).sizeOf(overlay), snapshot);
    const remarks = remarksOf({note: overlay.note}, snapshot);
    return html`<div class="event" data-id=${id}>
      <div class="main">
        <p class="kicker"><span part="date" class="date">${overlayDate(overlay, snapshot)}</span></p>
        ${heading(level, 'title', inlineText(name, snapshot), 'title')}
        ${facts ? html`<p part="text" class="text">${draw(facts)}</p>` : nothing}
        ${remarks.map((each) => html`<p class="facts">${draw(each)}</p>`)}
        ${isRoute(overlay) ? nothing : this.#renderState(overlay, snapshot, host)}
        ${correctionsPart(corrections, level, snapshot)}
      </div>
      <div class="said">${firstSourcePart(cite, snapshot)}</div>
      <div class="more">
        ${sourcesPart(overlay, cite, snapshot, host)}
        ${relatedPart(overlay, relatedTo(overlay, snapshot), snapshot, host)}
      </div>
    </div>`;
  }

  /** Asks before a file of another server is fetched, and says when there is nothing to draw. */
  #renderState(shape: Shape, snapshot: Snapshot, {allow}: CardHost) {
    const text = messages(snapshot.locale);
    const outlines = outlinesOf(snapshot.dataset);
    const server = outlines.load(shape, baseOf(this.story()), snapshot);
    if (server !== undefined)
      return html`<p class="facts">${text.foreignMedia(server)} <button @click=${() => allow(server)}>${text.allowHost(server)}</button></p>`;
    return outlines.hasFailed(shape)
      ? html`<p class="facts">${text.overlaysFailed(plainText(shape.name, snapshot))}</p>`
      : nothing;
  }
}

/** The event that an overlay belongs to, and what else belongs to that. */
function relatedTo(overlay: Overlay, snapshot: Snapshot) {
  const event = indexOf(snapshot.dataset).event.get(overlay.event ?? '');
  if (!event) return [];
  const others = overlaysOfEvent(event.id, snapshot).filter(({other}) => other !== overlay);
  return [{other: event, word: undefined}, ...others];
}

/** The previous and next shown shape or route in time; the overlay itself need not be shown. */
function around(overlay: Overlay, snapshot: Snapshot) {
  const all = overlaysOf(snapshot.dataset);
  const at = all.indexOf(overlay);
  const isShown = (each: Overlay) => isOverlayShown(each, snapshot);
  return {previous: all.slice(0, at).findLast(isShown)?.id, next: all.slice(at + 1).find(isShown)?.id};
}
