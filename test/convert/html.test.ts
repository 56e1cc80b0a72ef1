import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {fromHtml, isHtml} from '../../src/convert/html.js';
import {isSafeAddress} from '../../src/core/dataset/index.js';
import {plainText} from '../../src/i18n/index.js';
import {type Inline, parseInline} from '../../src/i18n/inline.js';
import {codeUnits} from './import-rules.js';

const textOf = (html: string) => fromHtml(html).text;

describe('HTML becomes the inline Markdown of a dataset', () => {
  test.each([
    ['<p>One</p><p>two<br>three</p>', 'One\n\ntwo\nthree'],
    ['<b>Bold</b> and <em>slanted</em>, <i><b>both</b></i>', '**Bold** and *slanted*, **_both_**'],
    ['<h2>The flood</h2>It rose.', '**The flood**\n\nIt rose.'],
    ['a<b> spaced </b>c', 'a **spaced** c'],
    ['Take <a href="https://e.org/a_b">Ada <b>L</b>.</a>!', 'Take [Ada L.](https://e.org/a_b)!'],
    ['<a href="https://e.org/R_(x)">R</a>', '[R](https://e.org/R_(x))'],
    ['<a href="https://e.org/R_(x">R [1]</a>', '[R (1)](https://e.org/R_%28x)'],
    ['<a href="//e.org/a b">x</a>', '[x](https://e.org/a%20b)'],
    ['<a href="#top">up</a> <a name=x></a>', 'up'],
    ['<ul><li>One<li>two</ul>after', '• One\n• two\n\nafter'],
    ['<ol><li>One</li><li>two</li></ol>', '1.\u00a0One\n2.\u00a0two'],
    ['<table><tr><td>a<td>b<tr><td>c</table>', 'a | b\nc'],
    ['<pre>a\n  b</pre>', 'a\nb'],
    ['She said <q>no</q>', 'She said “no”'],
    ['Fish &amp; chips &#233; &nbsp;x &bogus; &#x1F600;', 'Fish & chips é \u00a0x &bogus; 😀'],
    ['a &lt;b&gt; c', 'a <b> c'],
    ['<p>x <y> & 3 < 4</p>', 'x <y> & 3 < 4'],
    ['<p>cut <a href="https://e.org', 'cut <a href="https://e.org'],
    ['<p>a<!-- no --><o:p>b</o:p></p>', 'ab'],
    ['<p>2 * 3 * 4, a_b, _c_, [d](e) \\_</p>', '2 \\* 3 \\* 4, a_b, \\_c_, [d]\\(e) \\\\\\_'],
    ['plain\r\n\r\ntext <3\n\n\n\nend', 'plain\n\ntext <3\n\nend'],
    ['', ''],
  ])('%s', (html, markdown) => {
    expect(textOf(html)).toBe(markdown);
  });

  test('what marks would make of the text is what the page showed', () => {
    expect(plainText(textOf('<p>2 * 3 * 4, a_b, _c_, [d](e) \\_</p>'))).toBe(
      '2 * 3 * 4, a_b, _c_, [d](e) \\_',
    );
  });

  test('a field without marks has none', () => {
    const {text} = fromHtml('<a href="https://e.org">A *b*</a> <b>c</b>', {isPlain: true});
    expect(text).toBe('A *b* c');
  });

  test('pictures and films are handed on, frames are links', () => {
    const html =
      '<p>a<img src="https://e.org/a.jpg" alt="A"><video><source src=/b.mp4></video>' +
      '<iframe src="//youtube.com/embed/x">no</iframe></p>';
    expect(fromHtml(html)).toEqual({
      text: 'a\n[youtube.com](https://youtube.com/embed/x)',
      media: [
        {type: 'image', src: 'https://e.org/a.jpg', alt: 'A'},
        {type: 'video', src: '/b.mp4', alt: ''},
      ],
      lost: [],
    });
  });

  test('a frame of a known player is handed on', () => {
    const src = 'https://www.youtube.com/embed/aPweFhhXFvY';
    expect(fromHtml(`a<iframe src="${src}" title="A &amp; B"></iframe>`)).toEqual({
      text: 'a',
      media: [{type: 'embed', src, alt: 'A & B'}],
      lost: [],
    });
  });

  test('a link around a picture keeps its address', () => {
    expect(textOf('<a href="https://www.e.org/x"><img src=a.jpg></a>')).toBe('[e.org](https://www.e.org/x)');
  });
});

describe('nothing that runs survives, and what is lost is told', () => {
  test.each([
    ['<script>alert(1)</script>x', 'x', 'a script'],
    ['x<script>alert(1)', 'x', 'a script'],
    ['<style>p{}</style>x', 'x', 'a style sheet'],
    ['<p onclick="alert(1)">x</p>', 'x', 'a script'],
    ['<a href="java\nscript:alert(1)">x</a>', 'x', 'an address (java\nscript:alert(1))'],
    ['<a href=" &#106;avascript:1">x</a>', 'x', 'an address (javascript:1)'],
    ['<img src="data:image/png;base64,AAAAAAAAAAAAAAAAA">x', 'x', 'an address (data:image/png;base6)'],
    ['<iframe srcdoc="<script>1</script>"></iframe>x', 'x', 'a page in a frame'],
    ['<form><input></form>x', 'x', 'a form'],
    ['<svg><script>alert(1)</script></svg>x', 'x', 'a script'],
    ['<s>x</s>', 'x', 'the line through struck words'],
  ])('%s', (html, text, loss) => {
    const read = fromHtml(html);
    expect(read.text).toBe(text);
    expect(read.lost).toContain(loss);
  });

  const addresses = (parts: readonly Inline[]): readonly string[] =>
    parts.flatMap((part) =>
      typeof part === 'string' || typeof part.children === 'string'
        ? []
        : [...('url' in part ? [part.url] : []), ...addresses(part.children)],
    );

  const pieces = fc.oneof(
    fc.constantFrom(
      ...[
        '<b>',
        '</b>',
        '<i>',
        '</i>',
        '<p>',
        '<br>',
        '</p>',
        '<li>',
        '<ol>',
        '<script>',
        '</script>',
        '<td>',
      ],
      ...[
        '<a href="javascript:1">',
        '<a href="https://e.org/(x">',
        '</a>',
        '<img src="data:,">',
        '<iframe src=x:y>',
      ],
      ...[
        '*',
        '**',
        '_',
        '\\',
        '[',
        ']',
        '](',
        ')',
        '&lt;',
        '&amp;',
        ' ',
        '\n',
        '<',
        '>',
        '"',
        '<!--',
        '<pre>',
      ],
    ),
    fc.string({maxLength: 4}),
    codeUnits,
  );
  const soup = fc.array(pieces, {maxLength: 30}).map((parts) => parts.join(''));

  test('of any soup of tags no unsafe address stays, and every letter can be written', () => {
    fc.assert(
      fc.property(soup, (html) => {
        const {text, media} = fromHtml(html);
        expect(addresses(parseInline(text)).every(isSafeAddress)).toBe(true);
        expect(media.every(({src}) => isSafeAddress(src))).toBe(true);
        expect(text.includes('](javascript:')).toBe(false);
        expect(/\p{Surrogate}/u.test(text)).toBe(false);
      }),
    );
  });

  test('the words of a text in Markdown are those of the same text without marks', () => {
    const spaces = (text: string) => text.replace(/[\s()[\]]+/g, ' ').trim();
    fc.assert(
      fc.property(soup, (html) => {
        const plain = fromHtml(html, {isPlain: true}).text;
        expect(spaces(plainText(fromHtml(html).text))).toBe(spaces(plain));
      }),
    );
  });

  test('text that is no HTML is the same text', () => {
    const words = fc.string({unit: 'grapheme'}).filter((text) => !isHtml(text) && !text.includes('&'));
    const spaces = (text: string) => text.replace(/[ \t\n\r\f]+/g, ' ').trim();
    fc.assert(
      fc.property(words, (text) => {
        expect(spaces(plainText(textOf(text)))).toBe(spaces(text));
      }),
    );
  });
});
