/** The help texts, made from the table of commands. */
import type {Command} from './command.js';

const WIDTH = 100;

const EXIT_STATUS = `Exit status: 0 when no file has an error (warnings are no errors); 1 when one has, or cannot be read
or written; 2 when the command is used in a way that it does not know.`;

/** Breaks a text into lines that begin with an indent. */
function wrap(text: string, indent: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line && indent.length + line.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.map((line) => indent + line).join('\n');
}

/** Longer names have what is said of them below. */
const MAX_NAME = 34;

/** Two columns, the second of which is wrapped. */
function columns(rows: readonly (readonly [string, string])[]): string {
  const widths = rows.map(([name]) => name.length).filter((width) => width <= MAX_NAME);
  const indent = ' '.repeat(Math.max(0, ...widths) + 4);
  return rows
    .map(([name, text]) => {
      const said = wrap(text, indent);
      return name.length > indent.length - 4
        ? `  ${name}\n${said}`
        : `  ${name}`.padEnd(indent.length) + said.trimStart();
    })
    .join('\n');
}

const optionsOf = ({options}: Command) =>
  Object.entries(options).map(([name, {short, value, help}]) => {
    const names = `${short ? `-${short}, ` : ''}--${name}`;
    return [value === undefined ? names : `${names} ${value}`, help] as const;
  });

/** What a command is, what it takes, and examples. */
export function helpOf(command: Command): string {
  const {name, operands, summary, about, examples} = command;
  const options = optionsOf(command);
  const parts = [
    `Usage: cronomapa ${name} ${operands.name}${options.length > 0 ? ' [OPTIONS]' : ''}`,
    wrap(about === undefined ? summary : `${summary} ${about}`, ''),
    options.length > 0 ? columns(options) : '',
    ['Examples:', ...examples.map((example) => `  ${example}`)].join('\n'),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** All commands. */
export function overview(commands: readonly Command[]): string {
  const rows = commands.map(({name, operands, summary}) => [`${name} ${operands.name}`, summary] as const);
  return `Usage: cronomapa COMMAND [OPTIONS]

${columns([...rows, ['help COMMAND', 'What a command takes, with examples.']])}

  cronomapa --version prints the version.

FILE is a story in JSON or newline JSON, if nothing else is said; - reads standard input.
${EXIT_STATUS}
`;
}
