import {pointerKey} from './walk-shape.js';

/** Where a value stands in the text of a JSON file: line and column, as editors count them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A value of a wanted JSON pointer, or on the way to one. */
interface Node {
  readonly children: Map<string, Node>;
  at?: number;
}

const newNode = (): Node => ({children: new Map()});

const keysOf = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The list or object that is being read. */
interface Frame {
  readonly node: Node | undefined;
  readonly isList: boolean;
  index: number;
  /** Of the value that comes next; undefined where a key is to come. */
  key: string | undefined;
}

/** The offset after a string that begins at `start`. */
function afterString(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end + 1;
}

const LITERAL = /[^\s,:\]}]+/y;

/** Goes through a JSON text once, and notes where the values of a tree of nodes begin; `onKey` is called at each key. */
function visit(text: string, root: Node, onKey?: (open: readonly Frame[]) => void): void {
  const open: Frame[] = [];
  const nodeOfNext = (): Node | undefined => {
    const frame = open.at(-1);
    if (!frame) return root;
    return frame.node?.children.get(frame.isList ? String(frame.index) : (frame.key ?? ''));
  };
  let at = 0;
  while (at < text.length) {
    const letter = text[at] ?? '';
    const frame = open.at(-1);
    if (letter === '}' || letter === ']') open.pop();
    else if (letter === ',' && frame) {
      frame.index++;
      frame.key = undefined;
    } else if (letter === '"' && frame && !frame.isList && frame.key === undefined) {
      const end = afterString(text, at);
      frame.key = JSON.parse(text.slice(at, end)) as string;
      onKey?.(open);
      at = end;
      continue;
    } else if (!/[\s:,]/.test(letter)) {
      const node = nodeOfNext();
      if (node) node.at = at;
      if (letter === '{' || letter === '[')
        open.push({node, isList: letter === '[', index: 0, key: undefined});
      else if (letter === '"') {
        at = afterString(text, at);
        continue;
      } else {
        LITERAL.lastIndex = at;
        LITERAL.test(text);
        at = LITERAL.lastIndex;
        continue;
      }
    }
    at++;
  }
}

/** The offset of a value, or of the nearest that contains it. */
function offsetOf(root: Node, pointer: string): number | undefined {
  let node: Node | undefined = root;
  let at = root.at;
  for (const key of keysOf(pointer)) {
    node = node?.children.get(key);
    at = node?.at ?? at;
  }
  return at;
}

/**
 * Where the values of JSON pointers stand in a text; of one that is not there, the object or list that lacks it.
 *
 * @param text JSON without a syntax error
 */
export function positionsOf(text: string, pointers: readonly string[]): ReadonlyMap<string, Position> {
  const body = text.replace(/^\uFEFF/, '');
  const root = newNode();
  for (const pointer of pointers) {
    let node = root;
    for (const key of keysOf(pointer)) {
      const child = node.children.get(key) ?? newNode();
      node.children.set(key, child);
      node = child;
    }
  }
  visit(body, root);
  const offsets = pointers
    .map((pointer) => [pointer, offsetOf(root, pointer) ?? 0] as const)
    .sort(([, a], [, b]) => a - b);
  const found = new Map<string, Position>();
  let [line, start] = [1, 0];
  for (const [pointer, offset] of offsets) {
    for (let end = body.indexOf('\n', start); end >= 0 && end < offset; end = body.indexOf('\n', start)) {
      line++;
      start = end + 1;
    }
    found.set(pointer, {line, column: offset - start + 1});
  }
  return found;
}

/**
 * The JSON pointers of keys that stand twice in an object, of which `JSON.parse` keeps the last without a word.
 *
 * @param text JSON without a syntax error
 */
export function keysTwice(text: string): readonly string[] {
  const keys = new WeakMap<Frame, Set<string>>();
  const twice = new Set<string>();
  visit(text, newNode(), (open) => {
    const frame = open.at(-1);
    if (frame?.key === undefined) return;
    const before = keys.get(frame) ?? new Set();
    if (before.has(frame.key))
      twice.add(open.map(({isList, index, key = ''}) => `/${isList ? index : pointerKey(key)}`).join(''));
    keys.set(frame, before.add(frame.key));
  });
  return [...twice];
}
