/** Measures text widths in the host's font and spacing, with a cache. */
export class TextMeasure {
  readonly #context = document.createElement('canvas').getContext('2d');
  readonly #widths = new Map<string, number>();
  #font = '';
  #family = '';
  /** Letter and word spacing in CSS pixels. */
  #spacing: readonly [number, number] = [0, 0];
  #measuredAt = -Infinity;

  /**
   * Returns a measure function for the host's font, which is refreshed at most every three seconds, at size `fontPx`.
   */
  for(host: HTMLElement, fontPx: number): (text: string, bold?: boolean) => number {
    // Computed styles force a layout, which is too slow for every frame of a drag.
    if (performance.now() - this.#measuredAt > 3000) {
      this.#measuredAt = performance.now();
      const style = getComputedStyle(host);
      this.#family = style.fontFamily;
      const spacing = [
        Number.parseFloat(style.letterSpacing) || 0,
        Number.parseFloat(style.wordSpacing) || 0,
      ] as const;
      if (spacing.join() !== this.#spacing.join()) this.#widths.clear();
      this.#spacing = spacing;
    }
    const fontFamily = this.#family;
    const [letter, word] = this.#spacing;
    const font = `${fontPx}px ${fontFamily}`;
    if (font !== this.#font) this.#widths.clear();
    this.#font = font;
    return (text, bold = false) => {
      const key = bold ? `b${text}` : `n${text}`;
      let width = this.#widths.get(key);
      if (width === undefined) {
        if (this.#context) this.#context.font = `${bold ? 700 : 400} ${fontPx}px ${fontFamily}`;
        width = this.#context?.measureText(text).width ?? text.length * fontPx * 0.6;
        if (letter !== 0 || word !== 0) width += letter * text.length + word * (text.split(' ').length - 1);
        this.#widths.set(key, width);
      }
      return width;
    };
  }
}
