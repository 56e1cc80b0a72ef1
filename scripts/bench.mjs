/**
 * `npm run bench`: compares cronomapa with other timelines and maps on this machine. Method: test/bench/README.md.
 *
 * A full run (without options that restrict it) writes results.json, results.md and results.svg in test/bench.
 */
import {execFileSync} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {cpus, loadavg, release, totalmem, type} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';

const HELP = `npm run bench -- [options]
  --sizes 10,1000    numbers of events; by default 10 to 1,000,000
  --tools a,b        cronomapa, timelinejs, vis-timeline, vis-clustered, markercluster, leaflet-timeline; and alone told, untold, played
  --repeat N         runs of each; by default 3 up to 10,000 events, 1 beyond
  --slow 1000,10000  sizes that are measured again with the processor slowed 4 times; "none" for none
  --quick            10 and 1,000 events, once each, not slowed
  --no-gestures      without dragging and zooming
  --beyond           past the sizes at which a tool is known to be too slow
  --cap SECONDS      after which a tool is given up at a size; by default 120
  --gesture-cap S    after which a gesture ends early; by default 15
  --cdn DIR          a build of cronomapa that is there already, in place of dist/cdn
  --write            write the results of a run that leaves something out, too
  --out DIR          where to; by default test/bench
  --report FILE      no run: tables and picture of an earlier results.json`;

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const home = join(root, 'test/bench');

const {values: flags} = parseArgs({
  options: {
    sizes: {type: 'string'},
    tools: {type: 'string'},
    repeat: {type: 'string'},
    slow: {type: 'string'},
    quick: {type: 'boolean'},
    'no-gestures': {type: 'boolean'},
    beyond: {type: 'boolean'},
    cap: {type: 'string', default: '120'},
    'gesture-cap': {type: 'string', default: '15'},
    cdn: {type: 'string'},
    write: {type: 'boolean'},
    out: {type: 'string', default: home},
    report: {type: 'string'},
    help: {type: 'boolean'},
  },
});
if (flags.help) {
  console.log(HELP);
  process.exit();
}

const numbers = (list) => (list === 'none' ? [] : list.split(',').map(Number));
const partial = ['sizes', 'tools', 'repeat', 'slow', 'quick', 'no-gestures', 'beyond'].some(
  (name) => flags[name],
);

/** The latest modification time below a path. */
const changed = (path) => {
  const info = statSync(path, {throwIfNoEntry: false});
  if (!info) return 0;
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => changed(join(path, name))));
};
const npm = (...args) => execFileSync('npm', args, {cwd: home, stdio: 'inherit'});
const oneLine = (command, ...args) => {
  try {
    return execFileSync(command, args, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}).trim();
  } catch {
    return '';
  }
};

if (flags.report) {
  const {report} = await import('../test/bench/report.mjs');
  write(report, JSON.parse(readFileSync(flags.report, 'utf8')));
  process.exit();
}

const {ALONE, TOOLS} = await import('../test/bench/tools.mjs');
const known = [...TOOLS, ...ALONE];
const chosen = flags.tools?.split(',') ?? TOOLS.map(({id}) => id);
const unknown = chosen.filter((id) => !known.some((tool) => tool.id === id));
if (unknown.length > 0) throw new Error(`no such tool: ${unknown}\n${HELP}`);
const tools = known.filter(({id}) => chosen.includes(id));
const others = tools.filter((tool) => tool.package);

// Install and build what is measured, unless up to date.
const installed = join(home, 'node_modules/.package-lock.json');
if (others.length > 0 && changed(installed) < changed(join(home, 'package-lock.json')))
  npm('ci', '--no-audit', '--no-fund');
const cdn = flags.cdn ?? join(root, 'dist/cdn');
if (!flags.cdn) {
  const sources = Math.max(...['src', 'rollup.config.js', 'data/basemaps'].map(changed));
  if (changed(join(cdn, 'cronomapa.js')) < sources) {
    console.log('Building dist/cdn.');
    execFileSync('node', ['scripts/build.mjs', '--fast'], {stdio: 'inherit'});
  }
}

const {Bench, VIEWPORT} = await import('../test/bench/measure.mjs');
const {serveBench} = await import('../test/bench/server.mjs');
const {dataFile} = await import('../test/bench/data.mjs');
const {weighFiles, weighParts} = await import('../test/bench/weigh.mjs');
const {report, line} = await import('../test/bench/report.mjs');

const sizes = flags.sizes
  ? numbers(flags.sizes)
  : flags.quick
    ? [10, 1000]
    : [10, 100, 1000, 10_000, 100_000, 1_000_000];
const slowed = flags.slow
  ? numbers(flags.slow)
  : flags.quick
    ? []
    : [1000, 10_000].filter((n) => sizes.includes(n));
const repeats = (n) => (flags.repeat ? Number(flags.repeat) : flags.quick || n > 10_000 ? 1 : 3);
const gestures = !flags['no-gestures'];

const cache = join(home, 'node_modules/.cache');
const server = await serveBench(
  {pages: join(home, 'pages'), modules: join(home, 'node_modules'), cdn},
  (name) => {
    const [, format, count] = /^([a-z]+)-(\d+)\./.exec(name) ?? [];
    return dataFile(cache, format, Number(count));
  },
);
const seconds = (flag) => Number(flags[flag]) * 1000;
const bench = new Bench({server, cap: seconds('cap'), gestureCap: seconds('gesture-cap')});

const version = (name) =>
  JSON.parse(readFileSync(join(home, 'node_modules', name, 'package.json'), 'utf8')).version;
const results = {
  date: new Date().toISOString(),
  machine: {
    processor: cpus()[0]?.model,
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    /** Load average over the minute before the run, to detect other processes. */
    loadBefore: Number(loadavg()[0]?.toFixed(2)),
  },
  versions: {
    cronomapa: JSON.parse(readFileSync('package.json', 'utf8')).version,
    commit:
      oneLine('git', 'rev-parse', '--short', 'HEAD') +
      (oneLine('git', 'status', '--porcelain', 'src') && '+'),
    chromium: await bench.version,
    node: process.version,
    ...(others.length > 0 && {leaflet: version('leaflet')}),
    ...Object.fromEntries(others.map((tool) => [tool.id, version(tool.package)])),
  },
  options: {
    viewport: VIEWPORT,
    sizes,
    slowed,
    repeats: Object.fromEntries(sizes.map((n) => [n, repeats(n)])),
    capSeconds: Number(flags.cap),
    gestureCapSeconds: Number(flags['gesture-cap']),
  },
  tools: tools.map(({id, name, shows, limit, why}) => ({id, name, shows, limit, why})),
  // A build given by `--cdn` may be of other sources.
  weights: {files: weighFiles(cdn), parts: flags.cdn ? [] : await weighParts(root)},
  runs: [],
};
if (results.machine.loadBefore > 0.5)
  console.log(
    `Something else is running (load ${results.machine.loadBefore}): times will be longer and vary more.`,
  );

// Exit on SIGTERM: Playwright only closes the browser, and the run would continue with another.
process.once('SIGTERM', () => process.exit(143));
mkdirSync(cache, {recursive: true});
try {
  // Warm-up: every file is compressed and read once before measuring; datasets are generated when first needed.
  for (const tool of tools) await bench.run(tool, 10, {slow: 1, gestures: false});
  const given = new Set();
  for (const [slow, counts] of [
    [1, sizes],
    [4, slowed],
  ]) {
    for (const count of counts) {
      const able = tools.filter(({limit}) => flags.beyond || count <= (limit ?? Number.POSITIVE_INFINITY));
      for (const tool of able) await dataFile(cache, tool.format(count), count);
      for (let round = 0; round < repeats(count); round++) {
        for (const tool of able) {
          // A tool that failed at a size is not tried with larger ones.
          if (given.has(`${tool.id} ${slow}`)) continue;
          let run = await bench.run(tool, count, {slow, gestures});
          if (run.failed) {
            console.log(line(run, tool), '(once more)');
            run = await bench.run(tool, count, {slow, gestures});
          }
          results.runs.push(run);
          if (run.late) given.add(`${tool.id} ${slow}`);
          console.log(line(run, tool));
          writeFileSync(join(cache, 'last-run.json'), JSON.stringify(results));
        }
      }
    }
  }
} finally {
  await bench.close();
  await server.close();
}
write(report, results);

function write(make, all) {
  const {text, markdown, picture, summary} = make(all);
  console.log(`\n${text}`);
  if (partial && !flags.write && !flags.report) return;
  const path = (name) => join(flags.out, name);
  mkdirSync(flags.out, {recursive: true});
  writeFileSync(path('results.json'), JSON.stringify({...all, summary}));
  writeFileSync(path('results.md'), markdown);
  writeFileSync(path('results.svg'), picture);
  // Format the file, so that the lint passes.
  if (path('').startsWith(root))
    execFileSync('npx', ['--no-install', 'biome', 'format', '--write', path('results.json')], {
      stdio: 'ignore',
    });
  console.log(`Written: ${['results.json', 'results.md', 'results.svg'].map(path).join(', ')}`);
}
