/**
 * Tests the plugin in a WordPress of its own, in Chromium: `node examples/hosts/wordpress/run.mjs`. README.md says more.
 *
 * Everything it starts lies in one temporary folder and is gone at the end: a database, PHP's own server and the
 * WordPress of each Debian in SUITES. Packages that are missing are installed, for root on Debian.
 */
import {execFileSync, spawn} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir, userInfo} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {findChromium} from '../../../scripts/browsers.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const repository = join(here, '../../..');

/** The WordPress of Debian 12 is older than script modules (6.5), that of Debian 13 shows the editor in a frame. */
const SUITES = [
  {suite: 'bookworm', theme: 'twentytwentythree'},
  {suite: 'trixie', theme: 'twentytwentyfive'},
];
const MIRROR = process.env.CRONOMAPA_DEBIAN ?? 'http://deb.debian.org/debian';
const LIBRARIES = ['libjs-cropper', 'libjs-lodash', 'libjs-underscore', 'php-getid3'];
const USER = {name: 'editor', password: 'not a secret: gone in a minute'};

const say = (line) => process.stdout.write(`${line}\n`);

/** Runs a program to its end. @returns {string} what it prints */
const run = (program, args, options = {}) => {
  try {
    return execFileSync(program, args, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...options});
  } catch (error) {
    const said = `${error.stdout ?? ''}${error.stderr ?? ''}`.trim().split('\n').slice(-15).join('\n');
    throw new Error(`${program} ${args.slice(0, 4).join(' ')} failed: ${said || error.message}`);
  }
};

const wait = async (what, isThere, seconds = 60) => {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(100)) {
    if (await isThere()) return;
  }
  throw new Error(`${what} did not start within ${seconds} seconds.`);
};

/** What is to be undone at the end, the last first. */
const undo = [];
let undone;
const cleanUp = () => {
  undone ??= (async () => {
    while (undo.length > 0) {
      await Promise.resolve(undo.pop()()).catch((error) => process.stderr.write(`${error.message}\n`));
    }
  })();
  return undone;
};

/** Starts a server in a process group of its own, so that Ctrl+C reaches it only by `undo`. */
const start = (program, args, env = {}) => {
  const child = spawn(program, args, {
    detached: true,
    stdio: 'ignore',
    env: {...process.env, ...env},
  });
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  });
  const kill = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // Gone already.
    }
  };
  undo.push(async () => {
    if (child.pid === undefined) return;
    kill('SIGTERM');
    const late = setTimeout(() => kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(late);
    kill('SIGKILL'); // Workers that outlived it.
  });
};

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const {port} = server.address();
      server.close(() => resolve(port));
    });
  });

/** Puts the library into the plugin's folder, which is then whole. */
const fillPlugin = () => {
  const cdn = join(repository, 'dist/cdn');
  if (!existsSync(join(cdn, 'cronomapa.js'))) throw new Error('dist/cdn is missing: npm run build');
  const target = join(here, 'cronomapa/cdn');
  rmSync(target, {recursive: true, force: true});
  cpSync(cdn, target, {recursive: true});
};

const installPrograms = () => {
  const has = (name) => (process.env.PATH ?? '').split(':').some((dir) => existsSync(join(dir, name)));
  const missing = [
    ...(has('mariadb-install-db') && existsSync('/usr/sbin/mariadbd') ? [] : ['mariadb-server-core']),
    ...(has('my_print_defaults') ? [] : ['mariadb-client-core']), // mariadb-install-db needs it.
    ...(has('php') ? [] : ['php-cli']),
    ...(has('php') && /^mysqli$/m.test(run('php', ['-m'])) ? [] : ['php-mysql']),
    ...(findChromium() ? [] : ['chromium']),
  ];
  if (missing.length === 0) return;
  if (!has('apt-get') || userInfo().uid !== 0) throw new Error(`Install first: ${missing.join(' ')}`);
  say(`Installing ${missing.join(' ')} …`);
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  run('apt-get', ['update', '-q'], {env});
  run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...missing], {env});
};

/** Unpacks Debian's WordPress into `folder`, installing nothing. @returns {string} WordPress's own folder */
const unpackWordPress = (folder, {suite, theme}) => {
  const lists = join(folder, 'lists');
  mkdirSync(join(lists, 'partial'), {recursive: true});
  const keys = '/usr/share/keyrings/debian-archive-keyring.gpg';
  writeFileSync(join(folder, 'sources.list'), `deb [signed-by=${keys}] ${MIRROR} ${suite} main\n`);
  const options = [
    `Dir::Etc::SourceList=${join(folder, 'sources.list')}`,
    'Dir::Etc::SourceParts=-',
    `Dir::State::Lists=${lists}`,
    'Dir::Cache::pkgcache=',
    'Dir::Cache::srcpkgcache=',
    'APT::Sandbox::User=root',
  ].flatMap((option) => ['-o', option]);
  run('apt-get', [...options, '-q', 'update']);
  const packages = ['wordpress', `wordpress-theme-${theme}`, ...LIBRARIES];
  run('apt-get', [...options, '-q', 'download', ...packages], {cwd: folder});
  for (const file of run('sh', ['-c', 'ls *.deb'], {cwd: folder}).trim().split('\n')) {
    run('dpkg-deb', ['-x', join(folder, file), join(folder, 'root')]);
  }
  return join(folder, 'root/usr/share/wordpress');
};

const startDatabase = async (folder) => {
  const data = join(folder, 'database');
  const socket = join(folder, 'database.sock');
  const {username} = userInfo();
  run('mariadb-install-db', [
    '--no-defaults',
    `--user=${username}`,
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--force', // The names of hosts do not matter: the socket alone is used.
  ]);
  start('/usr/sbin/mariadbd', [
    '--no-defaults',
    `--user=${username}`,
    `--datadir=${data}`,
    `--socket=${socket}`,
    `--pid-file=${join(folder, 'database.pid')}`,
    `--log-error=${join(folder, 'database.log')}`,
    '--skip-networking',
    '--innodb-flush-log-at-trx-commit=0',
  ]);
  await wait('The database', () => existsSync(socket));
  return socket;
};

/** Sets up and serves one WordPress with the plugin. */
const openSite = async (folder, socket, release) => {
  mkdirSync(folder);
  const root = unpackWordPress(folder, release);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const log = join(folder, 'php.log');
  writeFileSync(
    join(root, 'wp-config.php'),
    `<?php
define( 'DB_NAME', '${release.suite}' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'WP_HOME', '${origin}' );
define( 'WP_SITEURL', '${origin}' );
define( 'WP_DEFAULT_THEME', '${release.theme}' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'AUTH_KEY', '${folder}' );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', '${log}' );
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`,
  );
  for (const name of ['mu-plugins', 'uploads']) mkdirSync(join(root, 'wp-content', name));
  cpSync(join(here, 'test/offline.php'), join(root, 'wp-content/mu-plugins/offline.php'));
  cpSync(join(here, 'cronomapa'), join(root, 'wp-content/plugins/cronomapa'), {recursive: true});
  // PHP's server says 404 for it before WordPress is asked.
  cpSync(join(root, 'wp-includes/images/w-logo-blue.png'), join(root, 'favicon.ico'));
  const dataset = '/wp-content/uploads/caracas-releases.json';
  for (const path of [dataset, 'x']) cpSync(join(repository, 'data/caracas-releases.json'), join(root, path));

  const settings = ['display_errors=0', 'log_errors=1', `error_log=${log}`, 'memory_limit=256M'];
  const php = (...args) => {
    try {
      return run('php', [...settings.flatMap((each) => ['-d', each]), ...args]);
    } catch (error) {
      throw existsSync(log) ? new Error(`php failed:\n${readFileSync(log, 'utf8').slice(-3000)}`) : error;
    }
  };
  const sql = `(new mysqli('localhost', 'root', '', '', 0, $argv[1]))->query("CREATE DATABASE ${release.suite}");`;
  php('-r', sql, socket);
  php(join(here, 'test/install.php'), root, USER.name, USER.password);
  const pages = JSON.parse(php(join(here, 'test/pages.php'), root, dataset));

  start('php', [...settings.flatMap((each) => ['-d', each]), '-S', `127.0.0.1:${port}`, '-t', root], {
    PHP_CLI_SERVER_WORKERS: '4',
  });
  await wait(
    'PHP',
    () =>
      fetch(origin).then(
        ({ok}) => ok,
        () => false,
      ),
    30,
  );
  const version = /\$wp_version = '([^']+)'/.exec(
    readFileSync(join(root, 'wp-includes/version.php'), 'utf8'),
  )[1];
  return {origin, pages, dataset, version, log};
};

let passed = 0;
let failed = 0;
const check = async (name, test) => {
  try {
    const note = await test();
    passed++;
    say(`ok      ${name}${note ? ` (${note})` : ''}`);
  } catch (error) {
    if (undone) return;
    failed++;
    say(`FAILED  ${name}\n        ${String(error.stack ?? error).replaceAll('\n', '\n        ')}`);
  }
};

for (const [signal, status] of Object.entries({SIGINT: 130, SIGTERM: 143, SIGHUP: 129})) {
  process.once(signal, async () => {
    process.stderr.write(`\n${signal}: stopping …\n`);
    await cleanUp();
    process.exit(status);
  });
}

try {
  fillPlugin();
  if (process.argv.includes('--copy')) {
    say('examples/hosts/wordpress/cronomapa/ is whole: copy it to wp-content/plugins/.');
    process.exit(0);
  }
  installPrograms();
  const {openBrowser, testSite} = await import('./test/browser.mjs');

  const folder = mkdtempSync(join(tmpdir(), 'crono-wordpress-'));
  undo.push(() => rmSync(folder, {recursive: true, force: true, maxRetries: 5}));
  const socket = await startDatabase(folder);
  const browser = await openBrowser();
  undo.push(() => browser.close());

  for (const release of SUITES) {
    say(`\nSetting up the WordPress of Debian’s ${release.suite} …`);
    await check(`WordPress of ${release.suite}: set up, plugin activated`, async () => {
      release.site = await openSite(join(folder, release.suite), socket, release);
      return `WordPress ${release.site.version}`;
    });
    if (release.site) await testSite(browser, {...release.site, user: USER}, check);
  }
} catch (error) {
  if (!undone) {
    failed++;
    say(`FAILED  ${error.message}`);
  }
} finally {
  await cleanUp();
}
say(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
