/**
 * Whether the page is in a frame of ours or of another site, as high as what is in it: there nothing scrolls. A page in a
 * frame of its own site, as in the preview of a CMS, scrolls as any other.
 */
export const isFramed = (): boolean =>
  parent !== window && (frameElement === null || document.documentElement.classList.contains('framed'));
