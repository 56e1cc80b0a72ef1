import {snippetHtml} from '../static/index.js';

interface PageOptions {
  readonly language: string;
  readonly title: string;
  /** Address of the folder of the script. */
  readonly base: string;
}

const ENTITIES: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);

/** Languages that are written from right to left. */
const RTL = /^(?:ar|dv|fa|he|ps|sd|ug|ur|yi)\b/i;

/** A page that shows the story beside it. */
export function pageHtml({language, title, base}: PageOptions): string {
  const lines = snippetHtml({
    as: 'element',
    base,
    src: 'story.json',
    title,
    headingLevel: 1,
    permalink: true,
  });
  return `<!doctype html>
<html lang="${escaped(language)}"${RTL.test(language) ? ' dir="rtl"' : ''}>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<style>
  :root { color-scheme: light dark; background: Canvas; font-family: system-ui, sans-serif }
  body { margin: 1rem auto; max-width: 72rem; padding: 0 1rem }
</style>
<main>
${lines}</main>
</html>
`;
}
