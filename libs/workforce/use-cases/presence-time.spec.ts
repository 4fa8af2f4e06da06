import type { Actor } from '@hotline/organization';
import { CaseHouse } from '../../../test/support/case-house.js';
import { PlantedLine } from '../../../test/support/planted-line.js';
import { RollUpCalls } from './roll-up-calls.js';
import { ShowAgentReport } from './show-agent-report.js';
import { ShowQueueReport } from './show-queue-report.js';

// What this room reads of presence, for a database that has no such room.
const PRESENCE = `create table if not exists presence_segment (account_id uuid, seq integer, unit_path text collate "C",
  shift_at timestamptz, shown text, intent text, reason text, from_at timestamptz, to_at timestamptz, stretch_at timestamptz,
  call_id uuid, visit_id uuid, made_by text, cause text, primary key (account_id, seq));
  grant select on presence_segment to hotline_app`;

const at = (time: string): string => `2026-03-10T${time}+08:00`;

describe('the time of an agent as presence tells it', () => {
  let house: CaseHouse;
  let agent: Actor;
  let leader: Actor;
  let seq = 0;

  beforeAll(async () => {
    house = await CaseHouse.open();
    await house.owner.query(PRESENCE);
    leader = await house.actor(['supervisor', '440300']);
    agent = await house.actor(['agent', '440300']);
  });
  afterAll(() => house.close());

  const segment = (shown: string, from: string, to: string | null, visitId: string | null = null) =>
    house.owner.query(
      `insert into presence_segment (account_id, seq, unit_path, shift_at, shown, intent, from_at, to_at, stretch_at, visit_id,
         made_by, cause) values ($1, $2, 'cn/44/4403/', $4, $3, 'ready', $4, $5, $4, $6, 'person', 'chosen')`,
      [agent.accountId, (seq += 1), shown, at(from), to && at(to), visitId],
    );
  const total = async () =>
    (await house.get(ShowAgentReport).lines(agent, null, { from: '2026-03-10', step: 'day' })).total;

  it('leads over the switchboard, runs on by itself, and gives a wrap-up to the interval of its call', async () => {
    const line = await PlantedLine.at(house.owner, '440300', '深圳线路');
    const visit = await line.visit({ at: at('08:29:00'), accountId: agent.accountId });
    await line.segment(agent.accountId, 'signed_in', at('08:00:00'), null);
    house.clock.set(at('08:10:00'));
    await house.get(RollUpCalls).all(0);
    await segment('idle', '08:10:00', '08:29:10');
    await segment('talking', '08:29:10', '08:31:10', visit);
    await segment('wrap-up', '08:31:10', '08:32:10', visit);
    await segment('break', '08:32:10', null);
    house.clock.set(at('08:40:00'));
    await house.get(RollUpCalls).all(0);
    expect(await total()).toMatchObject({
      talkingMs: 120_000,
      wrappingMs: 60_000,
      breakMs: 470_000,
      wrapUp: { totalMs: 60_000, count: 1, meanMs: 60_000 },
      occupancy: { numerator: 180_000 },
    });
    const { lines } = await house.get(ShowQueueReport).run(leader, { from: '2026-03-10', step: '15' });
    const joined = lines.find((one) => one.at.getTime() === Date.parse(at('08:15:00')));
    expect(joined?.figures.wrapUp).toEqual({ totalMs: 60_000, count: 1, meanMs: 60_000 });
    house.clock.set(at('08:50:00'));
    await house.get(RollUpCalls).all(0);
    expect((await total()).breakMs).toBe(470_000 + 600_000);
  });

  it('is counted again where a stretch is corrected long after it ended', async () => {
    house.clock.set(at('09:30:00'));
    await house.get(RollUpCalls).all(0);
    const before = await total();
    // Known only now: the break had been over at 08:42, and from 08:50 he talked.
    await house.owner.query(
      `update presence_segment set to_at = $2 where account_id = $1 and seq = (
         select max(seq) from presence_segment where account_id = $1)`,
      [agent.accountId, at('08:42:10')],
    );
    await segment('idle', '08:42:10', '08:50:00');
    await segment('talking', '08:50:00', '08:55:00');
    await segment('idle', '08:55:00', null);
    await house.get(RollUpCalls).all(0);
    const after = await total();
    expect(after.breakMs).toBe(600_000);
    expect(after.talkingMs - before.talkingMs).toBe(300_000);
    // And the shown state of a stretch, longer after.
    await house.owner.query(
      `update presence_segment set shown = 'training' where account_id = $1 and shown = 'break'`,
      [agent.accountId],
    );
    await house.get(RollUpCalls).all(0);
    expect((await total()).breakMs).toBe(0);
  });
});
