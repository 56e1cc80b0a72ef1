import {direction} from '../i18n/index.js';
import {html, snippetHtml} from '../static/index.js';

interface PageOptions {
  readonly language: string;
  readonly title: string;
  /** Address of the folder of the script. */
  readonly base: string;
}

/** A page that shows the story beside it. */
export function pageHtml({language, title, base}: PageOptions): string {
  const isMirrored = direction(language) === 'rtl';
  const lines = snippetHtml({
    as: 'element',
    base,
    src: 'story.json',
    title,
    headingLevel: 1,
    permalink: true,
  });
  return `<!doctype html>
${html`<html lang="${language}"${isMirrored ? html` dir="rtl"` : ''}>`}
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
${html`<title>${title}</title>`}
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
