import {parseArgs} from 'node:util';
import type {Dataset, Issue} from '../core/dataset/index.js';
import {chooseText, plainText} from '../i18n/index.js';
import {oembedJson, type SnippetOptions, snippetHtml, WAYS} from '../static/index.js';
import {plain, reportText} from './report.js';
import {languageOf, UsageError} from './usage.js';

type Load = (file: string) => Promise<{readonly dataset?: Dataset; readonly issues: readonly Issue[]}>;
interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const OPTIONS = {
  base: {type: 'string'},
  language: {type: 'string'},
  selected: {type: 'string'},
  theme: {type: 'string'},
  height: {type: 'string'},
  src: {type: 'string'},
  permalink: {type: 'boolean'},
} as const;
const OF_SNIPPET = {...OPTIONS, as: {type: 'string'}} as const;
const OF_OEMBED = {
  ...OPTIONS,
  width: {type: 'string'},
  provider: {type: 'string'},
  'provider-url': {type: 'string'},
} as const;

type Given = Readonly<
  Partial<Record<Exclude<keyof typeof OF_SNIPPET | keyof typeof OF_OEMBED, 'permalink'>, string>>
> & {readonly permalink?: boolean};

/** Validates the value of an option with fixed values. */
function oneOf<const T extends string>(words: readonly T[], value: string, option: string): T {
  const found = words.find((word) => word === value);
  if (found === undefined)
    throw new UsageError(`"${value}" is nothing that ${option} knows. Write ${words.join(', ')}.`);
  return found;
}

function pixelsOf(value: string | undefined, option: string): number | undefined {
  if (value !== undefined && !/^[1-9]\d{0,4}$/.test(value))
    throw new UsageError(`"${value}" is no number of pixels for ${option}. Write it as 900.`);
  return value === undefined ? undefined : Number(value);
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
    src: given.src ?? `${base.replace(/\/*$/, '/')}${encodeURIComponent(name)}`,
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

/** Prints the HTML that embeds a story, or its oEmbed response. */
export async function embed(
  args: readonly string[],
  command: 'snippet' | 'oembed',
  {out, err}: Streams,
  load: Load,
): Promise<number> {
  const all = {args: [...args], allowPositionals: true} as const;
  const parsed =
    command === 'snippet'
      ? parseArgs({...all, options: OF_SNIPPET})
      : parseArgs({...all, options: OF_OEMBED});
  const given: Given = parsed.values;
  const [file, ...others] = parsed.positionals;
  if (file === undefined || others.length > 0) throw new UsageError(`${command} needs one file.`);
  const options = optionsOf(given, command, file);
  const width = pixelsOf(given.width, '--width');
  const {dataset, issues} = await load(file);
  const errors = issues.filter(({severity}) => severity === 'error');
  if (errors.length > 0) err(reportText({file, issues: errors}, false));
  if (!dataset || (errors.length > 0 && dataset.events.length + dataset.figures.length === 0)) return 1;
  const {selected, language = dataset.language} = options;
  if (selected !== undefined && !dataset.events.some(({id}) => id === selected)) {
    err(missing(selected, dataset, file));
    return 1;
  }
  const title = plainText(chooseText(dataset.title, language, dataset.language).text);
  const {provider: providerName, 'provider-url': providerUrl} = given;
  try {
    const told = {...options, title};
    out(command === 'snippet' ? snippetHtml(told) : oembedJson({...told, width, providerName, providerUrl}));
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
  return 0;
}
