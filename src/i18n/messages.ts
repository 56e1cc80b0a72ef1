import type {
  ActorKind,
  Confidence,
  EventStatus,
  MeasureKind,
  Precision,
  SourceGrade,
} from '../core/dataset/index.js';
import type {LoadFailure} from '../core/store/index.js';

/** Formats a count in the digits of a locale. */
export type Count = (count: number) => string;

/** Every text of the interface. No key is optional: a missing translation is a type error. */
export interface Messages {
  /** The list separator, with its space. */
  readonly comma: string;
  readonly map: string;
  readonly timeline: string;
  readonly range: string;
  readonly list: string;
  readonly card: string;
  readonly sources: string;
  readonly legend: string;
  /** Notes of the author on drawings. */
  readonly annotations: string;

  readonly loading: string;
  /** Shown after some seconds of loading. */
  readonly slow: string;
  /** Shown while more is loading; `share` is a formatted percentage, as 45 %, or empty where it is not known. */
  readonly soFar: (events: number, share: string) => string;
  readonly failed: string;
  readonly partFailed: string;
  readonly empty: string;
  readonly retry: string;
  readonly notice: (failure: LoadFailure) => string;
  readonly fullScreen: string;
  readonly leaveFullScreen: string;
  /** For a permalink to unknown ids; `ids` as written in the URL. */
  readonly unknownLink: string;

  readonly events: (count: number) => string;
  readonly shownOf: (shown: number, all: number) => string;
  /** Of the bars of the range, after the number of events: those dated to a month or a year are spread over it. */
  readonly spread: string;
  readonly undated: string;
  readonly unplaced: string;
  readonly uncited: string;
  readonly undatedCount: (count: number) => string;
  readonly unplacedCount: (count: number) => string;
  readonly uncitedCount: (count: number) => string;
  readonly disputedCount: (count: number) => string;
  readonly dateUnknown: string;

  readonly status: Readonly<Record<EventStatus, string>>;
  /** For an event with figures that contradict one another. */
  readonly figuresDisagree: string;
  /** Known figure statuses; others are shown as written. */
  readonly figureStatus: Readonly<Record<string, string>>;
  readonly actorKind: Readonly<Record<ActorKind, string>>;
  readonly measureKind: Readonly<Record<MeasureKind, string>>;
  /** How well the event or claim is sourced; high confidence is not shown. */
  readonly confidence: Readonly<Record<Exclude<Confidence, 'high'>, string>>;
  readonly grade: Readonly<Record<SourceGrade, string>>;
  readonly precision: Readonly<Record<Precision, string>>;

  readonly close: string;
  readonly previous: string;
  readonly next: string;
  /** Leads to the first of so many events, or to what there is in place of events. */
  readonly begin: (events: number) => string;
  /** The button that leads from a few words about an event to all of it. */
  readonly readAll: string;
  readonly showInList: string;
  /** At the edge of a view that does not reach to the selected event. */
  readonly selectedAt: (date: string) => string;
  readonly figures: string;
  /** The figures of an event besides those that lead. */
  readonly moreFigures: (count: number) => string;
  readonly places: string;
  readonly corrections: string;
  readonly corrected: (date: string) => string;
  readonly claimedBy: (name: string) => string;
  /** Heading of the notes that define what each claimant counts. */
  readonly definitions: string;
  readonly asOf: (date: string) => string;
  readonly sourceNumber: (n: number) => string;
  readonly noSource: string;
  readonly related: string;
  /** Known relations of a link to its target event; others are shown as written. */
  readonly linkTo: Readonly<Record<string, string>>;
  /** The same relations, seen from the target event. */
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
  /** Opens the rest of a bibliography. */
  readonly allSources: string;
  readonly citedBy: (count: number) => string;
  readonly showMedia: string;
  /** Of what its address does not give; a link to it follows. */
  readonly mediaFailed: Readonly<Record<'image' | 'video' | 'audio', string>>;
  /** Shown in place of media from another server, before the reader allows fetching them. */
  readonly foreignMedia: (host: string) => string;
  readonly allowHost: (host: string) => string;
  readonly breakdownIncomplete: string;
  readonly noPosition: string;
  readonly placeNotes: string;
  readonly showRest: (count: number) => string;
  readonly hideRest: string;
  /** For an event that the list shows although the range or a filter excludes it. */
  readonly outside: string;
  /**
   * The position in the list: `part` of the `events` in view, as 12–20, and the date they are filed under. All
   * formatted.
   */
  readonly listPart: (part: string, events: string, when: string) => string;
  readonly notPrinted: (count: number) => string;

  readonly filter: string;
  readonly search: string;
  /** The claimants of figures. */
  readonly actors: string;
  readonly find: (group: string) => string;
  readonly found: (count: number) => string;
  readonly clear: string;

  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomAll: string;
  /** Label of what the marks on the map mean; and what a dashed area, and circles with numbers, mean there. */
  readonly mapLegend: string;
  readonly areaMeans: string;
  readonly circlesMean: string;
  /** Where the map is, by names of countries and regions. */
  readonly mapShows: (names: string) => string;
  readonly beyondMap: (names: string) => string;
  readonly tie: string;
  readonly untie: string;
  readonly wheelHint: (key: string) => string;
  readonly touchHint: string;
  readonly radius: (distance: string) => string;
  readonly obscured: (reason: string) => string;
  readonly placeEvents: (count: number) => string;
  /** `events` is formatted. */
  readonly eventsAt: (events: string, places: number) => string;
  readonly more: (count: number) => string;
  readonly otherCounts: (count: number) => string;
  readonly basemapFailed: string;
  /** Over shapes and routes. */
  readonly onMap: string;
  /** Of shapes that did not come, or hold nothing that can be drawn. */
  readonly overlaysFailed: (names: string) => string;
  /** The folder of the detailed basemap cells is missing. */
  readonly basemapCoarse: string;
  readonly bordersAsSeenBy: (country: string) => string;
  readonly noPointOfView: (code: string, known: string) => string;
  readonly tilesFailed: string;
  /** Tiles from another server that is not allowed. */
  readonly foreignTiles: (host: string) => string;

  /** Figures that answer one question. */
  readonly claims: string;
  readonly answers: (count: number) => string;
  /** For answers that contradict one another. */
  readonly disagree: string;
  /** Above answers or lines that cannot share an axis. */
  readonly apart: string;
  /** How many independent sources an answer has, and how many are cited; copies of one origin count once. */
  readonly sourcesOf: (origins: number, cited: number) => string;
  readonly noAnswers: string;
  /** Shown while neither a question nor an event is selected. */
  readonly noQuestion: string;
  readonly asTable: string;
  readonly value: string;
  readonly claimant: string;
  readonly date: string;
  readonly statusOf: string;
  readonly measure: string;

  /** A measure over time. */
  readonly chart: (measure: string) => string;
  /** `figures` and `claimants` are formatted. */
  readonly chartSummary: (figures: string, claimants: string, period: string) => string;
  readonly figureCount: (count: number) => string;
  readonly claimantCount: (count: number) => string;
  readonly gap: string;
  readonly gapOf: (period: string) => string;
  readonly noMeasure: (id: string) => string;
  readonly noFigures: string;
  /** Shown while no point of the chart is hovered or focused. */
  readonly chartHint: string;
  /** For figures drawn as hollow points. */
  readonly notVerified: string;
  /** Known units; others are shown as written. */
  readonly unitName: Readonly<Record<string, string>>;

  /** A stretch of time without events, by its length. */
  readonly pause: (length: string) => string;
  readonly unfold: string;
  readonly fold: string;
  readonly toScale: string;
  readonly folded: string;
  readonly rangeStart: string;
  readonly rangeEnd: string;
  readonly rangeAll: string;
  /** `what` lies before or after a period: "7 events", or, where there is no room for more, "7". */
  readonly beforeCount: (what: string) => string;
  readonly afterCount: (what: string) => string;
  readonly nothingHere: string;
  readonly toNearest: string;
  /** How much later an event is than the one before; `duration` is formatted. */
  readonly later: (duration: string, isAbout: boolean) => string;
  readonly noCategory: string;
  readonly group: (count: number) => string;

  /** Dates: EDTF qualifiers, seasons and intervals. */
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
