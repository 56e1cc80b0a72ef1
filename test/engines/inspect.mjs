import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {
  dress,
  findBarriers,
  findCut,
  findFaint,
  findLost,
  hasDrawings,
  listKinds,
  placeMarks,
  settle,
  showText,
} from './page.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const MARKS =
  '.mark > .body, .point > .body, .place > .mark, .cluster > circle, .outline, .series, path.gap, .grip, .shape > path';

/**
 * @typedef {import('./looks.mjs').Look} Look
 * @typedef {object} Driver what each engine does in its own way, with the page that is open
 * @property {(task: Function | string, argument?: unknown) => Promise<any>} evaluate runs a function of page.mjs, or a script, in the page
 * @property {(look: Look) => Promise<void>} wear gives the window its size, and the reader's wishes
 * @property {(shot: {path?: string, whole?: boolean}) => Promise<string>} shoot takes a picture, of what is in view or of the whole page; gives its address, as `data:`
 * @property {() => Promise<string[]>} hear what has gone wrong since it was asked last
 */

/** Which marks are lost in the colours of the system. */
const findLostMarks = async ({evaluate, shoot}) => {
  const marks = await evaluate(placeMarks, MARKS);
  if (marks.length === 0 && (await evaluate(hasDrawings))) return ['no mark was found'];
  const picture = await shoot({whole: true});
  const problems = await evaluate(findLost, {picture, marks});
  await evaluate(showText);
  return problems;
};

/**
 * What is the same in every engine: goes through the looks of a page that has been opened, and tells of each what is
 * wrong with it.
 *
 * @param {readonly Look[]} looks
 * @param {Driver} driver
 * @param {object} options
 * @param {(look: Look) => string} options.pictureOf where the picture of a look goes
 * @param {boolean} [options.pictures] of what is well, too
 * @param {() => Promise<string[]>} [options.read] what somebody does there; what the page looks like is not asked then
 * @param {(look: Look, problems: string[]) => void} options.tell
 */
export const inspect = async (looks, driver, {pictureOf, pictures, read, tell}) => {
  const {evaluate, wear, shoot, hear} = driver;
  /** What axe has seen of this page. */
  const known = new Set();
  const findBarriersOfNew = async () => {
    const isFirst = known.size === 0;
    if (isFirst) await evaluate(axe);
    const kinds = await evaluate(listKinds);
    if (kinds.every((kind) => known.has(kind))) return [];
    for (const kind of kinds) known.add(kind);
    // Contrast is computed for every look; by axe, too, for the first.
    return evaluate(findBarriers, isFirst);
  };
  for (const [i, look] of looks.entries()) {
    const before = looks[i - 1];
    if (before) await wear(look);
    const found = look.dress
      ? await evaluate(dress, {...look.dress, scheme: look.scheme, spaced: look.spaced})
      : [];
    found.push(...(await evaluate(settle, {width: look.width, isSeen: before?.width === look.width})));
    if (read) {
      found.push(...(await read()));
    } else if (look.forced) {
      found.push(...(await findLostMarks(driver)));
    } else {
      found.push(
        ...(await evaluate(findCut)),
        ...(await evaluate(findFaint)),
        ...(await findBarriersOfNew()),
      );
    }
    found.push(...(await hear()));
    // A page of 20,000 pixels can be more than a picture holds: of most looks what a reader sees at first is enough.
    if (pictures || found.length > 0) await shoot({path: pictureOf(look), whole: !look.dress});
    tell(look, found);
  }
};
