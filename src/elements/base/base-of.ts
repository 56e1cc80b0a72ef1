/** URL that addresses of a story's dataset are relative to: its file's; the page's where a script has set the data. */
export function baseOf(
  story: (HTMLElement & {readonly src?: string; readonly data?: unknown}) | undefined,
): string {
  const {src, data, baseURI = document.baseURI} = story ?? {};
  const file = src && data === undefined && URL.canParse(src, baseURI) ? new URL(src, baseURI).href : '';
  // Nothing is relative to a blob.
  return URL.canParse('.', file) ? file : baseURI;
}
