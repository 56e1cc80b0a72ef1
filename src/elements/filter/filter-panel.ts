import {html, nothing} from 'lit';
import {rowIndex} from '../../core/dataset/index.js';
import {isNarrow} from '../../core/layout/index.js';
import {type Filters, MAX_SEARCH, NO_FILTERS, type Snapshot} from '../../core/store/index.js';
import {type Facets, facetCounts} from '../../core/table/index.js';
import {formatNumber, joinWords, messages} from '../../i18n/index.js';
import {plainText} from '../../words/index.js';
import {inlineText, ResizeController, shapeIcon, shapeStyles, tokens} from '../base/index.js';
import own from './filter.styles.js';
import type {FilterHost} from './filter-host.js';
import {fewOf, findNames, type Group, type GroupKey, groupsOf, optionsOf} from './groups.js';

export const styles = [shapeStyles, own];

/** Debounce of counting the options, in milliseconds. */
const COUNT_DEBOUNCE = 100;
/** Debounce of the search fields, in milliseconds. */
const SEARCH_DEBOUNCE = 150;

const KEYS = ['categories', 'actors', 'places'] as const;

/** A search for options of a group by name, and its results. */
interface Find {
  readonly words: string;
  readonly found: readonly number[];
}

/** Renders a filter, counts its options and requests what the reader picks. */
export class FilterPanel {
  #facets: Facets | undefined;
  /** The snapshot that `#facets` is for. */
  #counted: Snapshot | undefined;
  #countTimer: ReturnType<typeof setTimeout> | undefined;
  #searchTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #findTimers = new Map<GroupKey, ReturnType<typeof setTimeout>>();
  readonly #finds = new Map<GroupKey, Find>();
  /** The groups of which all options are shown. */
  readonly #whole = new Set<GroupKey>();
  /** The expanded groups. */
  readonly #open: Set<GroupKey>;
  readonly #size: ResizeController;

  constructor(readonly host: FilterHost) {
    this.#size = new ResizeController(host.element);
    const filters = host.store.snapshot?.filters ?? NO_FILTERS;
    this.#open = new Set(KEYS.filter((key) => key === 'categories' || filters[key].length > 0));
  }

  stop(): void {
    clearTimeout(this.#countTimer);
    clearTimeout(this.#searchTimer);
    for (const timer of this.#findTimers.values()) clearTimeout(timer);
    this.#counted = undefined;
  }

  render(snapshot: Snapshot) {
    const text = messages(snapshot.locale);
    this.#count(snapshot);
    return html`
      ${this.#renderHead(snapshot)}
      ${this.#renderGroup('categories', text.legend, snapshot)}
      ${this.#renderGroup('actors', text.actors, snapshot)}
      ${this.#renderGroup('places', text.places, snapshot)}
    `;
  }

  #renderHead(snapshot: Snapshot) {
    const {counts, filters, locale} = snapshot;
    const text = messages(locale);
    // Labelled with the story's title, as a page may have several filters.
    const title = plainText(snapshot.dataset.title, snapshot);
    const isFewer = counts.shown < counts.events;
    const isNarrowed = isFewer || Object.values(filters).some((each) => each.length > 0);
    const count = isFewer ? text.shownOf(counts.shown, counts.events) : text.events(counts.events);
    return html`<form class="head" role="search" aria-label=${title ? `${text.filter}: ${title}` : text.filter}
      @submit=${this.#onSubmit}>
      <label class="search"><span>${text.search}</span>
        <input part="search" type="search" autocomplete="off" maxlength=${MAX_SEARCH} .value=${filters.text} @input=${this.#onInput}></label>
      <span part="count" class="count">${count}</span>
      ${isNarrowed ? html`<button type="button" part="clear" @click=${this.#onAll}>${text.zoomAll}</button>` : nothing}
    </form>`;
  }

  #renderGroup(key: GroupKey, name: string, snapshot: Snapshot) {
    const {dataset, filters} = snapshot;
    const group = this.#groupOf(key, snapshot);
    const find = this.#finds.get(key);
    const options = optionsOf(dataset[key], group, filters[key], find?.found ?? null, this.#whole.has(key));
    // Hide a group with a single option.
    if (group.top.length < 2 && filters[key].length === 0) return nothing;
    return html`<details part="group" class="group" data-group=${key} ?open=${this.#open.has(key)} @toggle=${this.#onToggle}>
      <summary>${name}${this.#renderChosen(key, snapshot)}</summary>
      <div class="options" role="group" aria-label=${name} @change=${this.#onChange}>
        ${group.hasMore ? this.#renderFind(name, find, snapshot) : nothing}
        ${options.map((at) => this.#renderOption(key, at, snapshot))}
        ${find ? nothing : this.#renderMore(key, group, snapshot)}
        ${filters[key].length > 0 ? this.#renderClear(name, snapshot) : nothing}
      </div>
    </details>`;
  }

  #groupOf(key: GroupKey, {events}: Snapshot): Group {
    const group = groupsOf(events)[key];
    return isNarrow(this.#size.widthPx) ? fewOf(group) : group;
  }

  #renderChosen(key: GroupKey, snapshot: Snapshot) {
    const {dataset, filters, locale} = snapshot;
    const rows = dataset[key];
    const names = filters[key].map((id) => plainText(rows[rowIndex(rows, id)]?.name, snapshot));
    return names.length > 0 ? html` <span class="chosen">${joinWords(names, locale)}</span>` : nothing;
  }

  #renderFind(name: string, find: Find | undefined, {locale}: Snapshot) {
    const text = messages(locale);
    return html`<div class="find">
      <input type="search" autocomplete="off" aria-label=${text.find(name)} placeholder=${text.find(name)}
        @input=${this.#onFind}>
      <span class="found" role="status">${find ? text.found(find.found.length) : ''}</span>
    </div>`;
  }

  #renderMore(key: GroupKey, {rest}: Group, {locale}: Snapshot) {
    if (rest.length === 0) return nothing;
    const text = messages(locale);
    const isWhole = this.#whole.has(key);
    return html`<button type="button" part="more" aria-expanded=${isWhole} @click=${this.#onMore}>${isWhole ? text.close : text.more(rest.length)}</button>`;
  }

  #renderClear(name: string, {locale}: Snapshot) {
    const {clear} = messages(locale);
    return html`<button type="button" part="clear" aria-label=${`${clear}: ${name}`} @click=${this.#onClear}>${clear}</button>`;
  }

  #renderOption(key: GroupKey, at: number, snapshot: Snapshot) {
    const {dataset, filters, locale} = snapshot;
    const row = dataset[key][at];
    if (!row) return nothing;
    const count = this.#facets?.[key][at] ?? 0;
    const isChosen = filters[key].includes(row.id);
    const part = tokens(['option', isChosen && 'option-chosen', count === 0 && 'option-empty']);
    const name = `${plainText(row.name, snapshot)}: ${messages(locale).events(count)}`;
    return html`<label part=${part} class=${part}>
      <input type="checkbox" data-id=${row.id} .checked=${isChosen} aria-label=${name}>
      ${key === 'categories' ? shapeIcon(at) : nothing}<span class="name">${inlineText(row.name, snapshot)}</span>
      <span part="option-count" class="option-count">${formatNumber(count, locale)}</span>
    </label>`;
  }

  /** Counts immediately the first time, then debounced. */
  #count(snapshot: Snapshot): void {
    const before = this.#counted;
    if (snapshot.shown === before?.shown) return;
    clearTimeout(this.#countTimer);
    const count = (now: Snapshot) => {
      this.#counted = now;
      this.#facets = facetCounts(now.events, now);
    };
    if (!before || (before.dataset !== snapshot.dataset && snapshot.progress === null)) count(snapshot);
    else
      this.#countTimer = setTimeout(() => {
        count(this.host.store.snapshot ?? snapshot);
        this.host.element.requestUpdate();
      }, COUNT_DEBOUNCE);
  }

  #keyOf(event: Event): GroupKey {
    return (event.target as Element).closest<HTMLElement>('[data-group]')?.dataset.group as GroupKey;
  }

  #filter(filters: Partial<Filters>): void {
    this.host.store.request({type: 'filter', filters});
  }

  readonly #onInput = (event: Event): void => {
    const {value} = event.target as HTMLInputElement;
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => this.#filter({text: value}), SEARCH_DEBOUNCE);
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    clearTimeout(this.#searchTimer);
    const field = (event.target as Element).querySelector('input');
    if (field) this.#filter({text: field.value});
  };

  readonly #onChange = (event: Event): void => {
    const box = event.target as HTMLInputElement;
    const {id} = box.dataset;
    const {filters} = this.host.store.snapshot ?? {};
    if (id === undefined || !filters) return;
    const key = this.#keyOf(event);
    const chosen = box.checked ? [...filters[key], id] : filters[key].filter((each) => each !== id);
    // Revert the checkbox until the story accepts the request.
    box.checked = !box.checked;
    this.#filter({[key]: chosen});
  };

  /** Shows all options of a group, and goes on with the first that was not there; or the most frequent alone again. */
  readonly #onMore = async (event: Event): Promise<void> => {
    const key = this.#keyOf(event);
    const {parentElement} = event.target as Element;
    const {element, store} = this.host;
    const shown = store.snapshot ? this.#groupOf(key, store.snapshot).top.length : 0;
    if (this.#whole.delete(key)) {
      element.requestUpdate();
      return;
    }
    this.#whole.add(key);
    element.requestUpdate();
    await element.updateComplete;
    parentElement?.querySelectorAll<HTMLInputElement>('.option input')[shown]?.focus();
  };

  readonly #onClear = (event: Event): void => {
    // The button disappears: move the focus to an option.
    (event.target as Element).closest('.options')?.querySelector('input')?.focus();
    this.#filter({[this.#keyOf(event)]: []});
  };

  readonly #onAll = (event: Event): void => {
    clearTimeout(this.#searchTimer);
    const field = (event.target as Element).closest('form')?.querySelector('input');
    if (field) field.value = '';
    field?.focus();
    const {range, extent} = this.host.store.snapshot ?? {};
    this.#filter(NO_FILTERS);
    if (range) this.host.store.request({type: 'range', range: null});
    if (extent) this.host.store.request({type: 'extent', extent: null});
  };

  readonly #onToggle = (event: Event): void => {
    const key = this.#keyOf(event);
    if ((event.target as HTMLDetailsElement).open) this.#open.add(key);
    else this.#open.delete(key);
  };

  readonly #onFind = (event: Event): void => {
    const key = this.#keyOf(event);
    const {value} = event.target as HTMLInputElement;
    clearTimeout(this.#findTimers.get(key));
    this.#findTimers.set(
      key,
      setTimeout(() => this.#find(key, value), SEARCH_DEBOUNCE),
    );
  };

  /** Searches the names in steps separated by timers, as a table may have a million rows. */
  #find(key: GroupKey, words: string): void {
    const {dataset} = this.host.store.snapshot ?? {};
    this.#finds.delete(key);
    this.host.element.requestUpdate();
    if (!words.trim() || !dataset) return;
    const search = findNames(dataset[key], words);
    const step = () => {
      const {value, done} = search.next();
      this.#finds.set(key, {words, found: value});
      this.host.element.requestUpdate();
      if (!done) this.#findTimers.set(key, setTimeout(step));
    };
    step();
  }
}
