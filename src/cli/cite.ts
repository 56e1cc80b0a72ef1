import {parseArgs} from 'node:util';
import type {Dataset, Issue} from '../core/dataset/index.js';
import {citationOf, citeBibtex, citeCsl, citePlain, lacks} from './citation.js';
import {dataPackage, dataPackageJson} from './data-package.js';
import type {Io} from './io.js';
import {jsonLd} from './json-ld.js';
import {plain, reportText} from './report.js';
import {languageOf, UsageError} from './usage.js';

const FORMATS = ['plain', 'bibtex', 'csl', 'jsonld', 'datapackage'] as const;
type Format = (typeof FORMATS)[number];
const isFormat = (name: string): name is Format => (FORMATS as readonly string[]).includes(name);

/** Prints a citation of a story, or writes it as a data package. Missing fields are reported, but do not fail. */
export async function cite(
  args: readonly string[],
  io: Io,
  load: (file: string) => Promise<{readonly dataset?: Dataset; readonly issues: readonly Issue[]}>,
): Promise<number> {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {format: {type: 'string'}, language: {type: 'string'}, output: {type: 'string', short: 'o'}},
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError('cite needs one file.');
  const {output, format = output === undefined ? 'plain' : 'datapackage'} = values;
  if (!isFormat(format)) throw new UsageError(`"${format}" is not one of ${FORMATS.join(', ')}.`);
  if (output !== undefined && format !== 'datapackage')
    throw new UsageError('-o is for --format datapackage, which has several files.');
  const language = values.language === undefined ? undefined : languageOf(values.language);

  const {dataset, issues} = await load(file);
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
