import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dress, findBarriers, findCut, findFaint, findLost, placeMarks, settle} from './page.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const MARKS =
  '.mark > .body, .point > .body, .place > .mark, .cluster > circle, .outline, .series, path.gap, .grip, .shape > path';

/**
 * What is the same in every engine: waits for a page that has been opened, and looks at it; in each of the looks of
 * the view, one after the other.
 *
 * @param {import('./run.mjs').View} view
 * @param {object} driver
 * @param {(task: Function | string, argument?: unknown) => Promise<unknown>} driver.evaluate runs a function of page.mjs, or a script, in the page
 * @param {() => Promise<string>} driver.shoot takes the picture; gives its address, as `data:`, of the page as it is
 * @param {() => Promise<string[]>} [driver.read] what somebody does there, see `Reader`
 * @param {boolean} [driver.pictures] of what is well, too
 * @returns {Promise<string[]>} what is wrong
 */
export const inspect = async (view, {evaluate, shoot, read, pictures}) => {
  const problems = [];
  const {width, looks = [undefined]} = view;
  for (const [i, look] of looks.entries()) {
    const found = look ? await evaluate(dress, look) : [];
    found.push(...(await evaluate(settle, {width, isSeen: i > 0})));
    if (view.forced) {
      const marks = await evaluate(placeMarks, MARKS);
      found.push(...(await evaluate(findLost, {picture: await shoot(), marks})));
    } else if (pictures && i === 0) await shoot();
    if (i === 0 && read) found.push(...(await read()));
    if (look) found.push(...(await evaluate(findCut)));
    if (view.axe) {
      if (i === 0) await evaluate(axe);
      found.push(...(await evaluate(findBarriers)), ...(await evaluate(findFaint)));
    }
    if (found.length > 0 && !view.forced) await shoot();
    problems.push(...found.map((each) => (looks.length > 1 ? `${nameOf(look)}: ${each}` : each)));
  }
  return problems;
};

/** @param {import('./run.mjs').Look} look */
export const nameOf = ({theme, scheme, language, words, spaced}) =>
  [theme, scheme, words ? 'pseudo' : language, ...(spaced ? ['spaced'] : [])].join(' ');
