import {createReadStream} from 'node:fs';
import {readFile, stat} from 'node:fs/promises';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {extname} from 'node:path';
import {findServed} from './served-file.js';

const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json',
  '.gif': 'image/gif',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.gpx': 'application/gpx+xml',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.kml': 'application/vnd.google-earth.kml+xml',
  '.m4a': 'audio/mp4',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.oga': 'audio/ogg',
  '.ogg': 'audio/ogg',
  '.ogv': 'video/ogg',
  '.ndjson': 'application/x-ndjson',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.tsv': 'text/tab-separated-values; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.wav': 'audio/wav',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const TEXT = 'text/plain; charset=utf-8';
const HTML = 'text/html';

/** Addresses of our own, beside the files: no file of a folder is served whose name begins with a dot. */
const SCRIPT = '/.cronomapa/preview.js';
const EVENTS = '/.cronomapa/events';

/** Put at the end of every page: it changes no address, and no byte before it. */
const TAG = `\n<script src="${SCRIPT}"></script>\n`;

interface SiteOptions {
  /** The folder, without symbolic links. */
  readonly root: string;
  readonly port: number;
  /** The script that is added to pages. */
  readonly script: string;
  /** Called with each file that is served, or asked for and missing. */
  readonly onAsked: (file: string) => void;
  /** The message that a page gets when it begins to listen. */
  readonly greeting: () => string | undefined;
}

interface Site {
  /** Ends with a slash. */
  readonly url: string;
  /** Sends an event to all pages that are open. */
  readonly send: (event: string, data: string) => void;
  readonly close: () => Promise<void>;
}

const message = (event: string, data: string) => `event: ${event}\ndata: ${data}\n\n`;

/** Serves a folder on this computer alone. Rejects as Node does, with `EADDRINUSE` when the port is taken. */
export async function serveSite(options: SiteOptions): Promise<Site> {
  const pages = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => refuse(response, 500, 'This file cannot be read.'));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const {port} = server.address() as AddressInfo;
    const {method, headers, url = '/'} = request;
    // A page of another site could otherwise ask under a name of its own that leads here.
    if (headers.host !== `127.0.0.1:${port}` && headers.host !== `localhost:${port}`)
      return refuse(response, 403, `Open it as http://127.0.0.1:${port}/.`);
    if (method !== 'GET' && method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return refuse(response, 405, 'Only GET and HEAD are answered here.');
    }
    const [pathname = '/'] = url.split('?', 1);
    if (pathname === EVENTS) return listen(response);
    if (pathname === SCRIPT) return send(response, 'text/javascript; charset=utf-8', options.script);
    const found = await findServed(options.root, pathname);
    if ('redirect' in found) {
      response.writeHead(301, {location: found.redirect}).end();
    } else if ('file' in found) {
      options.onAsked(found.file);
      await sendFile(found.file, request, response);
    } else if (pathname === '/favicon.ico') {
      // Browsers always ask for one, and report that it is missing.
      response.writeHead(204).end();
    } else {
      if (found.missing !== undefined) options.onAsked(found.missing);
      refuse(response, 404, 'There is no such file in this folder.');
    }
  }

  /** Keeps the answer open, for what is to be sent. */
  function listen(response: ServerResponse): void {
    response.writeHead(200, {'content-type': 'text/event-stream', 'cache-control': 'no-store'});
    const greeting = options.greeting();
    response.write(greeting === undefined ? ':\n\n' : message('check', greeting));
    pages.add(response);
    response.on('close', () => pages.delete(response));
  }

  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(options.port, '127.0.0.1', done);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    send: (event, data) => {
      for (const page of pages) page.write(message(event, data));
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response
    .writeHead(200, {'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff'})
    .end(body);
}

function refuse(response: ServerResponse, status: number, words: string): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(status, {'content-type': TEXT, 'cache-control': 'no-store'}).end(`${words}\n`);
}

async function sendFile(file: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
  if (request.method === 'HEAD') return send(response, type, '');
  if (type === HTML) return send(response, type, Buffer.concat([await readFile(file), Buffer.from(TAG)]));
  const {size} = await stat(file);
  const range = rangeOf(request.headers.range, size);
  if (range === 'none') {
    response.setHeader('content-range', `bytes */${size}`);
    return refuse(response, 416, 'The file is shorter.');
  }
  const stream = createReadStream(file, range);
  stream.once('error', () => refuse(response, 403, 'This file may not be read.'));
  stream.once('open', () => {
    response.writeHead(range ? 206 : 200, {
      'content-type': type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
      ...(range && {
        'content-range': `bytes ${range.start}-${range.end}/${size}`,
        'content-length': range.end - range.start + 1,
      }),
    });
    stream.pipe(response);
  });
}

/**
 * The bytes that are asked for (RFC 9110), by which a film is wound on: first and last; `none` when the file has none of
 * them, undefined for all. Several ranges at once are answered with all, as a server may.
 */
function rangeOf(
  header: string | undefined,
  size: number,
): {start: number; end: number} | 'none' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (!first && !last) return undefined;
  const start = first ? Number(first) : Math.max(0, size - Number(last));
  const end = first && last ? Math.min(Number(last), size - 1) : size - 1;
  return start > end ? 'none' : {start, end};
}
