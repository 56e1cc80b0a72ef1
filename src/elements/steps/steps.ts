import {html, nothing, type PropertyDeclarations} from 'lit';
import {type Snapshot, viewOfStep} from '../../core/store/index.js';
import {formatNumber, loadStepMessages, stepMessages} from '../../i18n/index.js';
import {noteStyles, PartController, StoryView} from '../base/index.js';
import {mediaPart} from '../event/media-part.js';
import {Announcer} from '../story/announcer.js';
import {isFramed} from './is-framed.js';
import type {Scrolling} from './scrolling.js';
import {type Chapter, nameOfStep, placeOf, renderStep, type StepContext} from './step.js';
import styles from './steps.styles.js';
import type {Slides, TurnedSteps} from './turning.js';

/**
 * Assigns nodes to a slot, unless it has them: WebKit then builds the whole element anew, and for a moment the page is
 * shorter than where its reader is.
 */
function assign(slot: HTMLSlotElement | null | undefined, nodes: readonly Element[]): void {
  const assigned = slot?.assignedNodes() ?? [];
  if (assigned.length !== nodes.length || nodes.some((node, i) => node !== assigned[i]))
    slot?.assign(...nodes);
}

/** How steps are told. */
type Layout = 'scroll' | 'slides' | 'flat';

/**
 * @summary Tells the story in steps: as text that drives the views while the reader scrolls, as slides, or as text alone.
 * @since 0.1.0
 *
 * The steps are those of the dataset, or the `section` elements in it: their attributes `select`, `range`, `places`,
 * `zoom`, `filter` and `question` say what each shows, their `id` is that of the step. What a step does not say is as
 * the story begins. Views in the slot `graphic` stand beside the text; those elsewhere in the story follow as well. It is
 * fetched by stories whose page has the tag.
 *
 * @element crono-steps
 *
 * @slot - Sections, each a step.
 * @slot graphic - The views that the steps drive, beside the text.
 *
 * @fires {CronoRequestEvent} crono-request - The reader has come to a step, in one action of the type `step`.
 *
 * @csspart told - All of it.
 * @csspart graphic - The box of the views.
 * @csspart step - One step; also `step-active`.
 * @csspart title - Its title.
 * @csspart text - Its text.
 * @csspart facts - What its event is and who counts, where no view shows it.
 * @csspart turning - What slides are turned by.
 * @csspart previous - The button to the slide before.
 * @csspart next - The button to the next slide.
 * @csspart place - Which of all is shown.
 * @csspart progress - The menu that names all steps.
 * @csspart return - The button that leads back to the step where the reader left the way.
 *
 * @cssproperty --crono-steps-width - Width of the text beside the views.
 * @cssproperty --crono-steps-surface - Background of the text that passes over the views.
 * @cssstate empty - There are no steps.
 * @cssstate away - The reader has left the way.
 * @cssstate called-out - What the reader has chosen in a view beside the text is said there, over the text.
 */
export class CronoSteps extends StoryView {
  static override readonly tag = 'crono-steps';
  /** Each section goes into the box of its step, and is left as its author wrote it. */
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...StoryView.shadowRootOptions,
    slotAssignment: 'manual',
  };
  static override styles = [StoryView.styles, noteStyles, styles];
  static override readonly properties: PropertyDeclarations = {
    layout: {},
    headingLevel: {type: Number, attribute: 'heading-level'},
  };

  /**
   * `scroll`, the default, `slides` or `flat`. In a frame, and for readers who ask for less motion, `scroll` becomes
   * `slides`; in print all of it is flat.
   */
  layout: Layout | undefined;

  /** Level of the headings, 1 to 6. */
  headingLevel = 3;

  #chapters: readonly Chapter[] = [];
  /** Index of the step where the reader is; -1 before the first, the number of steps after the last. */
  #at = -1;
  /** The told step that was seen last. */
  #seen: Snapshot['step'] = null;
  #hasBegun = false;
  /** Reads the sections of the page, where there are any. */
  readonly #reader = new PartController(this, () => import('./sections.js'));
  /** What is fetched with each way of telling. */
  readonly #scrolling: PartController<typeof import('./scrolling.js'), Scrolling> = new PartController(
    this,
    () => import('./scrolling.js'),
    ({Scrolling: Way}) =>
      new Way({
        onStep: (index) => {
          if (index !== this.#at) this.#tell(index, true);
        },
      }),
  );
  readonly #slides: PartController<typeof import('./turning.js'), Slides> = new PartController(
    this,
    () => import('./turning.js'),
    ({Slides: Way}) => new Way(() => this.#turned),
  );
  /** Shares the height among views. */
  readonly #room = new PartController(
    this,
    () => import('./graphic-room.js'),
    ({GraphicRoom}) => new GraphicRoom(this.store),
  );
  readonly #lessMotion = matchMedia('(prefers-reduced-motion: reduce)');
  readonly #announcer = new Announcer(this);
  readonly #media = mediaPart(
    this,
    (host) => this.store.request({type: 'allow', hosts: [host]}),
    () => this.store.story,
  );
  readonly #redraw = (): void => this.requestUpdate();
  readonly #sections = new MutationObserver(this.#redraw);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#lessMotion.addEventListener('change', this.#redraw);
    // Before the views are laid out for paper.
    addEventListener('beforeprint', this.#onPrint, true);
    this.#sections.observe(this, {childList: true, subtree: true, attributes: true});
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lessMotion.removeEventListener('change', this.#redraw);
    removeEventListener('beforeprint', this.#onPrint, true);
    this.#sections.disconnect();
    // Where it is put, something else may scroll.
    this.#scrolling.value?.stop();
  }

  protected override watch({step, hosts}: Snapshot) {
    return [step, hosts];
  }

  protected override prepare(snapshot: Snapshot | undefined): void {
    const {dataset, step = null, locale = ''} = snapshot ?? {};
    const sections = this.#written;
    this.#chapters = sections[0]
      ? (this.#reader.get()?.chaptersOf(sections) ?? [])
      : (dataset?.steps ?? []).map((step) => ({step}));
    void loadStepMessages(locale)?.then(this.#redraw);
    if (step && step !== this.#seen && !step.isWanted) {
      const at = this.#indexOf(step.id);
      if (at >= 0) this.#at = at;
    }
    this.#seen = step;
    this.setState('empty', dataset !== undefined && sections.length + this.#chapters.length === 0);
    this.setState('away', this.#isAway);
  }

  protected override updated(): void {
    this.#assign();
    // What is taken out of the page, as while slides are fetched, is at no line of reading.
    const told = this.isConnected && this.renderRoot.querySelector<HTMLElement>('.told');
    if (told && this.#shape === 'scroll') this.#scrolling.value?.follow(told);
    else this.#scrolling.value?.stop();
    if (!told || !this.snapshot) return;
    this.#letScroll();
    // What is asked of the story renders this element again.
    if (!this.#hasBegun || this.snapshot.step?.isWanted || this.#nearest !== this.#at)
      queueMicrotask(() => this.#lead());
  }

  /** Follows a link to a step. Slides without a title begin with their first step, as do those of another story. */
  #lead(): void {
    if (!this.snapshot) return;
    const {step} = this.snapshot;
    const at = this.#nearest;
    if (step?.isWanted) this.#follow(step.id);
    else if (at !== this.#at || (at >= 0 && !this.#hasBegun)) this.#tell(at, true);
    this.#hasBegun = true;
  }

  /** Where the reader is, or the nearest that there is: slides may have no title, and other steps than before. */
  get #nearest(): number {
    if (this.#shape !== 'slides' || this.#chapters.length === 0) return this.#at;
    const {first, last} = this.#turned;
    return Math.min(Math.max(this.#at, first), last);
  }

  protected override renderStory(snapshot: Snapshot) {
    const shape = this.#shape;
    const isRead = this.#reader.value || this.#written.length === 0;
    const slides = shape === 'slides' ? this.#slides.get() : undefined;
    // The text stays as it was written until what tells it is there.
    const way = shape === 'scroll' ? this.#scrolling.get() : slides;
    const views = this.#graphic;
    // A map alone has all the height.
    const room = views.every(({localName}) => localName === 'crono-map') || this.#room.get();
    if (!isRead || (shape !== 'flat' && !(way && room))) return undefined;
    return html`<div class="told ${shape}" part="told">
      <div class="graphic" part="graphic" ?hidden=${!views[0]}><div class="views"><slot name="graphic"></slot></div>${this.#renderReturn(snapshot)}</div>
      <div class="telling" tabindex="-1" @keydown=${slides} @pointerdown=${slides}
        @pointerup=${slides} @pointercancel=${slides}>
        ${
          this.#chapters[0]
            ? [this.#renderSteps(snapshot, slides), slides?.renderTurning()]
            : html`<p part="text">${stepMessages(snapshot.locale).none}</p>`
        }
      </div>
      <div class="visually-hidden" role="status">${this.#announcer.said}</div>
    </div>`;
  }

  #renderSteps(snapshot: Snapshot, slides: Slides | undefined) {
    const {headingLevel} = this;
    const context: StepContext = {snapshot, headingLevel, media: this.#media};
    const [at, last] = [this.#at, this.#chapters.length];
    const hasEnds = slides && this.#turned.first < 0;
    return html`<ol class="steps" role="list" aria-label=${stepMessages(snapshot.locale).steps}>
      ${hasEnds ? html`<li class="end" ?inert=${at >= 0}>${slides.renderTitle(headingLevel)}</li>` : nothing}
      ${this.#chapters.map((chapter, i) => {
        const isActive = i === at;
        return html`<li class="step" part=${isActive ? 'step step-active' : 'step'} data-id=${chapter.step.id}
          aria-current=${isActive && this.#shape !== 'flat' ? 'step' : nothing} ?inert=${slides && !isActive}>
          ${renderStep(chapter, !slides || isActive, context)}
        </li>`;
      })}
      ${hasEnds ? html`<li class="end" ?inert=${at < last}>${slides.renderEnd()}</li>` : nothing}
    </ol>`;
  }

  #renderReturn(snapshot: Snapshot) {
    const {locale} = snapshot;
    if (!this.#isAway) return nothing;
    return html`<button part="return"
      @click=${() => this.#turn(this.#at, true)}>${stepMessages(locale).back(formatNumber(this.#at + 1, locale || 'en'))}</button>`;
  }

  get #shape(): Layout {
    if (this.layout === 'flat' || this.layout === 'slides') return this.layout;
    return isFramed() || this.#lessMotion.matches ? 'slides' : 'scroll';
  }

  get #turned(): TurnedSteps {
    const chapters = this.#chapters;
    const count = chapters.length;
    const snapshot = this.snapshot as Snapshot;
    // Sections that an author wrote have their own beginning and end.
    const ends = snapshot.dataset.title === undefined || chapters[0]?.section ? 0 : 1;
    return {
      snapshot,
      text: stepMessages(snapshot.locale),
      count,
      at: this.#at,
      first: -ends,
      last: count - 1 + ends,
      place: placeOf(chapters, this.#at, snapshot),
      nameOf: (index) => nameOfStep(chapters, index, snapshot),
      turn: this.#turn,
    };
  }

  #indexOf(id: string): number {
    return this.#chapters.findIndex(({step}) => step.id === id);
  }

  /** Whether the reader was led to a step, and has left the way since. */
  get #isAway(): boolean {
    const id = this.#chapters[this.#at]?.step.id;
    const step = this.snapshot?.step;
    return (
      id !== undefined &&
      // Undefined while there is no snapshot.
      step !== undefined &&
      this.#shape !== 'flat' &&
      !step?.isWanted &&
      step?.id !== id
    );
  }

  /** The sections that the author wrote. */
  get #written(): HTMLElement[] {
    return [...this.children].filter(
      (node): node is HTMLElement => node.localName === 'section' && !node.slot,
    );
  }

  get #graphic(): readonly Element[] {
    return [...this.children].filter(({slot}) => slot === 'graphic');
  }

  /** Puts each section into the box of its step, and views into that of the graphic; all into the room before. */
  #assign(): void {
    const graphic = this.renderRoot.querySelector<HTMLSlotElement>('slot[name=graphic]');
    if (!graphic) {
      assign(this.renderRoot.querySelector('slot'), [...this.childNodes] as Element[]);
      return;
    }
    assign(graphic, this.#graphic);
    const boxes = this.renderRoot.querySelectorAll('.step .said');
    this.#chapters.forEach(({section}, i) => {
      if (section) assign(boxes[i]?.querySelector('slot'), [section]);
    });
  }

  /** A text that is longer than a slide is scrolled by keys too. */
  #letScroll(): void {
    for (const slide of this.renderRoot.querySelectorAll<HTMLElement>('.steps > li')) {
      slide.tabIndex = this.#shape === 'slides' && slide.scrollHeight > slide.clientHeight ? 0 : -1;
    }
  }

  /** Asks the story to show a step, or the whole before the first and after the last; listeners may veto it. */
  #tell(at: number, isPassed = false): void {
    const {snapshot} = this;
    if (!snapshot) return;
    const chapter = this.#chapters[at];
    // Before the first step and after the last the story is as it begins.
    const view = viewOfStep(chapter?.step ?? {id: ''}, snapshot.dataset, isPassed);
    this.store.request({type: 'step', view});
    const after = this.snapshot;
    if (!after || after.step !== view.step) return;
    this.#at = at;
    this.requestUpdate();
    if (this.#hasBegun && chapter)
      this.#announcer.say(
        `${placeOf(this.#chapters, at, after)}: ${nameOfStep(this.#chapters, at, after)}. ${after.summary}`,
      );
  }

  /** A link leads to a step, or to the story as it begins. */
  #follow(id: string): void {
    const scrolling = this.#shape === 'scroll' ? this.#scrolling.value : undefined;
    const at = this.#indexOf(id);
    if (id === '') this.#tell(scrolling ? scrolling.index : this.#turned.first, true);
    else if (at >= 0) {
      this.#turn(at);
      const text = this.renderRoot.querySelectorAll<HTMLElement>('.step .said')[at];
      if (text) void scrolling?.goTo(at, text);
    }
  }

  readonly #turn = (to: number, isFocused = false): void => {
    const {first, last} = this.#turned;
    if (to < first || to > last) return;
    this.#tell(to);
    // What was pressed, or what is focused in a slide, goes away: the focus stays with the text.
    if (isFocused || this.renderRoot.querySelector('.slides .steps:focus-within'))
      this.renderRoot
        .querySelector<HTMLElement>('.scroll [aria-current], .slides .telling')
        ?.focus({preventScroll: true});
  };

  /** On paper all is told, beside the story as it begins, or what the reader has chosen off the way. */
  readonly #onPrint = (): void => {
    const at = this.#at;
    if (this.#isAway || this.#shape === 'flat') return;
    this.#tell(-1, true);
    addEventListener('afterprint', () => this.#tell(at, true), {once: true});
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-steps': CronoSteps;
  }
}
