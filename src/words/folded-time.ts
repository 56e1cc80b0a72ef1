import type {StoryEvent} from '../core/dataset/index.js';
import {foldsOf} from '../core/layout/index.js';
import type {Snapshot} from '../core/store/index.js';
import {formatDuration, messages} from '../i18n/index.js';

/**
 * What a list says before some events where a timeline folds the time before them: "16 months without events"; empty
 * elsewhere.
 */
export function timeWithout(
  before: readonly StoryEvent[],
  {events, locale}: Pick<Snapshot, 'events' | 'locale'>,
): string {
  const fold = foldsOf(events.spans).find(({gap}) =>
    before.some(({interval}) => interval?.start === gap.end),
  );
  return fold ? messages(locale).pause(formatDuration(fold.gap, locale)) : '';
}
