/** What others write, as fuzzing has it. */
import fc from 'fast-check';

const {FUZZ_RUNS = '150', FUZZ_SEED = '20261128'} = process.env;
/** How often each property is tried, and from which seed. */
export const RUNS = {numRuns: Number(FUZZ_RUNS), seed: Number(FUZZ_SEED)};

/** Letters that mean something to some reader. */
const HOSTILE = [...'[](){}<>"\'\\/*_#&=%,.:;~?!|^`-+0 9TZaé\ufffd\ud800\udc00\u202e\u0301\0\n\r\t'];
export const words = fc.oneof(
  fc.string({unit: 'binary', maxLength: 40}),
  fc.array(fc.constantFrom(...HOSTILE), {maxLength: 60}).map((letters) => letters.join('')),
);
export const dates = fc.oneof(
  fc.array(fc.constantFrom(...'0123456789-/.TZ:?~%XYE+'), {maxLength: 25}).map((letters) => letters.join('')),
  fc
    .tuple(fc.integer({min: -9999, max: 9999}), fc.integer({min: 0, max: 41}), fc.integer({min: 0, max: 32}))
    .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`),
  fc.constantFrom(
    '2024',
    '2024-02',
    '2024-02-29',
    '2024-13-01',
    '../2024',
    '2024/..',
    '2024-XX',
    '1985~/2004-06?',
  ),
);
export const numbers = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(0, -0, 90, -180, 1e308, Number.NaN, Infinity),
);
export const addresses = fc.oneof(
  words,
  fc.constantFrom(
    'https://a.example/b',
    'http://[',
    '//',
    'javascript:alert(1)',
    'data:,a',
    './a.json',
    'mailto:a@b',
  ),
);
