/**
 * Generates docs/COMMANDS.md from the table of commands, and docs/FORMAT.md from the schema: `node
 * scripts/build-reference.mjs`. `--print` only prints them, for the test that compares the two.
 */
import {mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {formatReference} from './format-reference.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Bundles a TypeScript module from src and imports it; packages stay where they are. */
async function load(path) {
  const folder = `${root}node_modules/.cache/cronomapa`;
  const outfile = `${folder}/${path.replaceAll('/', '-')}-${process.pid}.mjs`;
  await mkdir(folder, {recursive: true});
  await build({
    entryPoints: [root + path],
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
    outfile,
  });
  try {
    return await import(outfile);
  } finally {
    await rm(outfile);
  }
}

const {COMMANDS} = await load('src/cli/commands.ts');
const {helpOf} = await load('src/cli/help.ts');

const commands = `# The commands

<!-- Written by scripts/build-reference.mjs from src/cli/commands.ts. -->

After \`npm start\` or \`npm run build\` they are \`node dist/cli.js COMMAND\`; where the package is installed, \`npx cronomapa COMMAND\`. \`cronomapa help COMMAND\` prints what is written here.

From nothing to a page in a browser:

\`\`\`sh
cronomapa new my-story --from floods.csv --claimant "Defesa Civil"   # a folder with a story and a page
cronomapa serve my-story                                             # the page, loaded again when you save
\`\`\`

- **Exit status:** 0 when no file has an error (warnings are no errors); 1 when one has, or cannot be read or written; 2 when the command is used in a way that it does not know. \`diff\` ends with 0 also when the files differ.
- **Pipes:** \`-\` is standard input. Results go to standard output, and what is said beside them to standard error: \`cronomapa import floods.csv | cronomapa check -\`.
- **Terminals:** colours, questions and progress are for terminals alone; \`NO_COLOR=1\` leaves the colours out.
- **Places in files:** what is found in JSON is named as \`story.json:12:5\`, by line and column.

${COMMANDS.map((command) => `## ${command.name}\n\n\`\`\`text\n${helpOf(command)}\`\`\``).join('\n\n')}
`;

const json = async (path) => JSON.parse(await readFile(root + path, 'utf8'));
const {DATASET_SHAPE} = await load('src/core/dataset/schema.ts');

/** Codes of all checks: those of the parser have their sentences in one place, those for authors are reported one by one. */
async function codesOfChecks() {
  const texts = await readFile(`${root}src/core/dataset/issue-texts.ts`, 'utf8');
  const codes = [...texts.matchAll(/^ {2}'([a-z\d-]+)':/gm)].map(([, name]) => name);
  for (const name of await readdir(`${root}src/cli`)) {
    if (!/^(?:review.*|check)\.ts$/.test(name)) continue;
    const source = await readFile(`${root}src/cli/${name}`, 'utf8');
    const reported = /(?:code: |(?:report|say)\(\s*|^\s+)'([a-z\d]+(?:-[a-z\d]+)+)',/gm;
    codes.push(...[...source.matchAll(reported)].map(([, code]) => code));
  }
  return [...new Set([...codes, 'source-without-published', 'source-without-archived'])];
}

const format = formatReference({
  shape: DATASET_SHAPE,
  schema: await json('data/schema/v1.json'),
  stories: [await json('data/maria-2017.json'), await json('data/venezuela-2024-2026.json')],
  codes: await codesOfChecks(),
});

const pages = {'docs/COMMANDS.md': commands, 'docs/FORMAT.md': format};
if (process.argv.includes('--print')) process.stdout.write(JSON.stringify(pages));
else for (const [file, text] of Object.entries(pages)) await writeFile(root + file, text);
