/** Widths of texts in the host's own font, from memory where they were asked for before. */
export class TextMeasure {
  readonly #context = document.createElement('canvas').getContext('2d');
  readonly #widths = new Map<string, number>();
  #font = '';
  #family = '';
  #asked = -Infinity;

  /** A measure for the host as it is styled now, or was three seconds ago, at `fontPx`. */
  for(host: HTMLElement, fontPx: number): (text: string, bold?: boolean) => number {
    // The answer costs a layout: not in every frame of a drag.
    if (performance.now() - this.#asked > 3000) {
      this.#asked = performance.now();
      this.#family = getComputedStyle(host).fontFamily;
    }
    const fontFamily = this.#family;
    const font = `${fontPx}px ${fontFamily}`;
    if (font !== this.#font) this.#widths.clear();
    this.#font = font;
    return (text, bold = false) => {
      const key = bold ? `b${text}` : `n${text}`;
      let width = this.#widths.get(key);
      if (width === undefined) {
        if (this.#context) this.#context.font = `${bold ? 700 : 400} ${fontPx}px ${fontFamily}`;
        width = this.#context?.measureText(text).width ?? text.length * fontPx * 0.6;
        this.#widths.set(key, width);
      }
      return width;
    };
  }
}
