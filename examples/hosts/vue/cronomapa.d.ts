/** The elements of cronomapa in templates: attributes, properties and events. `import type {} from 'cronomapa/vue'` brings them in, once in a project. */
import type {CronoElement, CronoEventMap, CronoStory} from 'cronomapa';
import type {EmitFn, HTMLAttributes, PublicProps} from 'vue';

/** What may be set on an element: its own properties, but for what it only tells and does. */
type Props<Element> = {
  [Name in Exclude<
    keyof Element,
    keyof CronoElement | 'data' | 'ready' | 'snapshot'
  > as Element[Name] extends (...args: never) => unknown ? never : Name]?: Element[Name];
} & (Element extends CronoStory ? {data?: object; dataset?: object} : object);

type Tag<Element> = new () => Element & {
  $props: Props<Element> & HTMLAttributes & PublicProps;
  $emit: EmitFn<{[Name in keyof CronoEventMap]: (event: CronoEventMap[Name]) => void}>;
};
type Tags = {[Name in keyof HTMLElementTagNameMap & `crono-${string}`]: Tag<HTMLElementTagNameMap[Name]>};

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
