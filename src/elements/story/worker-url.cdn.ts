/** Where the worker lies: beside the script. */
export const workerUrl = (): URL | undefined => new URL('./worker.js', import.meta.url);
