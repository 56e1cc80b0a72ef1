import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {command} from './command.js';

const folder = mkdtempSync(join(tmpdir(), 'cronomapa-new-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const FLOODS = 'date,title,lat,lon,deaths\n13/5/2023,Flood,-22.5,-43.1,12\n3/5/2023,Storm,-22.6,-43.2,3\n';

describe('new', () => {
  test.each(['en', 'es', 'pt-BR', 'fr', 'ar'])(
    'in %s makes a story in which check finds nothing',
    async (language) => {
      const files = new Map<string, string>();
      const {status, out, err} = await command(['new', 'f', '--language', language], {files});
      expect([status, err]).toEqual([0, '']);
      expect(out).toContain('cronomapa serve f');
      expect([...files.keys()]).toEqual(['f/story.json', 'f/index.html', 'f/README.md', 'f/cronomapa']);
      expect(files.get('f/index.html')).toContain(
        `<html lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}>`,
      );
      const checked = await command(['check', '--quiet', '-'], {stdin: files.get('f/story.json') ?? ''});
      expect(checked.out).toBe('-\n✓ -: nothing to correct\n\n');
    },
  );

  test('begins with a spreadsheet, whose numbers somebody must claim', async () => {
    const files = new Map<string, string>();
    const path = file('floods.csv', FLOODS);
    const args = ['new', 'f', '--from', path, '--title', 'The <floods>', '--base', '/cronomapa/'];
    const {status, err} = await command(args, {files, answer: 'Civil Defence'});
    expect(status).toBe(0);
    expect(err.match(/Who claims them\?/g)).toHaveLength(1);
    expect([...files.keys()]).toEqual(['f/story.json', 'f/index.html', 'f/README.md']);
    const story = JSON.parse(files.get('f/story.json') ?? '');
    expect([story.title, story.events.length, story.figures.length]).toEqual(['The <floods>', 2, 2]);
    expect(files.get('f/index.html')).toContain('<title>The &lt;floods&gt;</title>');
    expect(files.get('f/index.html')).toContain('src="/cronomapa/cronomapa.js"');
  });

  test('asks at a terminal for what no option says, and takes a story as it is', async () => {
    const files = new Map<string, string>();
    const {status, err} = await command(['new'], {files, answer: ''});
    expect(status).toBe(0);
    expect(err.match(/\?/g)).toHaveLength(3);
    const path = file('story.json', files.get('my-story/story.json') ?? '');
    const again = new Map<string, string>();
    expect((await command(['new', 'g', '--from', path], {files: again})).status).toBe(0);
    expect(again.get('g/story.json')).toBe(files.get('my-story/story.json'));
  });

  test('replaces nothing but by --force', async () => {
    const files = new Map([['f/index.html', 'mine']]);
    const refused = await command(['new', 'f'], {files});
    expect(refused.status).toBe(1);
    expect(refused.err).toContain('f has index.html already, and is left as it is.');
    expect([...files]).toEqual([['f/index.html', 'mine']]);
    expect((await command(['new', 'f', '--force'], {files})).status).toBe(0);
    expect(files.get('f/index.html')).not.toBe('mine');
  });

  test.each([
    ['page.csv', '<!doctype html><p>Sign in', 'It is a web page (HTML)'],
    ['report.csv', '%PDF-1.4', 'It is a PDF'],
  ])('%s is refused in a sentence, and nothing is written', async (name, text, words) => {
    const files = new Map<string, string>();
    const {status, err} = await command(['new', 'f', '--from', file(name, text)], {files});
    expect([status, files.size]).toEqual([1, 0]);
    expect(err).toContain(words);
  });

  test('a file that is not there, a language and an address that are none', async () => {
    expect((await command(['new', 'f', '--from', join(folder, 'none.csv')])).err).toContain(
      'There is no such file.',
    );
    expect((await command(['new', 'f', '--language', 'not a tag'])).status).toBe(2);
    expect((await command(['new', 'f', '--base', 'javascript:alert(1)'])).status).toBe(2);
    expect((await command(['new', 'f', '--language', 'de'])).err).toContain('The example is in English');
  });
});
