import { appendFileSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shanghaiDay } from '@hotline/kernel';
import { LineRunner, Switchboards } from '@hotline/telephony';
import { LiveLine } from '@hotline/practice-line';
import { Behind } from '../../../test/support/behind.js';
import { eventually } from '../../../test/support/eventually.js';
import { type Hotline, type Person, startHotline } from '../../../test/support/hotline.js';
import { must, unitWithCode } from '../../../test/support/moves.js';
import { FileLog } from '../feeds/log-book.js';
import { CompareWithLog } from '../use-cases/compare-with-log.js';

const SECRET = 'line-secret';
const queue = { ringMs: 300, retryMs: 20, limitMs: 8_000, mostWaiting: 12, serviceSeconds: 15 };

/** Real switchboards over real TCP, heard by the real listener. */
describe('the listener to telephone lines', () => {
  let hotline: Hotline;
  let behind: Behind;
  let admin: Person;
  let runner: LineRunner;
  let log: string;
  let line: LiveLine;
  let port: number;
  let id: string;

  beforeAll(async () => {
    hotline = await startHotline({ workers: false });
    behind = await Behind.of(hotline);
    admin = await hotline.as('admin');
    runner = hotline.nest.get(LineRunner, { strict: false });
    log = join(mkdtempSync(join(tmpdir(), 'line-')), 'queue_log');
    const robots = ['PJSIP/8001', 'PJSIP/8002', 'PJSIP/8003'].map((address) => ({
      interface: address,
      name: `坐席${address.slice(-4)}`,
      queue: 'q12351',
    }));
    line = new LiveLine({
      host: '127.0.0.1',
      port: 0,
      account: { username: 'hotline', secret: SECRET },
      board: { number: '12351', ivrMs: 50, queues: [{ ...queue, name: 'q12351' }] },
      shift: { callsPerHour: 240, queue: 'q12351', robots, speed: 60 },
      seed: 7,
      queueLog: log,
      now: () => Date.now(),
    });
    port = await line.open();
    const settings = { host: '127.0.0.1', port, username: 'hotline', tls: false, queueLog: log };
    const unitId = await unitWithCode(admin, 'cn');
    const body = { name: '练习', kind: 'ami', unitId, settings, secret: 'wrong' } as const;
    id = must(await admin.api.POST('/api/telephony/sources', { body })).id;
    const [agent] = await behind.rows<{ id: string }>(`select id from account where name = 'agent'`);
    const given = { accountId: agent?.id ?? '', kind: 'practice' as const, queues: ['q12351'] };
    must(
      await admin.api.POST('/api/telephony/sources/{id}/telephones', {
        params: { path: { id } },
        body: { ...given, address: 'PJSIP/8001', name: '坐席8001' },
      }),
    );
  }, 60_000);

  afterAll(async () => {
    await runner?.stop();
    await line?.close();
    await behind?.close();
    await hotline?.close();
  });

  const shown = async () =>
    must(await admin.api.GET('/api/telephony/sources/{id}', { params: { path: { id } } }));
  const becomes = (light: string, reason?: string) =>
    eventually(`${light} ${reason ?? ''}`, async () => {
      await runner.round();
      const { health } = await shown();
      return health.light === light && (!reason || health.reasons.some((one) => one === reason));
    });
  const change = async (body: object) => {
    const { version } = await shown();
    const header = { 'If-Match': `"${version}"` };
    return must(
      await admin.api.PATCH('/api/telephony/sources/{id}', { params: { path: { id }, header }, body }),
    );
  };
  const counts = async () => {
    const [found] = await behind.rows<Record<string, number>>(
      `select count(*)::integer as visits, count(*) filter (where outcome = 'answered')::integer as answered,
         count(account_id)::integer as owned from call_visit where source_id = $1`,
      [id],
    );
    return { visits: 0, answered: 0, owned: 0, ...found };
  };
  const logged = async (event: string): Promise<number> => {
    return readFileSync(log, 'utf8')
      .split('\n')
      .filter((row) => row.split('|')[4] === event).length;
  };

  it('says that the secret is wrong, and takes the line up with the right one', async () => {
    await runner.round();
    await becomes('down', 'secret-refused');
    await change({ secret: SECRET });
    await becomes('attention', 'unknown-extensions');
    const { feeds, unknownExtensions } = await shown();
    expect(feeds).toMatchObject([
      { feed: 'ami', state: 'live', fault: 'secret-refused' },
      { feed: 'queue_log', state: 'live', fault: null },
    ]);
    expect(unknownExtensions.map(({ address }) => address)).toEqual(['PJSIP/8002', 'PJSIP/8003']);
    await eventually('the clocks are compared', async () => {
      await runner.round();
      const skew = (await shown()).feeds[0]?.clockSkewMs ?? null;
      return skew !== null && Math.abs(skew) < 1_000;
    });
  }, 30_000);

  it('puts calls on record and knows whose they are', async () => {
    await eventually('calls are answered, some by the agent', async () => {
      await runner.round();
      const { answered, owned } = await counts();
      return answered >= 3 && owned >= 1;
    });
  }, 30_000);

  it('mends from the log what a fallen line did not bring', async () => {
    line.cut();
    await eventually('the hole is marked and mended', async () => {
      await runner.round();
      const { gaps } = await shown();
      return gaps.some(({ to, restarted, mendedAt }) => to !== null && !restarted && mendedAt !== null);
    });
    await eventually('the log says what the rows say', async () => {
      await runner.round();
      return (await logged('CONNECT')) === (await counts()).answered;
    });
  }, 30_000);

  it('names the calls of which the log knows more, until they have come', async () => {
    const compare = hotline.nest.get(CompareWithLog, { strict: false });
    const later = new Date(Date.now() + 120_000);
    const day = shanghaiDay(later);
    const born = Math.floor(Date.now() / 1000);
    const unheard = `${born}|${born}.777|q12351|NONE|ENTERQUEUE||138|1\n${born + 1}|${born}.777|q12351|NONE|ABANDON|1|1|1\n`;
    const copy = `${log}.copy`;
    writeFileSync(copy, readFileSync(log, 'utf8') + unheard);
    await compare.run(id, new FileLog(copy), day, later);
    const open = (await shown()).differences.filter(({ mendedAt }) => mendedAt === null);
    expect(
      open.some(({ figure, callKeys }) => figure === 'abandoned' && callKeys.includes(`${born}.777`)),
    ).toBe(true);
    expect((await shown()).health.reasons).toContain('log-differs');
    appendFileSync(log, unheard);
    await eventually('the call has come, and the alert is over', async () => {
      await runner.round();
      await compare.run(id, new FileLog(log), day, later);
      const { differences } = await shown();
      return differences.every(
        ({ callKeys, mendedAt }) => mendedAt !== null || !callKeys.includes(`${born}.777`),
      );
    });
  }, 30_000);

  it('closes what a restarted switchboard has forgotten', async () => {
    line.restart();
    await eventually('nothing from before stays open', async () => {
      await runner.round();
      const { gaps } = await shown();
      const open = await behind.rows(
        `select 1 from call_visit v join feed_gap g on g.source_id = v.source_id and g.restarted
         where v.source_id = $1 and v.joined_at < g.from_at and v.outcome = 'open'`,
        [id],
      );
      return gaps.some(({ restarted }) => restarted) && open.length === 0;
    });
  }, 30_000);

  it('is one of two processes; the other gives its orders through it', async () => {
    const other = await startHotline({ workers: false, databaseUrl: hotline.url });
    const second = other.nest.get(LineRunner, { strict: false });
    try {
      runner.start();
      await becomes('attention');
      second.start();
      const door = other.nest.get(Switchboards, { strict: false });
      const { events } = await door.ask(id, 'QueueStatus');
      expect(events.length).toBeGreaterThan(3);
      await expect(
        door.ask(id, 'QueueRemove', { Queue: 'q12351', Interface: 'PJSIP/nobody' }),
      ).rejects.toThrow('Not there');
      const sealed = await behind.rows<{ text: string }>('select s::text as text from switchboard_order s');
      expect(sealed.some(({ text }) => text.includes('QueueRemove'))).toBe(false);
      await runner.stop();
      await eventually('the second takes the line up', async () => {
        await second.round();
        return (await shown()).health.light !== 'waiting' && (await shown()).feeds[0]?.state === 'live';
      });
      await second.stop();
    } finally {
      await second.stop();
      await other.close();
    }
  }, 60_000);

  it('shows a log that was cut short, and hangs up a line that is disabled', async () => {
    await becomes('attention');
    truncateSync(log);
    appendFileSync(log, '1795355251|NONE|NONE|NONE|QUEUESTART|\nhalf a li');
    await eventually('the log is said to be shorter', async () => {
      await runner.round();
      return (await shown()).feeds[1]?.fault === 'log-shrunk';
    });
    await change({ enabled: false });
    await becomes('off');
    expect((await shown()).feeds[0]?.state).toBe('off');
    const door = hotline.nest.get(Switchboards, { strict: false });
    await expect(door.ask(id, 'Ping')).rejects.toThrow('nobody listens');
  }, 30_000);
});
