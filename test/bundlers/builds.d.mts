export const BUILDS: Readonly<Record<string, (folder: string, out: string) => Promise<readonly string[]>>>;
export const WITH_WORKER: ReadonlySet<string>;
