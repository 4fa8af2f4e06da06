import { unitId } from '@hotline/organization';
import { SCORECARD } from '../libs/follow-up/domain/scorecard.js';
import { CaseHouse } from './support/case-house.js';
import type { Person } from './support/hotline.js';
import { oneWins, rushOf } from './support/rush.js';

interface Session {
  account: { id: string };
}

/** Fifty screens at the verbs that end a ticket, join it to another, or change who may work on it. */
describe('fifty clients at the end of a ticket, or beside it', () => {
  let house: CaseHouse;
  const people = new Map<string, Person>();
  const NAMES = [
    'agent',
    'dispatcher',
    'supervisor',
    'handler-nanshan',
    'supervisor-nanshan',
    'handler-sz',
  ] as const;

  beforeAll(async () => {
    house = await CaseHouse.open();
    for (const name of NAMES) people.set(name, await house.hotline.as(name));
  }, 60_000);
  afterAll(() => house?.close());

  const rush = (name: (typeof NAMES)[number], id: string, path: string, body: object | null) =>
    oneWins(house, people.get(name) as Person, { id, path, body: () => body });
  const accountOf = async (name: (typeof NAMES)[number]): Promise<string> => {
    const answer = await people.get(name)?.raw('/api/session');
    return ((await answer?.json()) as Session).account.id;
  };
  const inHand = async (): Promise<string> => {
    const id = await house.arrived();
    await rush('handler-nanshan', id, 'sign', null);
    return id;
  };
  /** A file that this person has sent in. */
  async function file(name: (typeof NAMES)[number]): Promise<string> {
    const { rows } = await house.owner.query<{ id: string }>(
      `insert into attachment (id, account_id, name, media_type, size, sha256, content, uploaded_at)
       values (gen_random_uuid(), $1, '证据.pdf', 'application/pdf', 1, '\\x00', '\\x00', $2) returning id`,
      [await accountOf(name), house.clock.now()],
    );
    return rows[0]?.id ?? '';
  }

  it('dispatched by a person and recalled by him; declined', async () => {
    const unclear = await house.arrived({ places: {} });
    await rush('dispatcher', unclear, 'dispatch', { unitId: unitId('440305') });
    await rush('dispatcher', unclear, 'recall', null);
    const other = await house.arrived({ places: {} });
    await rush('dispatcher', other, 'decline', { reasonCode: 'not-labour', reason: '不属于工会受理范围' });
    expect((await house.facts(other)).state).toBe('call-back');
  }, 120_000);

  it('assigned, passed down, referred and answered', async () => {
    const id = await inHand();
    await rush('supervisor-nanshan', id, 'assign', { assigneeId: await accountOf('handler-nanshan') });
    const referral = { bodyCode: 'labour-inspection', referredOn: '2026-03-10', note: '转请核查' };
    await rush('handler-nanshan', id, 'referrals', referral);
    const { rows } = await house.owner.query<{ id: string }>('select id from referral where ticket_id = $1', [
      id,
    ]);
    await rush('handler-nanshan', id, `referrals/${rows[0]?.id}/reply`, { reply: '已立案' });
  }, 120_000);

  it('left out of the rate: asked, ruled by a second person, taken back', async () => {
    const id = await inHand();
    const attachmentIds = [await file('handler-nanshan')];
    const plea = { reasonCode: 'malicious', reason: '多次虚构', attachmentIds };
    await rush('handler-nanshan', id, 'exclusions', plea);
    const request = (await house.facts(id)).requests[0]?.id ?? '';
    await rush('handler-sz', id, `exclusions/${request}/ruling`, { decision: 'granted', reason: '证据充分' });
    await rush('handler-sz', id, `exclusions/${request}/revocation`, { reason: '证据不实' });
    expect((await house.facts(id)).requests).toHaveLength(1);
  }, 120_000);

  it('linked to a master case and unlinked; an interest declared', async () => {
    const [master, id] = [await house.arrived(), await house.arrived()];
    const link = { masterTicketId: master, kind: 'repeat', reason: '同一诉求' };
    await rush('handler-nanshan', id, 'link', link);
    expect((await house.facts(id)).state).toBe('grouped');
    await rush('handler-nanshan', id, 'unlink', { reason: '不是同一诉求' });
    await rush('handler-sz', id, 'recusals', { unitId: unitId('440305'), reason: '与用人单位有利害关系' });
    expect((await house.facts(id)).accountable.id).toBe(unitId('440300'));
  }, 120_000);

  it('withdrawn by the worker, and its quality checked', async () => {
    const id = await inHand();
    const toldAt = house.clock.now().toISOString();
    await rush('agent', id, 'withdrawal', { toldBy: 'worker', toldAt, words: '已经解决，撤回诉求' });
    expect((await house.facts(id)).state).toBe('closed');
    const scores = SCORECARD.map(({ code }) => ({ code, points: 1 }));
    await rush('supervisor', id, 'quality-checks', { scores, remark: '如实' });
  }, 120_000);

  it('marked as a petition, a stage recorded, passed to a specialist', async () => {
    const id = await house.arrived({ urgency: 'urgent' });
    const day = house.clock.now().toISOString().slice(0, 10);
    await rush('supervisor-nanshan', id, 'petition', { registeredOn: day, source: 'direct' });
    await rush('supervisor-nanshan', id, 'petition/acts', { act: 'notify', doneOn: day });
    await rush('agent', id, 'specialist-transfers', { kind: 'legal', reason: '需要法律意见' });
  }, 120_000);

  it('an urgent ticket, whose duty leader’s reading is confirmed once', async () => {
    const call = { service: '110', called: true, reference: '接警 77', said: '已告知位置' } as const;
    const id = await house.arrived({ urgency: 'urgent', emergency: { calls: [call] } });
    const receipts = () =>
      house.owner
        .query<{ id: string; read: boolean }>(
          'select id, read_at is not null as read from leader_receipt where ticket_id = $1',
          [id],
        )
        .then(({ rows }) => rows);
    const [receipt] = await receipts();
    await rush('handler-nanshan', id, `receipts/${receipt?.id}/confirm`, null);
    expect(await receipts()).toMatchObject([{ id: receipt?.id, read: true }]);
  }, 120_000);

  it('legal facts, edited from the same version by all: the first are kept, the others are told', async () => {
    const id = await inHand();
    const answers = await rushOf(people.get('handler-nanshan') as Person, {
      path: `/api/tickets/${id}/legal-facts`,
      version: (await house.facts(id)).version,
      body: (n) => ({ replaces: 0, facts: { wagesOwed: true, employmentEnded: `2026-01-${10 + (n % 20)}` } }),
    });
    const ends = answers.map(({ status, body }) => `${status} ${body.code ?? ''}`.trim());
    expect([ends.filter((end) => end === '200').length, new Set(ends)]).toEqual([
      1,
      new Set(['200', '409 stale-version']),
    ]);
  }, 120_000);
});
