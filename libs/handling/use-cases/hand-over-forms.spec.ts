import { type Actor, unitId } from '@hotline/organization';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { HandledCase } from '../../../test/support/handled-case.js';
import type { DraftPurpose } from '../../intake/domain/draft.js';
import { ListDrafts } from '../../intake/use-cases/list-drafts.js';
import { SaveDraft } from '../../intake/use-cases/save-draft.js';
import { AskSupport } from '../../support/use-cases/ask-support.js';
import { WithdrawSupport } from '../../support/use-cases/answer-decline.js';
import { AssignTicket } from './assign-ticket.js';
import { HandOverWork } from './hand-over-work.js';
import { RequestExtension } from './request-extension.js';
import { SignHop } from './sign-hop.js';

const UNIT = unitId('440305');
let house: CaseHouse;
let desk: HandledCase;
let admin: Actor;
let leaver: Actor;
let taker: Actor;
let third: Actor;

beforeAll(async () => {
  house = await CaseHouse.open();
  desk = await HandledCase.staffed(house);
  admin = await house.serving(['administrator', '440300']);
  leaver = await house.serving(['handler', '440305']);
  taker = await house.serving(['handler', '440305']);
  third = await house.serving(['handler', '440305']);
}, 60_000);
afterAll(() => house.close());
beforeEach(() => house.owner.query('delete from draft'));

const assigned = async (to: Actor | null): Promise<string> => {
  const id = await desk.inHand();
  if (to)
    await desk.do(id, (version) =>
      house.get(AssignTicket).run(desk.county, id, version, { assigneeId: to.accountId, note: null }),
    );
  return id;
};
const begin = (
  who: Actor,
  purpose: DraftPurpose,
  subjectId: string | null,
  body: Record<string, unknown> = { reason: `${who.name} 写到一半` },
) => house.get(SaveDraft).run(who, { id: crypto.randomUUID(), purpose, subjectId, body, version: 0 });
const handOver = () =>
  house
    .get(HandOverWork)
    .run(admin, leaver.accountId, { unitId: UNIT, toAccountId: taker.accountId, reason: '岗位调整' });
const look = () => house.get(HandOverWork).preview(admin, leaver.accountId, UNIT);
const begunBy = async (who: Actor) =>
  (await house.get(ListDrafts).run(who)).map(({ purpose, subjectId }) => `${purpose} ${subjectId}`).sort();

describe('the forms of somebody who leaves', () => {
  it('go along with the work they are about; notes and what is personal stay', async () => {
    const [mine, nobodys, thirds] = [await assigned(leaver), await assigned(null), await assigned(third)];
    const moving: DraftPurpose[] = [
      'report',
      'request-return',
      'request-extension',
      'pause',
      'save-legal-facts',
    ];
    for (const purpose of moving) await begin(leaver, purpose, mine);
    await begin(leaver, 'refer', nobodys);
    const staying: [DraftPurpose, string | null][] = [
      ['report', thirds],
      ['note', mine],
      ['recuse', mine],
      ['reveal-identity', mine],
      ['contact', null],
      ['unit-change', UNIT],
    ];
    for (const [purpose, subjectId] of staying) await begin(leaver, purpose, subjectId);
    expect(await look()).toMatchObject({ tickets: 1, forms: 6, otherDrafts: 6 });
    expect(await handOver()).toEqual({ tickets: 1, forms: 6 });
    expect(await begunBy(taker)).toEqual(
      [...moving.map((purpose) => `${purpose} ${mine}`), `refer ${nobodys}`].sort(),
    );
    expect(await begunBy(leaver)).toEqual(
      staying.map(([purpose, subjectId]) => `${purpose} ${subjectId}`).sort(),
    );
    const [one] = await house.get(ListDrafts).run(taker);
    expect(one?.body).toEqual({ reason: `${leaver.name} 写到一半` });
    const saved = { ...one!, body: { reason: '接着写' }, version: one?.version ?? 0 };
    expect((await house.get(SaveDraft).run(taker, saved)).version).toBe(2);
    expect(await look()).toMatchObject({ tickets: 0, forms: 0, otherDrafts: 6 });
  });

  it('about an open part of the unit go along; about a part that has ended they do not', async () => {
    const baoan = await house.actor(['handler', '440306']);
    const id = await house.arrived({ places: { workplace: { code: '440306' } } });
    const asked = async () => {
      await desk.do(id, (version) =>
        house.get(AskSupport).run(baoan, id, version, { unitId: UNIT, asked: '核实工资表', dueAt: null }),
      );
      return (await house.facts(id)).supports.at(-1)?.id ?? '';
    };
    await desk.do(id, (version) => house.get(SignHop).run(baoan, id, version));
    const ended = await asked();
    await begin(leaver, 'report-support', ended);
    await desk.do(id, (version) =>
      house.get(WithdrawSupport).run(baoan, { ticketId: id, version, partId: ended }, '不再需要'),
    );
    const open = await asked();
    await begin(leaver, 'report-support', open);
    expect(await handOver()).toEqual({ tickets: 0, forms: 1 });
    expect(await begunBy(taker)).toEqual([`report-support ${open}`]);
  });

  it('stay behind one that the taker has begun: nobody’s words are hidden by another’s', async () => {
    const id = await assigned(leaver);
    await begin(leaver, 'pause', id);
    await begin(taker, 'pause', id);
    expect(await handOver()).toEqual({ tickets: 1, forms: 0 });
    expect([await begunBy(leaver), await begunBy(taker)]).toEqual([[`pause ${id}`], [`pause ${id}`]]);
  });

  it('bring their files along, and the taker hands them in', async () => {
    const id = await assigned(leaver);
    const file = async () =>
      (
        await house.owner.query<{ id: string }>(
          `insert into attachment (id, account_id, name, media_type, size, sha256, content, uploaded_at)
           values (gen_random_uuid(), $1, '工资单.pdf', 'application/pdf', 1, '\\x00', '\\x00', $2) returning id`,
          [leaver.accountId, house.clock.now()],
        )
      ).rows[0]?.id ?? '';
    const [added, own] = [await file(), await file()];
    await begin(leaver, 'request-extension', id, { files: [{ id: added, name: '工资单.pdf' }] });
    const plea = { reasonCode: 'many-people', reason: '涉及十二人', workingDays: 1, attachmentIds: [added] };
    const ask = async (version: number) => house.get(RequestExtension).run(taker, id, version, plea);
    expect(await refusalOf(ask(await house.version(id)))).toBe('invalid-input attachmentIds');
    await handOver();
    const { rows } = await house.owner.query(
      'select account_id from attachment where id = any ($1) order by id = $2',
      [[added, own], own],
    );
    expect(rows.map((one) => one.account_id)).toEqual([taker.accountId, leaver.accountId]);
    await desk.do(id, ask);
  });

  it('are moved by one of two hand-overs at once, whole', async () => {
    const id = await assigned(leaver);
    for (const purpose of ['report', 'pause'] as const) await begin(leaver, purpose, id);
    const both = await Promise.all([handOver(), handOver()]);
    expect(both.map(({ forms }) => forms).sort()).toEqual([0, 2]);
    expect(await begunBy(taker)).toHaveLength(2);
  });
});
