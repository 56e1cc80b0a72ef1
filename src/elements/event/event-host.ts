import type {Place} from '../../core/dataset/index.js';
import type {NoteOptions} from '../base/index.js';
import type {MediaPart} from './media-part.js';

/** The interface of an element that the drawing of an event uses. */
export interface EventHost {
  /** Level of the heading of the event, 1 to 5; undefined in a row, whose title is none, nor is what is below it. */
  readonly headingLevel?: number;
  /** Where the numbers of sources lead. */
  readonly notes: NoteOptions;
  /** The story, whose reader has opened sections. */
  readonly story: object;
  readonly media: MediaPart;
  /** Whether what is known of a place, and by whom, is said here; by default it is. */
  readonly notesPlace?: (place: Place) => boolean;
  readonly select: (id: string) => void;
}
