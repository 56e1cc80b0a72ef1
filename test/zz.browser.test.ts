import {LitElement, html} from 'lit';
import {property} from 'lit/decorators.js';
import {expect, test} from 'vitest';
declare const __BASEMAPS__: string;
class XA extends LitElement { @property({reflect: true}) lanes = 'packed'; @property({type: Boolean, attribute: 'without-axis'}) withoutAxis = false; protected override render() { return html`<b>${this.lanes}</b>`; } }
customElements.define('x-a', XA);
test('reactive', async () => {
  const e = document.createElement('x-a') as XA; document.body.append(e); await e.updateComplete;
  expect(e.getAttribute('lanes')).toBe('packed');
  e.lanes = 'q'; await e.updateComplete; expect(e.shadowRoot?.textContent).toBe('q');
  const r = await fetch('/data/caracas-releases.json'); expect((await r.json()).id).toBe('caracas-releases');
  expect(__BASEMAPS__).toBe('../../data/basemaps/');
  const L = await import('leaflet'); expect(L.map).toBeTruthy(); const d = await import('d3'); expect(d.scaleLinear).toBeTruthy();
});
test('bad', () => { console.warn('boo'); });
