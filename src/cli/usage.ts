/** The help text of the command. */
export const USAGE = `Usage:
  cronomapa check FILE... [--json] [--quiet]
      Says what is wrong with stories, row by row, and what to do; what only authors need to know, too.
      --json   the findings as JSON
      --quiet  errors and warnings alone
  cronomapa list FILE [--language TAG] [--heading-level 1-6] [--without-sources] [--open]
      Prints a story as an HTML fragment for pages without JavaScript.
      --open           all rows open; by default each opens by itself
      --question ID    one question and its answers alone, for inside crono-claims
      --measure ID,ID  measures as tables alone, for inside crono-chart
  cronomapa cite FILE [--format plain|bibtex|csl|jsonld|datapackage] [--language TAG] [-o FOLDER]
      Prints how to cite a story: a line, BibTeX, CSL-JSON, schema.org's JSON-LD, or the datapackage.json of
      Frictionless. What it lacks to be cited is said beside it.
      -o FOLDER  writes the data package there, with its tables as CSV
  cronomapa snippet FILE --base URL [--as element|tag|frame] [--language TAG] [--selected ID]
                    [--theme light|dark] [--height PX] [--src URL] [--permalink]
      Prints the lines that put a story into a page.
      --base URL      where the folder dist/cdn lies on your server
      --as element    an element and its script, the default; tag: one script alone; frame: a frame
      --src URL       where the story lies; by default under its name in the folder of --base
      --selected ID   the event that is open at first
      --height PX     of a frame, until it is told how high its story is
      --permalink     keeps what a reader chooses in the address of the page
  cronomapa oembed FILE --base URL [--width PX] [--provider NAME] [--provider-url URL]
      Prints what to answer those who ask for the story by oEmbed; all of snippet but --as.
  cronomapa theme check FILE...
      Says of themes (CSS, or design tokens in JSON) whether all that must be read can be.
  cronomapa basemap --country CODE | --bbox W,S,E,N [--level 5|6|7|8] [--lang TAG,TAG] [-o FILE] [--force]
      Writes a part of the world that comes along as a TopoJSON, for you to change: docs/BASEMAPS.md.
      --country CODE  a country alone, by its ISO 3166-1 code, as BR
      --bbox W,S,E,N  what lies within, in degrees; with --country, of that country alone
      --level 5|6|7|8  how detailed: half a continent, a country, a part of it, a town (the default)
      --lang TAG,TAG  the languages of names; all five by default
  cronomapa import FILE|ADDRESS [--from FORMAT] [--map COLUMN=ROLE]... [--claimant NAME] [--country CODE]
                   [--dates day-first|month-first] [--century YEAR] [--language TAG] [-o FILE] [--json-report]
      Makes a story of a table (CSV, XLSX), and says beside it what was lost and what is doubtful: docs/IMPORT.md.
      --map COLUMN=ROLE  what a column is, as "deaths=measure" or "zip=ignore", where it is read otherwise
      --claimant NAME    who says the numbers; asked for at a terminal
      --country CODE     in which all places lie that are found by their names, as BR
      --dates            which is first in dates as 9/8/1912, where no row proves it
      --century YEAR     the first of the hundred years in which years of two digits lie, as 1930
      --sheet NAME       of a workbook; by default the first that is not hidden
      --json-report      what was lost and is doubtful as JSON
  cronomapa lines FILE
      Prints a story as newline JSON: a row to a line, the form for big ones.
  cronomapa json FILE
      Prints a story in newline JSON as JSON.
  cronomapa --help | --version

FILE is a story in JSON or newline JSON, or a theme; - reads standard input.
Exit status: 0 when no file has an error (warnings are no errors), 1 when one has or cannot be read,
2 when the command is used in a way that it does not know.
`;

/** Thrown when the command is used incorrectly. */
export class UsageError extends Error {}

/** Validates and canonicalizes a language tag. Throws a `UsageError`. */
export function languageOf(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    throw new UsageError(`"${tag}" is not a language tag. Write it as "es" or "pt-BR".`);
  }
}
