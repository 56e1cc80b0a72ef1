import {readFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {describe, expect, test} from 'vitest';
import {command} from './command.js';

const root = resolve(import.meta.dirname, '../..');
const STORY = join(root, 'data/caracas-releases.json');
const BASE = ['--base', 'https://news.example/cronomapa/'];
const good = JSON.stringify({
  cronomapa: 1,
  language: 'en',
  title: 'A *bridge* & “more”',
  sources: [{id: 's', title: 'S'}],
  events: [{id: 'e', date: '2025', title: 'E', cite: [{source: 's'}]}],
});

describe('snippet', () => {
  test('prints an element, with the story beside the scripts', async () => {
    const {status, out, err} = await command(['snippet', STORY, ...BASE]);
    expect([status, err]).toEqual([0, '']);
    expect(out).toBe(
      '<link rel="stylesheet" href="https://news.example/cronomapa/cronomapa.css">\n<script type="module" src="https://news.example/cronomapa/cronomapa.js"></script>\n<crono-story src="https://news.example/cronomapa/caracas-releases.json"></crono-story>\n',
    );
  });

  test('finds the story in the folder, whatever slashes or query its address ends in', async () => {
    const {out} = await command(['snippet', STORY, '--base', '/c//?v=2']);
    expect(out).toContain('<crono-story src="/c/caracas-releases.json">');
  });

  test('prints the other ways, with what was chosen and the title of the story in the language', async () => {
    const choices = [
      '--language',
      'es',
      '--selected',
      'release-2025-12-25',
      '--theme',
      'dark',
      '--permalink',
    ];
    const src = ['--src', '/stories/releases.json'];
    const tag = await command(['snippet', STORY, '--base', '/c', '--as', 'tag', ...choices, ...src]);
    expect(tag.out).toBe(
      '<script src="/c/embed.js" data-src="/stories/releases.json" data-selected="release-2025-12-25" data-lang="es" data-theme="dark" data-permalink async></script>\n',
    );
    const frame = await command(['snippet', STORY, ...BASE, '--as', 'frame', '--height', '700', ...choices]);
    const {title} = JSON.parse(await readFile(STORY, 'utf8')) as {title: {es: string}};
    expect(frame.out).toContain(` data-permalink title="${title.es}" `);
    expect(frame.out).toContain(' height="700" ');
    expect(frame.out).toContain('selected=release-2025-12-25&amp;lang=es&amp;theme=dark"');
  });

  test('reads standard input, when it is told where the story lies', async () => {
    const args = ['snippet', '-', ...BASE, '--as', 'frame'];
    const {status, out} = await command([...args, '--src', '/x.json'], {stdin: good});
    expect(status).toBe(0);
    expect(out).toContain(' title="A bridge &amp; “more”" ');
    const {status: wrong, err} = await command(args, {stdin: good});
    expect(wrong).toBe(2);
    expect(err).toContain('snippet needs --src for -.');
  });

  test('of an event that is not there it says which there are', async () => {
    const {status, out, err} = await command(['snippet', STORY, ...BASE, '--selected', 'release']);
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(
      /caracas-releases\.json has no event "release"\. Its ids are [\w-]+(, [\w-]+){4}, and so on\. Name one of them, or leave --selected out\.\n$/,
    );
  });

  test.each([
    [[], 'needs --base'],
    [['--base', 'ftp://x'], '"ftp://x" is no address. Begin it with https:// or with /.'],
    [[...BASE, '--as', 'popup'], '"popup" is nothing that --as knows. Write element, tag, frame.'],
    [[...BASE, '--theme', 'pink'], '"pink" is nothing that --theme knows. Write light, dark.'],
    [[...BASE, '--height', 'tall'], '"tall" is no number of pixels for --height. Write it as 900.'],
    [[...BASE, '--language', 'not a tag'], '"not a tag" is not a language tag.'],
    [[...BASE, '--as', 'frame', '--src', 'https://elsewhere.example/x.json'], 'of its own server'],
    [[...BASE, '--width', '3'], '--width'],
    [[...BASE, 'another.json'], 'snippet needs one file.'],
  ])('used wrongly (%j) it says how', async (args, words) => {
    const {status, out, err} = await command(['snippet', STORY, ...args]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(words);
    expect(err).toContain('Usage:');
  });

  test('a file that is not there, or is no story, prints nothing', async () => {
    const missing = await command(['snippet', '/nowhere.json', ...BASE]);
    expect([missing.status, missing.out]).toEqual([1, '']);
    expect(missing.err).toContain('There is no such file.');
    const none = await command(['snippet', '-', ...BASE, '--src', '/x.json'], {stdin: '{'});
    expect([none.status, none.out]).toEqual([1, '']);
  });
});

describe('oembed', () => {
  test('prints the answer, with the frame in it', async () => {
    const more = ['--language', 'es', '--width', '600', '--height', '700'];
    const by = ['--provider', 'The Gazette', '--provider-url', 'https://news.example/'];
    const {status, out, err} = await command(['oembed', STORY, ...BASE, ...more, ...by]);
    expect([status, err]).toEqual([0, '']);
    const {title} = JSON.parse(await readFile(STORY, 'utf8')) as {title: {es: string}};
    const frame = await command([
      'snippet',
      STORY,
      ...BASE,
      '--as',
      'frame',
      ...more.slice(0, 2),
      ...more.slice(4),
    ]);
    expect(JSON.parse(out)).toEqual({
      type: 'rich',
      version: '1.0',
      title: title.es,
      provider_name: 'The Gazette',
      provider_url: 'https://news.example/',
      width: 600,
      height: 700,
      html: frame.out,
    });
  });

  test('asks for a server, and has one way', async () => {
    const {status, err} = await command(['oembed', STORY, '--base', '/c']);
    expect(status).toBe(2);
    expect(err).toContain('"/c" does not name a server');
    expect((await command(['oembed', STORY, ...BASE, '--as', 'tag'])).status).toBe(2);
  });
});
