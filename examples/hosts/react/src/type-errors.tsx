/** What the types must refuse. Never run: where one of these is accepted, the check fails. */
import type {CronoStory} from 'cronomapa';
import type {} from 'cronomapa/react';

export const wrong = [
  // @ts-expect-error an address is a string
  <crono-story key="src" src={1} />,
  // @ts-expect-error an id is a string
  <crono-story key="selected" selected={['release-2025-12-25']} />,
  // @ts-expect-error there is no such theme
  <crono-story key="theme" theme="sepia" />,
  // @ts-expect-error a level is a number
  <crono-story key="level" heading-level="two" />,
  // @ts-expect-error a dataset is parsed JSON, not its address
  <crono-story key="dataset" dataset="/stories/caracas-releases.json" />,
  // @ts-expect-error the event says an id, not a detail
  <crono-story key="detail" oncrono-select={(event) => event.detail} />,
  // @ts-expect-error the listener of another event
  <crono-story key="listener" oncrono-select={(event: MouseEvent) => event.clientX} />,
  // @ts-expect-error without-events is a chart's
  <crono-map key="map" withoutEvents />,
  // @ts-expect-error there is no such element
  <crono-mapa key="tag" />,
];

export const act = (story: CronoStory) => {
  // @ts-expect-error there is no such request
  story.dispatch({type: 'choose', id: 'release-2025-12-25'});
};
