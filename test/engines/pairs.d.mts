type Factors<T extends string> = Readonly<Record<T, readonly string[]>>;
interface Options {
  readonly seeds?: readonly Readonly<Record<string, string>>[];
  readonly cheapFirst?: string;
  readonly allows?: (row: Readonly<Record<string, string>>) => boolean;
}

export function pairwise<T extends string>(factors: Factors<T>, options?: Options): Record<T, string>[];
export function everyone<T extends string>(factors: Factors<T>, options?: Options): Record<T, string>[];
