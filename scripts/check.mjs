/** `npm run check`: types, lint and format, architecture, unused code, messages, budgets. Under a minute. */
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const steps = [
  ['types', 'npx', '--no-install', 'tsc', '--project', 'tsconfig.json'],
  ['lint and format', 'npx', '--no-install', 'biome', 'ci', '--error-on-warnings', '.'],
  [
    'architecture',
    'npx',
    '--no-install',
    'vitest',
    'run',
    '--project',
    'node',
    'test/architecture.test.ts',
    '--reporter=dot',
  ],
  ['unused code', 'npx', '--no-install', 'knip', '--no-progress'],
  ['messages', 'node', 'scripts/messages.mjs'],
  ['budgets', 'node', 'scripts/budgets.mjs'],
];

let failed = 0;
for (const [name, command, ...args] of steps) {
  const start = performance.now();
  const {status, stdout, stderr} = spawnSync(command, args, {encoding: 'utf8'});
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (status !== 0) {
    failed++;
    console.log(stdout, stderr);
  } else if (name === 'budgets') console.log(stdout.trimEnd());
}
process.exitCode = failed > 0 ? 1 : 0;
