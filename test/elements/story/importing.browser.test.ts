import {render} from 'lit';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {renderNotice} from '../../../src/elements/story/notice.js';
import {loadMessages} from '../../../src/i18n/index.js';
import {mount, rootOf, words} from '../helpers.js';

const urls: string[] = [];
const file = (text: string, type = 'text/csv') => {
  const url = URL.createObjectURL(new Blob([text], {type}));
  urls.push(url);
  return url;
};

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  for (const url of urls.splice(0)) URL.revokeObjectURL(url);
  document.body.replaceChildren();
});

const floods = `Date;Title;Place;Latitude;Longitude
2 May 2024;The river rises;Porto Alegre;-30,03;-51,23
5 May 2024;The airport closes;Porto Alegre;-30,03;-51,23
soon;Nobody knows when;Canoas;-29,92;-51,18
`;

/** A story that fetches a file. */
async function fetched(src: string, attributes: Readonly<Record<string, string>> = {}) {
  const story = await mount([], undefined, {src, ...attributes});
  await expect.poll(() => story.snapshot.status, {timeout: 30_000}).toMatch(/ready|error/);
  return story;
}

const titles = (story: Awaited<ReturnType<typeof fetched>>) =>
  [...story.snapshot.dataset.events].map(({title}) => title);

describe('a spreadsheet as the file of a story', () => {
  test('is shown as its events, and its editors see what it lacks', async () => {
    const story = await fetched(file(floods), {format: 'csv', 'with-issues': ''});
    expect(titles(story)).toEqual(expect.arrayContaining(['The river rises', 'The airport closes']));
    await expect.element(page.getByText('The airport closes').first()).toBeInTheDocument();
    await expect.poll(() => rootOf(story).querySelector('[part=issues]')?.textContent).toContain('row 4');
  });

  test('by its kind alone', async () => {
    const story = await fetched(file(floods), {format: 'auto'});
    expect(titles(story)).toContain('The river rises');
  });

  test('that is none says what it is', async () => {
    const story = await fetched(file('<!doctype html><title>Sign in</title>'), {format: 'auto'});
    await expect.element(page.getByRole('alert')).toHaveTextContent(/web page \(HTML\)/);
    expect(story.snapshot.failure?.code).toBe('not-dataset');
  });

  test('a large one is read whole, also where its worker cannot fetch what it needs', async () => {
    const rows = Array.from(
      {length: 20_000},
      (_, i) => `${2000 + (i % 20)}-05-0${1 + (i % 9)};Event ${i};;;`,
    );
    const story = await fetched(file(`${floods.split('\n')[0]}\n${rows.join('\n')}\n`), {format: 'csv'});
    await expect.poll(() => story.snapshot.progress, {timeout: 30_000}).toBe(null);
    expect(story.snapshot.counts.events).toBe(20_000);
  });
});

test.each([
  [0, '2 hechos hasta ahora.', false],
  [0.4, '2 hechos hasta ahora, 40 % del archivo.', true],
])(
  'a part of a file (%d, 0 when its length is not known) says no more than is known',
  async (progress, said, isKnown) => {
    const story = await fetched(file(floods), {format: 'csv'});
    await loadMessages('es');
    const snapshot = {
      ...story.snapshot,
      progress,
      locale: 'es',
      counts: {...story.snapshot.counts, events: 2},
    };
    const box = document.createElement('div');
    render(renderNotice(snapshot, {isOwn: true, isComing: false, isSlow: false, retry: () => {}}), box);
    expect(words(box)).toBe(said);
    expect(box.querySelector('progress')?.hasAttribute('value')).toBe(isKnown);
  },
);

describe('a large file that takes its time', () => {
  const rows = Array.from({length: 80_000}, (_, i) => `${2000 + (i % 20)}-05-0${1 + (i % 9)};Event ${i};;;`);
  const large = `${floods.split('\n')[0]}\n${rows.join('\n')}\n`;

  test.each([
    ['in a worker', {}],
    ['without one', {'without-worker': ''}],
  ])('%s says how far it is, and is stopped and tried again by the keyboard', async (_, attributes) => {
    // Not mounted by the helper, which waits until all is there.
    const story = document.createElement('crono-story');
    for (const [name, value] of Object.entries({src: file(large), format: 'csv', lang: 'es', ...attributes}))
      story.setAttribute(name, value);
    document.body.append(story);
    const stop = page.getByRole('button', {name: 'Detener'});
    await expect.element(stop, {timeout: 30_000}).toBeInTheDocument();
    const bar = page.getByRole('progressbar', {name: 'Se está leyendo el archivo…'});
    await expect
      .poll(() => (bar.element() as HTMLProgressElement).value, {timeout: 30_000})
      .toBeGreaterThan(0);
    (stop.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent(/se detuvo la lectura/);
    await expect.element(stop).not.toBeInTheDocument();
    const again = page.getByRole('button', {name: 'Reintentar'});
    await expect.poll(() => rootOf(story).activeElement).toBe(again.element());
    expect(story.snapshot.status).toBe('error');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => story.snapshot.counts.events, {timeout: 60_000}).toBe(80_000);
    await expect.element(stop).not.toBeInTheDocument();
  });
});

describe('a file that changes', () => {
  test('is shown anew where the reader is, and asked for no more when it is the same', async () => {
    let version = 1;
    const asked: string[] = [];
    const story = (title: string) => ({
      cronomapa: 1,
      language: 'en',
      sources: [{id: 's', title: 'S'}],
      events: [
        {id: 'a', date: '2024-05-02', title: 'The river rises', cite: [{source: 's'}]},
        {id: 'b', date: '2024-05-05', title, cite: [{source: 's'}]},
      ],
    });
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (_, {method = 'GET'} = {}) => {
      asked.push(method);
      const body = method === 'HEAD' ? null : JSON.stringify(story(`Version ${version}`));
      return new Response(body, {headers: {etag: `"${version}"`}});
    });
    vi.useFakeTimers({toFake: ['setInterval', 'clearInterval']});
    const element = await fetched('/story.json', {refresh: '60'});
    await expect.poll(() => asked).toEqual(['GET', 'HEAD']);
    element.dispatch({type: 'select', id: 'b'});
    vi.advanceTimersByTime(60_000);
    await expect.poll(() => asked).toEqual(['GET', 'HEAD', 'HEAD']);
    version = 2;
    vi.advanceTimersByTime(60_000);
    await expect.poll(() => titles(element)).toEqual(['The river rises', 'Version 2']);
    expect(asked).toEqual(['GET', 'HEAD', 'HEAD', 'HEAD', 'GET']);
    expect(element.snapshot.selected).toBe('b');
    // Once it is gone it asks no more.
    element.remove();
    await element.updateComplete;
    vi.advanceTimersByTime(600_000);
    await Promise.resolve();
    expect(asked).toHaveLength(5);
  });
});
