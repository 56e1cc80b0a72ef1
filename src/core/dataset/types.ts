import type {EdtfDate, Interval} from '../time/index.js';

/** A string, or one string per BCP 47 language: `{"es": "…", "en": "…"}`. May contain inline Markdown. */
export type Text = string | {readonly [language: string]: string};

export type Precision = 'site' | 'locality' | 'district' | 'region' | 'country';
export type EventStatus = 'confirmed' | 'reported' | 'disputed' | 'withdrawn';
export type MeasureKind = 'stock' | 'flow' | 'cumulative';
export type Comparator = '=' | '>=' | '>' | '<=' | '<' | '~';
export type ActorKind =
  | 'government'
  | 'ngo'
  | 'party'
  | 'media'
  | 'international'
  | 'court'
  | 'families'
  | 'other';
export type SourceGrade = 'original' | 'repost' | 'mirror';
/** The editors' confidence that it was said, by whom and when; not that it is true. */
export type Confidence = 'high' | 'medium' | 'low';

export interface Citation {
  readonly source: string;
  readonly quote?: string;
  readonly locator?: string;
}

export interface Correction {
  readonly date?: string;
  readonly text: Text;
}

export interface Author {
  readonly name: string;
  readonly url?: string;
}

export interface Source {
  readonly id: string;
  readonly title: Text;
  readonly publisher?: string;
  readonly url?: string;
  /** EDTF. */
  readonly published?: string;
  /** EDTF: when it was accessed. */
  readonly accessed?: string;
  /** URL of an archived copy. */
  readonly archived?: string;
  /** Id or name of the source that this one copies; copies of one origin count once. */
  readonly origin?: string;
  readonly language?: string;
  readonly grade?: SourceGrade;
  /** A note for readers, for example on why it has no link. */
  readonly note?: Text;
}

export interface Actor {
  readonly id: string;
  readonly name: Text;
  readonly kind?: ActorKind;
  /** What its counts include and exclude. */
  readonly definition?: Text;
  readonly cite?: readonly Citation[];
}

export interface Place {
  readonly id: string;
  readonly name: Text;
  readonly kind?: string;
  /** WGS84 degrees. Both or neither: a place without a usable position is listed, not drawn. */
  readonly lat?: number;
  readonly lon?: number;
  /** Uncertainty around the point, in metres. */
  readonly radius?: number;
  readonly precision?: Precision;
  /** The reason why the position is deliberately imprecise. */
  readonly obscured?: Text;
  /** ISO 3166-1 or 3166-2 codes of the regions that contain it. */
  readonly within?: readonly string[];
  readonly note?: Text;
  readonly corrections?: readonly Correction[];
  readonly cite?: readonly Citation[];
}

export interface Category {
  readonly id: string;
  readonly name: Text;
}

interface MediaRow {
  readonly caption?: Text;
  /** Whose it is; of a quote, who said it. */
  readonly credit?: Text;
  /** A content warning: the medium is hidden and not fetched until the reader asks for it. */
  readonly warning?: Text;
  readonly cite: readonly Citation[];
}

/** What a file or a page shows or plays. */
export interface MediaFile extends MediaRow {
  readonly type: 'image' | 'video' | 'audio' | 'embed' | 'document' | 'pair';
  readonly src: string;
  readonly alt?: Text;
  /** Of the picture or film, in pixels. */
  readonly width?: number;
  readonly height?: number;
  /** As in HTML: other sizes of the picture, with their widths, as `bridge-640.jpg 640w`. */
  readonly srcset?: string;
  /** As in HTML: how wide it is shown. */
  readonly sizes?: string;
  /** What stays in view where the picture is cropped, in shares of its width and height; without it none is cropped. */
  readonly focus?: {readonly x?: number; readonly y?: number};
  /** URL of the picture that stands for a film, a player or a document. */
  readonly poster?: string;
  /** WebVTT files of a film. */
  readonly captions: readonly {readonly src: string; readonly language: string}[];
  /** All that is said, and heard besides. */
  readonly transcript?: Text;
  /** The name of the first picture of a pair; “Before” without one. */
  readonly label?: Text;
  /** The second picture of a pair. */
  readonly after?: {readonly src: string; readonly alt?: Text; readonly label?: Text};
}

/** What somebody said. */
export interface Quote extends MediaRow {
  readonly type: 'quote';
  readonly text?: Text;
  /** URL of where it is said. */
  readonly src?: string;
}

export type Media = MediaFile | Quote;

export interface Link {
  readonly to: string;
  readonly rel?: string;
}

export interface StoryEvent {
  readonly id: string;
  /** EDTF, as the author wrote it. */
  readonly date?: string;
  /** `date`, parsed; absent without a date, or when it is not valid EDTF. */
  readonly when?: EdtfDate;
  /** `date` as a half-open interval in milliseconds of civil time in the story's zone. Absent when undated. */
  readonly interval?: Interval;
  readonly category?: string;
  readonly title: Text;
  readonly text?: Text;
  readonly places: readonly string[];
  readonly status?: EventStatus;
  readonly confidence?: Confidence;
  readonly media: readonly Media[];
  readonly corrections: readonly Correction[];
  readonly cite: readonly Citation[];
  readonly links: readonly Link[];
}

/** The fields that shapes and routes share. */
interface OverlayRow {
  readonly id: string;
  readonly name: Text;
  /** EDTF, as the author wrote it. */
  readonly date?: string;
  /** `date`, parsed; absent without a date, or when it is not valid EDTF. */
  readonly when?: EdtfDate;
  /** `date` as an interval, as for events. Absent when undated. */
  readonly interval?: Interval;
  readonly category?: string;
  /** Precision of its geometry. */
  readonly precision?: Precision;
  /** Id of its event. */
  readonly event?: string;
  readonly note?: Text;
  readonly corrections: readonly Correction[];
  readonly cite: readonly Citation[];
}

/** GeoJSON (RFC 7946) as the author wrote it: a geometry, a collection of them, a feature or a collection of those. */
export interface GeoJson {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Lines or areas with a date, for example the extent of a flood. */
export interface Shape extends OverlayRow {
  readonly geometry?: GeoJson;
  /** URL of a GeoJSON file, in place of `geometry`. */
  readonly src?: string;
}

/** How a route connects its places: straight on the map, or along great circles. */
export type RouteKind = 'straight' | 'great-circle';

/** A sequence of places, for example the course of a ship. */
export interface Route extends OverlayRow {
  /** Place ids in order; may repeat. */
  readonly places: readonly string[];
  /** Default: straight. */
  readonly kind?: RouteKind;
}

/** A shape or route, drawn on the map besides the places. */
export type Overlay = Shape | Route;

export interface Measure {
  readonly id: string;
  readonly name: Text;
  readonly unit?: string;
  readonly kind: MeasureKind;
  /** EDTF; the start of a cumulative count. */
  readonly since?: string;
}

export interface BreakdownPart {
  readonly place?: string;
  readonly group?: Text;
  readonly value: number;
}

export interface Figure {
  readonly id: string;
  readonly measure?: string;
  readonly event?: string;
  readonly place?: string;
  readonly date?: string;
  readonly when?: EdtfDate;
  readonly interval?: Interval;
  /** Id of the actor who claims it; the parser drops figures without one. */
  readonly actor: string;
  readonly value: number;
  readonly comparator: Comparator;
  readonly status?: string;
  readonly confidence?: Confidence;
  readonly note?: Text;
  readonly corrections?: readonly Correction[];
  readonly breakdown: readonly BreakdownPart[];
  readonly cite: readonly Citation[];
}

export interface Question {
  readonly id: string;
  readonly question: Text;
  readonly figures: readonly string[];
  readonly note?: Text;
  readonly corrections?: readonly Correction[];
}

/**
 * An author's note: on the map beside its place, on timelines at its date, or over its period, and on the chart of its
 * measure instead, when it has one.
 */
export interface Annotation {
  readonly id: string;
  readonly text: Text;
  readonly place?: string;
  /** EDTF, as the author wrote it. */
  readonly date?: string;
  /** `date`, parsed; absent without a date, or when it is not valid EDTF. */
  readonly when?: EdtfDate;
  /** `date` as an interval, as for events. */
  readonly interval?: Interval;
  readonly measure?: string;
  readonly cite: readonly Citation[];
}

/** One step of the story as it is told. What it does not say is as the story begins: nothing selected, all of time. */
export interface Step {
  readonly id: string;
  readonly title?: Text;
  readonly text?: Text;
  /** Id of the event that is selected. */
  readonly select?: string;
  /** EDTF. */
  readonly range?: string;
  /** Ids of what is shown; what is absent or empty does not filter. */
  readonly filter?: {
    readonly categories?: readonly string[];
    readonly actors?: readonly string[];
    readonly places?: readonly string[];
    readonly text?: string;
  };
  /** Id of the question whose figures are shown. */
  readonly question?: string;
  /** Ids of annotations that are shown at the steps which name them, and nowhere else. */
  readonly annotations?: readonly string[];
  readonly media?: readonly Media[];
  /** Places that the map is fitted to, and the zoom at which it shows them. */
  readonly view?: {readonly places?: readonly string[]; readonly zoom?: number};
}

/** A parsed story: frozen, with the author's ids, and valid rows only. */
export interface Dataset {
  readonly id?: string;
  readonly language: string;
  /** Languages of the texts, `language` first. */
  readonly languages: readonly string[];
  readonly title?: Text;
  readonly summary?: Text;
  /** IANA time zone name; all times are civil time in it. Default UTC. */
  readonly timeZone: string;
  readonly updated?: string;
  /** The version of this dataset, as numbered by its editors. */
  readonly version?: string;
  /** A DOI (`10.…/…`), or another persistent identifier. */
  readonly identifier?: string;
  /** URL where the dataset is published. */
  readonly url?: string;
  /** An SPDX identifier, as `CC-BY-4.0`, or free text. */
  readonly license?: string;
  readonly licenseUrl?: string;
  readonly authors: readonly Author[];
  readonly editors: readonly Author[];
  readonly corrections: readonly Correction[];
  /** Name or URL of the basemap. */
  readonly basemap?: string;
  /** Name or URL of a TileJSON of raster tiles over it. Readers must allow tiles from another server. */
  readonly tiles?: string;
  /** ISO 3166-1 code of the state as whose view disputed borders are drawn. */
  readonly pointOfView?: string;
  /** Number of rows of all tables in the file, by which one that was cut is known. */
  readonly rows?: number;
  readonly sources: readonly Source[];
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
  readonly categories: readonly Category[];
  readonly events: readonly StoryEvent[];
  readonly shapes: readonly Shape[];
  readonly routes: readonly Route[];
  readonly measures: readonly Measure[];
  readonly figures: readonly Figure[];
  readonly questions: readonly Question[];
  readonly annotations: readonly Annotation[];
  readonly steps: readonly Step[];
}

export type Severity = 'error' | 'warning' | 'question' | 'info';

/** One issue found by `parseDataset`. */
export interface Issue {
  /** Stable kebab-case code, as `figure-without-actor`. */
  readonly code: string;
  readonly severity: Severity;
  /** JSON pointer (RFC 6901) into the file, as `/events/3/date`. */
  readonly path: string;
  /** The row in words: `event "release-2025-12-25"`, or `events, row 4` when it has no id. */
  readonly row: string;
  /** The problem, as a sentence. In a page, of a story without errors and warnings, the code: sentences are not downloaded for remarks. */
  readonly message: string;
  /** What to do, as a sentence; likewise empty. */
  readonly fix: string;
}

export interface ParseResult {
  readonly dataset: Dataset;
  readonly issues: readonly Issue[];
}
