import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {instantOf, intervalOf, parseEdtf} from '../../src/core/time/index.js';
import {formatDate, formatInstant, formatRange, formatTick} from '../../src/i18n/index.js';

const words = (edtf: string, locale: string) => formatDate(parseEdtf(edtf), locale);

describe('a date in words, at its own precision', () => {
  test.each([
    ['2024', '2024', '2024'],
    ['2024-07', 'July 2024', 'julio de 2024'],
    ['2024-07-28', 'July 28, 2024', '28 de julio de 2024'],
    ['2024-07-28T18:05', 'July 28, 2024, 18:05', '28 de julio de 2024, 18:05'],
    ['2024-07-28T18:05:09', 'July 28, 2024, 18:05:09', '28 de julio de 2024, 18:05:09'],
    ['2024-07-28T00:00', 'July 28, 2024, 00:00', '28 de julio de 2024, 00:00'],
    ['2025-12-26T10:17Z', 'December 26, 2025, 10:17 UTC', '26 de diciembre de 2025, 10:17 UTC'],
    [
      '2025-12-26T10:17-04:00',
      'December 26, 2025, 10:17 UTC−04:00',
      '26 de diciembre de 2025, 10:17 UTC−04:00',
    ],
    ['2024-21', 'spring 2024', 'primavera de 2024'],
    ['2024-24', 'winter 2024', 'invierno de 2024'],
    ['195X', '1950s', 'década de 1950'],
    ['202X', '2020s', 'década de 2020'],
    ['19XX', '20th century', 'siglo XX'],
    ['20XX', '21st century', 'siglo XXI'],
    ['01XX', '2nd century', 'siglo II'],
    ['00XX', '1st century', 'siglo I'],
    ['-00XX', '1st century BCE', 'siglo I a. C.'],
    ['-19XX', '20th century BCE', 'siglo XX a. C.'],
    ['-195X', '1960 BCE to 1951 BCE', 'de 1960 a. C. a 1951 a. C.'],
    ['1XXX', '1000 to 1999', 'de 1000 a 1999'],
    ['2024-XX', 'some month of 2024', 'algún mes de 2024'],
    ['2024-07-XX', 'some day in July 2024', 'algún día de julio de 2024'],
    ['2024-XX-XX', 'some day in 2024', 'algún día de 2024'],
    ['0000', '1 BCE', '1 a. C.'],
    ['-0300', '301 BCE', '301 a. C.'],
    ['-0043-03', 'March 44 BCE', 'marzo de 44 a. C.'],
    ['-0043-03-15', 'March 15, 44 BCE', '15 de marzo de 44 a. C.'],
    ['Y12024', '12,024', '12.024'],
    ['Y-12024', '12,024 BCE', '12.024 a. C.'],
    ['Y-17E7', '170 million BCE', '170 millones a. C.'],
    ['Y-4500000000', '4.5 billion BCE', '4,5 mil millones a. C.'],
    ['Y-12345678', '12,345,678 BCE', '12.345.678 a. C.'],
    ['1950S2', 'about 1950 (1900 to 1999)', 'hacia 1950 (de 1900 a 1999)'],
    ['1953S3', 'about 1953 (1950 to 1959)', 'hacia 1953 (de 1950 a 1959)'],
    ['1953S4', '1953', '1953'],
    ['2025-12~', 'about December 2025', 'hacia diciembre de 2025'],
    ['2025-12-25~', 'about December 25, 2025', 'hacia el 25 de diciembre de 2025'],
    ['2025?', '2025 (uncertain)', '2025 (incierto)'],
    ['2025%', 'about 2025 (uncertain)', 'hacia 2025 (incierto)'],
    ['195X~', 'about 1950s', 'hacia la década de 1950'],
    ['19XX~', 'about 20th century', 'hacia el siglo XX'],
    ['2024/2025', '2024 to 2025', 'de 2024 a 2025'],
    ['2024/2024', '2024', '2024'],
    ['2024-07/2024-08', 'July to August 2024', 'de julio a agosto de 2024'],
    ['2024-11/2025-02', 'November 2024 to February 2025', 'de noviembre de 2024 a febrero de 2025'],
    ['2025-12-25/2025-12-26', 'December 25 to 26, 2025', 'del 25 al 26 de diciembre de 2025'],
    ['2024-07-30/2024-08-02', 'July 30 to August 2, 2024', 'del 30 de julio al 2 de agosto de 2024'],
    [
      '2024-12-30/2025-01-02',
      'December 30, 2024 to January 2, 2025',
      'del 30 de diciembre de 2024 al 2 de enero de 2025',
    ],
    ['2024-08-25~/2024-08-26~', 'about August 25 to 26, 2024', 'del 25 al 26 de agosto de 2024 (aproximado)'],
    ['2024?/2025?', '2024 to 2025 (uncertain)', 'de 2024 a 2025 (incierto)'],
    ['2024~/2025', 'about 2024 to 2025', 'desde hacia 2024 hasta 2025'],
    ['2024-07-28/2025', 'July 28, 2024 to 2025', 'del 28 de julio de 2024 a 2025'],
    ['2024-21/2024-22', 'spring 2024 to summer 2024', 'de la primavera de 2024 al verano de 2024'],
    ['18XX/195X', '19th century to 1950s', 'del siglo XIX a la década de 1950'],
    ['2024-07-28/..', 'since July 28, 2024', 'desde el 28 de julio de 2024'],
    ['2024/..', 'since 2024', 'desde 2024'],
    ['../2024-07', 'until July 2024', 'hasta julio de 2024'],
    ['../2024-07-28', 'until July 28, 2024', 'hasta el 28 de julio de 2024'],
    [
      '/2024-07-28',
      'from an unknown date to July 28, 2024',
      'desde una fecha desconocida hasta el 28 de julio de 2024',
    ],
    [
      '2024-07-28/',
      'July 28, 2024 to an unknown date',
      'desde el 28 de julio de 2024 hasta una fecha desconocida',
    ],
    ['not a date', 'date unknown', 'fecha desconocida'],
  ])('%s', (edtf, en, es) => {
    expect([words(edtf, 'en'), words(edtf, 'es')]).toEqual([en, es]);
  });

  test('in the order of the region', () => {
    expect(words('2025-12-25', 'en-GB')).toBe('25 December 2025');
    expect(words('2025-12-25/2025-12-26', 'en-GB')).toBe('25 to 26 December 2025');
    expect(words('2025-12-25', 'es-VE')).toBe('25 de diciembre de 2025');
    expect(words('-0043-03-15', 'es-VE')).toBe('15 de marzo de 44 a. C.');
  });

  test('a year or a month never becomes a day, nor a year a month', () => {
    const year = fc.integer({min: 1000, max: 9999});
    const mark = fc.constantFrom('', '?', '~', '%');
    fc.assert(
      fc.property(year, fc.integer({min: 1, max: 12}), mark, (y, m, end) => {
        for (const locale of ['en', 'es']) {
          expect(words(`${y}${end}`, locale).match(/\d+/g)).toEqual([String(y)]);
          expect(words(`${y}`, locale)).toBe(String(y));
          const month = words(`${y}-${String(m).padStart(2, '0')}${end}`, locale);
          expect(month.match(/\d+/g)).toEqual([String(y)]);
          expect(words(`${y}-XX${end}`, locale).match(/\d+/g)).toEqual([String(y)]);
        }
      }),
      {seed: 1, numRuns: 300},
    );
  });
});

describe('a range in words', () => {
  const range = (edtf: string, locale: string) => formatRange(intervalOf(edtf) ?? {start: 0, end: 0}, locale);
  test.each([
    ['2025-03/2025-07', 'March to July 2025', 'de marzo a julio de 2025'],
    ['2024', '2024', '2024'],
    ['2024/2026', '2024 to 2026', 'de 2024 a 2026'],
    ['2024-07', 'July 2024', 'julio de 2024'],
    ['2025-12-25', 'December 25, 2025', '25 de diciembre de 2025'],
    ['2025-12-25/2025-12-26', 'December 25 to 26, 2025', 'del 25 al 26 de diciembre de 2025'],
    [
      '2025-11-20/2025-12-03',
      'November 20 to December 3, 2025',
      'del 20 de noviembre al 3 de diciembre de 2025',
    ],
    ['2024-07-28/2025-12-26', 'July 2024 to December 2025', 'de julio de 2024 a diciembre de 2025'],
    ['1998-12-06/2025-12-26', '1998 to 2025', 'de 1998 a 2025'],
    ['2025-12-25T10:00/2025-12-25T12:00', 'December 25, 2025', '25 de diciembre de 2025'],
    ['2024-07-28/..', 'since July 28, 2024', 'desde el 28 de julio de 2024'],
    ['2024/..', 'since 2024', 'desde 2024'],
    ['../2024-07', 'until July 2024', 'hasta julio de 2024'],
    ['-0300/-0200', '301 BCE to 201 BCE', 'de 301 a. C. a 201 a. C.'],
    [
      '-0043-03-01/-0043-03-15',
      'March 1, 44 BCE to March 15, 44 BCE',
      'del 1 de marzo de 44 a. C. al 15 de marzo de 44 a. C.',
    ],
    ['Y-4500000000', '4.5 billion BCE', '4,5 mil millones a. C.'],
  ])('%s', (edtf, en, es) => {
    expect([range(edtf, 'en'), range(edtf, 'es')]).toEqual([en, es]);
  });

  test('all of time needs no words', () => {
    expect(formatRange({start: -Infinity, end: Infinity}, 'en')).toBe('');
  });
});

test('ticks', () => {
  const at = instantOf(2025, 3, 1, 6, 30);
  expect(
    ['year', 'month', 'day', 'minute'].map((unit) => formatTick(at, unit as 'year', false, 'en')),
  ).toEqual(['2025', 'Mar', 'Mar 1', '06:30']);
  expect(formatTick(at, 'month', true, 'es')).toBe('mar 2025');
  expect(formatTick(instantOf(-43, 3), 'month', true, 'en')).toBe('Mar 44 BCE');
  expect(formatTick(instantOf(-4.5e9), 'year', true, 'en')).toBe('4.5 billion BCE');
  expect(formatInstant(at, 'day', 'es')).toBe('1 de marzo de 2025');
});
