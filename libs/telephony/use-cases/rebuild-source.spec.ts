import { CallStore, hear, readWhole } from '../../../test/support/call-store.js';
import { allRows } from '../../../test/support/call-rows.js';
import { mixedShift } from '../../../test/support/mixed-shift.js';
import { sampleAmi, sampleLog } from '../../../test/support/telephony-sample.js';

describe('rebuilding a source from the bytes it sent', () => {
  let store: CallStore;
  beforeAll(async () => (store = await CallStore.open()));
  afterAll(() => store.close());
  afterEach(() => expect(store.faults.splice(0)).toEqual([]));

  const named = async (id: string): Promise<string> =>
    (await store.test.owner.query<{ name: string }>(`select name from telephony_source where id = $1`, [id]))
      .rows[0]?.name ?? '';

  it.each(['recorded', 'mixed'])(
    'gives the rows, the ids and the events that stood: %s shift',
    async (shift) => {
      const pbx = mixedShift();
      const stream = shift === 'recorded' ? sampleAmi() : (pbx.streams()[0] ?? new Uint8Array());
      const log = shift === 'recorded' ? sampleLog() : pbx.queueLog();
      const id = await store.source();
      await store.telephone(id, '8101');
      await hear(store.intake(id), stream, 5_003);
      await readWhole(store.intake(id), log);
      await readWhole(store.intake(id), log);
      const before = await allRows(store.test.owner, id);
      const rebuilt = await store.rebuild.run(await named(id));
      expect(rebuilt).toMatchObject({ refused: 0 });
      expect(rebuilt.blocks).toBeGreaterThan(5);
      expect(await allRows(store.test.owner, id)).toEqual(before);
    },
  );

  it('mends rows that were wrong and takes away those that nothing tells of', async () => {
    const id = await store.source();
    await hear(store.intake(id), sampleAmi());
    const before = await allRows(store.test.owner, id);
    const { owner } = store.test;
    await owner.query(`update call_visit set outcome = 'lost', wait_us = 7 where source_id = $1`, [id]);
    await owner.query(`delete from call_leg where source_id = $1`, [id]);
    await owner.query(
      `insert into call (id, source_id, call_key, unit_path, direction, arrived_at, outcome, folded_at)
       values (gen_random_uuid(), $1, 'invented', 'cn/', 'in', '2027-01-01', 'closed', now())`,
      [id],
    );
    await store.rebuild.run(await named(id));
    expect(await allRows(owner, id)).toEqual(before);
  });

  it('goes on with the line afterwards as if nothing had happened', async () => {
    const [stream = new Uint8Array()] = mixedShift().streams();
    const cut = Buffer.from(stream).indexOf('\r\n\r\n', Math.floor(stream.length / 2)) + 4;
    const [id, other] = [await store.source(), await store.source()];
    await hear(store.intake(id), stream.subarray(0, cut));
    await store.rebuild.run(await named(id));
    await hear(store.intake(id), stream.subarray(cut));
    await hear(store.intake(other), stream);
    const [a, b] = [await allRows(store.test.owner, id), await allRows(store.test.owner, other)];
    expect(a.call?.length).toBe(b.call?.length);
    expect(a.call_event?.length).toBe(b.call_event?.length);
  });

  it('is refused for a source that is not there, or that somebody listens to', async () => {
    const id = await store.source();
    await expect(store.rebuild.run('nobody')).rejects.toMatchObject({ refusal: { code: 'not-found' } });
    const lock = await store.locks.take(id);
    await expect(store.rebuild.run(await named(id))).rejects.toMatchObject({
      refusal: { code: 'wrong-state' },
    });
    await lock?.release();
    await expect(store.rebuild.run(await named(id))).resolves.toEqual({ since: null, blocks: 0, refused: 0 });
  });

  it('forgets bytes and events after thirty days, a little at a time, and keeps the rows', async () => {
    const id = await store.source();
    await hear(store.intake(id), sampleAmi());
    const { call_event: _, ...rows } = await allRows(store.test.owner, id);
    const left = async (): Promise<number> =>
      Number(
        (
          await store.test.owner.query<{ n: string }>(
            `select (select count(*) from call_event) + (select count(*) from telephony_raw) as n`,
          )
        ).rows[0]?.n,
      );
    store.test.clock.set('2027-01-30T23:59:00Z');
    expect(await store.forget.slice()).toBe(0);
    store.test.clock.set('2027-01-31T00:01:00Z');
    while ((await store.forget.slice()) > 0);
    expect(await left()).toBe(0);
    const { call_event: none, ...after } = await allRows(store.test.owner, id);
    expect(none).toEqual([]);
    expect(after).toEqual(rows);
  });
});
