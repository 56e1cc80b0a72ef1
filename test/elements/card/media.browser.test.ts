import {afterEach, describe, expect, test} from 'vitest';
import type {CronoCard} from '../../../src/elements/card/card.js';
import {all, button, mount, reset, rootOf, words} from '../helpers.js';

afterEach(reset);

async function show(media: unknown, attributes: Record<string, string> = {}, tag = 'crono-card') {
  const data = {
    cronomapa: 1,
    language: 'en',
    events: [{id: 'e', date: '2024', title: 'The bridge falls', media: [media]}],
  };
  const story = await mount([tag], data, {selected: 'e', ...attributes});
  return {element: story.querySelector(tag) as CronoCard};
}
const noticeOf = (element: Element) => words(all(element, '.media [part~=notice]')[0]);
const isSeen = (element: Element, selector: string) =>
  all(element, selector).some((each) => each.checkVisibility());

describe('what cannot be shown is said, with its words and the way to it', () => {
  const missing = `${location.host}/none`;
  test.each([
    ['image', '/none.png', `The picture could not be shown. ${missing}.png`],
    ['video', '/none.mp4', `The film could not be shown. ${missing}.mp4`],
    ['audio', '/none.mp3', `The recording could not be played. ${missing}.mp3`],
  ])('a dead %s', async (type, src, sentence) => {
    const {element} = await show({type, src, alt: 'The bridge'});
    await expect.poll(() => noticeOf(element)).toBe(`The bridge ${sentence} Try again`);
    expect(isSeen(element, 'img, video, audio')).toBe(false);
    const link = all(element, '.media a')[0];
    expect(link?.getAttribute('href')).toBe(new URL(src, document.baseURI).href);
  });

  test.each(['https://www.youtube.com/watch?v=abc', 'https://youtu.be/abc', 'https://m.vimeo.com/1'])(
    'the page %s, of which nothing is asked',
    async (src) => {
      const {element} = await show({type: 'video', src, alt: 'Film of the bridge'});
      await expect
        .poll(() => noticeOf(element))
        .toBe(`Film of the bridge The film could not be shown. ${src.replace('https://', '')}`);
      expect(all(element, 'video, .media button')).toHaveLength(0);
    },
  );

  test('a film of a server that is agreed to, at once', async () => {
    const {element} = await show({type: 'video', src: 'http://127.0.0.1:9/a.mp4', alt: 'The bridge'});
    await button('Load from 127.0.0.1:9').click();
    await expect
      .poll(() => noticeOf(element))
      .toBe('The bridge The film could not be shown. 127.0.0.1:9/a.mp4 Try again');
    expect(isSeen(element, 'video')).toBe(false);
  });

  test('in a list, whose rows it is drawn in', async () => {
    const {element} = await show({type: 'image', src: '/none.png', alt: 'The bridge'}, {}, 'crono-list');
    await button('The bridge falls').click();
    await expect.poll(() => noticeOf(element)).toContain('The bridge The picture could not be shown.');
    expect(isSeen(element, 'img')).toBe(false);
  });

  test.each([
    ['es', 'No se pudo mostrar la imagen.'],
    ['pt', 'Não foi possível mostrar a imagem.'],
    ['fr', 'L’image n’a pas pu être affichée.'],
    ['ar', 'تعذّر عرض الصورة.'],
  ])('in %s', async (lang, sentence) => {
    const {element} = await show({type: 'image', src: '/none.png', alt: 'x'}, {lang});
    await expect.poll(() => noticeOf(element)).toContain(sentence);
  });
});

test('what fails again is announced again, and the focus stays with it', async () => {
  const {element} = await show({type: 'image', src: '/none.png', alt: 'The bridge'});
  await button('Try again').click();
  await expect.poll(() => all(element, '.media [role=alert]').length).toBe(1);
  expect(rootOf(element).activeElement?.localName).toBe('figure');
});

test('an image of the own server keeps the page to itself where it is redirected', async () => {
  const {element} = await show({type: 'image', src: '/none.png', alt: 'The bridge'});
  await expect.poll(() => all(element, 'img')[0]?.getAttribute('referrerpolicy')).toBe('same-origin');
});

test('what is printed is there before it is', async () => {
  const {element: list} = await show({type: 'image', src: '/none.png', alt: 'The bridge'}, {}, 'crono-list');
  await expect.poll(() => all(list, '.title').length).toBe(1);
  await list.lazyParts.pending;
  expect(all(list, 'figure')).toHaveLength(0);
  dispatchEvent(new Event('beforeprint'));
  expect(all(list, 'figure img')).toHaveLength(1);
  dispatchEvent(new Event('afterprint'));
});
