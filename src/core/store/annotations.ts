import type {Annotation, Dataset} from '../dataset/index.js';
import {memoize} from '../memo/index.js';
import type {View} from './types.js';

/** Ids of the annotations that steps name, which are shown there alone. */
const ofSteps = memoize(({steps}: Dataset) => new Set(steps.flatMap(({annotations}) => annotations ?? [])));

/** The annotations that are shown: those of the step that is told, and those that no step names. */
export function shownAnnotations({dataset, step}: Pick<View, 'dataset' | 'step'>): readonly Annotation[] {
  const told = dataset.steps.find(({id}) => id === step?.id)?.annotations;
  const elsewhere = ofSteps(dataset);
  return dataset.annotations.filter(({id}) => told?.includes(id) || !elsewhere.has(id));
}
