/** Finds the browsers that the tests drive. */
import {accessSync, constants, readdirSync} from 'node:fs';
import {delimiter, join} from 'node:path';

const runs = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The first of `names` on PATH, or the first of `paths` that can be run. */
const find = (names, paths = []) =>
  [
    ...names.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((dir) => join(dir, name))),
    ...paths,
  ].find(runs);

const list = (path) => {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
};

const MAC = '/Applications';

/** The one without windows first: the same engine, which takes less than half of the processor's time. */
export const findChromium = () =>
  process.env.CRONOMAPA_CHROMIUM ||
  find(
    ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    [`${MAC}/Chromium.app/Contents/MacOS/Chromium`, `${MAC}/Google Chrome.app/Contents/MacOS/Google Chrome`],
  );

export const findFirefox = () =>
  process.env.CRONOMAPA_FIREFOX ||
  find(['firefox-esr', 'firefox'], [`${MAC}/Firefox.app/Contents/MacOS/firefox`]);

/** WebKitGTK's driver, and the MiniBrowser that it automates, which is installed beside the library. */
export const findWebKit = () => {
  const driver = find(['WebKitWebDriver']);
  const browser = list('/usr/lib')
    .flatMap((arch) => list(`/usr/lib/${arch}`).map((name) => `/usr/lib/${arch}/${name}/MiniBrowser`))
    .filter((path) => /\/webkit2?gtk-/.test(path) && runs(path))
    .sort()
    .at(-1);
  return driver && browser ? {driver, browser} : undefined;
};

/** Flags that reduce Chromium's resources, messages and network requests. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** For tests: what the compilers make faster hardly runs again, and they take a tenth of the processor's time. */
export const WITHOUT_COMPILERS = '--js-flags=--no-opt --no-maglev';
