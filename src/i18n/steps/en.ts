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
  explore: 'That was the last step. Now choose, zoom, filter.',
  again: 'From the beginning',
  back: (number) => `Back to step ${number}`,
  none: 'No steps yet.',
};
