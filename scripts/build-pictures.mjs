/**
 * Takes the screenshots of docs/THEMES.md: a story at three widths, light and dark, in every theme, at half size. Run
 * `npm run build && node scripts/build-pictures.mjs`, and look at the result before committing it.
 */
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';
import {CHROMIUM_ARGS, findChromium} from './browsers.mjs';
import {compose} from './compose.mjs';
import {serve} from './serve.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const THEMES = {
  paper: null,
  night: 'src/themes/night.css',
  contrast: 'src/themes/contrast.css',
  broadsheet: 'src/themes/broadsheet.css',
  bold: 'src/themes/bold.css',
  newsroom: 'examples/newsroom.css',
};
const WIDTHS = [1280, 768, 360];
const HEIGHT = 900;

const site = await serve('site');
const browser = await chromium.launch({executablePath: findChromium(), args: CHROMIUM_ARGS});

/** Screenshots the default layout of a story, on a page with the theme's colours. */
const take = async (css, scheme, width) => {
  const page = await browser.newPage({
    viewport: {width, height: HEIGHT},
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  await page.goto(`${site.url}/examples/minimal.html`);
  if (css) await page.addStyleTag({content: css});
  const surface = 'var(--crono-color-surface, light-dark(#fffefb, #17181a))';
  await page.addStyleTag({content: `:root {background: ${surface} !important}`});
  await page.evaluate(async () => {
    const story = document.querySelector('crono-story');
    await story.ready;
    // Scroll to the views that are loaded near the viewport.
    for (const view of document.querySelectorAll('crono-map, crono-timeline, crono-card')) {
      view.scrollIntoView();
      await new Promise((done) => setTimeout(done, 300));
    }
    scrollTo(0, 0);
    await new Promise((done) => setTimeout(done, 500));
  });
  const picture = await page.screenshot();
  await page.close();
  return picture;
};

try {
  await mkdir('docs/themes', {recursive: true});
  const table = await browser.newPage();
  for (const [name, path] of Object.entries(THEMES)) {
    const css = path && (await readFile(path, 'utf8'));
    const rows = [];
    for (const scheme of name === 'night' ? ['dark'] : ['light', 'dark']) {
      const row = [];
      for (const width of WIDTHS) row.push(await take(css, scheme, width));
      rows.push(row);
    }
    const picture = await compose(table, rows);
    await writeFile(`docs/themes/${name}.webp`, picture);
    console.log(`docs/themes/${name}.webp: ${(picture.length / 1000).toFixed()} kB`);
  }
} finally {
  await browser.close();
  await site.close();
}
