import {parseJson} from '../core/dataset/index.js';
import {decode} from './decode.js';
import type {Input} from './types.js';

/** Reads the bytes of a file as text and as JSON, where they are. Never throws. */
export function inputOf(name: string, bytes: Uint8Array): Input {
  const {text, notes} = decode(bytes);
  const tree = text !== undefined && /^\s*[[{]/.test(text) ? parseJson(text).json : undefined;
  return {name, bytes, text, tree, notes};
}
