import {isRow, type Row} from '../core/dataset/index.js';
import {type Change, changesOf, proposalsOf, type TableChange} from './changes.js';
import {command} from './command.js';
import type {Io} from './io.js';
import {load} from './load.js';
import {plain, reportText} from './report.js';
import {languageOf} from './usage.js';

export const diff = command({
  name: 'diff',
  operands: {name: 'OLD NEW', words: 'two files', least: 2, most: 2},
  summary: 'Says what has changed from one version of a story to another, by id and field.',
  about:
    'For rows that readers have seen it proposes notes for their "corrections", in the language of the story, to be edited.',
  options: {
    json: {type: 'boolean', help: 'the changes and the proposed notes as JSON'},
    language: {type: 'string', value: 'TAG', help: 'language of the notes; by default those of the story'},
  },
  examples: [
    'cronomapa diff published.json story.json',
    'git show HEAD:story.json | cronomapa diff - story.json',
  ],
  run: async ({values, operands}, io) => {
    const language = values.language === undefined ? undefined : languageOf(values.language);
    const [before, after] = [await treeOf(operands[0] ?? '', io), await treeOf(operands[1] ?? '', io)];
    if (!before || !after) return 1;
    const changes = changesOf(before, after);
    const proposals = proposalsOf(changes, after, io.today(), language);
    if (values.json) {
      io.out(`${JSON.stringify({changes, proposals}, null, 2)}\n`);
      return 0;
    }
    io.out(changes.length === 0 ? 'Nothing has changed.\n' : changes.map(tableText).join(''));
    if (proposals.length > 0)
      io.out(
        `\nProposed notes, for "corrections" of each row:\n${proposals.map(({table, id, note}) => `  ${table}${id === undefined ? '' : ` "${plain(id)}"`}: ${plain(JSON.stringify(note))}\n`).join('')}`,
      );
    return 0;
  },
});

/** A story as it is written; undefined when it cannot be read, which is said. */
async function treeOf(file: string, io: Io): Promise<Row | undefined> {
  const {tree, issues} = await load(file, io);
  if (isRow(tree)) return tree;
  const errors = issues.filter(({severity}) => severity === 'error');
  if (errors.length > 0) io.err(reportText({file, issues: errors}, false));
  else io.err(`${plain(file)}: It is too large to be compared. Split the story.\n`);
  return undefined;
}

const MAX_VALUE = 100;

function show(value: unknown): string {
  if (value === undefined) return '(none)';
  const text = JSON.stringify(value);
  return plain(text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE)}…` : text);
}

const SIGNS: Readonly<Record<Change['kind'], string>> = {added: '+', removed: '-', changed: '~'};

function tableText({table, rows, isReordered}: TableChange): string {
  const lines = rows.flatMap(({kind, id, title, fields}) => [
    `  ${SIGNS[kind]} ${plain(id)}${kind === 'changed' ? '' : `  ${plain(title)}`}`,
    ...fields.map(({field, before, after}) => `      ${plain(field)}: ${show(before)} → ${show(after)}`),
  ]);
  if (isReordered) lines.push('  the rows are in another order');
  return `${[table, ...lines].join('\n')}\n`;
}
