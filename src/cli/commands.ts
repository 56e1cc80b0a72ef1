import {basemap} from './basemap.js';
import {check} from './check.js';
import {cite} from './cite.js';
import type {Command} from './command.js';
import {diff} from './diff.js';
import {exportFile} from './export.js';
import {importFile} from './import.js';
import {info} from './info.js';
import {json, lines} from './lines.js';
import {list} from './list.js';
import {newFolder} from './new.js';
import {serve} from './serve.js';
import {oembed, snippet} from './snippet.js';
import {theme} from './theme-check.js';

/** All commands, in the order of the work on a story. */
export const COMMANDS: readonly Command[] = [
  newFolder,
  serve,
  importFile,
  exportFile,
  check,
  info,
  diff,
  snippet,
  oembed,
  list,
  cite,
  basemap,
  theme,
  lines,
  json,
];
