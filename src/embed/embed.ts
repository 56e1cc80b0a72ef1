/*
 * One tag: `<script src="…/embed.js" data-src="story.json" async></script>` puts the story in its place. A classic script,
 * which knows its own place and runs as often as it is put into a page; the module that it asks for is loaded once.
 */

/** What may be said of the story, as `data-` attributes of the script. */
const ATTRIBUTES = [
  'id',
  'src',
  'selected',
  'lang',
  'theme',
  'heading-level',
  'permalink',
  'allow-hosts',
  'without-worker',
] as const;

const script = document.currentScript as HTMLScriptElement | null;
if (script) {
  if (script.hasAttribute('data-src')) {
    const story = document.createElement('crono-story');
    for (const name of ATTRIBUTES) {
      const value = script.getAttribute(`data-${name}`);
      if (value !== null) story.setAttribute(name, value);
    }
    const place = () => {
      if (script.closest('head')) document.body.append(story);
      else script.after(story);
    };
    // In the head it stands for the end of the page, which may still be coming.
    if (script.closest('head') && document.readyState === 'loading')
      addEventListener('DOMContentLoaded', place, {once: true});
    else place();
  }
  // What goes wrong is said by the browser, as for any module that a page asks for.
  void import(new URL('cronomapa.js', script.src).href);
}
