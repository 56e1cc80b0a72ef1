/**
 * `npm run fuzz`: the properties of test/fuzz with many runs and a seed of its own, which it prints. `npm run fuzz --
 * RUNS SEED` sets both, and so repeats a run. `npm test` runs them in small with a fixed seed.
 */
import {spawnSync} from 'node:child_process';
import {randomInt} from 'node:crypto';
import {join} from 'node:path';
import {root} from './install.mjs';

const [runs = '20000', seed = String(randomInt(2 ** 31))] = process.argv.slice(2);
console.log(`${runs} runs of each property, seed ${seed}; again: npm run fuzz -- ${runs} ${seed}`);
const {status} = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'node', 'test/fuzz', '--testTimeout=0'],
  {cwd: root, stdio: 'inherit', env: {...process.env, FUZZ_RUNS: runs, FUZZ_SEED: seed}},
);
process.exitCode = status ?? 1;
