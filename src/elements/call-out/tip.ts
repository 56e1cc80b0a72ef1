import {html, type ReactiveController, render} from 'lit';
import {placeBeside, type Side} from '../../core/layout/index.js';
import {clientBox, pixelScale} from '../base/index.js';
import type {CallOutView, Named} from './call-out-view.js';

const SIDES: readonly Side[] = ['above', 'below', 'right', 'left'];
/** How long it stays after the pointer has left the mark, so that this can come to it, in milliseconds. */
const GRACE = 200;

/**
 * Names the mark under the pointer, or that the keys are at, or that was tapped. For the eye alone: the mark has the same
 * accessible name.
 */
export class Tip implements ReactiveController {
  readonly #box = document.createElement('div');
  #named: Named | undefined;
  /** It was put away, until another mark is pointed at. */
  #dismissed: Element | undefined;
  /** What a finger has tapped last; the node of a mark may be that of another by now. */
  #tapped: Named | undefined;
  /** A tap keeps it until the next one. */
  #isKept = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param isTold whether a mark has been told of otherwise */
  constructor(
    readonly view: CallOutView,
    readonly isTold: (mark: Element) => boolean,
  ) {
    const {element} = view;
    element.addController(this);
    this.#box.className = 'tip';
    this.#box.setAttribute('part', 'tip');
    this.#box.setAttribute('aria-hidden', 'true');
    this.#box.hidden = true;
    const root = element.renderRoot as ShadowRoot;
    root.prepend(this.#box);
    root.addEventListener('pointermove', this.#onMove as EventListener);
    root.addEventListener('pointerdown', () => this.hide());
    root.addEventListener('click', this.#onClick as EventListener);
    element.addEventListener('pointerleave', this.#onLeave);
  }

  hostDisconnected(): void {
    this.hide();
  }

  /** The keys may be at another mark, and marks may be gone. */
  hostUpdated(): void {
    const root = this.view.element.renderRoot as ShadowRoot;
    const drawing = root.activeElement;
    const id = drawing?.matches(':focus-visible') && drawing.getAttribute('aria-activedescendant');
    const active = id ? root.getElementById(id) : null;
    const name = active?.getAttribute('aria-label');
    // Events at a place have one mark.
    if (active && name) this.#show({mark: active.closest('.place, .cluster') ?? active, name});
    else if (this.#named && !this.#named.mark.isConnected) this.hide();
  }

  /** Whether a finger has tapped something else than the last time, which is named then; false for a mouse. */
  names(event: MouseEvent): boolean {
    const named = this.#at(event);
    return (
      (event as PointerEvent).pointerType === 'touch' && named !== undefined && !isSame(named, this.#tapped)
    );
  }

  /** A mark is not named until the pointer has left it. */
  dismiss(mark: Element | undefined): void {
    this.#dismissed = mark;
    this.hide();
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#named = undefined;
    this.#isKept = false;
    this.#box.hidden = true;
    document.removeEventListener('keydown', this.#onKeydown, {capture: true});
    document.removeEventListener('pointerdown', this.#onPage);
  }

  #show(named: Named): void {
    clearTimeout(this.#timer);
    const {mark, name, box} = named;
    if (mark === this.#dismissed) return;
    if (this.isTold(mark)) {
      this.hide();
      return;
    }
    this.#dismissed = undefined;
    this.#named = named;
    this.#box.hidden = false;
    // Of the page it hears only while it is there.
    document.addEventListener('keydown', this.#onKeydown, {capture: true});
    document.addEventListener('pointerdown', this.#onPage);
    render(html`${name}`, this.#box);
    this.#place(box ?? clientBox(mark));
  }

  #place(mark: DOMRect): void {
    const {element} = this.view;
    const host = clientBox(element);
    const scale = pixelScale(element, host);
    const {style, offsetWidth, offsetHeight} = this.#box;
    const size = {width: offsetWidth * scale, height: offsetHeight * scale};
    const screen = {x: 0, y: 0, width: document.documentElement.clientWidth, height: innerHeight};
    const {x, y} = placeBeside(size, mark, {...screen, x: host.x, width: host.width}, screen, SIDES);
    style.left = `${(x - host.left) / scale - element.clientLeft}px`;
    style.top = `${(y - host.top) / scale - element.clientTop}px`;
  }

  readonly #onMove = (event: PointerEvent): void => {
    if (event.pointerType === 'touch' || event.buttons > 0) return;
    if (this.#box.contains(event.target as Node)) {
      clearTimeout(this.#timer);
      return;
    }
    const named = this.#at(event);
    if (!named) this.#onLeave();
    else if (!isSame(named, this.#named)) this.#show(named);
    else clearTimeout(this.#timer);
  };

  /** The mark at an event, or that whose label is there, with its name. */
  #at(event: MouseEvent): Named | undefined {
    const named = this.view.nameAt?.(event);
    if (named) return named;
    const target = event.target as Element;
    const label = target.closest<SVGElement>('.label')?.dataset.id;
    const mark =
      label === undefined
        ? (target.closest('.cluster') ?? target.closest('[role=option]'))
        : this.view.anchorOf(label);
    const name = mark?.getAttribute('aria-label');
    return mark && name ? {mark, name} : undefined;
  }

  readonly #onLeave = (): void => {
    this.#dismissed = undefined;
    if (this.#isKept || !this.#named) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), GRACE);
  };

  readonly #onClick = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') return;
    const named = this.#at(event);
    this.#tapped = named;
    if (!named) return;
    this.#show(named);
    this.#isKept = true;
  };

  readonly #onPage = (event: Event): void => {
    if (!event.composedPath().includes(this.view.element)) this.hide();
  };

  /** Puts it away, and leaves the key to what else it may mean. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#named) return;
    this.dismiss(this.#named.mark);
  };
}

const isSame = (a: Named, b: Named | undefined): boolean => a.mark === b?.mark && a.name === b.name;
