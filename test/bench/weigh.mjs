/** The weight of each part of the CDN build: every module minified alone, and its share of its chunk's gzip size. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {transform} from 'esbuild';
import {rollup} from 'rollup';

/** `/…/src/core/layout/timeline.ts` is of `core/layout`, `/…/node_modules/d3-array/…` of `d3`. */
const partOf = (id) => {
  const npm = /.*node_modules\/(@[^/]+\/[^/]+|[^/]+)/.exec(id)?.[1];
  if (npm) return npm.startsWith('d3') || npm === 'internmap' ? 'd3' : /^(lit|@lit)/.test(npm) ? 'lit' : npm;
  const own = /\/src\/(.+)$/.exec(id)?.[1];
  if (!own) return 'other';
  const folders = own.split('/').slice(0, -1);
  return folders.slice(0, 2).join('/') || 'entry';
};
const gzip = (text) => gzipSync(text, {level: 9}).length;

/** The files of a build, and the basemap. */
export const weighFiles = (cdn) =>
  [...readdirSync(cdn).filter((name) => name.endsWith('.js')), 'basemaps/world.json']
    .map((name) => {
      const text = readFileSync(join(cdn, name));
      return {name, bytes: text.length, gzip: gzip(text)};
    })
    .sort((a, b) => b.gzip - a.gzip);

/** The parts of a build of the current sources. */
export async function weighParts(root) {
  const {default: configure} = await import(join(root, 'rollup.config.js'));
  const configs = [configure({configCdn: 'out'})].flat();
  const parts = new Map();
  for (const config of configs) {
    const bundle = await rollup({...config, onLog: () => {}});
    for (const output of [config.output].flat()) {
      const {output: files} = await bundle.generate(output);
      for (const file of files) {
        if (file.type !== 'chunk') continue;
        const name = file.isEntry ? file.fileName : file.name;
        const packed = gzip(file.code);
        const sizes = [];
        for (const [id, {code}] of Object.entries(file.modules)) {
          if (!code) continue;
          const small = await transform(code, {minify: true, loader: 'js', format: 'esm', target: 'es2022'});
          sizes.push([partOf(id), small.code.length]);
        }
        const sum = sizes.reduce((total, [, size]) => total + size, 0);
        for (const [part, size] of sizes) {
          const key = `${part} ${name}`;
          const entry = parts.get(key) ?? {part, chunk: name, bytes: 0, gzip: 0};
          entry.bytes += Math.round((size / sum) * Buffer.byteLength(file.code));
          entry.gzip += (size / sum) * packed;
          parts.set(key, entry);
        }
      }
    }
    await bundle.close();
  }
  for (const entry of parts.values()) entry.gzip = Math.round(entry.gzip);
  return [...parts.values()].sort((a, b) => b.gzip - a.gzip);
}
