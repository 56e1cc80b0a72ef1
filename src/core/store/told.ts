import type {Dataset, Step} from '../dataset/index.js';
import {intervalOf} from '../time/index.js';
import {hasSelectable} from './select.js';
import {NO_FILTERS} from './store.js';
import type {WantedView} from './types.js';

/**
 * All that a step shows. What it does not say is as the story begins, so that a step shows the same from wherever the
 * reader comes; a step of the id '' alone is the story as it begins. An event that the dataset does not have, and a range that is no date, are as if they were not said.
 *
 * @param isPassed the reader comes to it by scrolling
 */
export function viewOfStep(
  {id, select, range, filter, question, view = {}}: Step,
  dataset: Dataset,
  isPassed = false,
): WantedView {
  return {
    selected: select && hasSelectable(dataset, select) ? select : null,
    range: (range && intervalOf(range, dataset.timeZone)) || null,
    filters: {...NO_FILTERS, ...filter},
    map: null,
    step: Object.freeze({id, places: view.places ?? [], zoom: view.zoom, question, isPassed}),
  };
}
