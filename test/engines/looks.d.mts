interface Look {
  readonly width: number;
  readonly height: number;
  readonly scheme: string;
  readonly forced?: boolean;
  readonly spaced?: boolean;
  readonly dress?: {readonly theme: string; readonly language: string; readonly words?: string};
}
interface Opening {
  readonly touch: boolean;
  readonly looks: readonly Look[];
}

export const ENGINES: readonly string[];
export const TWINS: Readonly<Record<string, string>>;
export function planLooks(
  pages: readonly {readonly name: string; readonly language: string}[],
  options?: {readonly all?: boolean},
): (engine: string, page: string) => Opening[];
export function nameOf(look: Look): string;
