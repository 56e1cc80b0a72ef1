import {describe, expect, test} from 'vitest';
import {parseInline, plainText, safeUrl} from '../../src/i18n/index.js';

describe('parseInline', () => {
  test.each([
    ['plain', ['plain']],
    ['a *b* c', ['a ', {type: 'em', children: ['b']}, ' c']],
    ['_b_', [{type: 'em', children: ['b']}]],
    ['**b**', [{type: 'strong', children: ['b']}]],
    ['snake_case_name', ['snake_case_name']],
    ['2 * 3 * 4', ['2 * 3 * 4']],
    [
      '[words](https://example.org/a_(b))',
      [{type: 'link', url: 'https://example.org/a_(b)', children: ['words']}],
    ],
    ['[words](javascript:alert(1))', ['words']],
    ['one\ntwo', ['one', {type: 'break', children: ' '}, 'two']],
    ['<b>no</b>', ['<b>no</b>']],
    ['\\*kept\\*', ['*', 'kept', '*']],
  ])('%s', (text, parts) => {
    expect(parseInline(text)).toEqual(parts);
  });

  test('without links, in a link or a button', () => {
    expect(parseInline('a *[b](https://x.org)*', false)).toEqual(['a ', {type: 'em', children: ['b']}]);
  });

  test('words alone', () => {
    expect(plainText('**A** [b](https://x.org)\nc')).toBe('A b c');
  });
});

test.each([
  ['https://example.org', true],
  ['HTTP://example.org', true],
  ['mailto:a@example.org', true],
  ['/relative', true],
  ['relative.html#part', true],
  ['//other.example', true],
  ['javascript:alert(1)', false],
  ['JaVaScRiPt:alert(1)', false],
  [' javascript:alert(1)', false],
  ['java\nscript:alert(1)', false],
  ['\u0001javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['vbscript:x', false],
  ['blob:https://x', false],
  ['file:///etc/passwd', false],
])('safeUrl %j: %s', (url, safe) => {
  expect(safeUrl(url) !== undefined).toBe(safe);
});
