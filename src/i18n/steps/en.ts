import type {StepMessages} from './messages.js';

export const en: StepMessages = {
  steps: 'Steps',
  of: (number, all) => `${number} of ${all}`,
  step: (number) => `Step ${number}`,
  previous: 'Previous step',
  next: 'Next step',
  begin: 'Begin',
  beginning: 'Beginning',
  end: 'End',
  explore: 'That was the last step. Everything here can be explored: choose, zoom and filter.',
  again: 'From the beginning',
  back: (number) => `Back to step ${number}`,
  none: 'This story has no steps yet.',
};
