/** Installs the npm packages when they are missing or differ from the lock file. */
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const packagesOf = (path) => {
  try {
    return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')).packages;
  } catch {
    return undefined;
  }
};

/** Compare by content: a fresh checkout of the same lock file has a newer modification time. */
const installed = () => {
  const wanted = packagesOf('../package-lock.json');
  const present = packagesOf('../node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([path, {version, optional, devOptional}]) =>
      path === '' || (present[path] ? present[path].version === version : optional || devOptional),
  );
};

/** @throws {Error} when this Node is too old, or npm fails */
export const installPackages = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`);
  }
  if (installed()) return;
  process.stdout.write('Installing the npm packages …\n');
  try {
    execFileSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
  } catch {
    throw new Error('npm ci failed; what it says is above.');
  }
};
