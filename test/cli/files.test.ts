import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {command} from './command.js';

const picture = {type: 'image', alt: 'The pier', width: 8, height: 6};

/** What `check` says of the files of a story whose steps have these media. */
async function check(...media: readonly object[]) {
  const folder = mkdtempSync(join(tmpdir(), 'cronomapa-files-'));
  onTestFinished(() => rmSync(folder, {recursive: true}));
  mkdirSync(join(folder, 'stories/media'), {recursive: true});
  writeFileSync(join(folder, 'stories/media/pier.jpg'), '');
  writeFileSync(join(folder, 'crest.vtt'), '');
  const file = join(folder, 'stories/voyage.json');
  const steps = media.map((medium, i) => ({id: `s${i}`, title: `Step ${i}`, media: [medium]}));
  writeFileSync(file, JSON.stringify({cronomapa: 1, language: 'en', title: 'A voyage', steps}, null, 1));
  const {out} = await command(['check', '--json', file]);
  const [{issues}] = JSON.parse(out) as [{issues: {code: string; path: string; row: string; line: number}[]}];
  return issues.filter(({code}) => /^files?-missing$/.test(code));
}

test('media of steps that are not beside their story are said, in all of their addresses', async () => {
  const found = await check(
    {...picture, src: 'media/pier.jpg?v=2', srcset: 'media/pier.jpg 640w, media/pier-2.jpg 1280w'},
    {...picture, src: 'media/Pier.jpg'},
    {...picture, type: 'pair', src: '/stories/media/pier.jpg', after: {src: 'after.jpg', alt: 'None'}},
    {
      type: 'video',
      src: 'https://example.org/crest.mp4',
      poster: '../crest.jpg',
      captions: [{src: '../crest.vtt', language: 'en'}],
    },
    {type: 'quote', text: 'Ice ahead.', credit: 'The lookout', src: 'the-report.html'},
    {...picture, src: '/media/of-the-server.jpg'},
  );
  expect(found.map(({path, row}) => [path, row])).toEqual([
    ['/steps/0/media/0/srcset', 'step "s0"'],
    ['/steps/1/media/0/src', 'step "s1"'],
    ['/steps/2/media/0/after/src', 'step "s2"'],
    ['/steps/3/media/0/poster', 'step "s3"'],
  ]);
  expect(found.every(({line}) => line > 1)).toBe(true);
});

test('of a story whose media all lie elsewhere that is said once', async () => {
  const found = await check(...['a', 'b', 'c'].map((name) => ({...picture, src: `img/${name}.jpg`})));
  expect(found).toMatchObject([{code: 'files-missing', row: 'file'}]);
  expect(JSON.stringify(found)).toContain('None of its 3 files');
});
