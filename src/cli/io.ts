/** The input and output of the command, which tests replace. */
export interface Io {
  /** The text of a file, or of standard input for `-`. Rejects as Node does. */
  readonly read: (file: string) => Promise<string>;
  /** The bytes of a file, of standard input for `-`, or of what an `https:` or `http:` address answers. Rejects as Node does. */
  readonly bytes: (file: string) => Promise<Uint8Array>;
  /** Writes a file, creating its folders. Rejects as Node does. */
  readonly write: (file: string, content: string | Uint8Array) => Promise<void>;
  /** Whether there is a file or folder of this name. */
  readonly isThere: (path: string) => Promise<boolean>;
  /** Copies all that pages need of cronomapa (dist/cdn) into a folder. */
  readonly copyScripts: (folder: string) => Promise<void>;
  /** The script that `serve` adds to pages. */
  readonly previewScript: () => Promise<string>;
  /** Waits until the user stops the command. */
  readonly untilStopped: () => Promise<void>;
  /** Today's date, as 2025-12-31. */
  readonly today: () => string;
  /** Names of the cells of the world that come along. */
  readonly cells: () => Promise<readonly string[]>;
  /** The text of one. */
  readonly cell: (name: string) => Promise<string>;
  readonly out: (content: string | Uint8Array) => void;
  readonly err: (text: string) => void;
  /** Asks a question, and gives the answer; absent where nobody is at a terminal. */
  readonly ask?: (question: string) => Promise<string>;
  /** Says on a terminal what is being done, in place of what it said last; nothing, to say no more. Absent elsewhere. */
  readonly progress?: (text: string) => void;
  readonly version: string;
  /** Whether `out` goes to a terminal. */
  readonly isTerminal: boolean;
  /** Whether `out` may be coloured. */
  readonly color: boolean;
}
