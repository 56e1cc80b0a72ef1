import {isGeoJson, isStoryMapJs, isTimelineJs} from '../convert/index.js';
import {type Issue, isRow, type Row} from '../core/dataset/index.js';

const issue = (code: string, message: string, fix: string): Issue => ({
  code,
  severity: 'error',
  path: '',
  row: 'file',
  message,
  fix,
});

const IMPORT = 'Make a dataset of it: cronomapa import FILE -o story.json';

/** A file format that authors mistake for ours: how to know it, and how its rows become ours. */
interface Foreign {
  readonly code: string;
  readonly is: (tree: Row) => boolean;
  readonly message: string;
  readonly fix: string;
}

const FOREIGN: readonly Foreign[] = [
  {
    code: 'file-is-timelinejs',
    is: isTimelineJs,
    message: 'It is a TimelineJS file, not a dataset of cronomapa.',
    fix: IMPORT,
  },
  {
    code: 'file-is-storymapjs',
    is: isStoryMapJs,
    message: 'It is a StoryMapJS file, not a dataset of cronomapa.',
    fix: IMPORT,
  },
  {
    code: 'file-is-geojson',
    is: isGeoJson,
    message: 'It is GeoJSON, not a dataset of cronomapa.',
    fix: IMPORT,
  },
  {
    code: 'file-is-topojson',
    is: ({type, arcs}) => type === 'Topology' && Array.isArray(arcs),
    message: 'It is TopoJSON, as basemaps are, not a dataset of cronomapa.',
    fix: 'Give its address as "basemap" of a dataset: docs/BASEMAPS.md.',
  },
];

/** What a tree is that is no dataset of ours but a file of another tool; undefined for all else. */
export function foreignTree(tree: unknown): Issue | undefined {
  if (!isRow(tree) || tree.cronomapa !== undefined) return undefined;
  const found = FOREIGN.find(({is}) => is(tree));
  return found && issue(found.code, found.message, found.fix);
}

/** Longest first line in which columns are looked for. */
const MAX_HEAD = 2000;

/** Every other byte is zero, after a byte order mark or not. */
const UTF_16 = /^(?:\ufffd\ufffd|\ufeff)?(?:(?:[^\0]\0){2}|(?:\0[^\0]){2})/;

/** Files that are no text, by the characters that they begin with. */
const BINARY: readonly (readonly [start: string, code: string, message: string, fix: string])[] = [
  [
    '%PDF-',
    'file-is-pdf',
    'It is a PDF, not a dataset of cronomapa.',
    'Copy its table into a spreadsheet, save that as CSV, and import it: docs/IMPORT.md.',
  ],
  [
    'PK\u0003\u0004',
    'file-is-archive',
    'It is a workbook or another archive (ZIP), not a dataset of cronomapa.',
    'Make a dataset of a workbook (XLSX): cronomapa import FILE -o STORY.json. docs/IMPORT.md says how.',
  ],
];

/** What a text is that is no JSON but a table, no text or in another encoding; undefined for all else. */
export function foreignText(text: string): Issue | undefined {
  const head = text.slice(0, MAX_HEAD);
  const binary = BINARY.find(([start]) => head.startsWith(start));
  if (binary) return issue(binary[1], binary[2], binary[3]);
  if (UTF_16.test(head))
    return issue(
      'file-is-utf-16',
      'It is in UTF-16, not in UTF-8.',
      'Save it as UTF-8: your editor asks for the encoding when saving.',
    );
  const [line = ''] = head.replace(/^\ufeff/, '').split(/\r?\n/, 1);
  const separators = line.match(/[,;\t]/g)?.length ?? 0;
  if (separators < 2 || /^\s*[[{<"'\u2018-\u201f]*[[{<]/.test(line) || !text.includes('\n')) return undefined;
  return issue(
    'file-is-csv',
    'It is a table (CSV), not a dataset of cronomapa.',
    'Make a dataset of it: cronomapa import FILE -o STORY.json. docs/IMPORT.md says how.',
  );
}
