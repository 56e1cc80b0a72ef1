import type {Token} from './dates-tokens.js';

/** What numbers like 9/8/1912 are read by, and what years of two digits. */
export interface DateStyle {
  /** Undefined when it is not known which comes first. */
  readonly order?: 'day-first' | 'month-first';
  /** The first of the hundred years in which years of two digits lie. */
  readonly century?: number;
  /** Whether -300 is 301 BCE, as ISO 8601 counts, or 300 BCE. */
  readonly negativeYears?: 'astronomical' | 'historical';
}

/** Why a date is read more coarsely than it is written, or not at all. */
export type DateFault = 'not-read' | 'impossible' | 'no-year' | 'two-digit-year';

/** Of a date, what is written of it; not all of it may stand at one end of a range. */
export interface Parts {
  year?: number;
  /** Digits of the year as they are written. */
  digits?: number;
  /** Last digits of the year that are not said: 1 for a decade, 2 for a century. */
  unspecified?: number;
  era?: 'bce' | 'ce';
  month?: number;
  season?: number;
  quarter?: number;
  day?: number;
  /** `14:30`, `14:30:05.5Z`. */
  time?: string;
  about?: boolean;
  perhaps?: boolean;
  /** Day and month are written in an order that is not known. */
  isOrderOpen?: boolean;
  /** Something finer is written than can be said, as "early". */
  isCoarser?: boolean;
}

const MAX_MONTH = 12;
const MAX_DAY = 31;

const isSign = (token: Token | undefined, ...signs: readonly string[]): boolean =>
  token?.kind === 'sign' && signs.includes(token.text);

const says = (token: Token | undefined, is: NonNullable<Token['meaning']>['is']): boolean =>
  token?.meaning?.is === is;

/** Takes a time of the day out of the tokens; undefined when what looks like one is none. */
function takeTime(
  tokens: readonly Token[],
): {readonly rest: readonly Token[]; readonly time?: string; readonly isCoarser?: boolean} | undefined {
  const colon = tokens.findIndex(
    (token, i) =>
      (isSign(token, ':') || (says(token, 'hour') && token.isGlued)) &&
      tokens[i + 1]?.kind === 'number' &&
      tokens[i - 1]?.kind === 'number',
  );
  if (colon < 0) return takeHour(tokens);
  let start = colon - 1;
  let end = colon + 2;
  const hours = tokens[start];
  const minutes = tokens[colon + 1];
  let seconds: string | undefined;
  if (isSign(tokens[end], ':') && tokens[end + 1]?.kind === 'number') {
    seconds = tokens[end + 1]?.text;
    end += 2;
    if (isSign(tokens[end], '.') && tokens[end]?.isGlued && tokens[end + 1]?.kind === 'number') {
      seconds += `.${tokens[end + 1]?.text}`;
      end += 2;
    }
  }
  let hour = hours?.value ?? 0;
  const half = tokens[end];
  if (says(half, 'am') || says(half, 'pm')) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (says(half, 'pm') ? 12 : 0);
    end++;
  }
  let zone = '';
  if (says(tokens[end], 'utc')) {
    zone = 'Z';
    end++;
  }
  if (isSign(tokens[end], '+', '-', '−') && tokens[end + 1]?.kind === 'number') {
    const sign = isSign(tokens[end], '+') ? '+' : '-';
    const [digits = ''] = [tokens[end + 1]?.text];
    end += 2;
    let offset = digits.padStart(digits.length > 2 ? 4 : 2, '0');
    if (offset.length === 2 && isSign(tokens[end], ':') && tokens[end + 1]?.kind === 'number') {
      offset += tokens[end + 1]?.text;
      end += 2;
    }
    zone = /^0+$/.test(offset) ? 'Z' : `${sign}${offset.slice(0, 2)}:${offset.slice(2) || '00'}`;
  }
  // The T between date and time, where it is glued to both.
  if (tokens[start - 1]?.text === 't' && hours?.isGlued) start--;
  // 4 mai 2023 à 14h30.
  if (tokens[start - 1]?.text === 'a') start--;
  const pad = (text: string) => text.padStart(2, '0');
  const time = `${pad(String(hour))}:${pad(minutes?.text ?? '')}${seconds === undefined ? '' : `:${pad(seconds)}`}${zone}`;
  return {rest: [...tokens.slice(0, start), ...tokens.slice(end)], time};
}

/** An hour alone, as "2 pm", is finer than a day, and EDTF has nothing between that and a minute. */
function takeHour(tokens: readonly Token[]) {
  const half = tokens.findIndex((token) => says(token, 'am') || says(token, 'pm'));
  if (half < 0) return {rest: tokens};
  if (tokens[half - 1]?.kind !== 'number') return undefined;
  return {rest: [...tokens.slice(0, half - 1), ...tokens.slice(half + 1)], isCoarser: true};
}

const ROMAN: Readonly<Record<string, number>> = {i: 1, v: 5, x: 10};

/** The number of a century in Roman numerals, up to XXI. */
function romanOf(text: string): number | undefined {
  // XIXe siècle.
  const word = text.replace(/e$/, '');
  if (!/^[ivx]{1,6}$/.test(word)) return undefined;
  let sum = 0;
  for (let i = 0; i < word.length; i++) {
    const [value = 0, next = 0] = [ROMAN[word[i] ?? ''], ROMAN[word[i + 1] ?? '']];
    sum += value < next ? -value : value;
  }
  return sum;
}

/** Reads one date, or the part of one that stands at an end of a range. */
export function partsOf(tokens: readonly Token[], style: DateStyle): Parts | DateFault {
  const timed = takeTime(tokens);
  if (!timed) return 'not-read';
  const parts: Parts = {
    ...(timed.time !== undefined && {time: timed.time}),
    ...(timed.isCoarser && {isCoarser: true}),
  };
  /** What is left: numbers, months and what stands between two numbers. */
  const left: Token[] = [];
  const {rest} = timed;
  for (let i = 0; i < rest.length; i++) {
    const token = rest[i] as Token;
    const {meaning} = token;
    if (token.kind === 'number') left.push(token);
    else if (token.kind === 'sign') {
      if (token.text === '~') parts.about = true;
      else if (token.text === '?') parts.perhaps = true;
      else if (token.text === '-' && left.length === 0 && !rest[i - 1]) left.push(token);
      else if (/^[.,]$/.test(token.text)) {
        // After a word or at an end it divides nothing.
        if (rest[i - 1]?.kind === 'number' && rest[i + 1]?.kind === 'number') left.push(token);
      } else if (/^[-/\u2010\u2011]$/.test(token.text)) left.push(token);
      else if (!/^[()[\]'’،]$/.test(token.text)) return 'not-read';
    } else if (
      rest[i - 1]?.kind === 'number' &&
      token.isGlued &&
      /^(?:st|nd|rd|th|er|re|o|a|e|ª|º)$/.test(token.text)
    )
      continue;
    else if (
      token.text === 's' &&
      (rest[i - 1]?.kind === 'number' || isSign(rest[i - 1], "'", '’')) &&
      token.isGlued
    ) {
      left.push({...token, meaning: {is: 'decade'}});
    } else if (meaning === undefined) {
      if (romanOf(token.text) === undefined) return 'not-read';
      left.push(token);
    } else if (meaning.is === 'about') parts.about = true;
    else if (meaning.is === 'perhaps') parts.perhaps = true;
    else if (meaning.is === 'part') parts.isCoarser = true;
    else if (meaning.is === 'bce' || meaning.is === 'ce') parts.era = meaning.is;
    else if (meaning.is === 'month' || meaning.is === 'season' || meaning.is === 'quarter') left.push(token);
    else if (meaning.is === 'decade' || meaning.is === 'century') left.push(token);
    else if (meaning.is !== 'skip' && meaning.is !== 'ordinal') return 'not-read';
  }
  return coreOf(left, parts, style);
}

/** Reads what is left when times, eras and words around are taken out. */
function coreOf(left: readonly Token[], parts: Parts, style: DateStyle): Parts | DateFault {
  const words = left.filter(({kind}) => kind === 'word');
  const numbers = left.filter(({kind}) => kind === 'number');
  const [word] = words;
  if (words.some((each) => says(each, 'decade') || says(each, 'century')))
    return periodOf(words, numbers, parts);
  if (words.length > 1) return 'not-read';
  if (word) {
    const {meaning} = word;
    if (meaning?.is === 'month') return withMonth(meaning.value, left, numbers, parts, style);
    const [year, ...others] = numbers;
    if ((meaning?.is !== 'season' && meaning?.is !== 'quarter') || others.length > 0) return 'not-read';
    const key = meaning.is;
    return withYear(year, {...parts, [key]: meaning.value}, style);
  }
  return numeric(left, numbers, parts, style);
}

/** A decade or a century: 1990s, siglo XIX. */
function periodOf(words: readonly Token[], numbers: readonly Token[], parts: Parts): Parts | DateFault {
  const [number, ...others] = numbers;
  if (others.length > 0) return 'not-read';
  if (words.some((each) => says(each, 'decade'))) {
    if (words.length > 1 || !number) return 'not-read';
    if (number.text.length < 3) return 'two-digit-year';
    if (number.text.length > 4 || number.value % 10 > 0) return 'not-read';
    // The 1800s may be a century.
    return {...parts, year: number.value, digits: 4, unspecified: number.value % 100 === 0 ? 2 : 1};
  }
  const roman = words.map(({text}) => romanOf(text)).find((value) => value !== undefined);
  const century = number?.value ?? roman;
  const isKnown = words.length === (number ? 1 : 2);
  if (!isKnown || century === undefined || century < 1 || century > 30) return 'not-read';
  return {...parts, year: (century - 1) * 100, digits: 4, unspecified: 2};
}

/** A year of at least three digits, or with an era; one of two digits by the century that the author gave. */
function withYear(token: Token | undefined, parts: Parts, {century}: DateStyle): Parts | DateFault {
  if (!token) return parts;
  const digits = token.text.length;
  // More than four digits are of a year only where its era is said.
  if (parts.era || digits === 3 || digits === 4) return {...parts, year: token.value, digits};
  if (digits !== 2) return 'not-read';
  if (century === undefined) return 'two-digit-year';
  const year = century - (century % 100) + token.value;
  return {...parts, year: year < century ? year + 100 : year, digits: 4};
}

const isDay = ({text, value}: Token) => text.length < 3 && value >= 1 && value <= MAX_DAY;

/** A date with a month in words: May 2023, 3 May 2023, May 3 2023, 2023 May 3; at an end of a range also 3 May and May. */
function withMonth(
  month: number,
  left: readonly Token[],
  numbers: readonly Token[],
  parts: Parts,
  style: DateStyle,
): Parts | DateFault {
  const [a, b, ...others] = numbers;
  if (others.length > 0) return 'not-read';
  if (!a) return {...parts, month};
  const first = left.findIndex(({kind}) => kind !== 'sign');
  const isFirst = left[first]?.kind === 'word';
  if (!b) {
    // "May 12" may be a day or a year.
    if (a.text.length < 3 && !parts.era) return isDay(a) ? {...parts, month, day: a.value} : 'two-digit-year';
    return withYear(a, {...parts, month}, style);
  }
  const [day, year] = a.text.length > 2 && !isFirst ? [b, a] : [a, b];
  if (!isDay(day)) return year.text.length < 3 ? 'two-digit-year' : 'impossible';
  return withYear(year, {...parts, month, day: day.value}, style);
}

/** A date in numbers alone. */
function numeric(
  left: readonly Token[],
  numbers: readonly Token[],
  parts: Parts,
  style: DateStyle,
): Parts | DateFault {
  const [a, b, c, ...others] = numbers;
  if (!a || others.length > 0) return 'not-read';
  const isNegative = left[0] === undefined ? false : isSign(left[0], '-');
  const signs = left.filter(({kind}) => kind === 'sign').slice(isNegative ? 1 : 0);
  if (!b) {
    if (signs.length > 0) return 'not-read';
    if (a.text.length === 8 && !parts.era && !isNegative) return compact(a.text, parts);
    if (isNegative && a.text.length < 3) return 'not-read';
    if (isNegative && style.negativeYears === 'historical')
      return {...parts, year: a.value, digits: a.text.length, era: 'bce'};
    if (isNegative) return {...parts, year: -a.value, digits: a.text.length};
    return withYear(a, parts, a.text.length < 3 && !parts.era ? {...style} : style);
  }
  if (isNegative) return 'not-read';
  const between = signs.map(({text}) => text);
  if (!c) {
    if (between.length > 1) return 'not-read';
    // At an end of a range: "5, 2023".
    if ((between[0] ?? ',') === ',')
      return isDay(a) && b.text.length > 2 ? withYear(b, {...parts, day: a.value}, style) : 'not-read';
    const [month, year] = a.text.length > 2 ? [b, a] : [a, b];
    if (year.text.length < 3) return 'not-read';
    if (month.text.length > 2 || month.value < 1 || month.value > MAX_MONTH) return 'not-read';
    return withYear(year, {...parts, month: month.value}, style);
  }
  if (between.length !== 2 || between[0] !== between[1] || between[0] === ',') return 'not-read';
  if (a.text.length > 2) return ordered(a, b, c, parts, style);
  return inOrder(a, b, c, between[0] === '.', parts, style);
}

/** 20230504. */
function compact(digits: string, parts: Parts): Parts | DateFault {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  if (!year || !month || !day || month > MAX_MONTH || day > MAX_DAY) return 'not-read';
  return {...parts, year, digits: 4, month, day};
}

function ordered(year: Token, month: Token, day: Token, parts: Parts, style: DateStyle): Parts | DateFault {
  if (month.value < 1 || month.value > MAX_MONTH || !isDay(day)) return 'impossible';
  return withYear(year, {...parts, month: month.value, day: day.value}, style);
}

/** 9/8/1912: of numbers that may both be months, the order is that of the column, or open. With dots, the day is first. */
function inOrder(
  a: Token,
  b: Token,
  year: Token,
  hasDots: boolean,
  parts: Parts,
  style: DateStyle,
): Parts | DateFault {
  if (!isDay(a) || !isDay(b)) return 'impossible';
  const isDayFirst = a.value > MAX_MONTH;
  const isMonthFirst = b.value > MAX_MONTH;
  if (isDayFirst && isMonthFirst) return 'impossible';
  const order =
    isDayFirst || (hasDots && !isMonthFirst) ? 'day-first' : isMonthFirst ? 'month-first' : style.order;
  if (order === undefined && a.value !== b.value) return withYear(year, {...parts, isOrderOpen: true}, style);
  const [day, month] = order === 'month-first' ? [b.value, a.value] : [a.value, b.value];
  return withYear(year, {...parts, month, day}, style);
}
