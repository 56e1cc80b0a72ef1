/**
 * Where the worker lies; undefined where a bundler has left it behind, since asking for it would be answered by 404.
 * Bundlers that know the form of the first line copy the worker, and write its new address there; the others copy
 * nothing, and leave the line as it is.
 */
export function workerUrl(): URL | undefined {
  const url = new URL('./worker.ts', import.meta.url);
  const [own = ''] = import.meta.url.split(/[?#]/);
  const isCopied = url.href !== own.replace(/[^/]*$/, 'worker.js');
  const isUnbundled = /\/worker-url\.js$/.test(own);
  return isCopied || isUnbundled ? url : undefined;
}
