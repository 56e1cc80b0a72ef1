import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dress, findBarriers, findCut, findFaint, findLost, placeMarks, settle} from './page.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const MARKS =
  '.mark > .body, .point > .body, .place > .mark, .cluster > circle, .outline, .series, path.gap, .grip, .shape > path';

/**
 * What is the same in every engine: dresses a page that has been opened, waits for it, looks at it.
 *
 * @param {import('./run.mjs').View} view
 * @param {object} driver
 * @param {(task: Function | string, argument?: unknown) => Promise<unknown>} driver.evaluate runs a function of page.mjs, or a script, in the page
 * @param {() => Promise<string>} driver.shoot takes the picture; gives its address, as `data:`, of the page as it is
 * @param {() => Promise<string[]>} [driver.read] what somebody does there, see `Reader`
 * @returns {Promise<string[]>} what is wrong
 */
export const inspect = async (view, {evaluate, shoot, read}) => {
  const problems = view.look ? await evaluate(dress, view.look) : [];
  problems.push(...(await evaluate(settle, view.width)));
  const marks = view.forced && (await evaluate(placeMarks, MARKS));
  const picture = await shoot();
  if (view.forced) problems.push(...(await evaluate(findLost, {picture, marks})));
  if (read) problems.push(...(await read()));
  if (view.look) problems.push(...(await evaluate(findCut)));
  if (view.axe) {
    await evaluate(axe);
    problems.push(...(await evaluate(findBarriers)), ...(await evaluate(findFaint)));
  }
  return problems;
};
