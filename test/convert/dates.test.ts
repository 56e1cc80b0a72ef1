import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readDate} from '../../src/convert/dates.js';
import {parseEdtf} from '../../src/core/time/index.js';

const dateOf = (text: string, style = {}) => {
  const read = readDate(text, style);
  return typeof read === 'string' ? `! ${read}` : read.date;
};

describe('dates as journalists write them', () => {
  test.each<[string, string]>([
    ['3 May 2023', '2023-05-03'],
    ['3rd May 2023', '2023-05-03'],
    ['the 3rd of May, 2023', '2023-05-03'],
    ['Wednesday, May 3, 2023', '2023-05-03'],
    ['May 3rd, 2023', '2023-05-03'],
    ['2023 May 3', '2023-05-03'],
    ['May 2023', '2023-05'],
    ['Sept. 2023', '2023-09'],
    ['2023-05-04', '2023-05-04'],
    ['2023-05', '2023-05'],
    ['2023', '2023'],
    ['602', '0602'],
    ['2023/05/04', '2023-05-04'],
    ['2023.05.04', '2023-05-04'],
    ['2023/5/4', '2023-05-04'],
    ['20230504', '2023-05-04'],
    ['05/2023', '2023-05'],
    ['3.5.2023', '2023-05-03'],
    ['5/5/1912', '1912-05-05'],
    ['25/8/1912', '1912-08-25'],
    ['8/25/1912', '1912-08-25'],
    ['3-May-2023', '2023-05-03'],
    ['3 de mayo de 2023', '2023-05-03'],
    ['mayo de 2023', '2023-05'],
    ['miércoles, 3 de mayo de 2023', '2023-05-03'],
    ['1.º de enero de 1900', '1900-01-01'],
    ['1er janvier 1900', '1900-01-01'],
    ['14 août 1944', '1944-08-14'],
    ['mercredi 3 mai 2023', '2023-05-03'],
    ['1º de março de 2023', '2023-03-01'],
    ['quarta-feira, 3 de maio de 2023', '2023-05-03'],
    ['٣ مايو ٢٠٢٣', '2023-05-03'],
    ['3 أيار 2023', '2023-05-03'],
    ['كانون الثاني 2023', '2023-01'],
    ['3–5 May 2023', '2023-05-03/2023-05-05'],
    ['3-5 May 2023', '2023-05-03/2023-05-05'],
    ['May 3–5, 2023', '2023-05-03/2023-05-05'],
    ['del 3 al 5 de mayo de 2023', '2023-05-03/2023-05-05'],
    ['du 3 au 5 mai 2023', '2023-05-03/2023-05-05'],
    ['3 a 5 de maio de 2023', '2023-05-03/2023-05-05'],
    ['de 3 a 5 de maio de 2023', '2023-05-03/2023-05-05'],
    ['3 May – 5 June 2023', '2023-05-03/2023-06-05'],
    ['28 December – 3 January 2023', '2022-12-28/2023-01-03'],
    ['28 December 2022 to 3 January 2023', '2022-12-28/2023-01-03'],
    ['May–June 2023', '2023-05/2023-06'],
    ['1939–1945', '1939/1945'],
    ['1939-1945', '1939/1945'],
    ['1914-18', '1914/1918'],
    ['between 1914 and 1918', '1914/1918'],
    ['2023-05-04 - 2023-05-06', '2023-05-04/2023-05-06'],
    ['2023-05-04/2023-05-06', '2023-05-04/2023-05-06'],
    ['13/5/2023 - 15/5/2023', '2023-05-13/2023-05-15'],
    ['2014 – present', '2014/..'],
    ['since 2014', '2014/..'],
    ['desde mayo de 2014', '2014-05/..'],
    ['before 1850', '../1850'],
    ['until 1850', '../1850'],
    ['c. 1850', '1850~'],
    ['ca. 1850', '1850~'],
    ['hacia 1850', '1850~'],
    ['vers 1850', '1850~'],
    ['por volta de 1850', '1850~'],
    ['c. 1850–1860', '1850~/1860~'],
    ['1850?', '1850?'],
    ['probably May 1850', '1850-05?'],
    ['300 BCE', '-0299'],
    ['séc. XIX', '18XX'],
    ['300 a.C.', '-0299'],
    ['300 av. J.-C.', '-0299'],
    ['44 BC', '-0043'],
    ['1 BCE', '0000'],
    ['15 March 44 BC', '-0043-03-15'],
    ['300–250 BCE', '-0299/-0249'],
    ['50 BC – 20 AD', '-0049/0020'],
    ['12000 BCE', 'Y-11999'],
    ['spring 2023', '2023-21'],
    ['otoño de 2023', '2023-23'],
    ['Q2 2023', '2023-04/2023-06'],
    ['1990s', '199X'],
    ["1990's", '199X'],
    ['années 1990', '199X'],
    ['década de 1990', '199X'],
    ['19th century', '18XX'],
    ['siglo XIX', '18XX'],
    ['XIXe siècle', '18XX'],
    ['5th century BCE', '-04XX'],
    ['early May 2023', '2023-05'],
    ['mid-1850', '1850'],
    ['2023-05-04 14:30', '2023-05-04T14:30'],
    ['2023-05-04 14:30:05.250 UTC', '2023-05-04T14:30:05.250Z'],
    ['5/13/2023 2:30 PM', '2023-05-13T14:30'],
    ['4 mai 2023 à 14h30', '2023-05-04T14:30'],
    ['2023-05-04T14:30:00+0200', '2023-05-04T14:30:00+02:00'],
    ['2023-05-04 2 pm', '2023-05-04'],
  ])('%s', (text, date) => {
    expect(dateOf(text)).toBe(date);
  });

  test.each<[string, string]>([
    ['9/8/12', '! two-digit-year'],
    ['3 May 23', '! two-digit-year'],
    ['May 99', '! two-digit-year'],
    ['98', '! two-digit-year'],
    ['the 90s', '! two-digit-year'],
    ['12 May', '! no-year'],
    ['May', '! no-year'],
    ['31 April 2023', '! impossible'],
    ['2023-13-45', '! impossible'],
    ['29 February 2023', '! impossible'],
    ['soon', '! not-read'],
    ['', '! not-read'],
    ['1 2 3 4 5', '! not-read'],
    ['10.0.0.1', '! not-read'],
    ['45012', '! not-read'],
    ["1'000.00", '! not-read'],
    ['12:30', '! not-read'],
    ['May be 2023 things', '! not-read'],
    ['=cmd|2023', '! not-read'],
  ])('not read: %s', (text, fault) => {
    expect(dateOf(text)).toBe(fault);
  });

  test('which of day and month is first is told or left open', () => {
    expect(readDate('9/8/1912')).toEqual({date: '1912', doubts: ['order']});
    expect(dateOf('9/8/1912', {order: 'day-first'})).toBe('1912-08-09');
    expect(dateOf('9/8/1912', {order: 'month-first'})).toBe('1912-09-08');
    expect(dateOf('25/8/1912', {order: 'month-first'})).toBe('1912-08-25');
  });

  test('years of two digits lie in the hundred years that the author names', () => {
    expect(dateOf('9/8/12', {order: 'day-first', century: 1930})).toBe('2012-08-09');
    expect(dateOf('3 May 45', {century: 1930})).toBe('1945-05-03');
    expect(dateOf('29', {century: 1930})).toBe('2029');
  });
});

describe('whatever the text', () => {
  const word = fc.constantFrom(
    ...[
      'May',
      'mayo',
      'mai',
      'the',
      'of',
      'de',
      'c.',
      'BC',
      'to',
      '–',
      '-',
      '/',
      '.',
      ',',
      'a',
      'y',
      '?',
      '~',
    ],
    ...[
      'XIX',
      'siglo',
      '1990s',
      'spring',
      'Q1',
      'T',
      ':',
      'pm',
      '2023',
      '5',
      '05',
      '31',
      '98',
      '٣',
      '٢٠٢٣',
      '%',
    ],
  );
  const text = fc.oneof(
    fc.string({unit: 'grapheme', maxLength: 60}),
    fc.array(word, {maxLength: 9}).map((words) => words.join(' ')),
    fc.array(word, {maxLength: 9}).map((words) => words.join('')),
  );
  const style = fc.record(
    {
      order: fc.constantFrom('day-first' as const, 'month-first' as const),
      century: fc.integer({min: 1000, max: 2000}),
    },
    {requiredKeys: []},
  );

  test('what is read is EDTF, and never more precise than written', () => {
    fc.assert(
      fc.property(text, style, (written, said) => {
        const read = readDate(written, said);
        if (typeof read === 'string') return;
        const when = parseEdtf(read.date);
        expect(when).toBeDefined();
        const ends = when?.kind === 'interval' ? [when.start, when.end] : [when];
        const numbers = written.normalize('NFKD').match(/\p{Nd}+/gu) ?? [];
        const digits = numbers.join('').length;
        const words = written.match(/\p{L}{3,}/gu)?.length ?? 0;
        for (const end of ends) {
          if (typeof end !== 'object') continue;
          // A day needs its own number beside the year, and a month a number or a word.
          if (end.day !== undefined) expect(numbers.length >= 2 || digits === 8).toBe(true);
          if (end.month !== undefined && numbers.length < 2 && digits !== 8)
            expect(words + (/q[1-4]|t[1-4]/i.test(written) ? 1 : 0)).toBeGreaterThan(0);
          if (end.hour !== undefined) expect(numbers.length).toBeGreaterThan(2);
        }
      }),
    );
  });

  test('a date that was written from its parts is read as those parts', () => {
    const months =
      'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');
    const iso = fc.record({
      year: fc.integer({min: 1000, max: 2999}),
      month: fc.integer({min: 1, max: 12}),
      day: fc.integer({min: 1, max: 28}),
    });
    fc.assert(
      fc.property(iso, ({year, month, day}) => {
        const edtf = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        expect(dateOf(`${day} de ${months[month - 1]} de ${year}`)).toBe(edtf);
        expect(dateOf(`${day}.${month}.${year}`)).toBe(edtf);
        expect(dateOf(`${month}/${day}/${year}`, {order: 'month-first'})).toBe(edtf);
        expect(dateOf(`${day}/${month}/${year}`, {order: 'day-first'})).toBe(edtf);
        expect(dateOf(`${months[month - 1]} ${year}`)).toBe(edtf.slice(0, 7));
      }),
    );
  });
});
