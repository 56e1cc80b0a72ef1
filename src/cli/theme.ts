import {findLikeness, fromDesignTokens, gradeTheme, readTheme, type Theme, TOKENS} from '../themes/index.js';

/** Reads a theme as CSS or as design tokens; problems are listed in `problems`. */
function themeOf(text: string): Theme | string {
  if (!/^\s*[[{]/.test(text)) return readTheme(text);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return `It is not JSON: ${(error as Error).message}.`;
  }
  const {tokens, problems} = fromDesignTokens(json, new Set(TOKENS.map(({name}) => name)));
  const theme = readTheme(`:root {${[...tokens].map(([name, value]) => `${name}: ${value};`).join('')}}`);
  return {...theme, problems: [...problems, ...theme.problems]};
}

const short = (name: string) => name.replace('--crono-color-', '');

/** Grades a theme: the lines to print, and whether all pairs of the contract have enough contrast. */
export function checkTheme(text: string): {readonly lines: readonly string[]; readonly passes: boolean} {
  const theme = themeOf(text);
  if (typeof theme === 'string') return {lines: [theme], passes: false};
  const grades = gradeTheme(theme);
  const failed = grades.filter(({passes}) => !passes);
  const lines = [
    ...theme.problems,
    ...failed.map(({of, on, scheme, ratio, least, foreground, background}) =>
      Number.isNaN(ratio)
        ? `error: ${scheme}: ${foreground} on ${background} (${short(of)} on ${short(on)}): no opaque colours, so no contrast. Write colours of CSS that let nothing through.`
        : `error: ${scheme}: ${short(of)} on ${short(on)} has a contrast of ${ratio.toFixed(2)}, and needs ${least}. Make ${foreground} or ${background} lighter or darker.`,
    ),
    ...findLikeness(theme).map(
      ({scheme, of, and, vision}) =>
        `warning: ${scheme}: ${short(of)} and ${short(and)} look alike ${vision === 'full' ? 'to all' : `with ${vision}`}. Their shapes still differ.`,
    ),
    `${grades.length - failed.length} of ${grades.length} pairs are far enough apart (WCAG 2.2).`,
  ];
  return {lines, passes: failed.length === 0};
}
