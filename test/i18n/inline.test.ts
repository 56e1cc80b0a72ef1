import {describe, expect, test} from 'vitest';
import {parseInline, plainText, safeUrl} from '../../src/i18n/index.js';

const t = (text: string) => ({type: 'text', text});

describe('parseInline', () => {
  test.each([
    ['plain', [t('plain')]],
    ['a *b* c', [t('a '), {type: 'em', children: [t('b')]}, t(' c')]],
    ['_b_', [{type: 'em', children: [t('b')]}]],
    ['**b**', [{type: 'strong', children: [t('b')]}]],
    ['snake_case_name', [t('snake_case_name')]],
    ['2 * 3 * 4', [t('2 * 3 * 4')]],
    [
      '[words](https://example.org/a_(b))',
      [{type: 'link', url: 'https://example.org/a_(b)', children: [t('words')]}],
    ],
    ['[words](javascript:alert(1))', [t('words')]],
    ['one\ntwo', [t('one'), {type: 'break'}, t('two')]],
    ['<b>no</b>', [t('<b>no</b>')]],
    ['\\*kept\\*', [t('*'), t('kept'), t('*')]],
  ])('%s', (text, parts) => {
    expect(parseInline(text)).toEqual(parts);
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
