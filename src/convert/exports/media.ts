import type {Media, MediaFile} from '../../core/dataset/index.js';
import {type Losses, loss} from './losses.js';

/** A file of a picture, film or recording, as other formats know them. */
type PlainFile = MediaFile & {readonly type: 'image' | 'video' | 'audio'};

export const isPlainFile = (media: Media): media is PlainFile => /^(?:image|video|audio)$/.test(media.type);

/** What a medium is called in a report. */
export const nameOfMedium = (media: Media): string => media.src ?? 'a quote';

const HELD = new Set(['type', 'src', 'alt', 'credit', 'warning']);

/** Counts a medium of which a format has more than its address, words and credit. */
export function countDetails(media: Media, index: number, losses: Losses): void {
  const details = Object.entries(media).filter(
    ([key, value]) => !HELD.has(key) && !(Array.isArray(value) && value.length === 0),
  );
  if (details.length > 0) losses.count('events', index, DETAILS_LOST, nameOfMedium(media));
}

const DETAILS_LOST = loss(
  'media-details-lost',
  (_, examples) => `Of a medium it holds its address, words and credit alone, and so less of ${examples}.`,
);
