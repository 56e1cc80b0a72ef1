import {describe, expect, test} from 'vitest';
import {formatLines, type Issue} from '../../src/core/dataset/index.js';
import {command} from './command.js';

/*
 * Files as authors break them, one fault each: `check` finds that fault and no other, and whoever follows its advice has
 * a file with nothing to correct.
 */

type Value = Record<string, unknown>;

/** A small story with nothing to correct. */
const sound = () => ({
  cronomapa: 1,
  language: 'en',
  title: 'A flood',
  timeZone: 'Europe/Lisbon',
  sources: [{id: 's', title: 'Report', publisher: 'Water board', published: '2025-01-05'}] as Value[],
  actors: [{id: 'board', name: 'Water board'}] as Value[],
  places: [
    {id: 'porto', name: 'Porto', lat: 41.15, lon: -8.61, within: ['PT']},
    {id: 'braga', name: 'Braga', lat: 41.55, lon: -8.42},
    {id: 'lisbon', name: 'Lisbon', lat: 38.72, lon: -9.14},
    {id: 'faro', name: 'Faro', lat: 37.02, lon: -7.93},
    {id: 'coimbra', name: 'Coimbra', lat: 40.2, lon: -8.41},
  ] as Value[],
  events: [
    {id: 'e', date: '2025-01-02', title: 'The dam breaks', places: ['porto'], cite: [{source: 's'}]},
    {id: 'f', date: '2025-01-03', title: 'The river rises', places: ['braga'], cite: [{source: 's'}]},
  ] as Value[],
  measures: [{id: 'homes', name: 'Homes', unit: 'homes', kind: 'stock'}] as Value[],
  figures: [
    {id: 'n', measure: 'homes', date: '2025-01-03', actor: 'board', value: 5, cite: [{source: 's'}]},
  ] as Value[],
});

type Story = ReturnType<typeof sound> & Value;
type Change = (story: Story) => void;
type Case = readonly [
  code: string,
  severity: Issue['severity'],
  broken: Change,
  advice: RegExp,
  mended: Change,
];

const event = (story: Story, i = 0): Value => story.events[i] as Value;
const place = (story: Story, i = 0): Value => story.places[i] as Value;
const whole = (story: Story): Value => story;
const source = (story: Story): Value => story.sources[0] as Value;
const figure = (story: Story): Value => story.figures[0] as Value;
/** A medium without a fault of its own, but for its address. */
const medium = (type: string, src: string, more: Value = {}): Value => ({
  type,
  src,
  alt: 'The dam',
  width: 800,
  height: 600,
  ...(/video|audio/.test(type) && {transcript: 'The dam held.'}),
  ...(type === 'embed' && {poster: 'dam.jpg'}),
  ...more,
});
const media = (type: string, src: string, more: Value = {}): Change => {
  return (story) => {
    event(story).media = [medium(type, src, more)];
  };
};
const set = (of: (story: Story) => Value, change: Value): Change => {
  return (story) => void Object.assign(of(story), change);
};

const nowhere = {id: 'nowhere', name: 'Nowhere'};
const line = (...coordinates: readonly (readonly number[])[]) => ({type: 'LineString', coordinates});
const bank = line([-8.6, 41.1], [-8.5, 41.2]);
const shape = (more: Value): Change =>
  set(whole, {shapes: [{id: 'x', name: 'The bank', cite: [{source: 's'}], ...more}]});
const route = (places: readonly string[]): Change =>
  set(whole, {routes: [{id: 'r', name: 'The way', places, cite: [{source: 's'}]}]});

function addMayor({actors, sources}: Story): void {
  actors.push({id: 'mayor', name: 'The mayor'});
  sources.push({id: 'm', title: 'Speech', publisher: 'The mayor', published: '2025-01-05'});
}

const DAM = medium('image', 'dam.jpg');
const quote = (change: Value) =>
  set(event, {
    media: [{type: 'quote', text: 'It held.', credit: 'The operator', src: 'https://a.example/', ...change}],
  });
const step = {id: 'one', title: 'One', select: 'e'};
const note = (more: Value): Change => set(whole, {annotations: [{id: 'n', text: 'It broke here', ...more}]});

const CASES: readonly Case[] = [
  [
    'media-is-page',
    'warning',
    media('video', 'https://www.youtube.com/watch?v=abc'),
    /address of the file itself/,
    media('video', 'https://a.example/dam.mp4'),
  ],
  [
    'media-is-page',
    'warning',
    media('image', 'https://commons.wikimedia.org/wiki/File:Dam.jpg'),
    /address of the file itself/,
    media('image', 'https://a.example/dam.jpg'),
  ],
  [
    'media-is-page',
    'warning',
    media('audio', 'https://a.example/talk.html'),
    /cite the page/,
    media('audio', 'talk.mp3'),
  ],
  ['media-of-other-type', 'warning', media('video', 'dam.jpg'), /"type": "image"/, media('image', 'dam.jpg')],
  [
    'media-without-extension',
    'info',
    media('video', 'https://a.example/v/12'),
    /\.mp4/,
    media('video', 'dam.mp4'),
  ],
  [
    'media-without-alt',
    'warning',
    media('image', 'dam.jpg', {alt: undefined}),
    /"alt"/,
    media('image', 'dam.jpg'),
  ],
  [
    'media-without-size',
    'info',
    media('image', 'dam.jpg', {width: undefined}),
    /in pixels/,
    media('image', 'dam.jpg'),
  ],
  [
    'media-focus-outside',
    'warning',
    media('image', 'dam.jpg', {focus: {x: 50, y: 50}}),
    /"x": 0\.5/,
    media('image', 'dam.jpg', {focus: {x: 0.5, y: 0.5}}),
  ],
  ...['dam-640.jpg 640', 'javascript:x 640w'].map(
    (srcset): Case => [
      'media-srcset-malformed',
      'error',
      media('image', 'dam.jpg', {srcset}),
      /640w/,
      media('image', 'dam.jpg', {srcset: 'dam-640.jpg 640w'}),
    ],
  ),
  [
    'film-without-captions',
    'info',
    media('video', 'dam.mp4', {transcript: undefined}),
    /WebVTT/,
    media('video', 'dam.mp4', {transcript: undefined, captions: [{src: 'dam.vtt', language: 'en'}]}),
  ],
  [
    'captions-not-vtt',
    'warning',
    media('video', 'dam.mp4', {captions: [{src: 'dam.srt', language: 'en'}]}),
    /\.vtt/,
    media('video', 'dam.mp4', {captions: [{src: 'dam.vtt', language: 'en'}]}),
  ],
  [
    'sound-without-transcript',
    'info',
    media('audio', 'talk.mp3', {transcript: undefined}),
    /"transcript"/,
    media('audio', 'talk.mp3'),
  ],
  [
    'embed-host-not-known',
    'warning',
    media('embed', 'https://video.example/w/1'),
    /embed-hosts="video\.example"/,
    media('embed', 'https://vimeo.com/123456'),
  ],
  [
    'embed-is-file',
    'warning',
    media('embed', 'media/talk.mp4', {transcript: 'It held.'}),
    /"type": "video"/,
    media('video', 'media/talk.mp4'),
  ],
  [
    'embed-without-player',
    'warning',
    media('embed', 'https://www.youtube.com/@dams'),
    /one film/,
    media('embed', 'https://youtu.be/dQw4w9WgXcQ'),
  ],
  [
    'embed-without-still',
    'info',
    media('embed', 'https://vimeo.com/123456', {poster: undefined}),
    /"poster"/,
    media('embed', 'https://vimeo.com/123456'),
  ],
  [
    'embed-still-elsewhere',
    'warning',
    media('embed', 'https://youtu.be/dQw4w9WgXcQ', {poster: 'https://i.ytimg.com/vi/a/0.jpg'}),
    /your own server/,
    media('embed', 'https://youtu.be/dQw4w9WgXcQ'),
  ],
  [
    'pair-without-after',
    'error',
    media('pair', 'dam.jpg'),
    /"after"/,
    media('pair', 'dam.jpg', {after: {src: 'dam-2.jpg', alt: 'The dam, broken'}}),
  ],
  ['quote-without-text', 'error', quote({text: undefined}), /word for word/, quote({})],
  ['quote-without-speaker', 'warning', quote({credit: undefined}), /"credit"/, quote({})],
  ['quote-without-source', 'warning', quote({src: undefined}), /"cite"/, quote({})],
  [
    'media-is-page',
    'warning',
    (story) => void Object.assign(story, {steps: [{...step, media: [{...DAM, src: 'dam.html'}]}]}),
    /cite the page/,
    (story) => void Object.assign(story, {steps: [{...step, media: [DAM]}]}),
  ],
  [
    'text-has-html',
    'warning',
    set(event, {text: 'First<br>second'}),
    /leave the rest out/,
    set(event, {text: 'First, second'}),
  ],
  [
    'text-has-entity',
    'warning',
    set(event, {title: 'Dam&nbsp;1'}),
    /the character itself/,
    set(event, {title: 'Dam 1'}),
  ],
  [
    'text-has-blocks',
    'warning',
    set(event, {text: '# Dam\nIt broke.'}),
    /sentences/,
    set(event, {text: 'It broke.'}),
  ],
  [
    'text-has-blocks',
    'warning',
    set(event, {text: '- one\n- two'}),
    /sentences/,
    set(event, {text: 'One, two.'}),
  ],
  [
    'text-has-blocks',
    'warning',
    set(event, {text: '![Dam](dam.jpg)'}),
    /"media"/,
    set(event, {text: 'The dam.'}),
  ],
  ['text-broken', 'warning', set(place, {name: 'S\ufffdo'}), /UTF-8/, set(place, {name: 'São'})],
  ['text-misread', 'warning', set(place, {name: 'SÃ£o'}), /UTF-8/, set(place, {name: 'São'})],
  [
    'link-unsafe',
    'error',
    set(event, {text: '[a](javascript:b)'}),
    /https/,
    set(event, {text: '[a](https://b.example)'}),
  ],
  [
    'title-too-long',
    'warning',
    set(event, {title: 'dam '.repeat(30)}),
    /90 characters/,
    set(event, {title: 'Dam'}),
  ],
  [
    'basemap-unknown',
    'warning',
    set(whole, {basemap: 'brazil'}),
    /world, none/,
    set(whole, {basemap: 'world'}),
  ],
  [
    'point-of-view-unknown',
    'warning',
    set(whole, {pointOfView: 'pt'}),
    /Leave it out/,
    (story) => void delete story.pointOfView,
  ],
  [
    'coordinates-swapped',
    'error',
    set(place, {lat: -8.61, lon: 41.15}),
    /"lat": 41.15, "lon": -8.61/,
    set(place, {lat: 41.15, lon: -8.61}),
  ],
  [
    'coordinates-doubtful',
    'warning',
    set(place, {lon: 8.61}),
    /"lat": 41.15, "lon": -8.61/,
    set(place, {lon: -8.61}),
  ],
  [
    'coordinates-doubtful',
    'warning',
    (story) => void Object.assign(place(story, 1), {lat: -8.42, lon: 41.55}),
    /"lat": 41.55, "lon": -8.42/,
    (story) => void Object.assign(place(story, 1), {lat: 41.55, lon: -8.42}),
  ],
  [
    'coordinates-doubtful',
    'warning',
    (story) => void Object.assign(place(story, 1), {lat: -41.55}),
    /"lat": 41.55, "lon": -8.42/,
    (story) => void Object.assign(place(story, 1), {lat: 41.55}),
  ],
  [
    'place-outside-country',
    'warning',
    set(place, {lat: 52, lon: 13}),
    /position or "within"/,
    set(place, {within: ['DE']}),
  ],
  ['coordinates-out-of-range', 'error', set(place, {lat: 4115}), /decimal degrees/, set(place, {lat: 41.15})],
  [
    'coordinates-zero',
    'error',
    set(place, {lat: 0, lon: 0, within: []}),
    /Give its position/,
    set(place, {lat: 41.15, lon: -8.61}),
  ],
  [
    'coordinates-incomplete',
    'error',
    (story) => void delete place(story, 4).lon,
    /both "lat" and "lon"/,
    set((story) => place(story, 4), {lon: -8.41}),
  ],
  [
    'event-without-position',
    'info',
    (story) => {
      delete place(story).lat;
      delete place(story).lon;
    },
    /Add "lat" and "lon"/,
    set(place, {lat: 41.15, lon: -8.61}),
  ],
  ['event-without-place', 'info', set(event, {places: []}), /Add "places"/, set(event, {places: ['porto']})],
  [
    'event-without-date',
    'info',
    (story) => void delete event(story).date,
    /Add "date"/,
    set(event, {date: '2025-01-02'}),
  ],
  ['event-without-source', 'warning', set(event, {cite: []}), /"cite"/, set(event, {cite: [{source: 's'}]})],
  [
    'date-not-understood',
    'error',
    set(event, {date: '2 January 2025'}),
    /2025-12-25/,
    set(event, {date: '2025-01-02'}),
  ],
  [
    'date-impossible',
    'error',
    set(event, {date: '2025-02-30'}),
    /2025-12-25/,
    set(event, {date: '2025-01-03'}),
  ],
  [
    'time-skipped',
    'warning',
    set(event, {date: '2024-03-31T01:30'}),
    /ahead of UTC/,
    set(event, {date: '2024-03-31T02:30'}),
  ],
  [
    'time-repeated',
    'warning',
    set(event, {date: '2024-10-27T01:30'}),
    /^Add .*: \+01:00 for the first time, \+00:00 for the second\.$/,
    set(event, {date: '2024-10-27T01:30+01:00'}),
  ],
  [
    'time-repeated',
    'warning',
    set(figure, {date: '2024-10-26T20:00/2024-10-27T01:00:10'}),
    /ahead of UTC/,
    set(figure, {date: '2024-10-26T20:00/2024-10-27T01:00:10Z'}),
  ],
  [
    'time-zone-unknown',
    'error',
    set(whole, {timeZone: 'Lisboa'}),
    /IANA/,
    set(whole, {timeZone: 'Europe/Lisbon'}),
  ],
  [
    'source-before-event',
    'warning',
    set(event, {date: '2025-02-02'}),
    /Correct one of the dates/,
    set(event, {date: '2025-01-02'}),
  ],
  [
    'id-twice',
    'error',
    (story) => void story.events.push({...event(story, 1), id: 'e', title: 'The bridge falls'}),
    /id of its own/,
    set((story) => event(story, 2), {id: 'g'}),
  ],
  [
    'reference-to-nothing',
    'error',
    set(event, {places: ['porto', 'oporto']}),
    /"places"/,
    set(event, {places: ['porto']}),
  ],
  ['value-unknown', 'error', set(event, {status: 'sure'}), /confirmed/, set(event, {status: 'confirmed'})],
  ['wrong-type', 'error', set(place, {lat: '41.15'}), /without quotes/, set(place, {lat: 41.15})],
  [
    'unknown-key',
    'info',
    set(event, {titel: 'The dam'}),
    /spelling/,
    (story) => void delete event(story).titel,
  ],
  [
    'breakdown-sum',
    'error',
    set(figure, {breakdown: [{group: 'a', value: 3}]}),
    /part that is missing/,
    set(figure, {
      breakdown: [
        {group: 'a', value: 3},
        {group: 'b', value: 2},
      ],
    }),
  ],
  [
    'figure-without-source',
    'warning',
    set(figure, {cite: []}),
    /"cite"/,
    set(figure, {cite: [{source: 's'}]}),
  ],
  ['annotation-nowhere', 'warning', note({}), /"place" for the map/, note({place: 'porto'})],
  [
    'annotation-unplaced',
    'warning',
    set(whole, {
      places: [...sound().places, nowhere],
      annotations: [{id: 'n', text: 'It', place: 'nowhere'}],
    }),
    /"lat" and "lon"/,
    set(whole, {places: sound().places, annotations: [{id: 'n', text: 'It', place: 'porto'}]}),
  ],
  [
    'annotation-undated',
    'warning',
    note({measure: 'homes', place: 'porto'}),
    /a "date"/,
    note({measure: 'homes', date: '2025-01'}),
  ],
  [
    'annotation-too-long',
    'info',
    note({date: '2025', text: 'word '.repeat(30)}),
    /Shorten it to 120/,
    note({date: '2025'}),
  ],
  [
    'steps-alike',
    'info',
    set(whole, {steps: [step, {...step, id: 'two'}]}),
    /what is new/,
    set(whole, {steps: [step, {...step, id: 'two', select: 'f'}]}),
  ],
  [
    'step-too-long',
    'info',
    set(whole, {steps: [{...step, text: 'word '.repeat(200)}]}),
    /two steps/,
    set(whole, {steps: [{...step, text: `[word](https://example.org/${'long/'.repeat(200)})`}]}),
  ],
  [
    'step-without-words',
    'warning',
    set(whole, {steps: [{id: 'one', select: 'e'}]}),
    /"title"/,
    set(whole, {steps: [step]}),
  ],
  [
    'step-shows-nothing',
    'warning',
    set(whole, {steps: [{...step, range: '2020'}]}),
    /Widen "range"/,
    set(whole, {steps: [{...step, range: '2025'}]}),
  ],
  [
    'step-hides-event',
    'warning',
    set(whole, {steps: [{...step, range: '2025-01-03'}]}),
    /Widen "range"/,
    set(whole, {steps: [{...step, range: '2025-01'}]}),
  ],
  [
    'step-view-elsewhere',
    'info',
    set(whole, {steps: [{...step, view: {places: ['faro']}}]}),
    /Add "porto"/,
    set(whole, {steps: [{...step, view: {places: ['faro', 'porto']}}]}),
  ],
  [
    'step-view-unplaced',
    'warning',
    set(whole, {places: [...sound().places, nowhere], steps: [{...step, view: {places: ['nowhere']}}]}),
    /"lat" and "lon"/,
    set(whole, {places: sound().places, steps: [step]}),
  ],
  ['shape-without-geometry', 'error', shape({}), /"src"/, shape({geometry: bank})],
  ['shape-without-source', 'warning', shape({geometry: bank, cite: []}), /"cite"/, shape({geometry: bank})],
  [
    'shape-with-both',
    'warning',
    shape({geometry: bank, src: 'a.json'}),
    /Remove one/,
    shape({geometry: bank}),
  ],
  [
    'geometry-position',
    'error',
    shape({geometry: line([-8, 41], [-8, 95], [-8, 42])}),
    /up to 180 and 90/,
    shape({geometry: bank}),
  ],
  [
    'geometry-position',
    'error',
    shape({geometry: line([-8, 41], [-890_000, 5_000_000], [-8, 42])}),
    /EPSG:4326/,
    shape({geometry: bank}),
  ],
  [
    'geometry-unknown',
    'error',
    shape({geometry: {type: 'GeometryCollection', geometries: [bank, {type: 'Circle'}]}}),
    /GeoJSON/,
    shape({geometry: bank}),
  ],
  [
    'geometry-empty',
    'error',
    shape({geometry: {type: 'FeatureCollection', features: []}}),
    /lines or polygons/,
    shape({geometry: bank}),
  ],
  [
    'geometry-part-empty',
    'warning',
    shape({geometry: {type: 'GeometryCollection', geometries: [bank, line()]}}),
    /Remove them/,
    shape({geometry: bank}),
  ],
  [
    'geometry-too-short',
    'warning',
    shape({geometry: {type: 'GeometryCollection', geometries: [bank, line([-8, 41])]}}),
    /a line two positions/,
    shape({geometry: bank}),
  ],
  [
    'geometry-has-points',
    'warning',
    shape({
      geometry: {type: 'GeometryCollection', geometries: [bank, {type: 'Point', coordinates: [-8, 41]}]},
    }),
    /"places"/,
    shape({geometry: bank}),
  ],
  [
    'geometry-across-180',
    'info',
    shape({geometry: line([-170, 41], [170, 41])}),
    /add a position between/,
    shape({geometry: line([-170, 41], [0, 41], [170, 41])}),
  ],
  [
    'geometry-large',
    'warning',
    shape({geometry: line(...Array.from({length: 50_001}, (_, i) => [-8 + i / 1e5, 41] as const))}),
    /"src"/,
    shape({src: 'a.json'}),
  ],
  [
    'geometry-crosses-itself',
    'warning',
    shape({
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [2, 2],
            [2, 0],
            [0, 2],
            [0, 0],
          ],
        ],
      },
    }),
    /merge parts/,
    shape({
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [2, 0],
            [2, 2],
            [0, 2],
            [0, 0],
          ],
        ],
      },
    }),
  ],
  ['route-too-short', 'error', route(['porto']), /two/, route(['porto', 'braga'])],
  [
    'route-place-twice',
    'warning',
    route(['porto', 'porto', 'braga']),
    /twice|once|Remove/,
    route(['porto', 'braga']),
  ],
  [
    'route-place-without-position',
    'warning',
    (story) => {
      story.places.push(nowhere);
      route(['porto', 'nowhere', 'braga'])(story);
    },
    /"lat" and "lon"/,
    set((story) => place(story, 5), {lat: 41, lon: -8.5}),
  ],
  [
    'route-long',
    'info',
    route(Array.from({length: 1001}, (_, i) => (i % 2 ? 'porto' : 'braga'))),
    /"shapes"|shape/,
    route(['porto', 'braga']),
  ],
  [
    'route-without-source',
    'warning',
    set(whole, {routes: [{id: 'r', name: 'R', places: ['porto', 'braga']}]}),
    /"cite"/,
    route(['porto', 'braga']),
  ],
  [
    'id-missing',
    'error',
    (story) => void delete event(story, 1).id,
    /never change it/,
    set((story) => event(story, 1), {id: 'f'}),
  ],
  [
    'id-malformed',
    'error',
    set((story) => event(story, 1), {id: '\ud83d'}),
    /letters, digits/,
    set((story) => event(story, 1), {id: 'f'}),
  ],
  [
    'version-missing',
    'warning',
    (story) => void delete (story as Value).cronomapa,
    /"cronomapa": 1/,
    set(whole, {cronomapa: 1}),
  ],
  [
    'value-missing',
    'error',
    (story) => void delete event(story).title,
    /Add "title"/,
    set(event, {title: 'Dam'}),
  ],
  ['value-empty', 'error', set(event, {title: ''}), /Fill it in/, set(event, {title: 'Dam'})],
  ['value-negative', 'error', set(place, {radius: -5}), /0 or more/, set(place, {radius: 5})],
  [
    'percent-over-100',
    'warning',
    (story) => {
      story.measures.push({id: 'share', name: 'Share', unit: '%', kind: 'stock'});
      Object.assign(figure(story), {measure: 'share', value: 500});
    },
    /unit of its measure/,
    set(figure, {value: 50}),
  ],
  [
    'text-missing-in-language',
    'warning',
    (story) => {
      Object.assign(story, {title: {en: 'A flood', pt: 'Uma cheia'}});
      for (const each of story.events) each.title = {en: 'A dam', pt: 'Uma barragem'};
      event(story).text = {en: 'It broke.'};
    },
    /"pt": "…"/,
    set(event, {text: {en: 'It broke.', pt: 'Rompeu-se.'}}),
  ],
  [
    'address-unsafe',
    'error',
    set(source, {url: 'javascript:1'}),
    /https/,
    set(source, {
      url: 'https://a.example/1',
      archived: 'https://web.archive.org/1',
    }),
  ],
  [
    'address-of-tiles',
    'error',
    set(whole, {tiles: 'https://t.example/{z}/{x}/{y}.png'}),
    /TileJSON/,
    set(whole, {tiles: 'tiles.json'}),
  ],
  [
    'dataset-empty',
    'error',
    (story) => void Object.assign(story, {events: [], figures: [], places: [], sources: []}),
    /Add rows/,
    (story) => void Object.assign(story, sound()),
  ],
  [
    'withdrawn-without-correction',
    'error',
    set((story) => event(story, 1), {status: 'withdrawn'}),
    /"corrections"/,
    set((story) => event(story, 1), {corrections: [{date: '2025-02-01', text: 'It did not rise.'}]}),
  ],
  [
    'figure-without-actor',
    'error',
    (story) => void delete figure(story).actor,
    /actor who gave/,
    set(figure, {actor: 'board'}),
  ],
  [
    'cumulative-without-since',
    'error',
    (story) => void Object.assign(story.measures[0] as Value, {kind: 'cumulative'}),
    /"since"/,
    set((story) => story.measures[0] as Value, {since: '2025-01-01'}),
  ],
  [
    'measures-not-comparable',
    'warning',
    (story) => {
      story.measures.push({id: 'people', name: 'People', unit: 'people', kind: 'stock'});
      story.figures.push({...figure(story), id: 'p', measure: 'people'});
      Object.assign(story, {questions: [{id: 'q', question: 'How many?', figures: ['n', 'p']}]});
    },
    /one question for each measure/,
    set(whole, {questions: [{id: 'q', question: 'How many?', figures: ['n']}]}),
  ],
  [
    'actor-two-values',
    'warning',
    (story) => void story.figures.push({...figure(story), id: 'p', value: 6}),
    /Correct one of them/,
    (story) => void story.figures.pop(),
  ],
  [
    'figure-twice',
    'warning',
    (story) => void story.figures.push({...figure(story), id: 'p'}),
    /Remove one of them/,
    (story) => void story.figures.pop(),
  ],
  [
    'figure-of-withdrawn-event',
    'warning',
    (story) => {
      Object.assign(event(story, 1), {status: 'withdrawn', corrections: [{date: '2025-02-01', text: 'No.'}]});
      figure(story).event = 'f';
    },
    /Take "event" off/,
    (story) => void delete figure(story).event,
  ],
  [
    'figure-from-another-claimant',
    'warning',
    (story) => {
      story.actors.push({id: 'mayor', name: 'The mayor'});
      figure(story).actor = 'mayor';
    },
    /Cite the claimant/,
    set(figure, {actor: 'board'}),
  ],
  [
    'quote-says-other-number',
    'warning',
    set(figure, {
      breakdown: [
        {group: 'a', value: 3},
        {group: 'b', value: 2},
      ],
      cite: [{source: 's', quote: '3 here and 4 there'}],
    }),
    /Correct the one/,
    set(figure, {cite: [{source: 's', quote: '3 here and 2 there'}]}),
  ],
  [
    'question-mixes-periods',
    'warning',
    (story) => {
      Object.assign(story.measures[0] as Value, {kind: 'flow'});
      story.figures.push({...figure(story), id: 'p', date: '2025-01-04'});
      Object.assign(story, {questions: [{id: 'q', question: 'How many?', figures: ['n', 'p']}]});
    },
    /for each period/,
    set(whole, {questions: [{id: 'q', question: 'How many?', figures: ['n']}]}),
  ],
  [
    'question-lacks-figure',
    'warning',
    (story) => {
      addMayor(story);
      story.figures.push({...figure(story), id: 'p', actor: 'mayor', cite: [{source: 'm'}]});
      Object.assign(story, {questions: [{id: 'q', question: 'How many?', figures: ['n']}]});
    },
    /Add it/,
    set(whole, {questions: [{id: 'q', question: 'How many?', figures: ['n', 'p']}]}),
  ],
  [
    'only-copies',
    'info',
    (story) => {
      story.sources.push({id: 'c', title: 'A copy', grade: 'mirror', published: '2025-01-06'});
      event(story).cite = [{source: 'c'}];
    },
    /Find the original/,
    set(event, {cite: [{source: 's'}, {source: 'c'}]}),
  ],
  [
    'source-not-cited',
    'info',
    (story) => void story.sources.push({id: 't', title: 'Another'}),
    /Cite it/,
    (story) => void story.sources.pop(),
  ],
  [
    'source-without-archived',
    'info',
    set(source, {url: 'https://a.example/1'}),
    /archive/,
    set(source, {archived: 'https://web.archive.org/1'}),
  ],
  ['value-empty', 'error', set(event, {title: ' \n '}), /Fill it in/, set(event, {title: 'Dam'})],
  [
    'address-without-scheme',
    'warning',
    set(source, {url: 'www.example.org/report', archived: 'https://web.archive.org/1'}),
    /"https:\/\/www\.example\.org\/report"/,
    set(source, {url: 'https://www.example.org/report'}),
  ],
  [
    'address-without-scheme',
    'warning',
    set(event, {text: 'See [the report](water.example.org/a).'}),
    /"https:\/\/water/,
    set(event, {text: 'See [the report](https://water.example.org/a).'}),
  ],
  [
    'address-without-scheme',
    'warning',
    media('image', 'example.org/dam.jpg'),
    /"\.\/example/,
    media('image', './example.org/dam.jpg'),
  ],
  [
    'address-private',
    'warning',
    media('image', 'http://localhost:3000/dam.jpg'),
    /Upload/,
    media('image', 'https://a.example/dam.jpg'),
  ],
  [
    'address-without-scheme',
    'warning',
    media('image', 'https:/a.example/dam.jpg'),
    /^Write "https:\/\/a\.example\/dam\.jpg"\.$/,
    media('image', 'https://a.example/dam.jpg'),
  ],
  [
    'address-private',
    'warning',
    media('image', '/Users/ana/Desktop/dam.jpg'),
    /Upload/,
    media('image', 'dam.jpg'),
  ],
  [
    'address-private',
    'warning',
    media('image', '\\\\server\\share\\dam.jpg'),
    /Upload/,
    media('image', 'dam.jpg'),
  ],
  [
    'media-alt-is-name',
    'warning',
    media('image', 'dam.jpg', {alt: 'IMG_2034.JPG'}),
    /what it shows/,
    media('image', 'dam.jpg'),
  ],
  [
    'text-has-controls',
    'warning',
    set(event, {title: 'The \u202edam'}),
    /Remove it/,
    set(event, {title: 'The dam'}),
  ],
  ['text-has-controls', 'warning', set(event, {title: 'Dam\u0007'}), /Remove/, set(event, {title: 'Dam'})],
  ['text-invisible', 'warning', set(event, {title: '\u200b'}), /Write it/, set(event, {title: 'Dam'})],
  [
    'text-has-open-mark',
    'warning',
    set(event, {text: 'It was **high and broke.'}),
    /both marks/,
    set(event, {text: 'It was **high** and broke.'}),
  ],
  [
    'text-has-open-mark',
    'warning',
    set(event, {text: 'See [the report]().'}),
    /https:\/\/address/,
    set(event, {text: 'See [the report](https://a.example).'}),
  ],
  [
    'event-twice',
    'warning',
    (story) => void story.events.push({...event(story), id: 'g'}),
    /Remove one/,
    (story) => void story.events.pop(),
  ],
  [
    'link-to-itself',
    'warning',
    set(event, {links: [{to: 'e', rel: 'follows'}]}),
    /another event/,
    set(event, {links: [{to: 'f', rel: 'follows'}]}),
  ],
  [
    'origin-in-circle',
    'warning',
    (story) => {
      source(story).origin = 't';
      story.sources.push({id: 't', title: 'Copy', origin: 's', published: '2025-01-05', grade: 'repost'});
      Object.assign(source(story), {grade: 'original'});
      event(story).cite = [{source: 's'}, {source: 't'}];
    },
    /Leave "origin" out/,
    (story) => void delete source(story).origin,
  ],
  [
    'year-doubtful',
    'warning',
    (story) => story.events.push({...event(story), id: 'g', title: 'The dam', date: '0205-01-04'}),
    /^If 2025 is meant, write it\.$/,
    set((story) => event(story, 2), {date: '2025-01-04'}),
  ],
  [
    'year-doubtful',
    'warning',
    (story) => story.events.push({...event(story), id: 'g', title: 'The dam', date: '2025-01-04/2205-01-05'}),
    /^If 2025 is meant, write it\.$/,
    set((story) => event(story, 2), {date: '2025-01-04/2025-01-05'}),
  ],
  [
    'year-doubtful',
    'warning',
    (story) => story.events.push({...event(story), id: 'g', title: 'The dam', date: '2205-01-04'}),
    /^If 2025 is meant, write it\.$/,
    set((story) => event(story, 2), {date: '2025-01-04'}),
  ],
  [
    'year-doubtful',
    'warning',
    (story) => {
      story.events.push({...event(story), id: 'g', title: 'The dam'});
      source(story).published = '0225-01-05';
    },
    /^If 2025 is meant, write it\.$/,
    set(source, {published: '2025-01-05'}),
  ],
  [
    'date-in-future',
    'warning',
    set(source, {published: '2027-01-05'}),
    /Correct the date/,
    set(source, {published: '2025-01-05'}),
  ],
  [
    'date-in-future',
    'warning',
    set(whole, {corrections: [{date: '2031', text: 'It was the bridge.'}]}),
    /Correct the date/,
    set(whole, {corrections: [{date: '2025', text: 'It was the bridge.'}]}),
  ],
  [
    'coordinates-doubtful',
    'warning',
    set((story) => place(story, 1), {lat: 0.4155}),
    /"lat": 41.55, "lon": -8.42/,
    set((story) => place(story, 1), {lat: 41.55}),
  ],
  [
    'coordinates-doubtful',
    'warning',
    set(place, {lat: 4.115, lon: -0.861}),
    /"lat": 41.15, "lon": -8.61/,
    set(place, {lat: 41.15, lon: -8.61}),
  ],
  [
    'places-on-one-spot',
    'info',
    set((story) => place(story, 1), {lat: 41.15, lon: -8.61}),
    /Correct the one that is wrong/,
    set((story) => place(story, 1), {lat: 41.55, lon: -8.42}),
  ],
  [
    'places-on-one-spot',
    'info',
    set((story) => place(story, 1), {lat: 41.15, lon: -8.61}),
    /"precision": "locality"/,
    set((story) => place(story, 1), {precision: 'locality'}),
  ],
  ...(
    [
      [{basemap: 'https://a.example/maps/brazil.html'}, {basemap: 'https://a.example/maps/brazil.json'}],
      [{tiles: 'https://a.example/tiles.php?id=4'}, {tiles: 'https://a.example/tiles.json'}],
    ] as const
  ).map(
    ([page, file]): Case => [
      'address-is-page',
      'warning',
      set(whole, page),
      /address of the file itself/,
      set(whole, file),
    ],
  ),
  ['address-is-page', 'warning', shape({src: 'flood.html'}), /shape\.geojson/, shape({src: 'flood.geojson'})],
  [
    'address-is-page',
    'warning',
    media('pair', 'dam.jpg', {
      after: {src: 'https://drive.google.com/file/d/1/view', alt: 'The dam, broken'},
    }),
    /picture\.jpg/,
    media('pair', 'dam.jpg', {after: {src: 'dam-2.jpg', alt: 'The dam, broken'}}),
  ],
  ['version-unknown', 'error', set(whole, {cronomapa: 2}), /"cronomapa": 1/, set(whole, {cronomapa: 1})],
  ['language-unknown', 'error', set(whole, {language: 'English!'}), /BCP 47/, set(whole, {language: 'en'})],
];

async function issuesOf(text: string): Promise<readonly Issue[]> {
  const {out} = await command(['check', '--json', '-'], {stdin: text});
  const [report] = JSON.parse(out) as [{readonly issues: readonly Issue[]}];
  return report.issues;
}

const brief = (issues: readonly Issue[]) => issues.map(({code, severity}) => [code, severity]);

test('the sound story has nothing to correct', async () => {
  expect(await issuesOf(JSON.stringify(sound()))).toEqual([]);
});

describe('a file with one fault is told that one, and its advice removes it', () => {
  test.each(CASES.map((each, i) => [`${i + 1}: ${each[0]}`, each] as const))('%s', async (_, each) => {
    const [code, severity, broken, advice, mended] = each;
    const story: Story = sound();
    broken(story);
    const found = await issuesOf(JSON.stringify(story));
    expect(brief(found)).toEqual([[code, severity]]);
    expect(found[0]?.fix).toMatch(advice);
    mended(story);
    expect(await issuesOf(JSON.stringify(story))).toEqual([]);
  });
});

const text = JSON.stringify(sound(), null, 1);

describe('a text that is no story is told what it is, in one message', () => {
  test.each<readonly [string, string, string, RegExp, RegExp]>([
    ['curly quotes', text.replace('"title"', '“title”'), 'file-not-json', /curly quote/, /straight quotes/],
    ['single quotes', text.replace('"title"', "'title'"), 'file-not-json', /line 4/, /double quotes/],
    [
      'a comma too many',
      text.replace('"language": "en",', '"language": "en",,'),
      'file-not-json',
      /"," at line 3/,
      /extra comma/,
    ],
    [
      'a comma at the end',
      text.replace(/\n\}$/, ',\n}'),
      'file-not-json',
      /follows a comma/,
      /Remove the comma/,
    ],
    [
      'a comma missing',
      text.replace('"language": "en",', '"language": "en"'),
      'file-not-json',
      /line 4/,
      /Write a comma before it/,
    ],
    [
      'a table twice',
      text.replace('"places"', '"events": [], "places"'),
      'key-twice',
      /"events" stands twice/,
      /Join them/,
    ],
    ['a comment', text.replace('{', '{ // mine'), 'file-not-json', /line 1/, /no comments/],
    ['NaN', text.replace('41.15', 'NaN'), 'file-not-json', /"N" at/, /Write a number/],
    ['a cut file', text.slice(0, 400), 'file-truncated', /stops in the middle/, /again, whole/],
    ['an empty file', '', 'file-empty', /empty/, /saved/],
    ['a web page', '<!doctype html><title>404</title>', 'file-is-html', /web page/, /address/],
    ['a table', 'date,title,lat,lon\n2025-01-02,Dam,41,-8\n', 'file-is-csv', /table/, /cronomapa import/],
    ['a PDF', '%PDF-1.7\n%âãÏÓ\n', 'file-is-pdf', /PDF/, /CSV/],
    ['a workbook', 'PK\u0003\u0004\u0014\0\u0006\0', 'file-is-archive', /workbook/, /cronomapa import/],
    ['UTF-16', [...text].join('\0'), 'file-is-utf-16', /UTF-16/, /UTF-8/],
    [
      'TimelineJS',
      '{"events": [{"start_date": {"year": "1815"}, "text": {"headline": "Ada", "text": "<p>Born</p>"}}]}',
      'file-is-timelinejs',
      /TimelineJS/,
      /cronomapa import FILE -o story\.json/,
    ],
    [
      'StoryMapJS',
      '{"storymap": {"slides": [{"text": {"headline": "A"}}]}}',
      'file-is-storymapjs',
      /StoryMapJS/,
      /cronomapa import FILE/,
    ],
    [
      'GeoJSON',
      '{"type": "FeatureCollection", "features": []}',
      'file-is-geojson',
      /GeoJSON/,
      /cronomapa import/,
    ],
    [
      'TopoJSON',
      '{"type": "Topology", "arcs": [], "objects": {}}',
      'file-is-topojson',
      /TopoJSON/,
      /"basemap"/,
    ],
  ])('%s', async (_, broken, code, message, fix) => {
    const found = await issuesOf(broken);
    expect(found.map((issue) => issue.code)).toEqual([code]);
    expect(found[0]?.message).toMatch(message);
    expect(found[0]?.fix).toMatch(fix);
  });
});

test('figures that disagree are asked about until a question shows them', async () => {
  const story: Story = sound();
  addMayor(story);
  story.figures.push({...figure(story), id: 'p', actor: 'mayor', value: 6, cite: [{source: 'm'}]});
  const [asked, ...others] = await issuesOf(JSON.stringify(story));
  expect(others).toEqual([]);
  expect(asked).toMatchObject({code: 'figures-disagree', severity: 'question'});
  expect(asked?.fix).toMatch(/^Add a question that lists them/);
  story.questions = [{id: 'q', question: 'How many?', figures: ['n', 'p']}];
  const shown = await issuesOf(JSON.stringify(story));
  expect(brief(shown)).toEqual([['figures-disagree', 'question']]);
  expect(shown[0]?.fix).toBe('Question "q" shows them.');
});

test('lines say how many rows there are, so that cut ones are known', async () => {
  const lines = [...formatLines(sound())];
  const without = lines.join('\n').replace(`,"rows":${lines.length - 1}`, '');
  const [unsaid, ...others] = await issuesOf(without);
  expect(others).toEqual([]);
  expect(unsaid).toMatchObject({code: 'rows-not-said', severity: 'info'});
  expect(unsaid?.fix).toContain(`Add "rows": ${lines.length - 1} to the first line`);
  expect(await issuesOf(lines.join('\n'))).toEqual([]);
  const cut = await issuesOf(`${lines.slice(0, -1).join('\n')}\n`);
  expect(brief(cut)).toEqual([['rows-missing', 'error']]);
});

test('an id that stands twice names the row that has it first', async () => {
  const story = sound();
  story.events.push({...event(story, 1), id: 'e'});
  const [twice] = await issuesOf(JSON.stringify(story));
  expect(twice?.message).toMatch(/^The id "e" is taken by an earlier row\..* That is events, row 1\.$/);
});

test.each([
  ['of a century ago', ['1925', '1926-03', '2025']],
  ['of antiquity', ['-0480', '-0431/-0404', '0033']],
  ['of times to come', ['2050', '2100']],
  ['of the age of the earth', ['Y-4540000000', 'Y-66E6']],
])('dates %s are no slips', async (_, dates) => {
  const story = sound();
  story.events = ['2025-01-02', '2025-02', '2026', ...dates].map((date, i) => ({
    ...event(story),
    id: `d${i}`,
    title: `Event ${i}`,
    date,
    cite: [{source: 'later'}],
  }));
  story.sources.push({id: 'later', title: 'Outlook', publisher: 'Water board'});
  expect((await issuesOf(JSON.stringify(story))).filter(({code}) => /year|future/.test(code))).toEqual([]);
});

test('stories all around the world have no doubtful places', async () => {
  const story = sound();
  const around = [
    [-33.9, 151.2],
    [35.7, 139.7],
    [55.8, 37.6],
    [-1.3, 36.8],
    [40.7, -74],
  ] as const;
  story.places.push(...around.map(([lat, lon], i) => ({id: `w${i}`, name: `W${i}`, lat, lon})));
  expect(await issuesOf(JSON.stringify(story))).toEqual([]);
});
