import {html} from 'lit';
import {POINTS_OF_VIEW} from '../../core/geo/index.js';
import {memoize} from '../../core/memo/index.js';
import {messages} from '../../i18n/index.js';
import type {Basemap} from '../../map/index.js';
import {countryName} from './ground-names.js';

/** How a state sees disputed borders: which are borders like others for it, and which are none. */
export class PointOfView {
  readonly #isKnown: boolean;

  /** @param code ISO 3166-1 */
  constructor(readonly code: string) {
    this.#isKnown = POINTS_OF_VIEW.includes(code);
  }

  /** A basemap as the state sees it; as it is, with all of them disputed, where its view is not known. */
  readonly seen = memoize((basemap: Basemap): Basemap => {
    const {disputes, borders} = basemap;
    const plain = disputes.filter((dispute) => dispute.plain.includes(this.code));
    const disputed = disputes.filter(
      (dispute) => !dispute.plain.includes(this.code) && !dispute.hidden.includes(this.code),
    );
    const join = (lines: typeof disputes) => lines.map(({path}) => path).join('');
    return {...basemap, borders: borders + join(plain), disputed: join(disputed)};
  });

  /** Whose view it is; or that there is no such view, and which there are. */
  note(locale: string): unknown {
    const text = messages(locale);
    if (this.#isKnown)
      return html`<span part="point-of-view">${text.bordersAsSeenBy(countryName(this.code, locale, 'long'))}</span>`;
    return html`<span part="notice" role="status"
      >${text.noPointOfView(this.code, POINTS_OF_VIEW.join(', '))}</span
    >`;
  }
}
