/** The elements of cronomapa in markup: attributes, properties and events. `import type {} from 'cronomapa/svelte'` brings them in, once in a project. */
import type {CronoElement, CronoEventMap, CronoStory} from 'cronomapa';
import type {HTMLAttributes} from 'svelte/elements';

/** What may be set on an element: its own properties, but for what it only tells and does. */
type Props<Element> = {
  [Name in Exclude<
    keyof Element,
    keyof CronoElement | 'data' | 'ready' | 'snapshot'
  > as Element[Name] extends (...args: never) => unknown ? never : Name]?: Element[Name];
} & (Element extends CronoStory ? {data?: object; dataset?: object} : object) &
  (Element extends {headingLevel: number} ? {'heading-level'?: number} : object);

/** `oncrono-select` and the others: Svelte listens for what follows `on`, letter by letter. */
type Listeners = {[Name in keyof CronoEventMap as `on${Name}`]?: (event: CronoEventMap[Name]) => void};

type Tag<Element extends EventTarget> = Props<Element> & Listeners & HTMLAttributes<Element>;
type Tags = {[Name in keyof HTMLElementTagNameMap & `crono-${string}`]: Tag<HTMLElementTagNameMap[Name]>};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Tags {}
}
