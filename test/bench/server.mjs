/** Serves pages, tools and datasets of the benchmark, compressed, and counts the bytes sent. */
import {createReadStream} from 'node:fs';
import {readFile, stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join, sep} from 'node:path';
import {gzipSync} from 'node:zlib';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.ndjson': 'application/x-ndjson; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
/** Headers for cross-origin isolation, in which Chromium measures the memory of a page with its workers. */
const HEADERS = {
  'cache-control': 'no-store',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
};

/**
 * @param {Record<string, string>} folders by the first part of the address
 * @param {(name: string) => Promise<string>} data path of a compressed dataset, by its name
 */
export const serveBench = async (folders, data) => {
  /** Cache of compressed files, so that no tool waits for compression. */
  const packed = new Map();
  let log = [];

  const fileOf = async (pathname) => {
    const [, top, ...rest] = decodeURIComponent(pathname).split('/');
    if (!folders[top]) return undefined;
    const path = join(folders[top], ...rest);
    if (!path.startsWith(folders[top] + sep)) return undefined;
    return (await stat(path).catch(() => undefined))?.isFile() ? path : undefined;
  };

  const server = createServer(async (request, response) => {
    const {pathname, searchParams} = new URL(request.url, 'http://bench');
    const type = TYPES[extname(pathname)] ?? 'application/octet-stream';
    const entry = {path: pathname, bytes: 0};
    // Compressed already.
    const asIs = /woff|png/.test(type);
    try {
      if (pathname.startsWith('/data/')) {
        const path = await data(pathname.slice('/data/'.length));
        entry.bytes = (await stat(path)).size;
        log.push(entry);
        response.writeHead(200, {
          ...HEADERS,
          'content-type': type,
          'content-encoding': 'gzip',
          'content-length': entry.bytes,
        });
        return createReadStream(path).pipe(response);
      }
      const path = await fileOf(pathname);
      if (!path) {
        log.push({...entry, missing: true});
        return response.writeHead(404, HEADERS).end();
      }
      const key = `${path}?${searchParams}`;
      if (!packed.has(key)) {
        let body = await readFile(path);
        if (type === TYPES['.html'])
          body = Buffer.from(body.toString().replaceAll('{DATA}', `/data/${searchParams.get('data')}`));
        packed.set(key, asIs ? body : gzipSync(body, {level: 9}));
      }
      const body = packed.get(key);
      entry.bytes = body.length;
      log.push(entry);
      response
        .writeHead(200, {...HEADERS, 'content-type': type, ...(!asIs && {'content-encoding': 'gzip'})})
        .end(body);
    } catch (error) {
      console.error(error);
      response.destroy();
    }
  });
  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** The responses since the last call: path and bytes of each body. */
    take: () => {
      const taken = log;
      log = [];
      return taken;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};
