/** URL of the worker that imports; undefined when a bundler did not emit it: see worker-url.ts. */
export function importWorkerUrl(): URL | undefined {
  const url = new URL('./import-worker.ts', import.meta.url);
  const [own = ''] = import.meta.url.split(/[?#]/);
  const isCopied = url.href !== own.replace(/[^/]*$/, 'import-worker.js');
  const isUnbundled = /\/import-worker-url\.js$/.test(own);
  return isCopied || isUnbundled ? url : undefined;
}
