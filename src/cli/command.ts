/** What a command is: its name, what it takes, its help, and what it does. */
import {parseArgs} from 'node:util';
import type {Io} from './io.js';
import {nearest} from './nearest.js';
import {UsageError} from './usage.js';

/** An option, as Node's own parser takes it, with what the help says of it. */
interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
  /** What its value is called, as `FILE`, or its values, as `light|dark`. */
  readonly value?: string;
  readonly help: string;
}

type Options = Readonly<Record<string, Option>>;

type ValueOf<O extends Option> = O extends {readonly type: 'boolean'}
  ? boolean
  : O extends {readonly multiple: true}
    ? readonly string[]
    : string;

/** The values of options, as they were given. */
export type Values<O extends Options> = {readonly [Name in keyof O]?: ValueOf<O[Name]>};

interface Given<O extends Options> {
  readonly values: Values<O>;
  /** What is no option: the names of files, mostly. */
  readonly operands: readonly string[];
  /** The first of them. */
  readonly file: string;
}

interface Operands {
  /** What they are called in the help, as `FILE...`. */
  readonly name: string;
  /** What the command needs, in words, as "one file". */
  readonly words: string;
  readonly least: number;
  readonly most: number;
}

export interface Command<O extends Options = Options> {
  readonly name: string;
  readonly operands: Operands;
  /** What it does, in a line. */
  readonly summary: string;
  /** What else is to be known of it. */
  readonly about?: string;
  readonly options: O;
  readonly examples: readonly string[];
  /** Prepares arguments that Node's parser would misread. */
  readonly prepare?: (args: readonly string[]) => readonly string[];
  /** Runs it, and returns its exit status. */
  run(given: Given<O>, io: Io): Promise<number>;
}

/** Declares a command, so that the types of its values are known. */
export const command = <const O extends Options>(declared: Command<O>): Command<O> => declared;

export const ONE_FILE = {name: 'FILE', words: 'one file', least: 1, most: 1};

/** Parses the arguments of a command. Throws a `UsageError`. */
export function parse(
  {name, operands: wanted, options, prepare}: Command,
  args: readonly string[],
): Given<Options> {
  const all = {args: [...(prepare?.(args) ?? args)], options, allowPositionals: true} as const;
  const {tokens} = parseArgs({...all, strict: false, tokens: true});
  for (const token of tokens) {
    if (token.kind === 'option' && !Object.hasOwn(options, token.name))
      throw unknownOption(token.rawName, name, options);
  }
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs(all);
  } catch (error) {
    // Node's sentences name the option and what is missing.
    throw new UsageError((error as Error).message);
  }
  const {positionals} = parsed;
  if (positionals.length < wanted.least || positionals.length > wanted.most)
    throw new UsageError(`${name} needs ${wanted.words}.`);
  return {values: parsed.values as Values<Options>, operands: positionals, file: positionals[0] ?? ''};
}

function unknownOption(written: string, command: string, options: Options): UsageError {
  const meant = nearest(written.replace(/^-+/, ''), Object.keys(options));
  return new UsageError(
    `${command} has no option "${written}".${meant === undefined ? '' : ` Do you mean --${meant}?`}`,
  );
}
