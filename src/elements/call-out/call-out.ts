import {html, nothing, type ReactiveController} from 'lit';
import type {StoryEvent} from '../../core/dataset/index.js';
import {placeBeside, type Side} from '../../core/layout/index.js';
import {memoizeLast} from '../../core/memo/index.js';
import {indexOf, neighboursOf, type Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {dateOf, figuresBy, plainText} from '../../words/index.js';
import {askCards, CronoElement, clientBox, noteStyles, pixelScale} from '../base/index.js';
import {Hold} from '../hold/hold.js';
import {renderEvent, renderOverlay} from './brief.js';
import own from './call-out.styles.js';
import type {About, CallOutView, Gathering} from './call-out-view.js';
import {eventsOf, renderEvents, renderPlace} from './gathering.js';
import {Tip} from './tip.js';
import {common, visibleArea} from './visible-area.js';

export const styles = [noteStyles, own];

/** A mark that is longer than this, in pixels, has the call-out at its middle. */
const LARGE = 240;
/** Which side is kept, so that what follows its mark does not jump. */
const FIRST: readonly Side[] = ['below', 'above', 'right', 'left'];

/**
 * Says in a view what the reader has chosen there, as long as no card of the story says it on the screen: beside the
 * mark, never over it, and without moving anything of the page.
 */
export class CallOut implements ReactiveController {
  #isOpen = false;
  /** All of the event is shown, by a card of its own. */
  #isWhole = false;
  #about: About | undefined;
  /** The selection that it was opened for. */
  #selected: string | null = null;
  #chosenIn: object | null = null;
  #side: Side | undefined;
  /** The box of its mark when that was last in view, from the corner of the view. */
  #mark: DOMRect | undefined;
  readonly #eventsOf = memoizeLast(
    (gathering: Gathering, snapshot: Snapshot) => eventsOf(gathering, snapshot),
    ({name, place}, {shown}) => [name, place, shown],
  );

  readonly #tip: Tip;
  readonly #hold: Hold;

  constructor(readonly view: CallOutView) {
    view.element.addController(this);
    this.#hold = new Hold(view.element);
    this.#tip = new Tip(view, (mark) => this.#isOpen && mark === this.#anchor);
  }

  /** Whether a tap names a mark that was not named before. */
  names(event: MouseEvent): boolean {
    return this.#tip.names(event);
  }

  /**
   * Opens for what is selected, or for a place or circle whatever is selected. `top` is where the view was on the screen
   * when it was chosen, in pixels, and where it stays; undefined when the reader has gone on since.
   */
  async open(about?: About, top?: number): Promise<void> {
    if (top !== undefined) this.#hold.start(top);
    const {snapshot} = this.view.store;
    if (!snapshot) return;
    const {selected} = snapshot;
    const cards = this.#cards;
    // Without any it opens with the click.
    if (cards.length > 0) await Promise.all(cards.map((card) => card.updateComplete));
    // Meanwhile the reader may have gone on.
    if (this.view.store.snapshot?.selected !== selected) return;
    // What they say may be on the screen only until the view is back where it was.
    this.#hold.settle();
    if (!about?.isCircle && selected !== null && this.#isSaid) {
      this.close();
      return;
    }
    this.#about = about ?? this.view.aboutOf?.(selected ?? '');
    this.#selected = selected;
    this.#chosenIn = snapshot.chosenIn;
    this.#side = undefined;
    this.#isOpen = true;
    document.addEventListener('click', this.#onPage);
    this.view.element.addEventListener('keydown', this.#onKeydown, {capture: true});
    this.#say(true);
    this.view.element.requestUpdate();
  }

  close(): void {
    if (!this.#isOpen) return;
    // Who has read all of it needs no name.
    this.#tip.dismiss(this.#anchor);
    this.#isOpen = this.#isWhole = false;
    this.#about = undefined;
    document.removeEventListener('click', this.#onPage);
    this.view.element.removeEventListener('keydown', this.#onKeydown, {capture: true});
    this.#say(false);
    if (this.#box?.contains(this.#root.activeElement)) this.view.focus();
    this.view.element.requestUpdate();
  }

  /** Says whether it is open, also to steps, whose text passes over their views. */
  #say(isOpen: boolean): void {
    const {element} = this.view;
    for (const each of [element, element.closest('crono-steps')])
      if (each instanceof CronoElement) each.setState('called-out', isOpen);
  }

  hostDisconnected(): void {
    this.#hold.stop();
    queueMicrotask(() => {
      if (!this.view.element.isConnected) this.close();
    });
  }

  hostUpdate(): void {
    const {selected = null, chosenIn = null} = this.view.store.snapshot ?? {};
    if (!this.#isOpen || (selected === this.#selected && chosenIn === this.#chosenIn)) return;
    this.#selected = selected;
    this.#chosenIn = chosenIn;
    this.#side = undefined;
    // Chosen here, or in the card that it shows.
    const isOwn =
      chosenIn === this.view.element || (chosenIn instanceof Node && this.#root.contains(chosenIn));
    if (selected === null || !isOwn) this.close();
  }

  hostUpdated(): void {
    if (this.#isOpen) this.#place();
  }

  render(): unknown {
    const {snapshot} = this.view.store;
    if (!this.#isOpen || !snapshot) return nothing;
    const {dataset, selected, events, locale} = snapshot;
    const gathering = this.#about?.of(snapshot);
    const index = indexOf(dataset);
    const row = selected === null ? -1 : events.rowOf(selected);
    const isAbout = !gathering || gathering.has(row);
    const event = isAbout ? index.event.get(selected ?? '') : undefined;
    const overlay = gathering ? undefined : index.overlay.get(selected ?? '');
    if (!gathering && !event && !overlay) return nothing;
    const name = gathering?.name ?? plainText(event?.title ?? overlay?.name, snapshot);
    const classes = ['call-out', this.#isWhole && 'whole'].filter(Boolean).join(' ');
    return html`<div part=${`call-out ${this.view.part ?? ''}`} class=${classes} role="group" aria-label=${name}>
      ${
        this.#isWhole
          ? html`<crono-card for=${this.view.element.for ?? nothing} heading-level="4"></crono-card>`
          : html`
            ${this.#renderBar(snapshot, event?.id)}
            ${event ? renderEvent(event, snapshot) : nothing}
            ${overlay ? renderOverlay(overlay, this.view.factsOf?.(overlay.id, snapshot), snapshot) : nothing}
            ${(event || overlay) && this.#hasMore ? html`<button class="all" @click=${this.#onAll}>${messages(locale).readAll}</button>` : nothing}
            ${gathering ? this.#renderGathering(gathering, event, snapshot) : nothing}`
      }
    </div>`;
  }

  /** When the selected event was, at the edge beyond which it is. */
  outside(side: 'before' | 'after', go: () => void): unknown {
    const {snapshot} = this.view.store;
    const event = snapshot && indexOf(snapshot.dataset).event.get(snapshot.selected ?? '');
    if (!event) return nothing;
    const words = messages(snapshot.locale).selectedAt(dateOf(event, snapshot));
    return html`<button part="outside" class=${`out-of-view ${side}`} @click=${go}>
      ${words} ${icon(side === 'before' ? 'M5,0H-5M-1,-4L-5,0L-1,4' : 'M-5,0H5M1,-4L5,0L1,4')}</button>`;
  }

  #renderBar(snapshot: Snapshot, id: string | undefined) {
    const text = messages(snapshot.locale);
    const {previous, next} = id === undefined ? {} : neighboursOf(id, snapshot);
    // `aria-disabled` instead of `disabled`, so that the button keeps the focus at the end of the story.
    const step = (to: string | undefined, label: string, path: string) =>
      html`<button class="step" aria-label=${label} title=${label} aria-disabled=${to === undefined}
        @click=${() => to !== undefined && this.#select(to)}>${icon(path)}</button>`;
    return html`<div class="steps">
      ${id === undefined ? nothing : [step(previous, text.previous, 'M2.5,-5L-2.5,0L2.5,5'), step(next, text.next, 'M-2.5,-5L2.5,0L-2.5,5')]}
      <button class="close" aria-label=${text.close} title=${text.close} @click=${this.#onClose}>${icon('M-5,-5L5,5M5,-5L-5,5')}</button>
    </div>`;
  }

  #renderGathering(gathering: Gathering, event: StoryEvent | undefined, snapshot: Snapshot) {
    const list = this.#eventsOf(gathering, snapshot);
    const isList = !event || list.shown > 1;
    return html`${gathering.place ? renderPlace(gathering, event ? figuresBy(event, snapshot).lead : [], snapshot) : html`<p class="name">${gathering.name}</p>`}
      ${isList ? renderEvents(list, snapshot, this.#select) : nothing}`;
  }

  get #root(): ShadowRoot {
    return this.view.element.renderRoot as ShadowRoot;
  }

  get #box(): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>('.call-out');
  }

  /** The node that it speaks of. */
  get #anchor(): Element | undefined {
    return this.#about?.anchor() ?? this.view.anchorOf(this.#selected ?? '');
  }

  /** The cards that may say it on the screen, once they have drawn it. */
  get #cards() {
    return askCards(this.view.store.story).cards.filter((card) => {
      const {top, bottom} = clientBox(card);
      return bottom > 0 && top < innerHeight;
    });
  }

  /** Whether something can say all of it: a card of the story, or one of its own, if the page has what draws it. */
  get #hasMore(): boolean {
    return customElements.get('crono-card') !== undefined;
  }

  /** Whether it is said on the screen, by a card or by the view itself. */
  get #isSaid(): boolean {
    return askCards(this.view.store.story).isSaid || this.view.tells?.() === true;
  }

  /** Puts it beside its mark, where that is at present. */
  #place(): void {
    const box = this.#box;
    if (!box) return;
    const {element} = this.view;
    const host = clientBox(element);
    const scale = pixelScale(element, host);
    const mark = this.#markOf(this.#anchor, host);
    box.style.maxBlockSize = '';
    const size = {width: box.offsetWidth * scale, height: box.offsetHeight * scale};
    const sides = this.#side ? [this.#side, ...FIRST] : FIRST;
    const around = this.view.box?.();
    const within = around ? clientBox(around) : host;
    const {x, y, room, side} = placeBeside(size, mark, within, visibleArea(element), sides);
    this.#side = side;
    const {style} = box;
    style.left = `${(x - host.left) / scale - element.clientLeft}px`;
    style.top = `${(y - host.top) / scale - element.clientTop}px`;
    if (size.height > room) style.maxBlockSize = `${Math.max(room, 0) / scale}px`;
  }

  /** The box of a mark; of one that covers much of the view its middle, and of one that has left the view where it was. */
  #markOf(anchor: Element | undefined, host: DOMRect): DOMRect {
    if (anchor) {
      const mark = common(clientBox(anchor), host);
      const isLarge = mark.height > LARGE || mark.width > LARGE;
      const seen = isLarge ? middleOf(mark) : mark;
      this.#mark = new DOMRect(seen.x - host.x, seen.y - host.y, seen.width, seen.height);
    }
    const {x, y, width, height} = this.#mark ?? middleOf(new DOMRect(0, 0, host.width, host.height));
    return common(
      new DOMRect(x + host.x, y + host.y, width, height),
      new DOMRect(0, 0, innerWidth, innerHeight),
    );
  }

  readonly #select = (id: string): void => {
    const {store, aboutOf} = this.view;
    store.request({type: 'select', id});
    const {snapshot} = store;
    if (snapshot?.selected !== id) return;
    const row = snapshot.events.rowOf(id);
    if (!this.#about?.of(snapshot)?.has(row)) this.#about = aboutOf?.call(this.view, id);
  };

  readonly #onClose = (): void => {
    this.close();
  };

  /** Goes to the card, if the story has one; or else shows all here. */
  readonly #onAll = (): void => {
    const card = askCards(this.view.store.story).cards.find((each) => each.checkVisibility());
    if (card) {
      this.close();
      card.renderRoot.querySelector<HTMLElement>('.card')?.focus({preventScroll: true});
      card.scrollIntoView({block: 'start'});
      return;
    }
    this.#isWhole = true;
    this.#side = undefined;
    this.view.element.requestUpdate();
  };

  /** A click elsewhere on the page puts it away; those on the view are the view's. */
  readonly #onPage = (event: MouseEvent): void => {
    if (!event.composedPath().includes(this.view.element)) this.close();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  };
}

const icon = (path: string) =>
  html`<svg viewBox="-8 -8 16 16" width="1em" height="1em" aria-hidden="true"><path d=${path}></path></svg>`;

/** Where something stands that has no mark. */
const middleOf = ({x, y, width, height}: DOMRect) => new DOMRect(x + width / 2, y + height / 2, 0, 0);
