import type {Action, Snapshot} from '../../core/store/index.js';
import type {CronoElement} from '../base/index.js';

/** The interface of the story that loading and permalinks use. */
export interface StoryHost extends CronoElement {
  readonly src: string;
  readonly data: unknown;
  readonly selected: string | undefined;
  readonly permalink: string | undefined;
  readonly withoutWorker: boolean;
  readonly snapshot: Snapshot;
  dispatch(action: Action): void;
}
