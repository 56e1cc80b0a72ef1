import {css, html, nothing, svg} from 'lit';
import {placeTile, type Tile, tilesIn} from '../../core/geo/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {addressOf, loadTiles, type Tiles, urlOf, type ViewState} from '../../map/index.js';
import {hostToAsk, inlineWords} from '../base/index.js';
import {repeat} from '../base/repeat.js';
import {styles as consentStyles, drawConsent} from './consent.js';
import type {MapHost} from './map-host.js';

const keyOf = ({z, column, y}: Tile) => `${z}/${column}/${y}`;

/** Pictures of the ground, once nobody needs to be asked for the servers that they, and their description, are on. */
export class TileGround {
  /** Of their description; undefined for one that comes along. */
  readonly #address: string | undefined;
  #tiles: Tiles | undefined;
  #isLoading = false;
  #isAllowed = false;
  #hasFailed = false;
  /** Addresses of the tiles that have come. */
  readonly #there = new Set<string>();
  #wanted: readonly Tile[] = [];
  /** The last level of which all that is seen had come: it stands until the next one has. */
  #before: readonly Tile[] = [];

  constructor(
    readonly named: string,
    readonly host: MapHost,
    /** Called when anything looks otherwise. */
    readonly redraw: () => void,
  ) {
    try {
      this.#address = addressOf(named, host.element.baseURI);
    } catch {
      this.#hasFailed = true;
    }
  }

  /** Fetches what the snapshot allows; whether pictures are to be seen now that were not, or no more. */
  load(snapshot: Snapshot): boolean {
    const isAllowed = this.#hostToAsk(snapshot) === undefined;
    if (!this.#tiles && !this.#hasFailed && isAllowed && !this.#isLoading) void this.#fetch();
    if (!this.#tiles || isAllowed === this.#isAllowed) return false;
    this.#isAllowed = isAllowed;
    this.redraw();
    return true;
  }

  async #fetch(): Promise<void> {
    this.#isLoading = true;
    try {
      this.#tiles = await loadTiles(this.named, this.host.element.baseURI);
    } catch {
      this.#hasFailed = true;
    }
    this.redraw();
  }

  #hostToAsk(snapshot: Snapshot): string | undefined {
    const tiles = this.#tiles;
    const urls = tiles ? tiles.templates.map((_, x) => urlOf(tiles, {z: 0, x, y: 0})) : [this.#address];
    return urls.map((url) => url && hostToAsk(url, snapshot)).find(Boolean);
  }

  /** How near they can be seen; undefined while they are not. */
  get maxZoom(): number | undefined {
    return this.#isAllowed ? this.#tiles?.maxZoom : undefined;
  }

  get attribution(): unknown {
    const tiles = this.#isAllowed ? this.#tiles : undefined;
    return tiles && inlineWords(tiles.attribution || new URL(urlOf(tiles, {z: 0, x: 0, y: 0})).host);
  }

  draw(view: ViewState) {
    const tiles = this.#tiles;
    if (!tiles || !this.#isAllowed) return nothing;
    const {width, height} = view;
    this.#wanted = tilesIn(view, tiles);
    if (this.#isWhole(tiles)) this.#before = this.#wanted;
    return svg`<g class="tiles">
      <g class="pictures">${repeat([...this.#under(view), ...this.#wanted], keyOf, (tile) =>
        this.#drawTile(tile, tiles),
      )}</g>
      <rect class="ink" width=${width} height=${height}></rect>
      <rect class="veil" width=${width} height=${height}></rect>
    </g>`;
  }

  /** Whether all that is wanted has come. */
  #isWhole(tiles: Tiles): boolean {
    return this.#wanted.every((tile) => this.#there.has(urlOf(tiles, tile)));
  }

  /** Tiles of the level before that are in view, and not wanted themselves. */
  #under(view: ViewState): readonly Tile[] {
    const wanted = new Set(this.#wanted.map(keyOf));
    return this.#before
      .filter((tile) => !wanted.has(keyOf(tile)))
      .map((tile) => placeTile(tile, view))
      .filter((tile) => isInView(tile, view));
  }

  #drawTile(tile: Tile, tiles: Tiles) {
    // Whole pixels: between two that end within one, the ground would shine through.
    const x = Math.round(tile.left);
    const y = Math.round(tile.top);
    const width = Math.round(tile.left + tile.size) - x;
    const height = Math.round(tile.top + tile.size) - y;
    return svg`<image href=${urlOf(tiles, tile)} x=${x} y=${y} width=${width} height=${height}
      preserveAspectRatio="none" @load=${this.#onLoad} @error=${this.#onError}></image>`;
  }

  readonly #onLoad = (event: Event): void => {
    const url = (event.target as SVGImageElement).getAttribute('href');
    if (url !== null) this.#there.add(url);
    if (this.#hasFailed || (this.#tiles && this.#isWhole(this.#tiles))) this.redraw();
    this.#hasFailed = false;
  };

  readonly #onError = (): void => {
    if (this.#there.size > 0 || this.#hasFailed) return;
    this.#hasFailed = true;
    this.redraw();
  };

  note(snapshot: Snapshot): unknown {
    const text = messages(snapshot.locale);
    if (this.#hasFailed) return html`<span part="notice" role="status">${text.tilesFailed}</span>`;
    const host = this.#hostToAsk(snapshot);
    if (host === undefined) return nothing;
    return drawConsent(text.foreignTiles(host), host, snapshot.locale, this.host);
  }
}

const isInView = ({left, top, size}: Tile, {width, height}: ViewState): boolean =>
  left < width && top < height && left + size > 0 && top + size > 0;

/**
 * Pictures in the tones of the theme, so that they recede: grey, dark in the dark (the difference to white turns them
 * around), and veiled by the land. They bring their own names.
 */
const own = css`
  .tiles {
    isolation: isolate;
    pointer-events: none;
    --_mute: var(--crono-map-tile-mute, 1);
  }
  .pictures {
    filter: grayscale(var(--_mute));
  }
  .ink {
    fill: light-dark(black, white);
    fill-opacity: var(--_mute);
    mix-blend-mode: difference;
  }
  .veil {
    fill: light-dark(
      color-mix(in srgb, var(--_land) 20%, transparent),
      color-mix(in srgb, var(--_land) 45%, transparent)
    );
    fill-opacity: var(--_mute);
  }
  @media not (forced-colors: active) {
    g:has(> .tiles) ~ g .names {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .tiles {
      display: none;
    }
  }
`;

export const styles = [own, ...consentStyles];
