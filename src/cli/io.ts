/** What the command sees of the machine, so that tests can stand in for it. */
export interface Io {
  /** The text of a file, or of standard input for `-`. Rejects as Node does. */
  readonly read: (file: string) => Promise<string>;
  /** Writes a file, and makes the folders that it lies in. Rejects as Node does. */
  readonly write: (file: string, text: string) => Promise<void>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly version: string;
  /** Whether `out` may be coloured. */
  readonly color: boolean;
}
