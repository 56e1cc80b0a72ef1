/**
 * What a page and the frame in it say to each other, by `postMessage`. Every message names its version and its type; what
 * is shaped otherwise is not ours, and is passed over.
 */
export type FrameMessage =
  /** The frame listens: the host answers with `hello`. */
  | {readonly cronomapa: 1; readonly type: 'ready'}
  /** How high its page is, in CSS pixels. */
  | {readonly cronomapa: 1; readonly type: 'height'; readonly height: number}
  /** The reader has chosen: `link` asks for the view, as behind the `#` of an address. Not a step: more of the same. */
  | {readonly cronomapa: 1; readonly type: 'link'; readonly link: string; readonly isStep: boolean};

export type HostMessage =
  /** Is there a frame that listens? It says nothing, so that it may be sent to whatever is there. */
  | {readonly cronomapa: 1; readonly type: 'ask'}
  /** The host knows the frame, and what it looks like. */
  | ({readonly cronomapa: 1; readonly type: 'hello'; readonly link: string | null} & Look)
  | ({readonly cronomapa: 1; readonly type: 'look'} & Look)
  /** The address of the host asks for a view. */
  | {readonly cronomapa: 1; readonly type: 'link'; readonly link: string};

/** What a frame is to look like. */
export interface Look {
  /** BCP 47; empty when the host does not say. */
  readonly lang: string;
  readonly theme: 'light' | 'dark';
}
