import {direction} from '../../i18n/index.js';

/** Where a key leads among several; undefined for keys that are others', such as those of a player. */
export function turned(event: KeyboardEvent, at: number, length: number, locale: string): number | undefined {
  const {key, altKey, ctrlKey, metaKey, shiftKey, target} = event;
  const isOther = event.defaultPrevented || altKey || ctrlKey || metaKey || shiftKey;
  if (isOther || (target as Element).closest('input, video, audio, iframe')) return undefined;
  const way = direction(locale) === 'rtl' ? -1 : 1;
  const to = {ArrowRight: at + way, ArrowLeft: at - way, Home: 0, End: length - 1}[key];
  return to === undefined ? undefined : Math.min(Math.max(to, 0), length - 1);
}
