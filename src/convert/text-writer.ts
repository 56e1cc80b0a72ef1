import {emphasised, escapeMarkdown, linkMarkdown} from './markdown.js';

/** How the next text is set. */
export interface TextStyle {
  readonly strong: boolean;
  readonly em: boolean;
  /** Address of a link. */
  readonly link: string | undefined;
}

interface Run extends TextStyle {
  text: string;
}

/** White space of HTML; the no-break space is none. */
const SPACES = /[ \t\n\r\f]+/g;

/** Collects styled text, of which white space is collapsed as a page does it, and writes it as inline Markdown. */
export class TextWriter {
  readonly #isPlain: boolean;
  #output = '';
  #line: Run[] = [];
  /** Line breaks before the line, and after it. */
  #before = 0;
  #breaks = 0;
  /** What stands before the first text of the line, as the sign of a list's item. */
  #sign = '';
  /** Whether the last text ends in a space; asking that text would copy it anew for each that is added. */
  #endsInSpace = false;
  /** Letters written so far. */
  size = 0;

  /** `isPlain`: without any marks. */
  constructor(isPlain = false) {
    this.#isPlain = isPlain;
  }

  /** Whether the line has text already. */
  get isInLine(): boolean {
    return this.#breaks === 0 && this.#line.length > 0;
  }

  write(text: string, style: TextStyle): void {
    const collapsed = text.replace(SPACES, ' ');
    const more =
      (!this.isInLine || this.#endsInSpace) && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
    if (!more) return;
    if (this.#breaks > 0) this.#endLine();
    if (this.#sign) this.#line.push({text: this.#sign, strong: false, em: false, link: undefined});
    this.#sign = '';
    this.size += more.length;
    this.#endsInSpace = more.endsWith(' ');
    const run = this.#line.at(-1);
    if (
      run &&
      run.link === style.link &&
      (style.link || (run.strong === style.strong && run.em === style.em))
    )
      run.text += more;
    else this.#line.push({...style, text: more});
  }

  /** Ends the line, as `<br>` does: two of them leave one empty. */
  break(): void {
    this.#breaks = Math.min(2, this.#breaks + 1);
  }

  /** Begins a block; a paragraph leaves an empty line before it. */
  block(isParagraph: boolean): void {
    this.#breaks = Math.max(this.#breaks, isParagraph ? 2 : 1);
  }

  /** Begins a line with a sign. */
  item(sign: string): void {
    this.block(false);
    this.#sign = sign;
  }

  end(): string {
    this.#endLine();
    return this.#output.trim();
  }

  #endLine(): void {
    const line = this.#line.map((run) => this.#written(run)).join('');
    const isBlank = line.trim() === '';
    if (!isBlank) this.#output += (this.#output && '\n'.repeat(this.#before)) + line.trimEnd();
    this.#before = isBlank ? Math.max(this.#before, this.#breaks) : this.#breaks;
    this.#line = [];
    this.#breaks = 0;
  }

  #written({text, link, ...style}: Run): string {
    if (this.#isPlain) return text;
    const words = text.trim();
    if (!words) return text;
    const markdown = link === undefined ? escapeMarkdown(words) : linkMarkdown(words, link);
    const before = text.slice(0, text.length - text.trimStart().length);
    return before + emphasised(markdown, style) + text.slice(text.trimEnd().length);
  }
}
