/**
 * Generates docs/TOKENS.md from the token contract, src/themes/contract.ts: `node scripts/build-tokens.mjs`. `--print`
 * only prints it, for the test that compares the two.
 */
import {mkdir, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const {outputFiles} = await build({
  entryPoints: [`${root}src/themes/contract.ts`],
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  write: false,
});
const contract = Buffer.from(outputFiles[0].contents).toString('base64');
const {TOKENS, PAIRS} = await import(`data:text/javascript;base64,${contract}`);

const short = (name) => name.replace('--crono-color-', '');
const code = (text) => `\`${text}\``;
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** The required contrasts of a colour, by background. */
const needs = (name) =>
  [4.5, 3]
    .map((least) => [
      least,
      PAIRS.filter((pair) => pair.of === name && pair.least === least).map(({on}) => code(short(on))),
    ])
    .filter(([, grounds]) => grounds.length > 0)
    .map(([least, grounds]) => `${least} on ${grounds.join(', ')}`)
    .join('; ');

const sections = [...new Set(TOKENS.map(({group}) => group))].map((group) => {
  const tokens = TOKENS.filter((token) => token.group === group);
  const colors = tokens.some(({kind}) => kind === 'color');
  const rows = tokens.map(({name, paper, purpose}) => [
    code(name),
    code(paper),
    purpose,
    ...(colors ? [needs(name)] : []),
  ]);
  const title = group[0].toUpperCase() + group.slice(1);
  return `## ${title}\n\n${table(['token', 'in `paper`', 'for', ...(colors ? ['contrast, at least'] : [])], rows)}\n`;
});

const text = `# Tokens

Custom properties that every element reads. Set any of them on \`:root\`, on a story or on one element; no \`!important\` is needed. What is not set has the value of \`paper\`. Written by \`node scripts/build-tokens.mjs\` from [src/themes/contract.ts](../src/themes/contract.ts).

A colour as \`light-dark(a, b)\` is \`a\` in a light page and \`b\` in a dark one. Contrast is WCAG 2.2: \`cronomapa theme check FILE\` and \`examples/studio.html\` grade a theme by these numbers. Each element has a background of its own as well, \`--crono-map-surface\` and so on, none by default: they are in the element's own documentation.

${sections.join('\n')}`;

if (process.argv.includes('--print')) process.stdout.write(text);
else {
  await mkdir(`${root}docs`, {recursive: true});
  await writeFile(`${root}docs/TOKENS.md`, text);
}
