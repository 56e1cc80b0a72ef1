import {type Cell, type Citation, csvText, slug} from '../convert/index.js';
import type {Citation as Cite, Dataset, Text} from '../core/dataset/index.js';

/** A column: its name, its Table Schema type, and the table that its values reference by id. */
type Column = readonly [name: string, type?: 'string' | 'number' | 'integer', table?: string];

interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The files of a data package, by name. */
export type Files = ReadonlyMap<string, string>;

const DESCRIPTOR = 'datapackage.json';

/**
 * Serializes a dataset as a Frictionless data package: `datapackage.json`, and its tables as CSV. Texts have one column
 * per language; lists are separate tables.
 */
export function dataPackage(dataset: Dataset, citation: Citation): Files {
  const tables = tablesOf(dataset).filter(({rows}) => rows.length > 0);
  const files = new Map([
    [DESCRIPTOR, `${JSON.stringify(descriptorOf(tables, dataset, citation), null, 2)}\n`],
  ]);
  for (const {name, columns, rows} of tables) {
    files.set(`${name}.csv`, csvText([columns.map(([column]) => column), ...rows]));
  }
  return files;
}

/** Only the descriptor. */
export const dataPackageJson = (dataset: Dataset, citation: Citation): string =>
  dataPackage(dataset, citation).get(DESCRIPTOR) ?? '';

function descriptorOf(tables: readonly Table[], dataset: Dataset, citation: Citation): object {
  const {title, summary, updated, version, doi, identifier, url, license, licenseUrl} = citation;
  const names = new Set(tables.map(({name}) => name));
  const people = (role: string, list: Dataset['authors']) =>
    list.map(({name, url: path}) => ({title: name, ...(path !== undefined && {path}), role}));
  return {
    profile: 'tabular-data-package',
    name: slug(dataset.id ?? title ?? '') || 'dataset',
    id: doi === undefined ? identifier : `https://doi.org/${doi}`,
    title,
    description: summary,
    version,
    homepage: url,
    updated,
    languages: dataset.languages,
    licenses:
      license === undefined
        ? undefined
        : [{name: license, ...(licenseUrl !== undefined && {path: licenseUrl})}],
    contributors: [...people('author', dataset.authors), ...people('editor', dataset.editors)],
    sources: dataset.sources.map(({title: name, publisher, url: path}) => ({
      title: [publisher, ...Object.values(textsOf(name))].filter(Boolean).join(': '),
      ...(path !== undefined && {path}),
    })),
    resources: tables.map(({name, columns}) => ({
      profile: 'tabular-data-resource',
      name,
      path: `${name}.csv`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: {
        fields: columns.map(([column, type = 'string']) => ({name: column, type})),
        ...(columns[0]?.[0] === 'id' && {primaryKey: 'id'}),
        foreignKeys: columns.flatMap(([column, , table]) =>
          table !== undefined && names.has(table)
            ? [{fields: column, reference: {resource: table, fields: 'id'}}]
            : [],
        ),
      },
    })),
  };
}

const textsOf = (text: Text): Readonly<Record<string, string>> =>
  typeof text === 'string' ? {'': text} : text;

function tablesOf(dataset: Dataset): readonly Table[] {
  const {languages, sources, actors, places, categories, events, measures, figures, questions} = dataset;
  const inLanguages = (name: string): readonly Column[] => languages.map((tag) => [`${name}_${tag}`]);
  const said = (text: Text | undefined): readonly Cell[] =>
    languages.map((tag, i) => (typeof text === 'string' ? (i === 0 ? text : undefined) : text?.[tag]));
  const citing: readonly (readonly [table: string, rows: readonly {id: string; cite?: readonly Cite[]}[]])[] =
    [
      ['actors', actors],
      ['places', places],
      ['events', events],
      ['figures', figures],
    ];
  const correcting = [
    ['dataset', [{id: dataset.id ?? '', corrections: dataset.corrections}]],
    ['places', places],
    ['events', events],
    ['figures', figures],
    ['questions', questions],
  ] as const;
  return [
    {
      name: 'sources',
      columns: [
        ['id'],
        ['title'],
        ...inLanguages('title'),
        ['publisher'],
        ['url'],
        ['published'],
        ['accessed'],
        ['archived'],
        ['origin'],
        ['language'],
        ['grade'],
        ...inLanguages('note'),
      ],
      rows: sources.map((row) => [
        row.id,
        typeof row.title === 'string' ? row.title : undefined,
        ...(typeof row.title === 'string' ? languages.map(() => undefined) : said(row.title)),
        row.publisher,
        row.url,
        row.published,
        row.accessed,
        row.archived,
        row.origin,
        row.language,
        row.grade,
        ...said(row.note),
      ]),
    },
    {
      name: 'actors',
      columns: [['id'], ...inLanguages('name'), ['kind'], ...inLanguages('definition')],
      rows: actors.map((row) => [row.id, ...said(row.name), row.kind, ...said(row.definition)]),
    },
    {
      name: 'places',
      columns: [
        ['id'],
        ...inLanguages('name'),
        ['kind'],
        ['lat', 'number'],
        ['lon', 'number'],
        ['radius', 'number'],
        ['precision'],
        ['within'],
        ...inLanguages('obscured'),
        ...inLanguages('note'),
      ],
      rows: places.map((row) => [
        row.id,
        ...said(row.name),
        row.kind,
        row.lat,
        row.lon,
        row.radius,
        row.precision,
        row.within?.join(' '),
        ...said(row.obscured),
        ...said(row.note),
      ]),
    },
    {
      name: 'categories',
      columns: [['id'], ...inLanguages('name')],
      rows: categories.map((row) => [row.id, ...said(row.name)]),
    },
    {
      name: 'events',
      columns: [
        ['id'],
        ['date'],
        ['category', 'string', 'categories'],
        ...inLanguages('title'),
        ...inLanguages('text'),
        ['status'],
        ['confidence'],
      ],
      rows: events.map((row) => [
        row.id,
        row.date,
        row.category,
        ...said(row.title),
        ...said(row.text),
        row.status,
        row.confidence,
      ]),
    },
    {
      name: 'event-places',
      columns: [
        ['event', 'string', 'events'],
        ['place', 'string', 'places'],
      ],
      rows: events.flatMap(({id, places: where}) => where.map((place) => [id, place])),
    },
    {
      name: 'event-links',
      columns: [['event', 'string', 'events'], ['to', 'string', 'events'], ['rel']],
      rows: events.flatMap(({id, links}) => links.map(({to, rel}) => [id, to, rel])),
    },
    {
      name: 'event-media',
      columns: [
        ['event', 'string', 'events'],
        ['type'],
        ['src'],
        ...inLanguages('alt'),
        ...inLanguages('text'),
        ...inLanguages('caption'),
        ...inLanguages('credit'),
        ...inLanguages('warning'),
        ['width', 'number'],
        ['height', 'number'],
        ['poster'],
        ['after_src'],
        ...inLanguages('after_alt'),
        ...inLanguages('transcript'),
      ],
      rows: events.flatMap(({id, media}) =>
        media.map((medium) => {
          const file = medium.type === 'quote' ? undefined : medium;
          return [
            id,
            medium.type,
            medium.src,
            ...said(file?.alt),
            ...said(medium.type === 'quote' ? medium.text : undefined),
            ...said(medium.caption),
            ...said(medium.credit),
            ...said(medium.warning),
            file?.width,
            file?.height,
            file?.poster,
            file?.after?.src,
            ...said(file?.after?.alt),
            ...said(file?.transcript),
          ];
        }),
      ),
    },
    {
      name: 'measures',
      columns: [['id'], ...inLanguages('name'), ['unit'], ['kind'], ['since']],
      rows: measures.map((row) => [row.id, ...said(row.name), row.unit, row.kind, row.since]),
    },
    {
      name: 'figures',
      columns: [
        ['id'],
        ['measure', 'string', 'measures'],
        ['event', 'string', 'events'],
        ['place', 'string', 'places'],
        ['date'],
        ['actor', 'string', 'actors'],
        ['comparator'],
        ['value', 'number'],
        ['status'],
        ['confidence'],
        ...inLanguages('note'),
      ],
      rows: figures.map((row) => [
        row.id,
        row.measure,
        row.event,
        row.place,
        row.date,
        row.actor,
        row.comparator,
        row.value,
        row.status,
        row.confidence,
        ...said(row.note),
      ]),
    },
    {
      name: 'figure-parts',
      columns: [
        ['figure', 'string', 'figures'],
        ['place', 'string', 'places'],
        ...inLanguages('group'),
        ['value', 'number'],
      ],
      rows: figures.flatMap(({id, breakdown}) =>
        breakdown.map(({place, group, value}) => [id, place, ...said(group), value]),
      ),
    },
    {
      name: 'questions',
      columns: [['id'], ...inLanguages('question'), ...inLanguages('note')],
      rows: questions.map((row) => [row.id, ...said(row.question), ...said(row.note)]),
    },
    {
      name: 'question-figures',
      columns: [
        ['question', 'string', 'questions'],
        ['figure', 'string', 'figures'],
      ],
      rows: questions.flatMap(({id, figures: asked}) => asked.map((figure) => [id, figure])),
    },
    {
      name: 'citations',
      columns: [['table'], ['row'], ['source', 'string', 'sources'], ['quote'], ['locator']],
      rows: citing.flatMap(([table, rows]) =>
        rows.flatMap(({id, cite = []}) =>
          cite.map(({source, quote, locator}) => [table, id, source, quote, locator]),
        ),
      ),
    },
    {
      name: 'corrections',
      columns: [['table'], ['row'], ['date'], ...inLanguages('text')],
      rows: correcting.flatMap(([table, rows]) =>
        rows.flatMap(({id, corrections = []}) =>
          corrections.map(({date, text}) => [table, id, date, ...said(text)]),
        ),
      ),
    },
  ];
}
