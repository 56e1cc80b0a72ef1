import type {Color} from 'culori';
import {contrast, difference, isOpaque, lightnessContrast, parseColor} from './color.js';
import {ELEMENT_TOKENS, PAIRS, type Pair, TOKENS, VISIONS, type Vision} from './contract.js';

export type Scheme = 'light' | 'dark';

/** A theme read from a style sheet. */
export interface Theme {
  /**
   * CSS values by token name, with `light-dark()` and `var()` resolved; tokens that the file does not set have the
   * value of `paper`.
   */
  readonly tokens: Readonly<Record<Scheme, ReadonlyMap<string, string>>>;
  /** Names of the tokens that the file sets. */
  readonly own: ReadonlySet<string>;
  /** Its colour schemes: only one when it sets `color-scheme`. */
  readonly schemes: readonly Scheme[];
  /** A sentence for each value that could not be read. */
  readonly problems: readonly string[];
}

/** The contrast of a pair of the contract in one colour scheme. */
export interface Grade extends Pair {
  readonly scheme: Scheme;
  readonly foreground: string;
  readonly background: string;
  /** WCAG contrast ratio, 1 to 21; NaN when one of the two is not an opaque colour. */
  readonly ratio: number;
  /** APCA lightness contrast, for information; NaN as above. */
  readonly lightness: number;
  readonly passes: boolean;
}

/** Two categories whose colours are too similar, with full vision or one type of colour blindness. */
export interface Likeness {
  readonly scheme: Scheme;
  readonly of: string;
  readonly and: string;
  /** Distance in OKLab, as seen with `vision`, where it is smallest. */
  readonly difference: number;
  readonly vision: Vision | 'full';
}

/** Minimum OKLab distance between the first categories, for every vision. */
const MIN_DIFFERENCE = 0.06;
/** Number of categories that colour alone must distinguish; the rest also rely on shape. */
const DISTINCT = 4;

const NAMES: ReadonlySet<string> = new Set(TOKENS.map(({name}) => name));
const KINDS = new Map<string, string>(TOKENS.map(({name, kind}) => [name, kind]));

interface Declaration {
  readonly name: string;
  readonly value: string;
  /** The enclosing at-rules, outermost first. */
  readonly within: readonly string[];
}

/** The declarations of a style sheet, in order. Skips delimiters inside strings and parentheses. */
function declarationsOf(css: string): readonly Declaration[] {
  const text = css.replace(/\/\*[\s\S]*?(\*\/|$)/g, ' ');
  const found: Declaration[] = [];
  const open: string[] = [];
  let part = '';
  let depth = 0;
  let quote = '';
  const end = () => {
    const [, name = '', words = ''] = /^\s*([-\w]+)\s*:([\s\S]*)$/.exec(part) ?? [];
    const value = words.trim();
    if (name && value && open.length > 0)
      found.push({
        name,
        value: value.replace(/\s+/g, ' '),
        within: open.filter((each) => each.startsWith('@')),
      });
    part = '';
  };
  for (const sign of text) {
    if (quote) {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '(') depth++;
    else if (sign === ')') depth--;
    else if (depth <= 0 && sign === '{') {
      open.push(part.trim());
      part = '';
      continue;
    } else if (depth <= 0 && (sign === ';' || sign === '}')) {
      end();
      if (sign === '}') open.pop();
      continue;
    }
    part += sign;
  }
  return found;
}

/** The arguments of a CSS function, when the value is a single call of it; undefined otherwise. */
function argumentsOf(value: string, name: string): readonly string[] | undefined {
  if (!value.startsWith(`${name}(`) || !value.endsWith(')')) return undefined;
  const parts = [''];
  let depth = 0;
  for (const sign of value.slice(name.length + 1, -1)) {
    if (sign === '(') depth++;
    if (sign === ')' && --depth < 0) return undefined;
    if (sign === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim());
}

/** Resolves `light-dark()` and `var()` for one scheme, using the variables of the file. `left` limits the recursion. */
function resolve(
  value: string,
  scheme: Scheme,
  all: ReadonlyMap<string, string>,
  left = 16,
): string | undefined {
  if (left === 0) return undefined;
  const schemes = argumentsOf(value, 'light-dark');
  if (schemes?.length === 2) return resolve(schemes[scheme === 'light' ? 0 : 1] ?? '', scheme, all, left - 1);
  const [name, ...fallback] = argumentsOf(value, 'var') ?? [];
  if (name === undefined) return value;
  const found = all.get(name) ?? (fallback.length > 0 ? fallback.join(', ') : undefined);
  return found === undefined ? undefined : resolve(found, scheme, all, left - 1);
}

const isDark = ({within}: Declaration) => within.some((rule) => /prefers-color-scheme:\s*dark/.test(rule));
const isLight = ({within}: Declaration) => within.some((rule) => /prefers-color-scheme:\s*light/.test(rule));
/** Other media queries, as `print` or `prefers-contrast`, are variants and not the theme itself. */
const isSpecial = (each: Declaration) =>
  each.within.some((rule) => rule.startsWith('@media')) && !isDark(each) && !isLight(each);

/** Reads the tokens of a style sheet, at any selector; the last declaration wins. Never throws. */
export function readTheme(css: string): Theme {
  const declarations = declarationsOf(css).filter((each) => !isSpecial(each));
  const problems: string[] = [];
  const own = new Set<string>();
  const unknown = new Set<string>();
  const values = {light: new Map<string, string>(), dark: new Map<string, string>()};
  for (const each of declarations) {
    const {name, value} = each;
    if (!name.startsWith('--')) continue;
    if (!isDark(each)) values.light.set(name, value);
    if (!isLight(each)) values.dark.set(name, value);
    if (NAMES.has(name)) own.add(name);
    else if (name.startsWith('--crono-') && !ELEMENT_TOKENS.has(name)) unknown.add(name);
  }
  for (const name of unknown) problems.push(`${name} is no token of cronomapa: nothing reads it.`);
  if (own.size === 0) problems.push('It sets no token of cronomapa (--crono-…).');
  const tokens = (scheme: Scheme) =>
    new Map(
      TOKENS.map(({name, paper}) => {
        const value = values[scheme].get(name);
        const resolved = value === undefined ? undefined : resolve(value, scheme, values[scheme]);
        if (value !== undefined && resolved === undefined)
          problems.push(`${name}: ${value} leads nowhere within the file; the value of paper is taken.`);
        return [name, resolved ?? resolve(paper, scheme, new Map()) ?? paper];
      }),
    );
  const set = declarations.findLast(
    ({name, value}) => name === 'color-scheme' && /^(only )?(light|dark)$/.test(value),
  );
  const only = set && (/dark/.test(set.value) ? 'dark' : 'light');
  return {
    tokens: {light: tokens('light'), dark: tokens('dark')},
    own,
    schemes: only ? [only] : ['light', 'dark'],
    problems: [...new Set(problems)],
  };
}

/** A token's colour, if it is opaque. */
function colorOf(name: string, scheme: Scheme, {tokens}: Theme): Color | undefined {
  const color = parseColor(tokens[scheme].get(name) ?? '');
  return color && isOpaque(color) ? color : undefined;
}

/** Grades each pair of the contract in each scheme of the theme. */
export function gradeTheme(theme: Theme): readonly Grade[] {
  return theme.schemes.flatMap((scheme) =>
    PAIRS.map((pair): Grade => {
      const [over, under] = [colorOf(pair.of, scheme, theme), colorOf(pair.on, scheme, theme)];
      const ratio = over && under ? contrast(over, under) : Number.NaN;
      return {
        ...pair,
        scheme,
        foreground: theme.tokens[scheme].get(pair.of) ?? '',
        background: theme.tokens[scheme].get(pair.on) ?? '',
        ratio,
        lightness: over && under ? lightnessContrast(over, under) : Number.NaN,
        passes: ratio >= pair.least,
      };
    }),
  );
}

/** Pairs among the first `count` categories whose colours are nearer than `MIN_DIFFERENCE` in some vision. */
export function findLikeness(theme: Theme, count = DISTINCT): readonly Likeness[] {
  const names = TOKENS.filter(({group}) => group === 'categories').map(({name}) => name);
  const found: Likeness[] = [];
  for (const scheme of theme.schemes) {
    const colors = names.slice(0, count).flatMap((name) => {
      const color = colorOf(name, scheme, theme);
      return color ? [{name, color}] : [];
    });
    for (const [i, a] of colors.entries()) {
      for (const b of colors.slice(i + 1)) {
        const seen = ([undefined, ...VISIONS] as const).map((vision) => ({
          vision: vision ?? ('full' as const),
          difference: difference(a.color, b.color, vision),
        }));
        const least = seen.reduce((best, each) => (each.difference < best.difference ? each : best));
        if (least.difference < MIN_DIFFERENCE) found.push({scheme, of: a.name, and: b.name, ...least});
      }
    }
  }
  return found;
}

/**
 * Checks a value for a token: a sentence when the token is unknown or the value is not a CSS colour; undefined when
 * valid.
 */
export function faultOf(name: string, value: string): string | undefined {
  if (!NAMES.has(name)) return `${name} is no token of cronomapa.`;
  if (KINDS.get(name) !== 'color') return undefined;
  const parts = argumentsOf(value, 'light-dark') ?? [value];
  const bad = parts.find((part) => !part.startsWith('var(') && !parseColor(part));
  return bad === undefined ? undefined : `${name}: ${bad || 'nothing'} is no colour of CSS.`;
}
