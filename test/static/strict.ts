/** Validates the markup of src/static. */

const ALLOWED: Readonly<Record<string, string>> = {
  div: 'lang dir',
  span: 'lang dir title',
  a: 'href rel title',
  li: 'id',
  details: 'open',
  summary: '',
  time: 'datetime',
  th: 'scope',
  ...Object.fromEntries(
    'h1 h2 h3 h4 h5 h6 p blockquote ul ol b strong em br table caption thead tbody tr td'
      .split(' ')
      .map((tag) => [tag, '']),
  ),
};

/** Allowed children of elements, where HTML restricts them. */
const PHRASING = /^(p|summary|h[1-6]|b|strong|em|a|span|time)$/;
const BLOCK = /^(div|p|blockquote|details|summary|ul|ol|li|h[1-6]|table)$/;
/** Allowed children of table parts, which are not allowed elsewhere. */
const TABLE: Readonly<Record<string, RegExp>> = {
  table: /^(caption|thead|tbody)$/,
  thead: /^tr$/,
  tbody: /^tr$/,
  tr: /^t[hd]$/,
};
const OF_TABLE = /^(caption|thead|tbody|tr|t[hd])$/;

/**
 * Parses markup as strictly as XML, and throws on anything that our templates cannot produce. Returns the text and the
 * tags.
 */
export function readStrictly(markup: string) {
  const open: string[] = [];
  const ids: string[] = [];
  const links: string[] = [];
  const headings: number[] = [];
  let text = '';
  for (const [whole, close, tag, attributes = ''] of markup.matchAll(
    /<(\/?)([a-z]\w*)((?: [a-z]+="[^"<>]*")*)>|[^<>]+|[<>]/g,
  )) {
    if (tag === undefined) {
      if (/[<>]/.test(whole)) throw new Error(`a bare ${whole} after ${text.slice(-40)}`);
      if (/&(?!(amp|lt|gt|quot|#39);)/.test(whole)) throw new Error(`a bare & in ${whole}`);
      text += whole;
    } else if (close) {
      if (open.pop() !== tag) throw new Error(`</${tag}> closes nothing`);
    } else {
      if (ALLOWED[tag] === undefined) throw new Error(`<${tag}> is not ours`);
      const parent = open.at(-1) ?? '';
      if (PHRASING.test(parent) && BLOCK.test(tag)) throw new Error(`<${tag}> in <${parent}>`);
      if (/^[uo]l$/.test(parent) !== (tag === 'li')) throw new Error(`<${tag}> in <${parent}>`);
      if (tag === 'summary' && parent !== 'details') throw new Error(`<summary> in <${parent}>`);
      if (OF_TABLE.test(tag) !== Boolean(TABLE[parent]) || TABLE[parent]?.test(tag) === false)
        throw new Error(`<${tag}> in <${parent}>`);
      if (tag === 'a' && open.includes('a')) throw new Error('a link in a link');
      for (const [, name = '', value = ''] of attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)) {
        if (!ALLOWED[tag].split(' ').includes(name)) throw new Error(`${name} on <${tag}>`);
        if (name === 'id') ids.push(value);
        if (name === 'href') links.push(value);
      }
      if (/^h\d$/.test(tag)) headings.push(Number(tag[1]));
      if (tag !== 'br') open.push(tag);
    }
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(' ')}`);
  return {text, ids, links, headings};
}
