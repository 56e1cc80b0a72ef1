import type {Browser} from 'playwright-core';

export function writeProject(folder: string): Promise<void>;
export function faultsOf(
  browser: Browser,
  out: string,
  expected: {readonly worker: boolean},
): Promise<readonly string[]>;
