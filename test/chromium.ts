import {type Browser, chromium} from 'playwright-core';
import {CHROMIUM_ARGS, findChromium, WITHOUT_COMPILERS} from '../scripts/browsers.mjs';

let launched: Promise<Browser> | undefined;

/** Chromium, one for all files that a worker runs: each launch takes a second. It ends with the worker. */
export function sharedChromium(): Promise<Browser> {
  launched ??= chromium.launch({
    executablePath: findChromium(),
    args: [...CHROMIUM_ARGS, WITHOUT_COMPILERS],
  });
  return launched;
}
