import type {ReactiveController} from 'lit';
import {requestOf} from '../../net/index.js';
import {CronoLoadEvent} from '../base/index.js';
import {type Load, loadDataset} from './load.js';
import type {StoryHost} from './story-host.js';

/** Shortest time between two looks, in seconds: a server is shared. */
const LEAST = 10;

/** What the server calls this version of a file: its entity tag (RFC 9110), or else the time of its last change. */
async function versionOf(url: string, signal: AbortSignal): Promise<string | undefined> {
  const {ok, headers} = await fetch(url, {...requestOf(url), method: 'HEAD', cache: 'no-cache', signal});
  return ok ? (headers.get('etag') ?? headers.get('last-modified') ?? undefined) : undefined;
}

/**
 * Looks every so often whether the file of a story has changed, and shows the new one where the reader is: what is
 * selected, the period, the filters and the map stay. A look that fails is silent, since the story is there; the next
 * may succeed. Nothing is asked while the page is hidden.
 */
export class Refresh implements ReactiveController {
  #timer: ReturnType<typeof setInterval> | undefined;
  #abort: AbortController | undefined;
  /** Of the file that is shown. */
  #seen: {readonly url: string; readonly version: string} | undefined;

  /** @param load loads a file of another format */
  constructor(
    readonly story: StoryHost,
    readonly load: Load,
  ) {}

  hostConnected(): void {
    const seconds = Number(this.story.getAttribute('refresh'));
    if (!(seconds > 0)) return;
    void this.#look();
    this.#timer = setInterval(() => void this.#look(), Math.max(seconds, LEAST) * 1000);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#abort?.abort();
  }

  async #look(): Promise<void> {
    const {story} = this;
    if (document.hidden || !story.src) return;
    const abort = new AbortController();
    this.#abort?.abort();
    this.#abort = abort;
    const {signal} = abort;
    try {
      const url = new URL(story.src, story.baseURI).href;
      const version = await versionOf(url, signal);
      if (version === undefined) return;
      const before = this.#seen;
      // The first look at an address only learns what is shown.
      const isOther = before?.url === url && before.version !== version;
      if (!isOther || (await this.#load(url, signal))) this.#seen = {url, version};
    } catch {
      // The next look may succeed.
    }
  }

  /** Whether the new file is shown. */
  async #load(url: string, signal: AbortSignal): Promise<boolean> {
    const {story} = this;
    const {withoutWorker} = story;
    const load = story.getAttribute('format') ? this.load : loadDataset;
    const loaded = await load(url, signal, {withoutWorker, cache: 'no-cache'});
    if (signal.aborted || !('result' in loaded)) return false;
    const {dataset, issues} = loaded.result;
    story.dispatch({type: 'load', dataset, issues});
    await story.updateComplete;
    story.dispatchEvent(new CronoLoadEvent(dataset, issues));
    return true;
  }
}
