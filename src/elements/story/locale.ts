import {watchMessages} from '../../i18n/index.js';

/** The nearest valid `lang` of an element or its ancestors, crossing shadow roots. */
export function localeOf(element: Element): string | undefined {
  for (let at: Element | null = element; at; ) {
    const lang: Element | null = at.closest('[lang]');
    const value = lang?.getAttribute('lang');
    if (value && isLocale(value)) return value;
    const root: Node = (lang ?? at).getRootNode();
    at = lang?.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return undefined;
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/**
 * Calls `changed` when a `lang` attribute of the document or the messages of a language change, until the signal
 * aborts.
 */
export function watchLanguages(changed: () => void, signal: AbortSignal): void {
  observe(document, {subtree: true, attributeFilter: ['lang']}, changed, signal);
  watchMessages(changed, signal);
}

/** Calls `changed` when what is observed of a node is another, until the signal aborts. */
export function observe(
  node: Node,
  what: MutationObserverInit,
  changed: () => void,
  signal: AbortSignal,
): void {
  const observer = new MutationObserver(changed);
  observer.observe(node, what);
  signal.addEventListener('abort', () => observer.disconnect());
}
