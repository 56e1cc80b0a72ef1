export function serve(
  root: string,
  options?: {
    readonly port?: number;
    readonly host?: string;
    readonly gzip?: boolean;
    readonly head?: string;
    readonly scripts?: Readonly<Record<string, string>>;
    readonly log?: (path: string, status: number) => void;
  },
): Promise<{readonly url: string; readonly close: () => Promise<void>}>;
