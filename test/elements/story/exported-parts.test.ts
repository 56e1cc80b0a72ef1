import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {exportedParts} from '../../../src/elements/story/exported-parts.js';

/** The parts that the documentation of an element names, with their states. */
function documentedParts(file: string): readonly string[] {
  const code = readFileSync(new URL(`../../../src/elements/${file}.ts`, import.meta.url), 'utf8');
  const [comment = ''] = /\/\*\*(?:(?!\*\/)[\s\S])*@csspart[\s\S]*?\*\//.exec(code) ?? [];
  const entries = comment.match(/@csspart [\s\S]*?(?=\n \* @|\n \*\n|\*\/)/g) ?? [];
  return entries.flatMap((entry) => {
    const [, name = ''] = /^@csspart ([\w-]+)/.exec(entry) ?? [];
    const states = [...entry.matchAll(/`([\w-]+)`/g)].map(([, each = '']) => each);
    return [name, ...states.filter((each) => each.startsWith(`${name}-`))];
  });
}

test.each(['map', 'timeline', 'range', 'filter', 'card', 'list', 'sources'] as const)(
  'the default layout exports every part of crono-%s',
  (element) => {
    const exported = exportedParts(element).split(',');
    const documented = [
      ...documentedParts(`${element}/${element}`),
      ...documentedParts('base/crono-element'),
    ];
    expect(documented.length).toBeGreaterThan(2);
    for (const name of documented) expect(exported).toContain(`${name}:${element}-${name}`);
    for (const each of exported) expect(documented).toContain(each.split(':')[0]);
  },
);
