/**
 * The dataset format: its types, and `parseDataset`, which turns JSON into a frozen dataset and a list of issues.
 * Nothing here throws on invalid data.
 */
export {doiOf, isSafeAddress} from './address.js';
export {type CountryBox, type CountryBoxes, isInCountry} from './checks.js';
export {isKnownSite, playerOf} from './embeds.js';
export {EMPTY_DATASET, freeze} from './empty.js';
export {
  createRowParsers,
  type Head,
  MAX_ISSUES,
  parseAround,
  type RowTable,
  readHead,
  TableParser,
} from './incremental.js';
export {type ParsedJson, parseJson} from './json.js';
export {adoptLookup, rawRow, rowIndex} from './lookup.js';
export {formatLines, isLines, lineIssue, listOf, parseLines, rowOfLine} from './ndjson.js';
export {originCount} from './origins.js';
export {parseDataset} from './parse.js';
export {type ParseOptions, parseUnworded} from './parse-tree.js';
export {isRow, MAX_DEPTH, type Row} from './plain.js';
export {isPlayerPage} from './player-pages.js';
export {countRows, rowName} from './row-names.js';
export {DATASET_SHAPE, type Rule} from './schema.js';
export {type Candidate, parseSrcset} from './srcset.js';
export type * from './types.js';
export {isTextWord} from './value-readers.js';
export {
  addsUp,
  COMPARED,
  claimBounds,
  disagree,
  isBefore,
  measureKey,
  overlap,
} from './values.js';
