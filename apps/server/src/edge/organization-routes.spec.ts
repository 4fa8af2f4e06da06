import 'reflect-metadata';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { CalendarModule } from '@hotline/calendar';
import { Clock, Live, Outbox, Sealing, UnitOfWork } from '@hotline/kernel';
import { DEMO_PASSWORD, OrganizationModule, unitId } from '@hotline/organization';
import { type Configuration, CONFIGURATION, LOG, PgLive, PgOutbox } from '@hotline/platform';
import { plantedDatabase, type PlantedDatabase } from '../../../../test/support/planted-database.js';
import { prepareEdge } from './http-edge.js';

let opened: PlantedDatabase;
let app: NestFastifyApplication;
const ORIGIN = { host: 'localhost:80', origin: 'http://localhost:80' };

async function start(configuration: Partial<Configuration>): Promise<NestFastifyApplication> {
  const settings = {
    demo: true,
    secureCookies: false,
    webFolder: '/nowhere',
    ...configuration,
  } as Configuration;
  const log = pino({ level: 'silent' });
  const ports = [
    { provide: CONFIGURATION, useValue: settings },
    { provide: LOG, useValue: log },
    { provide: Clock, useValue: opened.clock },
    { provide: Sealing, useValue: opened.sealing },
    { provide: UnitOfWork, useValue: opened.work },
    { provide: Outbox, useValue: new PgOutbox(() => undefined) },
    { provide: Live, useValue: new PgLive(opened.url) },
  ];
  @Global()
  @Module({ providers: ports, exports: ports.map(({ provide }) => provide) })
  class Ports {}
  @Module({ imports: [Ports, OrganizationModule, CalendarModule] })
  class Rooms {}
  const built = await NestFactory.create<NestFastifyApplication>(Rooms, new FastifyAdapter(), {
    logger: false,
  });
  await prepareEdge(built, settings, log);
  await built.init();
  return built;
}

interface Answer {
  status: number;
  code: string | undefined;
  body: Record<string, unknown>;
  cookie: string;
}

async function send(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  url: string,
  headers: object = {},
  payload?: object,
): Promise<Answer> {
  const answer = await app.inject({
    method,
    url: `/api${url}`,
    headers: { ...headers, ...(payload ? { 'content-type': 'application/json' } : {}) } as Record<
      string,
      string
    >,
    ...(payload ? { payload } : {}),
  });
  const body = (answer.body ? JSON.parse(answer.body) : {}) as Record<string, unknown>;
  const set = ([answer.headers['set-cookie']].flat()[0] ?? '') as string;
  return { status: answer.statusCode, code: body.code as string | undefined, body, cookie: set };
}

const signIn = async (name: string): Promise<{ cookie: string } & typeof ORIGIN> => {
  const { cookie } = await send('POST', '/session', {}, { name, password: DEMO_PASSWORD });
  return { ...ORIGIN, cookie: cookie.split(';')[0] ?? '' };
};

beforeAll(async () => {
  opened = await plantedDatabase({ demo: true });
  app = await start({});
});
afterAll(async () => {
  await app.close();
  await opened.close();
});

describe('the session', () => {
  it('lives in a cookie scripts cannot read', async () => {
    const { status, cookie, body } = await send(
      'POST',
      '/session',
      {},
      { name: 'agent', password: DEMO_PASSWORD },
    );
    expect(status).toBe(200);
    expect(cookie).toMatch(/^hotline_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(body).toMatchObject({ demo: true, memberships: [{ role: 'agent', unit: { code: 'cn' } }] });
    expect(body.permissions).toContain('ticket.open');
  });

  it('has the stricter cookie where cookies are secure', async () => {
    const secure = await start({ secureCookies: true });
    const payload = { name: 'agent', password: DEMO_PASSWORD };
    const answer = await secure.inject({ method: 'POST', url: '/api/session', payload });
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-hotline_session=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    await secure.close();
  });

  it('ends by signing out', async () => {
    const session = await signIn('agent');
    expect((await send('GET', '/session', session)).status).toBe(200);
    expect((await send('DELETE', '/session', session)).status).toBe(204);
    expect(await send('GET', '/session', session)).toMatchObject({ status: 401, code: 'session-expired' });
  });

  it.each([
    ['no cookie', {}, 'not-signed-in'],
    ['a made-up cookie', { cookie: `hotline_session=${'a'.repeat(43)}` }, 'session-expired'],
    ['a made-up token', { authorization: `Bearer hl_${'a'.repeat(43)}` }, 'not-signed-in'],
    ['another scheme', { authorization: 'Basic YWdlbnQ6ZGVtbw==' }, 'not-signed-in'],
  ])('is not there with %s', async (_, headers, code) => {
    expect(await send('GET', '/session', headers)).toMatchObject({ status: 401, code });
  });

  it('shows the demo accounts in demo mode only', async () => {
    const inDemo = (await send('GET', '/session/demo-accounts')).body as unknown as unknown[];
    expect(inDemo).toHaveLength(29);
    const real = await start({ demo: false });
    expect((await real.inject({ method: 'GET', url: '/api/session/demo-accounts' })).json()).toEqual([]);
    await real.close();
  });
});

describe('requests from other sites', () => {
  it.each([
    ['Sec-Fetch-Site: cross-site', { ...ORIGIN, 'sec-fetch-site': 'cross-site' }],
    ['a foreign Origin', { ...ORIGIN, origin: 'http://evil.example' }],
    ['neither header', { host: ORIGIN.host }],
  ])('are refused: %s', async (_, headers) => {
    const session = await signIn('agent');
    const { cookie } = session;
    expect(await send('DELETE', '/session', { ...headers, cookie })).toMatchObject({
      status: 403,
      code: 'cross-site',
    });
    expect((await send('GET', '/session', session)).status).toBe(200);
  });

  it('cannot sign anybody in', async () => {
    const payload = { name: 'agent', password: DEMO_PASSWORD };
    const answer = await send('POST', '/session', { 'sec-fetch-site': 'cross-site' }, payload);
    expect(answer).toMatchObject({ status: 403, code: 'cross-site' });
  });
});

describe('rights', () => {
  it.each([
    ['agent', 'GET', '/accounts', 403],
    ['admin', 'GET', '/accounts', 200],
    ['admin', 'GET', '/audit', 403],
    ['auditor', 'GET', '/audit', 200],
    ['auditor', 'GET', '/audit/verification', 200],
    ['auditor', 'GET', '/accounts', 403],
    ['handler', 'GET', '/units?q=nanshan', 200],
    ['handler', 'GET', '/places?q=nanshan', 200],
    ['handler', 'GET', '/vocabulary', 200],
    ['handler', 'GET', '/limits', 200],
    ['handler', 'POST', '/units', 403],
  ] as const)('%s %s %s: %i', async (name, method, url, status) => {
    expect((await send(method, url, await signIn(name))).status).toBe(status);
  });
});

describe('bad input', () => {
  const township = { parentId: unitId('440305'), level: 'township', code: '440305009', name: '某街道总工会' };
  it.each([
    ['an unknown field', { ...township, path: 'cn/' }, 'unknown-field', 'path'],
    ['null for a name', { ...township, name: null }, 'invalid-input', 'name'],
    ['null for what may be left out', { ...township, shortName: null }, 'invalid-input', 'shortName'],
    ['a number for a name', { ...township, name: 5 }, 'invalid-input', 'name'],
    ['a lone surrogate', { ...township, name: '街道\ud800' }, 'invalid-input', 'name'],
    ['a level that ships', { ...township, level: 'county' }, 'invalid-input', 'level'],
    ['a code with a slash', { ...township, code: 'a/b/c' }, 'invalid-input', 'code'],
    ['an id that is none', { ...township, parentId: '1' }, 'invalid-input', 'parentId'],
  ])('%s is refused and named', async (_, payload, code, field) => {
    const answer = await send('POST', '/units', await signIn('admin'), payload);
    expect([answer.status, answer.code, answer.body.field]).toEqual([422, code, field]);
  });

  it.each([
    ['/units?limit=101', 422],
    ['/units?limit=abc', 422],
    ['/units?cursor=%00%00', 422],
    ['/units?parentId=x', 422],
    [`/units?parentId=${unitId('none')}`, 422],
    ['/units?q=a&q=b', 422],
    [`/units/${unitId('none')}`, 404],
    ['/places', 422],
    ['/accounts?cursor=JyBvciAxPTE', 422],
  ])('GET %s answers %i', async (url, status) => {
    expect((await send('GET', url, await signIn('admin'))).status).toBe(status);
  });
});

describe('units and accounts over HTTP', () => {
  it('changes a unit by its version', async () => {
    const admin = await signIn('admin');
    const { body: unit } = await send('GET', `/units/${unitId('440305')}`, admin);
    expect(unit).toMatchObject({
      name: '南山区总工会',
      chain: [{ code: 'cn' }, { code: '440000' }, { code: '440300' }],
    });
    const url = `/units/${unitId('440305')}`;
    expect((await send('PATCH', url, admin, { shortName: '南山' })).status).toBe(422);
    const changed = await send('PATCH', url, { ...admin, 'if-match': '"1"' }, { shortName: '南山' });
    expect(changed.body).toMatchObject({ shortName: '南山', version: 2 });
    const stale = await send('PATCH', url, { ...admin, 'if-match': '"1"' }, { shortName: '南山' });
    expect([stale.status, stale.code]).toEqual([409, 'stale-version']);
  });

  it('walks all pages of the tree without a gap', async () => {
    const admin = await signIn('admin');
    const codes: string[] = [];
    let cursor = '';
    do {
      const { body } = await send('GET', `/units?limit=100${cursor && `&cursor=${cursor}`}`, admin);
      codes.push(...(body.items as { code: string }[]).map(({ code }) => code));
      cursor = (body.nextCursor as string | null) ?? '';
    } while (cursor);
    expect([codes.length, new Set(codes).size]).toEqual([3216, 3216]);
  });

  it('lets a machine act with its account’s rights and no more', async () => {
    const admin = await signIn('admin');
    const machine = {
      name: 'petition',
      displayName: '信访对接',
      kind: 'machine',
      unitId: unitId('440000'),
      role: 'agent',
    };
    const { body: account } = await send('POST', '/accounts', admin, machine);
    const expiresAt = new Date(opened.clock.now().getTime() + 86_400_000).toISOString();
    const { body: issued } = await send('POST', `/accounts/${String(account.id)}/tokens`, admin, {
      label: '对接',
      expiresAt,
    });
    const bearer = { authorization: `Bearer ${String(issued.token)}` };
    expect((await send('GET', '/session', bearer)).body).toMatchObject({ account: { name: 'petition' } });
    expect((await send('GET', '/accounts', bearer)).status).toBe(403);
    await send('DELETE', `/accounts/${String(account.id)}/tokens/${String(issued.id)}`, admin);
    expect(await send('GET', '/session', bearer)).toMatchObject({ status: 401, code: 'not-signed-in' });
  });

  it('says how long a locked name has to wait', async () => {
    for (let n = 0; n < 5; n += 1)
      await send('POST', '/session', {}, { name: 'dispatcher', password: 'wrong' });
    const locked = await send('POST', '/session', {}, { name: 'dispatcher', password: DEMO_PASSWORD });
    expect([locked.status, locked.code]).toEqual([429, 'sign-in-locked']);
  });
});
