import type {Figure, StoryEvent} from '../core/dataset/index.js';
import {indexOf} from '../core/store/index.js';
import type {Reading} from './text.js';

/** As many claimants lead; the figures of others are among the rest. */
const MAX_LEAD = 3;

/** The figures of an event in two parts, each in file order. */
interface Figures {
  /** The first figure, and what other claimants give for the same: side by side, as none is preferred. */
  readonly lead: readonly Figure[];
  readonly rest: readonly Figure[];
}

/**
 * The figures of an event by what leads: its first figure of its own date (one of another date may only be a step on
 * the way there), with those of other claimants for the same measure and place.
 */
export function figuresBy(event: StoryEvent, {dataset}: Reading): Figures {
  const figures = indexOf(dataset).figuresOf.get(event.id) ?? [];
  const first = figures.find(({date}) => date === undefined || date === event.date) ?? figures[0];
  const claimants = new Set([first?.actor]);
  const others = figures.filter(({measure, place, actor}) => {
    const isOther = measure === first?.measure && place === first?.place && !claimants.has(actor);
    if (isOther) claimants.add(actor);
    return isOther;
  });
  const leading = new Set([first, ...others.slice(0, MAX_LEAD - 1)]);
  return {
    lead: figures.filter((figure) => leading.has(figure)),
    rest: figures.filter((figure) => !leading.has(figure)),
  };
}
