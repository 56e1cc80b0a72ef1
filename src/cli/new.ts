import {join} from 'node:path';
import {inputOf} from '../convert/index.js';
import {isLines, isRow, parseDataset, type Row} from '../core/dataset/index.js';
import {chooseText, plainText} from '../i18n/index.js';
import {command, type Values} from './command.js';
import {exampleStory, hasExample} from './example-story.js';
import {IMPORT_OPTIONS, importInput, importText} from './import.js';
import type {Io} from './io.js';
import {parseText, readBytes} from './load.js';
import {pageHtml} from './new-page.js';
import {plain, reportText} from './report.js';
import {languageOf, UsageError} from './usage.js';

const {from: _, ...HOW} = IMPORT_OPTIONS;

const OPTIONS = {
  title: {type: 'string', value: 'TEXT', help: 'headline of the story'},
  from: {
    type: 'string',
    value: 'FILE|ADDRESS',
    help: 'a story, or what import can read; an example without it',
  },
  base: {
    type: 'string',
    value: 'URL',
    help: 'where the folder dist/cdn lies on your server; without it, it is copied into the folder',
  },
  force: {type: 'boolean', help: 'replaces files that are there'},
  ...HOW,
} as const;

type Wanted = Values<typeof OPTIONS>;

export const newFolder = command({
  name: 'new',
  operands: {name: '[FOLDER]', words: 'one folder at most', least: 0, most: 1},
  summary: 'Makes a folder with a story and a page that shows it.',
  about:
    'The folder is my-story by default. At a terminal it asks for what no option says. The page needs no other server; cronomapa serve FOLDER shows it.',
  options: OPTIONS,
  examples: [
    'cronomapa new floods --from floods.csv --title "The floods of May" --claimant "Defesa Civil"',
    'cronomapa new my-story --language es',
  ],
  run: async ({values, file}, io) => {
    const asked = await ask(values, io);
    return make(file || 'my-story', asked, io);
  },
});

/** Asks for title, language and file, where none of them is given and somebody is there. */
async function ask(values: Wanted, io: Io): Promise<Wanted> {
  const {title, language, from} = values;
  if (!io.ask || title !== undefined || language !== undefined || from !== undefined) return values;
  const answers = {
    from: await io.ask('A file to begin with, as a spreadsheet? (Nothing, for an example.) '),
    title: await io.ask('Title of the story? (Nothing, to write it later.) '),
    language: await io.ask('Its language, as en, es, pt, fr, ar? (Nothing, for en.) '),
  };
  const given = Object.entries(answers).flatMap(([name, answer]) =>
    answer.trim() ? [[name, answer.trim()]] : [],
  );
  return {...values, ...Object.fromEntries(given)};
}

/** Makes the folder; says what stands in the way, before anything is written. */
async function make(folder: string, values: Wanted, io: Io): Promise<number> {
  const {base} = values;
  if (base !== undefined && !/^(?:https?:\/)?\//.test(base))
    throw new UsageError(`"${base}" is no address of a folder. Begin it with https:// or with /.`);
  const names = ['story.json', 'index.html', 'README.md', ...(base === undefined ? ['cronomapa'] : [])];
  if (!values.force) {
    const there: string[] = [];
    for (const name of names) if (await io.isThere(join(folder, name))) there.push(name);
    if (there.length > 0) {
      io.err(
        `${plain(folder)} has ${there.join(', ')} already, and is left as it is. Name another folder, or add --force to replace them.\n`,
      );
      return 1;
    }
  }
  const story = await storyOf(values, io);
  if (!story) return 1;
  try {
    await io.write(join(folder, 'story.json'), `${JSON.stringify(story, null, 2)}\n`);
    await io.write(join(folder, 'index.html'), pageOf(story, base));
    await io.write(join(folder, 'README.md'), readme(base));
    if (base === undefined) await io.copyScripts(join(folder, 'cronomapa'));
  } catch (error) {
    const {code = String(error)} = error as NodeJS.ErrnoException;
    io.err(
      `${plain(folder)}: It cannot be written (${plain(code)}). Name a folder that may be written to.\n`,
    );
    return 1;
  }
  io.out(`${plain(folder)} is made: edit story.json, and see it by\n\n  cronomapa serve ${plain(folder)}\n`);
  return 0;
}

/** The story that the folder begins with; undefined when what it is to be made of cannot be read, which is said. */
async function storyOf(values: Wanted, io: Io): Promise<Row | undefined> {
  const {from, title} = values;
  const language = values.language === undefined ? undefined : languageOf(values.language);
  if (from === undefined) {
    if (language !== undefined && !hasExample(language))
      io.err(`The example is in English: there is none in ${language}.\n`);
    return exampleStory(language ?? 'en', title);
  }
  const story = await readStory(from, {...values, from: undefined}, io);
  if (!story) return undefined;
  return {...story, ...(language !== undefined && {language}), ...(title !== undefined && {title})};
}

async function readStory(file: string, values: Wanted, io: Io): Promise<Row | undefined> {
  const {bytes, issues} = await readBytes(file, io);
  if (bytes === undefined) {
    io.err(reportText({file, issues}, false));
    return undefined;
  }
  const input = inputOf(file, bytes);
  const tree = input.text !== undefined && isLines(input.text) ? parseText(input.text).json : input.tree;
  if (isRow(tree) && tree.cronomapa !== undefined) return tree;
  const {report, dataset} = await importInput(input, values, io);
  io.err(importText(file, report));
  return dataset;
}

function pageOf(story: Row, base: string | undefined): string {
  const {dataset} = parseDataset(story);
  const {language} = dataset;
  const title = plainText(chooseText(dataset.title, language, language).text);
  return pageHtml({language, title, base: base ?? './cronomapa/'});
}

const readme = (base: string | undefined) => `# A story of cronomapa

- \`story.json\` is the story: events, places, figures, sources. Edit it in any editor of text.
- \`index.html\` is a page that shows it. Put more elements and your own text into it.
${base === undefined ? '- `cronomapa/` is the script with all that it fetches. Keep it whole.\n' : `- The script is at ${base}.\n`}
\`\`\`sh
cronomapa serve .            # the page in a browser, loaded again when you save
cronomapa check story.json   # what is wrong, row by row, and what to do
\`\`\`

To publish it, copy the folder to your server as it is. From the disk (\`file:\`) browsers load no modules.
`;
