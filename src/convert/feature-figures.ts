import type {Row} from '../core/dataset/index.js';
import {stringOf} from './draft.js';
import {wellFormed} from './html.js';
import {Ids, slugOf} from './ids.js';
import {escapeMarkdown} from './markdown.js';
import type {ImportOptions} from './types.js';

/** Read as measures where it is said who claims the numbers, and nothing else is. */
const MAGNITUDE = /^mag(?:nitude)?$/i;

/** Makes figures of the numbers of features, once it is said who claims them. */
export class FeatureFigures {
  readonly #claimant: string;
  readonly #roles: ReadonlyMap<string, string>;
  readonly #figures: Row[] = [];
  readonly #figureIds = new Ids();
  readonly #measureIds = new Ids();
  readonly #measureOf = new Map<string, string>();

  constructor({claimant = '', roles = new Map()}: ImportOptions) {
    this.#claimant = wellFormed(claimant).trim();
    this.#roles = roles;
  }

  /** Adds the numbers of a feature as figures of its event, and returns the properties that it took. */
  add(properties: Row, event: string, cite: Row): readonly string[] {
    const keys = Object.keys(properties).filter((key) => this.#isMeasure(key, properties[key]));
    for (const key of keys)
      this.#figures.push({
        id: this.#figureIds.of(`${event}-${this.#measure(key)}`),
        measure: this.#measure(key),
        event,
        actor: 'claimant',
        value: Number(properties[key]),
        comparator: '=',
        ...cite,
      });
    return keys;
  }

  /** Rows of the tables that figures need. */
  tables(): Row {
    if (this.#figures.length === 0) return {};
    const measures = [...this.#measureOf].map(([key, id]) => ({
      id,
      name: escapeMarkdown(wellFormed(key)),
      kind: 'stock',
    }));
    return {
      actors: [{id: 'claimant', name: escapeMarkdown(this.#claimant)}],
      measures,
      figures: this.#figures,
    };
  }

  #isMeasure(key: string, value: unknown): boolean {
    const role = this.#roles.get(key);
    const isNumber = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/.test(stringOf(value));
    return (
      this.#claimant !== '' && isNumber && (role === undefined ? MAGNITUDE.test(key) : role === 'measure')
    );
  }

  #measure(key: string): string {
    const known = this.#measureOf.get(key);
    if (known !== undefined) return known;
    const id = this.#measureIds.of(slugOf(key) || 'measure');
    this.#measureOf.set(key, id);
    return id;
  }
}
