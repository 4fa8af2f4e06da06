import { allRows } from '../../../test/support/call-rows.js';
import { CallStore, hear } from '../../../test/support/call-store.js';
import { type PaperAgent, PaperPbx } from '../../../test/support/paper-pbx.js';

const LI: PaperAgent = { name: '李8101', device: 'PJSIP/8101' };

/** The blocks of the stream in two parts, the first without what our dialplan says in them. */
function parts(pbx: PaperPbx, later: number): [Uint8Array, Uint8Array] {
  const blocks = new TextDecoder().decode(pbx.streams()[0]).split('\r\n\r\n');
  const text = (from: number, to?: number) => `${blocks.slice(from, to).join('\r\n\r\n')}\r\n\r\n`;
  const mute = text(0, later)
    .split('\r\n\r\n')
    .filter((block) => !block.includes('HotlineArrive'));
  return [new TextEncoder().encode(mute.join('\r\n\r\n')), new TextEncoder().encode(text(later))];
}

describe('calls that were let go before another taught what they are', () => {
  let store: CallStore;
  beforeAll(async () => (store = await CallStore.open()));
  afterAll(() => store.close());

  const calls = async (id: string) =>
    (
      await store.test.owner.query<{ call_key: string; outcome: string; callback_requested: boolean }>(
        'select call_key, outcome, callback_requested from call where source_id = $1 order by arrived_at',
        [id],
      )
    ).rows;
  const recheckAll = async () => {
    let pages = 0;
    while (await store.recheck.page()) pages += 1;
    return pages;
  };

  it('are judged again, as a rebuild would judge them', async () => {
    const pbx = new PaperPbx().signIn('q1', LI);
    // In the menu, and gone: without an arrival nothing says that it was a call to the number.
    const gone = pbx.leg('PJSIP/carrier', '19911110001', pbx.trunkContext, '96888');
    pbx.wait(2).hangUp(gone);
    // By a key of which nobody has yet asked for a call back.
    const key = pbx.wait(5).arrive('19911110002');
    pbx.wait(2).join(key, 'q1');
    pbx.event('QueueCallerLeave', { ...pbx.of(key), Queue: 'q1', Position: 1, Count: 0 });
    pbx.wait(3).event('Hangup', { ...pbx.of(key), Cause: 16, Context: 'menu', Exten: '9' });
    const later = new TextDecoder().decode(pbx.streams()[0]).split('\r\n\r\n').length - 1;
    // Half an hour later both are let go; then two calls teach.
    for (let minute = 0; minute < 30; minute += 1) pbx.wait(60).signIn('q2', LI);
    const other = pbx.leg('PJSIP/carrier', '19911110004', pbx.trunkContext, '96888');
    pbx.user(other, 'HotlineArrive', { CallLinkedid: other.call, Caller: '19911110004', Dnis: '96888' });
    pbx.wait(1).hangUp(other);
    const asks = pbx.arrive('19911110003');
    pbx.wait(2).join(asks, 'q1');
    pbx.wait(8).pressKey(asks, 'q1', '1');
    const id = await store.source();
    const [first, second] = parts(pbx, later);
    const intake = store.intake(id);
    await hear(intake, first, 700);
    const before = await calls(id);
    expect(before).toMatchObject([{ call_key: key.id, callback_requested: true }]);
    await hear(intake, second, 700);
    expect(await calls(id)).toHaveLength(3);
    expect(await recheckAll()).toBeGreaterThan(0);
    const after = await calls(id);
    expect(after.map(({ call_key }) => call_key)).toEqual([gone.id, key.id, other.id, asks.id]);
    expect(after.map(({ callback_requested }) => callback_requested)).toEqual([false, false, false, true]);
    const rows = await allRows(store.test.owner, id);
    await store.rebuild.run(id);
    expect(await allRows(store.test.owner, id)).toEqual(rows);
    expect(await recheckAll()).toBe(0);
  });

  it.each([0, 30])(
    'may be none after all, also where a duty hangs on it (%i minutes later)',
    async (minutes) => {
      const pbx = new PaperPbx().signIn('q1', LI);
      // Extensions of another house that reach a queue are taken for calls to the number, until the dialplan says which that is.
      const inside = [1, 2].map((n) => {
        const leg = pbx.wait(2).leg('PJSIP/carrier', `810${n}`, 'other-carrier', '700');
        pbx.event('QueueCallerJoin', { ...pbx.of(leg), Queue: 'q1', Position: 1, Count: 1 });
        pbx.wait(3).giveUp(leg, 'q1');
        return leg;
      });
      const later = new TextDecoder().decode(pbx.streams()[0]).split('\r\n\r\n').length - 1;
      for (let minute = 0; minute < minutes; minute += 1) pbx.wait(60).signIn('q2', LI);
      const caller = pbx.arrive('19911110003');
      pbx.wait(2).hangUp(caller);
      const id = await store.source();
      const [first, second] = parts(pbx, later);
      const intake = store.intake(id);
      await hear(intake, first, 700);
      expect((await calls(id)).map(({ call_key }) => call_key)).toEqual(inside.map((leg) => leg.id));
      await store.test.owner.query(
        `insert into missed_try (call_id, unit_id, unit_path, at, reason)
       select c.id, u.id, u.path, now(), 'abandoned' from call c, unit u where c.source_id = $1 and c.call_key = $2`,
        [id, inside[1]?.id],
      );
      await hear(intake, second, 700);
      await recheckAll();
      expect((await calls(id)).map(({ call_key }) => call_key)).toEqual([inside[1]?.id, caller.id]);
      const belongs = `select count(call_id)::integer as n from call_visit where source_id = $1`;
      expect((await store.test.owner.query<{ n: number }>(belongs, [id])).rows[0]?.n).toBe(0);
      expect(store.faults.splice(0)).toEqual([]);
    },
  );
});
