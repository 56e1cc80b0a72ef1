import type {Dataset} from '../core/dataset/index.js';
import {chooseText, plainText} from '../i18n/index.js';
import {folderOf, oembedJson, type SnippetOptions, snippetHtml, WAYS} from '../static/index.js';
import {command, ONE_FILE} from './command.js';
import type {Io} from './io.js';
import {load} from './load.js';
import {plain, reportText} from './report.js';
import {languageOf, oneOf, UsageError} from './usage.js';

const OPTIONS = {
  base: {type: 'string', value: 'URL', help: 'where the folder dist/cdn lies on your server; needed'},
  src: {
    type: 'string',
    value: 'URL',
    help: 'where the story lies; by default under its name in the folder of --base',
  },
  language: {type: 'string', value: 'TAG', help: "by default the page's"},
  selected: {type: 'string', value: 'ID', help: 'the event that is open at first'},
  theme: {type: 'string', value: 'light|dark', help: "by default the page's"},
  height: {type: 'string', value: 'PX', help: 'of a frame, until it is told how high its story is'},
  permalink: {type: 'boolean', help: 'keeps what a reader chooses in the address of the page'},
} as const;
const OF_SNIPPET = {
  as: {
    type: 'string',
    value: WAYS.join('|'),
    help: 'an element and its script, the default; one script alone; or a frame',
  },
  ...OPTIONS,
} as const;
const OF_OEMBED = {
  ...OPTIONS,
  width: {type: 'string', value: 'PX', help: 'preferred width'},
  provider: {type: 'string', value: 'NAME', help: 'who publishes the story'},
  'provider-url': {type: 'string', value: 'URL', help: 'and where'},
} as const;

type Given = Readonly<
  Partial<Record<Exclude<keyof typeof OF_SNIPPET | keyof typeof OF_OEMBED, 'permalink'>, string>>
> & {readonly permalink?: boolean};

function pixelsOf(value: string | undefined, option: string): number | undefined {
  if (value !== undefined && !/^[1-9]\d{0,4}$/.test(value))
    throw new UsageError(`"${value}" is no number of pixels for ${option}. Write it as 900.`);
  return value === undefined ? undefined : Number(value);
}

/** Makes a value; what cannot be made of the given options is a fault of usage. */
function made<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
}

/** Validates the options before the story is read, to fail early. */
function optionsOf(given: Given, command: string, file: string): Omit<SnippetOptions, 'title'> {
  const {base, as = 'element', language, theme, height, selected, permalink} = given;
  if (base === undefined)
    throw new UsageError(`${command} needs --base: the address of the folder dist/cdn on your server.`);
  // Standard input has no file name to derive `src` from.
  if (given.src === undefined && file === '-') throw new UsageError(`${command} needs --src for -.`);
  const name = file.split(/[\\/]/).at(-1) ?? file;
  return {
    as: oneOf(WAYS, as, '--as'),
    base,
    src: given.src ?? made(() => folderOf(base)) + encodeURIComponent(name),
    selected,
    language: language === undefined ? undefined : languageOf(language),
    theme: theme === undefined ? undefined : oneOf(['light', 'dark'], theme, '--theme'),
    height: pixelsOf(height, '--height'),
    permalink,
  };
}

/** The message for an unknown event id. */
function missing(id: string, {events}: Dataset, file: string): string {
  const known: string[] = [];
  for (const event of events) if (known.push(event.id) === 5) break;
  const more = events.length > known.length ? ', and so on' : '';
  const names = known.length > 0 ? `Its ids are ${known.map(plain).join(', ')}${more}` : 'It has no events';
  return `${plain(file)} has no event "${plain(id)}". ${names}. Name one of them, or leave --selected out.\n`;
}

export const snippet = command({
  name: 'snippet',
  operands: ONE_FILE,
  summary: 'Prints the lines that put a story into a page.',
  options: OF_SNIPPET,
  examples: ['cronomapa snippet story.json --base /cronomapa/ --src /stories/story.json'],
  run: ({values, file}, io) => embed(file, values, 'snippet', io),
});

export const oembed = command({
  name: 'oembed',
  operands: ONE_FILE,
  summary: 'Prints what to answer those who ask for a story by oEmbed.',
  options: OF_OEMBED,
  examples: ['cronomapa oembed story.json --base https://news.example/cronomapa/'],
  run: ({values, file}, io) => embed(file, values, 'oembed', io),
});

/** Prints the HTML that embeds a story, or its oEmbed response. */
async function embed(file: string, given: Given, command: 'snippet' | 'oembed', io: Io): Promise<number> {
  const options = optionsOf(given, command, file);
  const width = pixelsOf(given.width, '--width');
  const {dataset, issues} = await load(file, io);
  const errors = issues.filter(({severity}) => severity === 'error');
  if (errors.length > 0) io.err(reportText({file, issues: errors}, false));
  if (!dataset || (errors.length > 0 && dataset.events.length + dataset.figures.length === 0)) return 1;
  const {selected, language = dataset.language} = options;
  if (selected !== undefined && !dataset.events.some(({id}) => id === selected)) {
    io.err(missing(selected, dataset, file));
    return 1;
  }
  const title = plainText(chooseText(dataset.title, language, dataset.language).text);
  const {provider: providerName, 'provider-url': providerUrl} = given;
  try {
    const told = {...options, title};
    io.out(
      command === 'snippet' ? snippetHtml(told) : oembedJson({...told, width, providerName, providerUrl}),
    );
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
  return 0;
}
