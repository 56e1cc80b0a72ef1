/*
 * The script that `cronomapa serve` adds to pages: it loads them again when a file of theirs has been saved, and shows
 * in a panel what `check` says of their stories. A classic script without globals.
 */

interface Finding {
  readonly severity: string;
  readonly row: string;
  readonly message: string;
  readonly fix: string;
  readonly line?: number;
  readonly column?: number;
}

interface Checked {
  readonly file: string;
  readonly summary: string;
  readonly issues: readonly Finding[];
}

const STYLES = `
:host {
  all: initial;
  color-scheme: light dark;
}
section {
  position: fixed;
  z-index: 2147483647;
  inset-block-end: 8px;
  inset-inline-end: 8px;
  box-sizing: border-box;
  max-inline-size: min(36rem, calc(100vw - 16px));
  max-block-size: 45vh;
  overflow: auto;
  border: 2px solid #767676;
  border-radius: 6px;
  padding: 6px 10px;
  background: Canvas;
  color: CanvasText;
  font: 14px/1.45 system-ui, sans-serif;
}
section.faulty {
  border-color: #c62828;
}
summary {
  cursor: pointer;
  font-weight: 600;
}
ul {
  margin: 6px 0;
  padding-inline-start: 1.2em;
}
li {
  margin-block: 4px;
  overflow-wrap: anywhere;
}
small {
  color: GrayText;
}
@media print {
  :host {
    display: none;
  }
}`;

/** An element with texts in it, which stay texts. */
function make(name: string, ...content: (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  element.append(...content);
  return element;
}

function itemOf({severity, row, message, fix, line, column}: Finding, file: string): HTMLElement {
  const place = line === undefined ? file : `${file}:${line}:${column}`;
  return make(
    'li',
    make('strong', `${severity}: ${row}`),
    ' ',
    make('small', place),
    make('br'),
    `${message} ${fix}`,
  );
}

function storyOf({file, summary, issues}: Checked): HTMLElement {
  if (issues.length === 0) return make('div', summary);
  const details = make('details', make('summary', summary)) as HTMLDetailsElement;
  details.append(make('ul', ...issues.map((issue) => itemOf(issue, file))));
  details.open = issues.some(({severity}) => severity === 'error');
  return details;
}

const host = document.createElement('cronomapa-check');
const shadow = host.attachShadow({mode: 'open'});
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLES);
// A page may forbid styles in its markup.
shadow.adoptedStyleSheets = [sheet];
const panel = document.createElement('section');
panel.setAttribute('aria-label', 'What cronomapa check says');
panel.lang = 'en';
panel.dir = 'ltr';
shadow.append(panel);

function show(all: readonly Checked[]): void {
  const isFaulty = all.some(({issues}) => issues.some(({severity}) => severity === 'error'));
  panel.className = isFaulty ? 'faulty' : '';
  panel.replaceChildren(...all.map(storyOf));
  if (all.length > 0) document.body.append(host);
  else host.remove();
}

function start(): void {
  const events = new EventSource('/.cronomapa/events');
  events.addEventListener('reload', () => location.reload());
  events.addEventListener('check', ({data}: MessageEvent<string>) => show(JSON.parse(data) as Checked[]));
  // A page that is kept for the way back would keep its connection, of which browsers allow six.
  addEventListener('pagehide', () => events.close());
  addEventListener('pageshow', ({persisted}) => persisted && location.reload());
}

// A frame is loaded again with its page.
if (window.top === window) start();
