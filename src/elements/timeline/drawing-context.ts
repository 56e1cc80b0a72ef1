import {hundredths, type TimelineLayout} from '../../core/layout/index.js';
import type {Snapshot} from '../../core/store/index.js';
import type {Folding} from '../base/folding.js';
import {domId} from '../base/index.js';
import type {Stillness} from './stillness.js';

/** Context for drawing a layout. */
export interface DrawContext {
  readonly snapshot: Snapshot;
  /** Id of the active event. */
  readonly active: string | null;
  /** A lane's category number, from 0; -1 for none. */
  readonly number: (lane: string) => number;
  /** Accessible name of an event. */
  readonly name: (id: string) => string;
  readonly still: Pick<Stillness, 'shift' | 'drawnAt' | 'beyond' | 'isTerse'>;
  /** Time runs from right to left. */
  readonly rtl: boolean;
  /** Draws a list of events' own axis. */
  readonly drawRail?: ((layout: TimelineLayout, context: DrawContext) => unknown) | undefined;
  /** Draws what is folded; undefined where nothing is. */
  readonly folding: Folding | undefined;
}

export interface LaneContext extends DrawContext {
  /** y of the lane's own group. */
  readonly top: number;
  /** In a vertical layout, how wide its columns are, less the line between two. */
  readonly column?: number | false;
}

/** A DOM id without white space for an id of the dataset. */
export const markId = (id: string): string => domId('event', id);

/**
 * Converts a position along time to the group that is translated with the view. Rounded, so that static content has
 * identical attributes in the next frame, and Lit changes nothing.
 */
export const within = (position: number, {still, rtl}: DrawContext): number =>
  hundredths(rtl ? position + still.drawnAt : position - still.drawnAt);

/** Horizontal translation of that group. */
export const shiftOf = ({still, rtl}: DrawContext): number => hundredths(rtl ? -still.shift : still.shift);

/** Converts a position across time to one within its lane. */
export const inLane = (position: number, {top}: LaneContext): number => hundredths(position - top);

/** Whether filters or the map's extent exclude an event; those in view are always in the range. */
export const isDimmed = (row: number, {snapshot}: DrawContext): boolean =>
  snapshot.shown.matches?.has(row) === false;
