import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { ArchiveSweep } from '../jobs/archive-sweep.js';
import { ArchiveTicket } from './archive-ticket.js';
import { CloseTicket } from './close-ticket.js';
import { RecordCallBack } from './record-call-back.js';

let house: CaseHouse;
beforeAll(async () => {
  house = await CaseHouse.open();
}, 60_000);
afterAll(() => house.close());

const SAID = {
  reached: true,
  notReachedReason: null,
  solved: 'yes',
  handlingRating: 'satisfied',
  callRating: 'satisfied',
  reason: null,
  note: null,
} as const;

/** A ticket whose report is at the call-back, closed by its agent. */
async function closed() {
  const agent = await house.actor(['agent', 'cn']);
  const id = await house.arrived({}, agent);
  await house.owner.query(
    `update clock set stopped_at = now() where ticket_id = $1 and kind in ('sign', 'contact', 'handle')`,
    [id],
  );
  await house.owner.query(`update clock set kind = 'call-back' where ticket_id = $1 and kind = 'dispatch'`, [
    id,
  ]);
  await house.owner.query(
    `update ticket set state = 'call-back', turn_unit_id = intake_unit_id, turn_expected = 'call-back' where id = $1`,
    [id],
  );
  house.clock.advance(1_000);
  await house.get(RecordCallBack).run(agent, id, await house.version(id), SAID);
  await house.get(CloseTicket).run(agent, id, await house.version(id), null);
  return { id, agent };
}

describe('the archive', () => {
  it('takes a closed ticket by hand, once, and only from the unit that took the case', async () => {
    const { id, agent } = await closed();
    const version = await house.version(id);
    const other = await house.actor(['supervisor', '440000']);
    expect(await refusalOf(house.get(ArchiveTicket).run(other, id, version))).toBe('not-your-turn');
    await house.get(ArchiveTicket).run(agent, id, version);
    expect((await house.check(id)).state).toBe('archived');
    expect(await refusalOf(house.get(ArchiveTicket).run(agent, id, version))).toBe('stale-version');
    expect(await refusalOf(house.get(ArchiveTicket).run(agent, id, version + 1))).toBe('wrong-state');
  });

  it('takes what has been closed for thirty days by itself, and nothing younger', async () => {
    const { id } = await closed();
    const closedAt = house.clock.now().getTime();
    house.clock.set(new Date(closedAt + 29 * 86_400_000).toISOString());
    await house.get(ArchiveSweep).sweep();
    expect((await house.facts(id)).state).toBe('closed');
    house.clock.set(new Date(closedAt + 31 * 86_400_000).toISOString());
    await Promise.all([house.get(ArchiveSweep).sweep(), house.get(ArchiveSweep).sweep()]);
    const facts = await house.check(id);
    expect(facts.state).toBe('archived');
    expect(facts.archivedAt).toEqual(house.clock.now());
  });

  it('leaves an open ticket alone', async () => {
    const agent = await house.actor(['agent', 'cn']);
    const id = await house.arrived({}, agent);
    expect(await refusalOf(house.get(ArchiveTicket).run(agent, id, await house.version(id)))).toBe(
      'wrong-state',
    );
  });
});
