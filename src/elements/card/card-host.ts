import type {Media} from '../../core/dataset/index.js';

/** What the drawing of an event asks of its card. */
export interface CardHost {
  readonly headingLevel: number;
  /** Media with a warning that the reader asked for. */
  readonly asked: WeakSet<Media>;
  readonly show: (media: Media) => void;
  /** The reader allows media of a server. */
  readonly allow: (host: string) => void;
  readonly select: (id: string) => void;
  readonly close: () => void;
}
