import {type CronoElement, PartController} from '../base/index.js';
import type {MediaViews} from './media.js';

export type MediaPart = PartController<typeof import('./media.js'), MediaViews>;

/**
 * What draws media, fetched with the first event that has any.
 *
 * @param allow asks the story to let media come from a host
 */
export const mediaPart = (
  element: CronoElement,
  allow: (host: string) => void,
  story: () => HTMLElement | undefined,
): MediaPart =>
  new PartController(
    element,
    () => import('./media.js'),
    ({MediaViews}) => new MediaViews(element, allow, story),
  );
