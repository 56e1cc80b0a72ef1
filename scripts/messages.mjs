/**
 * Lists messages that are missing in a language, left in English, or unused: `node scripts/messages.mjs`. Part of `npm
 * run check`. The compiler also finds missing keys, but not unused ones.
 */
import {readdir, readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** Messages that are legitimately the same as in English. */
const SAME = {
  fr: ['annotations', 'grade.original', 'license', 'corrections', 'sources', 'season', 'version'],
  pt: ['grade.original'],
  es: ['grade.original'],
};

const load = async (language) => {
  const {outputFiles} = await build({
    entryPoints: [`src/i18n/${language}.ts`],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    write: false,
  });
  return (
    await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
  )[language](String);
};

/** Flattens messages to entries by path, as `status.confirmed`. */
const flat = (messages, path = '') =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'object' && !Array.isArray(value)
      ? flat(value, `${path}${key}.`)
      : [[`${path}${key}`, value]],
  );

const files = await readdir('src/i18n');
const table = await readFile('src/i18n/languages.ts', 'utf8');
const languages = [
  'en',
  ...[...table.matchAll(/import\('\.\/([a-z-]+)\.js'\)/g)].map(([, language]) => language),
];
const all = new Map(
  await Promise.all(languages.map(async (language) => [language, new Map(flat(await load(language)))])),
);
const english = all.get('en');
const problems = [];

for (const file of files.filter((name) => /^[a-z]{2,3}\.ts$/.test(name))) {
  if (!languages.includes(file.slice(0, -3))) problems.push(`src/i18n/${file} is not named in languages.ts`);
}
for (const [language, messages] of all) {
  for (const key of english.keys()) if (!messages.has(key)) problems.push(`${language} lacks ${key}`);
  for (const [key, value] of messages) {
    if (!english.has(key)) problems.push(`${language} has ${key}, which English has not`);
    const isText = typeof value === 'string' && /\p{L}{3,}/u.test(value) && !/^(ONG|NGO)$/.test(value);
    if (language !== 'en' && isText && value === english.get(key) && !SAME[language]?.includes(key))
      problems.push(`${language}: ${key} is left in English ("${value}")`);
  }
}

const sources = await Promise.all(
  (await readdir('src', {recursive: true}))
    .filter((name) => name.endsWith('.ts') && !/^i18n\/([a-z]{2,3}|messages|languages)\.ts$/.test(name))
    .map((name) => readFile(`src/${name}`, 'utf8')),
);
const code = sources.join('\n');
for (const key of new Set([...english.keys()].map((path) => path.split('.')[0]))) {
  const said = new RegExp(`\\.${key}\\b|\\b${key}\\b[^\\n]*\\} = messages\\(`);
  if (!said.test(code)) problems.push(`nothing says ${key}: take it out of every language`);
}

for (const problem of problems) console.log(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
