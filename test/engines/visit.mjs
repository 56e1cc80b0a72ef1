import {inspect} from './inspect.mjs';

/**
 * Opens a page that Playwright or Puppeteer drives, and looks at it. Both tell the same of what it says and asks for.
 *
 * @param {import('playwright-core').Page | import('puppeteer-core').Page} page new, and of the view's size
 * @param {{url: string, view: import('./run.mjs').View, picture: string, pictures?: boolean, reader?: import('./run.mjs').Reader, origin: string}} visit
 * @returns {Promise<string[]>} what is wrong
 */
export const visitPage = async (page, {url, view, picture, pictures, reader, origin}) => {
  const problems = [];
  page.on('console', (message) => {
    // Firefox says "warn".
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
    // What a page calls off itself has not failed.
    if (!/^(net::ERR_ABORTED|NS_BINDING_ABORTED)$/.test(reason))
      problems.push(`request failed: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`answer ${response.status()}: ${response.url()}`);
  });
  await page.goto(url);
  const shoot = async () => {
    // A page of 20,000 pixels can be more than a picture holds; what a reader sees at first is enough of a look.
    const taken = await page.screenshot({path: picture, fullPage: !view.looks});
    return `data:image/png;base64,${Buffer.from(taken).toString('base64')}`;
  };
  const evaluate = (task, argument) => page.evaluate(task, argument);
  problems.push(...(await inspect(view, {evaluate, shoot, pictures, read: reader && (() => reader(page))})));
  return problems;
};
