/*
 * Embeds a story with one tag: `<script src="…/embed.js" data-src="story.json" async></script>` inserts the story at
 * its own position. A classic script knows its position through `document.currentScript` and runs once per tag; the
 * module that it imports is loaded once.
 */

/** The attributes of the story, given as `data-` attributes of the script. */
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
  'folds',
] as const;

const script = document.currentScript as HTMLScriptElement | null;
if (script) {
  // The browser reports a failed import in its console.
  const loading = import(new URL('cronomapa.js', script.src).href);
  if (script.hasAttribute('data-src')) {
    const story = document.createElement('crono-story');
    // Its room until it is defined. Set by script, so that no policy for styles forbids it.
    story.style.cssText = 'display:block;block-size:100svh';
    // `removeAttribute` would leave an empty one in Chromium, which has not written it yet.
    void loading.finally(() => story.toggleAttribute('style', false));
    for (const name of ATTRIBUTES) {
      const value = script.getAttribute(`data-${name}`);
      if (value !== null) story.setAttribute(name, value);
    }
    const place = () => {
      if (script.closest('head')) document.body.append(story);
      else script.after(story);
    };
    // In the head, append the story to the body, once the body is parsed.
    if (script.closest('head') && document.readyState === 'loading')
      addEventListener('DOMContentLoaded', place, {once: true});
    else place();
  }
}
