/** Options for reading a large file, in a worker or in slices. */
export interface Reading {
  readonly lines: boolean;
  /** Expected number of bytes; 0 when unknown. */
  readonly size: number;
}
