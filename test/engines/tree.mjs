/**
 * Compares the accessibility trees of an article, and of a story that is told, with the files beside this one.
 * `node test/engines/run.mjs --engine chromium --page article-en --page storm-told-en --write` updates them: before
 * committing, read them as a screen reader would announce the story.
 */
import {readFile, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';

/** A tree that is the same so many times in a row, at this interval in milliseconds, has come to rest. */
const SAME = 5;
const INTERVAL = 200;

/** @param {import('playwright-core').Page} page @returns {Promise<string>} the tree of an element at rest */
const treeOf = async (page, tag) => {
  const read = async () => `${await page.locator(tag).ariaSnapshot()}\n`;
  let tree = await read();
  for (let same = 0, tries = 0; same < SAME && tries < 100; tries++) {
    await new Promise((done) => setTimeout(done, INTERVAL));
    const next = await read();
    same = next === tree ? same + 1 : 0;
    tree = next;
  }
  return tree;
};

/** @returns {Promise<string[]>} what is wrong */
const compare = async (tree, name) => {
  const file = fileURLToPath(new URL(`${name}.tree.txt`, import.meta.url));
  if (process.argv.includes('--write')) {
    await writeFile(file, tree);
    return [];
  }
  const lines = [(await readFile(file, 'utf8')).split('\n'), tree.split('\n')];
  const at = lines[0].findIndex((line, i) => line !== lines[1][i]);
  if (at < 0 && lines[0].length === lines[1].length) return [];
  return [
    `reads "${lines[1][at] ?? ''}" and not "${lines[0][at] ?? ''}" in line ${at + 1} of ${name}.tree.txt`,
  ];
};

/** @param {import('playwright-core').Page} page @returns {Promise<string[]>} what is wrong */
export const readTree = async (page) => compare(await treeOf(page, 'crono-story'), 'article-en');

/** Reads the third step, which has a picture, a note on the map and places without events: as scrolled to, and as a slide. */
export const readToldTree = async (page) => {
  await page.evaluate(() =>
    document
      .querySelector('crono-steps')
      .shadowRoot.querySelectorAll('.said')[2]
      .scrollIntoView({block: 'center', behavior: 'instant'}),
  );
  await page.waitForFunction(() => document.querySelector('crono-story').snapshot.step?.id === 'strongest');
  const scrolled = await compare(await treeOf(page, 'crono-steps'), 'storm-told-en.scroll');
  await page.evaluate(() => document.querySelector('crono-steps').setAttribute('layout', 'slides'));
  await page.locator('crono-steps [part=next]').waitFor();
  return [...scrolled, ...(await compare(await treeOf(page, 'crono-steps'), 'storm-told-en.slides'))];
};
