/** What stories have whose file is still worked on, or of another format: fetched with `refresh`, `with-issues` or `format`. */
import {nothing, type ReactiveController, render} from 'lit';
import {renderIssues, styles} from './issues.js';
import type {Load} from './load.js';
import {Refresh} from './refresh.js';
import type {StoryHost} from './story-host.js';

const attached = new WeakSet<StoryHost>();

/** Follows a story from now on; once is enough. Returns what loads its file where that is of another format. */
export function attach(story: StoryHost): Load {
  const load: Load = async (...file) => (await import('./importing.js')).importDataset(story, ...file);
  if (attached.has(story)) return load;
  attached.add(story);
  story.lazyParts.adopt(styles);
  story.addController(new Refresh(story, load));
  story.addController(new IssuesAbove(story));
  story.requestUpdate();
  return load;
}

/** Lists what is wrong with the file, above all that the story renders. */
class IssuesAbove implements ReactiveController {
  readonly #box = document.createElement('div');

  constructor(readonly story: StoryHost) {}

  hostUpdated(): void {
    const {snapshot, renderRoot} = this.story;
    if (!this.#box.isConnected) renderRoot.prepend(this.#box);
    const isAsked = this.story.hasAttribute('with-issues') && snapshot.status === 'ready';
    render(isAsked ? renderIssues(snapshot) : nothing, this.#box);
  }
}
