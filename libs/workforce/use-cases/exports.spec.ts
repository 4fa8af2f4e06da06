import { DAY_MS, HOUR_MS, isId } from '@hotline/kernel';
import type { Actor } from '@hotline/organization';
import { OrderExport, type ShownExport } from '@hotline/exports';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { PlantedLine } from '../../../test/support/planted-line.js';
import { sheetCells, unzipped } from '../../../test/support/unzipped.js';
import { DownloadExport } from '../../exports/use-cases/download-export.js';
import { EndExport } from '../../exports/use-cases/end-export.js';
import { ForgetExports } from '../../exports/use-cases/forget-exports.js';
import { ListExports } from '../../exports/use-cases/list-exports.js';
import { ShowCallFigures } from '../../telephony/use-cases/show-call-figures.js';
import { WriteExport } from '../../exports/use-cases/write-export.js';
import { RollUpCalls } from './roll-up-calls.js';
import { ShowAgentReport } from './show-agent-report.js';
import { ShowQueueReport } from './show-queue-report.js';

const S = 1_000_000;
const DAY = '2026-03-09';
const at = (time: string): string => `${DAY}T${time}+08:00`;
const CSV = { form: 'csv', language: 'zh' } as const;
const CALLS = 4_321;

describe('reports as files', () => {
  let house: CaseHouse;
  let leader: Actor;
  let agent: Actor;
  let line: PlantedLine;

  beforeAll(async () => {
    house = await CaseHouse.open();
    leader = await house.serving(['supervisor', '440000']);
    agent = await house.serving(['agent', '440300']);
    line = await PlantedLine.at(house.owner, '440300', '深圳线路');
    const { accountId } = agent;
    const first = await line.visit({ at: at('08:00:00'), waitUs: 15 * S, holdUs: 20 * S, accountId });
    await line.ring(first, accountId, at('08:00:05'));
    await line.visit({ at: at('08:15:00'), outcome: 'abandoned', waitUs: 9 * S, talkUs: null });
    await line.visit({ at: at('08:29:00'), outcome: 'full', entered: false, waitUs: null, talkUs: null });
    await line.segment(accountId, 'signed_in', at('08:00:00'), at('09:00:00'));
    await line.gap(at('08:20:00'), at('08:20:30'));
    await house.get(RollUpCalls).all(0);
    // Never counted: such days are read row by row.
    await house.owner.query(
      `with made as (select gen_random_uuid() as id, n from generate_series(1, ${CALLS}) n), calls as (
         insert into call (id, source_id, call_key, unit_path, direction, arrived_at, outcome, caller_masked, asked, folded_at)
         select made.id, $1, made.id::text, s.unit_path, 'in', $2::timestamptz + n / 3 * interval '1 second', 'answered', '139****' || lpad((n % 10000)::text, 4, '0'), true, now()
         from made, telephony_source s where s.id = $1 returning id)
       insert into call_visit (id, visit_key, call_id, source_id, unit_path, queue, ordinal, counted_at, last_seen_at, entered, outcome, wait_us, talk_us)
       select gen_random_uuid(), m.id::text, m.id, $1, s.unit_path, 'big', 1, $2::timestamptz + n / 3 * interval '1 second', now(), true, 'answered', 3000000, 60000000
       from made m, telephony_source s where s.id = $1`,
      [line.sourceId, at('10:00:00')],
    );
    await house.owner.query('analyze');
  }, 60_000);
  afterAll(() => house.close());

  const order = (actor: Actor, kind: string, question: object, wish: object = CSV) =>
    house.get(OrderExport).run(actor, kind, question, { ...CSV, ...wish });
  const shown = (actor: Actor, { id }: ShownExport) => house.get(ListExports).one(actor, id);
  const bytes = async (actor: Actor, { id }: ShownExport): Promise<Buffer> => {
    const file = await house.get(DownloadExport).run(actor, id);
    const pieces: Buffer[] = [];
    for await (const piece of file.bytes) pieces.push(piece);
    const whole = Buffer.concat(pieces);
    expect(whole.length).toBe(file.length);
    return whole;
  };
  const lines = async (actor: Actor, file: ShownExport): Promise<string[][]> => {
    const text = (await bytes(actor, file)).toString('utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    return text
      .slice(1)
      .split('\r\n')
      .map((one) => one.split(','));
  };
  const made = async (actor: Actor, kind: string, question: object, wish: object = CSV) => {
    const ordered = await order(actor, kind, question, wish);
    await house.settle();
    const file = await shown(actor, ordered);
    expect(file).toMatchObject({ state: 'done', share: 1, fault: null });
    return file;
  };
  const rows = { since: at('00:00:00'), until: `2026-03-10T00:00:00+08:00`, queue: 'big' };
  const audited = async (id: string): Promise<{ action: string; facts: Record<string, unknown> }[]> =>
    (await house.owner.query('select action, facts from audit where object_id = $1 order by seq', [id])).rows;

  it('say what the screen says, with the definition of each figure above', async () => {
    const question = { from: DAY, to: DAY, step: '15' } as const;
    const file = await made(leader, 'call-report.queues', question);
    const cells = await lines(leader, file);
    const head = cells.findIndex(([first]) => first === '时段');
    const report = await house.get(ShowQueueReport).run(leader, question);
    const above = cells.slice(0, head).map((one) => one.join(','));
    expect(above[0]).toBe('话务报表 · 队列');
    expect(above).toContain('单位,广东省总工会');
    expect(above).toContain(`接通率,口径 v1（${DAY} 至 ${DAY}）：接通 ÷ 请求人工`);
    expect(above).toContain('平均等待,进入队列到接通，含坐席振铃；只算接通的');
    expect(above).toContain(`缺口,深圳线路 ${DAY} 08:20:00 至 ${DAY} 08:20:30 没有收到数据，未计入`);
    const column = (name: string): number => (cells[head] ?? []).indexOf(name);
    const own = cells.slice(head + 1, -1);
    expect(own).toHaveLength(report.lines.length + 1);
    for (const [n, { figures }] of [...report.lines, { figures: report.total }].entries()) {
      expect(own[n]?.[column('请求人工')]).toBe(String(figures.asked));
      expect(own[n]?.[column('接通率 %')]).toBe(String(figures.connectionRate.percent ?? ''));
      expect(own[n]?.[column('接通率 分子')]).toBe(String(figures.connectionRate.numerator));
      expect(own[n]?.[column('接通率 分母')]).toBe(String(figures.connectionRate.denominator));
    }
    expect(own.at(-1)?.[0]).toBe('合计');
    expect(own.find(([time]) => time === `${DAY} 08:15`)?.[column('未收到数据（秒）')]).toBe('30');
    expect(file.name).toBe(`话务报表-队列-${DAY}.csv`);
  });

  it('tell of agents by name and by interval, an agent of himself alone', async () => {
    const all = await lines(leader, await made(leader, 'call-report.agents', { from: DAY, to: DAY }));
    const { items } = await house
      .get(ShowAgentReport)
      .people(leader, { from: DAY, to: DAY, after: null, limit: 10 });
    const head = all.findIndex(([first]) => first === '坐席');
    expect(all.slice(head + 1, -1).map(([name]) => name)).toEqual([...items.map(({ name }) => name), '合计']);
    const own = await made(agent, 'call-report.agent-lines', { from: DAY, to: DAY, step: '60' });
    const cells = await lines(agent, own);
    expect(cells).toContainEqual(['坐席', agent.displayName]);
    expect(cells.find(([time]) => time === `${DAY} 08:00`)?.slice(0, 3)).toEqual([`${DAY} 08:00`, '2', '1']);
    expect(await refusalOf(order(agent, 'call-report.queues', { from: DAY, to: DAY }))).toMatch(
      /not-found|forbidden/,
    );
    const other = { from: DAY, to: DAY, accountId: leader.accountId };
    expect(await refusalOf(order(agent, 'call-report.agent-lines', other))).toBe('forbidden');
  });

  it('hold every call of any number of pages once, newest first, with masks for numbers', async () => {
    const file = await made(leader, 'call-report.rows', rows);
    expect(file.rows).toBe(CALLS);
    const cells = await lines(leader, file);
    const head = cells.findIndex(([first]) => first === '时间');
    const calls = cells.slice(head + 1, -1);
    expect(new Set(calls.map((one) => one.join())).size).toBe(CALLS);
    const times = calls.map(([time]) => time ?? '');
    expect(times).toEqual([...times].sort().reverse());
    expect(calls.every(([, number]) => /^139\*{4}\d{4}$/.test(number ?? ''))).toBe(true);
  });

  it('are the same as XLSX', async () => {
    const csv = await lines(leader, await made(leader, 'call-report.rows', rows));
    const xlsx = await made(leader, 'call-report.rows', rows, { form: 'xlsx', language: 'en' });
    const parts = unzipped(await bytes(leader, xlsx));
    const cells = sheetCells(parts.get('xl/worksheets/sheet1.xml') ?? '');
    const from = cells.findIndex(([first]) => first === 'Time');
    const after = csv.findIndex(([first]) => first === '时间');
    expect(cells.slice(from + 1).map((one) => one[1])).toEqual(csv.slice(after + 1, -1).map((one) => one[1]));
  });

  it('hold as many calls as a rate says, and the rate by its own definition', async () => {
    const days = { from: DAY, to: DAY };
    const { figures } = await house.get(ShowCallFigures).run(leader, days);
    const [rate] = figures;
    for (const side of ['numerator', 'denominator', 'beside'] as const) {
      const file = await made(leader, 'call-figures.rows', { ...days, kind: 'connection_rate', side });
      const { numerator, denominator, beside } = rate as (typeof figures)[number];
      const aside = beside.reduce((sum, { count }) => sum + count, 0);
      expect(file.rows).toBe({ numerator, denominator, beside: aside }[side]);
    }
    const cells = await lines(leader, await made(leader, 'call-figures.rates', days));
    const own = [rate?.rate, rate?.numerator, rate?.denominator].map(String);
    expect(cells.find(([name, letter]) => name === '接通率' && letter === 'A v1')?.slice(2, 5)).toEqual(own);
    expect(cells).toContainEqual(['接通率', `口径 A 第 1 版（2000-01-01 起）：接通 ÷ 请求人工`]);
    expect((await made(leader, 'staffing.day', { day: DAY, step: '60' })).rows).toBe(24);
  });

  it('are carried on where a process died, and begun by nobody twice', async () => {
    const whole = await lines(leader, await made(leader, 'call-report.rows', rows));
    const ordered = await order(leader, 'call-report.rows', { ...rows, result: 'answered' });
    const writer = house.get(WriteExport);
    // the head and one page; then the process is gone
    expect(await writer.stride(ordered.id, 0)).toBe(false);
    expect(await writer.stride(ordered.id, 0)).toBe(false);
    const half = await shown(leader, ordered);
    expect(half).toMatchObject({ state: 'running', rows: 2_000 });
    expect(half.share).toBeGreaterThan(0);
    expect(await refusalOf(house.get(DownloadExport).run(leader, ordered.id))).toBe('wrong-state');
    expect((await order(leader, 'call-report.rows', { ...rows, result: 'answered' })).id).toBe(ordered.id);
    // two at once: one of them finds that the other was there
    await Promise.all([writer.stride(ordered.id, 5_000), writer.stride(ordered.id, 5_000)]);
    await house.settle();
    const cells = await lines(leader, await shown(leader, ordered));
    const rowsOf = (of: string[][]) => of.slice(of.findIndex(([first]) => first === '时间'));
    expect(rowsOf(cells)).toEqual(rowsOf(whole));
  });

  it('stop when they are cancelled, and leave nothing', async () => {
    const ordered = await order(leader, 'call-report.rows', rows);
    const writer = house.get(WriteExport);
    await writer.stride(ordered.id, 0);
    await writer.stride(ordered.id, 0);
    expect(await house.get(EndExport).cancel(leader, ordered.id)).toMatchObject({ state: 'cancelled' });
    expect(await writer.stride(ordered.id)).toBe(true);
    await house.settle();
    const kept = await house.owner.query('select 1 from export_piece where export_id = $1', [ordered.id]);
    expect(kept.rowCount).toBe(0);
    expect(await refusalOf(house.get(EndExport).cancel(leader, ordered.id))).toBe('wrong-state');
    expect(await refusalOf(house.get(DownloadExport).run(leader, ordered.id))).toBe('wrong-state');
  });

  it('are their owner’s alone, and read in the rights he has then', async () => {
    const second = await house.serving(['supervisor', '440300']);
    const file = await made(second, 'call-report.queues', { from: DAY, to: DAY });
    expect(await refusalOf(house.get(DownloadExport).run(leader, file.id))).toBe('not-found');
    expect(await refusalOf(house.get(EndExport).remove(leader, file.id))).toBe('not-found');
    const ordered = await order(second, 'call-report.rows', rows);
    const writer = house.get(WriteExport);
    await writer.stride(ordered.id, 0);
    await writer.stride(ordered.id, 0);
    await house.owner.query('update membership set revoked_at = now() where account_id = $1', [
      second.accountId,
    ]);
    await house.settle();
    expect(await shown(second, ordered)).toMatchObject({ state: 'failed', fault: 'forbidden' });
    const without = { ...second, memberships: [] };
    expect(await refusalOf(house.get(DownloadExport).run(without, file.id))).toBe('forbidden');
  });

  it('are on record: what was asked for, what was made by which definitions, and each fetching', async () => {
    const file = await made(leader, 'call-report.queues', { from: DAY, to: DAY, step: 'day' });
    await bytes(leader, file);
    await house.get(EndExport).remove(leader, file.id);
    const entries = await audited(file.id);
    expect(entries.map(({ action }) => action)).toEqual([
      'export-ordered',
      'export-made',
      'export-downloaded',
      'export-removed',
    ]);
    expect(entries[0]?.facts).toMatchObject({
      kind: 'call-report.queues',
      form: 'csv',
      from: DAY,
      step: 'day',
    });
    expect(isId(String(entries[0]?.facts.unitId))).toBe(true);
    expect(entries[1]?.facts).toMatchObject({
      rows: 2,
      connection_rate: '1',
      service_level: '1',
      abandonment: '1',
    });
    expect(entries[2]?.facts).toMatchObject({ rows: 2, bytes: file.length });
  });

  it('are refused beyond what a person may have under way', async () => {
    const third = await house.serving(['supervisor', '440300']);
    for (const result of ['answered', 'abandoned', 'limit'])
      await order(third, 'call-report.rows', { ...rows, result });
    expect(await refusalOf(order(third, 'call-report.rows', { ...rows, result: 'key' }))).toBe(
      'export-cap-reached',
    );
    await house.settle();
    expect((await order(third, 'call-report.rows', { ...rows, result: 'key' })).state).toBe('waiting');
    await house.settle();
  });

  it.each([
    ['call-report.rows', { ...rows, until: rows.since }, 'invalid-input until'],
    ['call-report.queues', { from: '2026-03-10', to: '2026-03-01' }, 'invalid-input to'],
    ['call-report.queues', { from: '2024-01-01', to: '2026-03-01', step: '15' }, 'invalid-input'],
    ['call-report.nothing', {}, 'not-found kind'],
  ])('of %s with %j are refused as the page would: %s', async (kind, question, refusal) => {
    expect(await refusalOf(order(leader, kind, question))).toContain(refusal.split(' ')[0]);
  });

  it('are deleted after two days, and forgotten after thirty more', async () => {
    const file = await made(leader, 'call-report.queues', { from: DAY, to: DAY, step: '60' });
    expect(file.expiresAt).toEqual(new Date(house.clock.now().getTime() + 48 * HOUR_MS));
    house.clock.advance(48 * HOUR_MS);
    expect(await refusalOf(house.get(DownloadExport).run(leader, file.id))).toBe('wrong-state');
    await house.get(ForgetExports).run();
    expect(await shown(leader, file)).toMatchObject({ state: 'expired', expiresAt: null });
    expect(
      (await house.owner.query('select 1 from export_piece where export_id = $1', [file.id])).rowCount,
    ).toBe(0);
    house.clock.advance(31 * DAY_MS);
    await house.get(ForgetExports).run();
    expect(await refusalOf(shown(leader, file))).toBe('not-found');
  });
});
