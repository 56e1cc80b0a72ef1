/**
 * `npm run check`: types, lint and format, architecture, unused code, messages, budgets. Takes less than a minute.
 * `--built`: as part of `npm test`, which has just built, and runs the architecture test with all others.
 */
import {spawn} from 'node:child_process';
import {fileURLToPath} from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const isBuilt = process.argv.includes('--built');

const npx = (...args) => ['npx', '--no-install', ...args];
const steps = {
  types: npx('tsc', '--project', 'tsconfig.json'),
  'lint and format': npx('biome', 'ci', '--error-on-warnings', '.'),
  ...(!isBuilt && {
    architecture: npx('vitest', 'run', '--project', 'node', 'test/architecture.test.ts', '--reporter=dot'),
  }),
  'unused code': npx('knip', '--no-progress'),
  messages: ['node', 'scripts/messages.mjs'],
  budgets: ['node', 'scripts/budgets.mjs', ...(isBuilt ? ['--built'] : [])],
};

/** Runs a command; resolves with its output when it ends. */
const run = ([command, ...args]) =>
  new Promise((done) => {
    const start = performance.now();
    const child = spawn(command, args, {stdio: ['ignore', 'pipe', 'pipe']});
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
      });
    }
    child.once('error', (error) => done({isWell: false, said: error.message, seconds: 0}));
    child.once('close', (status) =>
      done({isWell: status === 0, said, seconds: (performance.now() - start) / 1000}),
    );
  });

let failed = 0;
const running = Object.entries(steps).map(([name, command]) => [name, run(command)]);
for (const [name, result] of running) {
  const {isWell, said, seconds} = await result;
  console.log(`${isWell ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`);
  if (!isWell) failed++;
  if (!isWell || name === 'budgets') console.log(said.trimEnd());
}
process.exitCode = failed > 0 ? 1 : 0;
