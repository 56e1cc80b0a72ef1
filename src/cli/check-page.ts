import {basename} from 'node:path';
import {importRequest, runImport} from '../convert/index.js';
import {type Dataset, type Issue, parseDataset, parseSrcset, type Step} from '../core/dataset/index.js';
import {hasSelectable, stepOfSection} from '../core/store/index.js';
import {intervalOf} from '../core/time/index.js';
import {findBeside} from './beside.js';
import type {Io} from './io.js';
import {load, readBytes, readText} from './load.js';
import {attribute, MAX_TAG} from './page-stories.js';
import type {Position} from './positions.js';
import type {Report} from './report.js';
import {reviewAddress} from './review-addresses.js';
import {missing} from './review-files.js';
import {reviewSteps} from './review-steps.js';

/** A step that a page writes as a `section`, where, and as what. */
interface Section {
  readonly step: Step;
  readonly at: number;
  readonly html: string;
}

/** The tag of a story. Two may have the same words. */
interface StoryTag {
  readonly tag: string;
}

/** A `crono-steps` of a page, with its story, if it has one. */
interface Told {
  readonly at: number;
  /** Whether it leads the views, and is no text alone. */
  readonly isLeading: boolean;
  readonly story: StoryTag | undefined;
  readonly sections: readonly Section[];
}

/** What is seen without words. */
const SEEN = /<(?:img|picture|video|audio|iframe|svg|object|crono-)/i;

/** Comments, and what is no text of the page. */
const UNREAD = /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** Blanks of the same length, so that all else stays where it is. */
const readOf = (html: string): string => html.replace(UNREAD, (part) => part.replace(/[^\n]/g, ' '));

/** What a section says, about as long as it is read. */
function textOf(html: string): string | undefined {
  const text = html.replace(/<[^<>]*>/g, ' ').replace(/\s+/g, ' ');
  return text.trim() || (SEEN.test(html) ? ' ' : undefined);
}

/** Each `crono-steps` of a page with its sections. Those in comments, scripts and other sections are no steps. */
function toldOf(html: string): readonly Told[] {
  const found: (Omit<Told, 'sections'> & {readonly named?: string; readonly sections: Section[]})[] = [];
  const named = new Map<string, StoryTag>();
  let depth = 0;
  let [around, told, section]: [StoryTag?, (typeof found)[number]?, {at: number; tag: string}?] = [];
  for (const {index, 0: opened, 1: name = ''} of html.matchAll(/<\/?(crono-story|crono-steps|section)\b/gi)) {
    const isEnd = opened[1] === '/';
    const tag = html.slice(index, Math.min(html.indexOf('>', index), index + MAX_TAG) + 1);
    switch (name.toLowerCase()) {
      case 'crono-story': {
        around = isEnd ? undefined : {tag};
        const id = attribute(tag, 'id');
        if (id && around) named.set(id, around);
        break;
      }
      case 'crono-steps':
        depth = 0;
        told = isEnd
          ? undefined
          : {
              at: index,
              isLeading: attribute(tag, 'layout') !== 'flat',
              story: around,
              named: attribute(tag, 'for'),
              sections: [],
            };
        if (told) found.push(told);
        break;
      default:
        if (!told) break;
        if (!isEnd && depth++ === 0) section = {at: index, tag};
        if (isEnd && --depth === 0 && section) {
          const {at, tag: own} = section;
          const id = attribute(own, 'id') || `step-${told.sections.length + 1}`;
          const step = stepOfSection(id, (key) => attribute(own, key));
          const inner = html.slice(at + own.length, index);
          told.sections.push({step: {...step, text: textOf(inner)}, at, html: html.slice(at, index)});
        }
    }
  }
  return found.map(({named: id, ...each}) => ({...each, story: id ? named.get(id) : each.story}));
}

/** What an address leads to in these tags, and how it ends. */
const FETCHED: Readonly<Record<string, readonly [what: string, ends: string] | readonly []>> = {
  img: ['a picture', 'picture.jpg'],
  video: ['a film', 'film.mp4'],
  audio: ['a recording', 'recording.mp3'],
  source: [],
  track: ['captions', 'captions.vtt'],
};

/** Says which files of a section its readers do not get, as far as the page tells. */
async function reviewSectionFiles(
  {step, at, html}: Section,
  page: string,
  io: Io,
  say: (at: number, row: string, issue: Pick<Issue, 'code' | 'severity' | 'message' | 'fix'>) => void,
): Promise<void> {
  const row = `section "${step.id}"`;
  for (const {index, 0: tag, 1: name = ''} of html.matchAll(
    /<(img|video|audio|source|track)\b[^<>]{0,5000}>/gi,
  )) {
    const file = FETCHED[name.toLowerCase()];
    const named = [attribute(tag, 'src'), attribute(tag, 'poster')].map((address) => address?.trim());
    const candidates = parseSrcset(attribute(tag, 'srcset') ?? '')?.map(({src}) => src);
    for (const address of [...named, ...(candidates ?? [])]) {
      if (!address) continue;
      let isWrong = false;
      const report = (code: string, severity: Issue['severity'], _: string, message: string, fix: string) => {
        isWrong = true;
        say(at + index, row, {code, severity, message, fix});
      };
      reviewAddress(address, '', report, address === named[0] ? file : FETCHED.img);
      const found = isWrong ? undefined : await findBeside(address, page, io);
      if (found?.isThere === false) say(at + index, row, missing(address));
    }
  }
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

/** The dataset of a story that a page names, imported as the page does it; undefined when the page names no file here. */
async function datasetOf({tag}: StoryTag, page: string, io: Io) {
  const attributeOf = (name: string) => attribute(tag, name) ?? null;
  const found = await findBeside(attributeOf('src') ?? '', page, io);
  if (!found) return undefined;
  const file = found.path;
  const row = `story ${attributeOf('src')}`;
  if (!attributeOf('format')) {
    const {dataset, issues} = await load(file, io);
    return {dataset, issues: issues.map((issue) => ({...issue, row}))};
  }
  const {bytes, issues} = await readBytes(file, io);
  if (!bytes) return {dataset: undefined, issues: issues.map((issue) => ({...issue, row}))};
  const {dataset, report} = await runImport(bytes, importRequest(attributeOf, basename(file)));
  const losses = report.notes.filter(({severity}) => severity === 'loss');
  return {
    dataset: dataset && parseDataset(dataset).dataset,
    issues: losses.map(
      ({code, message, fix = ''}): Issue => ({code, severity: 'error', path: '', row, message, fix}),
    ),
  };
}

/** What is to be said of the steps that a page writes as sections; of its datasets nothing else. */
export async function checkPage(file: string, io: Io): Promise<Report> {
  const {text: html = '', issues: unread} = await readText(file, io);
  const issues: Issue[] = [...unread];
  const positions = new Map<string, Position>();
  const say = (path: string, row: string, issue: Pick<Issue, 'code' | 'severity' | 'message' | 'fix'>) =>
    issues.push({...issue, path, row});
  const pathAt = (at: number): string => {
    const path = `/${positions.size}`;
    positions.set(path, positionAt(html, at));
    return path;
  };
  const led = new Set<StoryTag>();
  for (const {at, isLeading, story, sections} of toldOf(readOf(html))) {
    const path = pathAt(at);
    for (const section of sections)
      await reviewSectionFiles(section, file, io, (from, row, issue) => say(pathAt(from), row, issue));
    if (story === undefined) {
      say(path, 'crono-steps', {
        code: 'steps-without-story',
        severity: 'warning',
        message: 'It stands in no crono-story, and names none of this page: it tells nothing.',
        fix: 'Put it into the crono-story, or give that an id, and the steps for="that id".',
      });
      continue;
    }
    if (isLeading && led.has(story))
      say(path, 'crono-steps', {
        code: 'steps-twice',
        severity: 'warning',
        message:
          'A crono-steps before it leads the same story: a reader of the one leaves the way of the other, which then offers to lead back.',
        fix: 'Join their sections, give each a story of its own, or tell one as text: layout="flat".',
      });
    if (isLeading) led.add(story);
    const found = await datasetOf(story, file, io);
    if (!found) {
      if (sections.length > 0)
        say(path, 'crono-steps', {
          code: 'sections-unchecked',
          severity: 'warning',
          message:
            'Its sections are not checked, as the story around it names no file on this computer in src.',
          fix: 'Check a copy of the page whose src is a copy of the dataset.',
        });
      continue;
    }
    const {dataset, issues: faults} = found;
    if (!dataset) {
      issues.push(...faults);
      continue;
    }
    if (sections.length === 0 && dataset.steps.length === 0)
      say(path, 'crono-steps', {
        code: 'steps-none',
        severity: 'warning',
        message: 'It has no sections, and its story no steps: there is nothing to tell.',
        fix: 'Write a section for each step, or "steps" in the dataset.',
      });
    const pathOf = new Map<string, string>();
    for (const {step, at: from} of sections) {
      const own = pathAt(from);
      const row = `section "${step.id}"`;
      if (pathOf.has(step.id))
        say(own, row, {
          code: 'section-id-twice',
          severity: 'error',
          message: 'A section before it has the same id: links lead to that one.',
          fix: 'Give each section an id of its own.',
        });
      else pathOf.set(step.id, own);
      for (const named of unknownOf(step, dataset))
        say(own, row, {
          code: 'section-unknown',
          severity: 'error',
          message: `The story has nothing that ${named} means, so that it is as if that were not said.`,
          fix: 'Write an id of the dataset, or a date as 2024-07/2024-08.',
        });
    }
    reviewSteps(
      {...dataset, steps: sections.map(({step}) => step)},
      (_, id) => pathOf.get(id) ?? '',
      (code, severity, within, message, fix) => {
        const own = `/${within.split('/')[1]}`;
        const [id] = [...pathOf].find(([, each]) => each === own) ?? [''];
        say(own, `section "${id}"`, {
          code,
          severity,
          message,
          fix: code === 'step-without-words' ? 'Write what there is to see between its tags.' : fix,
        });
      },
    );
  }
  return {file, issues, positions};
}
