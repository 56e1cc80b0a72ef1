/**
 * Reads and writes design token files, format 2025.10 of the Design Tokens Community Group
 * (https://www.designtokens.org/TR/2025.10/format/ and /color/).
 *
 * `--crono-color-text` is the token `text` in the group `color` of the group `crono`. A colour that differs in dark
 * mode has its dark value in `$extensions`, since the format has no colour schemes within a file.
 */

/** Key in `$extensions` for values that the format does not cover. */
const EXTENSION = 'cronomapa';
const PREFIX = '--crono-';
/** Maximum nesting of groups, a guard against malformed files. */
const MAX_DEPTH = 16;

type Json = {readonly [key: string]: unknown};

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** CSS values by token name, and a sentence for each problem in the file. */
export interface ReadTokens {
  readonly tokens: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
}

const HEX = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i;
const SCHEMES = /^light-dark\(((?:[^(),]|\([^()]*\))+),((?:[^(),]|\([^()]*\))+)\)$/;

/** A CSS colour as a `$value`: hex as sRGB components, others verbatim. */
function colorValue(css: string): unknown {
  if (!HEX.test(css)) return css;
  const digits = css.length < 6 ? [...css.slice(1)].map((digit) => digit + digit).join('') : css.slice(1);
  const channels = Array.from({length: digits.length / 2}, (_, i) =>
    Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  );
  const share = (channel = 255) => Math.round((channel / 255) * 10_000) / 10_000;
  const [red, green, blue, alpha] = channels;
  return {
    colorSpace: 'srgb',
    components: [share(red), share(green), share(blue)],
    alpha: share(alpha),
    hex: `#${digits.slice(0, 6)}`,
  };
}

/** The `$type` and `$value` for a CSS value. */
function tokenOf(name: string, css: string): Json {
  const measured = /^(-?[\d.]+)(px|rem|ms|s)$/.exec(css);
  if (measured) {
    const [, value, unit = ''] = measured;
    return {$type: unit.endsWith('s') ? 'duration' : 'dimension', $value: {value: Number(value), unit}};
  }
  const schemes = SCHEMES.exec(css);
  if (schemes) {
    const [, light = '', dark = ''] = schemes.map((part) => part.trim());
    return {$type: 'color', $value: colorValue(light), $extensions: {[EXTENSION]: {dark: colorValue(dark)}}};
  }
  if (/^-?[\d.]+$/.test(css))
    return {$type: /weight/.test(name) ? 'fontWeight' : 'number', $value: Number(css)};
  if (/-font-(body|heading)/.test(name))
    return {$type: 'fontFamily', $value: css.split(',').map((family) => family.trim())};
  if (/-color-/.test(name)) return {$type: 'color', $value: colorValue(css)};
  // Values without a type in the format, as lengths in em, are kept verbatim.
  return {$value: css};
}

/** Serializes tokens as the JSON of a design token file, in the given order. */
export function toDesignTokens(tokens: Iterable<readonly [name: string, css: string]>): Json {
  const crono: {[group: string]: {[name: string]: Json}} = {};
  for (const [name, css] of tokens) {
    const [, group = '', rest = ''] = /^--crono-([a-z]+)-?(.*)$/.exec(name) ?? [];
    crono[group] = {...crono[group], [rest || group]: tokenOf(name, css.trim())};
  }
  return {crono};
}

/** Every token of a tree by its dotted path, with the types inherited from its groups. */
function flatten(
  tree: Json,
  problems: string[],
): ReadonlyMap<string, {readonly type: unknown; readonly token: Json}> {
  const found = new Map<string, {type: unknown; token: Json}>();
  const visit = (node: Json, path: readonly string[], type: unknown): void => {
    const own = node.$type ?? type;
    if ('$value' in node) {
      found.set(path.join('.'), {type: own, token: node});
      return;
    }
    if (path.length > MAX_DEPTH) {
      problems.push(`"${path[0]}" is nested more than ${MAX_DEPTH} levels deep: it is left out.`);
      return;
    }
    for (const [key, value] of Object.entries(node))
      if (key[0] !== '$' && isObject(value)) visit(value, [...path, key], own);
  };
  visit(tree, [], undefined);
  return found;
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** A `$value` as CSS; undefined when CSS has no equivalent. */
function cssOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (Array.isArray(value)) {
    const names = value.filter((each) => typeof each === 'string');
    if (names.length === 0 || names.length < value.length) return undefined;
    return names.map((each) => (/^[\w-]+$|^["']/.test(each) ? each : JSON.stringify(each))).join(', ');
  }
  if (!isObject(value)) return undefined;
  const {value: amount, unit, colorSpace, components, alpha, hex} = value;
  if (typeof amount === 'number' && typeof unit === 'string' && /^[a-z]+$/.test(unit))
    return `${amount}${unit}`;
  if (typeof colorSpace === 'string' && Array.isArray(components)) {
    const parts = components.map((each) =>
      each === 'none' ? each : typeof each === 'number' ? each : undefined,
    );
    if (parts.length !== 3 || parts.includes(undefined)) return undefined;
    const opacity = typeof alpha === 'number' && alpha < 1 ? alpha : undefined;
    if (colorSpace === 'srgb' && parts.every((part) => typeof part === 'number' && part >= 0 && part <= 1)) {
      const bytes = [...parts, ...(opacity === undefined ? [] : [opacity])].map((part) =>
        Math.round(Number(part) * 255)
          .toString(16)
          .padStart(2, '0'),
      );
      return `#${bytes.join('')}`;
    }
    const words = parts.map((part) => (typeof part === 'number' ? round(part) : part)).join(' ');
    const end = opacity === undefined ? '' : ` / ${round(opacity)}`;
    if (/^(oklch|oklab|lch|lab|hsl|hwb)$/.test(colorSpace)) {
      const [first, second, third] = parts;
      const percent = /^(hsl|hwb)$/.test(colorSpace) ? `${first} ${second}% ${third}%` : words;
      return `${colorSpace}(${percent}${end})`;
    }
    if (/^[a-z\d-]+$/.test(colorSpace)) return `color(${colorSpace} ${words}${end})`;
  }
  return typeof hex === 'string' && HEX.test(hex) ? hex : undefined;
}

/** Rejects what would end the declaration or fetch a resource. */
const isSafe = (css: string) => !/[;{}<>\\]|url\(|image\(|@import/i.test(css);

/**
 * Reads the tokens of a parsed design token file whose names are in `known`: those of the group `crono`, or of the
 * whole file when it has none. Never throws: what cannot be used is listed in `problems`.
 */
export function fromDesignTokens(json: unknown, known: ReadonlySet<string>): ReadTokens {
  const problems: string[] = [];
  const tokens = new Map<string, string>();
  if (!isObject(json))
    return {tokens, problems: ['It is not an object, in { }: no design tokens are in it.']};
  const all = flatten(json, problems);
  /** Follows aliases, `{group.token}`. */
  const resolve = (value: unknown, seen: readonly string[]): unknown => {
    const alias = typeof value === 'string' ? /^\{([^{}]+)\}$/.exec(value)?.[1] : undefined;
    if (alias === undefined) return value;
    const target = all.get(alias);
    if (!target) {
      problems.push(`"${seen[0]}" stands for "${alias}", which is not in the file: it is left out.`);
      return undefined;
    }
    if (seen.includes(alias)) {
      problems.push(`"${seen[0]}" stands for itself, by way of "${alias}": it is left out.`);
      return undefined;
    }
    return resolve(target.token.$value, [...seen, alias]);
  };
  const prefix = isObject(json.crono) ? 'crono.' : '';
  for (const [path, {token}] of all) {
    if (!path.startsWith(prefix)) continue;
    const parts = path.slice(prefix.length).split('.');
    // A group of one token repeats the name: `radius.radius`.
    const name = PREFIX + (parts.length === 2 && parts[0] === parts[1] ? parts.slice(1) : parts).join('-');
    if (!known.has(name)) {
      problems.push(`"${path}" is no token of cronomapa: it is left out.`);
      continue;
    }
    const value = resolve(token.$value, [path]);
    if (value === undefined) continue;
    const css = cssOf(value);
    if (css === undefined || !isSafe(css)) {
      problems.push(`"${path}" has a value that CSS does not have: it is left out.`);
      continue;
    }
    const extension = isObject(token.$extensions) ? token.$extensions[EXTENSION] : undefined;
    const given = isObject(extension) ? resolve(extension.dark, [path]) : undefined;
    const dark = given === undefined ? undefined : cssOf(given);
    if (given !== undefined && (dark === undefined || !isSafe(dark)))
      problems.push(`"${path}" has a dark value that CSS does not have: the light one is used.`);
    tokens.set(name, dark !== undefined && isSafe(dark) ? `light-dark(${css}, ${dark})` : css);
  }
  return {tokens, problems};
}
