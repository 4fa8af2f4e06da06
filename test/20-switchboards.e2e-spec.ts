import { LiveLine } from '@hotline/practice-line';
import { Behind } from './support/behind.js';
import { type Hotline, type Person, startHotline } from './support/hotline.js';
import { must, unitWithCode } from './support/moves.js';

interface Problem {
  status: number;
  code: string;
  detail: string;
  field?: string;
}

const SECRET = 'line-secret-12351';

/** An administrator connects a switchboard, tries the line and says whose the telephones are. */
describe('switchboards', () => {
  let hotline: Hotline;
  let behind: Behind;
  let admin: Person;
  let agent: Person;
  let line: LiveLine;
  let port: number;
  let unitId: string;
  let sourceId: string;

  beforeAll(async () => {
    hotline = await startHotline({ workers: false });
    behind = await Behind.of(hotline);
    admin = await hotline.as('admin');
    agent = await hotline.as('agent');
    unitId = await unitWithCode(admin, 'cn');
    const queue = { name: 'q12351', ringMs: 12_000, retryMs: 1_000, limitMs: 45_000, mostWaiting: 6 };
    line = new LiveLine({
      host: '127.0.0.1',
      port: 0,
      account: { username: 'hotline', secret: SECRET },
      board: { number: '12351', ivrMs: 100, queues: [{ ...queue, serviceSeconds: 15 }] },
      seed: 1,
      now: () => Date.now(),
    });
    port = await line.open();
  }, 60_000);

  afterAll(async () => {
    await line?.close();
    await behind?.close();
    await hotline?.close();
  });

  const settings = () => ({ host: '127.0.0.1', port, username: 'hotline', tls: false });
  const add = (person: Person, change: object = {}) =>
    person.api.POST('/api/telephony/sources', {
      body: { name: '演示中心', kind: 'ami', unitId, settings: settings(), secret: SECRET, ...change },
    });
  const change = (version: number, body: object) =>
    admin.api.PATCH('/api/telephony/sources/{id}', {
      params: { path: { id: sourceId }, header: { 'If-Match': `"${version}"` } },
      body,
    });
  const refused = ({ error }: { error?: unknown }): [number, string, string | undefined] => {
    const { status, code, field } = error as Problem;
    return [status, code, field];
  };
  const accountOf = async (name: string): Promise<string> => {
    const [found] = await behind.rows<{ id: string }>('select id from account where name = $1', [name]);
    return found?.id ?? '';
  };
  const give = async (name: string, address: string, more: object = {}) =>
    admin.api.POST('/api/telephony/sources/{id}/telephones', {
      params: { path: { id: sourceId } },
      body: {
        accountId: await accountOf(name),
        kind: 'desk',
        address,
        name: `坐席${address.slice(-4)}`,
        queues: ['q12351'],
        ...more,
      },
    });

  it('are connected by an administrator, the secret is sealed and never given back', async () => {
    const added = must(await add(admin));
    sourceId = added.id;
    expect(added).toMatchObject({
      enabled: true,
      hasSecret: true,
      editable: true,
      version: 1,
      health: { light: 'waiting', reasons: ['never-heard'] },
      settings: settings(),
    });
    expect(refused(await add(admin))).toEqual([409, 'duplicate', 'name']);
    expect(refused(await add(agent))).toEqual([403, 'forbidden', undefined]);
    const shown = await (await admin.raw(`/api/telephony/sources/${sourceId}`)).text();
    expect(shown).not.toContain(SECRET);
    const rows = await behind.rows<{ row: string }>(
      `select s::text as row from telephony_source s union all select a::text from audit a`,
    );
    expect(rows.some(({ row }) => row.includes(SECRET))).toBe(false);
    const audited = await behind.rows(`select 1 from audit where action = 'telephony-source-added'`);
    expect(audited).toHaveLength(1);
  });

  it('are tried: the queues and the clock, or one code that says what is wrong', async () => {
    const tried = async () =>
      must(await admin.api.POST('/api/telephony/sources/{id}/test', { params: { path: { id: sourceId } } }));
    const good = await tried();
    expect(good).toMatchObject({ fault: null, queues: [{ name: 'q12351', waiting: 0 }], log: 'none' });
    expect(Math.abs(good.clockSkewMs ?? 99_999)).toBeLessThan(1_000);
    must(await change(1, { secret: 'wrong' }));
    expect(await tried()).toMatchObject({ fault: 'secret-refused', queues: [] });
    must(
      await change(2, {
        settings: { ...settings(), port: 1, queueLog: '/nowhere/queue_log' },
        secret: SECRET,
      }),
    );
    expect(await tried()).toMatchObject({ fault: 'unreachable', log: 'missing' });
  });

  it('never send a stored secret to another address', async () => {
    const stolen = await change(3, { settings: { ...settings(), host: 'thief.example' } });
    expect(refused(stolen)).toEqual([422, 'invalid-input', 'secret']);
    must(await change(3, { settings: settings(), secret: SECRET }));
  });

  it('are changed against their version, disabled and enabled', async () => {
    expect(refused(await change(1, { name: '别的' }))).toEqual([409, 'stale-version', undefined]);
    expect(must(await change(4, { enabled: false })).health).toEqual({ light: 'off', reasons: [] });
    expect(must(await change(5, { enabled: true, name: '国家热线' }))).toMatchObject({
      version: 6,
      name: '国家热线',
      settings: settings(),
    });
  });

  it('are seen by supervisors above alone', async () => {
    const supervisor = await hotline.as('supervisor');
    const listed = must(await supervisor.api.GET('/api/telephony/sources', { params: { query: {} } }));
    expect(listed.items).toMatchObject([{ id: sourceId, editable: false }]);
    const county = await hotline.as('supervisor-nanshan');
    const hidden = await county.api.GET('/api/telephony/sources/{id}', {
      params: { path: { id: sourceId } },
    });
    expect(refused(hidden)[0]).toBe(404);
  });

  it('have telephones: one person each, one each person, and the refusal says who has it', async () => {
    const given = must(await give('agent', 'PJSIP/8001'));
    expect(given).toMatchObject({ account: { displayName: '林小禾' }, validTo: null });
    const twice = await give('agent-gd', 'PJSIP/8001');
    expect(refused(twice)).toEqual([409, 'telephone-taken', 'address']);
    expect((twice.error as unknown as Problem).detail).toContain('林小禾');
    expect(refused(await give('agent', 'PJSIP/8002'))).toEqual([409, 'has-telephone', 'accountId']);
    expect(refused(await give('handler', 'PJSIP/8002'))).toEqual([422, 'unknown-account', 'accountId']);
    // A supervisor listens by one, which no queue rings.
    const leader = must(await give('supervisor', 'PJSIP/8009', { queues: [] }));
    expect(leader).toMatchObject({ account: { displayName: '郑国栋' } });

    const moved = must(await give('agent', 'PJSIP/8002', { replaces: given.id }));
    must(await give('agent-gd', 'PJSIP/8001'));
    const path = { id: sourceId, telephoneId: moved.id };
    const end = () =>
      admin.api.POST('/api/telephony/sources/{id}/telephones/{telephoneId}/end', { params: { path } });
    expect(must(await end()).validTo).not.toBeNull();
    expect(refused(await end())).toEqual([409, 'wrong-state', undefined]);
    const list = async (past: boolean) =>
      must(
        await admin.api.GET('/api/telephony/sources/{id}/telephones', {
          params: { path: { id: sourceId }, query: { past } },
        }),
      ).items.map(({ address, account }) => [address, account.name]);
    expect((await list(false)).sort()).toEqual([
      ['PJSIP/8001', 'agent-gd'],
      ['PJSIP/8009', 'supervisor'],
    ]);
    expect(await list(true)).toHaveLength(4);
  });

  it('name telephones nobody owns, until somebody does', async () => {
    await behind.rows(
      `insert into seen_extension (source_id, address, name, queues, first_seen_at, last_seen_at)
       select $1, a, a, '{q12351}', now(), now() from unnest('{PJSIP/8001,PJSIP/8077}'::text[]) a`,
      [sourceId],
    );
    const unknown = async () => {
      const path = { id: sourceId };
      const shown = must(await admin.api.GET('/api/telephony/sources/{id}', { params: { path } }));
      return shown.unknownExtensions.map(({ address }) => address);
    };
    expect(await unknown()).toEqual(['PJSIP/8077']);
    must(await give('agent', 'PJSIP/8077'));
    expect(await unknown()).toEqual([]);
  });
});
