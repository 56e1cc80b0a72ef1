/** What an editor has of a story whose file is still worked on: fetched with `refresh` or `with-issues`. */
import {nothing, type ReactiveController, render} from 'lit';
import {renderIssues, styles} from './issues.js';
import {Refresh} from './refresh.js';
import type {StoryHost} from './story-host.js';

const attached = new WeakSet<StoryHost>();

/** Follows a story from now on; once is enough. */
export function attach(story: StoryHost): void {
  if (attached.has(story)) return;
  attached.add(story);
  story.lazyParts.adopt(styles);
  story.addController(new Refresh(story));
  story.addController(new IssuesAbove(story));
  story.requestUpdate();
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
