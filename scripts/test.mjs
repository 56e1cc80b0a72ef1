/**
 * `npm test`: installs missing packages and browsers, builds, checks, and runs every test, in Node and in three
 * engines. A failing step does not stop the next, so that one run shows all failures; but when nothing was built, or the
 * smallest page does not start, every page would fail, each after its patience. Nothing is skipped silently.
 *
 * Its last line is `N passed, N failed`, counting tests and pages; a failed installation, build or check counts as one
 * failure.
 */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {findChromium, findFirefox, findWebKit} from './browsers.mjs';
import {installPackages, root} from './install.mjs';

process.chdir(root);
/** Timeout of a step, in milliseconds. */
const PATIENCE = process.argv.includes('--all') ? 6 * 3_600_000 : 30 * 60_000;

let passed = 0;
let failed = 0;
const faults = [];
const fault = (words, count = 1) => {
  failed += count;
  faults.push(words);
  console.log(`FAIL ${words}`);
};

/** Runs a command; true when it exits with 0. */
const run = (command, args, env = {}) => {
  console.log(`\n> ${[command === process.execPath ? 'node' : command, ...args].join(' ')}`);
  const {status, error} = spawnSync(command, args, {
    stdio: 'inherit',
    timeout: PATIENCE,
    env: {...process.env, ...env},
  });
  if (error) console.log(error.message);
  return status === 0;
};

const node = (...args) => run(process.execPath, args);
const isThere = (command, ...args) => !spawnSync(command, args, {stdio: 'ignore'}).error;

/** Debian packages, and the check whether the browser or tool they provide is present, from any source. */
const PACKAGES = {
  'chromium-headless-shell': () => findChromium(),
  'firefox-esr': () => findFirefox(),
  'webkit2gtk-driver': () => findWebKit(),
  xvfb: () => isThere('Xvfb', '-help'),
  xauth: () => isThere('xauth', '-V'),
  'fonts-dejavu-core': () => existsSync('/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'),
};

const installBrowsers = () => {
  const missing = () => Object.keys(PACKAGES).filter((name) => !PACKAGES[name]());
  if (missing().length === 0) return;
  const install = ['install', '-y', '--no-install-recommends', ...missing()];
  const apt = isThere('apt-get', '--version');
  if (apt && process.getuid?.() === 0) {
    const env = {DEBIAN_FRONTEND: 'noninteractive'};
    // An outdated or partial package list may suffice; the installation shows whether it does.
    run('apt-get', ['update'], env);
    run('apt-get', install, env);
    // Older releases have no Chromium without windows.
    if (!findChromium()) run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], env);
    if (missing().length > 0) fault(`apt-get did not bring ${missing().join(', ')}`);
  } else if (apt) {
    fault(`The tests need more browsers: sudo apt-get ${install.join(' ')}`);
  } else {
    // On other systems, fonts and display permissions are not our concern.
    const names = {
      'chromium-headless-shell': 'Chromium or Chrome',
      'firefox-esr': 'Firefox',
      'webkit2gtk-driver': 'WebKitWebDriver with the MiniBrowser of WebKitGTK',
      xvfb: 'Xvfb',
    };
    const wanted = missing().flatMap((name) => names[name] ?? []);
    if (wanted.length > 0) fault(`The tests need more: install ${wanted.join(', ')} (CONTRIBUTING.md)`);
  }
};

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

/** Adds the counts of a step; a step without a report, or that fails without a failed test, is a failure itself. */
const count = (name, ok, counts) => {
  if (!counts) return fault(`${name} ended without a report`);
  passed += counts.passed;
  if (counts.failed > 0) fault(`${name}: ${counts.failed}`, counts.failed);
  else if (!ok) fault(`${name} failed beside its tests; what it says is above`);
  else if (counts.passed === 0) fault(`${name} ran nothing`);
};

/** Counts of Vitest's report. A file that fails to load, and a skipped test, count as failures. */
const vitestCounts = (report) => {
  if (!report) return undefined;
  const lost = report.testResults.filter(
    ({status, assertionResults}) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  ).length;
  const left = report.numPendingTests + report.numTodoTests;
  if (left > 0) console.log(`${left} tests were skipped, which counts as failed.`);
  return {passed: report.numPassedTests, failed: report.numFailedTests + left + lost};
};

const reports = mkdtempSync(join(tmpdir(), 'cronomapa-test-'));
try {
  installPackages();
  installBrowsers();
  if (!node('scripts/build.mjs')) throw new Error('The build failed; what it says is above');
  if (!node('test/engines/shift.mjs', '--slow', '--page', 'minimal'))
    throw new Error('The smallest page does not start as it should, so nothing else was asked');
  if (!node('scripts/check.mjs', '--built')) fault('npm run check failed; what it says is above');

  const units = join(reports, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${units}`];
  const unitsOk = node('node_modules/vitest/vitest.mjs', 'run', ...reporters);
  count('vitest', unitsOk, vitestCounts(readJson(units)));

  const shifts = join(reports, 'shifts.json');
  const shiftsOk = node('test/engines/shift.mjs', '--slow', '--json', shifts);
  count('the layout shift of the pages', shiftsOk, readJson(shifts));

  const pages = join(reports, 'engines.json');
  const pagesOk = node('test/engines/run.mjs', '--json', pages, ...process.argv.slice(2));
  count('the pages in three engines', pagesOk, readJson(pages));
} catch (error) {
  fault(error.message);
} finally {
  rmSync(reports, {recursive: true, force: true});
}

console.log('');
for (const words of faults) console.log(`FAIL ${words}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
