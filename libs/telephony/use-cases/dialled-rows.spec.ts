import { CallStore, eventsOf, hear } from '../../../test/support/call-store.js';
import { allRows, storedCalls, storedVisits } from '../../../test/support/call-rows.js';
import { Switchroom } from '../../../test/support/switchroom.js';
import type { CallChange } from '../domain/call-change.js';
import { fold } from '../domain/fold/fold.js';
import { goneFrame } from '../feeds/channel-watch.js';
import { callSubjects } from '../data/subject-sql.js';

const KEY = '01890a5d-ac96-774b-bcce-b302099a8057';
const WORKER = '14200000001';

interface Row {
  call_key: string;
  direction: string;
  result: string | null;
  outcome: string;
  mine: boolean;
  masked: string | null;
  sealed: boolean;
  talk: string | null;
  ended: boolean;
  end_known: boolean;
}

describe('calls dialled from inside, on record', () => {
  let store: CallStore;
  beforeAll(async () => (store = await CallStore.open()));
  afterAll(() => store.close());
  afterEach(() => expect(store.faults.splice(0)).toEqual([]));

  const dialledRows = async (id: string): Promise<Row[]> =>
    (
      await store.test.owner.query<Row>(
        `select call_key, direction, result, outcome, account_id is not null as mine, caller_masked as masked,
           caller_sealed is not null as sealed, talk_us::text as talk, ended_at is not null as ended, end_known
         from call where source_id = $1 and direction <> 'in' order by arrived_at, call_key`,
        [id],
      )
    ).rows;

  it('are the rows of the pure fold, whatever the batches were, and of a rebuild', async () => {
    const bytes = new Switchroom().shift(3, 600_000).bytes();
    const id = await store.source();
    await store.telephone(id, 'PJSIP/8001');
    await hear(store.intake(id), bytes, 3_001);
    await hear(store.intake(id), bytes, 20_011);
    const pure = fold(eventsOf(id, [bytes], null)).dialled;
    expect((await dialledRows(id)).map(({ call_key, ...row }) => [call_key, row])).toEqual(
      pure.map((call) => [
        call.legId,
        {
          direction: 'out',
          result: call.result,
          outcome: call.outcome,
          mine: call.agentExt === '8001',
          masked: call.number?.replace(/^(...)....(....)$/, '$1****$2'),
          sealed: true,
          talk: call.talk ? String(call.talk.us) : null,
          ended: true,
          end_known: true,
        },
      ]),
    );
    const before = await allRows(store.test.owner, id);
    const { rows } = await store.test.owner.query<{ name: string }>(
      'select name from telephony_source where id = $1',
      [id],
    );
    await store.rebuild.run(rows[0]?.name ?? '');
    expect(await allRows(store.test.owner, id)).toEqual(before);
  });

  it('enter no count of the calls that reached the number', async () => {
    const room = new Switchroom().shift(4, 600_000);
    const id = await store.source();
    await hear(store.intake(id), room.bytes());
    const { calls, dialled } = fold(eventsOf(id, [room.bytes()], null));
    expect(dialled.length).toBeGreaterThan(3);
    const { rows } = await store.test.owner.query<{ n: number; visits: number }>(
      `select count(*)::integer as n, count(s.visit_id)::integer as visits from (${callSubjects('c.source_id = $1')}) s`,
      [id],
    );
    expect(rows).toEqual([{ n: calls.length, visits: calls.filter(({ asked }) => asked).length }]);
    expect((await storedCalls(store.test.owner, id)).length).toBe(calls.length);
    const keys = new Set(dialled.map(({ legId }) => legId));
    expect((await storedVisits(store.test.owner, id)).some((visit) => keys.has(visit.callerLegId))).toBe(
      false,
    );
    const { rows: judged } = await store.test.owner.query(
      `select 1 from unjudged_call u join call c on c.id = u.call_id where c.source_id = $1 and c.direction <> 'in'`,
      [id],
    );
    expect(judged).toEqual([]);
  });

  it('are told as they go to the one who dialled, and to nobody else', async () => {
    const id = await store.source();
    await store.telephone(id, 'PJSIP/8001');
    const heard: CallChange[] = [];
    store.listen((_, source, changes) => {
      if (source.sourceId === id) heard.push(...changes);
      return Promise.resolve();
    });
    const room = new Switchroom();
    const call = room.dial(WORKER, { id: KEY, talkMs: 600_000 });
    room.wait(10_000);
    call.hold();
    room.wait(2_000);
    call.hold();
    room.wait(5_000);
    call.hangUp();
    await hear(store.intake(id), room.bytes(), 701);
    const kinds = heard.flatMap((one) => ('callId' in one ? [one] : []));
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'offered',
      'dialling',
      'answered',
      'held',
      'resumed',
      'talk_ended',
      'ended',
    ]);
    expect(kinds.every((one) => one.direction === 'out' && one.accountId === store.accountId)).toBe(true);
  });

  it('stand open after a restart of ours, and end when the switchboard has them no more', async () => {
    const id = await store.source();
    const room = new Switchroom();
    room.dial(WORKER, { id: KEY, talkMs: 3_600_000 });
    await hear(store.intake(id), room.wait(30_000).bytes());
    expect(await dialledRows(id)).toMatchObject([{ outcome: 'answered', ended: false, talk: null }]);
    await hear(store.intake(id), Buffer.from(goneFrame(KEY)));
    expect(await dialledRows(id)).toMatchObject([
      { outcome: 'answered', ended: true, end_known: false, talk: null },
    ]);
    const { rows } = await store.test.owner.query(
      `select extract(epoch from talk_ended_at - answered_at)::integer as s from call where source_id = $1 and call_key = $2`,
      [id, KEY],
    );
    expect(rows[0]?.s).toBeLessThan(30);
  });
});
