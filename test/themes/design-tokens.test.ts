import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {fromDesignTokens, toDesignTokens} from '../../src/themes/design-tokens.js';

const known = new Set([
  '--crono-color-text',
  '--crono-color-text-quiet',
  '--crono-color-category-1',
  '--crono-font-body',
  '--crono-font-size-small',
  '--crono-space-m',
  '--crono-radius',
  '--crono-motion-fade',
  '--crono-font-weight-bold',
]);
const read = (json: unknown) => fromDesignTokens(json, known);

describe('written and read again, a theme is as it was', () => {
  const theme: readonly (readonly [string, string])[] = [
    ['--crono-color-text', 'light-dark(#1b1b1a, #ece9e2)'],
    ['--crono-color-text-quiet', '#5d5b56'],
    ['--crono-color-category-1', 'oklch(0.5 0.15 25)'],
    ['--crono-font-body', 'Georgia, "Times New Roman", serif'],
    ['--crono-font-size-small', '0.8125em'],
    ['--crono-space-m', '0.75rem'],
    ['--crono-radius', '2px'],
    ['--crono-motion-fade', '200ms'],
    ['--crono-font-weight-bold', '700'],
  ];

  test('each kind of value', () => {
    const file = toDesignTokens(theme);
    expect(read(JSON.parse(JSON.stringify(file)))).toEqual({tokens: new Map(theme), problems: []});
  });

  test('any colours', () => {
    const hex = fc.integer({min: 0, max: 0xffffff}).map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(hex, hex, (light, dark) => {
        const css = `light-dark(${light}, ${dark})`;
        expect(read(toDesignTokens([['--crono-color-text', css]])).tokens.get('--crono-color-text')).toBe(
          css,
        );
      }),
      {seed: 20_251_225},
    );
  });
});

test('what is written is what the format says', () => {
  expect(
    toDesignTokens([
      ['--crono-color-text', 'light-dark(#f00, #00ff00)'],
      ['--crono-radius', '2px'],
      ['--crono-font-body', 'Georgia, serif'],
    ]),
  ).toEqual({
    crono: {
      color: {
        text: {
          $type: 'color',
          $value: {colorSpace: 'srgb', components: [1, 0, 0], alpha: 1, hex: '#ff0000'},
          $extensions: {
            cronomapa: {dark: {colorSpace: 'srgb', components: [0, 1, 0], alpha: 1, hex: '#00ff00'}},
          },
        },
      },
      radius: {radius: {$type: 'dimension', $value: {value: 2, unit: 'px'}}},
      font: {body: {$type: 'fontFamily', $value: ['Georgia', 'serif']}},
    },
  });
});

describe('files of other tools', () => {
  test.each<[string, unknown, string]>([
    ['hex in a string, as older drafts have it', {$type: 'color', $value: '#3b82f6'}, '#3b82f6'],
    ['sRGB', {$value: {colorSpace: 'srgb', components: [0.2, 0.4, 0.6]}}, '#336699'],
    [
      'sRGB that lets through',
      {$value: {colorSpace: 'srgb', components: [1, 1, 1], alpha: 0.5}},
      '#ffffff80',
    ],
    [
      'OKLCH',
      {$value: {colorSpace: 'oklch', components: [0.63, 0.19, 259.5], hex: '#3b82f6'}},
      'oklch(0.63 0.19 259.5)',
    ],
    ['HSL', {$value: {colorSpace: 'hsl', components: [200, 50, 40]}}, 'hsl(200 50% 40%)'],
    [
      'Display P3',
      {$value: {colorSpace: 'display-p3', components: [1, 0, 0.5]}},
      'color(display-p3 1 0 0.5)',
    ],
    [
      'a part that is none',
      {$value: {colorSpace: 'oklch', components: [0.5, 0, 'none']}},
      'oklch(0.5 0 none)',
    ],
  ])('a colour in %s', (_, token, css) => {
    expect(read({color: {text: token}})).toEqual({
      tokens: new Map([['--crono-color-text', css]]),
      problems: [],
    });
  });

  test('aliases are followed, types handed down, other groups left alone', () => {
    const file = {
      brand: {red: {$type: 'color', $value: '#c00'}, ink: {$value: '{brand.red}'}},
      crono: {color: {$type: 'color', text: {$value: '{brand.ink}'}}},
    };
    expect(read(file)).toEqual({tokens: new Map([['--crono-color-text', '#c00']]), problems: []});
  });
});

describe('what cannot be used is named', () => {
  test.each<[string, unknown, RegExp]>([
    ['no object', [1, 2], /not an object/],
    ['an unknown token', {crono: {color: {ink: {$value: '#000'}}}}, /"crono\.color\.ink" is no token/],
    [
      'an alias to nothing',
      {color: {text: {$value: '{a.b}'}}},
      /stands for "a\.b", which is not in the file/,
    ],
    ['an alias to itself', {color: {text: {$value: '{color.text}'}}}, /stands for itself/],
    [
      'a value that is none',
      {color: {text: {$value: {colorSpace: 'srgb', components: [1, 2]}}}},
      /CSS does not have/,
    ],
    [
      'a value that would end its declaration',
      {color: {text: {$value: 'red; } * { color: blue'}}},
      /CSS does not have/,
    ],
    ['a value that would fetch', {color: {text: {$value: 'url(https://example.org)'}}}, /CSS does not have/],
    [
      'a dark value that is none',
      {color: {text: {$value: '#000', $extensions: {cronomapa: {dark: 'x{'}}}}},
      /dark value that CSS does not have/,
    ],
  ])('%s', (_, json, problem) => {
    const {problems} = read(json);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });

  test('a tree without end is none', () => {
    const deep: Record<string, unknown> = {};
    let at = deep;
    for (let i = 0; i < 40; i++) at = at.a = {} as Record<string, unknown>;
    at.$value = '#000';
    expect(read(deep).problems[0]).toMatch(/nested more than/);
  });

  test('it never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (json) => void read(json)),
      {seed: 20_251_225},
    );
  });
});
