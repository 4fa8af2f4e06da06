import { newId } from '@hotline/kernel';
import type { Actor } from '@hotline/organization';
import { aCase, CaseHouse } from '../../../test/support/case-house.js';
import { type PlantedCall, PlantedLine } from '../../../test/support/planted-calls.js';
import type { ContactInput } from '../domain/contact.js';
import { ListContacts } from './list-contacts.js';
import { LogContact } from './log-contact.js';
import { OpenTicket } from './open-ticket.js';
import { RevealCallNumber } from './reveal-call-number.js';
import { ShowCallPop } from './show-call-pop.js';

const NUMBER = '13922014488';
const MASK = '139****4488';

let house: CaseHouse;
let line: PlantedLine;
let agent: Actor;
let other: Actor;
beforeAll(async () => {
  house = await CaseHouse.open();
  line = await PlantedLine.open(house);
  agent = await house.serving(['agent', 'cn']);
  other = await house.serving(['agent', 'cn']);
});
afterAll(() => house.close());

const pop = (call: PlantedCall, who = agent) => house.get(ShowCallPop).run(who, call.callId);
const second = () => house.clock.advance(1_000);
const tell = (kind: Parameters<PlantedLine['tell']>[0], call: PlantedCall, who: Actor | null = agent) => {
  second();
  return line.tell(kind, call, who, house.clock.now());
};
const typed = (call: PlantedCall, change: Partial<ContactInput> = {}): ContactInput => ({
  channel: 'call',
  callId: call.callId,
  startedAt: '2026-03-10T00:00:00Z',
  answeredAt: '2026-03-10T00:00:00Z',
  outcome: 'answered',
  kind: 'consult',
  summary: '怎样入会',
  answer: '已告知',
  ...change,
});
const contactsOf = async ({ callId }: PlantedCall) =>
  (
    await house.owner.query<{ id: string; outcome: string; agent_id: string; phone_masked: string | null }>(
      `select c.*, i.phone_masked from contact c left join identity i on i.id = c.identity_id
       where c.id = (select contact_id from call where id = $1)`,
      [callId],
    )
  ).rows;
const counted = async (table: string) =>
  (await house.owner.query<{ n: number }>(`select count(*)::integer as n from ${table}`)).rows[0]?.n ?? 0;

async function answered(number: string | null = NUMBER): Promise<PlantedCall> {
  const call = await line.call(number);
  await tell('offered', call);
  await tell('answered', call);
  return call;
}

describe('the pop', () => {
  it('shows a new caller by mask and place to the one whose telephone rings, and to nobody else', async () => {
    const call = await line.call(NUMBER);
    await expect(pop(call)).rejects.toMatchObject({ refusal: { code: 'not-found' } });
    await tell('offered', call);
    const shown = await pop(call);
    expect(shown).toMatchObject({
      state: 'ringing',
      numberMasked: MASK,
      caller: { contactsLastYear: 0, guess: { basis: 'mobile-prefix' } },
      marks: [],
      call: { queue: 'q12351', contact: null, withheld: false },
    });
    expect(shown.caller.guess.place).not.toBeNull();
    await expect(pop(call, other)).rejects.toMatchObject({ refusal: { code: 'not-found' } });
  });

  it('shows an empty look-up for a number that is withheld', async () => {
    const call = await line.call(null);
    await tell('offered', call);
    expect(await pop(call)).toMatchObject({
      numberMasked: null,
      call: { withheld: true },
      caller: { numberMasked: null, openTickets: [], contacts: [], guess: { place: null } },
    });
  });

  it('tells the next agent when the first does not answer, and says what was missed', async () => {
    const call = await line.call(NUMBER);
    await tell('offered', call);
    await tell('missed', call);
    expect((await pop(call)).state).toBe('over');
    await tell('offered', call, other);
    expect((await pop(call, other)).state).toBe('ringing');
    // Round again: the same telephone rings for the same call.
    await tell('missed', call, other);
    await tell('offered', call);
    expect((await pop(call)).state).toBe('ringing');
  });

  it('puts open tickets first and marks who called before', async () => {
    const number = '13812342046';
    await house.openTicket({ urgency: 'urgent' }, agent);
    const missed = await line.call(number);
    await house.owner.query(`update call set outcome = 'not_answered' where id = $1`, [missed.callId]);
    second();
    const call = await line.call(number, house.clock.now());
    await tell('offered', call);
    const shown = await pop(call);
    expect(shown.caller.openTickets).toHaveLength(1);
    expect(shown.marks).toEqual([
      { mark: 'urgent', count: 1 },
      { mark: 'repeat', count: 1 },
      { mark: 'missed', count: 1 },
    ]);
  });
});

describe('the contact of a call', () => {
  it('begins with the answer, once, however often it is told', async () => {
    const call = await answered();
    await tell('answered', call);
    const [contact, ...more] = await contactsOf(call);
    expect(more).toEqual([]);
    expect(contact).toMatchObject({ outcome: 'pending', agent_id: agent.accountId, phone_masked: null });
    const { items } = await house
      .get(ListContacts)
      .run(agent, { mine: true, from: null, to: null, before: null, limit: 1 });
    expect(items[0]).toMatchObject({ id: contact?.id, outcome: 'pending', numberMasked: MASK });
    expect((await pop(call)).call.contact).toMatchObject({ id: contact?.id, outcome: 'pending' });
  });

  it('is handed in with the number and the times of the switchboard, and bears its own number', async () => {
    const call = await answered();
    const from = house.clock.now();
    await tell('talk_ended', call);
    const [before] = await contactsOf(call);
    const logged = await house.get(LogContact).run(agent, typed(call), newId());
    expect(logged).toMatchObject({
      id: before?.id,
      outcome: 'answered',
      numberMasked: MASK,
      kind: 'consult',
    });
    expect(logged.answeredAt).toEqual(from);
    expect(logged.endedAt).toEqual(house.clock.now());
    expect(await contactsOf(call)).toMatchObject([{ outcome: 'answered', phone_masked: MASK }]);
    const { rows } = await house.owner.query<{ facts: { callId?: string } }>(
      `select facts from event where contact_id = $1 and kind = 'contact-logged'`,
      [logged.id],
    );
    expect(rows.map(({ facts }) => facts.callId)).toEqual([call.callId]);
  });

  it('is written once: a retry answers the same, another hand-in of the same agent is refused', async () => {
    const call = await answered();
    const key = newId();
    const first = await house.get(LogContact).run(agent, typed(call), key);
    expect((await house.get(LogContact).run(agent, typed(call), key)).id).toBe(first.id);
    await expect(house.get(LogContact).run(agent, typed(call), newId())).rejects.toMatchObject({
      refusal: { code: 'contact-handed-in', field: 'callId' },
    });
  });

  it('ends with the talk even when it was handed in before', async () => {
    const call = await answered();
    const { id, endedAt } = await house.get(LogContact).run(agent, typed(call), newId());
    expect(endedAt).toBeNull();
    await tell('talk_ended', call);
    const { rows } = await house.owner.query('select ended_at from contact where id = $1', [id]);
    expect(rows).toEqual([{ ended_at: house.clock.now() }]);
  });

  it('is made by one of two who come at once: the answer and the hand-in', async () => {
    const call = await line.call(NUMBER);
    await tell('offered', call);
    second();
    const at = house.clock.now();
    const before = await counted('contact');
    await Promise.all([
      line.tell('answered', call, agent, at),
      house.get(LogContact).run(agent, typed(call, { answeredAt: at.toISOString() }), newId()),
      line.tell('answered', call, agent, at),
    ]);
    expect(await contactsOf(call)).toMatchObject([{ outcome: 'answered' }]);
    expect(await counted('contact')).toBe(before + 1);
  });

  it('carries the ticket that is opened from the desk', async () => {
    const call = await answered();
    const ticket = await house
      .get(OpenTicket)
      .run(agent, aCase({ contact: typed(call, { outcome: 'open' }), worker: { name: '钱大海' } }), newId());
    expect(ticket.contacts).toHaveLength(1);
    const [contact] = await contactsOf(call);
    expect(ticket.contacts[0]).toMatchObject({ id: contact?.id, numberMasked: MASK, outcome: 'open' });
    expect(ticket.identity?.phoneMasked).toBe(MASK);
    expect((await pop(call)).call.contact).toMatchObject({ ticketId: ticket.id });
  });

  it('stays one when the call goes on to a second agent who hands it in first; the first then makes their own', async () => {
    const call = await answered();
    await tell('talk_ended', call);
    await tell('offered', call, other);
    await tell('answered', call, other);
    const [begun] = await contactsOf(call);
    const theirs = await house.get(LogContact).run(other, typed(call), newId());
    expect(theirs).toMatchObject({ id: begun?.id, agent: { id: other.accountId } });
    const mine = await house.get(LogContact).run(agent, typed(call), newId());
    expect(mine.id).not.toBe(theirs.id);
    expect(mine.numberMasked).toBe(MASK);
  });

  it('keeps the number to itself when the worker wants to stay unknown', async () => {
    const call = await answered();
    const contact = typed(call, { outcome: 'open' });
    await house
      .get(OpenTicket)
      .run(agent, aCase({ contact, confidentiality: 'anonymous', worker: {} }), newId());
    expect(await contactsOf(call)).toMatchObject([{ outcome: 'open', phone_masked: null }]);
    expect(await pop(call)).toMatchObject({ numberMasked: null, caller: { contacts: [] } });
    await expect(house.get(RevealCallNumber).run(agent, call.callId, '回拨核实')).rejects.toMatchObject({
      refusal: { code: 'not-found' },
    });
  });

  it.each<[string, Partial<ContactInput>]>([
    ['another channel', { channel: 'letter' }],
    ['a missed call, though it was answered', { outcome: 'abandoned', answeredAt: undefined }],
  ])('refuses %s', async (_, change) => {
    const call = await answered();
    await expect(house.get(LogContact).run(agent, typed(call, change), newId())).rejects.toMatchObject({
      refusal: { code: 'invalid-input' },
    });
  });

  it('is not handed in by an agent at whose telephone it never rang', async () => {
    const call = await answered();
    await expect(house.get(LogContact).run(other, typed(call), newId())).rejects.toMatchObject({
      refusal: { code: 'not-found', field: 'callId' },
    });
  });
});

it('opens the number for a reason, and writes the look down', async () => {
  const call = await answered();
  const { number } = await house.get(RevealCallNumber).run(agent, call.callId, '号码念给职工核对');
  expect(number).toBe(NUMBER);
  const { rows } = await house.owner.query(
    `select actor_id, reason from audit where action = 'call-number-revealed' and object_id = $1`,
    [call.callId],
  );
  expect(rows).toEqual([{ actor_id: agent.accountId, reason: '号码念给职工核对' }]);
  await expect(house.get(RevealCallNumber).run(other, call.callId, '看看')).rejects.toMatchObject({
    refusal: { code: 'not-found' },
  });
});
