export function serve(
  root: string,
  options?: {
    readonly port?: number;
    readonly host?: string;
    readonly gzip?: boolean;
    readonly head?: string;
    /** Scripts and pages by address, beside the files. */
    readonly texts?: Readonly<Record<string, string>>;
    /** Addresses that lead elsewhere, and where. */
    readonly redirects?: Readonly<Record<string, string>>;
    readonly log?: (path: string, status: number) => void;
  },
): Promise<{readonly url: string; readonly close: () => Promise<void>}>;
