/** A dataset in which three claimants count one event differently, for the tests of all views. */

export interface Claim {
  readonly value: string;
  readonly who: Readonly<Record<string, string>>;
  /** Number of the source. */
  readonly source: number;
}

export const CLAIMS: readonly Claim[] = [
  {value: '71', who: {en: 'Committee of Mothers', es: 'Comité de Madres'}, source: 1},
  {value: '99', who: {en: 'Prison Ministry', es: 'Ministerio Penitenciario'}, source: 2},
  {value: '64', who: {en: 'Legal Aid', es: 'Asistencia Legal'}, source: 3},
];

const both = (text: string) => ({en: text, es: text});
const names = CLAIMS.map(({who}) => who);

/** `more` is merged into each figure; further claims are about the same event. */
export const threeClaims = (
  more: object = {},
  values: readonly number[] = CLAIMS.map(({value}) => +value),
) => ({
  cronomapa: 1,
  id: 'three',
  language: 'en',
  title: both('One release'),
  sources: values.map((_, i) => ({
    id: `s${i}`,
    title: `Report ${'ABCDEFGH'[i]}`,
    publisher: `Paper ${'ABCDEFGH'[i]}`,
    url: `https://example.org/${i}`,
  })),
  actors: values.map((_, i) => ({id: `a${i}`, name: names[i] ?? both(`Claimant ${'ABCDEFGH'[i]}`)})),
  places: [{id: 'p', name: both('The prison'), lat: 10.08, lon: -67.58, precision: 'site'}],
  measures: [{id: 'm', name: both('Released'), unit: 'people', kind: 'flow'}],
  events: [{id: 'e', date: '2025-12-25', title: both('A release'), places: ['p'], cite: [{source: 's0'}]}],
  figures: values.map((value, i) => ({
    id: `f${i}`,
    measure: 'm',
    event: 'e',
    date: '2025-12-25',
    actor: `a${i}`,
    value,
    cite: [{source: `s${i}`}],
    ...more,
  })),
});

/** Numbers that nobody claimed: mean, sums, differences. The median is a claim. */
export const MERGED = ['78', '234', '170', '135', '163', '28', '35', '7'];

/** All numbers in a text, verbatim. */
export const numbersIn = (text: string): readonly string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];
