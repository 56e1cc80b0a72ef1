import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {build} from 'esbuild';
import {afterAll, beforeAll, expect, test} from 'vitest';

/**
 * Nothing may depend on the machine's time zone. Node reads TZ at startup, so each zone is a process of its own, which
 * prints every date in every format.
 */
const SCRIPT = `
import {intervalOf, parseEdtf, formatEdtf, isTimeZone} from './src/core/time/index.ts';
import {formatDate, formatInstant, formatRange, formatTick} from './src/i18n/index.ts';
const dates = ['2024', '2024-07', '2024-07-28', '2024-07-28T18:00', '2024-07-28T23:59:59', '2025-12-26T10:17Z', '2025-11-02T01:30-07:00',
  '2024-07-28T24:00', '202X', '20XX', '2024-XX', '2024-07-XX', '2024-21', '2024-24', '-0300', '-0043-03-15', '0000', '2024/..', '../2024-07',
  '2025-12-25/2025-12-26', '2024-08-25~/2024-08-26~', 'Y-17E7', '1950S2', '2024-03-10', '2024-11-03', '2011-12-30'];
const out = [];
for (const text of dates) {
  out.push([text, formatEdtf(parseEdtf(text))]);
  for (const zone of ['UTC', 'America/Caracas', 'Pacific/Kiritimati']) out.push([zone, intervalOf(text, zone)]);
  const {start, end} = intervalOf(text);
  for (const locale of ['en', 'es', 'es-VE']) {
    out.push(formatDate(parseEdtf(text), locale), formatRange({start, end}, locale));
    for (const unit of ['year', 'month', 'day', 'hour', 'minute', 'second'])
      if (Number.isFinite(start)) out.push(formatTick(start, unit, true, locale), formatInstant(start, unit, locale));
  }
}
console.log(JSON.stringify({machine: new Intl.DateTimeFormat().resolvedOptions().timeZone, offset: new Date(0).getTimezoneOffset(), out}, null, 1));
`;

const root = join(import.meta.dirname, '../../..');
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cronomapa-zones-'));
  const {outputFiles} = await build({
    stdin: {contents: SCRIPT, resolveDir: root, loader: 'ts'},
    bundle: true,
    format: 'esm',
    write: false,
  });
  writeFileSync(join(folder, 'dates.mjs'), outputFiles[0]?.text ?? '');
});

afterAll(() => rmSync(folder, {recursive: true}));

test('dates and their words are the same under every zone of the machine', () => {
  const under = (TZ: string) =>
    JSON.parse(
      execFileSync(process.execPath, [join(folder, 'dates.mjs')], {
        env: {...process.env, TZ},
        encoding: 'utf8',
      }),
    ) as {machine: string; offset: number; out: unknown[]};
  const [utc, west, east] = [under('UTC'), under('America/Los_Angeles'), under('Pacific/Kiritimati')];
  expect([utc, west, east].map(({offset}) => offset)).toEqual([0, 480, 640]);
  expect(utc.out.length).toBeGreaterThan(800);
  expect(west.out).toEqual(utc.out);
  expect(east.out).toEqual(utc.out);
});
