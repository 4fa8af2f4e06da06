import { CallStore, eslEventsOf, hearEsl } from '../../../test/support/call-store.js';
import { allRows } from '../../../test/support/call-rows.js';
import { SocketRoom } from '../../../test/support/socketroom.js';
import type { CallChange } from '../domain/call-change.js';
import { fold } from '../domain/fold/fold.js';
import type { SourceIntake } from '../feeds/source-intake.js';

describe('calls dialled at a FreeSWITCH, on record', () => {
  let store: CallStore;
  beforeAll(async () => (store = await CallStore.open()));
  afterAll(() => store.close());
  afterEach(() => expect(store.faults.splice(0)).toEqual([]));

  const intakeOf = (id: string): SourceIntake => store.intake(id, store.ingest, 'esl');

  /** A shift of the queue with dialled calls behind it, of all kinds. */
  function shift(): SocketRoom {
    const room = new SocketRoom().shift();
    for (const [at, cause] of ['', 'USER_BUSY', 'NO_ANSWER', '', 'SUBSCRIBER_ABSENT'].entries()) {
      const ordered = at % 2 === 0;
      const call = room.dial({ own: `800${1 + (at % 3)}`, number: `1420000000${at}`, ordered });
      room.wait(1_000);
      if (ordered) call.pickUp();
      room.wait(3_000);
      if (cause !== '') call.fail(cause);
      else call.answer();
      room.wait(9_000);
      call.hangUp();
    }
    return room;
  }

  it.each([211, 20_011])(
    'are the rows of the pure fold in chunks of %d bytes, and of a rebuild',
    async (size) => {
      const bytes = shift().bytes();
      const id = await store.source('esl');
      await store.telephone(id, 'user/8001');
      await hearEsl(intakeOf(id), bytes, size);
      const pure = fold(eslEventsOf(id, bytes)).dialled;
      expect(pure).toHaveLength(5);
      const { rows } = await store.test.owner.query(
        `select call_key, direction, result, outcome, account_id is not null as mine, caller_masked as masked,
         caller_sealed is not null as sealed, talk_us::text as talk, ended_at is not null as ended, end_known
       from call where source_id = $1 and direction <> 'in' order by arrived_at, call_key`,
        [id],
      );
      expect(rows).toEqual(
        pure.map((call) => ({
          call_key: call.legId,
          direction: 'out',
          result: call.result,
          outcome: call.outcome,
          mine: call.agentExt === '8001',
          masked: call.number?.replace(/^(...)....(....)$/, '$1****$2'),
          sealed: true,
          talk: call.talk ? String(call.talk.us) : null,
          ended: true,
          end_known: true,
        })),
      );
      const before = await allRows(store.test.owner, id);
      await store.rebuild.run(id);
      expect(await allRows(store.test.owner, id)).toEqual(before);
      const clear = await store.test.owner.query(
        `select 1 from call_event e where source_id = $1 and body::text ~ '1420000000[0-9]'
       union all select 1 from call c where source_id = $1 and to_jsonb(c)::text ~ '1420000000[0-9]'
       union all select 1 from call_leg l where source_id = $1 and to_jsonb(l)::text ~ '1420000000[0-9]'`,
        [id],
      );
      expect(clear.rows).toEqual([]);
    },
  );

  it('are told as they go to the one who dialled', async () => {
    const id = await store.source('esl');
    await store.telephone(id, 'user/8001');
    const heard: CallChange[] = [];
    store.listen((_, source, changes) => {
      if (source.sourceId === id) heard.push(...changes);
      return Promise.resolve();
    });
    const room = new SocketRoom();
    const call = room.dial();
    room.wait(1_000);
    call.pickUp();
    room.wait(3_000);
    call.answer();
    room.wait(5_000);
    call.hold(true);
    room.wait(2_000);
    call.hold(false);
    room.wait(5_000);
    call.hangUp();
    await hearEsl(intakeOf(id), room.bytes(), 701);
    const told = heard.flatMap((one) => ('callId' in one ? [one] : []));
    expect(new Set(told.map(({ kind }) => kind))).toEqual(
      new Set(['offered', 'dialling', 'answered', 'held', 'resumed', 'talk_ended', 'ended']),
    );
    expect(told.every((one) => one.direction === 'out' && one.accountId === store.accountId)).toBe(true);
  });

  it('enter no count of the calls that reached the number', async () => {
    const id = await store.source('esl');
    await hearEsl(intakeOf(id), shift().bytes());
    const { rows } = await store.test.owner.query(
      `select count(*) filter (where direction = 'in')::integer as reached, count(*)::integer as all,
         (select count(*)::integer from call_visit where source_id = $1) as visits from call where source_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ reached: 12, all: 17, visits: 12 }]);
  });
});
