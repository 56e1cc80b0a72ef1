import {STORY} from './story.js';

/** The story with its citation data: confidence, definitions, corrections, kinds. */
export const CITABLE = {
  ...STORY,
  version: '1.2.0',
  identifier: 'doi:10.5555/told',
  license: 'CC-BY-4.0',
  licenseUrl: 'https://license.example/by',
  authors: [{name: 'The Author', url: 'https://author.example'}],
  editors: [{name: 'The Author'}, {name: 'The Editor'}],
  sources: [
    {...STORY.sources[0], note: 'No link: the page names people.'},
    {...STORY.sources[1], accessed: '2024-03-02'},
    {id: 'rules', title: 'Rules of counting', url: 'https://rules.example'},
  ],
  actors: [
    {...STORY.actors[0], definition: 'House arrest is no release.', cite: [{source: 'rules'}]},
    STORY.actors[1],
  ],
  places: [{...STORY.places[0], corrections: [{date: '2024-04-01', text: 'It was drawn elsewhere.'}]}],
  events: [{...STORY.events[0], confidence: 'low'}],
  figures: [
    {...STORY.figures[0], confidence: 'medium', corrections: [{date: '2024-04-02', text: 'It was 70.'}]},
    {...STORY.figures[1], confidence: 'high'},
  ],
  questions: [{...STORY.questions[0], corrections: [{date: '2024-04-03', text: 'One answer was missing.'}]}],
};

/** What is said of it besides, of each row. */
export const CORRECTED = {
  place: 'Corrected April 1, 2024. It was drawn elsewhere.',
  figure: 'Corrected April 2, 2024. It was 70.',
  question: 'Corrected April 3, 2024. One answer was missing.',
} as const;
export const DEFINITION = 'Aid Forum: House arrest is no release.';
export const ABOUT = [
  'By The Author',
  'Edited by The Editor',
  'Version 1.2.0',
  'doi:10.5555/told',
  'Licence: CC-BY-4.0',
] as const;
