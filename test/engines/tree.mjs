/**
 * Compares the accessibility tree of examples/article-en.html with article-en.tree.txt.
 * `node test/engines/run.mjs --engine chromium --page article-en --write` updates that file: before committing it, read it
 * as a screen reader would announce the story.
 */
import {readFile, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';

const FILE = fileURLToPath(new URL('article-en.tree.txt', import.meta.url));

/** @param {import('playwright-core').Page} page @returns {Promise<string[]>} what is wrong */
export async function readTree(page) {
  // Only Playwright exposes it.
  const story = 'locator' in page ? page.locator('crono-story') : undefined;
  if (!story || !('ariaSnapshot' in story)) return [];
  const tree = `${await story.ariaSnapshot()}\n`;
  if (process.argv.includes('--write')) {
    await writeFile(FILE, tree);
    return [];
  }
  const lines = [(await readFile(FILE, 'utf8')).split('\n'), tree.split('\n')];
  const at = lines[0].findIndex((line, i) => line !== lines[1][i]);
  if (at < 0 && lines[0].length === lines[1].length) return [];
  return [`reads "${lines[1][at] ?? ''}" and not "${lines[0][at] ?? ''}" in line ${at + 1} of its tree`];
}
