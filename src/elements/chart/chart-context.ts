/** What the drawing of a layout needs to know besides. */
export interface ChartContext {
  /** Id of the figure that is pointed at. */
  readonly active: string | null;
  /** A series' number, from 0. */
  readonly number: (series: string) => number;
  /** Accessible name of a figure. */
  readonly name: (id: string) => string;
  /** Accessible name of a panel. */
  readonly panelName: (id: string) => string;
  readonly gapName: (gap: {readonly start: number; readonly end: number}) => string;
  readonly isFilled: (id: string) => boolean;
  /** Time runs from right to left. */
  readonly rtl: boolean;
}

/** An id of the dataset as an id of the page: no white space. */
export const pointId = (id: string): string => `figure-${encodeURIComponent(id)}`;

/** Lines of one shape come back with other dashes: eight shapes by five dashes are forty claimants. */
const DASHES = ['', '7 3', '2 3', '9 3 2 3', '5 2'] as const;

export const dashOf = (number: number): string =>
  DASHES[(number + Math.floor(number / 8)) % DASHES.length] ?? '';
