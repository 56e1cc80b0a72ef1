import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {contrast, difference, lightnessContrast, parseColor} from '../../src/themes/color.js';
import {ELEMENT_TOKENS, findLikeness, gradeTheme, PAIRS, readTheme, TOKENS} from '../../src/themes/index.js';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const themes = readdirSync(join(root, 'src/themes')).filter((name) => name.endsWith('.css'));
const colorOf = (css: string) => {
  const color = parseColor(css);
  if (!color) throw new Error(`${css} is no colour`);
  return color;
};

describe('the contract', () => {
  test('docs/TOKENS.md says what it says', () => {
    const said = execFileSync('node', ['scripts/build-tokens.mjs', '--print'], {cwd: root, encoding: 'utf8'});
    // Biome lines up the columns.
    const plain = (text: string) => text.replace(/ +\|/g, ' |').replace(/-{3,}/g, '---').trim();
    expect(plain(read('docs/TOKENS.md'))).toBe(plain(said));
  });

  test('tokens.css has every token, in its order, with the value of paper', () => {
    const found = [...read('src/themes/tokens.css').matchAll(/^ {2}(--crono-[a-z\d-]+): (.+);$/gm)];
    expect(found.map(([, name, value]) => [name, value])).toEqual(
      TOKENS.map(({name, paper}) => [name, paper]),
    );
  });

  test('the elements fall back to the same values, and use every token', () => {
    const base = read('src/elements/base/tokens.styles.ts');
    const fallbacks = new Map(
      [...base.matchAll(/var\((--crono-[a-z\d-]+), ((?:[^()]|\([^()]*\))+)\)/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    );
    for (const {name, paper, kind} of TOKENS) {
      if (kind === 'font') continue;
      expect([name, fallbacks.get(name)]).toEqual([name, paper]);
    }
  });

  test('styles name no token that is not in it, and no colour of their own', () => {
    const files = readdirSync(join(root, 'src/elements'), {recursive: true, encoding: 'utf8'}).filter(
      (file) => file.endsWith('.ts'),
    );
    const names = new Set<string>(TOKENS.map(({name}) => name));
    const used = new Set<string>();
    for (const file of files) {
      const code = read(`src/elements/${file}`);
      for (const [, name = ''] of code.matchAll(/var\((--crono-[a-z\d-]+)/g)) {
        used.add(name);
        expect(names.has(name) || ELEMENT_TOKENS.has(name), `${file}: ${name}`).toBe(true);
      }
      if (file === 'base/tokens.styles.ts') continue;
      for (const [style] of code.matchAll(/css`[^`]*`/g)) {
        expect(style.match(/#[\da-f]{3,8}\b|\brgba?\(|\bhsla?\(|\boklch\(/gi) ?? [], file).toEqual([]);
        expect(style.match(/font-weight: [5-9]00/g) ?? [], file).toEqual([]);
      }
    }
    expect([...names, ...ELEMENT_TOKENS].filter((name) => !used.has(name))).toEqual([]);
  });
});

const looks = readdirSync(join(root, 'examples/looks')).filter(
  (name) => name.endsWith('.css') && name !== 'looks.css',
);

describe.each([
  ...themes.map((name) => `src/themes/${name}`),
  ...looks.map((name) => `examples/looks/${name}`),
])('%s', (file) => {
  const theme = readTheme(read(file));

  test('is understood', () => {
    expect(theme.problems).toEqual([]);
  });

  test('has every pair of the contract far enough apart', () => {
    const grades = gradeTheme(theme);
    expect(grades).toHaveLength(PAIRS.length * theme.schemes.length);
    expect(
      grades
        .filter(({passes}) => !passes)
        .map(({of, on, scheme, ratio, least}) => `${scheme} ${of} on ${on}: ${ratio.toFixed(2)} of ${least}`),
    ).toEqual([]);
  });

  test('has categories that no kind of colour blindness makes alike', () => {
    expect(
      findLikeness(theme).map(
        ({scheme, of, and, difference: least, vision}) =>
          `${scheme} ${of} and ${and}: ${least.toFixed(3)} (${vision})`,
      ),
    ).toEqual([]);
  });
});

test.each(looks)('%s reaches the elements by tokens and parts alone', (name) => {
  const selectors = [...read(`examples/looks/${name}`).matchAll(/^\s*([^\s@{}/*][^{};]*)\{/gm)].flatMap(
    ([, each = '']) => each.split(',').map((one) => one.trim()),
  );
  expect(selectors.length).toBeGreaterThan(5);
  expect(selectors.filter((each) => !/^(:root|crono-story::part\([a-z-]+\))$/.test(each))).toEqual([]);
});

test('contrast.css has text at 7 to 1', () => {
  for (const {of, on, ratio, least} of gradeTheme(readTheme(read('src/themes/contrast.css')))) {
    if (least === 4.5) expect(ratio, `${of} on ${on}`).toBeGreaterThanOrEqual(7);
  }
});

describe('contrast', () => {
  test.each([
    ['#000', '#fff', 21],
    ['#777', '#fff', 4.48],
    ['#767676', '#fff', 4.54],
    ['#00f', '#fff', 8.59],
  ])('of %s on %s is %d, by WCAG', (a, b, ratio) => {
    expect(contrast(colorOf(a), colorOf(b))).toBeCloseTo(ratio, 2);
    expect(contrast(colorOf(b), colorOf(a))).toBeCloseTo(ratio, 2);
  });

  // The values that the authors of APCA publish to test an implementation by.
  test.each([
    ['#888', '#fff', 63.056469930209424],
    ['#fff', '#888', -68.54146436644962],
    ['#000', '#aaa', 58.146262578561334],
    ['#aaa', '#000', -56.24113336839742],
    ['#123', '#def', 91.66830811481631],
    ['#def', '#123', -93.06770049484275],
    ['#123', '#444', 8.32326136957393],
    ['#444', '#123', -7.526878460278154],
  ])('of %s on %s is %d, by APCA', (a, b, lightness) => {
    expect(lightnessContrast(colorOf(a), colorOf(b))).toBeCloseTo(lightness, 6);
  });

  test('red and green are nearer to those who lack a cone', () => {
    const [red, green] = [colorOf('#c00000'), colorOf('#008000')];
    expect(difference(red, green, 'deuteranopia')).toBeLessThan(difference(red, green) / 2);
    expect(difference(red, red, 'protanopia')).toBe(0);
  });
});

describe('reading a theme', () => {
  const light = (css: string, name: string) => readTheme(css).tokens.light.get(name);

  test('wherever tokens are set, the last one counts; what is not set is as in paper', () => {
    const theme = readTheme(`
      /* --crono-color-text: green; */
      @layer news { .story { --crono-color-text: #111; --crono-radius: 8px } }
      :root { --crono-color-text : light-dark(#222, rgb(250, 250, 250)) }`);
    expect(theme.tokens.light.get('--crono-color-text')).toBe('#222');
    expect(theme.tokens.dark.get('--crono-color-text')).toBe('rgb(250, 250, 250)');
    expect(theme.tokens.light.get('--crono-radius')).toBe('8px');
    expect(theme.tokens.dark.get('--crono-color-surface')).toBe('#17181a');
    expect([...theme.own].sort()).toEqual(['--crono-color-text', '--crono-radius']);
    expect(theme.problems).toEqual([]);
  });

  test('variables are followed, in a circle or to nowhere said so', () => {
    expect(light(':root { --brand: #0a0; --crono-color-accent: var(--brand) }', '--crono-color-accent')).toBe(
      '#0a0',
    );
    expect(light('a { --crono-color-accent: var(--none, var(--too, #00a)) }', '--crono-color-accent')).toBe(
      '#00a',
    );
    const lost = readTheme('a { --crono-color-accent: var(--a); --a: var(--crono-color-accent) }');
    expect(lost.tokens.light.get('--crono-color-accent')).toBe('#9c1c1c');
    expect(lost.problems).toEqual([expect.stringContaining('--crono-color-accent: var(--a) leads nowhere')]);
  });

  test('media queries: a dark one is the dark scheme, others are not what it looks like', () => {
    const theme = readTheme(`:root { --crono-color-text: #111 }
      @media (prefers-color-scheme: dark) { :root { --crono-color-text: #eee } }
      @media print { :root { --crono-color-text: #000 } }`);
    expect(theme.tokens.light.get('--crono-color-text')).toBe('#111');
    expect(theme.tokens.dark.get('--crono-color-text')).toBe('#eee');
  });

  test('one that is dark alone has one scheme', () => {
    expect(readTheme(':root { color-scheme: dark; --crono-radius: 0 }').schemes).toEqual(['dark']);
    expect(readTheme(':root { color-scheme: light dark; --crono-radius: 0 }').schemes).toEqual([
      'light',
      'dark',
    ]);
  });

  test('unknown tokens and files without any are named', () => {
    expect(readTheme('a { --crono-colour-text: red }').problems).toEqual([
      '--crono-colour-text is no token of cronomapa: nothing reads it.',
      'It sets no token of cronomapa (--crono-…).',
    ]);
    expect(readTheme('a { --crono-card-surface: red; --crono-radius: 1px }').problems).toEqual([]);
  });

  test('what is no opaque colour fails its pairs', () => {
    const failed = gradeTheme(readTheme('a { --crono-color-text: rebeccapurpel }')).filter(
      ({passes}) => !passes,
    );
    expect(new Set(failed.map(({of}) => of))).toEqual(new Set(['--crono-color-text']));
    const through = gradeTheme(readTheme('a { --crono-color-surface: #fff8 }')).filter(({passes}) => !passes);
    expect(new Set(through.map(({on}) => on))).toEqual(new Set(['--crono-color-surface']));
  });

  test('it never throws', () => {
    fc.assert(
      fc.property(
        fc.string({unit: fc.constantFrom(...'a-:;{}()"\'/*@ ,#f-crono')}),
        (css) => void readTheme(css),
      ),
      {
        seed: 20_251_225,
        numRuns: 2000,
      },
    );
  });
});
