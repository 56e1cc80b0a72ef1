import fc from 'fast-check';
import {strToU8, zipSync} from 'fflate';
import {describe, expect, test} from 'vitest';
import {importers, inputOf} from '../../src/convert/index.js';
import {readKml} from '../../src/convert/kml.js';
import {Notes} from '../../src/convert/notes.js';
import {codesOf, codeUnits, datasetOf, expectRules, rowsOf} from './import-rules.js';

const read = (text: string) => readKml(text, {language: 'en'}, new Notes('feature'));
const kml = (inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>The flood</name>${inner}</Document></kml>`;
const placemark = (name: string, inner: string, more = '') =>
  `<Placemark ${more}><name>${name}</name>${inner}</Placemark>`;
const POINT = '<Point><coordinates>-70.58,9.79,0</coordinates></Point>';

describe('KML', async () => {
  const imported = await read(
    kml(
      `<Folder><name>Dams</name>
        ${placemark('A &amp; B', `<description><![CDATA[<b>It broke</b><script>x</script>]]></description><TimeStamp><when>1997-07</when></TimeStamp>${POINT}`, 'id="dam"')}
        <Folder>${placemark('Open', `<TimeSpan><begin>1997</begin></TimeSpan>${POINT}`)}</Folder>
      </Folder>
      <Folder><name>Water</name>
        ${placemark('Extent', '<TimeSpan><begin>1997-07-01</begin><end>1997-07-09</end></TimeSpan><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon>')}
        ${placemark('Way', '<gx:Track><when>2020-01-01T00:00:00Z</when><when>2020-01-02T00:00:01Z</when><gx:coord>1 2 0</gx:coord><gx:coord>3 4 0</gx:coord></gx:Track>')}
      </Folder>
      <GroundOverlay><name>Picture</name><Icon><href>a.png</href></Icon><LatLonBox><north>1</north><south>0</south><east>1</east><west>0</west></LatLonBox></GroundOverlay>
      <NetworkLink><name>More</name><Link><href>https://e.org/more.kml</href></Link></NetworkLink>`,
    ),
  );
  const {events, shapes, categories, title} = datasetOf(imported);

  test('placemarks are events and shapes, folders categories', () => {
    expectRules(imported);
    expect(imported.report).toMatchObject({format: 'kml', rows: 6, events: 2, others: {shapes: 3}, lost: 1});
    expect(title).toBe('The flood');
    expect(categories.map(({name}) => name)).toEqual(['Dams', 'Water']);
    expect(events).toMatchObject([
      {id: 'dam', title: 'A & B', date: '1997-07', text: '**It broke**', category: 'dams'},
      {title: 'Open', date: '1997/..', category: 'dams'},
    ]);
    expect(shapes.map(({name, date}) => [name, date])).toEqual([
      ['Extent', '1997-07-01/1997-07-09'],
      ['Way', '2020-01-01T00:00:00Z/2020-01-02T00:00:01Z'],
      ['Picture', undefined],
    ]);
  });

  test('pictures and links to other files are named, and nothing is fetched', () => {
    expect(codesOf(imported)).toEqual(
      expect.arrayContaining(['picture-lost', 'link-not-followed', 'html-lost']),
    );
  });

  test('an entity from elsewhere is not read', async () => {
    const doctype = '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "&z;&z;">]>';
    const entity = await read(kml(placemark('&x; &y;', POINT)).replace('<kml ', `${doctype}<kml `));
    expectRules(entity);
    expect(rowsOf(entity, 'events')[0]?.title).toBe('&x; &y;');
  });

  test('folders without end are refused, and HTML in texts is no folder', async () => {
    expect(codesOf(await read(kml('<Folder>'.repeat(5000) + '</Folder>'.repeat(5000))))).toEqual([
      'xml-not-read',
    ]);
    const html = `<description><![CDATA[${'<br>'.repeat(5000)}]]></description>`;
    expect((await read(kml(placemark('A', html + POINT)))).report).toMatchObject({rows: 1, events: 1});
  });

  test.each(['<kml><Document>', '<kml></a>', '', 'kml', '<kml/>'])('%j is no exception', async (text) => {
    const broken = await read(text);
    expectRules(broken);
    expect(broken.report.notes.length).toBeGreaterThan(0);
  });
});

test('GPX: way points, tracks with their times, routes', async () => {
  const trip = await read(
    `<gpx version="1.1"><metadata><name>Trip</name></metadata>
      <wpt lat="9.79" lon="-70.58"><name>Camp</name><time>2020-01-01T10:00:00Z</time><ele>5</ele></wpt>
      <trk><name>Walk</name><trkseg><trkpt lat="1" lon="2"><time>2020-01-01T10:00:00Z</time></trkpt><trkpt lat="1.5" lon="2"><time>2020-01-01T11:00:00Z</time></trkpt></trkseg></trk>
      <rte><name>Plan</name><rtept lat="1" lon="2"/><rtept lat="2" lon="2"/></rte></gpx>`,
  );
  expectRules(trip);
  expect(trip.report).toMatchObject({format: 'gpx', rows: 3, events: 1, others: {shapes: 2}, lost: 0});
  const {events, shapes, title} = datasetOf(trip);
  expect([title, events[0]?.date]).toEqual(['Trip', '2020-01-01T10:00:00Z']);
  expect(shapes.map(({date}) => date)).toEqual(['2020-01-01T10:00:00Z/2020-01-01T11:00:00Z', undefined]);
});

test('of any XML there is no exception, and rows in are rows out', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<Folder>',
      '</Folder>',
      '<name>__proto__</name>',
      POINT,
      '<![CDATA[',
      ']]>',
      '<a:b/>',
      '&#0;',
    ),
    fc.constantFrom(
      placemark('constructor', POINT),
      '<Data name="__proto__"><value>x</value></Data>',
      '<!--',
      '<?x',
    ),
    codeUnits,
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, {maxLength: 8}), async (pieces) => {
      expectRules(await read(kml(pieces.join(''))));
    }),
  );
});

test('the registry knows both', () => {
  const nameOf = (text: string) => {
    const input = inputOf('a.xml', new TextEncoder().encode(text));
    return importers.find(({recognises}) => recognises(input))?.name;
  };
  expect([nameOf(kml('')), nameOf('<?xml version="1.0"?>\n<gpx version="1.1"></gpx>')]).toEqual([
    'kml',
    'kml',
  ]);
});

test('KMZ is its KML, and an archive without one is refused', async () => {
  const pack = (files: Record<string, string>) =>
    inputOf(
      'a.kmz',
      zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
    );
  const input = pack({'files/a.png': 'x', 'doc.kml': kml(placemark('Dam', POINT)), 'more.kml': 'x'});
  const importer = importers.find(({recognises}) => recognises(input));
  expect(importer?.name).toBe('kmz');
  const made = await (await importer?.load())?.(input, {language: 'en'});
  expect(made?.report).toMatchObject({rows: 1, events: 1, lost: 0});
  expect(importers.filter(({recognises}) => recognises(pack({'a.txt': 'x'})))).toEqual([]);
  const broken = {...input, bytes: input.bytes.slice(0, 60)};
  const kmz = await importers.find(({name}) => name === 'kmz')?.load();
  expect((await kmz?.(broken, {}))?.report.notes[0]?.code).toBe('xml-not-read');
});
