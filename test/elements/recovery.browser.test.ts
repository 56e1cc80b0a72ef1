import {html} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {afterEach, expect, test} from 'vitest';
import {CronoElement} from '../../src/elements/base/index.js';

const BAD = {
  toString(): string {
    throw new Error('This row cannot be drawn.');
  },
};

class Rows extends CronoElement {
  static override readonly tag = 'crono-test-rows';
  rows: readonly string[] = [];

  protected override render(): unknown {
    return html`<ul>${repeat(
      this.rows,
      (row) => row,
      // What throws while it is put into the page leaves the lists of what is there half changed.
      (row) => html`<li title=${row === 'bad' ? BAD : row}>${row}</li>`,
    )}</ul>`;
  }

  /** Draws at once, so that what is thrown is caught here and not by the page. */
  show(...rows: readonly string[]): readonly string[] {
    this.rows = rows;
    this.requestUpdate();
    this.performUpdate();
    return Array.from(this.renderRoot.querySelectorAll('li'), ({textContent}) => textContent ?? '');
  }
}
Rows.define();

afterEach(() => document.body.replaceChildren());

test('an element that threw while it drew draws the next data whole', () => {
  const element = document.createElement(Rows.tag) as Rows;
  document.body.append(element);
  expect(element.show('a', 'b', 'c')).toEqual(['a', 'b', 'c']);
  expect(() => element.show('d', 'c', 'bad', 'a')).toThrow('This row cannot be drawn.');
  expect(element.show('b', 'e', 'a')).toEqual(['b', 'e', 'a']);
  expect(element.show('a')).toEqual(['a']);
});
