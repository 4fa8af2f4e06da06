import { CallStore, eventsOf, hear, type Ingest, readWhole, rush } from '../../../test/support/call-store.js';
import { allRows, asStored, storedVisits } from '../../../test/support/call-rows.js';
import { mixedShift } from '../../../test/support/mixed-shift.js';
import { PaperPbx } from '../../../test/support/paper-pbx.js';
import { sampleAmi, sampleLog } from '../../../test/support/telephony-sample.js';
import { fold } from '../domain/fold/fold.js';
import { piecesOf } from './log-pieces.js';
import type { LogBookmark } from './queue-log-reader.js';

type Row = Record<string, string | null | Record<string, unknown>>;

describe('a source in trouble', () => {
  let store: CallStore;
  beforeAll(async () => (store = await CallStore.open()));
  afterAll(() => store.close());
  beforeEach(() => store.faults.splice(0));

  const feedOf = async (id: string, feed = 'ami'): Promise<Row> => {
    const { rows } = await store.test.owner.query<Row>(
      `select received, kept, duplicates, garbled, refused, fault, fault_at, bookmark from telephony_feed
       where source_id = $1 and feed = $2`,
      [id, feed],
    );
    return rows[0] ?? {};
  };
  const visitsOf = (id: string) => storedVisits(store.test.owner, id);
  const count = async (sql: string, id: string): Promise<number> =>
    Number(
      (await store.test.owner.query<{ n: string }>(`select count(*) as n from ${sql}`, [id])).rows[0]?.n,
    );

  it('waits for a database that is not there, and puts everything on record once when it comes', async () => {
    const id = await store.source();
    const lost = (): Error => Object.assign(new Error('Connection terminated unexpectedly'), { code: '' });
    let turn = 0;
    const shaky: Ingest = {
      fold: (...given) => store.ingest.fold(...given),
      run: async (...given) => {
        turn += 1;
        if (turn % 3 === 1) throw lost();
        await store.ingest.run(...given);
        // The commit was made, its answer never came.
        if (turn % 3 === 2) throw lost();
      },
      putAside: () => Promise.reject(new Error('nothing is to be put aside')),
    };
    await hear(store.intake(id, shaky), sampleAmi());
    await readWhole(store.intake(id, shaky), sampleLog());
    const calm = await store.source();
    await hear(store.intake(calm), sampleAmi());
    await readWhole(store.intake(calm), sampleLog());
    expect(asStored(await visitsOf(id)).map((one) => ({ ...one, source: '' }))).toEqual(
      asStored(await visitsOf(calm)).map((one) => ({ ...one, source: '' })),
    );
    expect(await count('telephony_raw where source_id = $1', id)).toBe(
      await count('telephony_raw where source_id = $1', calm),
    );
    expect((await feedOf(id)).received).toBe((await feedOf(calm)).received);
  });

  it('puts aside the one message that the database refuses, and takes its neighbours', async () => {
    const id = await store.source();
    const { owner } = store.test;
    await owner.query(`create function refuse_it() returns trigger language plpgsql as
      $$ begin raise exception 'no' using errcode = 'check_violation'; end $$`);
    await owner.query(`create trigger refuse_it before insert on call_event for each row
      when (new.source_id = '${id}' and new.type = 'callback_requested') execute function refuse_it()`);
    await hear(store.intake(id), sampleAmi(), 30_000);
    await owner.query(`drop trigger refuse_it on call_event`);
    expect(await feedOf(id)).toMatchObject({ refused: '1', fault: 'refused-23514' });
    const wanted = fold(eventsOf(id, [sampleAmi()], null).filter((one) => one.type !== 'callback_requested'));
    expect(await visitsOf(id)).toEqual(asStored(wanted.visits));
    // Its bytes were kept: what the database takes today is there after a rebuild.
    const { rows } = await owner.query<{ name: string }>(`select name from telephony_source where id = $1`, [
      id,
    ]);
    await store.rebuild.run(rows[0]?.name ?? '');
    expect(await visitsOf(id)).toEqual(asStored(fold(eventsOf(id, [sampleAmi()], null)).visits));
  });

  it('loses no batch to a room above that fails', async () => {
    const id = await store.source();
    store.listen((_, source) =>
      source.sourceId === id ? Promise.reject(new TypeError('a mistake of ours')) : Promise.resolve(),
    );
    await hear(store.intake(id), sampleAmi());
    expect(await feedOf(id)).toMatchObject({ refused: '0', fault: 'listener-failed' });
    expect(await visitsOf(id)).toEqual(asStored(fold(eventsOf(id, [sampleAmi()], null)).visits));
  });

  it('counts garbled bytes, stores nothing of them and goes on', async () => {
    const id = await store.source();
    const noise = Buffer.concat([
      Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x0a]),
      Buffer.from('\x00\x01 nonsense\r\n<html>\r\n\r\nKey: without event\r\n\r\n'),
      Buffer.from(
        'Event: QueueCallerJoin\r\nQueue: q\u0000\r\nUniqueid: 1795355300.7\r\nTimestamp: x\r\n\r\n',
      ),
    ]);
    const sample = sampleAmi();
    const middle = sample.indexOf('\r\n\r\n', 90_000) + 4;
    const intake = store.intake(id);
    await hear(intake, Buffer.concat([sample.subarray(0, middle), noise, sample.subarray(middle)]));
    expect(Number((await feedOf(id)).garbled)).toBeGreaterThanOrEqual(3);
    expect(await feedOf(id)).toMatchObject({ refused: '0', fault: null });
    const visits = await visitsOf(id);
    expect(visits.filter((visit) => !visit.queue.startsWith('q\ufffd'))).toEqual(
      asStored(fold(eventsOf(id, [sample], null)).visits),
    );
  });

  it('keeps a name that no index can hold out of the tables, and counts it', async () => {
    const id = await store.source();
    const [stream = new Uint8Array()] = mixedShift().streams();
    const monster = Array.from({ length: 900 }, (_, at) => ((at * 7_919 + 13) % 99_991).toString(36)).join(
      '',
    );
    const bad = `Event: QueueCallerJoin\r\nTimestamp: 1795400001.000001\r\nUniqueid: 1.1\r\nQueue: ${monster}${[...monster].reverse().join('')}\r\n\r\n`;
    await hear(store.intake(id), Buffer.concat([Buffer.from(stream), Buffer.from(bad)]), 400_000);
    expect(await feedOf(id)).toMatchObject({ refused: '1', fault: 'refused-54000' });
    expect(await visitsOf(id)).toEqual(asStored(fold(eventsOf(id, [stream], null)).visits));
  });

  it('reads half a line of the log when its other half has come', async () => {
    const id = await store.source();
    const intake = store.intake(id);
    const log = Buffer.from(sampleLog());
    const cut = log.indexOf('\n', 900) + 1;
    const place = (offset: number, lines: number) => ({ inode: 4, offset, lines });
    const lines = (bytes: Buffer): number => bytes.toString().split('\n').length - 1;
    const first = log.subarray(0, cut);
    await intake.readLog({ bytes: first, linesBefore: 0, bookmark: place(cut, lines(first)) });
    expect((await feedOf(id, 'queue_log')).bookmark).toMatchObject(place(cut, lines(first)));
    await intake.readLog({
      bytes: Buffer.concat([log.subarray(cut), Buffer.from('not a line\n1795355|x\n')]),
      linesBefore: lines(first),
      bookmark: place(log.length, lines(log)),
    });
    expect(await feedOf(id, 'queue_log')).toMatchObject({
      garbled: '2',
      bookmark: place(log.length, lines(log)),
    });
    expect(await visitsOf(id)).toEqual(asStored(fold(eventsOf(id, [], log)).visits));
  });

  it('reads a log from its beginning that was cut, and keeps what it said before', async () => {
    const id = await store.source();
    const intake = store.intake(id);
    await hear(intake, sampleAmi());
    await readWhole(intake, sampleLog());
    const before = await allRows(store.test.owner, id);
    const half = Buffer.from(sampleLog()).subarray(0, sampleLog().indexOf('\n', 1_000) + 1);
    await readWhole(intake, half);
    expect(await allRows(store.test.owner, id)).toEqual(before);
    expect(Number((await feedOf(id, 'queue_log')).duplicates)).toBeGreaterThan(10);
  });

  it('takes its own clock where the switchboard sends no times, and says how well each is known', async () => {
    const id = await store.source();
    const pbx = new PaperPbx();
    pbx.timestamps = false;
    const agent = { name: '李8101', device: 'PJSIP/8101' };
    pbx.signIn('q1', agent);
    const leg = pbx.arrive('19911110001');
    pbx.join(leg, 'q1');
    pbx.end(pbx.answer(leg, 'q1', agent), 'caller');
    const [stream = new Uint8Array()] = pbx.streams();
    const intake = store.intake(id);
    store.now = new Date('2027-02-01T08:00:00Z');
    const cut = Buffer.from(stream).indexOf('Event: QueueCallerLeave');
    await hear(intake, stream.subarray(0, cut));
    store.now = new Date('2027-02-01T08:00:09Z');
    await hear(intake, stream.subarray(cut));
    const [visit] = await visitsOf(id);
    expect(visit).toMatchObject({ outcome: 'answered', agentExt: '8101' });
    expect(visit?.answered?.us).toBe(store.now.getTime() * 1000);
  });

  it('leaves the person open where nobody has the extension', async () => {
    const id = await store.source();
    await store.telephone(id, '8102');
    await hear(store.intake(id), mixedShift().streams()[0] ?? new Uint8Array());
    const of = (account: string): Promise<number> =>
      count(`call_visit where source_id = $1 and answered_at is not null and account_id ${account}`, id);
    expect(await of('is not null')).toBe(1);
    expect(await of('is null')).toBe(4);
  });

  it('lets the line be read on before all is on record, and says so once', async () => {
    const id = await store.source();
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    let runs = 0;
    const slow: Ingest = {
      fold: (...given) => store.ingest.fold(...given),
      putAside: (...given) => store.ingest.putAside(...given),
      run: async (...given) => {
        if ((runs += 1) > 3) await gate;
        await store.ingest.run(...given);
      },
    };
    const intake = store.intake(id, slow, 'ami', 50);
    const bytes = sampleAmi();
    const all = rush(intake, bytes, 4_096);
    await intake.settled(bytes.length - 1);
    const kept = await count('telephony_raw where source_id = $1', id);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThanOrEqual(3);
    open();
    await all;
    await expect(intake.settled(1)).resolves.toBeUndefined();
    expect(await count('telephony_raw where source_id = $1', id)).toBeGreaterThan(3);
  });

  it('divides a long log into batches, each with its own place', () => {
    const bytes = Buffer.from('a\nbb\nccc\ndddd\n');
    const bookmark = { inode: 1, offset: 100 + bytes.length, lines: 14 };
    const pieces = [...piecesOf({ bytes, linesBefore: 10, bookmark }, 2)];
    expect(
      pieces.map((piece) => [
        piece.bytes.toString(),
        piece.linesBefore,
        (piece.bookmark as LogBookmark).offset,
      ]),
    ).toEqual([
      ['a\nbb\n', 10, 105],
      ['ccc\ndddd\n', 12, 114],
    ]);
  });
});
