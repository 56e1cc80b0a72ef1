import {DATASET_SHAPE, isRow, isTextWord, type Row} from '../core/dataset/index.js';
import {plainText} from '../i18n/index.js';
import type {Report} from './findings.js';
import {pointerKey, walkShape} from './walk-shape.js';

/** A fault of a text that is shown nevertheless, as it is written. */
interface Fault {
  readonly code: string;
  /** Finds it; linear in the length of a text. */
  readonly pattern: RegExp;
  readonly message: (found: string) => string;
  readonly fix: string;
}

const FAULTS: readonly Fault[] = [
  {
    code: 'text-broken',
    pattern: /\ufffd/,
    message: () => 'It holds the mark that stands for a letter that was lost (\\uFFFD).',
    fix: 'Save the file as UTF-8 from its original, or write the letter anew.',
  },
  {
    code: 'text-misread',
    pattern: /[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac[\u0080-\uffff]/,
    message: (found) => `"${found}" looks like one letter in UTF-8 that was read in another encoding.`,
    fix: 'Open the original as UTF-8, and save it again, or write the letter anew.',
  },
  {
    code: 'text-has-html',
    pattern: /<\/?[a-z][a-z\d]{0,15}(?:\s[^<>]{0,500})?\/?>|<!--/i,
    message: (found) => `It holds HTML, which readers see as it is written: ${found.slice(0, 60)}`,
    fix: 'Write *emphasis*, **strong** and [words](https://address), and leave the rest out.',
  },
  {
    code: 'text-has-entity',
    pattern: /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,20});/i,
    message: (found) => `It holds "${found}", which readers see as it is written.`,
    fix: 'Write the character itself.',
  },
  {
    code: 'text-has-blocks',
    pattern:
      /^(?:#{1,6}[ \t]+\S|>[ \t]+\S|```|\|[^|\n]{0,200}\|)|!\[[^[\]\n]{0,200}\]\(|^[-*+][ \t]+\S.*\n[-*+][ \t]|^\d{1,3}[.)][ \t]+\S.*\n\d{1,3}[.)][ \t]/m,
    message: () => 'It holds a heading, list, quotation, table or picture of Markdown, which is not drawn.',
    fix: 'Write it as sentences; pictures go into "media".',
  },
  {
    code: 'text-has-controls',
    pattern: /(?=\p{Cc})[^\t\n\r\u0080-\u009f]|[\u202a-\u202e]/u,
    message: (found) =>
      `It holds the character U+${hexOf(found)}, which is not seen, and may turn the letters around.`,
    fix: 'Remove it.',
  },
  {
    code: 'text-invisible',
    pattern: /^(?=.*\S)[\s\p{Cf}]+$/su,
    message: () => 'Nothing of it is seen.',
    fix: 'Write it, or remove the key.',
  },
];

/** What is left of marks where words are parsed: they were not closed, or have no address. */
const OPEN_MARK = /\*\*|\]\(/;
const ESCAPED = /\\[\\*_[\]()]/g;

const hexOf = (letter: string): string =>
  (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** Visits the texts of a file that readers see, with their JSON pointers. */
export const eachText = (tree: Row, visit: (text: string, path: string) => void): void =>
  walkShape(DATASET_SHAPE, tree, (word, value, key, path) => {
    if (!isTextWord(word) && key !== 'quote') return;
    if (typeof value === 'string') visit(value, path);
    else if (isRow(value)) {
      for (const [tag, text] of Object.entries(value))
        if (typeof text === 'string') visit(text, `${path}/${pointerKey(tag)}`);
    }
  });

/** Checks texts for what is shown raw: HTML, entities, block Markdown, letters that were lost. */
export function reviewTexts(tree: Row, report: Report): void {
  eachText(tree, (text, path) => {
    for (const {code, pattern, message, fix} of FAULTS) {
      const [found] = pattern.exec(text) ?? [];
      if (found !== undefined) report(code, 'warning', path, message(found), fix);
    }
    const [mark] = (!path.endsWith('/quote') && OPEN_MARK.exec(plainText(text.replace(ESCAPED, '')))) || [];
    if (mark !== undefined)
      report(
        'text-has-open-mark',
        'warning',
        path,
        `It holds "${mark}" where nothing ends what it begins: readers see it as it is written.`,
        'Write **strong** with both marks, and [words](https://address) without spaces in the address.',
      );
  });
}
