import {citationOf, jsonLd} from '../convert/index.js';
import {citeBibtex, citeCsl, citePlain, lacks} from './citation.js';
import {command, ONE_FILE} from './command.js';
import {dataPackage, dataPackageJson} from './data-package.js';
import type {Io} from './io.js';
import {load} from './load.js';
import {plain, reportText} from './report.js';
import {languageOf, UsageError} from './usage.js';

const FORMATS = ['plain', 'bibtex', 'csl', 'jsonld', 'datapackage'] as const;
type Format = (typeof FORMATS)[number];
const isFormat = (name: string): name is Format => (FORMATS as readonly string[]).includes(name);

export const cite = command({
  name: 'cite',
  operands: ONE_FILE,
  summary: 'Prints how to cite a story, and says what it lacks to be cited.',
  options: {
    format: {
      type: 'string',
      value: FORMATS.join('|'),
      help: "a line, BibTeX, CSL-JSON, schema.org's JSON-LD, or the datapackage.json of Frictionless",
    },
    language: {type: 'string', value: 'TAG', help: 'language of the texts'},
    output: {
      type: 'string',
      short: 'o',
      value: 'FOLDER',
      help: 'writes the data package there, with its tables as CSV',
    },
  },
  examples: ['cronomapa cite story.json --format bibtex', 'cronomapa cite story.json -o package'],
  run: async ({values, file}, io) => {
    const {output, format = output === undefined ? 'plain' : 'datapackage'} = values;
    if (!isFormat(format)) throw new UsageError(`"${format}" is not one of ${FORMATS.join(', ')}.`);
    if (output !== undefined && format !== 'datapackage')
      throw new UsageError('-o is for --format datapackage, which has several files.');
    const language = values.language === undefined ? undefined : languageOf(values.language);
    return print(file, {format, output, language}, io);
  },
});

interface Wanted {
  readonly format: Format;
  readonly output: string | undefined;
  readonly language: string | undefined;
}

/** Prints a citation of a story, or writes it as a data package. Missing fields are reported, but do not fail. */
async function print(file: string, {format, output, language}: Wanted, io: Io): Promise<number> {
  const {dataset, issues} = await load(file, io);
  const errors = issues.filter(({severity}) => severity === 'error');
  if (errors.length > 0) io.err(reportText({file, issues: errors}, false));
  if (!dataset) return 1;
  const citation = citationOf(dataset, language);
  for (const sentence of lacks(citation, dataset)) io.err(`${plain(file)}: ${plain(sentence)}\n`);
  if (output === undefined) {
    const write: Readonly<Record<Format, () => string>> = {
      plain: () => citePlain(citation),
      bibtex: () => citeBibtex(citation),
      csl: () => citeCsl(citation),
      jsonld: () => jsonLd(dataset, citation),
      datapackage: () => dataPackageJson(dataset, citation),
    };
    io.out(`${(format === 'plain' ? plain(write[format]()) : write[format]()).trimEnd()}\n`);
    return errors.length > 0 ? 1 : 0;
  }
  try {
    for (const [name, text] of dataPackage(dataset, citation)) await io.write(`${output}/${name}`, text);
  } catch (error) {
    const {code = String(error)} = error as NodeJS.ErrnoException;
    io.err(
      `${plain(output)}: It cannot be written (${plain(code)}). Name a folder that may be written to.\n`,
    );
    return 1;
  }
  return errors.length > 0 ? 1 : 0;
}
