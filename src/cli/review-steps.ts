import type {Dataset, Step} from '../core/dataset/index.js';
import {createStore, viewOfStep} from '../core/store/index.js';
import {plainText} from '../i18n/index.js';
import type {PathOf, Report} from './findings.js';

/** A text of which more UTF-16 code units than this are read is longer than a slide. */
const LONG = 900;

/** The length of the longest translation as it is read, without the addresses of its links. */
const lengthOf = (text: Step['text'] = ''): number =>
  Math.max(
    0,
    ...(typeof text === 'object' ? Object.values(text) : [text]).map((each) => plainText(each).length),
  );

/** What a step shows, without its words. */
const shownBy = ({select, range, filter, question, view}: Step): string =>
  JSON.stringify([select, range, filter, question, view]);

/** Checks how the steps of a story are told: whether each shows what it speaks of, and something else than the one before. */
export function reviewSteps(dataset: Dataset, pathOf: PathOf, report: Report): void {
  const store = createStore(dataset);
  const {events} = store.snapshot;
  dataset.steps.forEach((step, i) => {
    const path = pathOf('steps', step.id);
    const before = dataset.steps[i - 1];
    if (before && shownBy(before) === shownBy(step) && !step.media?.length)
      report(
        'steps-alike',
        'info',
        path,
        `It shows the same as step "${before.id}" before it: nothing moves.`,
        'Join their texts, or say what is new in "select", "range", "filter" or "view".',
      );
    const length = lengthOf(step.text);
    if (length > LONG)
      report(
        'step-too-long',
        'info',
        `${path}/text`,
        `Its text has ${length} characters: as a slide it has to be scrolled.`,
        `Shorten it to ${LONG}, or make two steps of it.`,
      );
    if (step.title === undefined && step.text === undefined && !step.media?.length)
      report('step-without-words', 'warning', path, 'It says nothing.', 'Give it a "title" or a "text".');
    store.dispatch({type: 'step', view: viewOfStep(step, dataset)});
    const {shown, selected} = store.snapshot;
    if (events.size > 0 && shown.size === 0)
      report(
        'step-shows-nothing',
        'warning',
        path,
        'No event lies in its range and passes its filter.',
        'Widen "range", or take a word out of "filter".',
      );
    else if (selected !== null && !shown.hasRow(events.rowOf(selected)))
      report(
        'step-hides-event',
        'warning',
        `${path}/select`,
        `Its range or filter leaves out "${selected}", which it selects.`,
        'Widen "range" or "filter" to it.',
      );
    checkView(step, dataset, path, report);
  });
}

/** A view that shows no place of the event that its step selects. */
function checkView({select, view}: Step, {events, places}: Dataset, path: string, report: Report): void {
  const shown = view?.places ?? [];
  if (shown.length === 0) return;
  const isPlaced = (id: string) => places.some((place) => place.id === id && place.lat !== undefined);
  if (!shown.some(isPlaced)) {
    report(
      'step-view-unplaced',
      'warning',
      `${path}/view/places`,
      'None of the places that it shows has a position.',
      'Name places with "lat" and "lon", or leave them out for the whole story.',
    );
    return;
  }
  const own = events.find(({id}) => id === select)?.places.filter(isPlaced) ?? [];
  if (own.length > 0 && !own.some((id) => shown.includes(id)))
    report(
      'step-view-elsewhere',
      'info',
      `${path}/view/places`,
      `It shows none of the places of "${select}", which it selects.`,
      `Add ${own.map((id) => `"${id}"`).join(', ')}, if the map should show them.`,
    );
}
