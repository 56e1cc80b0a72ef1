import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type ImportOptions, importers, inputOf} from '../../src/convert/index.js';
import {type Dataset, parseDataset} from '../../src/core/dataset/index.js';

const COUNTRIES = {BR: [[-74, -33.8, -28.8, 5.3]]} as const;

async function imported(table: string | Uint8Array, options: ImportOptions = {}, name = 'rows.csv') {
  const bytes = typeof table === 'string' ? new TextEncoder().encode(table) : table;
  const run = await importers.find((each) => each.name === 'table')?.load();
  const made = await run?.(inputOf(name, bytes), options);
  if (!made) throw new Error('There is no importer of tables.');
  return made;
}

/** The events and all else of a table, with the codes of what is said. */
async function storyOf(table: string | Uint8Array, options: ImportOptions = {}, name?: string) {
  const {dataset, report} = await imported(table, options, name);
  const parsed = parseDataset(dataset ?? {}, {countries: COUNTRIES});
  const of = (severity: string) =>
    report.notes.filter((note) => note.severity === severity).map(({code}) => code);
  return {
    dataset: parsed.dataset as Dataset,
    issues: parsed.issues,
    report,
    doubts: of('doubt'),
    losses: of('loss'),
    raw: dataset,
  };
}

const datesOf = ({events}: Dataset) => events.map(({date}) => date);
const placesOf = ({places}: Dataset) => places.map(({lat, lon}) => [lat, lon]);

describe('a table is read however it is written', () => {
  const rows: readonly (readonly string[])[] = [
    ['date', 'title', 'source'],
    ['2023-05-03', 'Flood, of the river', 'https://example.org/a'],
    ['2023-05-04', 'Two\nlines', 'https://example.org/b'],
  ];
  const write = (sign: string, end: string) =>
    rows
      .map((cells) => cells.map((cell) => (/[,;|\n"]/.test(cell) ? `"${cell}"` : cell)).join(sign))
      .join(end);
  test.each([',', ';', '\t', '|'])('divided by %j', async (sign) => {
    for (const end of ['\n', '\r\n']) {
      const {dataset, issues, report} = await storyOf(write(sign, end));
      expect(dataset.events.map(({title}) => title)).toEqual(['Flood, of the river', 'Two lines']);
      expect(datesOf(dataset)).toEqual(['2023-05-03', '2023-05-04']);
      expect(issues.filter(({severity}) => severity !== 'info')).toEqual([]);
      expect(report).toMatchObject({format: 'table', rows: 2, events: 2, lost: 0});
    }
  });

  test('without a header, by its cells', async () => {
    const {dataset, report} = await storyOf(
      '2023-05-03,Flood,"-22.5, -43.2"\n2023-05-09,Storm,"-22.6, -43.3"\n',
    );
    expect(datesOf(dataset)).toEqual(['2023-05-03', '2023-05-09']);
    expect(placesOf(dataset)).toEqual([
      [-22.5, -43.2],
      [-22.6, -43.3],
    ]);
    expect(report.notes.map(({code}) => code)).toContain('header-missing');
  });

  test('with words above the header, blank rows, and more cells than the header', async () => {
    const {dataset, losses, report} = await storyOf(
      'Floods of the year,,\n,,\ndate,title,text\n2023,A,b\n,,\n2024,C,d,e\n',
    );
    expect(dataset.events.map(({title}) => title)).toEqual(['A', 'C']);
    expect(losses).toEqual(['rows-above-header', 'cells-beyond-header']);
    expect(report.notes.find(({code}) => code === 'cells-beyond-header')?.row).toBe('row 6');
    expect(dataset.events[0]?.cite).toEqual([{source: 'table', locator: 'row 4'}]);
  });
});

describe('a table as newsrooms have it', () => {
  test('with names of groups above those of the columns', async () => {
    const {dataset, losses} = await storyOf(
      'Event,Event,Location,Location\ndate,name,lat,lon\n2022-02-24,Invasion,50.451,30.523\n',
    );
    expect(dataset.events.map(({title}) => title)).toEqual(['Invasion']);
    expect([datesOf(dataset), placesOf(dataset)]).toEqual([['2022-02-24'], [[50.451, 30.523]]]);
    expect(losses).toEqual(['rows-above-header']);
  });

  test('with remarks below it, which are named, and a last row that is none', async () => {
    const table = 'Fecha,Hecho,Lugar\n2023,Derrumbe,Quito\ns/f,Protesta,Cuenca\n';
    const below = await storyOf(
      `${table}\nDatos preliminares,,\nFuente: Secretaría,,\n* sin extranjeros,,\n`,
    );
    expect(below.dataset.events.map(({title}) => title)).toEqual(['Derrumbe', 'Protesta']);
    const note = below.report.notes.find(({code}) => code === 'rows-below-table');
    expect([below.losses, note?.row]).toEqual([['rows-below-table'], 'rows 5, 6, 7']);
    expect(below.report).toMatchObject({rows: 2, events: 2, lost: 0});
    for (const last of ['2024,,', 'Incendio,,', ',Incendio,'])
      expect((await storyOf(`${table}${last}\n`)).report).toMatchObject({rows: 3, events: 3});
  });

  test('in German, with decimal commas: latitudes are no figures', async () => {
    const {dataset, losses} = await storyOf(
      'Datum;Ereignis;Ort;Breite;Länge;Quelle\n02.05.2024;Hochwasser;Köln;50,9375;6,9603;https://example.org/a\n13.06.2024;Deich bricht;Neuss;51,2042;6,6879;https://example.org/b\n',
    );
    expect(placesOf(dataset)).toEqual([
      [50.9375, 6.9603],
      [51.2042, 6.6879],
    ]);
    expect([dataset.language, datesOf(dataset), losses]).toEqual(['de', ['2024-05-02', '2024-06-13'], []]);
  });

  test('with degrees and minutes, which get no digits that are not written, and years before our era', async () => {
    const {dataset} = await storyOf(
      "Year,Month,Day,Title,Latitude,Longitude\n1755,11,1,Earthquake,38° 43' N,9° 8' W\n-44,3,15,Ides of March,41°53′43″N,12°28′37″E\n",
    );
    expect(placesOf(dataset)).toEqual([
      [38.717, -9.133],
      [41.89528, 12.47694],
    ]);
    expect(datesOf(dataset)).toEqual(['1755-11-01', '-0044-03-15']);
  });
});

describe('columns are known by their names in five languages', () => {
  test.each<[string, string]>([
    ['en', 'Event date,Title,Details,Place,Latitude,Longitude,Source URL,Type'],
    ['es', 'Fecha del suceso,Título,Descripción,Lugar,Latitud,Longitud,Enlace,Categoría'],
    ['fr', 'Date de début,Titre,Résumé,Lieu,Latitude,Longitude,Lien,Catégorie'],
    ['pt', 'Data do evento,Título,Descrição,Local,Latitude,Longitude,Endereço web,Categoria'],
    ['ar', 'التاريخ,العنوان,الوصف,المكان,خط العرض,خط الطول,الرابط,الفئة'],
  ])('%s', async (language, header) => {
    const {dataset, raw} = await storyOf(
      `${header}\n2023-05-03,Flood,It rained.,Lazaro,-22.5056,-43.1789,https://example.org/a,water\n`,
    );
    expect(raw?.language).toBe(language);
    const [event] = dataset.events;
    expect(event).toMatchObject({
      date: '2023-05-03',
      title: 'Flood',
      text: 'It rained.',
      category: 'water',
      places: ['lazaro'],
    });
    expect(dataset.places[0]).toMatchObject({lat: -22.5056, lon: -43.1789, name: 'Lazaro'});
    expect(dataset.sources[0]).toMatchObject({url: 'https://example.org/a', publisher: 'example.org'});
  });

  test('what the author says of a column comes first', async () => {
    const table = 'date,headline,remark,zip\n2023,A,b,123\n';
    const {dataset, losses} = await storyOf(table, {
      roles: new Map([
        ['remark', 'title'],
        ['headline', 'text'],
        ['zip', 'ignore'],
      ]),
    });
    expect(dataset.events[0]).toMatchObject({title: 'b', text: 'A'});
    expect(losses).toEqual(['columns-ignored']);
    const {doubts} = await storyOf(table, {roles: new Map([['nothing', 'title']])});
    expect(doubts).toContain('column-missing');
  });

  test('a column that is nothing is named as lost', async () => {
    const {report} = await storyOf('date,title,remark\n2023,A,some words\n2024,B,\n');
    const note = report.notes.find(({code}) => code === 'column-left-out');
    expect(note).toMatchObject({
      severity: 'loss',
      row: 'column "remark"',
      fix: 'To keep it: --map "remark=text", or another role.',
    });
  });
});

describe('dates of a column', () => {
  const column = (dates: readonly string[]) =>
    `date,title\n${dates.map((date, i) => `"${date}",T${i}`).join('\n')}\n`;

  test('one row proves the order of all', async () => {
    expect(datesOf((await storyOf(column(['9/8/1912', '25/8/1912']))).dataset)).toEqual([
      '1912-08-09',
      '1912-08-25',
    ]);
    expect(datesOf((await storyOf(column(['9/8/1912', '8/25/1912']))).dataset)).toEqual([
      '1912-09-08',
      '1912-08-25',
    ]);
  });

  test('where none does, or rows contradict one another, the year alone is read', async () => {
    const open = await storyOf(column(['9/8/1912', '5/5/1912']));
    expect(datesOf(open.dataset)).toEqual(['1912', '1912-05-05']);
    expect(open.doubts).toContain('dates-ambiguous');
    const mixed = await storyOf(column(['9/8/1912', '25/8/1912', '8/26/1912']));
    expect(datesOf(mixed.dataset)).toEqual(['1912', '1912-08-25', '1912-08-26']);
    expect(mixed.doubts).toContain('dates-mixed');
    const told = await storyOf(column(['9/8/1912']), {dates: 'day-first'});
    expect(datesOf(told.dataset)).toEqual(['1912-08-09']);
    expect(told.doubts).not.toContain('dates-ambiguous');
  });

  test('years of two digits are not guessed, and the words stay in the text', async () => {
    const {dataset, doubts} = await storyOf(column(['13/8/12']));
    expect([datesOf(dataset), dataset.events[0]?.text]).toEqual([[undefined], 'date: 13/8/12']);
    expect(doubts).toContain('date-two-digit-year');
    expect(datesOf((await storyOf(column(['13/8/12']), {century: 1930})).dataset)).toEqual(['2012-08-13']);
  });

  test('numbers of days, midnights, ends, and years with months', async () => {
    expect(datesOf((await storyOf(column(['45049', '45050']))).dataset)).toEqual([
      '2023-05-03',
      '2023-05-04',
    ]);
    expect(
      datesOf((await storyOf(column(['2023-05-03 00:00:00', '5/13/2023 12:00:00 AM']))).dataset),
    ).toEqual(['2023-05-03', '2023-05-13']);
    const parts = await storyOf(
      'Year,Month,Day,End Year,End Month,End Day,Title\n2023,5,3,2023,5,9,A\n2023,,,,,,B\n2023,May,,,,,C\n2023,5,9,2023,5,3,D\n',
    );
    expect(datesOf(parts.dataset)).toEqual(['2023-05-03/2023-05-09', '2023', '2023-05', '2023-05-09']);
    expect(parts.doubts).toContain('date-ends-before');
    expect(datesOf((await storyOf('start,end,title\n2014,ongoing,A\n2014-05,2015,B\n')).dataset)).toEqual([
      '2014/..',
      '2014-05/2015',
    ]);
    expect(datesOf((await storyOf('date,time,title\n2023-05-03,14:30,A\n2023-05-03,,B\n')).dataset)).toEqual([
      '2023-05-03T14:30',
      '2023-05-03',
    ]);
  });
});

describe('places', () => {
  test.each<[string, string, readonly [number, number]]>([
    ['two columns', 'lat,lng,title\n10.4911,-66.9021,A', [10.4911, -66.9021]],
    ['decimal commas', 'lat;lng;title\n10,4911;-66,9021;A', [10.4911, -66.9021]],
    ['degrees, minutes and seconds', `lat,lng,title\n"10°29'28""N","66°54'08""W",A`, [10.49111, -66.90222]],
    ['letters of Spanish', 'latitud;longitud;titulo\n10 29 28 N;66 54 8 O;A', [10.49111, -66.90222]],
    ['one cell', 'coordinates,title\n"10.4911, -66.9021",A', [10.4911, -66.9021]],
    ['one cell with decimal commas', 'coordenadas;titulo\n10,4911 -66,9021;A', [10.4911, -66.9021]],
    ['well-known text', 'geo,title\nPOINT(-66.9021 10.4911),A', [10.4911, -66.9021]],
  ])('%s', async (_, table, [lat, lon]) => {
    const {dataset} = await storyOf(table);
    expect(dataset.places[0]?.lat).toBeCloseTo(lat, 4);
    expect(dataset.places[0]?.lon).toBeCloseTo(lon, 4);
  });

  test('coordinates that are swapped are turned, and said', async () => {
    const {dataset, doubts} = await storyOf('lat,lon,title\n-120.5123,35.1234,A\n-80.1234,25.1234,B\n');
    expect(placesOf(dataset)).toEqual([
      [35.1234, -120.5123],
      [25.1234, -80.1234],
    ]);
    expect(doubts).toContain('coordinates-swapped');
  });

  test('what is no position leaves the place without', async () => {
    const {dataset, doubts} = await storyOf(
      'lat,lon,place,title\n0,0,A,A\n-22505,-43178,B,B\nhere,there,C,C\n10.12345,20.12345,D,D\n',
    );
    expect(dataset.places.map(({name, lat}) => [name, lat])).toEqual([
      ['A', undefined],
      ['B', undefined],
      ['C', undefined],
      ['D', 10.12345],
    ]);
    expect(doubts).toEqual(
      expect.arrayContaining(['coordinates-zero', 'coordinates-out-of-range', 'coordinates-not-read']),
    );
  });

  test('the same name is one place, unless far apart; few decimals are an area', async () => {
    const one = await storyOf('place,lat,lon,title\nA,10.12345,20.12345,T\na,,,U\nA,11.12345,20.12345,V\n');
    expect(one.dataset.places.map(({id}) => id)).toEqual(['a', 'a-2']);
    expect(one.dataset.events.map(({places}) => places[0])).toEqual(['a', 'a', 'a-2']);
    expect(one.doubts).toContain('place-names-apart');
    const coarse = await storyOf('place,lat,lon,title\nA,10.1,20.2,T\nB,11.1,20,U\n');
    expect(coarse.dataset.places.every(({radius}) => radius === 7770)).toBe(true);
  });

  test('several in a cell; a region or country alone is an area of its kind', async () => {
    const {dataset} = await storyOf('place,state,country,title\nA; B,,,T\n,Zulia,Venezuela,U\n,,Peru,V\n');
    expect(dataset.events.map(({places}) => places)).toEqual([['a', 'b'], ['zulia'], ['peru']]);
    expect(dataset.places.map(({precision}) => precision)).toEqual([
      undefined,
      undefined,
      'region',
      'country',
    ]);
  });
});

describe('numbers', () => {
  const table = 'date,title,deaths,cost (US$)\n2023,A,"1,234",5.5\n2024,B,at least 12,\n2025,C,10–15,7.25\n';

  test('become figures when told who claims them', async () => {
    const {dataset, issues, doubts} = await storyOf(table, {claimant: 'Civil Defence'});
    expect(dataset.measures.map(({id, unit, kind}) => [id, unit, kind])).toEqual([
      ['deaths', 'people', 'flow'],
      ['cost-us', 'US$', 'stock'],
    ]);
    expect(
      dataset.figures.map(({event, value, comparator, actor}) => [event, value, comparator, actor]),
    ).toEqual([
      ['a-2023', 1234, '=', 'civil-defence'],
      ['a-2023', 5.5, '=', 'civil-defence'],
      ['b-2024', 12, '>=', 'civil-defence'],
      ['c-2025', 7.25, '=', 'civil-defence'],
    ]);
    expect(dataset.events[2]?.text).toBe('deaths: 10–15');
    expect(doubts).toEqual(expect.arrayContaining(['number-not-read']));
    expect(issues.filter(({severity}) => /error|warning/.test(severity))).toEqual([]);
  });

  test('stand in the texts when nobody is named', async () => {
    const {dataset, report} = await storyOf(table);
    expect(dataset.figures).toEqual([]);
    expect(dataset.events[0]?.text).toBe('deaths: 1,234\ncost (US$): 5.5');
    expect(report.notes.find(({code}) => code === 'figures-without-claimant')?.fix).toContain('--claimant');
  });

  test('a column may say who claims them', async () => {
    const {dataset} = await storyOf('date,title,deaths,according to\n2023,A,7,Army\n2023,B,9,Church\n');
    expect(dataset.figures.map(({actor}) => actor)).toEqual(['army', 'church']);
  });

  test.each<[string, string, number]>([
    ['1.234', '5.678.901', 1234],
    ['1,234', '1,234,567', 1234],
    ['1,5', '2,25', 1.5],
    ['1.5', '1,234.5', 1.5],
    ['1 234', '2 345 678', 1234],
    ['-3', '4', -3],
    ['١٢', '٣', 12],
    ['~12', '4', 12],
  ])('%s beside %s is %d', async (cell, other, value) => {
    const {dataset} = await storyOf(`title|count\nA|${cell}\nB|${other}\n`, {claimant: 'X'});
    expect(dataset.figures[0]?.value).toBe(value);
  });

  test('a comma that may stand for both is reported', async () => {
    const {dataset, doubts} = await storyOf('title,count\nA,"1,234"\n', {claimant: 'X'});
    expect(dataset.figures[0]?.value).toBe(1234);
    expect(doubts).toContain('numbers-ambiguous');
  });
});

describe('sources, media and ids', () => {
  test('a name and an address are one source; what names none cites the table', async () => {
    const {dataset, doubts} = await storyOf(
      'title,source,url\nA,The Gazette,https://www.example.org/a?x=1\nB,The Gazette,\nC,,https://example.org/flood-in-town\nD,,\nE,javascript:alert(1),\n',
    );
    expect(dataset.sources.map(({id, title, url}) => [id, title, url])).toEqual([
      ['the-gazette', 'The Gazette', 'https://www.example.org/a?x=1'],
      ['the-gazette-2', 'The Gazette', undefined],
      ['example-org-flood-in-town', 'example.org: flood in town', 'https://example.org/flood-in-town'],
      ['table', 'rows.csv', undefined],
    ]);
    expect(dataset.events[3]?.cite).toEqual([{source: 'table', locator: 'row 5'}]);
    expect(doubts).toContain('source-missing');
  });

  test('pictures with their descriptions; pages are none', async () => {
    const {dataset, losses} = await storyOf(
      'title,image,alt,credit\nA,https://example.org/a.jpg?w=1,A river,Ana\nB,https://example.org/watch?v=1,,\n',
    );
    expect(dataset.events[0]?.media).toEqual([
      {
        type: 'image',
        src: 'https://example.org/a.jpg?w=1',
        alt: 'A river',
        credit: 'Ana',
        captions: [],
        cite: [],
      },
    ]);
    expect(losses).toContain('media-not-read');
  });

  test('players, documents and quotations, with what stands beside them', async () => {
    const {dataset, losses} = await storyOf(
      [
        'title,media,alt text,caption,credit',
        'A,youtu.be/aPweFhhXFvY,,The *dam*,Ana',
        'B,https://vimeo.com/304869290,A dam,Seen,',
        'C,https://example.org/a.pdf https://commons.wikimedia.org/wiki/File:A.jpg,,,',
        'D,<blockquote>No.<cite>She</cite></blockquote>,,,',
      ].join('\n'),
    );
    const [a, b, c, d] = dataset.events.map(({media}) => media);
    expect(a).toMatchObject([
      {
        type: 'embed',
        src: 'https://youtu.be/aPweFhhXFvY',
        alt: 'The \\*dam\\*',
        caption: 'The \\*dam\\*',
        credit: 'Ana',
      },
    ]);
    expect(b).toMatchObject([{type: 'embed', alt: 'A dam', caption: 'Seen'}]);
    expect(c?.map(({type}) => type)).toEqual(['document']);
    expect(d).toMatchObject([{type: 'quote', text: 'No.', credit: 'She'}]);
    expect(losses).toEqual(['media-not-read']);
  });

  test('a column of players is one of media, whatever it is called; pictures in texts are kept', async () => {
    const {dataset, losses} = await storyOf(
      'title,what,text\nA,https://youtu.be/aPweFhhXFvY,"<p>Wet.<img src=""a.jpg""></p>"\n',
    );
    expect(dataset.events[0]?.media.map(({type, src}) => [type, src])).toEqual([
      ['image', 'a.jpg'],
      ['embed', 'https://youtu.be/aPweFhhXFvY'],
    ]);
    expect(losses).toEqual([]);
  });

  test('a column of sentences under a header that nobody knows is the title, and not left out for the place', async () => {
    const {dataset, losses} = await storyOf(
      'Data;Município;Ocorrido na cidade;Obs.\n29/4/2024;Santa Maria;Chuva recorde em 24 horas;x\n1/5/2024;Roca Sales;Deslizamento soterra casas;y\n',
    );
    expect(dataset.events.map(({title}) => title)).toEqual([
      'Chuva recorde em 24 horas',
      'Deslizamento soterra casas',
    ]);
    expect(losses).toEqual(['column-left-out']);
  });

  test('the only text is the title where nothing else is called one and it is as short', async () => {
    const titleOf = async (text: string, header = 'What happened') => {
      const {dataset} = await storyOf(`date,${header},town\n2023,${text},Lajeado\n`);
      return dataset.events.map(({title, text: words}) => [title, words])[0];
    };
    expect(await titleOf('The bridge falls')).toEqual(['The bridge falls', undefined]);
    for (const header of ['¿Qué pasó?', 'Ce qui s’est passé', 'O que aconteceu', 'Was geschah', 'ماذا حدث'])
      expect(await titleOf('The bridge falls', header)).toEqual(['The bridge falls', undefined]);
    const long = 'The bridge falls. '.repeat(9).trim();
    expect(await titleOf(long)).toEqual(['Lajeado', long]);
    expect(await titleOf('The bridge falls,Wet', 'What happened,Notes')).toEqual([
      'Lajeado',
      'The bridge falls\nNotes: Wet',
    ]);
  });

  test('ids stay the same when rows are added, and are each another', async () => {
    const ids = async (table: string) => (await storyOf(table)).dataset.events.map(({id}) => id);
    expect(await ids('date,title\n2023,The flood\n2024,The flood\n2023,The flood\n')).toEqual([
      'the-flood-2023',
      'the-flood-2024',
      'the-flood-2023-2',
    ]);
    expect(await ids('date,title\n2020,New\n2023,The flood\n')).toEqual(['new-2020', 'the-flood-2023']);
    expect(await ids('id,date,title\nx,2020,New\nx,2023,Old\n')).toEqual(['x', 'x-2']);
    expect(await ids('date,title\n2020,فيضان\n2020,***\n')).toEqual(['فيضان-2020', '2020']);
  });

  test('marks of Markdown, formulas and HTML are text', async () => {
    const {dataset} = await storyOf('date,title,text\n2023,=cmd|A1,"**no** [x](javascript:y) _z_"\n');
    expect(dataset.events[0]?.title).toBe('=cmd|A1');
    expect(dataset.events[0]?.text).toBe(
      '\\*\\*no\\*\\* [x]\\(javascript:y) \\_z\\_'.replace('\\_z\\_', '\\_z_'),
    );
  });
});

test('HTML in cells becomes the Markdown of texts, and what it cannot hold is named', async () => {
  const {dataset, losses, issues} = await storyOf(
    'date,title,text\n2023,<b>A</b> title,"<p>It <em>rained</em>.</p><script>alert(1)</script><a href=""https://example.org/a"">More</a>"\n',
  );
  expect(dataset.events[0]?.title).toBe('A title');
  expect(dataset.events[0]?.text).toMatch(/^It \*rained\*\.\s+\[More\]\(https:\/\/example\.org\/a\)$/);
  expect(losses).toContain('html-lost');
  const named = await storyOf('date,title,place,category\n2023,A,<b>Lazaro</b>,<script>x</script>\n');
  expect(named.dataset.places[0]?.name).toBe('Lazaro');
  expect(named.dataset.categories[0]?.name).toBe('<script>x</script>');
  expect(issues.filter(({severity}) => severity === 'error')).toEqual([]);
});

describe('tables of data sets that many use', () => {
  test('ACLED', async () => {
    const {dataset, raw} = await storyOf(
      'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities\nVEN1,03 May 2023,2023,3,D,Protests,Peaceful protest,Venezuela,Zulia,Maracaibo,10.6317,-71.6406,2,El Nacional,They marched.,0\n',
    );
    expect(dataset.events[0]).toMatchObject({
      id: 'VEN1',
      date: '2023-05',
      category: 'protests',
      title: 'Peaceful protest',
      text: 'They marched.',
    });
    expect(dataset.places[0]).toMatchObject({name: 'Maracaibo', precision: 'district'});
    expect(dataset.figures[0]).toMatchObject({actor: 'acled', value: 0, measure: 'fatalities'});
    expect(raw?.actors).toEqual([{id: 'acled', name: 'ACLED'}]);
  });

  test('UCDP, EM-DAT and USGS', async () => {
    const ucdp = await storyOf(
      'id,year,type_of_violence,dyad_name,where_coordinates,adm_1,country,latitude,longitude,where_prec,date_prec,date_start,date_end,best,high,low\n7,2020,1,A - B,Goma,Kivu,DR Congo,-1.6792,29.2228,2,4,2020-01-01 00:00:00.000,2020-01-31 00:00:00.000,5,9,5\n',
    );
    expect(ucdp.dataset.events[0]).toMatchObject({
      id: '7',
      date: '2020-01',
      category: 'state-based-violence',
    });
    expect(ucdp.dataset.places[0]).toMatchObject({precision: 'locality', radius: 25000});
    const emdat = await storyOf(
      'DisNo.,Disaster Type,Event Name,Country,Location,Latitude,Longitude,Start Year,Start Month,Start Day,End Year,End Month,End Day,Total Deaths\n2022-1-BRA,Flood,,Brazil,Petrópolis,,,2022,2,15,2022,2,16,231\n',
    );
    expect(emdat.dataset.events[0]).toMatchObject({
      id: '2022-1-BRA',
      title: 'Flood, Brazil',
      date: '2022-02-15/2022-02-16',
    });
    expect(emdat.dataset.figures[0]).toMatchObject({actor: 'em-dat', value: 231});
    const usgs = await storyOf(
      'time,latitude,longitude,depth,mag,magType,nst,gap,dmin,rms,net,id,updated,place,type,horizontalError\n2018-02-07T01:26:40.830Z,33.4908,-116.7965,5.59,0.93,ml,12,1,0.1,0.1,ci,ci1,2018-02-07T01:30:27.400Z,"9km NE of Aguanga, CA",earthquake,0.3\n',
    );
    expect(usgs.dataset.events[0]).toMatchObject({
      id: 'ci1',
      date: '2018-02-07T01:26:40.830Z',
      title: '0.93, 9km NE of Aguanga, CA',
    });
    expect(usgs.dataset.places[0]).toMatchObject({radius: 300});
  });
});

describe('whatever the table', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      '2023-05-03',
      '9/8/12',
      'Flood',
      '__proto__',
      'constructor',
      '=cmd()',
      '-22.5',
      '0',
      'https://example.org/a',
      'Total',
      '10°N',
      '12+',
      '<script>',
      '\ud800',
    ),
    fc.string({unit: 'grapheme', maxLength: 20}),
  );
  const header = fc.oneof(
    fc.constantFrom(
      'date',
      'title',
      'lat',
      'lon',
      'place',
      'deaths',
      'source',
      'id',
      '__proto__',
      'constructor',
      'toString',
      'end',
      'category',
      'image',
      'country',
    ),
    fc.string({unit: 'grapheme', maxLength: 12}),
  );
  const table = fc.tuple(
    fc.array(header, {minLength: 1, maxLength: 6}),
    fc.array(fc.array(cell, {maxLength: 7}), {maxLength: 8}),
  );
  const quoted = (rows: readonly (readonly string[])[]) =>
    rows.map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\n');
  const options = fc.record(
    {claimant: fc.constantFrom('Army', ''), century: fc.constantFrom(1930, undefined)},
    {requiredKeys: []},
  );

  test('rows in are events and rows that are named as lost; the dataset has no error; nothing is polluted', async () => {
    await fc.assert(
      fc.asyncProperty(table, options, async ([headers, rows], said) => {
        const {dataset, report} = await imported(quoted([headers, ...rows]), said);
        const {rows: all, events, others, lost, notes} = report;
        expect(events + Object.values(others).reduce((sum, count) => sum + count, 0) + lost).toBe(all);
        const named = notes.filter(({severity, row}) => severity === 'loss' && /^row \d+$/.test(row));
        expect(named.length).toBeGreaterThanOrEqual(lost);
        expect(Object.keys({})).toEqual([]);
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
        if (!dataset) return;
        const parsed = parseDataset(JSON.parse(JSON.stringify(dataset)), {countries: COUNTRIES});
        expect(parsed.issues.filter(({severity}) => severity === 'error')).toEqual([]);
        expect(parsed.dataset.events).toHaveLength(events);
      }),
    );
  });

  test('nothing is thrown at any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({maxLength: 200}), async (bytes) => {
        const {report} = await imported(bytes);
        expect(report.events + report.lost).toBe(report.rows);
      }),
    );
  });
});

test('years with a minus are those of ISO 8601, or that many before our era, as is said', async () => {
  const table = 'date,title\n-300,A\n-0300-05,B\n-0310/-0300,C\n301,D\n';
  const read = async (negativeYears?: ImportOptions['negativeYears']) => {
    const {dataset, doubts} = await storyOf(table, {negativeYears});
    return [...datesOf(dataset), doubts.includes('date-negative')];
  };
  expect(await read()).toEqual(['-0300', '-0300-05', '-0310/-0300', '0301', true]);
  expect(await read('historical')).toEqual(['-0299', '-0299-05', '-0309/-0299', '0301', false]);
});
