import type { Actor } from '@hotline/organization';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import type { LegalFacts } from '../domain/legal-facts.js';
import { ComputeLegalClocks } from './compute-legal-clocks.js';
import { SaveLegalFacts } from './save-legal-facts.js';
import { ShowLegalClocks } from './show-legal-clocks.js';

let house: CaseHouse;
let agent: Actor;
let county: Actor;
let sibling: Actor;
let watcher: Actor;

beforeAll(async () => {
  house = await CaseHouse.open();
  agent = await house.actor(['agent', 'cn']);
  county = await house.actor(['handler', '440305']);
  sibling = await house.actor(['handler', '440306']);
  watcher = await house.actor(['supervisor', '440300']);
}, 60_000);
afterAll(() => house.close());

const facts: LegalFacts = { wagesOwed: true, employmentEnded: '2026-02-10', wageDue: '2026-01-25' };
const show = (actor: Actor, id: string) => house.get(ShowLegalClocks).run(actor, id);
const save = (actor: Actor, id: string, replaces: number, given: LegalFacts) =>
  house.get(SaveLegalFacts).run(actor, id, replaces, given);

describe('facts of a ticket', () => {
  it('are entered once by whoever works on it, and lead to dates for everybody who sees it', async () => {
    const id = await house.arrived({}, agent);
    expect(await show(watcher, id)).toMatchObject({ version: 0, facts: {}, savedAt: null, mayEdit: false });
    await save(agent, id, 0, facts);
    const seen = await show(watcher, id);
    expect(seen).toMatchObject({ version: 1, facts, savedBy: agent.displayName, mayEdit: false });
    expect(seen.caveat.zh).toBe('仅供参考，不是法律意见');
    expect(seen.clocks.slice(0, 2).map(({ rule, lastDay, daysLeft }) => [rule, lastDay, daysLeft])).toEqual([
      ['arbitration-pay', '2027-02-10', 337],
      ['inspection-limit', '2028-01-25', 686],
    ]);
    expect(seen.clocks[0]?.articles[0]).toMatchObject({ version: '2007-12-29', article: '第二十七条第四款' });
    await house.check(id);
  });

  it('are an event that leaves the ticket’s version alone and names facts, not days', async () => {
    const id = await house.arrived({}, agent);
    const before = await house.version(id);
    await save(county, id, 0, facts);
    await save(county, id, 1, { ...facts, wageDue: '2026-02-25' });
    expect(await house.version(id)).toBe(before);
    const { rows } = await house.owner.query<{ seq: number; facts: unknown }>(
      `select seq, facts from event where ticket_id = $1 and kind = 'legal-facts-saved' order by id`,
      [id],
    );
    expect(rows).toEqual([
      { seq: before, facts: { version: 1, changed: ['employmentEnded', 'wageDue', 'wagesOwed'] } },
      { seq: before, facts: { version: 2, changed: ['wageDue'] } },
    ]);
    await house.check(id);
  });

  it('keep every version, and write none for what is the same', async () => {
    const id = await house.arrived({}, agent);
    await save(agent, id, 0, facts);
    await save(agent, id, 1, { ...facts });
    expect((await show(agent, id)).version).toBe(1);
    await save(agent, id, 1, {});
    const { rows } = await house.owner.query('select version from legal_fact where ticket_id = $1', [id]);
    expect(rows).toHaveLength(2);
    await expect(
      house.owner.query(`set role hotline_app; update legal_fact set facts = '{}'`),
    ).rejects.toThrow(/permission denied/);
    await house.owner.query('reset role');
  });

  it('are not lost when two save at once', async () => {
    const id = await house.arrived({}, agent);
    const answers = await Promise.all([
      refusalOf(save(agent, id, 0, facts)),
      refusalOf(save(county, id, 0, { wageDue: '2026-02-25' })),
    ]);
    expect(answers.sort()).toEqual(['allowed', 'stale-version']);
  });

  it('are refused from those who have nothing to do with it, and when they cannot be true', async () => {
    const id = await house.arrived({}, agent);
    expect(await refusalOf(save(sibling, id, 0, facts))).toBe('not-found');
    expect(await refusalOf(save(watcher, id, 0, facts))).toBe('not-found');
    expect(await refusalOf(show(sibling, id))).toBe('not-found');
    const city = await house.actor(['handler', '440300'], ['supervisor', 'cn']);
    expect(await refusalOf(save(city, id, 0, facts))).toBe('allowed');
    const dispatcher = await house.actor(['dispatcher', 'cn'], ['handler', '430000']);
    expect(await refusalOf(save(dispatcher, id, 1, facts))).toBe('not-found');
    expect(await refusalOf(save(agent, id, 1, { injuryHappened: '2026-03-11' }))).toBe(
      'invalid-input facts.injuryHappened',
    );
  });
});

describe('facts without a ticket', () => {
  it('are computed and stored nowhere', () => {
    const { asOf, clocks } = house.get(ComputeLegalClocks).run(facts);
    expect(asOf).toBe('2026-03-10');
    expect(clocks.filter(({ state }) => state === 'running').map(({ rule }) => rule)).toEqual([
      'arbitration-pay',
      'inspection-limit',
    ]);
    expect(() => house.get(ComputeLegalClocks).run({ awardReceived: '2026-04-01' })).toThrow('invalid-input');
  });
});
