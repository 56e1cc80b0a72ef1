import type {PlayerMessages} from './messages.js';

export const en: PlayerMessages = {
  player: 'Play time',
  play: 'Play',
  pause: 'Pause',
  again: 'Play again',
  time: 'Point in time',
  speed: 'Speed',
  times: (factor) => `${factor}×`,
  back: 'Back to the period before',
  undated: 'Nothing here has a date, so there is no time to play.',
  single: (date) => `Everything here begins at one time: ${date}.`,
};
