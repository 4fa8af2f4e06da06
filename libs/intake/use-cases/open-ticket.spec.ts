import { newId, Refused } from '@hotline/kernel';
import type { OpeningInput } from '../domain/opening.js';
import { aCall, aComplaint, SpecDesk } from '../../../test/support/intake-desk.js';

let desk: SpecDesk;
beforeAll(async () => {
  desk = await SpecDesk.open();
});
afterAll(() => desk.close());

const TABLES = [
  'identity',
  'ticket',
  'ticket_search',
  'ticket_access',
  'hop',
  'clock',
  'contact',
  'event',
  'unfolded_event',
  'outbox',
  'idempotency',
];
async function counts(): Promise<number[]> {
  const found: number[] = [];
  for (const table of TABLES) found.push(await desk.count(table));
  return found;
}

const open = (change: Partial<OpeningInput> = {}, actor = desk.national) =>
  desk.openTicket.run(actor, aComplaint(change));

async function refusalOf(work: Promise<unknown>): Promise<[string, string | undefined]> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refused) return [error.refusal.code, error.refusal.field];
    throw error;
  }
  throw new Error('not refused');
}

describe('what is written together', () => {
  it('is one row of everything, held by the unit that took the call', async () => {
    const before = await counts();
    const ticket = await open();
    const { no } = ticket;
    const [contact] = ticket.contacts;
    const after = await counts();
    expect(
      Object.fromEntries(TABLES.map((table, at) => [table, (after[at] ?? 0) - (before[at] ?? 0)])),
    ).toEqual({
      identity: 1,
      ticket: 1,
      ticket_search: 1,
      ticket_access: 1,
      hop: 1,
      clock: 2,
      contact: 1,
      event: 2,
      unfolded_event: 2,
      outbox: 1,
      idempotency: 0,
    });
    expect(no).toMatch(/^20260310-\d{5}$/);
    expect(contact?.no).toMatch(/^20260310-\d{5}$/);
    const national = desk.units.current().withCode('cn');
    const stored = await desk.one<Record<string, unknown>>('select * from ticket where id = $1', [ticket.id]);
    expect(stored).toMatchObject({
      no,
      version: 1,
      state: 'queued',
      path: 'cn/',
      turn_unit_id: national?.id,
      turn_expected: 'dispatch',
      accountable_unit_id: national?.id,
      employer_key: '深圳市某某建筑',
      caller_code: '440305',
      caller_guessed: true,
      workplace_guessed: false,
      insurance_code: null,
      tags: ['migrant', 'construction'],
      target_unit_id: null,
    });
    expect(
      await desk.one('select to_unit_id, from_unit_id, sent_by, seq from hop where ticket_id = $1', [
        ticket.id,
      ]),
    ).toEqual({
      to_unit_id: national?.id,
      from_unit_id: null,
      sent_by: desk.national.accountId,
      seq: 1,
    });
    expect(await desk.one('select ticket_id from contact where id = $1', [contact?.id])).toEqual({
      ticket_id: ticket.id,
    });
    expect(
      await desk.one('select queue, name, payload, priority from outbox where payload ->> $1 = $2', [
        'ticketId',
        ticket.id,
      ]),
    ).toEqual({
      queue: 'dispatch',
      name: 'dispatch-hop',
      payload: { ticketId: ticket.id },
      priority: 10,
    });
  });

  it('sorts the ticket by its earliest clock and keeps the promise beside it', async () => {
    const ticket = await open({ urgency: 'urgent' });
    const stored = await desk.one<Record<'due_at' | 'next_due_at', Date>>(
      'select due_at, next_due_at from ticket where id = $1',
      [ticket.id],
    );
    const clocks = await desk.base.owner.query<{ kind: string; due_at: Date }>(
      'select kind, due_at from clock where ticket_id = $1 order by kind',
      [ticket.id],
    );
    expect(clocks.rows.map(({ kind }) => kind)).toEqual(['dispatch', 'promise']);
    expect(stored.next_due_at).toEqual(clocks.rows[0]?.due_at);
    expect(stored.due_at).toEqual(clocks.rows[1]?.due_at);
    expect(
      await desk.one('select priority from outbox where payload ->> $1 = $2', ['ticketId', ticket.id]),
    ).toEqual({ priority: 1 });
  });

  it('keeps the target a person has chosen, with the reason', async () => {
    const target = desk.units.current().withCode('440300');
    const ticket = await open({ dispatchTo: { unitId: target?.id ?? '', reason: '职工指明' } });
    expect(await desk.one('select target_unit_id from ticket where id = $1', [ticket.id])).toEqual({
      target_unit_id: target?.id,
    });
    expect(
      await desk.one(
        "select facts -> 'target' as target, facts -> 'reason' as reason from event where ticket_id = $1",
        [ticket.id],
      ),
    ).toEqual({
      target: target?.id,
      reason: '职工指明',
    });
    const { explanation } = await desk.one<{ explanation: { text: string } }>(
      'select explanation from hop where ticket_id = $1',
      [ticket.id],
    );
    expect(explanation.text).toBe('坐席指派 → 深圳市总工会（职工指明）');
  });

  it('goes to the desk of the agent: another province takes its own', async () => {
    const ticket = await open({}, desk.sichuan);
    expect(await desk.one('select path from ticket where id = $1', [ticket.id])).toEqual({
      path: 'cn/510000/',
    });
  });

  it('is found by its words and its number', async () => {
    const ticket = await open({ title: '女职工产假待遇' });
    const { no } = ticket;
    const search = (query: string) =>
      desk.base.owner.query('select ticket_id from ticket_search where document @@ $1::tsquery', [query]);
    for (const query of ["'女职' & '职工' & '产假'", `'${no}'`, `'${no.split('-')[1]}':*`]) {
      expect((await search(query)).rows).toEqual([{ ticket_id: ticket.id }]);
    }
  });

  it.each<[string, Partial<OpeningInput>]>([
    ['plain', {}],
    ['urgent, of two people', { urgency: 'urgent', worker: { name: '钱某', phone: '13912340000' } }],
    ['anonymous', { confidentiality: 'anonymous', employer: undefined, people: undefined, item: undefined }],
  ])('answers the page that a read would show: %s', async (_, change) => {
    const answered = await open(change);
    expect(answered).toEqual(await desk.showTicket.run(desk.national, answered.id));
    expect(answered.verbs).toContain('recall');
  });

  it('leaves nothing behind when one part fails', async () => {
    const before = await counts();
    const change = { attachmentIds: [newId()] };
    expect(await refusalOf(desk.openTicket.run(desk.national, aComplaint(change), newId()))).toEqual([
      'attachment-refused',
      'attachmentIds',
    ]);
    expect(await counts()).toEqual(before);
  });

  it('takes the draft with it', async () => {
    const draftId = newId();
    const values = [draftId, desk.national.accountId, Buffer.from('x'), new Date()];
    await desk.base.owner.query("insert into draft values ($1, $2, 'contact', null, $3, 1, $4)", values);
    await desk.base.owner.query("insert into draft values ($1, $2, 'contact', null, $3, 1, $4)", [
      draftId,
      desk.sichuan.accountId,
      ...values.slice(2),
    ]);
    await open({ draftId });
    const left = await desk.base.owner.query('select account_id from draft where id = $1', [draftId]);
    expect(left.rows).toEqual([{ account_id: desk.sichuan.accountId }]);
  });
});

describe('who the worker is', () => {
  const identityOf = (ticketId: string) =>
    desk.one<Record<string, unknown>>(
      'select i.* from identity i join ticket t on t.identity_id = i.id where t.id = $1',
      [ticketId],
    );

  it('stands in the database sealed, with masks beside', async () => {
    const ticket = await open();
    const stored = await identityOf(ticket.id);
    expect(stored).toMatchObject({
      name_masked: '赵*明',
      phone_masked: '138****2046',
      id_number_masked: '110*************2X',
      address_masked: '广东省深圳市****',
      phone_hash: desk.identities.phoneFingerprint('13812342046'),
    });
    const everything: string[] = [];
    for (const table of TABLES)
      everything.push(JSON.stringify((await desk.base.owner.query(`select * from ${table}`)).rows));
    for (const clear of ['赵某明', '13812342046', '138 1234 2046', '11010519491231002X', '某区某路']) {
      expect(everything.join('')).not.toContain(clear);
    }
    const open_ = await desk.base.work.read({ accountId: null, prefixes: ['cn/'] }, (tx) =>
      desk.identities.reveal(tx, String(stored.id), ['name', 'phone', 'address']),
    );
    expect(open_).toEqual({
      name: '赵某明',
      phone: '138 1234 2046',
      idNumber: null,
      address: '广东省深圳市某区某路某号',
    });
  });

  it('is one person when the caller asks for themselves', async () => {
    const ticket = await open({ worker: {} });
    expect(
      await desk.one(
        'select t.identity_id = c.identity_id as same from ticket t join contact c on c.ticket_id = t.id where t.id = $1',
        [ticket.id],
      ),
    ).toEqual({ same: true });
  });

  it('is written nowhere when they want to stay unknown', async () => {
    const before = await desk.count('identity');
    const ticket = await open({
      confidentiality: 'anonymous',
      worker: { name: '赵某明', phone: '13812342046' },
    });
    expect(await desk.count('identity')).toBe(before);
    expect(
      await desk.one(
        'select t.identity_id, c.identity_id as caller from ticket t join contact c on c.ticket_id = t.id where t.id = $1',
        [ticket.id],
      ),
    ).toEqual({
      identity_id: null,
      caller: null,
    });
    expect(ticket.identity).toMatchObject({ nameMasked: null, phoneMasked: null });
  });
});

describe('a contact logged before', () => {
  const logged = (change = {}) => desk.logContact.run(desk.national, aCall({ outcome: 'open', ...change }));
  const from = (contactId: string, change: Partial<OpeningInput> = {}) =>
    aComplaint({ contact: undefined, contactId, worker: undefined, ...change });

  it('gives its identity to the ticket', async () => {
    const contact = await logged();
    const ticket = await desk.openTicket.run(desk.national, from(contact.id));
    expect(ticket.contacts.map(({ id }) => id)).toEqual([contact.id]);
    const found = await desk.one<{ same: boolean; ticket_id: string }>(
      'select c.ticket_id, c.identity_id = t.identity_id as same from contact c join ticket t on t.id = $2 where c.id = $1',
      [contact.id, ticket.id],
    );
    expect(found).toEqual({ ticket_id: ticket.id, same: true });
  });

  it('fills up what the agent asked besides', async () => {
    const contact = await logged();
    const input = from(contact.id, { worker: { name: '赵某光', idNumber: '11010519491231002X' } });
    const { id, identity } = await desk.openTicket.run(desk.national, input);
    expect(identity).toMatchObject({
      nameMasked: '赵*光',
      phoneMasked: '138****2046',
      idNumberMasked: '110*************2X',
    });
    const stored = await desk.one<{ identity_id: string }>('select identity_id from ticket where id = $1', [
      id,
    ]);
    const revealed = await desk.base.work.read({ accountId: null, prefixes: ['cn/'] }, (tx) =>
      desk.identities.reveal(tx, stored.identity_id, ['phone']),
    );
    expect(revealed.phone).toBe('138 1234 2046');
  });

  it('leads to one ticket only, whoever comes second', async () => {
    const contact = await logged();
    const attempts = Array.from({ length: 8 }, () => desk.openTicket.run(desk.national, from(contact.id)));
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(
      await desk.one(
        'select count(*)::integer as n from ticket t join contact c on c.ticket_id = t.id where c.id = $1',
        [contact.id],
      ),
    ).toEqual({ n: 1 });
    expect(await refusalOf(desk.openTicket.run(desk.national, from(contact.id)))).toEqual([
      'unknown-contact',
      'contactId',
    ]);
  });

  it('answers a retry with the ticket of the first attempt', async () => {
    const contact = await logged();
    const key = newId();
    const first = await desk.openTicket.run(desk.national, from(contact.id), key);
    expect((await desk.openTicket.run(desk.national, from(contact.id), key)).id).toBe(first.id);
  });

  it.each([
    ['is closed', async () => (await desk.logContact.run(desk.national, aCall())).id],
    ['does not exist', async () => newId()],
    [
      'is another province’s',
      async () => (await desk.logContact.run(desk.national, aCall({ outcome: 'open' }))).id,
    ],
  ])('is refused when it %s', async (why, contactId) => {
    const actor = why.includes('province') ? desk.sichuan : desk.national;
    expect(await refusalOf(desk.openTicket.run(actor, from(await contactId())))).toEqual([
      'unknown-contact',
      'contactId',
    ]);
  });
});

describe('the same key', () => {
  it('opens one ticket, however many come at once', async () => {
    const key = newId();
    const before = await desk.count('ticket');
    const attempts = Array.from({ length: 20 }, () => desk.openTicket.run(desk.national, aComplaint(), key));
    const ids = new Set((await Promise.all(attempts)).map(({ id }) => id));
    expect(ids.size).toBe(1);
    expect(await desk.count('ticket')).toBe(before + 1);
  });

  it('refuses another body, and is another key for another account', async () => {
    const key = newId();
    const first = await desk.openTicket.run(desk.national, aComplaint(), key);
    expect(
      await refusalOf(desk.openTicket.run(desk.national, aComplaint({ title: '另一件事' }), key)),
    ).toEqual(['same-key-other-body', 'Idempotency-Key']);
    expect(await refusalOf(desk.logContact.run(desk.national, aCall(), key))).toEqual([
      'same-key-other-body',
      'Idempotency-Key',
    ]);
    const other = await desk.openTicket.run(desk.nationalToo, aComplaint({ title: '另一件事' }), key);
    expect(other.id).not.toBe(first.id);
  });

  it('is free again after a refusal', async () => {
    const key = newId();
    await refusalOf(desk.openTicket.run(desk.national, aComplaint({ attachmentIds: [newId()] }), key));
    expect((await desk.openTicket.run(desk.national, aComplaint(), key)).version).toBe(1);
  });
});
