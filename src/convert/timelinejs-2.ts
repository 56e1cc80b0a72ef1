import {isRow, type Row} from '../core/dataset/index.js';
import {stringOf} from './draft.js';
import type {Notes} from './notes.js';

/** A timeline of TimelineJS 2 in the shape of version 3; one of version 3 as it is. */
export function modernTimeline(tree: Row, notes: Notes): Row {
  const {timeline} = tree;
  if (!isRow(timeline)) return tree;
  notes.add({
    code: 'timelinejs-2',
    severity: 'said',
    row: 'file',
    message:
      'It is in the format of TimelineJS 2; dates in numbers with slashes have the month first, as it reads them.',
  });
  const hasTitle = [timeline.headline, timeline.text, timeline.asset].some(
    (each) => each !== undefined && each !== '',
  );
  const list = (value: unknown) => (Array.isArray(value) ? value.map(slideOf) : []);
  return {
    ...(hasTitle && {title: slideOf({...timeline, startDate: undefined, endDate: undefined})}),
    events: list(timeline.date),
    eras: list(timeline.era),
  };
}

/** Version 2 lays a slide out flat. */
function slideOf(value: unknown): unknown {
  if (!isRow(value)) return value;
  const {headline, text, asset, startDate, endDate, tag, date, era, type, classname, ...rest} = value;
  const {media, ...more} = isRow(asset) ? asset : {media: undefined};
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([key]) => !/^(?:start|lang|date|era)$/.test(key))),
    start_date: dateOf(startDate),
    end_date: dateOf(endDate),
    text: {headline, text},
    media: {...more, url: media},
    group: tag,
  };
}

const PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;

/** Parts with commas, `2011,12,10,07,02`; all else as it is written. */
function dateOf(value: unknown): unknown {
  const written = stringOf(value);
  if (!/^-?\d+\s*(?:,\s*(?:\d+\s*)?){0,6}$/.test(written)) return written || undefined;
  const parts = written.split(',');
  return Object.fromEntries(PARTS.map((unit, i) => [unit, parts[i]]));
}
