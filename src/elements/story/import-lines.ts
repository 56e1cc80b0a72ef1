import {formatLines, type Row} from '../../core/dataset/index.js';

/** Lines that are sent at once. */
const MANY = 2000;

/** An imported dataset as newline-delimited JSON, part by part. */
export function* linesOf(dataset: Row): Generator<Uint8Array<ArrayBuffer>, undefined> {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  const take = () => encoder.encode(`${lines.splice(0).join('\n')}\n`);
  for (const line of formatLines(dataset)) if (lines.push(line) >= MANY) yield take();
  if (lines.length > 0) yield take();
  return undefined;
}
