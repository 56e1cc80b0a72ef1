/**
 * Structural equality of small plain objects, by their JSON. An infinite number is written as null, so it differs from
 * every finite one.
 */
export const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);
