import { hookCode } from '../libs/telephony/feeds/hook-signature.js';
import { TakeDelivery } from '../libs/telephony/use-cases/take-delivery.js';
import { Behind } from './support/behind.js';
import { eventually } from './support/eventually.js';
import { type Hotline, type Person, startHotline } from './support/hotline.js';
import { must, unitWithCode } from './support/moves.js';

const SECRET = 'a-secret-of-a-cloud-call-centre';
const START = 1_790_000_000;

interface Sending {
  id?: string;
  secret?: string;
  atS?: number;
  source?: string;
  signature?: string;
  mediaType?: string;
}

/** A call centre in a cloud delivers its records by a signed webhook. */
describe('a cloud call centre', () => {
  let hotline: Hotline;
  let behind: Behind;
  let admin: Person;
  let sourceId: string;
  let count = 0;

  beforeAll(async () => {
    hotline = await startHotline();
    behind = await Behind.of(hotline);
    admin = await hotline.as('admin');
    const unitId = await unitWithCode(admin, 'cn');
    const body = {
      name: '云联络中心',
      kind: 'webhook',
      unitId,
      hook: { vendor: 'tencent-ccc' },
      secret: SECRET,
    } as const;
    sourceId = must(await admin.api.POST('/api/telephony/sources', { body })).id;
  }, 60_000);

  afterAll(async () => {
    await behind?.close();
    await hotline?.close();
  });

  const record = (n: number, change: object = {}) => ({
    SessionId: `session-${n}`,
    Direction: 0,
    Caller: '13800138000',
    Callee: '12351',
    StartTimestamp: START + n * 100,
    QueuedTimestamp: START + n * 100 + 10,
    EndedTimestamp: START + n * 100 + 70,
    QueuedSkillGroupName: '热线',
    HungUpSide: 'user',
    EndStatusString: 'ok',
    ServeParticipants: [
      {
        Type: 'staffSeat',
        Sequence: 0,
        Mail: 'lin@example.org',
        SkillGroupName: '热线',
        RingTimestamp: START + n * 100 + 12,
        AcceptTimestamp: START + n * 100 + 20,
        EndedTimestamp: START + n * 100 + 70,
      },
    ],
    ...change,
  });
  const deliver = async (sent: unknown, sending: Sending = {}): Promise<number> => {
    const { id = `delivery-${(count += 1)}`, secret = SECRET, source = sourceId } = sending;
    const time = String(sending.atS ?? Math.floor(Date.now() / 1000));
    const bytes = typeof sent === 'string' ? sent : JSON.stringify(sent);
    const code = hookCode(secret, { prefix: `${id}.${time}.` }, Buffer.from(bytes));
    const answer = await fetch(`${hotline.base}/api/telephony/hooks/${source}`, {
      method: 'POST',
      headers: {
        'content-type': sending.mediaType ?? 'application/json;charset=utf8',
        'webhook-id': id,
        'webhook-timestamp': time,
        'webhook-signature': sending.signature ?? `v1,${code}`,
      },
      body: bytes,
    });
    return answer.status;
  };
  const shown = async () =>
    must(await admin.api.GET('/api/telephony/sources/{id}', { params: { path: { id: sourceId } } }));
  const feed = async () => {
    const [found] = (await shown()).feeds;
    return found;
  };
  const taken = () =>
    eventually('all deliveries are taken', async () => {
      const left = await behind.rows('select 1 from hook_delivery where taken_at is null');
      return left.length === 0;
    });
  const calls = () =>
    behind.rows<{ call_key: string; outcome: string; caller_masked: string }>(
      'select call_key, outcome, caller_masked from call where source_id = $1 order by call_key',
      [sourceId],
    );

  it('waits for the first delivery, and cannot be dialled', async () => {
    const source = await shown();
    expect(source).toMatchObject({ kind: 'webhook', settings: null, hook: { vendor: 'tencent-ccc' } });
    expect(source.health).toEqual({ light: 'waiting', reasons: ['never-heard'] });
    const tried = await admin.api.POST('/api/telephony/sources/{id}/test', {
      params: { path: { id: sourceId } },
    });
    expect(tried.error).toMatchObject({ status: 409, code: 'wrong-state' });
  });

  it('puts the calls of a signed delivery on record', async () => {
    expect(await deliver(record(1))).toBe(204);
    await taken();
    expect(await calls()).toMatchObject([{ call_key: 'session-1', outcome: 'answered' }]);
    const visits = await behind.rows(
      `select queue, outcome, agent_ext, extract(epoch from answered_at - joined_at)::integer as wait from call_visit`,
    );
    expect(visits).toEqual([{ queue: '热线', outcome: 'answered', agent_ext: 'lin@example.org', wait: 10 }]);
    expect((await shown()).health.light).toBe('live');
    expect(await feed()).toMatchObject({
      feed: 'webhook',
      state: 'live',
      received: 1,
      refused: 0,
      fault: null,
    });
  });

  it('keeps nothing in clear, and the bytes once', async () => {
    const stored = await behind.rows<{ text: string }>(
      `select d::text || e.body::text || r::text as text from hook_delivery d, call_event e, telephony_raw r, outbox o
       where r.feed = 'webhook'`,
    );
    expect(stored.some(({ text }) => text.includes('13800138000'))).toBe(false);
    expect(await behind.rows('select body_sealed from hook_delivery')).toEqual([{ body_sealed: null }]);
    expect(await behind.count('telephony_raw')).toBe(1);
  });

  it('keeps a repeated try once, and a record delivered anew changes nothing', async () => {
    const before = await behind.count('call_event');
    expect(await deliver(record(2), { id: 'delivery-two' })).toBe(204);
    expect(await deliver(record(2), { id: 'delivery-two' })).toBe(204);
    await taken();
    const after = await behind.count('call_event');
    expect(after).toBeGreaterThan(before);
    expect(await deliver(record(2))).toBe(204);
    await taken();
    expect(await behind.count('call_event')).toBe(after);
    expect((await calls()).map(({ call_key }) => call_key)).toEqual(['session-1', 'session-2']);
    expect((await feed())?.duplicates).toBeGreaterThan(1);
  });

  it('takes a delivery twice without harm', async () => {
    const [delivery] = await behind.rows<{ id: string }>('select id from hook_delivery limit 1');
    const raw = await behind.count('telephony_raw');
    await hotline.nest.get(TakeDelivery, { strict: false }).handle({ deliveryId: delivery?.id ?? '' });
    expect(await behind.count('telephony_raw')).toBe(raw);
  });

  it.each<[string, Sending, string]>([
    ['another secret', { secret: 'another-secret-of-somebody' }, 'signature-refused'],
    ['no signature at all', { signature: '' }, 'signature-refused'],
    ['a time of an hour ago', { atS: Math.floor(Date.now() / 1000) - 3_600 }, 'delivery-late'],
    ['a time to come', { atS: Math.floor(Date.now() / 1000) + 3_600 }, 'delivery-late'],
    ['a known id with another body', { id: 'delivery-two' }, 'delivery-replayed'],
  ])('turns away %s, counts it and keeps nothing of it', async (_, sending, fault) => {
    const [kept, refused] = [await behind.count('hook_delivery'), (await feed())?.refused ?? 0];
    expect(await deliver(record(9), sending)).toBe(401);
    expect(await behind.count('hook_delivery')).toBe(kept);
    expect(await feed()).toMatchObject({ refused: refused + 1, fault, state: 'live' });
    expect((await shown()).health).toMatchObject({ light: 'attention', reasons: [fault] });
  });

  it('says the same to strangers, wherever they knock', async () => {
    const nowhere = '00000000-0000-7000-8000-00000000dead';
    expect(await deliver(record(9), { source: nowhere })).toBe(401);
    expect(await deliver('')).toBe(401);
    expect(await deliver('x'.repeat(300_000))).toBe(413);
    expect(await deliver(record(9), { source: 'x' })).toBe(422);
  });

  it.each<[string, unknown, object]>([
    ['that is no JSON', '{"SessionId":', { garbled: 1, fault: 'record-unreadable' }],
    [
      'of an unknown kind',
      record(3, { EndStatusString: 'robotEnd' }),
      { garbled: 2, fault: 'record-unknown' },
    ],
    ['with an unknown field', record(4, { Mood: 'calm' }), { garbled: 2, fault: 'fields-unknown' }],
  ])('keeps a signed delivery %s and says so', async (_, sent, wanted) => {
    const raw = await behind.count('telephony_raw');
    expect(await deliver(sent, { mediaType: 'text/plain' })).toBe(204);
    await taken();
    expect(await behind.count('telephony_raw')).toBe(raw + 1);
    expect(await feed()).toMatchObject(wanted);
  });

  it('names what the vendor’s document does not have', async () => {
    expect((await feed())?.strange).toEqual(['Mood', 'robotEnd']);
  });

  it('hears nothing while it is disabled', async () => {
    const { version } = await shown();
    const header = { 'If-Match': `"${version}"` };
    must(
      await admin.api.PATCH('/api/telephony/sources/{id}', {
        params: { path: { id: sourceId }, header },
        body: { enabled: false },
      }),
    );
    expect(await deliver(record(5))).toBe(401);
  });

  it.each([
    ['a switchboard without an address', { kind: 'ami', hook: undefined }, 'settings'],
    [
      'a webhook with an address',
      { settings: { host: 'a', port: 1, username: 'a', tls: false } },
      'settings',
    ],
    ['a webhook without a vendor', { hook: undefined }, 'hook'],
    ['a short secret', { secret: 'short' }, 'secret'],
  ] as const)('cannot be %s', async (_, change, field) => {
    const unitId = await unitWithCode(admin, 'cn');
    const body = {
      name: '另一个',
      kind: 'webhook',
      unitId,
      hook: { vendor: 'tencent-ccc' },
      secret: SECRET,
      ...change,
    };
    const { error } = await admin.api.POST('/api/telephony/sources', { body: body as never });
    expect(error).toMatchObject({ status: 422, field });
  });
});
