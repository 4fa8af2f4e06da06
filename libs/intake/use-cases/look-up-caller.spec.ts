import { ClockViews } from '@hotline/ticket';
import { RuleBook } from '@hotline/calendar';
import { Places } from '@hotline/organization';
import { createLog } from '@hotline/platform';
import { CallerReads } from '../data/caller-reads.js';
import { PhonePlaceBook } from '../data/phone-place-book.js';
import { LookUpCaller } from './look-up-caller.js';
import { aCall, aComplaint, SpecDesk } from '../../../test/support/intake-desk.js';

let desk: SpecDesk;
let lookUp: LookUpCaller;
beforeAll(async () => {
  desk = await SpecDesk.open();
  const clocks = new ClockViews(new RuleBook(desk.base.work, createLog('silent')), desk.units);
  const places = new PhonePlaceBook(new Places(), { home: process.cwd() });
  lookUp = new LookUpCaller(desk.base.work, new CallerReads(clocks), desk.identities, places, desk.units);
});
afterAll(() => desk.close());

it('knows nobody yet, but where the number was issued', async () => {
  expect(
    await lookUp.run(desk.national, { number: '0755-26123456', employer: '从未提过的公司' }),
  ).toMatchObject({
    numberMasked: '0755-****456',
    nameMasked: null,
    guess: { basis: 'area-code', place: { code: '440300', fullName: '广东省深圳市' } },
    contactsLastYear: 0,
    openTickets: [],
    contacts: [],
    sameEmployer: null,
  });
});

it('finds earlier contacts and open tickets by the number, however it is written', async () => {
  await desk.logContact.run(desk.national, aCall({ callRating: 'satisfied' }));
  const ticket = await desk.openTicket.run(desk.national, aComplaint());
  const found = await lookUp.run(desk.national, { number: '+86 138 1234 2046' });
  expect(found).toMatchObject({
    nameMasked: '赵*明',
    numberMasked: '138****2046',
    contactsLastYear: 2,
    lastRating: 'satisfied',
  });
  expect(found.openTickets.map(({ id }) => id)).toEqual([ticket.id]);
  expect(found.contacts).toHaveLength(2);
  expect(JSON.stringify(found)).not.toContain('13812342046');
});

it('shows another province nothing of it', async () => {
  expect(
    await lookUp.run(desk.sichuan, { number: '13812342046', employer: '深圳市某某建筑公司' }),
  ).toMatchObject({
    nameMasked: null,
    contactsLastYear: 0,
    openTickets: [],
    contacts: [],
    sameEmployer: null,
  });
});

it('hints at others who spoke of the same employer', async () => {
  const other = aComplaint({
    worker: { name: '钱大海', phone: '13912340000' },
    employer: '深圳市某某 建筑公司',
  });
  desk.base.clock.advance(60_000);
  const ticket = await desk.openTicket.run(desk.national, other);
  const { sameEmployer } = await lookUp.run(desk.national, { employer: '深圳市某某建筑有限责任公司' });
  expect(sameEmployer).toMatchObject({ total: 2, days: 90, ticket: { id: ticket.id } });
  expect(sameEmployer?.rows.map(({ nameMasked }) => nameMasked)).toEqual(['钱*海', '赵*明']);
});

it('refuses what is no number', async () => {
  await expect(lookUp.run(desk.national, { number: 'hidden' })).rejects.toMatchObject({
    refusal: { code: 'invalid-input', field: 'number' },
  });
});
