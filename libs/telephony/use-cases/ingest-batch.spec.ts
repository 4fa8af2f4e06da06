import { join } from 'node:path';
import { row } from '@hotline/platform';
import { RecordedLine } from '@hotline/practice-line';
import { CallStore, eventsOf, hear, readWhole } from '../../../test/support/call-store.js';
import {
  asStored,
  callsAsStored,
  storedCalls,
  storedRest,
  storedVisits,
} from '../../../test/support/call-rows.js';
import { eventually } from '../../../test/support/eventually.js';
import { mixedShift } from '../../../test/support/mixed-shift.js';
import { sampleAmi, sampleFigures, sampleLog } from '../../../test/support/telephony-sample.js';
import { queueFigures } from '../domain/figures/queue-figures.js';
import { fold } from '../domain/fold/fold.js';
import { AmiFeed } from '../feeds/ami-feed.js';
import type { CallChange } from '../domain/call-change.js';

describe('ingesting a shift', () => {
  let store: CallStore;
  beforeAll(async () => (store = await CallStore.open()));
  afterAll(() => store.close());
  afterEach(() => expect(store.faults.splice(0)).toEqual([]));

  const rowsOf = async (id: string) => ({
    visits: await storedVisits(store.test.owner, id),
    calls: await storedCalls(store.test.owner, id),
  });
  const pure = (id: string, streams: readonly Uint8Array[], log: Uint8Array | null) => {
    const rows = fold(eventsOf(id, streams, log));
    return { visits: asStored(rows.visits), calls: callsAsStored(rows.calls) };
  };
  const feedOf = async (id: string, feed: string) =>
    (
      await store.test.owner.query<Record<string, string | null>>(
        `select received, kept, duplicates, garbled, refused, fault, bookmark from telephony_feed where source_id = $1 and feed = $2`,
        [id, feed],
      )
    ).rows[0];

  it('gives the rows of the pure fold, with the log after, and twice over the same', async () => {
    const id = await store.source();
    const intake = store.intake(id);
    await hear(intake, sampleAmi());
    expect(await rowsOf(id)).toEqual(pure(id, [sampleAmi()], null));
    await readWhole(intake, sampleLog());
    const once = await rowsOf(id);
    const { gaps: _, ...rest } = await storedRest(store.test.owner, id);
    expect(once).toEqual(pure(id, [sampleAmi()], sampleLog()));
    await readWhole(intake, sampleLog());
    await hear(store.intake(id), sampleAmi(), 7_777);
    expect(await rowsOf(id)).toEqual(once);
    // Not the gaps: the second process heard nothing between the end of the recording and its own sign-in.
    expect(await storedRest(store.test.owner, id)).toMatchObject(rest);
    expect(Number((await feedOf(id, 'queue_log'))?.duplicates)).toBeGreaterThan(0);
  });

  it('gives the figures of the recording from the rows read back', async () => {
    const id = await store.source();
    const intake = store.intake(id);
    await hear(intake, sampleAmi(), 4_001);
    await readWhole(intake, sampleLog());
    const { visits, calls } = await rowsOf(id);
    const { tally: _, ...figures } = queueFigures(
      { calls, dialled: [], visits, legs: [], segments: [], gaps: [], queues: [], agents: [] },
      'q12351',
    );
    const { transfers: _t, agents: _a, agent_ring_no_answer: _r, ...wanted } = sampleFigures();
    expect(figures).toEqual(wanted);
  });

  it('reads the log before the stream to the same rows', async () => {
    const id = await store.source();
    const intake = store.intake(id);
    await readWhole(intake, sampleLog());
    await hear(intake, sampleAmi());
    expect(await rowsOf(id)).toEqual(pure(id, [sampleAmi()], sampleLog()));
  });

  it('goes on in another process, in the middle of calls, wherever the first one ended', async () => {
    const pbx = mixedShift();
    const [stream = new Uint8Array()] = pbx.streams();
    for (const share of [0.2, 0.45, 0.7, 0.9]) {
      const id = await store.source();
      const cut = Math.floor(stream.length * share);
      // The parser of the first connection is the second one's too: between the processes no byte was lost.
      const whole = stream.subarray(0, cut).lastIndexOf(10) + 1;
      const blank = Buffer.from(stream.subarray(0, whole)).lastIndexOf('\r\n\r\n') + 4;
      await hear(store.intake(id), stream.subarray(0, blank), 1_500);
      await hear(store.intake(id), stream.subarray(blank), 1_500);
      await readWhole(store.intake(id), pbx.queueLog());
      expect(await rowsOf(id)).toEqual(pure(id, [stream], pbx.queueLog()));
    }
  });

  it('is told over the wire by a recorded line to the same rows', async () => {
    const line = new RecordedLine({
      host: '127.0.0.1',
      port: 0,
      account: { username: 'hotline', secret: 'right' },
      file: join(__dirname, '../fixtures/asterisk-queue-sample.txt'),
      speed: 60,
      times: 'recorded',
      now: () => Date.now(),
    });
    const id = await store.source();
    const intake = store.intake(id);
    const feed = new AmiFeed(
      { host: '127.0.0.1', port: await line.open(), username: 'hotline', secret: 'right', tls: false },
      {
        received: (bytes, items, counts) => intake.received(bytes, items, counts.garbageLines),
        settled: () => intake.settled(),
        state: () => undefined,
      },
      () => 0.5,
    );
    await line.done;
    const last = pure(id, [sampleAmi()], null);
    const ended = last.calls.length;
    await eventually('all calls have ended', async () => {
      const calls = await storedCalls(store.test.owner, id);
      return calls.filter((call) => call.ended).length === ended;
    });
    await intake.settled();
    expect(await rowsOf(id)).toEqual(last);
    await feed.stop();
    await line.close();
    await readWhole(intake, sampleLog());
    expect(await rowsOf(id)).toEqual(pure(id, [sampleAmi()], sampleLog()));
  });

  it('tells the rooms above what happened to whom, in the transaction, once', async () => {
    const id = await store.source();
    await store.telephone(id, '8101');
    const heard: CallChange[] = [];
    let rows = 0;
    store.listen(async (tx, source, changes) => {
      if (source.sourceId !== id) return;
      heard.push(...changes);
      for (const change of changes)
        if (change.kind === 'answered') rows += (await seen(tx, change.callId)) ? 1 : 0;
    });
    const [stream = new Uint8Array()] = mixedShift().streams();
    store.now = new Date(1_795_400_600_000);
    await hear(store.intake(id), stream, 3_001);
    await hear(store.intake(id), stream, 3_001);
    const mine = (kind: string): number =>
      heard.filter((one) => one.kind === kind && 'accountId' in one && one.accountId === store.accountId)
        .length;
    expect(['offered', 'missed', 'answered', 'held', 'resumed', 'talk_ended'].map(mine)).toEqual([
      5, 2, 3, 2, 2, 3,
    ]);
    expect(heard.filter((one) => one.kind === 'ended')).toHaveLength(9);
    expect(mine('signed_in')).toBe(1);
    expect(mine('paused')).toBe(2);
    expect(rows).toBe(heard.filter((one) => one.kind === 'answered').length);
  });

  it('stores no number of a person in clear', async () => {
    const { rows } = await store.test.owner.query(
      `select body from call_event
       where concat_ws(' ', body->>'caller', body->>'callee', body->>'exten', body->>'peer') ~ '[0-9]{7}'
       union all select to_jsonb(call) from call where caller_masked ~ '[0-9]{7}' or dialled ~ '[0-9]{7}'
       union all select to_jsonb(call_leg) from call_leg where peer ~ '[0-9]{7}'
       union all select bookmark from telephony_feed where bookmark::text ~ '199[0-9]{6}'`,
    );
    expect(rows).toEqual([]);
  });
});

async function seen(tx: Parameters<Parameters<CallStore['listen']>[0]>[0], callId: string): Promise<boolean> {
  return (await row(tx, `select 1 as one from call where id = $1`, [callId])) !== null;
}
