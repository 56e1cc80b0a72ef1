import {hundredths} from '../../core/layout/index.js';
import type {Snapshot} from '../../core/store/index.js';
import type {Stillness} from './stillness.js';

/** What the drawing of a layout needs to know besides. */
export interface DrawContext {
  readonly snapshot: Snapshot;
  /** Id of the event that the keys are at. */
  readonly active: string | null;
  /** A lane's category number, from 0; -1 for none. */
  readonly number: (lane: string) => number;
  /** Accessible name of an event. */
  readonly name: (id: string) => string;
  readonly still: Pick<Stillness, 'shift' | 'drawnAt' | 'beyond' | 'isMoving'>;
  /** Time runs from right to left. */
  readonly rtl: boolean;
}

export interface LaneContext extends DrawContext {
  /** Where the lane's own group begins. */
  readonly top: number;
}

/** An id of the dataset as an id of the page: no white space. */
export const domId = (id: string): string => `event-${encodeURIComponent(id)}`;

/**
 * A position along time as one within the group that moves with the view. Rounded, so that what stands still is written
 * alike in the next frame and Lit changes nothing.
 */
export const within = (position: number, {still, rtl}: DrawContext): number =>
  hundredths(rtl ? position + still.drawnAt : position - still.drawnAt);

/** How far that group is moved along the page. */
export const shiftOf = ({still, rtl}: DrawContext): number => hundredths(rtl ? -still.shift : still.shift);

/** A position across time as one within its lane. */
export const inLane = (position: number, {top}: LaneContext): number => hundredths(position - top);

/** Whether filters or the map leave an event out; what is in view is in the range. */
export const isDimmed = (row: number, {snapshot}: DrawContext): boolean =>
  snapshot.shown.matches?.has(row) === false;
