import {command} from './command.js';
import {readText} from './load.js';
import {plain, reportText} from './report.js';
import {checkTheme} from './theme.js';
import {UsageError} from './usage.js';

export const theme = command({
  name: 'theme',
  operands: {name: 'check FILE...', words: 'check and a file', least: 2, most: Infinity},
  summary: 'Says of themes (CSS, or design tokens in JSON) whether all that must be read can be.',
  options: {},
  examples: ['cronomapa theme check my-theme.css'],
  run: async ({operands}, io) => {
    const [what, ...files] = operands;
    if (what !== 'check') throw new UsageError('theme needs check FILE.');
    let isSound = true;
    for (const file of files) {
      const {text, issues} = await readText(file, io);
      if (text === undefined) io.err(reportText({file, issues}, false));
      const {lines, passes} = text === undefined ? {lines: [], passes: false} : checkTheme(text);
      if (lines.length > 0) io.out(`${plain(file)}\n${lines.map((line) => `  ${plain(line)}\n`).join('')}`);
      isSound &&= passes;
    }
    return isSound ? 0 : 1;
  },
});
