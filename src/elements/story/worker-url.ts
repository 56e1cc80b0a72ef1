/**
 * URL of the worker; undefined when a bundler did not emit it, which would be a 404. Bundlers that recognize the first
 * line copy the worker and rewrite its URL; others leave the line unchanged and copy nothing.
 */
export function workerUrl(): URL | undefined {
  const url = new URL('./worker.ts', import.meta.url);
  const [own = ''] = import.meta.url.split(/[?#]/);
  const isCopied = url.href !== own.replace(/[^/]*$/, 'worker.js');
  const isUnbundled = /\/worker-url\.js$/.test(own);
  return isCopied || isUnbundled ? url : undefined;
}
