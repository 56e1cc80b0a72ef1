import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {describe, expect, test} from 'vitest';
import {parseDataset} from '../../src/core/dataset/index.js';
import {NUMBERS, SPEAKERS, STATEMENTS} from './statements.js';

const path = resolve(import.meta.dirname, '../../data/caracas-releases.json');
const {dataset} = parseDataset(JSON.parse(readFileSync(path, 'utf8')) as unknown);
const LANGUAGES = ['en', 'es'] as const;

test('no event and no figure is without a statement of the article, and no statement without a row', () => {
  expect(dataset.events.map(({id}) => id).toSorted()).toEqual(Object.keys(STATEMENTS).sort());
  expect(dataset.figures.map(({id}) => id)).toEqual(NUMBERS.map(({figure}) => figure));
});

describe.each(Object.entries(STATEMENTS))('%s', (id, statements) => {
  const event = dataset.events.find((each) => each.id === id);

  test.each(LANGUAGES)('says that, and nothing else: %s', (language) => {
    for (const at of ['title', 'text'] as const) {
      const said = statements.filter((each) => each.at === at).map((each) => each[language]);
      expect(event?.[at], at).toMatchObject({[language]: said.join(' ')});
    }
  });

  test.each(LANGUAGES)('says by whom: %s', (language) => {
    const text = statements.map((each) => each[language]).join(' ');
    for (const {says} of statements)
      expect(text.toLowerCase()).toContain(SPEAKERS[says][language].toLowerCase());
  });

  test('cites each paragraph, by its number where that was read', () => {
    const cited = new Set(event?.cite.map(({locator = 'later'}) => locator));
    const wanted = statements.flatMap(({paragraph}) =>
      paragraph === undefined ? [] : [paragraph === 'later' ? paragraph : `para. ${paragraph}`],
    );
    expect(cited).toEqual(new Set(wanted));
  });
});

test.each(NUMBERS)('$figure is $value, by $actor', ({figure: id, paragraph, parts, ...claim}) => {
  const figure = dataset.figures.find((each) => each.id === id);
  expect(figure).toMatchObject(claim);
  expect(figure?.breakdown.map(({value}) => value)).toEqual(parts);
  expect(figure?.cite.map(({locator}) => locator)).toContain(`para. ${paragraph}`);
});

test('each number is asked for, and no question stands without one', () => {
  expect(dataset.questions.flatMap(({figures}) => figures).toSorted()).toEqual(
    NUMBERS.map(({figure}) => figure).toSorted(),
  );
});
