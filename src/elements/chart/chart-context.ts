import type {Folding} from '../base/folding.js';

import {domId} from '../base/index.js';

/** Context for drawing a layout. */
export interface ChartContext {
  /** Id of the hovered or focused figure. */
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
  /** Draws what is folded; undefined where nothing is. */
  readonly folding: Folding | undefined;
}

/** A DOM id without white space for an id of the dataset. */
export const pointId = (id: string): string => domId('figure', id);

/** Dash patterns: combined with eight shapes, they distinguish forty claimants. */
const DASHES = ['', '7 3', '2 3', '9 3 2 3', '5 2'] as const;

export const dashOf = (number: number): string =>
  DASHES[(number + Math.floor(number / 8)) % DASHES.length] ?? '';
