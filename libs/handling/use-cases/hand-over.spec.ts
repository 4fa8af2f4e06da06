import { type Actor, unitId } from '@hotline/organization';
import { ListTickets } from '@hotline/ticket';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { HandledCase } from '../../../test/support/handled-case.js';
import { SaveDraft } from '../../intake/use-cases/save-draft.js';
import { RevokeMembership } from '../../organization/use-cases/revoke-membership.js';
import { DispatchTicket } from '../../dispatch/use-cases/dispatch-ticket.js';
import { AssignTicket } from './assign-ticket.js';
import { HandOverWork } from './hand-over-work.js';
import { HandlingSettingsBook } from './handling-settings.js';
import { RequestReturn } from './request-return.js';
import { RuleReturn } from './rule-return.js';

let house: CaseHouse;
let desk: HandledCase;
let admin: Actor;
let leaver: Actor;
let taker: Actor;

/** A person with memberships as the database knows them. */
async function employed(role: 'handler' | 'administrator', code: string): Promise<Actor> {
  const actor = await house.actor([role, code]);
  for (const one of actor.memberships) {
    await house.owner.query(
      'insert into membership (id, account_id, unit_id, role) values ($1, $2, $3, $4)',
      [one.id, actor.accountId, one.unitId, one.role],
    );
  }
  return actor;
}

beforeAll(async () => {
  house = await CaseHouse.open();
  desk = await HandledCase.staffed(house);
  admin = await employed('administrator', '440300');
  // The accounts of the demo leave: only those of this spec handle here.
  await house.owner.query(`update membership set revoked_at = now() where unit_id = $1`, [unitId('440305')]);
  leaver = await employed('handler', '440305');
  taker = await employed('handler', '440305');
}, 60_000);
afterAll(() => house.close());

const assign = (id: string, to: Actor | null, by = desk.county) =>
  desk.do(id, (version) =>
    house.get(AssignTicket).run(by, id, version, { assigneeId: to?.accountId ?? null, note: null }),
  );

describe('an assignment', () => {
  it('names a handler of the unit, lists for that person, and ends when custody moves', async () => {
    const id = await desk.inHand();
    expect(await refusalOf(assign(id, desk.city))).toBe('unknown-account assigneeId');
    expect(await refusalOf(assign(id, leaver, desk.city))).toBe('not-your-turn');
    await assign(id, leaver);
    const mine = await house.get(ListTickets).run(leaver, { assigned: 'me' });
    expect(mine.items.map((row) => [row.id, row.assignee?.id])).toEqual([[id, leaver.accountId]]);
    expect((await house.get(ListTickets).run(taker, { assigned: 'me' })).items).toEqual([]);
    expect((await house.get(AssignTicket).candidates(desk.county, id)).map((one) => one.id).sort()).toEqual(
      [leaver.accountId, taker.accountId].sort(),
    );
    await desk.do(id, (version) =>
      house.get(RequestReturn).run(desk.county, id, version, {
        reasonCode: 'wrong-duty',
        clause: null,
        reason: '不属本单位',
        proposedUnitId: null,
      }),
    );
    const facts = await desk.do(id, async (version) => {
      const returnId = (await house.facts(id)).openReturn?.id ?? '';
      const order = { returnId, decision: 'granted', reason: '同意', toUnitId: null } as const;
      await house.get(RuleReturn).run(desk.city, id, version, order);
    });
    expect(facts.assigneeId).toBeNull();
    const dispatcher = await house.actor(['dispatcher', '440300']);
    await desk.do(id, (version) =>
      house.get(DispatchTicket).run(dispatcher, { ticketId: id, version, unitId: unitId('440306') }),
    );
  });
});

describe('a hand-over', () => {
  it('moves open tickets and the reports begun on them in one audited act, reading nothing', async () => {
    const ids = [await desk.inHand(), await desk.inHand()];
    for (const id of ids) await assign(id, leaver);
    const draft = (id: string, purpose: 'report' | 'contact', subjectId: string | null) =>
      house
        .get(SaveDraft)
        .run(leaver, { id, purpose, subjectId, body: { narrative: '写到一半' }, version: 0 });
    await draft('00000000-0000-7000-8000-0000000d0001', 'report', ids[0] ?? '');
    await draft('00000000-0000-7000-8000-0000000d0002', 'contact', null);
    const unit = unitId('440305');
    const look = () => house.get(HandOverWork).preview(admin, leaver.accountId, unit);
    expect(await look()).toMatchObject({
      tickets: 2,
      forms: 1,
      otherDrafts: 1,
      colleagues: [{ id: taker.accountId }],
    });
    const membershipId = leaver.memberships[0]?.id ?? '';
    const leave = (reason: string | null = null) =>
      house.get(RevokeMembership).run(admin, leaver.accountId, membershipId, reason);
    expect(await refusalOf(leave())).toBe('open-work');
    const order = { unitId: unit, toAccountId: taker.accountId, reason: '岗位调整' };
    const run = (actor: Actor, change: Partial<typeof order> = {}) =>
      house.get(HandOverWork).run(actor, leaver.accountId, { ...order, ...change });
    expect(await refusalOf(run(await employed('administrator', '440100')))).toBe('not-in-your-units unitId');
    expect(await refusalOf(run(admin, { toAccountId: desk.city.accountId }))).toBe(
      'unknown-account toAccountId',
    );
    expect(await refusalOf(run(admin, { toAccountId: leaver.accountId }))).toBe('invalid-input toAccountId');
    expect(await run(admin)).toEqual({ tickets: 2, forms: 1 });
    for (const id of ids) expect((await house.check(id)).assigneeId).toBe(taker.accountId);
    expect(await look()).toMatchObject({ tickets: 0, forms: 0, otherDrafts: 1 });
    const { rows } = await house.owner.query(
      `select action, reason, facts from audit where object_id = $1 and action = 'work-handed-over'`,
      [leaver.accountId],
    );
    expect(rows).toEqual([
      {
        action: 'work-handed-over',
        reason: '岗位调整',
        facts: { unitId: unit, to: taker.accountId, tickets: 2, drafts: 1 },
      },
    ]);
    await leave();
    // The last handler of a unit with open work leaves only for a written reason.
    const last = house.get(RevokeMembership);
    const takers = taker.memberships[0]?.id ?? '';
    expect(await refusalOf(last.run(admin, taker.accountId, takers))).toBe('open-work');
    expect((await last.run(admin, taker.accountId, takers, '单位撤并')).memberships).toEqual([]);
  });
});

describe('the settings', () => {
  it('change by dated rows, by the root’s administrator, on the version seen', async () => {
    const book = house.get(HandlingSettingsBook);
    const caps = { returnCap: 0, extensionPercent: 40, pauseWorkingDays: 10, reason: '试行' };
    expect(await refusalOf(book.change(admin, 1, caps))).toBe('forbidden');
    const root = await employed('administrator', 'cn');
    expect(await book.change(root, 1, caps)).toMatchObject({
      version: 2,
      returnCap: 0,
      by: root.displayName,
      editable: true,
      history: [{ version: 1 }],
    });
    expect(await book.show(admin)).toMatchObject({ version: 2, editable: false });
    expect(await refusalOf(book.change(root, 1, caps))).toBe('stale-version');
    const id = await desk.inHand();
    expect((await house.facts(id)).settings).toMatchObject({ version: 2, returnCap: 0 });
    expect((await house.show(desk.county, id)).verbs).not.toContain('request-return');
    expect(await refusalOf(desk.extend(id, 3))).toBe('invalid-input workingDays');
    await desk.extend(id, 2);
  });
});
