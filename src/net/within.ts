/** Time after which what has not come is not waited for, in milliseconds. */
const LIMIT = 60_000;

/** What is waited for; rejects when it has not come after a minute, as a server that never answers would hold it for ever. */
export async function within<T>(coming: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Nothing came for ${LIMIT / 1000} s`)), LIMIT);
  });
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
  }
}
