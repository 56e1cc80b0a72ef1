import 'cronomapa/define';
import type {CronoSelectEvent, CronoStory} from 'cronomapa';
import type {} from 'cronomapa/react';
import {type RefObject, useEffect, useRef} from 'react';

interface Props {
  id?: string;
  /** Address of the dataset. */
  src?: string;
  /** Parsed JSON in place of `src`. */
  dataset?: object;
  selected?: string;
  onSelect?: (id: string | null) => void;
  ref?: RefObject<CronoStory | null>;
}

/**
 * A story with its views. In an app that is drawn in the browser alone, `oncrono-select={…}` on the element does what
 * the effect does. To an element that a server wrote React gives no listener (facebook/react#35446); this does.
 */
export function Story({ref, onSelect, ...story}: Props) {
  const own = useRef<CronoStory>(null);
  const element = ref ?? own;

  useEffect(() => {
    const {current} = element;
    if (!current || !onSelect) return;
    const listen = (event: CronoSelectEvent) => onSelect(event.id);
    current.addEventListener('crono-select', listen);
    // One that a server wrote may be drawn by now.
    if (current.snapshot.selected) onSelect(current.snapshot.selected);
    return () => current.removeEventListener('crono-select', listen);
  }, [element, onSelect]);

  return (
    <crono-story ref={element} {...story}>
      <crono-map />
      <crono-timeline />
      <crono-card heading-level={3} />
      <crono-list heading-level={3} />
    </crono-story>
  );
}
