import {spawnSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {command} from './command.js';

const root = resolve(import.meta.dirname, '../..');
const fixture = (name: string) => join(root, 'test/core/dataset/fixtures', name);
const stories = ['caracas-releases', 'venezuela-2024-2026'].map((name) => join(root, `data/${name}.json`));

const folder = mkdtempSync(join(tmpdir(), 'cronomapa-cli-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

/** Writes a text to a uniquely named file. */
let files = 0;
function file(text: string | Uint8Array): string {
  const path = join(folder, `${files++}.json`);
  writeFileSync(path, text);
  return path;
}

const good = JSON.stringify({
  cronomapa: 1,
  language: 'en',
  title: 'T',
  sources: [{id: 's', title: 'S'}],
  events: [{id: 'e', date: '2025', title: 'E', cite: [{source: 's'}]}],
});

describe('check', () => {
  test('names every row with a planted fault, with its pointer, sentence and fix', async () => {
    const planted = JSON.parse(readFileSync(fixture('broken.issues.json'), 'utf8')) as [string, string][];
    const {status, out, err} = await command(['check', fixture('broken.json')]);
    expect([status, err]).toEqual([1, '']);
    for (const [code, path] of planted) expect(out).toContain(`${path}  ${code}\n`);
    for (const row of ['source "trap"', 'actors, row 3', 'event "slashes"', 'events, row 12', 'figure "sum"'])
      expect(out).toContain(`\n  ${row}\n`);
    expect(out).toContain('65 + 3 is 68, not 71. Correct a part or the total');
    expect(out).toMatch(/\n✗ \S+broken\.json: \d+ errors, \d+ warnings, 1 question, 3 notes\n/);
  });

  test('rows stand in the order of the file, each once', async () => {
    const {out} = await command(['check', fixture('broken.json')]);
    const rows = [...out.matchAll(/^ {2}(event.*)$/gm)].map(([, row]) => row);
    expect(rows).toEqual([
      ...['impossible', 'slashes', 'nowhere', 'withdrawn', 'uncited', 'foretold', 'half', 'unseen'].map(
        (id) => `event "${id}"`,
      ),
      'event "long"',
      'event "linked"',
      'events, row 12',
    ]);
  });

  test('the shipped stories have no error and no warning', async () => {
    const {status, out} = await command(['check', ...stories], {today: '2026-12-31'});
    expect(status).toBe(0);
    expect(out.match(/^✓ .*$/gm)).toHaveLength(2);
    expect(out).not.toMatch(/ (error|warning) /);
  });

  test('warnings and questions do not fail', async () => {
    const path = file(good.replace(',"cite":[{"source":"s"}]', ''));
    const {status, out} = await command(['check', path]);
    expect(status).toBe(0);
    expect(out).toContain(`✓ ${path}: 1 warning, 2 notes`);
    expect((await command(['check', '--quiet', path])).out).toContain(`✓ ${path}: 1 warning\n`);
  });

  test('one bad file of several fails, and the others are reported', async () => {
    const paths = [file(good), join(folder, 'none.json'), file(good)];
    const {status, out} = await command(['check', ...paths]);
    expect(status).toBe(1);
    expect(out.match(/^[✓✗] /gm)).toEqual(['✓ ', '✗ ', '✓ ']);
  });

  test.each<[string, () => string, string]>([
    ['a file that is not there', () => join(folder, 'none.json'), 'There is no such file. Check its name'],
    ['a folder', () => folder, 'It is a folder. Name the files in it'],
    ['an empty file', () => file(''), 'It is empty.'],
    ['a web page', () => file('<!doctype html><title>404</title>'), 'It is a web page or XML, not JSON.'],
    ['a file cut short', () => file(good.slice(0, 60)), 'It stops in the middle, at line 1, column 61.'],
    ['a comma too many', () => file('{"a": 1,}'), '"}" at line 1, column 9'],
    ['another version', () => file(good.replace('1', '2')), 'Version 2 of the format is not known here'],
    ['a list', () => file('[]'), 'It is a list, not a dataset.'],
    ['null', () => file('null'), 'It is null, not a dataset.'],
    ['nothing to show', () => file('{"cronomapa": 1, "language": "en"}'), 'There is nothing to show'],
    ['a deep file', () => file(`{"a": ${'['.repeat(500)}${']'.repeat(500)}}`), 'levels deep'],
    ['bytes of no text', () => file(new Uint8Array([0xff, 0xfe, 0, 1, 2, 0x80])), 'It is not JSON'],
  ])('%s', async (_, path, told) => {
    const {status, out} = await command(['check', path()]);
    expect(status).toBe(1);
    expect(out).toContain(told);
    expect(out).toMatch(/^✗ .*: 1 error(, 1 note)?$/m);
  });

  test('a byte order mark is no fault', async () => {
    expect((await command(['check', file(`\uFEFF${good}`)])).status).toBe(0);
  });

  test('- is standard input', async () => {
    expect(await command(['check', '-'], {stdin: good})).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^✓ -: 1 note$/m),
    });
  });

  test('as JSON', async () => {
    const {status, out} = await command(['check', '--json', fixture('broken.json'), '-'], {stdin: good});
    const reports = JSON.parse(out) as {file: string; issues: {code: string; row: string}[]}[];
    expect(status).toBe(1);
    expect(reports.map(({file}) => file)).toEqual([fixture('broken.json'), '-']);
    expect(reports[0]?.issues).toHaveLength(30);
    expect(reports[0]?.issues[0]).toEqual({
      code: 'time-zone-unknown',
      severity: 'error',
      path: '/timeZone',
      row: 'dataset',
      message: expect.any(String),
      fix: expect.any(String),
      line: 6,
      column: 15,
    });
  });

  test('errors name line and column, in the syntax and in values', async () => {
    const cut = file('{\n  "cronomapa": 1,\n  "title": “T”\n}');
    expect((await command(['check', cut])).out).toContain(`${cut}:3:12  /  file-not-json`);
    const dated = file(good.replace('{"id":"e","date":"2025"', '\n{"id":"e","date":"2025-13"'));
    expect((await command(['check', dated])).out).toContain(`${dated}:2:18  /events/0/date  date-impossible`);
  });

  test.each<[string, number, number, string[]]>([
    ['VE-D', 10.08, -67.58, []],
    ['VE', 15.67, -63.62, []],
    ['VE-F', 6.8, -58.15, []],
    ['GY', 6.8, -58.15, []],
    ['EC-W', -0.74, -90.31, []],
    ['RU-CHU', 66.16, -169.81, []],
    ['RU-KGD', 54.71, 20.51, []],
    ['FJ', -17.8, 178, []],
    ['FJ', -16.8, -179.9, []],
    ['US-AK', 52.9, 173, []],
    ['US-HI', 21.3, -157.86, []],
    ['GQ', 3.75, 8.78, []],
    ['MT', 35.9, 14.5, []],
    ['UA-40', 44.6, 33.5, []],
    ['VE-D', -67.58, 10.08, ['coordinates-swapped']],
    ['VE-X', 29.3, -94.79, ['place-outside-country']],
    ['FJ', -17.8, 0, ['place-outside-country']],
    ['US', 60, 60, ['place-outside-country']],
  ])('a place within %s at %d, %d', async (within, lat, lon, codes) => {
    const places = [{id: 'p', name: 'P', lat, lon, within: [within]}];
    const stdin = JSON.stringify({...(JSON.parse(good) as object), places});
    const {out} = await command(['check', '--json', '--quiet', '-'], {stdin});
    const [report] = JSON.parse(out) as {issues: {code: string}[]}[];
    expect(report?.issues.map(({code}) => code)).toEqual(codes);
  });

  test('nothing of a dataset or a file name reaches the terminal but its words', async () => {
    const evil = '\u001b]0;owned\u0007\u001b[2J\u009b31m\r\b\u202e\u2066\u200b\ud800\u2028\n✓ all good';
    const stdin = JSON.stringify({
      cronomapa: evil,
      language: evil,
      [evil]: 1,
      timeZone: evil,
      events: [{id: evil, date: evil, title: `[x](${evil})`, places: [evil], [evil]: evil}],
      figures: [{id: evil, actor: evil, value: evil}],
    });
    for (const args of [
      ['check', '-'],
      ['check', evil],
      ['check', evil, '--json'],
      ['nope\u001b[2J'],
      ['check', '--\u001b[2J'],
    ]) {
      const {out, err} = await command(args, {stdin});
      expect((out + err).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202e\u2066\u2028\u200b]/u);
      expect(out).not.toMatch(/^✓ all good/m);
    }
  });

  test('colours are for terminals, and change no word', async () => {
    const plain = await command(['check', fixture('broken.json')]);
    const painted = await command(['check', fixture('broken.json')], {color: true});
    expect(painted.out).toContain('\u001b[31m');
    expect(painted.out.replaceAll(/\p{Cc}\[\d+m/gu, '')).toBe(plain.out);
  });
});

describe('list', () => {
  test('prints one question, measures or steps alone; what the story has not is an error', async () => {
    const record = join(root, 'data/venezuela-2024-2026.json');
    const question = await command(['list', record, '--question', 'rel-2026-01-01', '--language', 'es']);
    expect(question).toMatchObject({status: 0, err: ''});
    expect(question.out).toContain('<h3>¿Cuántas personas fueron excarceladas el 1 de enero de 2026?</h3>');
    expect(question.out.match(/<li>/g)).toHaveLength(4);
    const measures = await command(['list', record, '--measure', 'arrests,arrests-minors']);
    expect(measures).toMatchObject({status: 0, err: ''});
    expect(measures.out.match(/<table>/g)).toHaveLength(2);
    const steps = await command(['list', record, '--steps', '--language', 'es', '--heading-level', '2']);
    expect(steps).toMatchObject({status: 0, err: ''});
    expect(steps.out).toContain('<h2>Navidad: tres lugares</h2>');
    expect(await command(['list', stories[0] ?? '', '--steps'])).toMatchObject({
      status: 1,
      out: '',
      err: expect.stringContaining('has no steps'),
    });
    const none = await command(['list', record, '--question', 'who']);
    expect(none).toMatchObject({status: 1, out: ''});
    expect(none.err).toContain('has no question "who"');
  });

  test('prints the story as HTML', async () => {
    const {status, out, err} = await command([
      'list',
      stories[0] ?? '',
      '--language',
      'es',
      '--heading-level',
      '2',
    ]);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^<div lang="es">\n<h2>2024<\/h2>\n<h3>julio de 2024<\/h3>/);
    expect(out).toContain('<h2>Fuentes</h2>');
    expect((await command(['list', '--without-sources', stories[0] ?? ''])).out).not.toContain('<h3>Sources');
    expect((await command(['list', '--open', stories[0] ?? ''])).out).toContain('<details open="">');
  });

  test('shows the good rows of a broken story, and says what is wrong with the others', async () => {
    const {status, out, err} = await command(['list', fixture('broken.json')]);
    expect(status).toBe(0);
    expect(out).toContain('<strong>Clean</strong>');
    expect(err).toContain('event "slashes"');
  });

  test.each(['', '<html>', '[]', '{}'])('prints nothing for %j', async (text) => {
    const {status, out, err} = await command(['list', file(text)]);
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(/: \d error/);
  });
});

describe('lines and json', () => {
  test('a story becomes lines and JSON again, with nothing lost', async () => {
    for (const story of [...stories, fixture('clean.json'), fixture('broken.json')]) {
      const lines = await command(['lines', story]);
      expect([lines.status, lines.err]).toEqual([0, '']);
      const path = file(lines.out);
      const json = await command(['json', path]);
      expect([json.status, json.err]).toEqual([0, '']);
      expect(JSON.parse(json.out)).toEqual(JSON.parse(readFileSync(story, 'utf8')));
      const issues = async (name: string) => {
        const [report] = JSON.parse((await command(['check', '--json', name])).out) as {issues: object[]}[];
        // Of lines no position is known.
        return report?.issues.map((issue) => ({...issue, line: undefined, column: undefined}));
      };
      expect(await issues(path)).toEqual(await issues(story));
      expect((await command(['list', path])).out).toBe((await command(['list', story])).out);
    }
  });

  test('one row to a line, each table after those it refers to', async () => {
    const {out} = await command(['lines', '-'], {stdin: good});
    expect(out).toBe(
      [
        '{"cronomapa":1,"language":"en","title":"T","rows":2}',
        '{"sources":{"id":"s","title":"S"}}',
        '{"events":{"id":"e","date":"2025","title":"E","cite":[{"source":"s"}]}}',
        '',
      ].join('\n'),
    );
  });

  test('lines that are none are named, and the others are there', async () => {
    const stdin =
      '{"cronomapa": 1, "language": "en"}\n{"events": {"id": "a"\n{"events": {"id": "b", "title": "B"}}';
    const json = await command(['json', '-'], {stdin});
    expect(json.status).toBe(1);
    expect(json.err).toContain('Line 2 is not JSON.');
    expect(JSON.parse(json.out)).toEqual({cronomapa: 1, language: 'en', events: [{id: 'b', title: 'B'}]});
    const checked = await command(['check', '-'], {stdin});
    expect(checked.status).toBe(1);
    expect(checked.out).toContain('Line 2 is not JSON.');
    expect(checked.out).toContain('event "b"');
  });

  test.each(['', '<html>', '[]', '7'])('nothing is made of %j', async (stdin) => {
    for (const to of ['lines', 'json']) {
      const {status, out, err} = await command([to, '-'], {stdin});
      expect([status, out]).toEqual([1, '']);
      expect(err).not.toBe('');
    }
  });

  test('a file too large for one tree is checked row by row, against countries too', async () => {
    const text = 'x'.repeat(1_000_000);
    const events = Array.from({length: 51}, (_, i) => ({id: `e${i}`, date: '2025', title: 'E', text}));
    const place = {id: 'p', name: 'P', lat: 60, lon: 60, within: ['VE']};
    const path = file(JSON.stringify({cronomapa: 1, language: 'en', places: [place], events}));
    const [report] = JSON.parse((await command(['check', '--json', path])).out) as {
      issues: {code: string; path: string}[];
    }[];
    const codes = report?.issues.map((issue) => issue.code) ?? [];
    expect(codes).toContain('place-outside-country');
    expect(codes.filter((code) => code === 'event-without-source')).toHaveLength(51);
  });
});

describe('use', () => {
  test.each([
    [[]],
    [['nope']],
    [['--nope']],
    [['check']],
    [['check', '--nope', 'a.json']],
    [['check', '--json=1', 'a.json']],
    [['list']],
    [['lines']],
    [['json', 'a.json', 'b.json']],
    [['lines', '--json', 'a.json']],
    [['list', 'a.json', 'b.json']],
    [['list', 'a.json', '--language']],
    [['list', 'a.json', '--language', 'not a tag']],
    [['list', 'a.json', '--heading-level', '7']],
    [['list', 'a.json', '--heading-level', '2.5']],
  ])('%j is wrong: 2, with what is right', async (args) => {
    const {status, out, err} = await command(args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/^\S.*\n\nUsage:/s);
  });

  test.each([[['--help']], [['-h']], [['help']], [['check', '--help']], [['help', 'check']]])(
    '%j helps',
    async (args) => {
      const {status, out, err} = await command(args);
      expect([status, err]).toEqual([0, '']);
      expect(out).toMatch(args.includes('check') ? /^Usage: cronomapa check FILE\.\.\./ : /^Usage:/);
    },
  );

  test.each([
    [['chekc'], 'There is no command "chekc". Do you mean check?'],
    [['help', 'oembd'], 'Do you mean oembed?'],
    [['check', 'a.json', '--quite'], 'check has no option "--quite". Do you mean --quiet?'],
    [['import', 'a.csv', '--claiment=x'], 'Do you mean --claimant?'],
    [['list', 'a.json', '--head'], 'Do you mean --heading-level?'],
    [['check', 'a.json', '--elephants'], 'check has no option "--elephants".\n'],
    [['xylophone'], 'There is no command "xylophone".\n'],
  ])('%j: names what was probably meant', async (args, words) => {
    const {status, err} = await command(args);
    expect(status).toBe(2);
    expect(err).toContain(words);
  });

  test('says its version', async () => {
    expect(await command(['--version'])).toEqual({status: 0, out: '1.2.3\n', err: ''});
  });
});

describe('the real command, built as it is published', () => {
  const home = join(folder, 'package');
  const binary = join(home, 'dist/cli.js');
  const real = (args: readonly string[], input = '') =>
    spawnSync(process.execPath, [binary, ...args], {encoding: 'utf8', input, cwd: root});

  beforeAll(() => {
    mkdirSync(home);
    cpSync(join(root, 'package.json'), join(home, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
    cpSync(join(root, 'dist/cli.js'), binary);
    cpSync(join(root, 'dist/chunks'), join(home, 'dist/chunks'), {recursive: true});
  });

  test('checks files', () => {
    expect(real(['check', ...stories])).toMatchObject({status: 0, stderr: ''});
    const broken = real(['check', fixture('broken.json')]);
    expect(broken).toMatchObject({status: 1, stderr: ''});
    expect(broken.stdout).toContain('event "slashes"');
    expect(broken.stdout).not.toContain('\u001b');
  });

  test('reads standard input, and a folder is no file', () => {
    expect(real(['check', '-'], good)).toMatchObject({status: 0});
    expect(real(['check', folder]).stdout).toContain('It is a folder.');
  });

  test('writes a long list whole through a pipe', () => {
    const {stdout, status} = real(['list', stories[1] ?? '', '--language', 'es']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/<\/div>\n$/);
    expect(stdout.length).toBeGreaterThan(65_536);
  });

  test('knows its version, and wrong use', () => {
    const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {version: string};
    expect(real(['--version'])).toMatchObject({status: 0, stdout: `${version}\n`});
    expect(real([])).toMatchObject({status: 2, stdout: ''});
  });

  test('starts as a script', () => {
    expect(readFileSync(binary, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});

describe('theme check', () => {
  test('of each theme that ships, and of its design tokens, all is well', async () => {
    const themes = ['tokens', 'night', 'contrast', 'broadsheet', 'bold'].map((name) =>
      join(root, `src/themes/${name}.css`),
    );
    const {status, out, err} = await command(['theme', 'check', ...themes]);
    expect([status, err]).toEqual([0, '']);
    expect(out.match(/^ {2}(\d+) of \1 pairs are far enough apart/gm)).toHaveLength(5);
  });

  test('names the scheme, the pair, its contrast and what to do', async () => {
    const faint = file(':root { --crono-color-text: light-dark(#999, #eee) }');
    const {status, out} = await command(['theme', 'check', faint]);
    expect(status).toBe(1);
    expect(out).toMatch(
      /error: light: text on surface has a contrast of 2\.8\d, and needs 4\.5\. Make #999 or #fffefb lighter or darker\./,
    );
    expect(out).not.toContain('error: dark');
  });

  test('design tokens are read, and what is not understood is named', async () => {
    const json = file('{"crono": {"color": {"text": {"$value": "#999"}, "ink": {"$value": "#000"}}}}');
    const {status, out} = await command(['theme', 'check', json]);
    expect(status).toBe(1);
    expect(out).toContain('"crono.color.ink" is no token of cronomapa');
    expect(out).toContain('text on surface has a contrast of');
    expect((await command(['theme', 'check', file('{"crono":')])).out).toContain('It is not JSON');
  });

  test('colours too much alike for some are a warning', async () => {
    const alike = file(':root { --crono-color-category-2: light-dark(#8a2a1c, #ffa08c) }');
    const {status, out} = await command(['theme', 'check', alike]);
    expect(status).toBe(0);
    expect(out).toMatch(/warning: light: category-1 and category-2 look alike/);
  });

  test('a file that is not there, and a use that is unknown', async () => {
    const {status, err} = await command(['theme', 'check', '/nowhere.css']);
    expect(status).toBe(1);
    expect(err).toContain('There is no such file.');
    expect((await command(['theme', 'check'])).status).toBe(2);
    expect((await command(['theme', 'paint', 'x.css'])).status).toBe(2);
  });
});
