import {readdir, readFile, realpath, stat} from 'node:fs/promises';
import {basename, join, relative, sep} from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import {type ImportRequest, importRequest, runImport} from '../convert/index.js';
import type {Issue} from '../core/dataset/index.js';
import {checkFile} from './check.js';
import {command} from './command.js';
import {FileWatch} from './file-watch.js';
import type {Io} from './io.js';
import {readBytes} from './load.js';
import {storiesOf} from './page-stories.js';
import {placed, plain, type Report, reportText, summaryOf} from './report.js';
import {findServed} from './served-file.js';
import {serveSite} from './site-server.js';
import {UsageError} from './usage.js';

const PORT = 8080;

export const serve = command({
  name: 'serve',
  operands: {name: 'FOLDER', words: 'one folder', least: 1, most: 1},
  summary: 'Shows a folder with its pages in a browser, while you write.',
  about:
    'Pages are loaded again when a file of theirs is saved, and a panel in them shows what check says of their stories, and of tables what is lost and doubtful when they import them. It serves this computer alone (127.0.0.1), no hidden files, and nothing outside of the folder. Ctrl+C stops it.',
  options: {
    port: {type: 'string', value: 'NUMBER', help: `by default ${PORT}, or another one that is free`},
  },
  examples: ['cronomapa new my-story', 'cronomapa serve my-story'],
  run: async ({values, file}, io) => {
    const port = portOf(values.port);
    const root = await rootOf(file, io);
    if (root === undefined) return 1;
    return show(file, root, port, io);
  },
});

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new UsageError(`"${text}" is no port. Write a number from 1024 to 65535.`);
  return Number(text);
}

/** The folder without symbolic links; what is none is said. */
async function rootOf(folder: string, io: Io): Promise<string | undefined> {
  const root = await realpath(folder).catch(() => undefined);
  if (root === undefined) {
    io.err(`${plain(folder)}: There is no such folder. cronomapa new ${plain(folder)} makes one.\n`);
    return undefined;
  }
  if ((await stat(root)).isDirectory()) return root;
  io.err(`${plain(folder)}: It is a file. Name the folder that it is in.\n`);
  return undefined;
}

/** Serves until it is stopped. */
async function show(folder: string, root: string, port: number | undefined, io: Io): Promise<number> {
  const preview = new Preview(folder, root, io);
  const start = (at: number) => preview.start(at);
  try {
    await start(port ?? PORT);
  } catch (error) {
    const {code = ''} = error as NodeJS.ErrnoException;
    if (port === undefined && code === 'EADDRINUSE') await start(0);
    else {
      const why = code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${code || String(error)})`;
      io.err(`Port ${port ?? PORT} ${why}. Choose another one: --port 9000.\n`);
      return 1;
    }
  }
  await io.untilStopped();
  await preview.close();
  return 0;
}

const isPage = (file: string) => /\.html?$/i.test(file);

/** What is lost and doubtful where a page imports a file, and what is wrong with what comes of it. */
async function checkImported(file: string, request: ImportRequest, io: Io): Promise<Omit<Report, 'file'>> {
  const {bytes, issues} = await readBytes(file, io);
  if (!bytes) return {issues, positions: undefined};
  const {dataset, report} = await runImport(bytes, request);
  const said = report.notes.flatMap(({code, severity, row, message, fix = ''}): readonly Issue[] => {
    if (severity === 'said') return [];
    const isFatal = dataset === undefined && severity === 'loss';
    return [{code, severity: isFatal ? 'error' : 'warning', path: '', row, message, fix}];
  });
  if (!dataset) return {issues: said, positions: undefined};
  const checked = await checkFile(file, {...io, read: async () => JSON.stringify(dataset)});
  return {issues: [...said, ...checked.issues], positions: undefined};
}

/** A folder that is served, watched, and whose stories are checked. */
class Preview {
  readonly #folder: string;
  readonly #root: string;
  readonly #io: Io;
  readonly #watch = new FileWatch((files) => void this.#changed(files));
  /** The stories of the pages, and how those are imported that are in another format. */
  readonly #stories = new Map<string, {readonly request: ImportRequest | undefined}>();
  /** What was found in each story of the pages that were asked for. */
  readonly #reports = new Map<string, Report>();
  #site: Awaited<ReturnType<typeof serveSite>> | undefined;

  constructor(folder: string, root: string, io: Io) {
    this.#folder = folder;
    this.#root = root;
    this.#io = io;
  }

  async start(port: number): Promise<void> {
    const site = await serveSite({
      root: this.#root,
      port,
      script: await this.#io.previewScript(),
      onAsked: (file) => this.#asked(file),
      greeting: () => this.#message(),
    });
    this.#site = site;
    const pages = (await readdir(this.#root)).filter(isPage);
    const first = pages.includes('index.html') ? '' : (pages[0] ?? '');
    this.#io.out(`${plain(this.#folder)} is at ${site.url}${encodeURIComponent(first)}   (Ctrl+C stops)\n`);
    if (pages.length === 0)
      this.#io.out('There is no page in it. Put an .html file there, or make one: cronomapa new.\n');
    for (const page of pages) await this.#readPage(join(this.#root, page));
  }

  async close(): Promise<void> {
    this.#watch.close();
    await this.#site?.close();
  }

  #asked(file: string): void {
    this.#watch.add(file);
    if (isPage(file)) void this.#readPage(file);
  }

  /** Looks which stories a page names, and checks those that are new. */
  async #readPage(file: string): Promise<void> {
    this.#watch.add(file);
    const html = await readFile(file, 'utf8').catch(() => '');
    const pathname = `/${relative(this.#root, file).split(sep).join('/')}`;
    for (const {path, attributeOf} of storiesOf(html, pathname)) {
      const found = await findServed(this.#root, path);
      const story = 'file' in found ? found.file : 'missing' in found ? found.missing : undefined;
      if (story === undefined) continue;
      // How a page reads it may be written anew.
      const request = attributeOf('format') ? importRequest(attributeOf, basename(story)) : undefined;
      const before = this.#stories.get(story);
      if (before && isDeepStrictEqual(before.request, request)) continue;
      this.#stories.set(story, {request});
      this.#watch.add(story);
      await this.#check(story);
      this.#send();
    }
  }

  /** Checks a story, and says on the terminal what is wrong with it. */
  async #check(story: string): Promise<void> {
    const request = this.#stories.get(story)?.request;
    const {issues, positions} = request
      ? await checkImported(story, request, this.#io)
      : await checkFile(story, this.#io);
    const file = relative(this.#root, story);
    const faults = issues.filter(({severity}) => severity === 'error' || severity === 'warning');
    const report = {file, issues: faults, positions};
    this.#reports.set(story, report);
    this.#io.out(reportText(report, this.#io.color));
  }

  async #changed(files: readonly string[]): Promise<void> {
    for (const file of files) {
      if (isPage(file)) await this.#readPage(file);
      else if (this.#stories.has(file)) await this.#check(file);
    }
    this.#send();
    this.#site?.send('reload', '');
  }

  #send(): void {
    this.#site?.send('check', this.#message());
  }

  /** What the panel of a page shows. */
  #message(): string {
    const all = [...this.#reports.values()].map((report) => ({
      file: report.file,
      summary: summaryOf(report),
      issues: placed(report).map(({path: _, code: __, ...issue}) => issue),
    }));
    return JSON.stringify(all);
  }
}
