/** The interface of the card that the drawing of what is selected uses. */
export interface CardHost {
  /** Level of the heading of what is selected, 1 to 5. */
  readonly headingLevel: number;
  /** The story, whose reader has opened sections. */
  readonly story: object;
  /** Asks the story to fetch from a host. */
  readonly allow: (host: string) => void;
  readonly select: (id: string) => void;
  readonly close: () => void;
}

/** The interface of the card that the introduction to a story uses. */
export interface IntroductionHost {
  readonly headingLevel: number;
  /** Whether it says the story's title. */
  readonly isTitled: boolean;
  /** Selects an event by a button that goes away. */
  readonly select: (id: string) => void;
}
