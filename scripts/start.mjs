/** `npm start`: installs, builds, and serves the gallery and the example pages. */
import {execFileSync} from 'node:child_process';
import {installPackages, root} from './install.mjs';
import {serve} from './serve.mjs';

const fail = (message) => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

const asked = process.env.PORT;
if (asked && !(/^\d+$/.test(asked) && Number(asked) < 65536))
  fail(`PORT is a number from 0 to 65535, not “${asked}”.`);

/** Opens the requested port, or the first free one from 8080 on. */
const open = async (port) => {
  try {
    return await serve('site', {port, host: process.env.HOST || '127.0.0.1', gzip: true});
  } catch (error) {
    if (error.code === 'EADDRINUSE' && !asked && port < 8100) return open(port + 1);
    if (error.code === 'EADDRINUSE')
      throw new Error(`Port ${port} is taken. Choose another: PORT=8081 npm start`);
    if (error.code === 'EACCES')
      throw new Error(`Port ${port} may not be opened. Choose another: PORT=8081 npm start`);
    throw error;
  }
};

try {
  process.chdir(root);
  installPackages();
  try {
    execFileSync(process.execPath, ['scripts/build.mjs'], {stdio: 'inherit'});
  } catch {
    throw new Error('The build failed; what it says is above.');
  }
  const {url, close} = await open(Number(asked || 8080));
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}.`);
  process.stdout.write(`\ncronomapa is at ${url}/  (Ctrl+C stops it)\n`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => close().then(() => process.exit(0)));
} catch (error) {
  fail(error.message);
}
