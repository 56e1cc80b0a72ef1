import {describe, expect, test} from 'vitest';
import {parseDataset, parseSrcset, playerOf} from '../../../src/core/dataset/index.js';

const playerAt = (address: string, listed: readonly string[] = []) => playerOf(new URL(address), listed);

describe('the player of an address', () => {
  const video = 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0';
  test.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', video],
    ['https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ', video],
    ['https://youtu.be/dQw4w9WgXcQ?si=x', video],
    ['https://youtu.be/dQw4w9WgXcQ?t=1h2m3s', `${video}&start=3723`],
    ['https://www.youtube.com/shorts/dQw4w9WgXcQ', video],
    ['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1', video],
    [
      'https://www.youtube.com/playlist?list=PL0123456789',
      'https://www.youtube-nocookie.com/embed/videoseries?list=PL0123456789',
    ],
    ['https://vimeo.com/123456789', 'https://player.vimeo.com/video/123456789?dnt=1'],
    ['https://vimeo.com/123456789/abcdef0123', 'https://player.vimeo.com/video/123456789?dnt=1&h=abcdef0123'],
    [
      'https://player.vimeo.com/video/123456789?h=abc123',
      'https://player.vimeo.com/video/123456789?dnt=1&h=abc123',
    ],
    [
      'https://soundcloud.com/radio/the-flood',
      'https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fradio%2Fthe-flood&auto_play=false&show_user=false',
    ],
  ])('%s', (address, player) => {
    expect(playerAt(address)).toBe(player);
  });

  test.each([
    'https://www.youtube.com/@channel',
    'https://vimeo.com/about',
    'https://soundcloud.com/radio',
    'https://video.example.org/w/abcdefghijklmnopqrstuv',
    'https://youtube.com.example.org/watch?v=dQw4w9WgXcQ',
    'data:text/html,<script>',
  ])('%s has none', (address) => {
    expect(playerAt(address)).toBeUndefined();
  });

  test.each([
    ['/w/abcdefghijklmnopqrstuv', '/videos/embed/abcdefghijklmnopqrstuv?p2p=0'],
    [
      '/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d',
      '/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d?p2p=0',
    ],
    ['/w/p/abcdefghijklmnopqrstuv', '/video-playlists/embed/abcdefghijklmnopqrstuv?p2p=0'],
    ['/player/12', '/player/12'],
  ])('a listed host: %s', (path, player) => {
    const host = 'https://video.example.org';
    expect(playerAt(host + path, ['video.example.org'])).toBe(host + player);
    expect(playerAt(`http://other.example.org${path}`, ['video.example.org'])).toBeUndefined();
  });
});

test.each([
  ['a.jpg 640w, b.jpg 1280w', ['a.jpg 640w', 'b.jpg 1280w']],
  ['a.jpg', ['a.jpg ']],
  ['a,b.jpg 1x,c.jpg 2.5x', ['a,b.jpg 1x', 'c.jpg 2.5x']],
  ['a.jpg, b.jpg 2x', ['a.jpg ', 'b.jpg 2x']],
  ['  a.jpg   640w  ', ['a.jpg 640w']],
  ['a.jpg 640', undefined],
  ['a.jpg 640px, b.jpg', undefined],
  ['a.jpg 640w 2x', undefined],
  ['a.jpg .5x , b.jpg 1280w,', ['a.jpg .5x', 'b.jpg 1280w']],
  [' ,, ', undefined],
  ['', undefined],
])('srcset %j', (text, expected) => {
  expect(parseSrcset(text)?.map(({src, size}) => `${src} ${size}`)).toEqual(expected);
});

function parse(media: unknown) {
  const {dataset, issues} = parseDataset({
    cronomapa: 1,
    language: 'en',
    sources: [{id: 's', title: 'S'}],
    events: [{id: 'e', date: '2024', title: 'E', places: [], cite: [{source: 's'}], media: [media]}],
  });
  return {
    media: dataset.events[0]?.media,
    codes: issues
      .filter(({path}) => path.includes('media'))
      .map(({code, path}) => `${code} ${path.slice(15)}`),
  };
}

describe('media of a dataset', () => {
  test('a quote needs neither address nor description', () => {
    const quote = {type: 'quote', text: 'Nobody told us.', credit: 'A neighbour', cite: [{source: 's'}]};
    expect(parse(quote)).toEqual({media: [{...quote, captions: []}], codes: []});
  });
  test('a file needs an address', () => {
    expect(parse({type: 'document', alt: 'A'})).toEqual({media: [], codes: ['value-missing /0/src']});
  });
  test('an unknown kind is left out', () => {
    expect(parse({type: 'hologram', src: 'a', alt: 'A'}).codes).toEqual(['value-unknown /0/type']);
  });
  test('what is inside is checked too', () => {
    const pair = {type: 'pair', src: 'a.png', alt: 'A', after: {src: 'javascript:x'}};
    expect(parse(pair).codes).toEqual(['address-unsafe /0/after/src', 'media-without-alt /0/after/alt']);
  });
});
