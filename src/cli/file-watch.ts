import {type FSWatcher, watch} from 'node:fs';
import {stat} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';

/** Changes that come within this time are one, in milliseconds: editors write in several steps. */
const REST = 80;

/** Watches single files, also such as are not there yet, or are replaced as a whole on saving. */
export class FileWatch {
  readonly #onChange: (files: readonly string[]) => void;
  /** The state in which each file was last seen. */
  readonly #seen = new Map<string, Promise<string>>();
  readonly #folders = new Map<string, FSWatcher>();
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(onChange: (files: readonly string[]) => void) {
    this.#onChange = onChange;
  }

  /** Watches a file from now on; nothing happens when its folder cannot be watched. */
  add(file: string): void {
    if (this.#seen.has(file)) return;
    this.#seen.set(file, stateOf(file));
    const folder = dirname(file);
    if (this.#folders.has(folder)) return;
    try {
      const watcher = watch(folder, (_, name) => void this.#look(join(folder, basename(name ?? ''))));
      watcher.on('error', () => this.#folders.delete(folder));
      this.#folders.set(folder, watcher);
    } catch {
      // The folder is not there, or no more can be watched.
    }
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const watcher of this.#folders.values()) watcher.close();
  }

  async #look(file: string): Promise<void> {
    const before = this.#seen.get(file);
    if (before === undefined) return;
    const now = stateOf(file);
    this.#seen.set(file, now);
    if ((await before) === (await now)) return;
    this.#changed.add(file);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const files = [...this.#changed];
      this.#changed.clear();
      this.#onChange(files);
    }, REST);
  }
}

/** When a file was last written, and its size. */
const stateOf = (file: string): Promise<string> =>
  stat(file).then(
    ({mtimeMs, size}) => `${mtimeMs}:${size}`,
    () => 'missing',
  );
