import { AsteriskTable, type TableShape } from '../../../test/support/asterisk-table.js';
import { allRows } from '../../../test/support/call-rows.js';
import { CallStore, hear, readWhole } from '../../../test/support/call-store.js';
import { sampleAmi, sampleLog } from '../../../test/support/telephony-sample.js';
import type { LogTableSettings, TablePlace } from '../domain/queue-log/table.js';
import type { FeedFault } from '../domain/sources/faults.js';
import { bookOf, type LogBook } from './log-book.js';
import { TableLog } from './queue-log-table.js';

const LINES = Buffer.from(sampleLog())
  .toString()
  .split('\n')
  .filter((line) => line !== '');
const START_MS = 1_900_000_000_000;

describe('queue_log in a table', () => {
  let table: AsteriskTable;
  let nowMs = START_MS;
  const books: LogBook[] = [];
  const closing: AsteriskTable[] = [];
  const opened = async (shape?: TableShape): Promise<void> => {
    table = await AsteriskTable.open(shape);
    closing.push(table);
  };
  const book = (change: Partial<LogTableSettings> = {}, secret = table.secret): TableLog => {
    const made = new TableLog({ ...table.settings, ...change }, secret, () => nowMs);
    books.push(made);
    return made;
  };
  /** Everything that is new, as lines with their numbers, and where to go on. */
  async function news(from: LogBook, kept: Partial<TablePlace> | null = null) {
    const lines: (readonly [number, string])[] = [];
    const faults: FeedFault[] = [];
    let place = kept;
    for await (const { bytes, linesBefore, bookmark } of from.news(kept, (fault) => faults.push(fault))) {
      bytes
        .toString()
        .split('\n')
        .forEach((line, at) => line !== '' && lines.push([linesBefore + at + 1, line]));
      place = bookmark as TablePlace;
    }
    return { lines, faults, place };
  }

  afterEach(async () => {
    for (const one of books.splice(0)) await one.close();
    for (const one of closing.splice(0)) await one.close();
    nowMs = START_MS;
  });

  it.each<TableShape>(['script', 'text', 'zoned', 'epoch', 'old'])(
    'made as “%s” gives the rows, ids and events that the file gives, also on a rebuild',
    async (shape) => {
      await opened(shape);
      const store = await CallStore.open();
      try {
        await table.write(LINES);
        const [byFile, byTable] = [await store.source(), await store.source()];
        await hear(store.intake(byFile), sampleAmi());
        await readWhole(store.intake(byFile), sampleLog());
        const intake = store.intake(byTable);
        await hear(intake, sampleAmi());
        for await (const piece of book().news(null, () => undefined)) await intake.readLog(piece);
        const told = async (id: string) =>
          JSON.parse(JSON.stringify(await allRows(store.test.owner, id)).replaceAll(id, 'it')) as Record<
            string,
            string[]
          >;
        const [a, b] = [await told(byFile), await told(byTable)];
        expect(b.call_event).toEqual(a.call_event);
        for (const name of ['call', 'call_visit', 'call_leg', 'agent_segment', 'call_ring'])
          expect(b[name]?.length).toBe(a[name]?.length);
        const before = await allRows(store.test.owner, byTable);
        await store.rebuild.run(byTable);
        expect(await allRows(store.test.owner, byTable)).toEqual(before);
      } finally {
        await store.close();
      }
    },
  );

  it('is read on from where it was, and a late row is not missed', async () => {
    await opened();
    await table.write(LINES.slice(0, 10));
    const own = book();
    const first = await news(own);
    expect(first.lines.map(([number]) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(first.place).toMatchObject({ upTo: 10, holes: [], lines: 10 });
    expect((await news(own, first.place)).lines).toEqual([]);
    // 11 and 12 are dealt out and not yet committed.
    await table.write(LINES.slice(12, 14), 13);
    const second = await news(own, first.place);
    expect(second.lines.map(([number]) => number)).toEqual([13, 14]);
    await table.write(LINES.slice(10, 11), 11);
    const third = await news(own, second.place);
    expect(third.lines).toEqual([[11, LINES[10]?.replace(/\|+$/, '') ?? '']]);
    // Another process goes on from the place on record.
    await table.write(LINES.slice(11, 12), 12);
    const fourth = await news(book(), third.place);
    expect(fourth.lines.map(([number]) => number)).toEqual([12]);
    expect(fourth.place).toMatchObject({ upTo: 14, holes: [], lines: 14 });
  });

  it('of many rows comes in pieces, and from another table anew', async () => {
    await opened();
    await table.owner.query(
      `insert into queue_log (time, callid, queuename, agent, event, data1) select now()::timestamp, n || '.1', 'q', 'NONE', 'DID', n
       from generate_series(1, 2500) n`,
    );
    const own = book();
    const all = await news(own);
    expect(all.lines).toHaveLength(2_500);
    expect(all.place).toMatchObject({ upTo: 2_500, lines: 2_500 });
    const other = { ...all.place, table: 'elsewhere' };
    expect((await news(own, other)).lines).toHaveLength(2_500);
  });

  it('whose numbers began anew is said to be shorter and read from its start; an emptied one is waited for', async () => {
    await opened();
    await table.write(LINES.slice(0, 20));
    const own = book();
    const { place } = await news(own);
    await table.owner.query('truncate queue_log restart identity');
    expect(await news(own, place)).toMatchObject({ lines: [], faults: [] });
    await table.write(LINES.slice(0, 3));
    expect(await news(own, place)).toMatchObject({ faults: ['log-shrunk'], place: { upTo: 3 } });
  });

  it('is compared by the lines of some time, not by the whole of it', async () => {
    await opened();
    await table.write(['1700000000|1.1|q|NONE|ENTERQUEUE||138|1', ...LINES]);
    const lines = [];
    for await (const some of book().linesSince(new Date(Number(LINES[0]?.split('|')[0]) * 1000)))
      lines.push(...some);
    expect(lines).toHaveLength(LINES.length);
    expect(lines[0]).toMatchObject({ lineNo: 2 });
  });

  it('says by a code what is wrong, and mends itself when that is mended', async () => {
    await opened();
    expect(await book().look()).toBeNull();
    expect(await book({}, 'wrong').look()).toBe('log-login-refused');
    expect(await book({ username: 'nobody_here' }).look()).toBe('log-login-refused');
    expect(await book({ port: 1 }).look()).toBe('log-unreachable');
    expect(await book({ tls: true }).look()).toBe('log-unreachable');
    expect(await book({ database: 'no_such_database' }).look()).toBe('log-table-missing');
    expect(await book({ table: 'other_log' }).look()).toBe('log-table-missing');
    expect(await book({ table: 'nowhere.queue_log' }).look()).toBe('log-table-missing');
    const own = book();
    await table.owner.query(`revoke select on queue_log from ${table.settings.username}`);
    expect(await own.look()).toBe('log-denied');
    await table.owner.query(`grant select on queue_log to ${table.settings.username}`);
    await table.owner.query('alter table queue_log rename column queuename to queue');
    nowMs += 60_000;
    expect(await book().look()).toBe('log-columns');
    await table.owner.query('alter table queue_log rename column queue to queuename');
    nowMs += 60_000;
    expect(await own.look()).toBeNull();
  });

  it('is asked again with growing pauses while it cannot be reached', async () => {
    await opened();
    await table.owner.query('alter table queue_log rename to away');
    const own = book();
    expect(await own.look()).toBe('log-table-missing');
    await table.owner.query('alter table away rename to queue_log');
    expect(await own.look()).toBe('log-table-missing');
    nowMs += 5_001;
    expect(await own.look()).toBeNull();
  });

  it('goes on when its server has cut the line, and counts what is no line', async () => {
    await opened();
    await table.write(LINES.slice(0, 2));
    const own = book();
    const { place } = await news(own);
    await table.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hotline queue_log' and usename = $1`,
      [table.settings.username],
    );
    await table.owner.query(`insert into queue_log (event) values ('ABANDON')`);
    const again = await news(own, place).catch(() => news(own, place));
    expect(again.lines).toEqual([[3, '?||||ABANDON|']]);
  });

  it('is read with no right to write, whatever the account has', async () => {
    await opened();
    await table.owner.query(`grant all on queue_log to ${table.settings.username}`);
    const own = book();
    await own.look();
    const { rows } = await table.owner.query<{ n: string }>(
      `select count(*) as n from pg_stat_activity where application_name = 'hotline queue_log' and usename = $1`,
      [table.settings.username],
    );
    expect(rows[0]?.n).toBe('1');
    const { table: held } = (
      own as unknown as {
        line: { open: { table: { run(sql: string, values: unknown[]): Promise<unknown> } } };
      }
    ).line.open;
    await expect(held.run('delete from queue_log', [])).rejects.toThrow('read-only transaction');
  });

  it.each<TableShape>(['script', 'text', 'zoned', 'epoch', 'old'])(
    'made as “%s” without an id is read by time, in whatever form that is, and nothing twice',
    async (shape) => {
      await opened(shape);
      await table.owner.query('alter table queue_log drop column id');
      nowMs = Number(LINES.at(-1)?.split('|')[0]) * 1000;
      await table.write(LINES.slice(0, 12));
      const own = book();
      const first = await news(own);
      expect(first.lines).toHaveLength(12);
      await table.write(LINES.slice(12, 20));
      const second = await news(own, first.place);
      expect(second.lines).toHaveLength(8);
      expect((await news(own, second.place)).lines).toEqual([]);
      // Another process reads the stretch again, as the same lines with the same numbers.
      const again = (await news(book(), second.place)).lines.map(([, line]) => line);
      const told = [...first.lines, ...second.lines].map(([, line]) => line);
      expect(again.every((line) => told.includes(line))).toBe(true);
      const since = [];
      for await (const some of own.linesSince(new Date(Number(LINES[0]?.split('|')[0]) * 1000)))
        since.push(...some);
      expect(since).toHaveLength(20);
    },
  );

  it('is one of two books, or none', () => {
    const line = { host: 'pbx', port: 5038, username: 'hotline', tls: false };
    expect(bookOf(line, '')).toBeNull();
    expect(bookOf({ ...line, queueLog: '/var/log/queue_log' }, '')).not.toBeNull();
  });
});
