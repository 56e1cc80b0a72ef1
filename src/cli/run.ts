import {type Command, parse} from './command.js';
import {COMMANDS} from './commands.js';
import {helpOf, overview} from './help.js';
import type {Io} from './io.js';
import {nearest} from './nearest.js';
import {plain} from './report.js';
import {UsageError} from './usage.js';

const isHelp = (arg: string | undefined) => arg === '--help' || arg === '-h';

/** The command of a name. Throws a `UsageError`. */
function named(name: string): Command {
  const found = COMMANDS.find((command) => command.name === name);
  if (found) return found;
  const meant = nearest(
    name,
    COMMANDS.map((command) => command.name),
  );
  throw new UsageError(
    `There is no command "${name}".${meant === undefined ? '' : ` Do you mean ${meant}?`}`,
  );
}

/** Runs one command, and returns its exit status. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  let command: Command | undefined;
  try {
    if (name === undefined) throw new UsageError('Name a command.');
    if (name === '--version') {
      io.out(`${io.version}\n`);
      return 0;
    }
    if (isHelp(name) || (name === 'help' && rest.length === 0)) {
      io.out(overview(COMMANDS));
      return 0;
    }
    command = named(name === 'help' ? (rest[0] ?? '') : name);
    if (name === 'help' || rest.some(isHelp)) {
      io.out(helpOf(command));
      return 0;
    }
    return await command.run(parse(command, rest), io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.err(`${plain(error.message)}\n\n${command ? helpOf(command) : overview(COMMANDS)}`);
    return 2;
  }
}
