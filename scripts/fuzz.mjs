/**
 * `npm run fuzz`: the properties of test/fuzz with many runs and a seed of its own, which it prints. `npm run fuzz --
 * RUNS SEED` sets both, and so repeats a run. Then one page is used 3,000 times (test/elements/soak). `npm test` runs
 * both in small with a fixed seed.
 */
import {spawnSync} from 'node:child_process';
import {randomInt} from 'node:crypto';
import {join} from 'node:path';
import {root} from './install.mjs';

const [runs = '20000', seed = String(randomInt(2 ** 31))] = process.argv.slice(2);
console.log(`${runs} runs of each property, seed ${seed}; again: npm run fuzz -- ${runs} ${seed}`);

/** Runs tests of a project; true when they pass. */
const passes = (project, files, env) =>
  spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', project, files, '--testTimeout=0'],
    {cwd: root, stdio: 'inherit', env: {...process.env, ...env}},
  ).status === 0;

const results = [
  passes('node', 'test/fuzz', {FUZZ_RUNS: runs, FUZZ_SEED: seed}),
  passes('soak', 'test/elements/soak', {VITE_SOAK: '3000', VITE_SEED: seed}),
];
process.exitCode = results.every(Boolean) ? 0 : 1;
