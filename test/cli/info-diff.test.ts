import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {command} from './command.js';

const folder = mkdtempSync(join(tmpdir(), 'cronomapa-diff-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));
const MARIA = resolve(import.meta.dirname, '../../data/maria-2017.json');

const OLD = {
  cronomapa: 1,
  language: 'fr',
  title: {fr: 'Crue', en: 'Flood'},
  updated: '2024-06-01',
  sources: [{id: 's', title: 'S'}],
  actors: [{id: 'a', name: 'Mairie'}],
  events: [
    {id: 'one', date: '2024-05', title: 'Un', cite: [{source: 's'}]},
    {id: 'two', title: 'Deux', cite: [{source: 's'}]},
    {id: 'constructor', date: '2024', title: 'Trois'},
  ],
  figures: [{id: 'f', actor: 'a', value: 12, event: 'one', cite: [{source: 's'}]}],
};
const NEW = {
  ...OLD,
  title: {fr: 'Crues', en: 'Flood'},
  updated: '2024-06-02',
  events: [
    {id: 'two', title: 'Deux', cite: [{source: 's'}], places: []},
    {id: 'one', date: '2024-05-03', title: 'Un', cite: [{source: 's', quote: 'q'}]},
    {id: 'four', title: 'Quatre'},
  ],
  figures: [{id: 'f', actor: 'a', value: 21, event: 'one', cite: [{source: 's'}]}],
};

function file(name: string, json: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(json));
  return path;
}

describe('diff', () => {
  const paths = () => [file('old.json', OLD), file('new.json', NEW)];

  test('names rows and fields, and proposes notes in the language of the story', async () => {
    const {status, out, err} = await command(['diff', ...paths()]);
    expect([status, err]).toEqual([0, '']);
    for (const line of [
      '  ~ one\n      date: "2024-05" → "2024-05-03"\n      cite: [{"source":"s"}] → [{"source":"s","quote":"q"}]\n',
      '  + four  Quatre\n',
      '  - constructor  Trois\n',
      '  the rows are in another order\n',
      '  events "one": {"date":"2024-06-02","text":{"fr":"date : au lieu de \\"2024-05\\", lire \\"2024-05-03\\".","en":"date: ',
      '  figures "f": {"date":"2024-06-02","text":{"fr":"value : au lieu de 12, lire 21.","en":"value: 12 is corrected to 21."}}\n',
      'events : « constructor » est retiré.',
    ])
      expect(out).toContain(line);
  });

  test('proposes notes in the language that is asked for', async () => {
    const {out} = await command(['diff', '--language', 'es', ...paths()]);
    expect(out).toContain('"text":"value: donde decía 12, dice ahora 21."');
    expect(out).not.toContain('is corrected to');
  });

  test('as JSON the notes are what "corrections" takes', async () => {
    const {out} = await command(['diff', '--json', ...paths()]);
    const {proposals} = JSON.parse(out) as {proposals: {table: string; id?: string; note: object}[]};
    const of = (id: string) => proposals.find((each) => each.id === id)?.note;
    const story = {
      ...NEW,
      corrections: proposals.filter(({table}) => table === 'story').map(({note}) => note),
      events: NEW.events.map((row) => ({...row, ...(of(row.id) && {corrections: [of(row.id)]})})),
    };
    const checked = await command(['check', '-'], {stdin: JSON.stringify(story)});
    expect(checked.out).not.toContain('/corrections');
    expect(of('two')).toBeUndefined();
  });

  test('the same is the same, and what is no story is said', async () => {
    const [old = ''] = paths();
    expect((await command(['diff', old, '-'], {stdin: JSON.stringify(OLD)})).out).toBe(
      'Nothing has changed.\n',
    );
    const broken = await command(['diff', old, '-'], {stdin: '{'});
    expect(broken.status).toBe(1);
    expect(broken.err).toContain('It stops in the middle');
    expect((await command(['diff', old])).status).toBe(2);
  });
});

describe('info', () => {
  test('says what is in a story', async () => {
    const {status, out} = await command(['info', file('old.json', OLD)]);
    expect(status).toBe(0);
    for (const line of [
      'title      Crue',
      'languages  fr, en',
      'rows       3 events, 1 figures, 1 sources, 1 actors',
      'span       2024 to 2024',
      'claimants  1: Mairie (1)',
      'undated    1: two',
      'unplaced   3: one, two, constructor',
      'uncited    1: constructor',
      'format     JSON, ',
    ])
      expect(out).toContain(line);
  });

  test('as JSON, of a whole record and of one in lines', async () => {
    const lines = await command(['lines', MARIA]);
    for (const [args, stdin, format] of [
      [['info', '--json', MARIA], '', 'JSON'],
      [['info', '--json', '-'], lines.out, 'newline JSON'],
    ] as const) {
      const {status, out} = await command(args, {stdin});
      expect(status).toBe(0);
      expect(JSON.parse(out)).toMatchObject({format, errors: 0, counts: {events: expect.any(Number)}});
    }
  });

  test('of another file it says what it is', async () => {
    const {status, out, err} = await command(['info', '-'], {stdin: 'date,title,place\n2024,A,B\n'});
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain('It is a table (CSV)');
  });
});
