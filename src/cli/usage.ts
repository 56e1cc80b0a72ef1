/** Thrown when the command is used incorrectly. */
export class UsageError extends Error {}

/** Validates and canonicalizes a language tag. Throws a `UsageError`. */
export function languageOf(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    throw new UsageError(`"${tag}" is not a language tag. Write it as "es" or "pt-BR".`);
  }
}

/** Validates the value of an option with fixed values. Throws a `UsageError`. */
export function oneOf<const T extends string>(words: readonly T[], value: string, option: string): T {
  const found = words.find((word) => word === value);
  if (found === undefined)
    throw new UsageError(`"${value}" is nothing that ${option} knows. Write ${words.join(', ')}.`);
  return found;
}
