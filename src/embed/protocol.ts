/**
 * The messages between host page and frame, by `postMessage`. Every message has a version and a type; others are
 * ignored.
 */
export type FrameMessage =
  /** The frame is listening; the host answers with `hello`. */
  | {readonly cronomapa: 1; readonly type: 'ready'}
  /** Height of its page in CSS pixels. */
  | {readonly cronomapa: 1; readonly type: 'height'; readonly height: number}
  /**
   * The view changed: `link` is its permalink, as in a URL fragment. `isStep`: a new history entry; false for
   * continuous changes.
   */
  | {readonly cronomapa: 1; readonly type: 'link'; readonly link: string; readonly isStep: boolean};

export type HostMessage =
  /** Asks whether a frame is listening. Contains no data, so that it may be posted to any page. */
  | {readonly cronomapa: 1; readonly type: 'ask'}
  /** The host recognizes the frame, and gives its permalink and appearance. */
  | ({readonly cronomapa: 1; readonly type: 'hello'; readonly link: string | null} & Look)
  | ({readonly cronomapa: 1; readonly type: 'look'} & Look)
  /** The host's URL requests a view. */
  | {readonly cronomapa: 1; readonly type: 'link'; readonly link: string};

/** Language and colour scheme of the host. */
export interface Look {
  /** BCP 47; empty when unknown. */
  readonly lang: string;
  readonly theme: 'light' | 'dark';
}
