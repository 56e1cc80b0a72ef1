import type {ReactiveController} from 'lit';
import type {ResizeController} from './resize-controller.js';
import {unsaidZoom} from './unsaid-zoom.js';

const LABEL = '[part~="label"]:not(.selected) text';
/** How long a style is trusted, in milliseconds: reading it forces the page's styles to be computed. */
const TRUSTED = 3000;

/** What `text-transform` makes of a text. */
const CASES: Readonly<Record<string, (text: string) => string>> = {
  uppercase: (text) => text.toLocaleUpperCase(),
  lowercase: (text) => text.toLocaleLowerCase(),
  capitalize: (text) => text.replace(/(?<![\p{L}\p{N}])\p{L}/gu, (letter) => letter.toLocaleUpperCase()),
};

/** Widths that fonts may have, in percent, by the names that a canvas knows. */
const STRETCHES: Readonly<Record<string, string>> = {
  '50%': 'ultra-condensed',
  '62.5%': 'extra-condensed',
  '75%': 'condensed',
  '87.5%': 'semi-condensed',
  '112.5%': 'semi-expanded',
  '125%': 'expanded',
  '150%': 'extra-expanded',
  '200%': 'ultra-expanded',
};

/** How texts are painted. */
interface Look {
  /** Style and capitals, as a canvas takes them. */
  readonly manner: string;
  readonly stretch: string;
  readonly family: string;
  readonly weight: string;
  readonly bold: string;
  readonly casing: string;
  /** Letter and word spacing in CSS pixels. */
  readonly letter: number;
  readonly word: number;
  /** How much larger a text is than it was asked for. */
  readonly scale: number;
}

const px = (value: string): number => Number.parseFloat(value) || 0;

/** The weight of a text that is not bold. */
const REGULAR = '400';

/** @param askedPx the size that was asked for, in pixels; 0 where none was */
function lookOf(element: Element, askedPx: number): Look {
  const style = getComputedStyle(element);
  const bold = style.getPropertyValue('--_bold') || '700';
  const caps = style.fontVariantCaps?.includes('small-caps');
  const zoom = element instanceof SVGElement ? unsaidZoom(element) : 1;
  return {
    manner: `${style.fontStyle.split(' ')[0]} ${caps ? 'small-caps' : 'normal'}`,
    stretch: STRETCHES[style.fontStretch] ?? 'normal',
    family: style.fontFamily,
    // Of a label that is always bold nothing is known but that.
    weight: style.fontWeight === bold ? REGULAR : style.fontWeight,
    bold,
    casing: style.fontVariantCaps === 'all-small-caps' ? 'lowercase' : style.textTransform,
    letter: px(style.letterSpacing),
    word: px(style.wordSpacing),
    scale: askedPx > 0 ? Math.round(((px(style.fontSize) * zoom) / askedPx) * 1000) / 1000 : 1,
  };
}

/**
 * Measures text widths as a drawing's texts are painted, with a cache. How they are painted is read from one of them
 * after it was drawn, so that styles of a part count; the drawing is made anew when they are painted otherwise than they
 * were measured, or when a font has come.
 */
export class TextMeasure implements ReactiveController {
  readonly #context = document.createElement('canvas').getContext('2d');
  readonly #widths = new Map<string, number>();
  #look: Look | undefined;
  #fontPx = 0;
  #fonts = 0;
  #readAt = -Infinity;
  #measure: ((text: string, bold?: boolean) => number) | undefined;

  /** @param sample selects the texts of which the first tells how all are painted, and that are of the size asked for */
  constructor(
    readonly size: ResizeController,
    readonly sample: string = LABEL,
  ) {
    size.host.addController(this);
  }

  /** A measure function for texts of this size; the same as long as they are painted alike. */
  for(fontPx: number): (text: string, bold?: boolean) => number {
    const {fonts, host} = this.size;
    this.#look ??= {...lookOf(host, 0), weight: REGULAR};
    if (fontPx !== this.#fontPx || fonts !== this.#fonts) this.#forget();
    this.#fontPx = fontPx;
    this.#fonts = fonts;
    this.#measure ??= this.#measureIn(this.#look, fontPx);
    return this.#measure;
  }

  /** How much larger texts are painted than the size that is asked for, as styles of a part may say. */
  get scale(): number {
    return this.#look?.scale ?? 1;
  }

  hostUpdated(): void {
    if (!this.#look || performance.now() - this.#readAt < TRUSTED) return;
    const {host} = this.size;
    const drawn = host.shadowRoot?.querySelector(this.sample);
    if (!drawn) return;
    this.#readAt = performance.now();
    const look = lookOf(drawn, this.#fontPx);
    if (JSON.stringify(look) === JSON.stringify(this.#look)) return;
    this.#look = look;
    this.#forget();
    queueMicrotask(() => host.requestUpdate());
  }

  #measureIn({manner, stretch, family, weight, bold, casing, letter, word, scale}: Look, fontPx: number) {
    const toCase = CASES[casing] ?? String;
    const fontOf = (boldness: string) => `${manner} ${boldness} ${stretch} ${fontPx * scale}px ${family}`;
    const [regularFont, boldFont] = [fontOf(weight), fontOf(bold)];
    return (text: string, isBold = false): number => {
      const key = isBold ? `b${text}` : `n${text}`;
      let width = this.#widths.get(key);
      if (width === undefined) {
        const painted = toCase(text);
        if (this.#context) this.#context.font = isBold ? boldFont : regularFont;
        width = this.#context?.measureText(painted).width ?? painted.length * fontPx * 0.6;
        if (letter !== 0) width += letter * [...painted].length;
        if (word !== 0) width += word * (painted.split(' ').length - 1);
        this.#widths.set(key, width);
      }
      return width;
    };
  }

  #forget(): void {
    this.#widths.clear();
    this.#measure = undefined;
  }
}
