import type {Place} from '../../core/dataset/index.js';
import type {PlaceCount, Snapshot} from '../../core/store/index.js';
import type {Reading, Words} from '../../words/index.js';
import type {CronoElement, StoreController} from '../base/index.js';

/** Events that lie at one place, or in one circle of a map. */
export interface Gathering {
  readonly name: string;
  /** The place, with what was counted there. */
  readonly place?: Place | undefined;
  readonly counts?: readonly PlaceCount[] | undefined;
  /** The number of a count in words. */
  readonly countOf?: (count: PlaceCount) => string;
  /** How distances are said. */
  readonly reading: Snapshot & Reading;
  /** Rows of the table; `has` tells which of them are meant, if not all. */
  readonly rows: Iterable<number>;
  readonly has: (row: number) => boolean;
}

/** What a call-out speaks of besides the selected event. */
export interface About {
  /** Undefined when the dataset does not have it any more. */
  of(snapshot: Snapshot): Gathering | undefined;
  /** It is no place, so that no card says what it holds. */
  readonly isCircle?: boolean;
  /** The node that stands for it. */
  anchor(): Element | undefined;
}

/** A mark with its name; `box` where it has no node of its own. */
export interface Named {
  readonly mark: Element;
  readonly name: string;
  readonly box?: DOMRect;
}

/** The interface of a view that the call-out uses. */
export interface CallOutView {
  readonly element: CronoElement & {readonly for: string | undefined};
  readonly store: StoreController;
  /** Further names of the call-out, for `::part()`. */
  readonly part?: string;
  /** Fetches what the view needs for it besides. */
  load?(): Promise<void>;
  /** The node that stands for a row of the dataset; undefined while none does. */
  anchorOf(id: string): Element | undefined;
  /** Whether the view itself says on the screen what is selected. */
  tells?(): boolean;
  /** What the view knows of a shape or route. */
  factsOf?(id: string, snapshot: Snapshot): Words;
  /** What lies where an event is. */
  aboutOf?(id: string): About | undefined;
  /** The box that it keeps to where it can; by default that of the element. */
  box?(): Element | null;
  /** What is at the pointer, where the accessible name of a node does not tell. */
  nameAt?(event: MouseEvent): Named | undefined;
  /** Brings the focus back to the drawing. */
  focus(): void;
}
