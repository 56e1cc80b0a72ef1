import type {Figure, StoryEvent} from '../core/dataset/index.js';
import {indexOf} from '../core/store/index.js';
import {messages} from '../i18n/index.js';
import {accordingTo, valueWords} from './figures.js';
import {measureName, measureOf} from './measures.js';
import {plain, type Words} from './parts.js';
import {listed, type Reading} from './text.js';

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
  const same = [
    first,
    ...figures.filter((figure) => figure.measure === first?.measure && figure.place === first?.place),
  ];
  const claimants = [...new Set(same.map((figure) => figure?.actor))].slice(0, MAX_LEAD);
  const leading = claimants.map((actor) => same.find((figure) => figure?.actor === actor));
  return {
    lead: figures.filter((figure) => leading.includes(figure)),
    rest: figures.filter((figure) => !leading.includes(figure)),
  };
}

/**
 * The leading figures of an event with their claimants in one line, and how many more there are; empty without any. In
 * a dataset of several measures what is counted stands before them. A sign of a unit stands on the line of its number.
 */
export function leadWords(event: StoryEvent, reading: Reading): Words {
  const {lead, rest} = figuresBy(event, reading);
  const [first] = lead;
  const name = first && reading.dataset.measures[1] && measureName(first, reading);
  const claims = lead.map((figure): Words => {
    const unit = measureOf(figure, reading)?.unit ?? '';
    return [
      valueWords(figure, reading),
      unit && unit.length < 4 && ['\u00a0', unit],
      ' ',
      accordingTo(figure, reading),
    ];
  });
  const more = rest.length > 0 && messages(reading.locale).moreFigures(rest.length);
  return (
    first && [
      name && [name, ': '],
      listed([...new Map(claims.map((claim) => [plain(claim), claim])).values(), more], reading),
    ]
  );
}
