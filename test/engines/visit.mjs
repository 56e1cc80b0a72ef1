import {inspect} from './inspect.mjs';

/**
 * Opens and inspects a page driven by Playwright or Puppeteer, which report console messages and requests alike.
 *
 * @param {import('playwright-core').Page | import('puppeteer-core').Page} page a new page, set up for its first look
 * @param {import('./run.mjs').Visit} visit
 * @param {{origin: string, readLoad?: () => Promise<string[]>} & Partial<Pick<import('./inspect.mjs').Driver, 'wear' | 'countPages'>>} driver
 *   `readLoad`: says what was wrong while the page loaded
 */
export const visitPage = async (
  page,
  {url, looks, ...options},
  {origin, readLoad, wear = async () => {}, countPages},
) => {
  let problems = [];
  page.on('console', (message) => {
    // Firefox's type is "warn".
    if (/^(error|warn)/.test(message.type()))
      problems.push(`console.${message.type()}: ${message.text()} (${message.location()?.url ?? ''})`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.stack ?? error}`));
  page.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url()) && new URL(request.url()).origin !== origin)
      problems.push(`asked another origin: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // Requests aborted by the page are not failures, nor those of a frame that it has taken out.
    if (!/^(net::ERR_ABORTED|NS_BINDING_ABORTED|Browsing context already closed\.)$/.test(reason))
      problems.push(`request failed: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`answer ${response.status()}: ${response.url()}`);
  });
  await page.goto(url);
  if (readLoad) problems.push(...(await readLoad()));
  const driver = {
    wear,
    countPages,
    evaluate: (task, argument) => page.evaluate(task, argument),
    shoot: async ({path, whole = false}) => {
      const taken = await page.screenshot({path, fullPage: whole});
      return `data:image/png;base64,${Buffer.from(taken).toString('base64')}`;
    },
    read: (reader) => reader(page),
    hear: async () => {
      const heard = problems;
      problems = [];
      return heard;
    },
  };
  await inspect(looks, driver, options);
};
