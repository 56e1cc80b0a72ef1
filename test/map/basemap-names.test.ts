import {afterEach, expect, test, vi} from 'vitest';
import {loadBasemap} from '../../src/map/basemap.js';

afterEach(() => vi.unstubAllGlobals());

/** What is fetched for a name; nothing is. */
async function asked(name: string, base = 'https://paper.example/story/'): Promise<string[]> {
  const urls: string[] = [];
  vi.stubGlobal('fetch', async (url: unknown) => {
    urls.push(String(url));
    throw new Error('offline');
  });
  await expect(loadBasemap(name, base)).rejects.toThrow();
  return urls;
}

test.each(['constructor', 'moon'])(
  'a basemap named "%s" is looked for beside those that come along',
  async (name) => {
    expect((await asked(name)).map((url) => url.split('/').at(-1))).toEqual([`${name}.json`]);
  },
);

test.each(['__proto__', 'toString'])('"%s" is no name but an address', async (name) => {
  expect(await asked(name)).toEqual([`https://paper.example/story/${name}`]);
});

test('an address that is none is refused as one that cannot be had', async () => {
  expect(await asked('http://[')).toEqual([]);
});
