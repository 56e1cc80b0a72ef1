/** The texts of the player. Apart from `Messages`, of which every page fetches the English ones. */
export interface PlayerMessages {
  /** The name of the group. */
  readonly player: string;
  readonly play: string;
  readonly pause: string;
  readonly again: string;
  /** The name of the slider. */
  readonly time: string;
  readonly speed: string;
  /** A speed: twice as fast. */
  readonly times: (factor: string) => string;
  /** Shows the period again that was shown before time was played. */
  readonly back: string;
  readonly undated: string;
  /** All is at one time, as 5 May 2024. */
  readonly single: (date: string) => string;
}
