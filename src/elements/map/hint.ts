/** How long a hint stays, in milliseconds. */
const HINT = 1800;

/** Words over the map that go by themselves. */
export class Hint {
  text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly redraw: () => void) {}

  say(text: string): void {
    this.text = text;
    this.redraw();
    this.stop();
    if (text) this.#timer = setTimeout(() => this.say(''), HINT);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
