/**
 * `prepare` of npm: builds where the repository becomes a package, as when it is installed from git. Not after `npm ci`:
 * `npm start` and `npm test` build by themselves.
 */
import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';

if (process.env.npm_command !== 'ci' && !existsSync(new URL('../dist/define.js', import.meta.url)))
  // What npm prints is the tarball's name, for other commands.
  execFileSync(process.execPath, ['scripts/build.mjs'], {
    cwd: new URL('..', import.meta.url),
    stdio: ['ignore', process.stderr, 'inherit'],
  });
