/**
 * `npm run test:hosts`: tests the package in five bundlers, and the examples in React, Vue, Svelte and WordPress, each
 * in a browser. Separate from `npm test`, since they download bundlers, frameworks and WordPress. The last line is `N
 * passed, N failed`.
 */
import {spawn, spawnSync} from 'node:child_process';
import {findChromium} from './browsers.mjs';
import {installPackages, root} from './install.mjs';

process.chdir(root);
installPackages();
// Always build, as dist/ may be outdated.
const {status: built} = spawnSync(process.execPath, ['scripts/build.mjs'], {stdio: 'inherit'});
if (!findChromium() && process.getuid?.() === 0) {
  spawnSync('apt-get', ['update'], {stdio: 'inherit'});
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {stdio: 'inherit'});
}

let passed = 0;
let failed = built === 0 ? 0 : 1;
for (const script of [
  'test/bundlers/run.mjs',
  'examples/hosts/frameworks.mjs',
  'examples/hosts/wordpress/run.mjs',
]) {
  console.log(`\n> node ${script}`);
  const child = spawn(process.execPath, [script], {stdio: ['ignore', 'pipe', 'inherit']});
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
    process.stdout.write(text);
  });
  const status = await new Promise((done) => child.once('close', done));
  const [, good = 0, bad = 0] = /(\d+) passed, (\d+) failed\s*$/.exec(said) ?? [];
  passed += Number(good);
  // A script that fails without a failed test counts as one failure.
  failed += Number(bad) || (status === 0 && Number(good) > 0 ? 0 : 1);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
