import {
  addsUp,
  type Dataset,
  type Figure,
  type Place,
  type Source,
  type StoryEvent,
  type Text,
} from '../core/dataset/index.js';
import {indexOf} from '../core/store/index.js';
import {parseEdtf} from '../core/time/index.js';
import {
  chooseText,
  direction,
  formatDate,
  formatDistance,
  formatFigure,
  formatNumber,
  joinWords,
  messages,
  plainText,
  safeUrl,
} from '../i18n/index.js';
import {anchor, type Content, fill, type Html, html, joined, link, prose} from './html.js';

/** A dataset as one reader sees it. */
export interface Reading {
  readonly dataset: Dataset;
  readonly language: string;
  /** Whether the sources stand below, so that a number can lead there. */
  readonly sources: boolean;
}

/** The attributes of what is in a language: which one, and the way that it is written where that is another. */
export function spoken(language: string, around = 'en'): Content {
  const way = direction(language);
  return html` lang="${language}"${way === direction(around) ? '' : html` dir="${way}"`}`;
}

/** The same as words alone, where a link or a label holds it. */
const plainInLanguage = (text: Text | undefined, {dataset, language}: Reading): Content => {
  const chosen = chooseText(text, language, dataset.language);
  const said = plainText(chosen.text);
  return chosen.lang ? html`<span${spoken(chosen.lang, language)}>${said}</span>` : said;
};

/** The id of a row's markup: the same for the same row, in every version of the file. */
export const idOf = (kind: 'event' | 'figure' | 'source', id: string, {dataset}: Reading): string =>
  `${anchor(dataset.id ?? 'story')}-${kind}-${anchor(id)}`;

/** A text in the reader's language, with its own `lang` where it had to be another. */
export function inLanguage(text: Text | undefined, {dataset, language}: Reading): Content {
  const chosen = chooseText(text, language, dataset.language);
  return chosen.lang
    ? html`<span${spoken(chosen.lang, language)}>${prose(chosen.text)}</span>`
    : prose(chosen.text);
}

const words = (text: Text | undefined, {dataset, language}: Reading): string =>
  plainText(chooseText(text, language, dataset.language).text);

/** EDTF in words, or as it was written. */
export function dateWords(date: string, language: string): string {
  const when = parseEdtf(date);
  return when ? formatDate(when, language) : date;
}

/** An event's date at its own precision; one that was not understood is given as it was written. */
export function eventDate({when, date}: StoryEvent, {language}: Reading): Content {
  if (!when && date) return `${messages(language).dateUnknown} (${date})`;
  const text = formatDate(when, language);
  // HTML knows plain years, months and days only; of a year before 1, nothing.
  return date && /^(?!0000)\d{4}(-\d\d(-\d\d)?)?$/.test(date)
    ? html`<time datetime="${date}">${text}</time>`
    : text;
}

/** The word for a key of the data, or the key as it was written; never what every object has. */
const wordFor = (table: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(table, key) ? (table[key] ?? key) : key;

/** A source's title speaks the source's language, not the story's. */
const titleOf = ({title, language}: Source): Text =>
  typeof title === 'string' && language ? {[language]: title} : title;

/** The numbers of the cited sources, each a link to the source itself; or the words that there is none. */
export function notes(cite: Dataset['events'][number]['cite'], reading: Reading): Html {
  const {source, sourceNumber} = indexOf(reading.dataset);
  const text = messages(reading.language);
  const numberOf = ({id}: Source) => sourceNumber.get(id) ?? 0;
  const cited = [...new Set(cite.map((each) => each.source))]
    .flatMap((id) => source.get(id) ?? [])
    .sort((a, b) => numberOf(a) - numberOf(b));
  if (cited.length === 0) return html`<em>${text.noSource}</em>`;
  const note = (each: Source) => {
    const number = numberOf(each);
    const name = `${text.sourceNumber(number)}: ${each.publisher ?? words(titleOf(each), reading)}`;
    const own = reading.sources ? `#${idOf('source', each.id, reading)}` : undefined;
    const address = safeUrl(each.url) ?? safeUrl(each.archived) ?? own;
    return address === undefined
      ? html`<span title="${name}">[${number}]</span>`
      : html`<a href="${address}" rel="noopener" title="${name}">[${number}]</a>`;
  };
  return joined(cited.map(note), ' ');
}

/** A place, how exactly it is known, and who says so. */
export function placeOf(place: Place, reading: Reading): Html {
  const {precision, radius, lat, obscured, cite = []} = place;
  const text = messages(reading.language);
  const known = [
    lat === undefined && text.noPosition,
    // A site with a radius is not exact: the radius says what is known.
    precision && !(precision === 'site' && radius) && text.precision[precision],
    radius && lat !== undefined && text.radius(formatDistance(radius, reading.language)),
    obscured !== undefined && text.obscured(words(obscured, reading)),
  ].filter(Boolean);
  return joined(
    [
      inLanguage(place.name, reading),
      known.length > 0 && `(${joinWords(known, reading.language)})`,
      cite.length > 0 && notes(cite, reading),
    ],
    ' ',
  );
}

const placeName = (id: string | undefined, reading: Reading): Content => {
  const place = id === undefined ? undefined : indexOf(reading.dataset).place.get(id);
  return place ? inLanguage(place.name, reading) : id;
};

/** What was counted: the measure, since when if it adds up, and where if at one place only. */
function measured({measure, place}: Figure, reading: Reading): Html {
  const text = messages(reading.language);
  const found = reading.dataset.measures.find(({id}) => id === measure);
  return joined(
    [
      found && inLanguage(found.name, reading),
      found?.kind === 'cumulative' && text.measureKind.cumulative,
      found?.since && text.since(dateWords(found.since, reading.language)),
      placeName(place, reading),
    ],
    text.comma,
  );
}

/** Who claims a figure, and what kind of claimant that is; or that nobody is named. */
export function claimantOf({actor}: Figure, reading: Reading): Html {
  const text = messages(reading.language);
  const who = actor === undefined ? undefined : indexOf(reading.dataset).actor.get(actor);
  const kind = who?.kind && who.kind !== 'other' ? ` (${text.actorKind[who.kind]})` : '';
  return who
    ? html`${fill(text.claimedBy, html`<b>${inLanguage(who.name, reading)}</b>`)}${kind}`
    : html`<em>${text.noClaimant}</em>`;
}

/** How far a figure is established, in words. */
export const statusOf = ({status}: Figure, {language}: Reading): Content =>
  status && wordFor(messages(language).figureStatus, status);

/** One figure: the number, who claims it, and what else is known of it. Never without a claimant. */
export function figureWords(figure: Figure, event: StoryEvent | undefined, reading: Reading): Html {
  const {value, comparator, when, date, note, breakdown, cite} = figure;
  const text = messages(reading.language);
  const as = date && date !== event?.date && text.asOf(when ? formatDate(when, reading.language) : date);
  const facts = joined([claimantOf(figure, reading), statusOf(figure, reading), as], text.comma);
  const parts = breakdown.map(({place, group, value: count}) =>
    joined(
      [
        html`<strong>${formatNumber(count, reading.language)}</strong>`,
        joined([placeName(place, reading), inLanguage(group, reading)], text.comma),
      ],
      ' ',
    ),
  );
  return html`${measured(figure, reading)}: <strong>${formatFigure(
    value,
    comparator,
    reading.language,
  )}</strong>${text.comma}${facts} ${notes(cite, reading)}${
    parts.length > 0 && html`<br>${joined(parts, ' · ')}.${!addsUp(figure) && ` ${text.breakdownIncomplete}`}`
  }${note !== undefined && html`<br>${inLanguage(note, reading)}`}`;
}

/** The same as an item of a list, with the id that leads to it. */
export const figureItem = (figure: Figure, event: StoryEvent | undefined, reading: Reading): Html =>
  html`<li id="${idOf('figure', figure.id, reading)}">${figureWords(figure, event, reading)}</li>\n`;

/** A source: who published what and when, where it is kept, and what it copies. */
export function sourceItem(source: Source, reading: Reading): Html {
  const {publisher, url, archived, published, accessed, grade, origin} = source;
  const {language, dataset} = reading;
  const text = messages(language);
  const copied = origin === undefined ? undefined : indexOf(dataset).source.get(origin);
  const number = copied && indexOf(dataset).sourceNumber.get(copied.id);
  const facts = [
    published && text.published(dateWords(published, language)),
    accessed && text.accessed(dateWords(accessed, language)),
    grade && grade !== 'original' && text.grade[grade],
    origin &&
      text.copyOf(copied ? `${copied.publisher ?? words(titleOf(copied), reading)} (${number})` : origin),
    archived && link(archived, text.archived),
  ];
  return html`<li id="${idOf('source', source.id, reading)}">${joined(
    [publisher && html`<b>${publisher}</b>`, link(url, plainInLanguage(titleOf(source), reading)), ...facts],
    text.comma,
  )}</li>\n`;
}
