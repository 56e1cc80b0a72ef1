/** The texts of steps. Apart from `Messages`, of which every page fetches the English ones. */
export interface StepMessages {
  /** The name of the menu of all steps. */
  readonly steps: string;
  /** Where the reader is: the third of nine. */
  readonly of: (number: string, all: string) => string;
  /** A step without a title. */
  readonly step: (number: string) => string;
  readonly previous: string;
  readonly next: string;
  /** Leads from the title to the first step. */
  readonly begin: string;
  readonly beginning: string;
  readonly end: string;
  /** Said after the last step. */
  readonly explore: string;
  readonly again: string;
  /** Leads back to the step where the reader left the way. */
  readonly back: (number: string) => string;
  readonly none: string;
}
