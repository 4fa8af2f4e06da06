import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LineRunner } from '@hotline/telephony';
import { LiveLine } from '@hotline/practice-line';
import { AsteriskTable } from '../../../test/support/asterisk-table.js';
import { Behind } from '../../../test/support/behind.js';
import { eventually } from '../../../test/support/eventually.js';
import { type Hotline, type Person, startHotline } from '../../../test/support/hotline.js';
import { must, unitWithCode } from '../../../test/support/moves.js';
import { ShiftedClock } from '../../../test/support/shifted-clock.js';

const SECRET = 'line-secret';

/** A switchboard that writes its queue_log to a database of its own. */
describe('a line whose log is a table', () => {
  let hotline: Hotline;
  let behind: Behind;
  let admin: Person;
  let runner: LineRunner;
  let line: LiveLine;
  let table: AsteriskTable;
  let log: string;
  let port: number;
  let id: string;
  let written = 0;
  const clock = new ShiftedClock();

  beforeAll(async () => {
    hotline = await startHotline({ workers: false, clock });
    behind = await Behind.of(hotline);
    admin = await hotline.as('admin');
    runner = hotline.nest.get(LineRunner, { strict: false });
    table = await AsteriskTable.open();
    log = join(mkdtempSync(join(tmpdir(), 'table-')), 'queue_log');
    const queue = {
      name: 'q12351',
      ringMs: 300,
      retryMs: 20,
      limitMs: 8_000,
      mostWaiting: 12,
      serviceSeconds: 15,
    };
    line = new LiveLine({
      host: '127.0.0.1',
      port: 0,
      account: { username: 'hotline', secret: SECRET },
      board: { number: '12351', ivrMs: 50, queues: [queue] },
      shift: {
        callsPerHour: 240,
        queue: 'q12351',
        robots: ['PJSIP/8001', 'PJSIP/8002'].map((address) => ({
          interface: address,
          name: address,
          queue: 'q12351',
        })),
        speed: 60,
      },
      seed: 11,
      queueLog: log,
      now: () => Date.now(),
    });
    port = await line.open();
  }, 60_000);

  afterAll(async () => {
    await runner?.stop();
    await line?.close();
    await behind?.close();
    await hotline?.close();
    await table?.close();
  });

  /** What the switchboard wrote since the last time, to its table. */
  const mirror = async (): Promise<void> => {
    const lines = readFileSync(log, 'utf8').split('\n').slice(0, -1);
    await table.write(lines.slice(written));
    written = lines.length;
  };
  const shown = async () =>
    must(await admin.api.GET('/api/telephony/sources/{id}', { params: { path: { id } } }));
  const settings = () => ({
    host: '127.0.0.1',
    port,
    username: 'hotline',
    tls: false,
    queueLogTable: table.settings,
  });
  const change = async (body: object) =>
    admin.api.PATCH('/api/telephony/sources/{id}', {
      params: { path: { id }, header: { 'If-Match': `"${(await shown()).version}"` } },
      body,
    });
  const logIs = (state: string, fault: string | null) =>
    eventually(`the log is ${state} ${String(fault)}`, async () => {
      await mirror();
      await runner.round();
      const feed = (await shown()).feeds.find(({ feed: name }) => name === 'queue_log');
      return feed?.state === state && (fault === null || feed.fault === fault);
    });
  const tried = async () =>
    must(await admin.api.POST('/api/telephony/sources/{id}/test', { params: { path: { id } } }));

  it('is connected with a secret of its own, which goes to no other server and is never given back', async () => {
    const unitId = await unitWithCode(admin, 'cn');
    const body = { name: '数据库日志', kind: 'ami', unitId, settings: settings(), secret: SECRET } as const;
    const fieldOf = ({ error }: { error?: unknown }) => (error as { field?: string } | undefined)?.field;
    const add = (more: object = {}) =>
      admin.api.POST('/api/telephony/sources', { body: { ...body, ...more } });
    expect(fieldOf(await add())).toBe('logSecret');
    const both = { ...settings(), queueLog: '/var/log/queue_log' };
    expect(fieldOf(await add({ settings: both, logSecret: 'x' }))).toBe('settings.queueLogTable');
    id = must(await add({ logSecret: 'wrong' })).id;
    expect(await tried()).toMatchObject({ fault: null, log: 'missing', logFault: 'log-login-refused' });
    const elsewhere = { ...settings(), queueLogTable: { ...table.settings, host: 'thief.example' } };
    expect(fieldOf(await change({ settings: elsewhere }))).toBe('logSecret');
    await runner.round();
    await logIs('down', 'log-login-refused');
    expect((await shown()).health.reasons).toContain('log-login-refused');
    must(await change({ logSecret: table.secret }));
    expect(await tried()).toMatchObject({ log: 'readable', logFault: null });
    const rows = await behind.rows<{ row: string }>(
      `select s::text as row from telephony_source s union all select a::text from audit a`,
    );
    expect(rows.some(({ row }) => row.includes(table.secret))).toBe(false);
    expect(JSON.stringify(await shown())).not.toContain(table.secret);
  }, 30_000);

  it('mends from the table what a fallen line did not bring', async () => {
    await logIs('live', null);
    line.cut();
    await eventually('the hole is marked and mended', async () => {
      await mirror();
      await runner.round();
      const { gaps } = await shown();
      return gaps.some(({ to, mendedAt }) => to !== null && mendedAt !== null);
    });
    const answered = async () =>
      (
        await behind.rows<{ n: number }>(
          `select count(*)::integer as n from call_visit where source_id = $1 and outcome = 'answered'`,
          [id],
        )
      )[0]?.n ?? 0;
    await eventually('the table says what the rows say', async () => {
      await mirror();
      await runner.round();
      const { rows } = await table.owner.query<{ n: number }>(
        `select count(*)::integer as n from queue_log where event = 'CONNECT'`,
      );
      return (rows[0]?.n ?? 0) >= 3 && rows[0]?.n === (await answered());
    });
    const { feeds } = await shown();
    expect(feeds.find(({ feed }) => feed === 'queue_log')?.readLines).toBeGreaterThan(5);
  }, 40_000);

  it('says when the table is gone, and reads on when it is back', async () => {
    await table.owner.query('alter table queue_log rename to away');
    await eventually('the light says so', async () => {
      await runner.round();
      const { health } = await shown();
      return health.light === 'attention' && health.reasons.includes('log-table-missing');
    });
    await table.owner.query('alter table away rename to queue_log');
    await logIs('live', null);
    expect((await shown()).health.reasons).not.toContain('log-table-missing');
  }, 40_000);

  it('says when the clock of its database is off, and reads on', async () => {
    expect((await shown()).health.reasons).not.toContain('log-clock');
    clock.advance(90_000);
    await eventually('the clocks are compared', async () => {
      await runner.round();
      return (await shown()).health.reasons.includes('log-clock');
    });
    expect((await shown()).feeds.find(({ feed }) => feed === 'queue_log')?.state).toBe('live');
    expect(await tried()).toMatchObject({ log: 'readable', logFault: 'log-clock' });
    clock.advance(-90_000);
    expect(await tried()).toMatchObject({ log: 'readable', logFault: null });
  }, 40_000);
});
