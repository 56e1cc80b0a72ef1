import {type CronoElement, PartController} from '../base/index.js';
import type {MediaViews} from './media.js';

export type MediaPart = PartController<typeof import('./media.js'), MediaViews>;

/**
 * A lazily loaded part that renders media; it is requested by the first event or step that has some.
 *
 * @param allow asks the story to let media load from a host
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
