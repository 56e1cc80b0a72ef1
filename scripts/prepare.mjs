/**
 * npm's `prepare` script: builds when the repository is packed, as when installed from git. Not after `npm ci`, since
 * `npm start` and `npm test` build by themselves.
 */
import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';

if (process.env.npm_command !== 'ci' && !existsSync(new URL('../dist/define.js', import.meta.url)))
  // Build output goes to stderr, as npm's stdout is the name of the tarball.
  execFileSync(process.execPath, ['scripts/build.mjs'], {
    cwd: new URL('..', import.meta.url),
    stdio: ['ignore', process.stderr, 'inherit'],
  });
