/** The input and output of the command, which tests replace. */
export interface Io {
  /** The text of a file, or of standard input for `-`. Rejects as Node does. */
  readonly read: (file: string) => Promise<string>;
  /** The bytes of a file, of standard input for `-`, or of what an `https:` or `http:` address answers. Rejects as Node does. */
  readonly bytes: (file: string) => Promise<Uint8Array>;
  /** Writes a file, creating its folders. Rejects as Node does. */
  readonly write: (file: string, text: string) => Promise<void>;
  /** Names of the cells of the world that come along. */
  readonly cells: () => Promise<readonly string[]>;
  /** The text of one. */
  readonly cell: (name: string) => Promise<string>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Asks a question, and gives the answer; absent where nobody is at a terminal. */
  readonly ask?: (question: string) => Promise<string>;
  /** Says on a terminal what is being done, in place of what it said last; nothing, to say no more. Absent elsewhere. */
  readonly progress?: (text: string) => void;
  readonly version: string;
  /** Whether `out` may be coloured. */
  readonly color: boolean;
}
