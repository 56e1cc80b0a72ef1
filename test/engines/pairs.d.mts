type Factors<T extends string> = Readonly<Record<T, readonly string[]>>;

export function pairwise<T extends string>(factors: Factors<T>): Record<T, string>[];
export function everyone<T extends string>(factors: Factors<T>): Record<T, string>[];
