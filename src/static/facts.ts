import type {Figure, Place, Source, StoryEvent} from '../core/dataset/index.js';
import {messages} from '../i18n/index.js';
import {
  accordingTo,
  dateOf,
  listed,
  plain,
  remarksOf,
  sharesOf,
  shortfallOf,
  sourceEntry,
  sourceNotes,
  standingOf,
  valueWords,
  whatOf,
  whereabouts,
} from '../words/index.js';
import {type Content, type Html, html, joined} from './html.js';
import {idOf, markup, prose, type Reading} from './words.js';

/** An event's date at its own precision. */
export function eventDate(event: StoryEvent, reading: Reading): Content {
  const {date} = event;
  const words = dateOf(event, reading);
  // `<time>` takes years from 1, months and days; other precisions have no machine-readable form.
  return event.when && date && /^(?!0000)\d{4}(-\d\d(-\d\d)?)?$/.test(date)
    ? html`<time datetime="${date}">${words}</time>`
    : words;
}

/** A place with its precision and its sources. */
export function placeOf(place: Place, reading: Reading): Html {
  const known = whereabouts(place, reading);
  const {cite = []} = place;
  return joined(
    [
      prose(place.name, reading),
      known && html`(${markup(known, reading)})`,
      cite.length > 0 && markup(sourceNotes(cite, reading), reading),
    ],
    ' ',
  );
}

function breakdownHtml(figure: Figure, reading: Reading): Content {
  const shares = sharesOf(figure, reading).map((share) => markup(share, reading));
  const shortfall = shortfallOf(figure, reading);
  return shares.length > 0 && html`<br>${joined(shares, ' · ')}.${shortfall && ` ${shortfall}`}`;
}

/** One figure with its claimant, status, sources, breakdown and remarks. Never without a claimant. */
export function figureHtml(figure: Figure, event: StoryEvent | undefined, reading: Reading): Html {
  const what = whatOf(figure, reading);
  const claim = listed([accordingTo(figure, reading), standingOf(figure, event, reading)], reading);
  return html`${what && html`${markup(what, reading)}: `}<strong>${plain(valueWords(figure, reading))}</strong>${
    messages(reading.locale).comma
  }${markup(claim, reading)} ${markup(sourceNotes(figure.cite, reading), reading)}${breakdownHtml(figure, reading)}${remarksOf(
    figure,
    reading,
  ).map((each) => html`<br>${markup(each, reading)}`)}`;
}

/** The figure as a list item with its anchor id. */
export const figureItem = (figure: Figure, event: StoryEvent | undefined, reading: Reading): Html =>
  html`<li id="${idOf('figure', figure.id, reading)}">${figureHtml(figure, event, reading)}</li>\n`;

/** An entry of the bibliography. */
export const sourceItem = (source: Source, reading: Reading): Html =>
  html`<li id="${idOf('source', source.id, reading)}">${markup(
    listed(sourceEntry(source, reading), reading),
    reading,
  )}</li>\n`;
