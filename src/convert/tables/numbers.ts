/** How a column writes its numbers. */
export interface NumberStyle {
  readonly decimal: '.' | ',';
  /** Whether nothing in the column tells whether 1,234 has thousands or decimals. */
  readonly isDoubtful: boolean;
}

export interface ReadNumber {
  readonly value: number;
  readonly comparator: '=' | '>=' | '>' | '<=' | '<' | '~';
}

const MAX_NUMBER = 40;

const PLAIN = /^[-−+]?\d[\d.,\s'’]*$/;
/** Numbers that mean the same in every style. */
const DIGITS = /^\d{1,15}$/;

/** Which sign a column has before decimals, by all of its numbers. */
export function numberStyleOf(cells: readonly string[], isCommaLikely = false): NumberStyle {
  let [dots, commas, open] = [0, 0, 0];
  for (const cell of cells) {
    if (cell.length > MAX_NUMBER) continue;
    const text = cell.trim().replace(/^[^\d]{0,20}/, '');
    const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
    if (last < 0) continue;
    const sign = text[last];
    const other = sign === ',' ? '.' : ',';
    const count = text.split(sign ?? '').length - 1;
    const isThousands =
      /^\d{3}(?!\d)/.test(text.slice(last + 1)) && /^\d{1,3}$/.test(text.split(/[.,]/, 1)[0] ?? '');
    const decides =
      text.includes(other) && count === 1
        ? sign
        : count > 1
          ? other
          : isThousands && !text.startsWith('0')
            ? undefined
            : sign;
    if (decides === '.') dots++;
    else if (decides === ',') commas++;
    else open += sign === ',' ? 1 : 0;
  }
  // A dot before three digits is a decimal one where nothing else is said, as programs write it.
  if (dots === 0 && commas === 0) return {decimal: isCommaLikely ? ',' : '.', isDoubtful: open > 0};
  return {decimal: commas > dots ? ',' : '.', isDoubtful: dots > 0 && commas > 0};
}

const WORDS: readonly (readonly [pattern: RegExp, comparator: ReadNumber['comparator']])[] = [
  [/^(?:>=|≥|at least|al menos|por lo menos|au moins|pelo menos|no minimo|على الاقل)\s*/i, '>='],
  [/^(?:<=|≤|at most|up to|como maximo|hasta|au plus|jusqu'a|no maximo|ate)\s*/i, '<='],
  [/^(?:>|more than|over|mas de|plus de|mais de|اكثر من)\s*/i, '>'],
  [/^(?:<|less than|under|fewer than|menos de|moins de|اقل من)\s*/i, '<'],
  [
    /^(?:~|≈|c\.|ca\.|circa|about|around|approx\.?|approximately|unos|unas|cerca de|alrededor de|environ|aprox\.?|حوالي)\s*/i,
    '~',
  ],
];

/** Reads a number with what is said of it, as "at least 12" and "12+"; undefined when it is none, or a range. */
export function readNumber(text: string, {decimal}: NumberStyle): ReadNumber | undefined {
  if (text.length > MAX_NUMBER) return undefined;
  if (DIGITS.test(text)) return {value: Number(text), comparator: '='};
  let rest = text
    .trim()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
  let comparator: ReadNumber['comparator'] = '=';
  const said = WORDS.find(([pattern]) => pattern.test(rest));
  if (said) {
    comparator = said[1];
    rest = rest.replace(said[0], '');
  }
  if (/\d\s*\+$/.test(rest) && comparator === '=') {
    comparator = '>=';
    rest = rest.slice(0, -1);
  }
  rest = rest
    .replace(/^[$€£¥R]{1,2}\s?/, '')
    .replace(/\s?[%€$]$/, '')
    .trim();
  if (!PLAIN.test(rest)) return undefined;
  const thousands = decimal === '.' ? ',' : '.';
  const groups = rest.replace(/[\s'’]/g, thousands).split(decimal);
  const [whole = '', fraction] = groups;
  if (groups.length > 2 || (fraction !== undefined && !/^\d+$/.test(fraction))) return undefined;
  // Thousands are groups of three, in India of two before the last.
  const parts = whole.replace(/^[-−+]/, '').split(thousands);
  const isGrouped = parts.every((part, i) =>
    (i === 0 ? /^\d{1,3}$/ : i === parts.length - 1 ? /^\d{3}$/ : /^\d{2,3}$/).test(part),
  );
  if (parts.length > 1 ? !isGrouped : !/^\d+$/.test(parts[0] ?? '')) return undefined;
  const value = Number(
    `${/^[-−]/.test(whole) ? '-' : ''}${parts.join('')}${fraction === undefined ? '' : `.${fraction}`}`,
  );
  return Number.isFinite(value) ? {value, comparator} : undefined;
}
