/** Small plain objects, written alike: an infinite end, alone written as null, is like no finite one. */
export const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);
