import type {Source} from '../../core/dataset/index.js';
import {listed, type Reading, sourceEntry} from '../../words/index.js';
import {draw} from '../base/index.js';

/** Renders a bibliography entry, without its publisher where that is said above it. */
export const drawEntry = (source: Source, reading: Reading, isGrouped = false): unknown =>
  draw(listed(sourceEntry(source, reading).slice(Number(isGrouped)), reading, ' '));
