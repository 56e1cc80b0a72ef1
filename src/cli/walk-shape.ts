import {isRow, type Rule} from '../core/dataset/index.js';

/** Called with each value that a word of the format describes, the key that it is under, and its JSON pointer. */
export type Visit = (word: string, value: unknown, key: string, path: string) => void;

export const pointerKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Visits the values of a tree by the rules of the format. */
export function walkShape(rule: Rule, value: unknown, visit: Visit, key = '', path = ''): void {
  if (typeof rule === 'string') visit(rule.replace(/^[!~^]/, ''), value, key, path);
  else if (Array.isArray(rule)) {
    if (!Array.isArray(value)) return;
    value.forEach((item, i) => {
      walkShape((rule as readonly [Rule])[0], item, visit, key, `${path}/${i}`);
    });
  } else if (isRow(value)) {
    for (const [inner, own] of Object.entries(rule as Readonly<Record<string, Rule>>))
      walkShape(own, value[inner], visit, inner, `${path}/${inner}`);
  }
}
