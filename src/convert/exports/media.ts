import type {Media, MediaFile} from '../../core/dataset/index.js';
import {type Losses, loss} from './losses.js';

/** A medium that is an address, as other formats know them: all but quotes, and pairs of pictures. */
type Addressed = MediaFile & {readonly type: 'image' | 'video' | 'audio' | 'embed' | 'document'};

export const isAddressed = (media: Media): media is Addressed =>
  media.type !== 'quote' && media.type !== 'pair';

/** What a medium is called in a report. */
export const nameOfMedium = (media: Media): string => media.src ?? 'a quote';

/** What media have in a format, by its name. */
export const HELD_OF_MEDIA = {
  table: {fields: 'type src alt caption credit', words: 'its address, description, caption and credit'},
  timelinejs: {
    fields: 'type src alt caption credit poster text',
    words: 'its address, description, caption, credit and still',
  },
  geojson: {
    fields: 'type src alt caption credit poster width height text',
    words: 'its address, size, description, caption, credit and still',
  },
  jsonld: {fields: 'type src', words: 'its address'},
} as const;

/** Counts a medium that has more than a format holds of it. */
export function countDetails(
  media: Media,
  index: number,
  losses: Losses,
  format: keyof typeof HELD_OF_MEDIA,
): void {
  const {fields, words} = HELD_OF_MEDIA[format];
  const held = new Set([...fields.split(' '), 'warning']);
  const details = Object.entries(media).filter(
    ([key, value]) => !held.has(key) && !(Array.isArray(value) && value.length === 0),
  );
  if (details.length > 0) losses.count('events', index, detailsLost(words), nameOfMedium(media));
}

const detailsLost = (words: string) =>
  loss(
    'media-details-lost',
    (_, examples) => `Of a medium it holds ${words} alone, and so less of ${examples}.`,
  );
