import {afterEach, expect, test, vi} from 'vitest';
import {loadAlong as loadBeside} from '../../src/map/along.cdn.js';
import {loadBasemap} from '../../src/map/basemap.js';

afterEach(() => vi.unstubAllGlobals());

/** What is asked for while something is loaded, from where nothing can be had; and why it fails. */
async function attempt(load: () => Promise<unknown>) {
  const urls: string[] = [];
  vi.stubGlobal('fetch', async (url: unknown) => {
    urls.push(String(url));
    throw new Error('offline');
  });
  const failure = await load().then(() => 'none', String);
  expect(failure).not.toBe('none');
  return {urls, failure};
}

const asked = async (name: string) =>
  (await attempt(() => loadBasemap(name, 'https://paper.example/story/'))).urls;

test.each(['constructor', 'moon'])(
  'a basemap named "%s" does not come along, and nothing is asked for it',
  async (name) => {
    const {urls, failure} = await attempt(() => loadBasemap(name, 'https://paper.example/story/'));
    expect(failure).toContain(`No basemap is named ${name}.`);
    expect(urls).toEqual([]);
  },
);

test.each(['constructor', 'moon'])('in the CDN files "%s" is looked for beside the script', async (name) => {
  const {urls} = await attempt(() => loadBeside(name));
  expect(urls.map((url) => url.split('/').slice(-2).join('/'))).toEqual([`basemaps/${name}.json`]);
});

test.each(['__proto__', 'toString'])('"%s" is no name but an address', async (name) => {
  expect(await asked(name)).toEqual([`https://paper.example/story/${name}`]);
});

test('an address that is none is refused as one that cannot be had', async () => {
  expect(await asked('http://[')).toEqual([]);
});
