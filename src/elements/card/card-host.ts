import type {Media} from '../../core/dataset/index.js';

/** The interface of the card that the drawing of an event uses. */
export interface CardHost {
  readonly headingLevel: number;
  /** Media with a warning that the reader has revealed. */
  readonly revealed: WeakSet<Media>;
  readonly show: (media: Media) => void;
  /** Allows media from a host. */
  readonly allow: (host: string) => void;
  readonly select: (id: string) => void;
  readonly close: () => void;
}
