import type {Question} from '../core/dataset/index.js';
import {accordingTo, valueWords} from './figures.js';
import type {Words} from './parts.js';
import {sourceNotes} from './sources.js';
import {listed, type Reading, textOf} from './text.js';

/** A question and what is said to it, each number with its claimant and its sources, in one line. */
export function answersOf({question, figures}: Question, reading: Reading): Words {
  const answers = reading.dataset.figures
    .filter(({id}) => figures.includes(id))
    .map(
      (figure): Words => [
        valueWords(figure, reading),
        ' ',
        accordingTo(figure, reading),
        ' ',
        sourceNotes(figure.cite, reading),
      ],
    );
  return [textOf(question, reading), ' ', listed(answers, reading)];
}
