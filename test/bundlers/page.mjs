/** The project to build, and the checks of its page. */
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {serve} from '../../scripts/serve.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LARGE_EVENTS = 3000;

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>A story, bundled</title>
    <link rel="icon" href="data:,">
  </head>
  <body>
    <crono-story id="main"></crono-story>
    <crono-story id="other"><crono-map basemap="world"></crono-map></crono-story>
    <script type="module" src="./main.js"></script>
  </body>
</html>
`;

/** Bundlers handle imports; the stories are the author's files, at the URLs in the page. */
const SCRIPT = `import 'cronomapa/define';

for (const story of document.querySelectorAll('crono-story')) story.src = '/stories/story.json';
`;

/** A story large enough to be read in a worker, or in slices. */
const largeStory = (dataset) => {
  const events = Array.from({length: LARGE_EVENTS}, (_, i) => ({
    id: `made-${i}`,
    date: `20${10 + (i % 15)}-0${1 + (i % 9)}-1${i % 10}`,
    category: dataset.categories[i % dataset.categories.length].id,
    title: `Made up to make the file long, the event of number ${i}`,
    cite: [{source: dataset.sources[0].id}],
  }));
  return {...dataset, events, figures: [], questions: []};
};

/** Writes the project's files into `folder`. */
export const writeProject = async (folder) => {
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, 'index.html'), PAGE);
  await writeFile(join(folder, 'main.js'), SCRIPT);
};

/** Writes the stories next to the build. */
const writeStories = async (out) => {
  const text = await readFile(join(ROOT, 'data/caracas-releases.json'), 'utf8');
  await mkdir(join(out, 'stories'), {recursive: true});
  await writeFile(join(out, 'stories/story.json'), text);
  await writeFile(join(out, 'stories/large.json'), JSON.stringify(largeStory(JSON.parse(text))));
};

/**
 * Opens what was built, and looks at all of it.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} out
 * @param {{worker: boolean}} expected whether a large file is read in a worker
 * @returns {Promise<string[]>} what is wrong
 */
export const faultsOf = async (browser, out, {worker}) => {
  await writeStories(out);
  const {url, close} = await serve(out);
  const context = await browser.newContext({viewport: {width: 1280, height: 900}});
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const faults = [];
  let workers = 0;
  page.on('worker', () => workers++);
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const isLit = /Lit is in dev mode|Multiple versions of Lit/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !isLit) faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(`${url}/`))
      faults.push(`asked elsewhere: ${request.url()}`);
  });
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  try {
    await page.goto(`${url}/index.html`);
    for (const id of ['main', 'other']) {
      await page.locator(`#${id} crono-map`).scrollIntoViewIfNeeded();
      // Land and places in the map's SVG.
      await page.waitForFunction((each) => {
        const story = document.querySelector(`#${each}`);
        const map = story?.querySelector('crono-map') ?? story?.shadowRoot?.querySelector('crono-map');
        const paths = [...(map?.shadowRoot?.querySelectorAll('path') ?? [])];
        const hasLand = paths.some((path) => (path.getAttribute('d') ?? '').length > 5000);
        return hasLand && map.shadowRoot.querySelector('[part~=place], [part~=area]');
      }, id);
      // To the town, and nothing is missing.
      await page.waitForFunction((each) => {
        const story = document.querySelector(`#${each}`);
        const map = story?.querySelector('crono-map') ?? story?.shadowRoot?.querySelector('crono-map');
        return (
          map.shadowRoot.querySelector('[part~=town]') && !map.shadowRoot.querySelector('[part~=notice]')
        );
      }, id);
    }
    await page.evaluate(() => {
      document.querySelector('#main').src = '/stories/large.json';
    });
    await page.waitForFunction((wanted) => {
      const {status, progress, counts} = document.querySelector('#main').snapshot;
      return status === 'ready' && progress === null && counts.events === wanted;
    }, LARGE_EVENTS);
    if (workers > 0 !== worker) faults.push(`${workers} workers were started`);
  } catch (error) {
    faults.push(error.message);
  } finally {
    await context.close();
    await close();
  }
  return faults;
};
