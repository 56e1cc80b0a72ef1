/** How a large file is read, wherever that is done. */
export interface Reading {
  readonly lines: boolean;
  /** How many bytes come; 0 when nobody said. */
  readonly size: number;
}
