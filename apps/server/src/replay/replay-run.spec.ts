import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api, NotLetIn } from './api.js';
import { readMap } from './map.js';
import { ReplayRun } from './replay-run.js';

type Fault = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Keeps tickets by key as the real server does; `faults` answer in its place while they like. */
class SmallServer {
  readonly tickets = new Map<string, { id: string; openedAt: string; state: string }>();
  readonly faults: Fault[] = [];
  posts = 0;
  private server: Server;

  private constructor() {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  static async open(): Promise<SmallServer> {
    const small = new SmallServer();
    await small.listen(0);
    return small;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve) => this.server.listen(port, '127.0.0.1', resolve));
  }

  close(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (this.faults[0]?.(request, response)) return;
    const say = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/api/session') say(200, { serverTime: new Date().toISOString() });
    else if (request.method === 'GET') say(200, { ...[...this.tickets.values()][0] });
    else this.openTicket(String(request.headers['idempotency-key']), Buffer.concat(chunks).toString(), say);
  }

  private openTicket(key: string, text: string, say: (status: number, body: object) => void): void {
    this.posts += 1;
    const { title } = JSON.parse(text) as { title: string };
    if (title === 'bad') return say(422, { code: 'invalid-input', field: 'title' });
    if (title === 'broken') return say(500, { code: 'fault' });
    const known = this.tickets.get(key) ?? {
      id: `ticket-${this.posts}`,
      openedAt: new Date().toISOString(),
      state: 'unclear',
      queueReason: 'place-unknown',
      accountable: { name: '全国总工会' },
    };
    this.tickets.set(key, known);
    say(201, known);
  }
}

const MAP = readMap(
  JSON.stringify({ version: 1, key: 'id', fields: { title: { column: 'title', required: true } } }),
);
let folder: string;
let server: SmallServer;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'hotline-replay-'))));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => (server = await SmallServer.open()));
afterEach(() => server.close());

async function replay(titles: string[], change: { stop?: AbortSignal; patienceMs?: number } = {}) {
  const file = join(folder, 'rows.csv');
  writeFileSync(file, `id,title\n${titles.map((title, at) => `${at},${title}\n`).join('')}`);
  const api = new Api(server.address, { token: 'a-token' });
  const run = await ReplayRun.start(api, {
    file,
    map: MAP,
    pace: { rate: 10_000, concurrency: 4 },
    patienceMs: 20_000,
    check: Infinity,
    stop: new AbortController().signal,
    screen: { write: () => undefined },
    ...change,
  });
  await run.run();
  return run.ledger.figures();
}

const many = Array.from({ length: 40 }, (_, at) => `title ${at}`);

it('accounts for every row: accepted, refused by the map, refused by the server', async () => {
  const figures = await replay(['a', 'bad', '', 'b', 'bad']);
  expect(figures).toMatchObject({
    read: 5,
    sent: 4,
    accepted: { new: 2, alreadyThere: 0 },
    refused: { 'invalid-input:title': { count: 2, rows: [2, 5] }, 'missing:title': { count: 1, rows: [3] } },
    notSent: 0,
    checked: 2,
    units: { 全国总工会: 2 },
    dispatcherQueue: { 'place-unknown': 2 },
    lostCount: 0,
  });
});

it('adds nothing when it runs twice', async () => {
  await replay(many);
  const again = await replay(many);
  expect(again.accepted).toEqual({ new: 0, alreadyThere: 40 });
  expect(server.tickets.size).toBe(40);
});

it('survives a server that goes away in the middle and one that asks to wait', async () => {
  let seen = 0;
  server.faults.push((_, response) => {
    seen += 1;
    if (seen > 10 && seen < 15) {
      response.socket?.destroy();
      return true;
    }
    if (seen === 15) {
      response.writeHead(503, { 'content-type': 'application/problem+json' }).end('{"code":"unavailable"}');
      return true;
    }
    if (seen > 15) server.faults.shift();
    return false;
  });
  const figures = await replay(many);
  expect(figures).toMatchObject({ accepted: { new: 40 }, lostCount: 0, notSent: 0 });
});

it('calls a row lost that the server cannot decide, and goes on', async () => {
  const figures = await replay(['a', 'broken', 'b']);
  expect(figures).toMatchObject({
    accepted: { new: 2 },
    lost: { 'undecided:fault': { count: 1, rows: [2] } },
    lostCount: 1,
    notSent: 0,
  });
});

it('notices tickets that have gone', async () => {
  server.faults.push(() => {
    if (server.posts === 2) server.tickets.clear();
    return false;
  });
  const figures = await replay(['a', 'b']);
  expect(figures.lost).toEqual({ 'another-ticket-for-the-same-key': { count: 2, rows: [1, 2] } });
});

it('stops when it is told to, and when the server stays away', async () => {
  const stop = new AbortController();
  server.faults.push((request) => {
    if (request.method === 'POST' && server.posts >= 9) stop.abort();
    return false;
  });
  const figures = await replay(many, { stop: stop.signal });
  expect(figures.accepted.new).toBeGreaterThanOrEqual(9);
  expect(figures.accepted.new + figures.notSent).toBe(40);
  expect(figures).toMatchObject({ lostCount: 0, checked: 0 });

  server.faults[0] = (request, response) => {
    if (request.method === 'POST') response.socket?.destroy();
    return request.method === 'POST';
  };
  const away = await replay(['x', 'y', 'z', 'a', 'b', 'c'], { patienceMs: 0 });
  expect(away.lostCount).toBeGreaterThan(0);
  expect(away.lostCount + away.notSent).toBe(6);
});

it('says when it is not let in', async () => {
  server.faults.push((_, response) => {
    response.writeHead(401, { 'content-type': 'application/problem+json' }).end('{"code":"not-signed-in"}');
    return true;
  });
  await expect(replay(['a'])).rejects.toThrow(NotLetIn);
});
