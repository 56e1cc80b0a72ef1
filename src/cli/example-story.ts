/** The story that `cronomapa new` begins with: made up, small, with one of each that most stories need. */
import type {Row} from '../core/dataset/index.js';

interface Texts {
  readonly title: string;
  readonly summary: string;
  readonly source: string;
  readonly publisher: string;
  readonly actor: string;
  readonly categories: readonly [closed: string, opened: string];
  readonly closed: string;
  readonly closedText: string;
  readonly opened: string;
  readonly openedText: string;
  readonly measure: string;
  readonly unit: string;
}

const EXAMPLES: Readonly<Record<string, Texts>> = {
  en: {
    title: 'A bridge opens again',
    summary: 'A made-up example: write your own events, places and sources in its place.',
    source: 'Bridge opens after eleven years',
    publisher: 'The Gazette',
    actor: 'Ministry of Works',
    categories: ['Closures', 'Openings'],
    closed: 'The bridge is closed',
    closedText: 'Only the year is known, so only the year is given: it is drawn as a year.',
    opened: 'The bridge opens',
    openedText: 'A text may have *emphasis* and [links](https://example.org/bridge).',
    measure: 'Cost',
    unit: 'million dollars',
  },
  es: {
    title: 'Un puente vuelve a abrir',
    summary: 'Un ejemplo inventado: escriba en su lugar sus hechos, lugares y fuentes.',
    source: 'El puente abre después de once años',
    publisher: 'La Gaceta',
    actor: 'Ministerio de Obras Públicas',
    categories: ['Cierres', 'Aperturas'],
    closed: 'Se cierra el puente',
    closedText: 'Solo se sabe el año, y solo se da el año: así se dibuja.',
    opened: 'Abre el puente',
    openedText: 'Un texto puede tener *énfasis* y [enlaces](https://example.org/bridge).',
    measure: 'Costo',
    unit: 'millones de dólares',
  },
  pt: {
    title: 'Uma ponte reabre',
    summary: 'Um exemplo inventado: escreva no lugar dele os seus fatos, lugares e fontes.',
    source: 'Ponte abre depois de onze anos',
    publisher: 'A Gazeta',
    actor: 'Ministério das Obras Públicas',
    categories: ['Fechamentos', 'Aberturas'],
    closed: 'A ponte é fechada',
    closedText: 'Só se sabe o ano, e só se dá o ano: é assim que ele é desenhado.',
    opened: 'A ponte abre',
    openedText: 'Um texto pode ter *ênfase* e [links](https://example.org/bridge).',
    measure: 'Custo',
    unit: 'milhões de dólares',
  },
  fr: {
    title: 'Un pont rouvre',
    summary: 'Un exemple inventé : écrivez à sa place vos faits, vos lieux et vos sources.',
    source: 'Le pont ouvre après onze ans',
    publisher: 'La Gazette',
    actor: 'Ministère des Travaux publics',
    categories: ['Fermetures', 'Ouvertures'],
    closed: 'Le pont est fermé',
    closedText: 'On ne sait que l’année, et seule l’année est donnée : c’est ainsi qu’elle est dessinée.',
    opened: 'Le pont ouvre',
    openedText: 'Un texte peut avoir de l’*emphase* et des [liens](https://example.org/bridge).',
    measure: 'Coût',
    unit: 'millions de dollars',
  },
  ar: {
    title: 'جسر يُفتح من جديد',
    summary: 'مثال مُختلَق: اكتبوا مكانه أحداثكم وأماكنكم ومصادركم.',
    source: 'الجسر يُفتح بعد أحد عشر عامًا',
    publisher: 'الجريدة',
    actor: 'وزارة الأشغال',
    categories: ['إغلاق', 'افتتاح'],
    closed: 'إغلاق الجسر',
    closedText: 'لا يُعرف إلا العام، فلا يُذكر إلا العام، وهكذا يُرسم.',
    opened: 'افتتاح الجسر',
    openedText: 'يمكن أن يكون في النص *تشديد* و[روابط](https://example.org/bridge).',
    measure: 'الكلفة',
    unit: 'مليون دولار',
  },
};

/** Whether the example is written in a language. */
export const hasExample = (language: string): boolean => Object.hasOwn(EXAMPLES, baseOf(language));

const baseOf = (language: string) => language.split('-', 1)[0] ?? '';

/** The example in a language, or in English where there is none. */
export function exampleStory(language: string, title?: string): Row {
  const texts = EXAMPLES[baseOf(language)] ?? (EXAMPLES.en as Texts);
  const cite = [{source: 'gazette'}];
  return {
    cronomapa: 1,
    language,
    title: title ?? texts.title,
    summary: texts.summary,
    sources: [
      {
        id: 'gazette',
        title: texts.source,
        publisher: texts.publisher,
        url: 'https://example.org/bridge',
        published: '2025-06-15',
        accessed: '2025-06-16',
        archived: 'https://example.org/archive/bridge',
        language,
      },
    ],
    actors: [{id: 'works', name: texts.actor, kind: 'government'}],
    places: [
      {
        id: 'san-lazaro',
        name: 'San Lázaro',
        lat: 9.79,
        lon: -70.58,
        radius: 3000,
        precision: 'locality',
        cite,
      },
    ],
    categories: [
      {id: 'closed', name: texts.categories[0]},
      {id: 'opened', name: texts.categories[1]},
    ],
    events: [
      {
        id: 'bridge-closed',
        date: '2014',
        category: 'closed',
        title: texts.closed,
        text: texts.closedText,
        places: ['san-lazaro'],
        cite,
      },
      {
        id: 'bridge-opened',
        date: '2025-06-14',
        category: 'opened',
        title: texts.opened,
        text: texts.openedText,
        places: ['san-lazaro'],
        cite,
      },
    ],
    measures: [{id: 'cost', name: texts.measure, unit: texts.unit, kind: 'stock'}],
    figures: [
      {
        id: 'cost-works',
        measure: 'cost',
        event: 'bridge-opened',
        actor: 'works',
        value: 12,
        comparator: '~',
        status: 'claimed',
        cite,
      },
    ],
  };
}
