import { newId } from '@hotline/kernel';
import { LineRunner, Switchboards } from '@hotline/telephony';
import { RecordedEventSocket } from '@hotline/practice-line';
import { Behind } from '../../../test/support/behind.js';
import { eventually } from '../../../test/support/eventually.js';
import { type Hotline, type Person, startHotline } from '../../../test/support/hotline.js';
import { must, unitWithCode } from '../../../test/support/moves.js';
import { ReconcileSwitchboard } from '../../presence/use-cases/reconcile-switchboard.js';
import { sampleEsl } from '../../../test/support/telephony-sample.js';

const PASSWORD = 'ClueCon-12351';

/** A FreeSWITCH on a real wire, connected by an administrator and heard by the real listener. */
describe('the listener to a FreeSWITCH', () => {
  let hotline: Hotline;
  let behind: Behind;
  let admin: Person;
  let runner: LineRunner;
  let line: RecordedEventSocket;
  let port: number;
  let unitId: string;
  let id: string;

  beforeAll(async () => {
    hotline = await startHotline({ workers: false });
    behind = await Behind.of(hotline);
    admin = await hotline.as('admin');
    runner = hotline.nest.get(LineRunner, { strict: false });
    unitId = await unitWithCode(admin, 'cn');
    const wire = { host: '127.0.0.1', port: 0, password: PASSWORD, recording: sampleEsl() };
    line = new RecordedEventSocket({ ...wire, now: () => Date.now() });
    port = await line.open();
  }, 60_000);

  afterAll(async () => {
    await runner?.stop();
    await line?.close();
    await behind?.close();
    await hotline?.close();
  });

  const settings = () => ({ host: '127.0.0.1', port, username: '', tls: false });
  const add = (change: object = {}) =>
    admin.api.POST('/api/telephony/sources', {
      body: { name: '自由交换', kind: 'esl', unitId, settings: settings(), secret: 'wrong', ...change },
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
    const header = { 'If-Match': `"${(await shown()).version}"` };
    return must(
      await admin.api.PATCH('/api/telephony/sources/{id}', { params: { path: { id }, header }, body }),
    );
  };
  const tried = async () =>
    must(await admin.api.POST('/api/telephony/sources/{id}/test', { params: { path: { id } } }));
  const visits = async () => {
    const [found] = await behind.rows<Record<string, number>>(
      `select count(*)::integer as visits, count(*) filter (where outcome = 'answered')::integer as answered,
         count(account_id)::integer as owned, count(*) filter (where outcome = 'open')::integer as open
       from call_visit where source_id = $1`,
      [id],
    );
    return { visits: 0, answered: 0, owned: 0, open: 0, ...found };
  };

  it('takes a socket without an account, and neither a log nor the account of an Asterisk', async () => {
    const refused = async (body: object): Promise<unknown> => {
      const { error } = await add(body);
      return (error as { field?: string } | undefined)?.field;
    };
    expect(await refused({ settings: { ...settings(), queueLog: '/var/log/x' } })).toBe('settings.queueLog');
    expect(await refused({ settings: { ...settings(), username: 'hotline' } })).toBe('settings.username');
    expect(await refused({ kind: 'ami' })).toBe('settings.username');
    id = must(await add()).id;
    expect((await shown()).health).toEqual({ light: 'waiting', reasons: ['never-heard'] });
  });

  it('names a wrong password, by the test and by the light; neither the log nor the page has it', async () => {
    expect(await tried()).toMatchObject({ fault: 'secret-refused', queues: [] });
    await runner.round();
    await becomes('down', 'secret-refused');
    await change({ secret: PASSWORD });
    const rows = await behind.rows<{ row: string }>(
      `select s::text as row from telephony_source s union all select f::text from telephony_feed f
       union all select a::text from audit a`,
    );
    expect(rows.some(({ row }) => row.includes(PASSWORD))).toBe(false);
  });

  it('takes the line up with the right one, and names the telephones of its agents', async () => {
    line.step(12);
    await becomes('attention', 'unknown-extensions');
    const { feeds, unknownExtensions } = await shown();
    expect(feeds).toMatchObject([{ feed: 'esl', state: 'live', fault: 'secret-refused' }]);
    expect(unknownExtensions).toMatchObject([
      { address: 'user/8001', name: '8001', queues: ['q12351@default'] },
      { address: 'user/8002' },
      { address: 'user/8003' },
    ]);
    const test = await tried();
    expect(test).toMatchObject({ fault: null, log: 'none' });
    expect(test.queues).toEqual([{ name: 'q12351@default', waiting: 1, members: 3 }]);
    expect(Math.abs(test.clockSkewMs ?? 99_999)).toBeLessThan(1_000);
    await eventually('the clocks are compared', async () => {
      await runner.round();
      const skew = (await shown()).feeds[0]?.clockSkewMs ?? null;
      return skew !== null && Math.abs(skew) < 1_000;
    });
    expect((await shown()).feeds[0]?.uptimeSeconds).not.toBeNull();
  }, 30_000);

  it('puts calls on record and knows whose they are', async () => {
    for (const [at, name] of ['agent', 'agent-gd'].entries()) {
      const [person] = await behind.rows<{ id: string }>('select id from account where name = $1', [name]);
      const address = `user/${8001 + at}`;
      must(
        await admin.api.POST('/api/telephony/sources/{id}/telephones', {
          params: { path: { id } },
          body: {
            accountId: person?.id ?? '',
            kind: 'desk',
            address,
            name: address.slice(-4),
            queues: ['q12351@default'],
          },
        }),
      );
    }
    await behind.rows(`update agent_endpoint set valid_from = '2026-01-01' where source_id = $1`, [id]);
    line.step(100);
    await eventually('calls are answered by people', async () => {
      await runner.round();
      const { answered, owned } = await visits();
      return answered >= 4 && owned >= 2;
    });
  }, 30_000);

  it('marks a hole, and shows the light green only after it has asked what is true now', async () => {
    line.cut();
    line.step(10);
    await eventually('the hole is on the page', async () => {
      await runner.round();
      return (await shown()).gaps.length === 1 && (await shown()).feeds[0]?.state === 'live';
    });
    line.step(Infinity);
    await eventually('every stay has come to its end', async () => {
      await runner.round();
      const found = await visits();
      return found.visits >= 11 && found.open === 0;
    });
  }, 30_000);

  it('does what an agent says at the console, and looks no further once it agrees', async () => {
    const agent = await hotline.as('agent');
    const me = async () => must(await agent.api.GET('/api/presence/me'));
    const header = async () => ({ header: { 'If-Match': `"${(await me()).version}"` } });
    const given = (order: string) =>
      eventually(order, async () => line.orders.some((one) => one.includes(order)));
    must(await agent.api.POST('/api/presence/sign-in', { params: await header() }));
    await given(`agent set status 8001 'Available'`);
    expect((await me()).telephone).toMatchObject({ address: 'user/8001' });
    const body = { intent: 'break' as const, reason: 'meal' };
    must(await agent.api.POST('/api/presence/state', { params: await header(), body }));
    await given(`agent set status 8001 'On Break'`);
    const looks = hotline.nest.get(ReconcileSwitchboard, { strict: false });
    await eventually('the switchboard agrees', async () => (await looks.run(id)) === 0);
    expect(line.floor.agentList()).toContain('|On Break|');
    must(await agent.api.POST('/api/presence/sign-out', { params: await header() }));
    await given(`agent set status 8001 'Logged Out'`);
    const door = hotline.nest.get(Switchboards, { strict: false });
    await expect(door.ask(id, 'PracticeAnswer', {})).rejects.toThrow('knows no PracticeAnswer');
    await expect(door.ask(id, 'QueuePause', { Interface: 'user/8099' })).rejects.toThrow('Agent not found');
    const call = { ChannelId: newId(), Context: 'default', Exten: '13800001111' };
    await door.ask(id, 'Originate', { Channel: 'user/8001', ...call });
    expect(line.orders.at(-1)).toContain('user/8001 13800001111 XML default');
    await expect(door.ask(id, 'Originate', { Channel: 'user/9999', ...call })).rejects.toThrow(
      'USER_NOT_REGISTERED',
    );
  }, 30_000);

  it('has a row of what was dialled, while it goes on and when it is over', async () => {
    const call = line.dialled.at(-1);
    const row = async () =>
      (
        await behind.rows<Record<string, unknown>>(
          `select c.direction, c.outcome, c.result, a.name as agent, c.ended_at is not null as over from call c
           left join account a on a.id = c.account_id where c.source_id = $1 and c.call_key = $2`,
          [id, call?.id],
        )
      )[0];
    const dialled = { direction: 'out', agent: 'agent' };
    await eventually('it is there while it rings', async () => (await row())?.outcome === 'open');
    call?.pickUp().answer();
    await eventually('they talk', async () => (await row())?.outcome === 'answered');
    expect(await row()).toMatchObject({ ...dialled, over: false });
    await hotline.nest
      .get(Switchboards, { strict: false })
      .ask(id, 'Hangup', { Interface: 'user/8001', Cause: '16' });
    await eventually('it is over', async () => (await row())?.over === true);
    expect(await row()).toMatchObject({ ...dialled, result: 'answered' });
  }, 30_000);

  it('hangs up when it is disabled', async () => {
    await change({ enabled: false });
    await becomes('off');
    expect((await shown()).feeds[0]?.state).toBe('off');
  }, 30_000);
});
