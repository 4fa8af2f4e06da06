import { LogWorkerContact, ReportHop, ReviewReport, SignHop } from '@hotline/handling';
import { type Actor, unitId } from '@hotline/organization';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import type { CallBackAnswer } from '../domain/answer.js';
import { CloseTicket } from './close-ticket.js';
import { RecordCallBack } from './record-call-back.js';

let house: CaseHouse;
let agent: Actor;
const people: Record<string, Actor> = {};
beforeAll(async () => {
  house = await CaseHouse.open();
  agent = await house.actor(['agent', 'cn']);
  for (const code of ['440305', '440300', '440000', 'cn'])
    people[code] = await house.actor(['handler', code]);
}, 60_000);
afterAll(() => house.close());

const person = (code: string): Actor => people[code] ?? agent;
const SILENT: CallBackAnswer = {
  reached: false,
  notReachedReason: 'no-answer',
  solved: null,
  handlingRating: null,
  callRating: null,
  reason: null,
  note: null,
};
const CONTENT: CallBackAnswer = {
  ...SILENT,
  reached: true,
  notReachedReason: null,
  solved: 'yes',
  handlingRating: 'satisfied',
  callRating: 'satisfied',
};
const ANGRY: CallBackAnswer = {
  ...CONTENT,
  solved: 'no',
  handlingRating: 'dissatisfied',
  reason: '钱没到账',
};

/** Signed, contacted and reported by whoever has it, accepted by everybody above. */
async function handled(id: string): Promise<void> {
  house.clock.advance(60_000);
  const holder = person((await house.show(agent, id)).accountable?.code ?? '');
  const at = () => house.version(id);
  if ((await house.facts(id)).state === 'dispatched') await house.get(SignHop).run(holder, id, await at());
  await house
    .get(LogWorkerContact)
    .run(holder, id, await at(), { means: 'call', reached: true, note: '已联系' });
  const said = { outcome: 'negotiated', amountRecovered: null, peopleHelped: null, narrative: '已解决' };
  await house
    .get(ReportHop)
    .run(holder, id, await at(), { ...said, workerContactId: null, attachmentIds: [] });
  for (
    let state = (await house.check(id)).state;
    state === 'reported';
    state = (await house.check(id)).state
  ) {
    const reviewer = person((await house.show(agent, id)).turn?.unit.code ?? '');
    await house.get(ReviewReport).run(reviewer, id, await at(), { decision: 'accept', reason: null });
  }
}

async function toCallBack(): Promise<string> {
  const id = await house.arrived({}, agent);
  await handled(id);
  return id;
}

const call = async (id: string, answer: CallBackAnswer) => {
  house.clock.advance(60_000);
  return recorded(id, answer);
};
const recorded = async (id: string, answer: CallBackAnswer) =>
  house
    .get(RecordCallBack)
    .run(agent, id, await house.version(id), answer)
    .then(() => house.check(id));
const close = async (id: string, note: string | null = null) =>
  house
    .get(CloseTicket)
    .run(agent, id, await house.version(id), note)
    .then(() => house.check(id));

describe('the call-back', () => {
  it('reached and rated, the ticket is closed', async () => {
    const id = await toCallBack();
    expect(await refusalOf(close(id))).toBe('rating-without-contact');
    expect((await call(id, CONTENT)).turn?.expected).toBe('close');
    expect(await refusalOf(call(id, CONTENT))).toBe('wrong-state');
    expect((await close(id, '职工表示感谢')).state).toBe('closed');
    const seen = await house.show(agent, id);
    expect([seen.closingNote, seen.nextDueAt, seen.remaining, seen.turn, seen.verbs]).toEqual([
      '职工表示感谢',
      null,
      null,
      null,
      ['reveal-identity', 'archive'],
    ]);
    expect(seen.callBacks).toMatchObject([{ handlingRating: 'satisfied', by: agent.displayName }]);
  });

  it.each<[string, Partial<CallBackAnswer>, string]>([
    [
      'silence carries no rating',
      { ...SILENT, handlingRating: 'satisfied' },
      'rating-without-contact handlingRating',
    ],
    ['nor an answer to "solved"', { ...SILENT, solved: 'yes' }, 'rating-without-contact solved'],
    ['silence has a reason', { ...SILENT, notReachedReason: null }, 'invalid-input notReachedReason'],
    ['who is reached says whether it is solved', { solved: null }, 'invalid-input solved'],
    ['and rates the call apart', { callRating: null }, 'invalid-input callRating'],
    ['dissatisfied needs its reason', { ...ANGRY, reason: null }, 'reason-required reason'],
  ])('%s', async (_, answer, refusal) => {
    const id = await toCallBack();
    expect(await refusalOf(call(id, { ...CONTENT, ...answer }))).toBe(refusal);
  });

  it('three silent attempts allow a close, and rate nothing', async () => {
    const id = await toCallBack();
    expect((await call(id, SILENT)).turn?.expected).toBe('call-back');
    await call(id, { ...SILENT, notReachedReason: 'powered-off' });
    expect(await refusalOf(close(id))).toBe('rating-without-contact');
    expect((await call(id, SILENT)).turn?.expected).toBe('close');
    expect((await close(id)).state).toBe('closed');
    const { rows } = await house.owner.query(
      'select count(*)::integer as n from call_back where ticket_id = $1 and handling_rating is not null',
      [id],
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});

describe('a redo', () => {
  it('goes one level up each time, and at last stays where there is no level left', async () => {
    const id = await toCallBack();
    const first = await call(id, ANGRY);
    expect([first.state, first.accountable.id, first.redoCount]).toEqual(['dispatched', unitId('440300'), 1]);
    await handled(id);
    expect((await call(id, ANGRY)).accountable.id).toBe(unitId('440000'));
    await handled(id);
    const third = await call(id, ANGRY);
    expect([third.state, third.accountable.id, third.redoCount]).toEqual(['dispatched', unitId('440000'), 3]);
    await handled(id);
    const last = await call(id, ANGRY);
    expect([last.state, last.turn?.expected]).toEqual(['call-back', 'close']);
    expect((await close(id)).state).toBe('closed');
    const events = await house.owner.query<{ kind: string }>(
      `select kind from event where ticket_id = $1 and kind in ('call-back-recorded', 'redo-ordered') order by seq`,
      [id],
    );
    expect(events.rows.map((row) => row.kind).join()).toBe(
      'call-back-recorded,redo-ordered,call-back-recorded,redo-ordered,call-back-recorded,redo-ordered,call-back-recorded',
    );
  });
});
