/** URL of the worker that imports, in the folder of the script. */
export const importWorkerUrl = (): URL | undefined => new URL('./import-worker.js', import.meta.url);
