/** URL of the worker, in the folder of the script. */
export const workerUrl = (): URL | undefined => new URL('./worker.js', import.meta.url);
