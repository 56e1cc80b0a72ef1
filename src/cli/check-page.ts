import {resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import type {Dataset, Issue, Step} from '../core/dataset/index.js';
import {hasSelectable, stepOfSection} from '../core/store/index.js';
import {intervalOf} from '../core/time/index.js';
import type {Io} from './io.js';
import {load, readText} from './load.js';
import {attribute, MAX_TAG, storiesOf} from './page-stories.js';
import type {Position} from './positions.js';
import type {Report} from './report.js';
import {reviewSteps} from './review-steps.js';

/** A step that a page writes as a `section`, and where. */
interface Section {
  readonly step: Step;
  readonly at: number;
}

/** The sections in the `crono-steps` of a part of a page. Those in comments and in other sections are no steps. */
function sectionsOf(html: string): readonly Section[] {
  const found: Section[] = [];
  let [depth, isIn, commentEnd] = [0, false, 0];
  for (const {index, 0: opened, 1: name} of html.matchAll(/<!--|<\/?(crono-steps|section)\b/gi)) {
    if (index < commentEnd) continue;
    const isEnd = opened[1] === '/';
    if (!name) {
      commentEnd = html.indexOf('-->', index);
      if (commentEnd < 0) break;
    } else if (name.toLowerCase() === 'crono-steps') {
      isIn = !isEnd;
      depth = 0;
    } else if (isIn && isEnd) depth--;
    else if (isIn && depth++ === 0) {
      const tag = html.slice(index, Math.min(html.indexOf('>', index), index + MAX_TAG) + 1);
      const id = attribute(tag, 'id') || `step-${found.length + 1}`;
      found.push({step: stepOfSection(id, (key) => attribute(tag, key)), at: index});
    }
  }
  return found;
}

/** What a step names that its dataset does not have. */
function unknownOf(
  {select, range, question, filter = {}, view = {}}: Step,
  dataset: Dataset,
): readonly string[] {
  const {places, categories, actors, questions} = dataset;
  const lacks = (rows: readonly {readonly id: string}[], ids: readonly string[] = []) =>
    ids.filter((id) => !rows.some((row) => row.id === id));
  return [
    ...(select !== undefined && !hasSelectable(dataset, select) ? [`select="${select}"`] : []),
    ...(range !== undefined && !intervalOf(range, dataset.timeZone) ? [`range="${range}"`] : []),
    ...lacks(questions, question === undefined ? [] : [question]).map((id) => `question="${id}"`),
    ...lacks(places, view.places).map((id) => `places="${id}"`),
    ...lacks(categories, filter.categories).map((id) => `filter="category:${id}"`),
    ...lacks(actors, filter.actors).map((id) => `filter="actor:${id}"`),
    ...lacks(places, filter.places).map((id) => `filter="place:${id}"`),
  ];
}

function positionAt(text: string, index: number): Position {
  const before = text.slice(0, index).split('\n');
  return {line: before.length, column: (before.at(-1) ?? '').length + 1};
}

/** What is to be said of the steps that a page writes as sections; of its datasets nothing else. */
export async function checkPage(file: string, io: Io): Promise<Report> {
  const {text: html, issues: unread} = await readText(file, io);
  const issues: Issue[] = [...unread];
  const positions = new Map<string, Position>();
  let [from, steps] = [0, 0];
  // From each story to the next.
  for (const part of html?.split(/(?=<crono-story\b)/i) ?? []) {
    const sections = sectionsOf(part);
    const [story] = storiesOf(part, pathToFileURL(resolve(file)).pathname);
    const isImported = story?.attributeOf('format') != null;
    if (sections.length > 0 && story && !isImported) {
      const {dataset, issues: faults} = await load(fileURLToPath(`file://${story.path}`), io);
      if (!dataset)
        issues.push(...faults.map((issue) => ({...issue, row: `story ${story.attributeOf('src')}`})));
      const pathOf = new Map(sections.map(({step}) => [step.id, `/sections/${steps++}`]));
      for (const {step, at} of dataset ? sections : []) {
        const path = pathOf.get(step.id) ?? '';
        positions.set(path, positionAt(html ?? '', from + at));
        for (const named of dataset ? unknownOf(step, dataset) : [])
          issues.push({
            code: 'section-unknown',
            severity: 'error',
            path,
            row: `section "${step.id}"`,
            message: `The story has nothing that ${named} means, so that it is as if that were not said.`,
            fix: 'Write an id of the dataset, or a date as 2024-07/2024-08.',
          });
      }
      if (dataset)
        reviewSteps(
          {...dataset, steps: sections.map(({step}) => ({...step, title: step.id}))},
          (_, id) => pathOf.get(id) ?? '',
          (code, severity, path, message, fix) => {
            const own = path.split('/').slice(0, 3).join('/');
            const [id] = [...pathOf].find(([, each]) => each === own) ?? [''];
            issues.push({code, severity, path: own, row: `section "${id}"`, message, fix});
          },
        );
    }
    from += part.length;
  }
  return {file, issues, positions};
}
