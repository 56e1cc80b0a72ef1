import type {Dataset} from './types.js';

export function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) freeze(item);
  }
  return value;
}

const LISTS = {
  authors: [],
  editors: [],
  corrections: [],
  sources: [],
  actors: [],
  places: [],
  categories: [],
  events: [],
  shapes: [],
  routes: [],
  measures: [],
  figures: [],
  questions: [],
  annotations: [],
  steps: [],
};

export const EMPTY_DATASET: Dataset = freeze({language: 'en', languages: ['en'], timeZone: 'UTC', ...LISTS});
