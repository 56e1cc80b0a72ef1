import {basemap} from './basemap.js';
import {check} from './check.js';
import {cite} from './cite.js';
import type {Command} from './command.js';
import {importFile} from './import.js';
import {json, lines} from './lines.js';
import {list} from './list.js';
import {oembed, snippet} from './snippet.js';
import {theme} from './theme-check.js';

/** All commands, in the order of the work on a story. */
export const COMMANDS: readonly Command[] = [
  importFile,
  check,
  snippet,
  oembed,
  list,
  cite,
  basemap,
  theme,
  lines,
  json,
];
