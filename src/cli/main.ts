/** Entry point of the command `cronomapa`: connects run.ts to arguments, files and the terminal. */
import {readFileSync} from 'node:fs';
import {access, cp, mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import {createInterface} from 'node:readline/promises';
import {buffer, text} from 'node:stream/consumers';
import {loadAllMessages} from '../i18n/index.js';
import type {Io} from './io.js';
import {plain} from './report.js';
import {run} from './run.js';

/** The version in package.json, one folder up from dist/cli.js. */
function version(): string {
  const {version} = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return version;
}

/** What an address answers; the status of an error is its code. */
async function download(address: string): Promise<Uint8Array> {
  const response = await fetch(address, {signal: AbortSignal.timeout(60_000)});
  if (!response.ok) throw Object.assign(new Error(response.statusText), {code: `HTTP ${response.status}`});
  return new Uint8Array(await response.arrayBuffer());
}

/** Asks at the terminal, on standard error, as standard output may go into a file. */
async function ask(question: string): Promise<string> {
  const lines = createInterface({input: process.stdin, output: process.stderr});
  const answer = await lines.question(question);
  lines.close();
  return answer;
}

/** Says what is being done in the last line of the terminal, which it clears first. */
const progress = (words: string): void => void process.stderr.write(`\r\u001b[2K${words}`);

/** All that pages need, beside dist/cli.js, and in it the cells of the world. */
const SCRIPTS = new URL('./cdn/', import.meta.url);
const CELLS = new URL('basemaps/detail/', SCRIPTS);

// `cronomapa check … | head` closes the pipe early, which is not an error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const io: Io = {
  read: (file) => (file === '-' ? text(process.stdin) : readFile(file, 'utf8')),
  bytes: (file) => {
    if (/^https?:/i.test(file)) return download(file);
    return file === '-' ? buffer(process.stdin) : readFile(file);
  },
  write: async (file, words) => {
    await mkdir(dirname(file), {recursive: true});
    await writeFile(file, words);
  },
  isThere: (path) =>
    access(path).then(
      () => true,
      () => false,
    ),
  copyScripts: (folder) => cp(SCRIPTS, folder, {recursive: true, force: true}),
  previewScript: () => readFile(new URL('./preview.js', import.meta.url), 'utf8'),
  untilStopped: () =>
    new Promise((done) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
    }),
  // Swedish writes dates as ISO 8601 does.
  today: () => new Intl.DateTimeFormat('sv').format(),
  cells: async () => (await readdir(CELLS)).map((file) => file.replace(/\.json$/, '')),
  cell: (name) => readFile(new URL(`${name}.json`, CELLS), 'utf8'),
  out: (words) => void process.stdout.write(words),
  err: (words) => void process.stderr.write(words),
  ...(process.stdin.isTTY && process.stderr.isTTY && {ask}),
  get version() {
    return version();
  },
  ...(process.stderr.isTTY && {progress}),
  isTerminal: process.stdout.isTTY === true,
  color: process.stdout.isTTY === true && !process.env.NO_COLOR,
};

await loadAllMessages();
try {
  process.exitCode = await run(process.argv.slice(2), io);
} catch (error) {
  if (process.env.CRONOMAPA_DEBUG) throw error;
  io.err(
    `This failed, and should not: ${plain(String(error))}\nCRONOMAPA_DEBUG=1 shows where. Please tell us.\n`,
  );
  process.exitCode = 1;
}
