import {vi} from 'vitest';

/** Polls until a check passes. The timeout is for what hangs: that of `vi.waitFor` is a second, and machines are shared. */
export const waitFor = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, {timeout: 10_000, interval: 10});
