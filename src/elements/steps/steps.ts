import {html, nothing, type PropertyDeclarations} from 'lit';
import {type Snapshot, viewOfStep, WHOLE_VIEW} from '../../core/store/index.js';
import {direction, formatNumber, loadStepMessages, stepMessages} from '../../i18n/index.js';
import {StoryView} from '../base/index.js';
import {mediaPart} from '../event/media-part.js';
import {Announcer} from '../story/announcer.js';
import {arriveAt} from '../story/arrival.js';
import {isFramed} from './is-framed.js';
import {ReadingLine} from './reading-line.js';
import {type Chapter, chaptersOf} from './sections.js';
import {renderEnd, renderTitle, renderTurning} from './slides.js';
import {placeAndName, renderStep, type StepContext} from './step.js';
import styles from './steps.styles.js';
import {Swipe} from './swipe.js';

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
 */
export class CronoSteps extends StoryView {
  static override readonly tag = 'crono-steps';
  /** Each section goes into the box of its step, and is left as its author wrote it. */
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...StoryView.shadowRootOptions,
    slotAssignment: 'manual',
  };
  static override styles = [StoryView.styles, styles];
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
  /** While a link leads to a step, what is scrolled past does not count. */
  #arrival: AbortSignal | undefined;
  readonly #line = new ReadingLine((index) => this.#onLine(index));
  readonly #swipe = new Swipe((way) => this.#turn(this.#at - way * this.#way));
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
    this.#sections.observe(this, {childList: true, subtree: true, attributes: true});
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lessMotion.removeEventListener('change', this.#redraw);
    this.#sections.disconnect();
    this.#line.stop();
  }

  protected override watch({step, hosts}: Snapshot) {
    return [step, hosts];
  }

  protected override prepare(snapshot: Snapshot | undefined): void {
    this.#chapters = chaptersOf(this, snapshot?.dataset.steps ?? []);
    void loadStepMessages(snapshot?.locale ?? '')?.then(this.#redraw);
    const {step} = snapshot ?? {};
    if (step && step !== this.#seen && !step.isWanted) {
      const at = this.#indexOf(step.id);
      if (at >= 0) this.#at = at;
    }
    this.#seen = step ?? null;
    this.setState('empty', snapshot !== undefined && this.#chapters.length === 0);
    this.setState('away', snapshot !== undefined && this.#isAway(snapshot));
  }

  protected override updated(): void {
    this.#assign();
    if (!this.snapshot || !this.isConnected) return;
    if (this.#shape === 'scroll') this.#line.follow([...this.renderRoot.querySelectorAll('.step')]);
    else this.#line.stop();
    this.#fitGraphic();
    this.#letScroll();
    // What is asked of the story renders this element again.
    if (!this.#hasBegun || this.snapshot.step?.isWanted || this.#nearest !== this.#at)
      queueMicrotask(() => this.#lead());
  }

  /** Follows a link to a step. Slides without a title begin with their first step, as do those of another story. */
  #lead(): void {
    const {step} = this.snapshot ?? {};
    const at = this.#nearest;
    if (step?.isWanted) this.#follow(step.id);
    else if (at !== this.#at || (at >= 0 && !this.#hasBegun)) this.#tell(at, true);
    this.#hasBegun = true;
  }

  /** Where the reader is, or the nearest that there is: slides may have no title, and other steps than before. */
  get #nearest(): number {
    const {first, last} = this.#turning;
    const isSlides = this.#shape === 'slides' && this.#chapters.length > 0;
    return isSlides ? Math.min(Math.max(this.#at, first), last) : this.#at;
  }

  protected override renderStory(snapshot: Snapshot) {
    const shape = this.#shape;
    const context: StepContext = {snapshot, headingLevel: this.headingLevel, media: this.#media};
    const isSlides = shape === 'slides';
    return html`<div class="told ${shape}" part="told">
      <div class="graphic" part="graphic"><div class="views"><slot name="graphic"></slot></div>${this.#renderReturn(snapshot)}</div>
      <div class="telling" tabindex="-1" @keydown=${isSlides ? this.#onKeydown : nothing}
        @pointerdown=${this.#onPointer} @pointerup=${this.#onPointer} @pointercancel=${this.#onPointer}>
        ${this.#chapters.length === 0 ? html`<p part="text">${stepMessages(snapshot.locale).none}</p>` : this.#renderSteps(snapshot, context)}
        ${isSlides && this.#chapters.length > 0 ? renderTurning(snapshot, this.#turning) : nothing}
      </div>
      <div class="visually-hidden" role="status">${this.#announcer.said}</div>
    </div>`;
  }

  #renderSteps(snapshot: Snapshot, context: StepContext) {
    const isSlides = this.#shape === 'slides';
    const [at, last] = [this.#at, this.#chapters.length];
    return html`<ol class="steps" role="list">
      ${isSlides && this.#first < 0 ? html`<li class="end" ?inert=${at >= 0}>${renderTitle(snapshot, this.headingLevel)}</li>` : nothing}
      ${this.#chapters.map((chapter, i) => {
        const isActive = i === at;
        return html`<li class="step" part=${isActive ? 'step step-active' : 'step'} data-id=${chapter.step.id}
          aria-current=${isActive && this.#shape !== 'flat' ? 'step' : nothing} ?inert=${isSlides && !isActive}>
          ${renderStep(chapter, !isSlides || isActive, context)}
        </li>`;
      })}
      ${isSlides && this.#first < 0 ? html`<li class="end" ?inert=${at < last}>${renderEnd(snapshot, () => this.#turn(-1, true))}</li>` : nothing}
    </ol>`;
  }

  #renderReturn(snapshot: Snapshot) {
    if (!this.#isAway(snapshot)) return nothing;
    const {locale} = snapshot;
    return html`<button part="return" @click=${this.#onReturn}>${stepMessages(locale).back(formatNumber(this.#at + 1, locale || 'en'))}</button>`;
  }

  get #shape(): Layout {
    if (this.layout === 'flat' || this.layout === 'slides') return this.layout;
    return isFramed() || this.#lessMotion.matches ? 'slides' : 'scroll';
  }

  /** Sections that an author wrote have their own beginning and end. */
  get #first(): number {
    const isOwn = this.#chapters.some(({section}) => section);
    return isOwn || this.snapshot?.dataset.title === undefined ? 0 : -1;
  }

  get #turning() {
    const {length} = this.#chapters;
    return {
      chapters: this.#chapters,
      at: this.#at,
      first: this.#first,
      last: this.#first < 0 ? length : length - 1,
      turn: (to: number) => this.#turn(to),
      turnBy: (by: 1 | -1) => this.#turn(this.#at + by),
    };
  }

  /** Which way is on: 1 from left to right. */
  get #way(): 1 | -1 {
    return direction(this.snapshot?.locale ?? '') === 'rtl' ? -1 : 1;
  }

  #indexOf(id: string): number {
    return this.#chapters.findIndex(({step}) => step.id === id);
  }

  /** Whether the reader was led to a step, and has left the way since. */
  #isAway({step}: Snapshot): boolean {
    const id = this.#chapters[this.#at]?.step.id;
    return this.#shape !== 'flat' && id !== undefined && !step?.isWanted && step?.id !== id;
  }

  /** Puts each section into the box of its step, and views into that of the graphic; all into the room before. */
  #assign(): void {
    const nodes = [...this.childNodes];
    const inGraphic = nodes.filter((node) => node instanceof Element && node.slot === 'graphic') as Element[];
    const graphic = this.renderRoot.querySelector<HTMLSlotElement>('slot[name=graphic]');
    if (!graphic) {
      this.renderRoot.querySelector('slot')?.assign(...(nodes as Element[]));
      return;
    }
    graphic.assign(...inGraphic);
    graphic.closest('.graphic')?.toggleAttribute('hidden', inGraphic.length === 0);
    const boxes = this.renderRoot.querySelectorAll<HTMLElement>('.step');
    this.#chapters.forEach(({section}, i) => {
      if (section) boxes[i]?.querySelector('slot')?.assign(section);
    });
  }

  /** Views that stand beside the text share the height of the screen, or of the box that scrolls. */
  #fitGraphic(): void {
    const told = this.renderRoot.querySelector<HTMLElement>('.told');
    const views = [...this.querySelectorAll<HTMLElement>('crono-map, crono-timeline, crono-chart')].filter(
      (view) => view.closest('[slot=graphic]') && view.checkVisibility(),
    );
    told?.classList.toggle('several', views.length > 1);
    const height = this.#line.heightPx;
    if (height) told?.style.setProperty('--_screen', `${height}px`);
  }

  /** A text that is longer than a slide is scrolled by keys too. */
  #letScroll(): void {
    for (const slide of this.renderRoot.querySelectorAll('.steps > li')) {
      if (this.#shape === 'slides' && slide.scrollHeight > slide.clientHeight)
        slide.setAttribute('tabindex', '0');
      else slide.removeAttribute('tabindex');
    }
  }

  /** Asks the story to show a step, or the whole before the first and after the last; listeners may veto it. */
  #tell(at: number, isPassed = false): void {
    const {snapshot} = this;
    if (!snapshot) return;
    const chapter = this.#chapters[at];
    const view = chapter ? viewOfStep(chapter.step, snapshot.dataset, isPassed) : WHOLE_VIEW;
    this.store.request({type: 'step', view});
    const after = this.snapshot;
    if (!after || after.step !== view.step) return;
    this.#at = at;
    this.requestUpdate();
    if (this.#hasBegun && chapter)
      this.#announcer.say(`${placeAndName(this.#chapters, at, after)}. ${after.summary}`);
  }

  /** A link leads to a step. */
  #follow(id: string): void {
    const at = this.#indexOf(id);
    if (id === '') this.#begin();
    else if (at >= 0) {
      this.#tell(at);
      if (this.#shape === 'scroll' && this.#line.index !== at) this.#scrollTo(at);
    }
  }

  /** A link leads to the story as it begins. */
  #begin(): void {
    const isScroll = this.#shape === 'scroll';
    this.#tell(isScroll ? this.#line.index : this.#first, true);
  }

  #scrollTo(at: number): void {
    const box = this.renderRoot
      .querySelectorAll<HTMLElement>('.step')
      [at]?.querySelector<HTMLElement>('.said');
    if (box) this.#arrival = arriveAt(box, 'center');
  }

  #turn(to: number, isFocused = false): void {
    const {first, last} = this.#turning;
    if (this.#shape !== 'slides' || to < first || to > last) return;
    this.#tell(to);
    if (isFocused) this.#focus();
  }

  /** What was pressed goes away: the focus stays with the text. */
  #focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.telling')?.focus({preventScroll: true});
  }

  #onLine(index: number): void {
    if (this.#arrival && !this.#arrival.aborted) return;
    if (index >= 0 && index !== this.#at) this.#tell(index, true);
  }

  readonly #onReturn = (): void => {
    this.#tell(this.#at);
    this.#focus();
  };

  readonly #onPointer = (event: PointerEvent): void => this.#swipe.handle(event);

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const {key, altKey, ctrlKey, metaKey, shiftKey} = event;
    const by = {ArrowRight: 1, ArrowLeft: -1}[key];
    const isOther = event.defaultPrevented || altKey || ctrlKey || metaKey || shiftKey;
    if (!by || isOther || (event.target as Element).closest('input, select, textarea, [contenteditable]'))
      return;
    event.preventDefault();
    this.#turn(this.#at + by * this.#way);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-steps': CronoSteps;
  }
}
