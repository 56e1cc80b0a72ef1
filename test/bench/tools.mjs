/**
 * What is compared, and how each is driven.
 *
 * `marks`: what must be in the page, at least one of each, for the tool to count as drawn (`hosts`: the elements
 * whose shadow it is in). `gestures`: where the pointer goes, after `before` ran in the page; `state` is what the
 * gesture must have changed. `limit`: the most events it is run with in a full run, and `why`.
 */
import {TENTH} from './data.mjs';

const within = (tag, selector) => ({hosts: [tag], selector});
const tenth = JSON.stringify(TENTH);

const chooseTenth = `document.querySelector('crono-story').dispatch({type: 'range', range: ${tenth}})`;
const chooseAll = `document.querySelector('crono-story').dispatch({type: 'range', range: null})`;
const range = `JSON.stringify(document.querySelector('crono-story').snapshot.range)`;
const plot = within('crono-timeline', 'svg[role=listbox]');
const ground = within('crono-map', '.stage');
/** Where the first drawn places are on the screen. */
const view = `(() => {
  const root = document.querySelector('crono-map').shadowRoot;
  const things = [...root.querySelectorAll('[part~=place], [part~=area], [part~=cluster], [part~=count]')];
  return things.slice(0, 50).map((thing) => Object.values(thing.getBoundingClientRect().toJSON())).join();
})()`;

const leafletView = `String(map.getCenter()) + map.getZoom()`;
const leafletMap = {selector: '#map'};

const visGestures = [
  {
    id: 'timeline, all of time',
    kind: 'drag',
    on: {selector: '.vis-center'},
    state: `JSON.stringify(timeline.getWindow())`,
  },
  {
    id: 'timeline',
    kind: 'drag',
    on: {selector: '.vis-center'},
    before: `timeline.setWindow(${TENTH.start}, ${TENTH.end}, {animation: false})`,
    state: `JSON.stringify(timeline.getWindow())`,
  },
  {
    id: 'wheel',
    kind: 'wheel',
    on: {selector: '.vis-center'},
    before: `timeline.setWindow(${TENTH.start}, ${TENTH.end}, {animation: false})`,
    state: `JSON.stringify(timeline.getWindow())`,
  },
];

const drawn = [
  within('crono-timeline', '[part~=mark], [part~=bar]'),
  within('crono-map', '[part~=place], [part~=area], [part~=cluster], [part~=count]'),
];
/** Up to 1,000 the record of examples. */
const toldFormat = (n) => (n > 1000 ? 'lines' : 'record');
const passed = `[scrollY, document.querySelector('crono-story').snapshot.step?.id].join()`;

/** Pixels in each frame of who reads on the way. */
const READ = 10;

/**
 * Pages of cronomapa alone, beside which no other tool stands: run only where `--tools` names them. `told` is scrolled
 * past its steps, each in a quarter of a second and then as fast as one reads, `untold` the same text past the same views,
 * without `crono-steps`; `played` is time that is played.
 */
export const ALONE = [
  ...['told', 'untold'].map((id) => ({
    id,
    name: id,
    shows: 'text beside a map and a timeline',
    format: toldFormat,
    marks: [...drawn, {selector: 'section'}],
    gestures: [
      {id: 'scroll', kind: 'scroll', on: {selector: 'section'}, state: passed},
      {
        id: 'read',
        kind: 'scroll',
        turn: READ,
        before: 'scrollTo(0, 0)',
        on: {selector: 'section'},
        state: passed,
      },
    ],
  })),
  {
    id: 'played',
    name: 'played',
    shows: 'map, timeline and range, while time is played',
    format: toldFormat,
    marks: [...drawn, within('crono-player', '[part=play]')],
    gestures: [
      {
        id: 'play',
        kind: 'watch',
        on: within('crono-map', '.stage'),
        before: `void document.querySelector('crono-player').play()`,
        state: range,
      },
    ],
  },
];

export const TOOLS = [
  {
    id: 'cronomapa',
    name: 'cronomapa',
    shows: 'map, timeline and range, linked',
    package: undefined,
    // From 100,000 events on the file is newline JSON, which the story reads as it comes.
    format: (n) => (n >= 100_000 ? 'lines' : 'json'),
    marks: [
      within('crono-timeline', '[part~=mark], [part~=bar]'),
      within('crono-map', '[part~=place], [part~=area], [part~=cluster], [part~=count]'),
      within('crono-range', '[role=slider]'),
    ],
    gestures: [
      {id: 'timeline', kind: 'drag', on: plot, before: chooseTenth, state: range},
      {id: 'wheel', kind: 'wheel', control: true, on: plot, before: chooseTenth, state: range},
      {
        id: 'range window',
        kind: 'drag',
        on: within('crono-range', '[data-handle=window]'),
        before: chooseTenth,
        state: range,
      },
      {
        id: 'range handle',
        kind: 'drag',
        on: within('crono-range', '[role=slider][data-handle=start]'),
        before: chooseTenth,
        state: range,
      },
      {id: 'map', kind: 'drag', on: ground, before: chooseTenth, state: view},
      {id: 'map, all of time', kind: 'drag', on: ground, before: chooseAll, state: view},
      {id: 'map wheel', kind: 'wheel', control: true, on: ground, before: chooseAll, state: view},
    ],
  },
  {
    id: 'timelinejs',
    name: 'TimelineJS3',
    shows: 'timeline and slides',
    package: '@knight-lab/timelinejs',
    format: () => 'timelinejs',
    marks: [{selector: '.tl-timemarker'}],
    gestures: [
      {
        id: 'timeline',
        kind: 'drag',
        on: {selector: '.tl-timenav'},
        at: 0.8,
        state: `document.querySelector('.tl-timenav-slider').style.left`,
      },
      // It has no zoom by wheel: a sideways wheel moves it.
      {
        id: 'wheel',
        kind: 'wheel',
        sideways: true,
        on: {selector: '.tl-timenav'},
        state: `document.querySelector('.tl-timenav-slider').style.left`,
      },
    ],
    limit: 10_000,
    why: 'at 100,000 it was not ready after 120 s',
  },
  {
    id: 'vis-timeline',
    name: 'vis-timeline',
    shows: 'timeline',
    package: 'vis-timeline',
    format: () => 'vis',
    marks: [{selector: '.vis-item'}],
    gestures: visGestures,
    limit: 100_000,
    why: 'at 100,000 it takes a minute or more, and the time grows faster than the number',
  },
  {
    id: 'vis-clustered',
    name: 'vis-timeline, clustered',
    shows: 'timeline, with its option cluster',
    package: 'vis-timeline',
    format: () => 'vis',
    marks: [{selector: '.vis-item'}],
    gestures: visGestures,
    limit: 100_000,
    why: 'as without clusters',
  },
  {
    id: 'markercluster',
    name: 'Leaflet.markercluster',
    shows: 'map',
    package: 'leaflet.markercluster',
    format: () => 'points',
    marks: [{selector: '.leaflet-marker-icon'}],
    gestures: [
      {id: 'map, all of time', kind: 'drag', on: leafletMap, state: leafletView},
      {id: 'map wheel', kind: 'wheel', on: leafletMap, state: leafletView},
    ],
  },
  {
    id: 'leaflet-timeline',
    name: 'Leaflet.timeline',
    shows: 'map of one day at a time, and a slider',
    package: 'leaflet.timeline',
    format: () => 'geojson',
    marks: [{selector: '.leaflet-overlay-pane path'}],
    gestures: [
      {
        id: 'timeline',
        kind: 'drag',
        on: {selector: '.time-slider'},
        state: `document.querySelector('.time-slider').value`,
      },
      {id: 'map', kind: 'drag', on: leafletMap, state: leafletView},
      {id: 'map wheel', kind: 'wheel', on: leafletMap, state: leafletView},
    ],
  },
];
