/** Themes for tools: the token contract, parsing, grading, and design token files. */
export {ELEMENT_TOKENS, PAIRS, type Pair, TOKENS, type Token, VISIONS, type Vision} from './contract.js';
export {fromDesignTokens, type ReadTokens, toDesignTokens} from './design-tokens.js';
export {
  faultOf,
  findLikeness,
  type Grade,
  gradeTheme,
  type Likeness,
  readTheme,
  type Scheme,
  type Theme,
} from './theme.js';
