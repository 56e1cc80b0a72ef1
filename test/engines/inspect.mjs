import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {
  dress,
  findBarriers,
  findCut,
  findFaint,
  findLost,
  findOverprint,
  findUnhidden,
  hasDrawings,
  listKinds,
  placeMarks,
  settle,
  showText,
} from './page.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Of paper, for any example: long lists are printed in part. */
const MOST_PAGES = 60;
const MARKS =
  '.mark > .body, .point > .body, .place > .mark, .cluster > circle, .outline, .series, path.gap, .grip, .shape > path';

/**
 * @typedef {import('./looks.mjs').Look} Look
 * @typedef {object} Driver the engine-specific operations on the open page
 * @property {(task: Function | string, argument?: unknown) => Promise<any>} evaluate runs a function of page.mjs, or a script, in the page
 * @property {(look: Look) => Promise<void>} wear sets the size of the window and the reader's preferences
 * @property {(shot: {path?: string, whole?: boolean}) => Promise<string>} shoot takes a screenshot, of the viewport or the whole page; returns a `data:` URL
 * @property {() => Promise<number>} [countPages] prints the page, in a look of paper, and counts its pages
 * @property {(reader: import('./looks.mjs').Reader) => Promise<string[]>} read runs an interaction with the page
 * @property {() => Promise<string[]>} hear the errors since the last call
 */

/** Finds marks that are invisible in forced colours. */
const findLostMarks = async ({evaluate, shoot}) => {
  const marks = await evaluate(placeMarks, MARKS);
  if (marks.length === 0 && (await evaluate(hasDrawings))) return ['no mark was found'];
  const picture = await shoot({whole: true});
  const problems = await evaluate(findLost, {picture, marks});
  await evaluate(showText);
  return problems;
};

/** What is wrong with a page on paper. */
const findMisprints = async ({evaluate, countPages}) => {
  const found = [...(await evaluate(findOverprint)), ...(await evaluate(findCut))];
  const pages = await countPages();
  return pages > 0 && pages <= MOST_PAGES ? found : [...found, `is printed on ${pages} pages`];
};

/**
 * The part common to all engines: goes through the looks of an open page, and reports the problems of each.
 *
 * @param {readonly Look[]} looks
 * @param {Driver} driver
 * @param {object} options
 * @param {(look: Look) => string} options.pictureOf the path for the screenshot of a look
 * @param {boolean} [options.pictures] take screenshots of looks without problems too
 * @param {Set<string>} options.kinds the kinds of elements in which axe has found nothing on this page, in any engine
 * @param {boolean} [options.inColor] whether axe checks the contrast of the first look too
 * @param {(look: Look, problems: string[]) => void} options.tell
 */
export const inspect = async (looks, driver, {pictureOf, pictures, kinds, inColor, tell}) => {
  const {evaluate, wear, shoot, read, hear} = driver;
  let isLoaded = false;
  const findBarriersOfNew = async (isFirst) => {
    const own = await evaluate(listKinds);
    const isInColor = inColor && isFirst;
    if (!isInColor && own.every((kind) => kinds.has(kind))) return [];
    if (!isLoaded) await evaluate(axe);
    isLoaded = true;
    // Contrast is computed for every look, and checked by axe for the first.
    const found = await evaluate(findBarriers, isInColor);
    if (found.length === 0) for (const kind of own) kinds.add(kind);
    return found;
  };
  for (const [i, look] of looks.entries()) {
    const before = looks[i - 1];
    if (before) await wear(look);
    const found = look.dress
      ? await evaluate(dress, {...look.dress, scheme: look.scheme, spaced: look.spaced})
      : [];
    // Nobody scrolls through a page before it is printed.
    found.push(
      ...(await evaluate(settle, {width: look.width, isSeen: look.print || before?.width === look.width})),
    );
    if (look.reader) {
      found.push(...(await read(look.reader)));
    } else if (look.print) {
      found.push(...(await findMisprints(driver)));
    } else if (look.forced) {
      found.push(...(await findLostMarks(driver)));
    } else {
      found.push(
        ...(await evaluate(findCut)),
        ...(await evaluate(findFaint)),
        ...(await evaluate(findUnhidden)),
        ...(await findBarriersOfNew(i === 0)),
      );
    }
    found.push(...(await hear()));
    // A page of 20,000 pixels may exceed the limits of screenshots: for most looks the first screen is enough.
    // What was found is told even if a loaded browser takes no picture of it.
    if (pictures || found.length > 0)
      await shoot({path: pictureOf(look), whole: !look.dress}).catch(({message}) =>
        found.push(`no picture: ${message}`),
      );
    tell(look, found);
  }
};
