import type {
  ActorKind,
  Confidence,
  EventStatus,
  MeasureKind,
  Precision,
  SourceGrade,
} from '../core/dataset/index.js';
import type {LoadFailure} from '../core/store/index.js';

/** A number of things in the digits of a locale. */
export type Count = (count: number) => string;

/** Every word of the interface. No key is optional: a missing translation is a type error. */
export interface Messages {
  /** Between the parts of a list, with its space. */
  readonly comma: string;
  readonly map: string;
  readonly timeline: string;
  readonly range: string;
  readonly list: string;
  readonly card: string;
  readonly sources: string;
  readonly legend: string;

  readonly loading: string;
  /** After some seconds of loading. */
  readonly slow: string;
  /** While more is on its way; `share` as 45 %. */
  readonly soFar: (events: number, share: string) => string;
  readonly failed: string;
  readonly partFailed: string;
  readonly empty: string;
  readonly retry: string;
  readonly notice: (failure: LoadFailure) => string;
  readonly fullScreen: string;
  readonly leaveFullScreen: string;
  /** Of a link to what is not there; `ids` as they are in the address. */
  readonly unknownLink: (ids: string) => string;
  readonly issues: (count: number) => string;

  readonly events: (count: number) => string;
  readonly shownOf: (shown: number, all: number) => string;
  readonly undated: string;
  readonly unplaced: string;
  readonly uncited: string;
  readonly undatedCount: (count: number) => string;
  readonly unplacedCount: (count: number) => string;
  readonly uncitedCount: (count: number) => string;
  readonly disputedCount: (count: number) => string;
  readonly dateUnknown: string;

  readonly status: Readonly<Record<EventStatus, string>>;
  /** Said of an event that claimants give figures of which cannot all be true. */
  readonly figuresDisagree: string;
  /** Figure statuses that are known; others are shown as written. */
  readonly figureStatus: Readonly<Record<string, string>>;
  readonly actorKind: Readonly<Record<ActorKind, string>>;
  readonly measureKind: Readonly<Record<MeasureKind, string>>;
  /** How well it is sourced that this was said, or happened; that it is well sourced is not said. */
  readonly confidence: Readonly<Record<Exclude<Confidence, 'high'>, string>>;
  readonly grade: Readonly<Record<SourceGrade, string>>;
  readonly precision: Readonly<Record<Precision, string>>;

  readonly close: string;
  readonly previous: string;
  readonly next: string;
  readonly nothingSelected: string;
  readonly figures: string;
  readonly places: string;
  readonly corrections: string;
  readonly corrected: (date: string) => string;
  readonly claimedBy: (name: string) => string;
  /** Over how far the counts of each claimant go. */
  readonly definitions: string;
  readonly asOf: (date: string) => string;
  readonly sourceNumber: (n: number) => string;
  readonly noSource: string;
  readonly related: string;
  /** What a link says of the event it leads to, for the words that are known; others are shown as written. */
  readonly linkTo: Readonly<Record<string, string>>;
  /** The same seen from the other end. */
  readonly linkFrom: Readonly<Record<string, string>>;
  readonly published: (date: string) => string;
  readonly accessed: (date: string) => string;
  readonly archived: string;
  readonly copyOf: (origin: string) => string;
  readonly license: string;
  readonly updated: (date: string) => string;
  readonly by: (names: string) => string;
  readonly editedBy: (names: string) => string;
  readonly version: (version: string) => string;
  readonly citedBy: (count: number) => string;
  readonly showMedia: string;
  /** Said of media that another server has, before they are fetched. */
  readonly foreignMedia: (host: string) => string;
  readonly allowHost: (host: string) => string;
  readonly breakdownIncomplete: string;
  readonly noPosition: string;
  readonly placeNotes: string;
  readonly showRest: (count: number) => string;
  readonly hideRest: string;
  /** Said of an event that the list shows although the range or a filter leaves it out. */
  readonly outside: string;
  /** Which of the listed events are in view (`part` as 12–20), and the date they are filed under. All in words. */
  readonly listPart: (part: string, events: string, when: string) => string;
  readonly notPrinted: (count: number) => string;

  readonly filter: string;
  readonly search: string;
  /** Those who claim figures. */
  readonly actors: string;
  readonly find: (group: string) => string;
  readonly found: (count: number) => string;
  readonly clear: string;

  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomAll: string;
  readonly tie: string;
  readonly untie: string;
  readonly wheelHint: (key: string) => string;
  readonly touchHint: string;
  readonly radius: (distance: string) => string;
  readonly obscured: (reason: string) => string;
  readonly placeEvents: (count: number) => string;
  /** `events` comes in words. */
  readonly eventsAt: (events: string, places: number) => string;
  readonly more: (count: number) => string;
  readonly otherCounts: (count: number) => string;
  readonly basemapFailed: string;
  /** The folder of the map's details is not there. */
  readonly basemapCoarse: string;
  readonly tilesFailed: string;
  /** Tiles of another server, which nobody has allowed. */
  readonly foreignTiles: (host: string) => string;

  /** Figures that answer one question. */
  readonly claims: string;
  readonly answers: (count: number) => string;
  /** Said of answers that cannot all be true. */
  readonly disagree: string;
  /** Said above answers, or curves, that cannot stand on one axis. */
  readonly apart: string;
  /** How many independent sources stand behind an answer, and how many are cited; copies count once. */
  readonly sourcesOf: (origins: number, cited: number) => string;
  readonly noAnswers: string;
  /** While neither a question nor an event is chosen. */
  readonly noQuestion: string;
  readonly asTable: string;
  readonly value: string;
  readonly claimant: string;
  readonly date: string;
  readonly statusOf: string;
  readonly measure: string;

  /** A measure over time. */
  readonly chart: (measure: string) => string;
  /** Both come in words. */
  readonly chartSummary: (figures: string, claimants: string, period: string) => string;
  readonly figureCount: (count: number) => string;
  readonly claimantCount: (count: number) => string;
  readonly gap: string;
  readonly gapOf: (period: string) => string;
  readonly noMeasure: (id: string) => string;
  readonly noFigures: string;
  /** While no figure of a chart is pointed at. */
  readonly chartHint: string;
  /** Said of figures that are drawn hollow. */
  readonly notVerified: string;
  /** Units that are known; others are shown as written. */
  readonly unitName: Readonly<Record<string, string>>;

  readonly rangeStart: string;
  readonly rangeEnd: string;
  readonly rangeAll: string;
  readonly beforeCount: (count: number) => string;
  readonly afterCount: (count: number) => string;
  readonly noCategory: string;
  readonly group: (count: number) => string;

  /** Dates: what EDTF says beyond the calendar. */
  readonly approximate: (date: string) => string;
  readonly uncertain: (date: string) => string;
  readonly approximateUncertain: (date: string) => string;
  readonly season: readonly [spring: string, summer: string, autumn: string, winter: string];
  readonly seasonOf: (season: string, year: string) => string;
  readonly decade: (year: string) => string;
  readonly century: (ordinal: number) => string;
  readonly someMonthOf: (year: string) => string;
  readonly someDayOf: (month: string) => string;
  readonly fromTo: (start: string, end: string) => string;
  readonly since: (date: string) => string;
  readonly until: (date: string) => string;
  readonly unknownStart: (end: string) => string;
  readonly unknownEnd: (start: string) => string;
  readonly bce: (year: string) => string;
  readonly comparator: Readonly<Record<'>=' | '>' | '<=' | '<' | '~', (value: string) => string>>;
}
