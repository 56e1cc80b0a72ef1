import {nothing} from 'lit';
import {clientBox, PartController} from '../base/index.js';
import type {CallOut} from './call-out.js';
import type {About, CallOutView} from './call-out-view.js';

/** What a view keeps of its call-out: that is fetched when the reader comes to the view. */
export class CallOutDoor {
  readonly #part: PartController<typeof import('./call-out.js'), CallOut>;

  constructor(readonly view: CallOutView) {
    const {element} = view;
    this.#part = new PartController(
      element,
      () => {
        const part = import('./call-out.js');
        return view.load ? Promise.all([part, view.load()]).then(() => part) : part;
      },
      ({CallOut: Part}) => new Part(view),
    );
    // A pointer that rests here already comes over nothing more that the element hears of: it moves.
    for (const type of ['pointerover', 'pointermove', 'focusin'])
      element.addEventListener(type, () => void this.#part.get(), {once: true});
  }

  /** Selects a row for the reader, and says here what it is unless a card does so on the screen. */
  choose(id: string, about?: About): void {
    const {element, store} = this.view;
    const {top} = clientBox(element);
    store.request({type: 'select', id});
    if (store.snapshot?.selected === id) this.open(about, top);
  }

  open(about?: About, top = clientBox(this.view.element).top): void {
    const {value} = this.#part;
    const at = scrollY;
    if (value) void value.open(about, top);
    // A reader who has gone on while it was fetched is not taken back.
    else void this.#part.fetch().then((part) => part?.open(about, at === scrollY ? top : undefined));
  }

  /** Puts it away. */
  close(): void {
    this.#part.value?.close();
  }

  /** Whether a tap only names a mark: a second one does what a click does. */
  names(event: MouseEvent): boolean {
    return this.#part.value?.names(event) === true;
  }

  /** Says at an edge when the selected event was, which the period leaves out; `go` brings it into view. */
  outside(side: 'before' | 'after', go: () => void): unknown {
    return this.#part.get()?.outside(side, go) ?? nothing;
  }

  render(): unknown {
    return this.#part.value?.render() ?? nothing;
  }
}
