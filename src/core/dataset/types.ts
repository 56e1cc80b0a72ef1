import type {EdtfDate, Interval} from '../time/index.js';

/** A string, or one string per BCP 47 language: `{"es": "…", "en": "…"}`. May hold the small inline Markdown. */
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
/** How sure the editors are that it was said, by whom and of when: not that it is true. */
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
  /** EDTF: the day on which it was read. */
  readonly accessed?: string;
  /** Address of a copy in an archive. */
  readonly archived?: string;
  /** Id of, or name for, the source this one copies: two copies count once. */
  readonly origin?: string;
  readonly language?: string;
  readonly grade?: SourceGrade;
  /** What a reader of it should know, as why it has no link. */
  readonly note?: Text;
}

export interface Actor {
  readonly id: string;
  readonly name: Text;
  readonly kind?: ActorKind;
  /** How far its counts go: what it counts, and what it does not. */
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
  /** Why the position is blurred on purpose. */
  readonly obscured?: Text;
  /** ISO 3166-2 or 3166-1 codes of what contains it. */
  readonly within?: readonly string[];
  readonly note?: Text;
  readonly corrections?: readonly Correction[];
  readonly cite?: readonly Citation[];
}

export interface Category {
  readonly id: string;
  readonly name: Text;
}

export interface Media {
  readonly type: 'image' | 'video' | 'audio';
  readonly src: string;
  readonly alt?: Text;
  readonly credit?: Text;
  /** Present: hidden and not fetched until asked for; says why. */
  readonly warning?: Text;
}

export interface Link {
  readonly to: string;
  readonly rel?: string;
}

export interface StoryEvent {
  readonly id: string;
  /** EDTF, as the author wrote it. */
  readonly date?: string;
  /** `date` understood; absent when there is none or it is not EDTF. */
  readonly when?: EdtfDate;
  /** `date` on the axis: half-open, milliseconds of civil time in the story's zone. Absent: undated. */
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

/** What a shape and a route have in common: drawn on the map by lines or areas, and told of like an event. */
interface OverlayRow {
  readonly id: string;
  readonly name: Text;
  /** EDTF, as the author wrote it. */
  readonly date?: string;
  /** `date` understood; absent when there is none or it is not EDTF. */
  readonly when?: EdtfDate;
  /** `date` on the axis, as of an event. Absent: undated. */
  readonly interval?: Interval;
  readonly category?: string;
  /** How exactly it is known where it runs. */
  readonly precision?: Precision;
  /** Id of the event that it belongs to. */
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

/** Lines or areas in time, as what a flood covered. */
export interface Shape extends OverlayRow {
  readonly geometry?: GeoJson;
  /** Address of a GeoJSON file, where there is no `geometry`. */
  readonly src?: string;
}

/** How a route runs from place to place: straight on the map, or the shortest way over the globe. */
export type RouteKind = 'straight' | 'great-circle';

/** Places one after the other, as the way of a ship. */
export interface Route extends OverlayRow {
  /** Ids, in their order; one may come up again. */
  readonly places: readonly string[];
  /** Straight when left out. */
  readonly kind?: RouteKind;
}

/** What is drawn on the map and is no place. */
export type Overlay = Shape | Route;

export interface Measure {
  readonly id: string;
  readonly name: Text;
  readonly unit?: string;
  readonly kind: MeasureKind;
  /** EDTF; where a cumulative count starts. */
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
  /** Id of the actor who claims it: the parser lets no figure pass without one. */
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

export interface Step {
  readonly id: string;
  readonly title?: Text;
  readonly text?: Text;
  readonly select?: string;
  /** EDTF. */
  readonly range?: string;
  readonly view?: {readonly places?: readonly string[]};
}

/** A parsed story: frozen, ids as the author wrote them, only rows that can be shown. */
export interface Dataset {
  readonly id?: string;
  readonly language: string;
  /** Languages that the texts come in, `language` first. */
  readonly languages: readonly string[];
  readonly title?: Text;
  readonly summary?: Text;
  /** IANA name; the axis shows civil time there. Default UTC. */
  readonly timeZone: string;
  readonly updated?: string;
  /** Of this dataset, as its editors count them. */
  readonly version?: string;
  /** A DOI (`10.…/…`), or another name that stays. */
  readonly identifier?: string;
  /** Where it can be had. */
  readonly url?: string;
  /** An id of SPDX, as `CC-BY-4.0`, or words. */
  readonly license?: string;
  readonly licenseUrl?: string;
  readonly authors: readonly Author[];
  readonly editors: readonly Author[];
  readonly corrections: readonly Correction[];
  /** Name or address of the basemap. */
  readonly basemap?: string;
  /** Name or address of a TileJSON of raster tiles over it, which readers are asked about when they are on another server. */
  readonly tiles?: string;
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
  readonly steps: readonly Step[];
}

export type Severity = 'error' | 'warning' | 'question' | 'info';

/** One finding of `parseDataset`. */
export interface Issue {
  /** Stable kebab-case code, as `figure-without-actor`. */
  readonly code: string;
  readonly severity: Severity;
  /** JSON pointer (RFC 6901) into the file, as `/events/3/date`. */
  readonly path: string;
  /** The row in words: `event "release-2025-12-25"`, or `events, row 4` when it has no id. */
  readonly row: string;
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
}

export interface ParseResult {
  readonly dataset: Dataset;
  readonly issues: readonly Issue[];
}
