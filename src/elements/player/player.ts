import {html, type PropertyDeclarations, svg} from 'lit';
import {type PlayStops, playStops} from '../../core/layout/index.js';
import {createChangeCheck} from '../../core/memo/index.js';
import type {Snapshot} from '../../core/store/index.js';
import type {Interval} from '../../core/time/index.js';
import {
  describePeriod,
  direction,
  formatInstant,
  formatNumber,
  formatRange,
  loadPlayerMessages,
  messages,
  playerMessages,
} from '../../i18n/index.js';
import {StoryView} from '../base/index.js';
import {Announcer} from '../story/announcer.js';
import {Playback} from './playback.js';
import styles from './player.styles.js';
import {Sight} from './sight.js';

const DAY = 86_400_000;
/** How long all of a story plays, in milliseconds, as far as its stops are neither hurried past nor waited for. */
const LENGTH = 45_000;
const SHORTEST = 150;
const LONGEST = 1500;
/** The shortest time between two stops for readers who ask for less motion. */
const CALM = 1000;
const SPEEDS = [0.5, 1, 2, 4];
/** Stops that a page key passes, as a share of all. */
const PAGE = 0.1;

/**
 * @summary Plays time: moves the range of the story from stop to stop, so that every view follows.
 * @since 0.2.0
 *
 * A stop is a period in which something begins; time without events passes as quickly as from one day to the next. It
 * never plays by itself, rests when the reader chooses anything or it is out of sight, and goes from stop to stop without
 * anything between for readers who ask for less motion. It is fetched by stories whose page has the tag.
 *
 * @element crono-player
 *
 * @fires {CronoRequestEvent} crono-request - It moves the range: `{type: 'range', range, playing: true}`.
 *
 * @csspart date - Where it is, in words.
 * @csspart count - How many events are shown.
 * @csspart play - The button that plays and pauses.
 * @csspart track - The way through time, with the slider.
 * @csspart speed - The menu of speeds.
 * @csspart back - The button that leads back to the period before.
 *
 * @cssproperty --crono-player-surface - Background; none by default.
 * @cssproperty --crono-player-padding - Room between its background and what it holds; none by default.
 * @cssstate empty - There is no time to play.
 * @cssstate playing - It plays.
 */
export class CronoPlayer extends StoryView {
  static override readonly tag = 'crono-player';
  static override styles = [StoryView.styles, styles];
  static override readonly properties: PropertyDeclarations = {
    by: {},
    cumulative: {type: Boolean},
    speed: {type: Number},
    loop: {type: Boolean},
  };

  /** `event`, `hour`, `day`, `week`, `month` or `year`; by default what the events and their dates call for. */
  by: string | undefined;

  /** Shows all from the beginning on, in place of a window that moves. */
  cumulative = false;

  /** How fast: 2 is twice as fast as by default. */
  speed = 1;

  /** Begins again at the end. */
  loop = false;

  #stops: PlayStops | undefined;
  /** Where it is: a stop, or between two. */
  #position = 0;
  /** Where it rested last, which the slider says while it plays. */
  #rest = 0;
  /** The range that it asked for last; undefined while the range is somebody else's. */
  #asked: Interval | undefined;
  /** The range before it was first moved. */
  #before: Interval | null = null;
  readonly #isChosen = createChangeCheck();
  readonly #announcer = new Announcer(this);
  readonly #lessMotion = matchMedia('(prefers-reduced-motion: reduce)');
  readonly #sight = new Sight(() => this.#pause());
  readonly #playback = new Playback(this.#played);

  /** Plays on from where it is, or from the beginning. */
  play(): void {
    if (!this.#canPlay || this.#playback.isOn || !this.isConnected) return;
    const {story} = this.store;
    this.#sight.watch(story ? [this, story] : [this]);
    this.#playback.start(this.#position >= this.#last ? 0 : this.#position);
    this.requestUpdate();
  }

  pause(): void {
    this.#pause();
  }

  override disconnectedCallback(): void {
    // Before it is let go of by its story.
    this.#pause();
    super.disconnectedCallback();
  }

  protected override watch(snapshot: Snapshot) {
    const {range, playing, shown, selected, filters, map, extent} = snapshot;
    return [range, playing, shown, selected, filters, map, extent];
  }

  protected override prepare(snapshot: Snapshot | undefined): void {
    void loadPlayerMessages(snapshot?.locale ?? '')?.then(() => this.requestUpdate());
    if (snapshot) this.#follow(snapshot);
    else this.#pause();
    this.setState('empty', snapshot !== undefined && !this.#canPlay);
    this.setState('playing', this.#playback.isOn);
  }

  /** Takes in what the reader, or a script, has chosen meanwhile. */
  #follow(snapshot: Snapshot): void {
    const {range, shown, selected, filters, map, extent, dataset} = snapshot;
    const stops = playStops(shown.spans, this.by);
    const isOther = stops !== this.#stops;
    if (isOther) {
      const before = this.#stops?.size ? this.#stops.periodAt(Math.floor(this.#position)) : undefined;
      this.#position = before && stops.size > 0 ? stops.indexAt(before.start) : 0;
      this.#stops = stops;
    }
    const isTaken = this.#asked !== undefined && !isSame(range, this.#asked);
    if (isTaken) this.#asked = undefined;
    if (!this.#asked) this.#position = range && stops.size > 0 ? this.#indexIn(range) : 0;
    const isChosen = this.#isChosen(selected, filters, map, extent, dataset);
    // What the story announces itself is not said again.
    if (isTaken || isChosen) this.#pause(!isTaken && !isOther);
    if (!this.#playback.isOn) this.#rest = Math.floor(this.#position);
  }

  /** The stop of a range that is somebody else's. */
  #indexIn({start, end}: Interval): number {
    const stops = this.#stops;
    if (!stops) return 0;
    return this.cumulative || stops.unit === 'event' ? stops.indexAt(end - 1) : stops.indexAt(start);
  }

  protected override renderStory(snapshot: Snapshot) {
    const stops = this.#stops;
    const {locale, counts} = snapshot;
    const text = playerMessages(locale);
    if (!stops || counts.events === 0) return html``;
    if (stops.size < 2) {
      const words = stops.size > 0 ? text.single(this.#wordsAt(0, snapshot)) : text.undated;
      return html`<p class="nothing">${words}</p>`;
    }
    const date = this.#asked ? this.#wordsAt(this.#position, snapshot) : describePeriod(snapshot);
    return html`<div role="group" aria-label=${text.player} @keydown=${this.#onKeydown}>
      <div class="head">
        <p part="date">${date}</p>
        <p part="count">${messages(locale).shownOf(counts.shown, counts.events)}</p>
      </div>
      <div class="controls">
        ${this.#renderPlay(locale)}
        ${this.#renderTrack(snapshot)}
        ${this.#renderSpeeds(locale)}
        <button part="back" ?inert=${!this.#asked} @click=${this.#onBack}>${this.#before ? text.back : messages(locale).rangeAll}</button>
      </div>
      <div class="visually-hidden" role="status">${this.#announcer.said}</div>
    </div>`;
  }

  #renderPlay(locale: string) {
    const text = playerMessages(locale);
    const isOn = this.#playback.isOn;
    const isAtEnd = this.#asked !== undefined && this.#position >= this.#last;
    const word = isOn ? text.pause : isAtEnd ? text.again : text.play;
    return html`<button part="play" @click=${this.#onToggle}>
      <svg viewBox="0 0 14 14" aria-hidden="true"><path d=${isOn ? 'M1,0H5V14H1ZM9,0H13V14H9Z' : 'M1,0L14,7L1,14Z'}></path></svg>
      <span><span>${word}</span>${[text.play, text.pause, text.again].map(
        (other) => html`<span class="other" aria-hidden="true">${other}</span>`,
      )}</span>
    </button>`;
  }

  #renderTrack(snapshot: Snapshot) {
    const {locale} = snapshot;
    const share = this.#last > 0 ? (100 * this.#position) / this.#last : 0;
    const isRtl = direction(locale) === 'rtl';
    const at = (percent: number) => `${isRtl ? 100 - percent : percent}%`;
    // What a screen reader is told changes when it rests; how far it is, is drawn.
    const words = this.#asked ? this.#wordsAt(this.#rest, snapshot) : describePeriod(snapshot);
    return html`<div part="track">
      <input type="range" min="0" max=${this.#last} step="1" .value=${String(this.#rest)} aria-label=${playerMessages(locale).time}
        aria-valuetext=${words} @input=${this.#onSlide}>
      <svg aria-hidden="true">${svg`
        <line class="way" x1="0" x2="100%" y1="50%" y2="50%"></line>
        <line class="gone" x1=${at(0)} x2=${at(share)} y1="50%" y2="50%"></line>
        <circle class="ring" cx=${at(share)} cy="50%" r="12"></circle>
        <circle class="thumb" cx=${at(share)} cy="50%" r="7"></circle>`}
      </svg>
    </div>`;
  }

  #renderSpeeds(locale: string) {
    const text = playerMessages(locale);
    const speeds = [...new Set([...SPEEDS, this.#speed])].sort((a, b) => a - b);
    return html`<select part="speed" aria-label=${text.speed} @change=${this.#onSpeed}>
      ${speeds.map(
        (speed) =>
          html`<option value=${speed} .selected=${speed === this.#speed}>${text.times(formatNumber(speed, locale || 'en'))}</option>`,
      )}
    </select>`;
  }

  /** When something begins at a stop, in words. */
  #wordsAt(position: number, {locale}: Snapshot): string {
    const stops = this.#stops;
    if (!stops) return '';
    const period = stops.periodAt(Math.min(Math.floor(position), stops.size - 1));
    const length = period.end - period.start;
    // To the minute where something is dated so, which no range is said to.
    if (length >= DAY) return formatRange(period, locale);
    return formatInstant(period.start, length < DAY / 24 ? 'minute' : 'hour', locale);
  }

  get #last(): number {
    return Math.max(0, (this.#stops?.size ?? 0) - 1);
  }

  get #canPlay(): boolean {
    return this.#last > 0;
  }

  get #speed(): number {
    return this.speed > 0 && Number.isFinite(this.speed) ? this.speed : 1;
  }

  /** What the playback needs to know, read when it is needed. */
  get #played() {
    const [last, loop, isStepped] = [() => this.#last, () => this.loop, () => this.#lessMotion.matches];
    const beat = () => this.#beatMs;
    return {
      get last() {
        return last();
      },
      get loop() {
        return loop();
      },
      get isStepped() {
        return isStepped();
      },
      get beatMs() {
        return beat();
      },
      show: (position: number) => this.#show(position, true),
      end: () => this.#pause(),
    };
  }

  get #beatMs(): number {
    const beat = Math.min(Math.max(LENGTH / (this.#last + 1), SHORTEST), LONGEST) / this.#speed;
    return this.#lessMotion.matches ? Math.max(beat, CALM) : beat;
  }

  /** Asks for the range of a position; false when a listener vetoed it. */
  #show(position: number, playing: boolean): boolean {
    const {snapshot} = this;
    const stops = this.#stops;
    if (!snapshot || !stops) return false;
    const view = stops.windowAt(position);
    const range = this.cumulative ? {start: stops.start, end: view.end} : view;
    const [asked, before] = [this.#asked, snapshot.range];
    // Known before it is asked, as what it changes is drawn at once.
    this.#asked = range;
    this.store.request({type: 'range', range, playing});
    if (!isSame(this.snapshot?.range, range)) {
      this.#asked = asked;
      return false;
    }
    if (!asked) this.#before = before;
    this.#position = position;
    return true;
  }

  /** Rests, and says where. */
  #pause(isSaid = true): void {
    const wasOn = this.#playback.isOn;
    this.#playback.stop();
    this.#sight.stop();
    const {snapshot} = this;
    if (snapshot?.playing && this.#asked)
      this.store.request({type: 'range', range: snapshot.range, playing: false});
    if (wasOn && isSaid && this.snapshot) this.#announcer.say(this.snapshot.summary);
    this.#rest = Math.floor(this.#position);
    this.requestUpdate();
  }

  /** Goes to a stop, and rests there. */
  #goTo(index: number): void {
    this.#pause();
    this.#show(Math.min(Math.max(Math.round(index), 0), this.#last), false);
  }

  #back(): void {
    if (!this.#asked) return;
    this.#pause();
    this.store.request({type: 'range', range: this.#before});
  }

  readonly #onToggle = (): void => {
    if (this.#playback.isOn) this.#pause();
    else this.play();
  };

  readonly #onSlide = (event: Event): void => this.#goTo((event.target as HTMLInputElement).valueAsNumber);

  readonly #onSpeed = (event: Event): void => {
    this.speed = Number((event.target as HTMLSelectElement).value);
  };

  readonly #onBack = (event: Event): void => {
    const root = (event.target as Element).closest('[role=group]');
    this.#back();
    // What was pressed goes away.
    root?.querySelector<HTMLElement>('[part=play]')?.focus();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const {key, altKey, ctrlKey, metaKey, shiftKey} = event;
    if (event.defaultPrevented || altKey || ctrlKey || metaKey || shiftKey) return;
    const target = event.target as Element;
    if (key === 'Escape' && this.#asked) this.#back();
    else if (target.closest('select') || !this.#press(key, target)) return;
    event.preventDefault();
  };

  /** Carries out a key; false when it has none of these meanings. */
  #press(key: string, target: Element): boolean {
    const at = Math.floor(this.#position);
    const onward = direction(this.snapshot?.locale ?? '') === 'rtl' ? -1 : 1;
    const page = Math.max(1, Math.round(PAGE * this.#last));
    const to: Readonly<Record<string, number>> = {
      ArrowRight: at + onward,
      ArrowLeft: at - onward,
      ArrowUp: at + 1,
      ArrowDown: at - 1,
      PageUp: at + page,
      PageDown: at - page,
      Home: 0,
      End: this.#last,
    };
    if (Object.hasOwn(to, key)) this.#goTo(to[key] as number);
    // A button is pressed by the space bar anyway.
    else if (key === ' ' && !target.closest('button')) this.#onToggle();
    else return false;
    return true;
  }
}

const isSame = (a: Interval | null | undefined, b: Interval): boolean =>
  a?.start === b.start && a.end === b.end;

declare global {
  interface HTMLElementTagNameMap {
    'crono-player': CronoPlayer;
  }
}
