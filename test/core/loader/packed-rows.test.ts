import {expect, test, vi} from 'vitest';
import {rawRow, rowIndex} from '../../../src/core/dataset/index.js';
import {IdTable, type PackedRows, unpackRows} from '../../../src/core/loader/packed-rows.js';

interface Row {
  readonly id: string;
  readonly n: number;
}

const decoder = new TextDecoder();
const parse = (bytes: Uint8Array): unknown => JSON.parse(decoder.decode(bytes));

const GAP = ',\n  ';

/** Rows as a file has them, with white space and commas between. */
function pack(rows: readonly Row[]): PackedRows {
  const ids = new IdTable();
  for (const {id} of rows) ids.add(id);
  const encoder = new TextEncoder();
  const lengths = rows.map((row) => encoder.encode(JSON.stringify(row)).length);
  const starts = lengths.map(() => 0);
  for (let i = 1; i < rows.length; i++) starts[i] = (starts[i - 1] ?? 0) + (lengths[i - 1] ?? 0) + GAP.length;
  return {
    bytes: encoder.encode(rows.map((row) => JSON.stringify(row)).join(GAP)),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(starts, (start, i) => start + (lengths[i] ?? 0)),
    ids: ids.table,
  };
}

const plain = Array.from({length: 300}, (_, n): Row => ({id: n % 7 ? `r${n}` : `año ${n} 🌊`, n}));
const read = (json: unknown) => Object.freeze(json) as Row;
const unpacked = () => unpackRows(pack(plain), parse, read);

test('unpacked rows are an array like any other', () => {
  const rows = unpacked();
  expect(Array.isArray(rows)).toBe(true);
  expect(rows).toHaveLength(300);
  expect(rows).toEqual(plain);
  expect([...rows]).toEqual(plain);
  expect(rows.at(-1)).toEqual(plain.at(-1));
  expect(rows[300]).toBeUndefined();
  expect(rows.map(({n}) => n * 2)).toEqual(plain.map(({n}) => n * 2));
  expect(rows.filter(({n}) => n > 290)).toEqual(plain.slice(291));
  expect(rows.slice(3, 5)).toEqual(plain.slice(3, 5));
  expect(rows.findIndex(({n}) => n === 17)).toBe(17);
  expect(rows.toReversed()[0]).toEqual(plain[299]);
  expect(Object.keys(rows)).toEqual(Object.keys(plain));
  expect(5 in rows).toBe(true);
  expect(300 in rows).toBe(false);
  expect(Object.hasOwn(rows, '007')).toBe(false);
  expect(JSON.stringify(rows)).toBe(JSON.stringify(plain));
  expect(unpackRows(pack([]), parse, read)).toEqual([]);
});

test('a row is read when it is asked for, and is the same object while in use', () => {
  const readOne = vi.fn(read);
  const rows = unpackRows(pack(plain), parse, readOne);
  expect(readOne).not.toHaveBeenCalled();
  expect(rows[7]).toBe(rows[7]);
  expect(readOne.mock.calls).toEqual([[plain[7], 7]]);
});

test('of many rows those in use stay the same, and old ones are let go', () => {
  const many = Array.from({length: 20_000}, (_, n) => ({id: `r${n}`, n}));
  const readOne = vi.fn(read);
  const rows = unpackRows(pack(many), parse, readOne);
  const first = rows[0];
  for (let i = 0; i < 20_000; i++)
    if (rows[i] === undefined || rows[0] !== first) throw new Error(`row ${i}`);
  const again = rows[5];
  expect(again).toEqual(many[5]);
  expect(readOne).toHaveBeenCalledTimes(20_001);
});

test('writes are refused', () => {
  const rows = unpacked() as Row[];
  const first = rows[0];
  expect(() => rows.push({id: 'x', n: 0})).toThrow(TypeError);
  expect(() => {
    rows[0] = {id: 'x', n: 0};
  }).toThrow(TypeError);
  expect(() => {
    rows.length = 0;
  }).toThrow(TypeError);
  expect(() => rows.sort()).toThrow(TypeError);
  expect(() => Object.defineProperty(rows, 'extra', {value: 1})).toThrow(TypeError);
  expect(rows).toHaveLength(300);
  expect(rows[0]).toBe(first);
});

test.each([
  ['ordinary', plain],
  ['unpacked', unpacked()],
])('ids of %s rows are found', (_, rows) => {
  plain.forEach(({id}, i) => {
    expect(rowIndex(rows, id)).toBe(i);
  });
  for (const id of ['', 'r0', 'r300', 'año', '0']) expect(rowIndex(rows, id)).toBe(-1);
});

test('a row as the file has it is not read for that', () => {
  const readOne = vi.fn(read);
  const rows = unpackRows(pack(plain), parse, readOne);
  expect(rawRow(rows, 7)).toEqual(plain[7]);
  expect(readOne).not.toHaveBeenCalled();
  expect(rawRow(plain, 7)).toBe(plain[7]);
});

test('an id is taken once, and found however many there are', () => {
  const ids = new IdTable();
  for (let i = 0; i < 5000; i++) expect(ids.add(`id ${i}`)).toBe(true);
  for (let i = 0; i < 5000; i++) {
    expect(ids.add(`id ${i}`)).toBe(false);
    expect(ids.indexOf(`id ${i}`)).toBe(i);
  }
  expect([ids.size, ids.indexOf('id'), ids.has('id 5000'), ids.has('')]).toEqual([5000, -1, false, false]);
});
