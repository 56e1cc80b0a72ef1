/**
 * Each bundler with its default setup: no plugin except the one that lets Rollup resolve packages, and no option for
 * our sake.
 */
import {execFile} from 'node:child_process';
import {cp, mkdir} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {promisify} from 'node:util';

/** Resolves a package from the project in `folder`. */
const load = (folder, name) =>
  import(pathToFileURL(createRequire(join(folder, 'package.json')).resolve(name)));

/** These two do not process the HTML page. */
const copyPage = async (folder, out) => {
  await mkdir(out, {recursive: true});
  await cp(join(folder, 'index.html'), join(out, 'index.html'));
};

/**
 * Builds the page of `folder`, whose script is `main.js`, into `out`. Rejects when the bundler fails; resolves with its
 * warnings.
 *
 * @type {Record<string, (folder: string, out: string) => Promise<string[]>>}
 */
export const BUILDS = {
  esbuild: async (folder, out) => {
    const {build} = await load(folder, 'esbuild');
    await copyPage(folder, out);
    const {warnings} = await build({
      absWorkingDir: folder,
      entryPoints: ['main.js'],
      bundle: true,
      splitting: true,
      format: 'esm',
      outdir: out,
      logLevel: 'silent',
    });
    return warnings.map(({text}) => text);
  },
  rollup: async (folder, out) => {
    const {rollup} = await load(folder, 'rollup');
    const {nodeResolve} = await load(folder, '@rollup/plugin-node-resolve');
    await copyPage(folder, out);
    const warnings = [];
    const bundle = await rollup({
      input: join(folder, 'main.js'),
      plugins: [nodeResolve({rootDir: folder})],
      onwarn: ({code, message}) => {
        // D3 causes some warnings itself.
        if (code !== 'CIRCULAR_DEPENDENCY') warnings.push(message);
      },
    });
    await bundle.write({dir: out, format: 'es'});
    await bundle.close();
    return warnings;
  },
  vite: async (folder, out) => {
    const {build, createLogger} = await load(folder, 'vite');
    const warnings = [];
    const customLogger = createLogger('silent');
    customLogger.warn = (text) => warnings.push(text);
    await build({
      root: folder,
      configFile: false,
      customLogger,
      build: {outDir: out, chunkSizeWarningLimit: 2000},
    });
    return warnings;
  },
  webpack: async (folder, out) => {
    const {default: webpack} = await load(folder, 'webpack');
    await copyPage(folder, out);
    const compiler = webpack({
      mode: 'production',
      context: folder,
      entry: './main.js',
      output: {path: out, filename: 'main.js'},
      performance: false,
    });
    const stats = await promisify(compiler.run.bind(compiler))();
    await promisify(compiler.close.bind(compiler))();
    const {errors, warnings} = stats.toJson({all: false, errors: true, warnings: true});
    if (errors.length > 0) throw new Error(errors.map(({message}) => message).join('\n'));
    return warnings.map(({message}) => message);
  },
  parcel: async (folder, out) => {
    const args = ['build', 'index.html', '--dist-dir', out, '--no-cache', '--public-url', './'];
    const bin = createRequire(join(folder, 'package.json')).resolve('parcel/lib/bin.js');
    const {stdout, stderr} = await promisify(execFile)(process.execPath, [bin, ...args], {
      cwd: folder,
      env: {...process.env, NODE_ENV: 'production', NO_COLOR: '1'},
    });
    return `${stdout}\n${stderr}`.split('\n').filter((line) => /warning|⚠/i.test(line));
  },
};

/** Bundlers that emit the worker; with the others a large file is read on the main thread. */
export const WITH_WORKER = new Set(['parcel', 'vite', 'webpack']);
