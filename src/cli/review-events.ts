import type {Dataset} from '../core/dataset/index.js';
import type {PathOf, Report} from './findings.js';

/** Checks events against one another: rows that were pasted twice, links that lead nowhere else. */
export function reviewEvents({events}: Dataset, pathOf: PathOf, report: Report): void {
  const seen = new Map<string, string>();
  for (const {id, title, date, places, links} of events) {
    const key = JSON.stringify([title, date, places]);
    const twin = seen.get(key);
    if (twin === undefined) seen.set(key, id);
    else
      report(
        'event-twice',
        'warning',
        pathOf('events', id),
        `It has title, date and places of event "${twin}".`,
        'Remove one of them, or say in the title how they differ.',
      );
    const own = links.findIndex(({to}) => to === id);
    if (own < 0) continue;
    report(
      'link-to-itself',
      'warning',
      `${pathOf('events', id)}/links/${own}`,
      'It is linked to itself, which readers do not see.',
      'Name another event, or remove the link.',
    );
  }
}
