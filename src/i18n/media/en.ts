import type {MediaMessages} from './messages.js';

export const en: MediaMessages = {
  gallery: 'Gallery',
  of: (number, all) => `${number} of ${all}`,
  previous: 'Previous in the gallery',
  next: 'Next in the gallery',
  enlarge: 'Enlarge the picture',
  picture: 'Picture',
  slow: 'It is slow to come.',
  transcript: 'Transcript',
  open: (kind) => (kind ? `Open the document (${kind})` : 'Open the document'),
  before: 'Before',
  after: 'After',
  compare: (before, after) => `Compare: ${before}, ${after}`,
  foreignPlayer: (host) =>
    `The player is on another site, ${host}, which would learn that you look at it, and may load from others.`,
  playerFailed: 'This page does not let the player be shown.',
  playerUnknown: (host) => `This page shows no players of ${host}.`,
  elsewhere: 'On its own page:',
};
