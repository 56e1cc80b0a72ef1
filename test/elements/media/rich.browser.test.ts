import axe from 'axe-core';
import fc from 'fast-check';
import {afterEach, describe, expect, test} from 'vitest';
import {cdp, page, userEvent} from 'vitest/browser';
import type {CronoCard} from '../../../src/elements/card/card.js';
import {all, button, mount, one, reset, rootOf, settled, words} from '../helpers.js';

afterEach(reset);

const WIDE = new URL('../../../docs/themes/bold.webp', import.meta.url).href;
const TALL = new URL('../../../docs/pictures/world-phone.webp', import.meta.url).href;
const image = (more: object = {}) => ({
  type: 'image',
  src: WIDE,
  alt: 'A theme',
  width: 1280,
  height: 800,
  ...more,
});

const storyOf = (media: readonly object[]) => ({
  cronomapa: 1,
  language: 'en',
  sources: [{id: 's', title: 'Report', publisher: 'The office', url: 'https://example.org/report'}],
  events: [
    {id: 'e', date: '2024', title: 'The bridge falls', media},
    {id: 'f', date: '2025', title: 'The bridge stands'},
  ],
});

async function show(media: readonly object[], attributes: Record<string, string> = {}) {
  const story = await mount(['crono-card'], storyOf(media), {selected: 'e', width: '600px', ...attributes});
  const card = story.querySelector('crono-card') as CronoCard;
  await expect.poll(() => all(card, '.rich').length).toBe(1);
  await settled(story);
  return {card, story};
}

const active = (card: Element) => rootOf(card).activeElement;
const dialogOf = (card: Element) => all(card, 'dialog')[0] as HTMLDialogElement | undefined;
/** The pictures of a gallery that are seen, by their words. */
const shown = (card: Element) =>
  all(card, 'figure:not([hidden]) img').flatMap((img) => img.getAttribute('alt') ?? []);

/** Lets requests whose address has `name` in it never be answered. */
async function hang(name: string) {
  await cdp().send('Fetch.enable', {patterns: [{urlPattern: `*${name}*`}]});
  return () => cdp().send('Fetch.disable');
}

describe('a picture', () => {
  test('has its room before it comes', async () => {
    const stop = await hang('bold.webp');
    try {
      const {card} = await show([image({src: `${WIDE}?room`})]);
      const {width, height} = one(card, '.rich img').getBoundingClientRect();
      expect(width).toBeGreaterThan(300);
      expect(width / height).toBeCloseTo(1.6, 1);
    } finally {
      await stop();
    }
  });

  test('comes with other sizes, of the page’s own server or one that is agreed to', async () => {
    const {card} = await show([
      image({src: '/a.png', srcset: '/a-640.png 640w, http://127.0.0.1:9/a.png 1280w'}),
      image({src: '/b.png', srcset: '/b-640.png 640w, /b.png 1280w', sizes: '50vw'}),
    ]);
    expect(all(card, 'img').map((each) => each.getAttribute('srcset'))).toEqual([
      `${location.origin}/b-640.png 640w, ${location.origin}/b.png 1280w`,
    ]);
    await expect.element(page.getByText('It is on another server, 127.0.0.1:9, which')).toBeVisible();
  });

  test('is cropped around its focus, and only with one', async () => {
    const {card} = await show([image({src: TALL, width: 400, height: 800, focus: {x: 0.25, y: 0.75}})]);
    const {objectFit, objectPosition, aspectRatio} = getComputedStyle(one(card, '.rich img'));
    expect([objectFit, objectPosition, aspectRatio]).toEqual(['cover', '25% 75%', '1.5 / 1']);
  });

  test('has caption, credit and source below it', async () => {
    const {card} = await show([
      image({caption: 'On the *morning*', credit: 'Agency', cite: [{source: 's'}]}),
    ]);
    expect(words(one(card, 'figcaption'))).toBe('On the morning Agency 1');
    expect(one(card, 'figcaption a').getAttribute('aria-label')).toContain('The office');
  });

  test('says that it is slow, with its words and address', async () => {
    const stop = await hang('bold.webp');
    try {
      const {card} = await show([image({src: `${WIDE}?slow`})]);
      expect(one(card, '.slow').checkVisibility({visibilityProperty: true})).toBe(false);
      card.style.setProperty('--_patience', '0s');
      await expect.poll(() => one(card, '.slow').checkVisibility({visibilityProperty: true})).toBe(true);
      expect(words(one(card, '.slow'))).toMatch(/^A theme It is slow to come\. .*bold\.webp\?slow$/);
    } finally {
      await stop();
    }
  });

  test('that is dead is said, and tried again', async () => {
    const {card} = await show([image({src: '/none.png', caption: 'The bridge'})]);
    await expect
      .poll(() => words(all(card, '[part~=notice]')[0]))
      .toBe(`A theme The picture could not be shown. ${location.host}/none.png Try again`);
    // Its words are said once: a browser writes them into a picture that it cannot show.
    expect(one(card, 'img').checkVisibility()).toBe(false);
    await button('Try again').click();
    await expect.poll(() => all(card, '[role=alert]').length).toBe(1);
    expect(active(card)?.localName).toBe('figure');
  });

  test('with a warning is not fetched before the reader asks', async () => {
    const {card} = await show([image({warning: 'Shows an injury'})]);
    expect(all(card, 'img')).toHaveLength(0);
    await button('Show it').click();
    await expect.poll(() => shown(card)).toEqual(['A theme']);
  });
});

describe('enlarged', () => {
  const three = [
    image({alt: 'One'}),
    image({alt: 'Two', src: TALL}),
    image({alt: 'Hidden', warning: 'Shows an injury'}),
    image({alt: 'Three'}),
  ];

  test('by button, turned by keys, closed by Escape; the focus returns to the picture that was seen last', async () => {
    const {card} = await show(three);
    await button('Enlarge the picture').click();
    await expect.poll(() => dialogOf(card)?.matches(':modal')).toBe(true);
    expect(words(all(card, 'dialog [role=status]')[0])).toBe('1 of 3');
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(() => dialogOf(card)?.getAttribute('aria-label')).toBe('Two');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.poll(() => dialogOf(card)?.getAttribute('aria-label')).toBe('Three');
    await userEvent.keyboard('{Home}{ArrowRight}');
    await expect.poll(() => dialogOf(card)?.getAttribute('aria-label')).toBe('Two');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => dialogOf(card)).toBeUndefined();
    await expect.poll(() => shown(card)).toEqual(['Two']);
    await expect.poll(() => active(card)?.closest('figure')?.querySelector('img')?.alt).toBe('Two');
    expect(active(card)?.getAttribute('aria-label')).toBe('Enlarge the picture');
  });

  test('by a button beside what is said of it, that covers nothing of it; there is none where it cannot be shown', async () => {
    const {card} = await show([
      image({caption: 'The bridge'}),
      image({src: '/none.png', credit: 'The press'}),
    ]);
    const [picture, control] = ['img', '.enlarge'].map((each) => one(card, each).getBoundingClientRect());
    expect(control?.top).toBeGreaterThanOrEqual(picture?.bottom ?? Infinity);
    const dead = () => all(card, 'figure')[1];
    await button('Next in the gallery').click();
    await expect.poll(() => dead()?.querySelector('[part~=notice]')?.textContent).toContain('/none.png');
    expect(dead()?.querySelector('.enlarge')?.checkVisibility()).toBe(false);
    expect(dead()?.querySelector('img')?.checkVisibility()).toBe(false);
    const {card: single} = await show([image({caption: 'The bridge'})]);
    const [alone, below] = ['img', '.enlarge'].map((each) => one(single, each).getBoundingClientRect());
    expect(below?.top).toBeGreaterThanOrEqual(alone?.bottom ?? Infinity);
  });

  test('a single one has no buttons to turn, and is as large as the screen', async () => {
    const {card} = await show([image()]);
    await button('Enlarge the picture').click();
    await expect.poll(() => dialogOf(card)?.open).toBe(true);
    expect(all(card, 'dialog button')).toHaveLength(1);
    const {width, height} = dialogOf(card)?.getBoundingClientRect() ?? {};
    expect([width, height]).toEqual([innerWidth, innerHeight]);
    await page.getByRole('dialog').getByRole('button', {name: 'Close'}).click();
    await expect.poll(() => active(card)?.getAttribute('aria-label')).toBe('Enlarge the picture');
  });
});

describe('a gallery', () => {
  const media = [
    image({alt: 'One'}),
    image({alt: 'Two', src: TALL}),
    {type: 'audio', src: '/none.mp3', alt: 'A speech'},
  ];

  test('shows one at a time, by buttons and keys; a recording is beside it', async () => {
    const {card} = await show(media);
    const status = () => words(all(card, '.gallery > .turn [role=status]')[0]);
    expect([shown(card), status()]).toEqual([['One'], '1 of 2']);
    const height = one(card, '.gallery').getBoundingClientRect().height;
    await button('Next in the gallery').click();
    await expect.poll(() => [shown(card), status()]).toEqual([['Two'], '2 of 2']);
    expect(one(card, '.gallery').getBoundingClientRect().height).toBe(height);
    await userEvent.keyboard('{ArrowLeft}');
    await expect.poll(() => shown(card)).toEqual(['One']);
    await userEvent.keyboard('{End}');
    await expect.poll(() => shown(card)).toEqual(['Two']);
    expect(active(card)?.getAttribute('aria-label')).toBe('Next in the gallery');
    expect(all(card, '.rich > .audio')).toHaveLength(1);
  });

  test('keeps the focus where its keys are pressed in the picture that goes', async () => {
    const {card} = await show([image({alt: 'One'}), image({alt: 'Two', src: TALL}), image({alt: 'Three'})]);
    await expect.poll(() => all(card, '.enlarge').length).toBeGreaterThan(0);
    one<HTMLElement>(card, '.enlarge').focus();
    for (const alt of ['Two', 'Three']) {
      await userEvent.keyboard('{ArrowRight}');
      await expect.poll(() => shown(card)).toEqual([alt]);
      await expect.poll(() => active(card)?.querySelector('img')?.alt).toBe(alt);
    }
    await userEvent.keyboard('{Tab}');
    expect(active(card)?.className).toBe('enlarge');
    expect(active(card)?.closest('figure')?.hidden).toBe(false);
  });

  test('is turned the other way where text runs from right to left', async () => {
    const {card} = await show(media, {lang: 'ar'});
    await button('التالي في المعرض').click();
    await expect.poll(() => shown(card)).toEqual(['Two']);
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(() => shown(card)).toEqual(['One']);
  });

  test('is whole in print', async () => {
    const {card} = await show(media);
    await cdp().send('Emulation.setEmulatedMedia', {media: 'print'});
    try {
      expect(all(card, '.gallery > figure').every((figure) => figure.checkVisibility())).toBe(true);
      expect(all(card, '.turn, .enlarge').some((control) => control.checkVisibility())).toBe(false);
    } finally {
      await cdp().send('Emulation.setEmulatedMedia', {media: ''});
    }
  });
});

test('a film has captions and a transcript', async () => {
  const {card} = await show([
    {
      type: 'video',
      src: WIDE.replace('.webp', '.mp4'),
      alt: 'The bridge',
      poster: WIDE,
      captions: [{src: '/a.es.vtt', language: 'es'}],
      transcript: 'Water.\nAnd wind.',
    },
  ]);
  const track = one<HTMLTrackElement>(card, 'track');
  expect([track.kind, track.srclang, track.label, track.getAttribute('src')]).toEqual([
    'captions',
    'es',
    'español',
    `${location.origin}/a.es.vtt`,
  ]);
  const details = one<HTMLDetailsElement>(card, 'details');
  expect(details.open).toBe(false);
  await page.getByText('Transcript').click();
  expect(one(card, '.transcript').textContent).toContain('Water.');
});

describe('a player of another site', () => {
  const film = {
    type: 'embed',
    src: 'https://www.youtube.com/watch?v=abc123def45&t=1m5s',
    alt: 'The film',
    poster: WIDE,
  };

  test('is fetched after the reader agreed, in the form without cookies', async () => {
    const {card} = await show([film]);
    expect(all(card, 'iframe')).toHaveLength(0);
    expect(shown(card)).toEqual(['The film']);
    expect(words(one(card, '.warning'))).toContain('The player is on another site, www.youtube-nocookie.com');
    const link = one<HTMLAnchorElement>(card, '.way a');
    expect(link.href).toBe(film.src);
    await hang('youtube-nocookie');
    await button('Load from www.youtube-nocookie.com').click();
    await expect.poll(() => all(card, 'iframe').length).toBe(1);
    const frame = one<HTMLIFrameElement>(card, 'iframe');
    expect([frame.src, frame.title, frame.getAttribute('sandbox')]).toEqual([
      'https://www.youtube-nocookie.com/embed/abc123def45?rel=0&start=65',
      'The film',
      'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-presentation allow-same-origin',
    ]);
    expect(active(card)?.localName).toBe('figure');
    await cdp().send('Fetch.disable');
  });

  test('of a site that the page does not list is a link', async () => {
    const src = 'https://video.example.org/w/abcdefghijklmnopqrstuv';
    const {card, story} = await show([{...film, src}]);
    expect(words(one(card, '.warning'))).toBe('This page shows no players of video.example.org.');
    story.setAttribute('embed-hosts', 'other.example video.example.org');
    story.allowHosts = 'video.example.org';
    await hang('video.example.org');
    await expect
      .poll(() => (all(card, 'iframe')[0] as HTMLIFrameElement | undefined)?.src)
      .toBe('https://video.example.org/videos/embed/abcdefghijklmnopqrstuv?p2p=0');
    await cdp().send('Fetch.disable');
  });

  test('that the page’s policy keeps out is said', async () => {
    const {card, story} = await show([film]);
    await hang('youtube-nocookie');
    story.allowHosts = 'www.youtube-nocookie.com';
    await expect.poll(() => all(card, 'iframe').length).toBe(1);
    document.dispatchEvent(
      new SecurityPolicyViolationEvent('securitypolicyviolation', {
        effectiveDirective: 'frame-src',
        violatedDirective: 'frame-src',
        blockedURI: 'https://www.youtube-nocookie.com',
        documentURI: location.href,
        originalPolicy: '',
        statusCode: 200,
        disposition: 'enforce',
      }),
    );
    await expect
      .poll(() => words(all(card, '.warning')[0]))
      .toBe('This page does not let the player be shown.');
    expect(all(card, 'iframe')).toHaveLength(0);
    await cdp().send('Fetch.disable');
  });
});

test('a document is a picture of its page, and a link', async () => {
  const {card} = await show([
    {
      type: 'document',
      src: 'https://example.org/report.pdf',
      alt: 'The report',
      poster: TALL,
      width: 400,
      height: 560,
    },
  ]);
  await expect
    .element(page.getByRole('link', {name: 'The report Open the document (PDF) example.org'}))
    .toHaveAttribute('href', 'https://example.org/report.pdf');
  expect(shown(card)).toEqual(['The report']);
});

test('a quote says who said it, and where', async () => {
  const {card} = await show([
    {type: 'quote', text: {es: 'No avisaron.'}, credit: 'A neighbour', cite: [{source: 's'}]},
  ]);
  expect([words(one(card, 'blockquote')), one(card, 'blockquote span').lang]).toEqual(['No avisaron.', 'es']);
  expect(words(one(card, 'figcaption'))).toBe('A neighbour 1');
});

describe('a pair', () => {
  const pair = {
    type: 'pair',
    src: WIDE,
    alt: 'Dry',
    label: '4 May',
    width: 1280,
    height: 800,
    after: {src: WIDE, alt: 'Wet'},
  };

  test('is compared by a slider with keys', async () => {
    const {card} = await show([pair]);
    const slider = page.getByRole('slider', {name: 'Compare: 4 May, After'});
    await expect.element(slider).toHaveAttribute('aria-valuetext', '4 May: 50 %');
    (slider.element() as HTMLInputElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(slider).toHaveAttribute('aria-valuetext', '4 May: 51 %');
    expect(getComputedStyle(one(card, '.after')).clipPath).toBe('inset(0px 0px 0px 51%)');
    await userEvent.keyboard('{End}');
    await expect.poll(() => getComputedStyle(one(card, '.after')).clipPath).toBe('inset(0px 0px 0px 100%)');
    expect(shown(card)).toEqual(['4 May: Dry', 'After: Wet']);
  });

  test('stands side by side in print', async () => {
    const {card} = await show([pair]);
    await cdp().send('Emulation.setEmulatedMedia', {media: 'print'});
    try {
      const [before, after] = ['.before', '.after'].map((part) => one(card, part).getBoundingClientRect());
      expect(after?.left).toBeGreaterThan(before?.right ?? Infinity);
      expect(after?.top).toBe(before?.top);
      expect(getComputedStyle(one(card, '.after')).clipPath).toBe('none');
    } finally {
      await cdp().send('Emulation.setEmulatedMedia', {media: ''});
    }
  });
});

test.each([
  [
    'a gallery',
    'light',
    [image({alt: 'One', caption: 'A caption', credit: 'Agency', cite: [{source: 's'}]}), image({alt: 'Two'})],
  ],
  ['a gallery', 'dark', [image({alt: 'One', caption: 'A caption', credit: 'Agency'}), image({alt: 'Two'})]],
  ['a pair', 'light', [{type: 'pair', src: WIDE, alt: 'Dry', after: {src: WIDE, alt: 'Wet'}}]],
  [
    'what stands alone',
    'dark',
    [
      {type: 'embed', src: 'https://vimeo.com/123456', alt: 'Film', poster: WIDE},
      {type: 'audio', src: '/none.mp3', alt: 'A speech', transcript: 'Words.'},
      {type: 'quote', text: 'It was dark.', credit: 'A neighbour', src: 'https://example.org/'},
    ],
  ],
  ['a document', 'light', [{type: 'document', src: 'https://example.org/a.pdf', alt: 'Report'}]],
])('axe finds nothing in %s, %s', async (_, theme, media) => {
  document.documentElement.style.colorScheme = theme;
  const {card} = await show(media);
  const {violations} = await axe.run(card, {rules: {region: {enabled: false}}});
  expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
});

test('nothing of another host is asked for without agreement', async () => {
  const HOSTS = ['http://127.0.0.1:9', 'http://127.0.0.1:7', ''];
  const address = fc
    .tuple(fc.constantFrom(...HOSTS), fc.constantFrom('a.png', 'b.mp4', 'c.vtt', 'd.pdf'))
    .map(([host, name]) => `${host}/${name}`);
  const medium = fc.record(
    {
      type: fc.constantFrom('image', 'video', 'audio', 'embed', 'document', 'pair', 'quote'),
      src: address,
      alt: fc.constant('Words'),
      text: fc.constant('Words'),
      poster: address,
      srcset: fc
        .array(address, {minLength: 1, maxLength: 3})
        .map((all) => all.map((src, i) => `${src} ${i + 1}00w`).join(', ')),
      captions: fc.array(fc.record({src: address, language: fc.constant('en')}), {maxLength: 2}),
      after: fc.record({src: address, alt: fc.constant('After')}),
    },
    {requiredKeys: ['type', 'src', 'alt']},
  );
  const asked = (card: Element) => {
    const found = new Set<string>();
    for (const element of all(card, 'img, video, audio, track, source, iframe, object, embed')) {
      for (const name of ['src', 'srcset', 'poster', 'data'])
        for (const [, host = ''] of (element.getAttribute(name) ?? '').matchAll(/\/\/(127\.0\.0\.1:\d)/g))
          found.add(host);
    }
    return [...found];
  };
  await fc.assert(
    fc.asyncProperty(fc.array(medium, {minLength: 1, maxLength: 4}), async (media) => {
      reset();
      const story = await mount(['crono-card'], storyOf(media), {
        selected: 'e',
        'embed-hosts': '127.0.0.1:9 127.0.0.1:7',
      });
      const card = story.querySelector('crono-card') as CronoCard;
      await settled(story);
      expect(asked(card)).toEqual([]);
      story.allowHosts = '127.0.0.1:9';
      await settled(story);
      expect(asked(card).filter((host) => host !== '127.0.0.1:9')).toEqual([]);
    }),
    {numRuns: 40},
  );
});
