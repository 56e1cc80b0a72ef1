import {css, html, type PropertyDeclarations} from 'lit';
import {afterEach, describe, expect, test, vi} from 'vitest';
import type {Snapshot} from '../../src/core/store/index.js';
import {PartController, StoryView} from '../../src/elements/base/index.js';
import type {CronoStory} from '../../src/elements/story/story.js';
import {
  all,
  frame,
  mount,
  one,
  RELEASE,
  reset,
  settled,
  shipped,
  waitFor,
  watchLeaks,
  words,
} from './helpers.js';

/* An element written by the recipe in CONTRIBUTING, with nothing but its own code. */

class CronoHeadline extends StoryView {
  static override readonly tag = 'crono-headline';
  static override readonly properties: PropertyDeclarations = {
    lead: {},
  };

  lead = 'Now: ';

  protected override watch({selected}: Snapshot) {
    return [selected];
  }

  protected override prepare(snapshot: Snapshot | undefined): void {
    this.setState('empty', snapshot?.selected === null);
  }

  protected override renderStory({selected}: Snapshot) {
    return html`<button @click=${this.#onClick}>${this.lead}${selected ?? 'none'}</button>`;
  }

  #onClick(): void {
    this.store.request({type: 'select', id: RELEASE});
  }
}

/** The exports of its lazily loaded module, which the test resolves. */
const part = {
  styles: [
    css`
      em {
        color: rgb(1 2 3);
      }
    `,
  ],
  render: ({dataset}: Snapshot, {level}: {readonly level: number}) =>
    html`<em>${dataset.sources.length} at ${level}</em>`,
};
let arrive: (module: typeof part) => void = () => {};
let asked = 0;

/** The class of a part: instantiated once, and stopped when its element is removed. */
class Counter {
  stopped = 0;
  stop(): void {
    this.stopped++;
  }
}
const made: Counter[] = [];

class CronoTally extends StoryView {
  static override readonly tag = 'crono-tally';

  readonly #part = new PartController(this, () => {
    asked++;
    return new Promise<typeof part>((resolve) => {
      arrive = resolve;
    });
  });
  readonly #counter = new PartController(
    this,
    async () => ({Counter}),
    (module) => {
      const counter = new module.Counter();
      made.push(counter);
      return counter;
    },
  );

  protected override watch({selected}: Snapshot) {
    return [selected];
  }

  protected override renderStory(snapshot: Snapshot) {
    this.#counter.get();
    return this.#part.get()?.render(snapshot, {level: 3});
  }
}

/** Its part does not come. */
class CronoLost extends StoryView {
  static override readonly tag = 'crono-lost';

  readonly #part = new PartController(this, (): Promise<typeof part> => Promise.reject(new Error('gone')));

  protected override watch() {
    return [];
  }

  protected override renderStory(snapshot: Snapshot) {
    return this.#part.get()?.render(snapshot, {level: 3});
  }
}

CronoHeadline.define();
CronoTally.define();
CronoLost.define();

const data = await shipped('caracas-releases');
const write = (markup: string) => {
  const box = document.createElement('div');
  for (const tag of markup.split(' ')) box.append(document.createElement(tag));
  document.body.append(box);
  return box;
};

afterEach(reset);

describe('an element by the recipe', () => {
  test('shows its slot, then the story; asks, and is drawn anew', async () => {
    const story = await mount(['crono-headline'], data);
    const headline =
      one<CronoHeadline>(story, 'slot') && (story.querySelector('crono-headline') as CronoHeadline);
    expect(words(one(headline, 'button'))).toBe('Now: none');
    expect(headline.matches(':state(empty)')).toBe(true);
    one(headline, 'button').click();
    await settled(story);
    expect(story.snapshot.selected).toBe(RELEASE);
    expect(words(one(headline, 'button'))).toBe(`Now: ${RELEASE}`);
    expect(headline.matches(':state(empty)')).toBe(false);
  });

  test('outside of its story it joins by `for`, follows to another, and lets go of one that goes', async () => {
    const first = await mount([], data, {id: 'first'});
    const second = await mount([], data, {id: 'second', selected: RELEASE});
    const [headline] = write('crono-headline').children as unknown as [CronoHeadline];
    await headline.updateComplete;
    expect(headline.renderRoot.querySelector('slot')).not.toBeNull();
    headline.for = 'first';
    await headline.updateComplete;
    expect(words(one(headline, 'button'))).toBe('Now: none');
    headline.for = 'second';
    await headline.updateComplete;
    expect(words(one(headline, 'button'))).toBe(`Now: ${RELEASE}`);
    second.remove();
    await frame();
    await headline.updateComplete;
    expect(headline.renderRoot.querySelector('slot')).not.toBeNull();
    first.remove();
  });

  test('says each time that a part could not be loaded, and that it tries again', async () => {
    const story = await mount(['div', 'crono-lost'], data);
    const lost = story.querySelector('crono-lost') as CronoLost;
    const said = () => words(one(lost, '[role="alert"]'));
    for (let i = 0; i < 3; i++) {
      await waitFor(() => expect(said()).toMatch(/could not be loaded/));
      const again = one(lost, '[part="retry"]');
      again.focus();
      again.click();
      expect(said()).toMatch(/^Loading/);
      expect(lost.shadowRoot?.activeElement).toBe(again);
    }
  });

  test('leaves nothing behind, and comes back', async () => {
    // With other children, as a story without any lays itself out.
    const story = await mount(['div', 'crono-headline'], data);
    const headline = story.querySelector('crono-headline') as CronoHeadline;
    const leaks = watchLeaks();
    for (let i = 0; i < 3; i++) {
      headline.remove();
      await frame();
      story.dispatch({type: 'select', id: i % 2 ? null : RELEASE});
      story.append(headline);
    }
    await headline.updateComplete;
    expect(words(one(headline, 'button'))).toBe(`Now: ${RELEASE}`);
    headline.remove();
    await frame();
    const {added, alive} = leaks.stop();
    expect(added).toBeGreaterThan(0);
    expect(alive).toEqual([]);
  });
});

describe('a part that is fetched', () => {
  test('is asked for once; the slot stays until it is there, with its styles', async () => {
    asked = 0;
    const story = document.createElement('crono-story') as CronoStory;
    story.append(document.createElement('crono-tally'));
    story.data = data;
    document.body.append(story);
    const tally = story.querySelector('crono-tally') as CronoTally;
    await waitFor(() => expect(asked).toBe(1));
    expect(tally.renderRoot.querySelector('slot')).not.toBeNull();
    story.dispatch({type: 'select', id: RELEASE});
    await frame();
    expect(asked).toBe(1);
    // `updateComplete` also waits for pending parts.
    let isDone = false;
    const done = tally.updateComplete.then(() => {
      isDone = true;
    });
    await frame();
    expect(isDone).toBe(false);
    arrive(part);
    await done;
    expect(words(one(tally, 'em'))).toBe(`${story.snapshot.dataset.sources.length} at 3`);
    expect(getComputedStyle(one(tally, 'em')).color).toBe('rgb(1, 2, 3)');
  });

  test('that does not come for a minute is said, and can be tried again; when it comes it is there', async () => {
    const story = await mount(['div', 'crono-headline'], data);
    vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
    const tally = document.createElement('crono-tally') as CronoTally;
    asked = 0;
    story.append(tally);
    while (asked === 0) await frame();
    vi.advanceTimersByTime(59_999);
    await frame();
    expect(all(tally, '[part="retry"]')).toHaveLength(0);
    vi.advanceTimersByTime(1);
    vi.useRealTimers();
    await waitFor(() => expect(words(one(tally, '[role="alert"]'))).toMatch(/could not be loaded/));
    expect(all(tally, '[part="retry"]')).toHaveLength(1);
    arrive(part);
    await waitFor(() => expect(words(one(tally, 'em'))).toMatch(/ at 3$/));
    expect(all(tally, '[part="notice"]')).toHaveLength(0);
  });

  test('one with a state of its own is made once, and told when the element has gone, not when it moves', async () => {
    made.length = 0;
    const story = await mount(['crono-headline'], data);
    const tally = document.createElement('crono-tally') as CronoTally;
    story.append(tally);
    await waitFor(() => expect(made.length).toBe(1));
    arrive(part);
    await settled(story);
    story.prepend(tally);
    await frame();
    expect(made.map(({stopped}) => stopped)).toEqual([0]);
    tally.remove();
    await frame();
    expect(made.map(({stopped}) => stopped)).toEqual([1]);
  });
});
