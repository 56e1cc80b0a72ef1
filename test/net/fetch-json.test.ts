import {createServer, type RequestListener, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {fetchJson} from '../../src/net/index.js';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a file that does not come', () => {
  let body: ReadableStreamDefaultController<Uint8Array>;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', async (_: string, {signal}: RequestInit) => {
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          body = controller;
        },
      });
      // As browsers do.
      signal?.addEventListener('abort', () => body.error(signal.reason));
      return new Response(stream);
    });
  });

  const send = (text: string) => body.enqueue(new TextEncoder().encode(text));

  test('is given up when nothing has come for a minute', async () => {
    const failure = fetchJson('https://paper.example/a.json').catch((error: Error) => error.message);
    await vi.advanceTimersByTimeAsync(59_000);
    send('{"slow":');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await failure).toBe('No data for 60 s');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is waited for as long as it comes, and letters are read whole', async () => {
    const json = fetchJson('https://paper.example/a.json');
    const bytes = new TextEncoder().encode('{"name":"Añasco"}');
    for (const byte of bytes) {
      await vi.advanceTimersByTimeAsync(59_000);
      body.enqueue(Uint8Array.of(byte));
    }
    body.close();
    expect(await json).toEqual({name: 'Añasco'});
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('servers', () => {
  const servers: Server[] = [];
  const asked: string[] = [];

  async function serve(listener: RequestListener): Promise<string> {
    const server = createServer((request, response) => {
      asked.push(`${request.headers.host}${request.url}`);
      listener(request, response);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  afterEach(async () => {
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
    asked.length = 0;
  });

  test('who agreed to one has agreed to that one alone', async () => {
    const other = await serve((_, response) => response.end('{"here":true}'));
    const agreed = await serve((_, response) => response.writeHead(302, {location: `${other}/b.json`}).end());
    await expect(fetchJson(`${agreed}/a.json`)).rejects.toThrow();
    expect(asked).toEqual([`${new URL(agreed).host}/a.json`]);
  });

  test('what fails says how, and what is no JSON too', async () => {
    const server = await serve(({url}, response) => {
      response.writeHead(url === '/none.json' ? 404 : 200).end('<p>');
    });
    await expect(fetchJson(`${server}/none.json`)).rejects.toThrow('none.json answered 404');
    await expect(fetchJson(`${server}/page.json`)).rejects.toThrow(SyntaxError);
  });
});
