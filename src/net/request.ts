/** How a file is asked for: one of the page's own server may not lead to another, which nobody has named. */
export const requestOf = (url: string): RequestInit => ({
  mode: new URL(url).origin === globalThis.location?.origin ? 'same-origin' : 'cors',
});
