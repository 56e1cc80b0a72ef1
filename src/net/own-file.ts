/** Time after which a server that does not answer is not waited for, in milliseconds. */
const LIMIT = 5000;

/**
 * Whether a file of the page's own server may be a film or a sound: it is there, is no page, and does not lead to another
 * server, which the reader would have to be asked about. What cannot be known is left to the player.
 */
export async function canPlay(url: string): Promise<boolean> {
  const ask = (redirect: RequestRedirect) =>
    fetch(url, {method: 'HEAD', mode: 'same-origin', redirect, signal: AbortSignal.timeout(LIMIT)});
  let isRedirect = false;
  try {
    let response = await ask('manual');
    isRedirect = response.type === 'opaqueredirect';
    if (isRedirect) response = await ask('follow');
    const isPage = /^text\/html\b/i.test(response.headers.get('content-type') ?? '');
    return response.status !== 404 && response.status !== 410 && !isPage;
  } catch {
    // Without the redirect it was the network, or the page's policy.
    return !isRedirect;
  }
}
