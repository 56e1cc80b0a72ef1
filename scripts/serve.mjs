/** A small static server for local use, by `npm start` and the engine tests. No dependencies. */
import {createReadStream} from 'node:fs';
import {readFile, stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join, resolve, sep} from 'node:path';
import {createGzip} from 'node:zlib';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const TEXT = 'text/plain; charset=utf-8';

/** The file of a URL path; `undefined` outside the root or when missing. */
const locate = async (root, pathname) => {
  let path;
  try {
    path = resolve(join(root, decodeURIComponent(pathname)));
  } catch {
    return undefined;
  }
  if (path.includes('\0') || (path !== root && !path.startsWith(root + sep))) return undefined;
  const info = await stat(path).catch(() => undefined);
  if (info?.isFile()) return {path};
  const index = info?.isDirectory() && (await stat(join(path, 'index.html')).catch(() => undefined));
  if (!index?.isFile()) return undefined;
  return pathname.endsWith('/') ? {path: join(path, 'index.html')} : {redirect: `${pathname}/`};
};

/**
 * Serves the folder `root`.
 *
 * @param {string} root
 * @param {object} [options]
 * @param {number} [options.port] 0, the default, takes any that is free. Rejects with `EADDRINUSE` when it is taken.
 * @param {string} [options.host]
 * @param {boolean} [options.gzip] compress texts for clients that accept it
 * @param {string} [options.head] markup put first into the head of every page
 * @param {Record<string, string>} [options.texts] scripts and pages by address, beside the files
 * @param {Record<string, string>} [options.redirects] addresses that lead elsewhere, and where
 * @param {(path: string, status: number) => void} [options.log]
 * @returns {Promise<{url: string, close: () => Promise<void>}>} `url` ends without a slash
 */
export const serve = async (root, options = {}) => {
  const {
    port = 0,
    host = '127.0.0.1',
    gzip = false,
    head = '',
    texts = {},
    redirects = {},
    log = () => {},
  } = options;
  const base = resolve(root);

  const server = createServer(async (request, response) => {
    const {pathname} = new URL(`http://x${request.url?.startsWith('/') ? request.url : '/'}`);
    const answer = (status, headers, body) => {
      log(pathname, status);
      const type = headers['content-type'] ?? '';
      const compress =
        gzip &&
        body &&
        /^text|json|svg/.test(type) &&
        /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
      response.writeHead(status, {
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
        ...headers,
        ...(compress && {'content-encoding': 'gzip', vary: 'accept-encoding'}),
      });
      if (!body || request.method === 'HEAD') return response.end();
      if (!compress) return body.pipe ? body.pipe(response) : response.end(body);
      const packer = createGzip({level: 9});
      packer.pipe(response);
      return body.pipe ? body.pipe(packer) : packer.end(body);
    };

    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return answer(
        405,
        {allow: 'GET, HEAD', 'content-type': TEXT},
        'Only GET and HEAD are answered here.\n',
      );
    }
    const typeOf = (path) => TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
    const answerPage = (page) =>
      answer(
        200,
        {'content-type': TYPES['.html']},
        page.replace(/<html\b[^>]*>(?:\s*<head\b[^>]*>)?/i, (tags) => tags + head),
      );
    if (Object.hasOwn(texts, pathname)) {
      if (pathname.endsWith('.html')) return answerPage(texts[pathname]);
      return answer(200, {'content-type': typeOf(pathname)}, texts[pathname]);
    }
    if (Object.hasOwn(redirects, pathname)) return answer(302, {location: redirects[pathname]});
    const found = await locate(base, pathname);
    if (found?.redirect) return answer(301, {location: found.redirect});
    // Browsers always request a favicon, and report a 404.
    if (!found && pathname === '/favicon.ico') return answer(204, {});
    if (!found) return answer(404, {'content-type': TEXT}, `Not found: ${pathname}\n`);

    const type = typeOf(found.path);
    if (head && type === TYPES['.html']) return answerPage(await readFile(found.path, 'utf8'));
    const file = createReadStream(found.path);
    file.once('error', () =>
      response.headersSent ? response.destroy() : answer(500, {'content-type': TEXT}, 'Not readable.\n'),
    );
    file.once('open', () => answer(200, {'content-type': type}, file));
  });

  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, done);
  });
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${server.address().port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};
