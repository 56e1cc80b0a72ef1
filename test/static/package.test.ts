import {execFileSync} from 'node:child_process';
import {copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {expect, test} from 'vitest';

/* The built package, as seen by a package manager that hides undeclared dependencies. */

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

/** Every address in a value of `exports`. */
const addressesIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value as object).flatMap(addressesIn);
const addresses = addressesIn(manifest.exports);

test('every file that is exported is there', () => {
  expect(addresses.length).toBeGreaterThan(10);
  expect(addresses.filter((path) => !existsSync(path.replace(/\*$/, '')))).toEqual([]);
});

test('types that are exported need no package but those that come along', () => {
  const files = addresses.filter((path) => path.startsWith('./dist/') && path.endsWith('.d.ts'));
  const packages = new Set<string>();
  // The set grows during iteration, so imports are followed transitively.
  const reached = new Set(files);
  for (const file of reached) {
    // Without comments, which have examples.
    const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    for (const [, name = ''] of text.matchAll(/(?:\bfrom |\bimport\(|^import )['"]([^'"]+)['"]/gm)) {
      if (name.startsWith('.')) reached.add(join(dirname(file), name.replace(/\.js$/, '.d.ts')));
      else packages.add(/^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
    }
  }
  expect(reached.size).toBeGreaterThan(files.length);
  expect([...packages].filter((name) => !(name in manifest.dependencies))).toEqual([]);
});

test('what the README links to is in the package', () => {
  const links = [...readFileSync('README.md', 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(
    ([, path = '']) => path,
  );
  expect(links.length).toBeGreaterThan(5);
  // npm would read, pack and weigh all of the package to list its files: it is given those in question, empty.
  const folder = mkdtempSync(join(tmpdir(), 'cronomapa-packed-'));
  const left = 'src/index.ts';
  try {
    copyFileSync('package.json', join(folder, 'package.json'));
    for (const path of ['dist/define.js', left, ...links].filter((each) => existsSync(each))) {
      mkdirSync(dirname(join(folder, path)), {recursive: true});
      writeFileSync(join(folder, path), '');
    }
    const said = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const packed = Object.values(JSON.parse(said)) as {files: {path: string}[]}[];
    const files = new Set(packed.flatMap(({files}) => files.map(({path}) => path)));
    expect(files).toContain('dist/define.js');
    expect(files).not.toContain(left);
    expect(links.filter((path) => !files.has(path))).toEqual([]);
  } finally {
    rmSync(folder, {recursive: true});
  }
});

test('the manifest names the attributes that authors may set, and no state', () => {
  const {modules} = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
  const list = modules
    .flatMap(({declarations = []}) => declarations)
    .find(({tagName}: {tagName?: string}) => tagName === 'crono-list');
  expect(list.attributes.map(({name}: {name: string}) => name).sort()).toEqual([
    'for',
    'heading-level',
    'open',
  ]);
});

test.each(['dist/elements/story/worker.js', 'dist/cdn/worker.js'])(
  '%s is whole: in a worker no name of a package leads anywhere',
  (path) => {
    expect(readFileSync(path, 'utf8')).not.toMatch(/\b(?:import|export)\b[^;'"]{0,200}?['"]|\bimport\(/);
  },
);
