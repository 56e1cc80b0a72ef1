import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  type Integrity,
  oembedJson,
  type SnippetOptions,
  snippetHtml,
  WAYS,
} from '../../src/static/snippet.js';

const BASE = 'https://news.example/cronomapa';
const story: SnippetOptions = {
  as: 'element',
  base: BASE,
  src: 'https://news.example/stories/bridge.json',
  title: 'The bridge',
};
const chosen: SnippetOptions = {
  ...story,
  selected: 'bridge-opened',
  language: 'es',
  theme: 'dark',
  headingLevel: 3,
  permalink: true,
};
const file = (integrity: string) => ({integrity, bytes: 1, gzip: 1});
const integrity: Integrity = {
  version: '1.2.3',
  files: {
    'cronomapa.js': file('sha384-first'),
    'embed.js': file('sha384-tag'),
    'host.js': file('sha384-host'),
    'map-1.js': file('sha384-map'),
  },
  importmap: {integrity: {'./cronomapa.js': 'sha384-first', './map-1.js': 'sha384-map'}},
};

describe('the lines to paste', () => {
  test('of an element', () => {
    expect(snippetHtml(story)).toBe(
      `<link rel="stylesheet" href="${BASE}/cronomapa.css">\n<script type="module" src="${BASE}/cronomapa.js"></script>\n<crono-story src="https://news.example/stories/bridge.json"></crono-story>\n`,
    );
    expect(snippetHtml(chosen)).toContain(
      '<crono-story src="https://news.example/stories/bridge.json" selected="bridge-opened" lang="es" theme="dark" heading-level="3" permalink></crono-story>',
    );
  });

  test('of one tag', () => {
    expect(snippetHtml({...chosen, as: 'tag'})).toBe(
      `<script src="${BASE}/embed.js" data-src="https://news.example/stories/bridge.json" data-selected="bridge-opened" data-lang="es" data-theme="dark" data-heading-level="3" data-permalink async></script>\n`,
    );
  });

  test('of a frame', () => {
    expect(snippetHtml({...chosen, as: 'frame', height: 640})).toBe(
      `<iframe data-cronomapa data-permalink title="The bridge" src="${BASE}/frame.html?src=/stories/bridge.json&amp;selected=bridge-opened&amp;lang=es&amp;theme=dark&amp;heading-level=3" width="100%" height="640" frameborder="0" loading="lazy" sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox" allow="fullscreen"></iframe>\n<script src="${BASE}/host.js" async></script>\n`,
    );
  });

  test('a frame has its sandbox where it may be of another server than the page', () => {
    const own: SnippetOptions = {...story, as: 'frame', base: '/cronomapa/', src: '/stories/bridge.json'};
    expect(snippetHtml(own)).not.toContain('sandbox');
    expect(snippetHtml({...own, sandbox: true})).toContain('sandbox="allow-scripts ');
    expect(snippetHtml({...story, as: 'frame', sandbox: false})).not.toContain('sandbox');
  });

  test('the folder may be written with its slash or without, and from anywhere', () => {
    for (const [base, script] of [
      ['/cronomapa', '/cronomapa/cronomapa.js'],
      ['/cronomapa/', '/cronomapa/cronomapa.js'],
      ['/', '/cronomapa.js'],
      ['//news.example/c', '//news.example/c/cronomapa.js'],
      ['https://news.example/c/?v=2', 'https://news.example/c/cronomapa.js'],
      ['c', './c/cronomapa.js'],
    ] as const)
      expect(snippetHtml({...story, base})).toContain(`src="${script}"`);
  });
});

describe('with hashes', () => {
  test('each way holds its first script to its own', () => {
    expect(snippetHtml({...story, integrity})).toContain(
      `src="${BASE}/cronomapa.js" integrity="sha384-first">`,
    );
    for (const [as, hash] of [
      ['tag', 'tag'],
      ['frame', 'host'],
    ] as const)
      expect(snippetHtml({...story, as, integrity})).toContain(
        ` async integrity="sha384-${hash}" crossorigin="anonymous"></script>`,
      );
  });

  test('an import map holds the others, by the addresses where they are, and before the script', () => {
    for (const as of ['element', 'tag'] as const) {
      const [, json = '', rest = ''] =
        /^<script type="importmap">\n([\s\S]*?)\n<\/script>\n(<(?:link|script) [\s\S]*)$/.exec(
          snippetHtml({...story, as, integrity, importMap: true}),
        ) ?? [];
      expect(JSON.parse(json)).toEqual({
        integrity: {[`${BASE}/cronomapa.js`]: 'sha384-first', [`${BASE}/map-1.js`]: 'sha384-map'},
      });
      expect(rest).not.toContain('importmap');
    }
    expect(snippetHtml({...story, base: 'c', integrity, importMap: true})).toContain('"./c/map-1.js"');
    expect(snippetHtml({...story, importMap: true})).toBe(snippetHtml(story));
  });

  test('an address does not end the import map', () => {
    const map = snippetHtml({...story, base: '/</script><b>', integrity, importMap: true}).split('</script>');
    expect(map[0]).toContain('/\\u003c/script>');
    expect(map).toHaveLength(3);
  });
});

test('nothing that is written into an attribute gets out of it, and all of it comes back', () => {
  const decode = (text: string) =>
    text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => {
      const found = {'&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'"}[entity];
      return found ?? '';
    });
  const skeleton = (markup: string) => markup.replace(/"[^"]*"/g, '""');
  const word = fc.string({unit: 'grapheme', minLength: 1}).filter((text) => !/\p{Cc}|\p{Cn}/u.test(text));
  const tricky = fc.oneof(
    word,
    fc.constantFrom('"><script>x</script>', "' onload=x '", '&quot;', '</script>'),
  );
  fc.assert(
    fc.property(fc.constantFrom(...WAYS), tricky, tricky, tricky, (as, title, selected, path) => {
      const src = `/stories/${path}`;
      const made = snippetHtml({...chosen, as, base: '/c', title, selected, src});
      expect(skeleton(made)).toBe(skeleton(snippetHtml({...chosen, as, base: '/c', src: '/x'})));
      const values = [...made.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value = '']) => [
        name,
        decode(value),
      ]);
      const of = Object.fromEntries(values) as Record<string, string>;
      if (as !== 'frame') {
        const start = as === 'tag' ? 'data-' : '';
        expect(values).toContainEqual([`${start}selected`, selected]);
        expect(values).toContainEqual([`${start}src`, src]);
      } else {
        const query = new URLSearchParams(
          values.find(([, value]) => value?.includes('?'))?.[1]?.split('?')[1],
        );
        expect([of.title, query.get('selected'), query.get('src')]).toEqual([title, selected, src]);
      }
    }),
  );
});

describe('what cannot be so is said in a sentence', () => {
  const bad = (more: Partial<SnippetOptions>) => () => snippetHtml({...story, ...more});

  test.each(['javascript:alert(1)', ' java\nscript:x', 'data:text/html,x', 'file:///c', '', 'https://'])(
    'the address %j',
    (address) => {
      for (const as of WAYS) {
        expect(bad({as, base: address})).toThrow(/is no address\. Begin it with https:\/\/ or with \/\./);
        expect(bad({as, src: address})).toThrow(RangeError);
      }
    },
  );

  test('a frame of another server’s dataset', () => {
    expect(bad({as: 'frame', src: 'https://elsewhere.example/x.json'})).toThrow(/of its own server/);
    expect(bad({as: 'frame', base: '/cronomapa/'})).toThrow(/of its own server/);
    expect(bad({src: 'https://elsewhere.example/x.json'})).not.toThrow();
  });

  test('heights and levels', () => {
    for (const height of [0, -1, Number.NaN, 1e9]) expect(bad({as: 'frame', height})).toThrow(/pixels/);
    for (const headingLevel of [0, 6, 1.5]) expect(bad({headingLevel})).toThrow(/level of headings, 1 to 5/);
  });
});

describe('oEmbed', () => {
  test('answers with a frame, as 1.0 asks', () => {
    const {as: _, ...options} = chosen;
    const answer = JSON.parse(
      oembedJson({...options, height: 640, providerName: 'The Gazette', providerUrl: 'https://news.example'}),
    ) as Record<string, unknown>;
    expect(answer).toEqual({
      type: 'rich',
      version: '1.0',
      title: 'The bridge',
      provider_name: 'The Gazette',
      provider_url: 'https://news.example/',
      width: 720,
      height: 640,
      html: snippetHtml({...chosen, as: 'frame', height: 640}),
    });
    expect(JSON.parse(oembedJson(story))).not.toHaveProperty('provider_name');
  });

  test('asks for an address that others can read', () => {
    expect(() => oembedJson({...story, base: '/cronomapa/', src: '/x.json'})).toThrow(
      /does not name a server/,
    );
    expect(() => oembedJson({...story, providerUrl: 'javascript:x'})).toThrow(/is no address/);
  });
});
