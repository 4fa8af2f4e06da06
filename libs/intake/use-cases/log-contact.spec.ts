import { newId, Refused } from '@hotline/kernel';
import type { ContactInput } from '../domain/contact.js';
import { ListContacts } from './list-contacts.js';
import { ShowContact } from './show-contact.js';
import { aCall, SpecDesk } from '../../../test/support/intake-desk.js';

let desk: SpecDesk;
beforeAll(async () => {
  desk = await SpecDesk.open();
});
afterAll(() => desk.close());

const log = (change: Partial<ContactInput> = {}, actor = desk.national, key?: string) =>
  desk.logContact.run(actor, aCall(change), key);
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Refused ? error.refusal : Promise.reject(error)),
  );

it('answers and closes a consultation without a ticket', async () => {
  const contact = await log({ callRating: 'satisfied' });
  expect(contact).toMatchObject({
    no: expect.stringMatching(/^20260310-\d{5}$/),
    numberMasked: '138****2046',
    callerNameMasked: '赵*明',
    outcome: 'answered',
    agent: { id: desk.national.accountId },
    unit: { code: 'cn' },
    ticketId: null,
  });
  expect(contact).toEqual(await new ShowContact(desk.base.work, desk.reads).run(desk.national, contact.id));
  const { rows } = await desk.base.owner.query(
    'select kind, seq, facts from event where contact_id = $1 order by seq',
    [contact.id],
  );
  expect(rows).toMatchObject([
    {
      kind: 'contact-logged',
      seq: 1,
      facts: { channel: 'call', outcome: 'answered', answeredAt: '2026-03-10T00:50:08.000Z' },
    },
    { kind: 'contact-rated', seq: 2, facts: { rating: 'satisfied' } },
  ]);
  expect(await desk.count('unfolded_event')).toBe(await desk.count('event'));
  expect(await desk.count('ticket')).toBe(0);
  expect(await desk.count('outbox')).toBe(0);
});

it('logs a missed call of a hidden number', async () => {
  const contact = await log({
    number: undefined,
    callerName: undefined,
    answeredAt: undefined,
    outcome: 'abandoned',
    kind: undefined,
    field: undefined,
  });
  expect(contact).toMatchObject({
    outcome: 'abandoned',
    answeredAt: null,
    numberMasked: null,
    callRating: null,
  });
});

it('keeps one spelling of a place', async () => {
  const { id } = await log({ places: { caller: { code: '110100', guessed: true } } });
  expect(await desk.one('select places from contact where id = $1', [id])).toEqual({
    places: { caller: { code: '110000', guessed: true } },
  });
});

it('is one contact for one key', async () => {
  const key = newId();
  const before = await desk.count('contact');
  const logged = await Promise.all(Array.from({ length: 20 }, () => log({}, desk.national, key)));
  expect(new Set(logged.map(({ id }) => id)).size).toBe(1);
  expect(new Set(logged.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(await desk.count('contact')).toBe(before + 1);
  expect(await refusalOf(log({ summary: '别的' }, desk.national, key))).toMatchObject({
    code: 'same-key-other-body',
  });
  expect((await log({}, desk.nationalToo, key)).id).not.toBe(logged[0]?.id);
});

it('changes nothing when refused', async () => {
  const before = await desk.count('contact');
  expect(await refusalOf(log({ startedAt: '2026-03-11T00:00:00Z' }))).toMatchObject({ field: 'startedAt' });
  expect(
    await refusalOf(log({ outcome: 'abandoned', callRating: 'satisfied', answeredAt: undefined })),
  ).toMatchObject({
    code: 'rating-without-contact',
  });
  expect(await desk.count('contact')).toBe(before);
});

it('cannot be rewritten afterwards, not even by the program', async () => {
  const { id } = await log();
  for (const change of ["summary = 'x'", "outcome = 'open'", 'started_at = now()', 'identity_id = null']) {
    const work = desk.base.owner.query(
      `set role hotline_app; select set_config('app.scope', 'cn/', true); update contact set ${change} where id = '${id}'`,
    );
    await expect(work).rejects.toMatchObject({ code: '42501' });
    await desk.base.owner.query('reset role');
  }
});

describe('the list', () => {
  const list = () => new ListContacts(desk.base.work, desk.reads);
  const asked = { mine: false, from: null, to: null, before: null, limit: 100 };

  it('is walked to its end without gaps or repeats, newest first', async () => {
    for (let minute = 10; minute < 17; minute += 1) {
      const at = `2026-03-09T09:${minute - (minute % 2)}:00+08:00`;
      await log({ startedAt: at, answeredAt: at, endedAt: at }, desk.sichuan);
    }
    const walked: string[] = [];
    let before = null;
    do {
      const page = await list().run(desk.sichuan, { ...asked, before, limit: 3 });
      walked.push(...page.items.map(({ id }) => id));
      before = page.end;
    } while (before);
    const whole = await list().run(desk.sichuan, asked);
    expect(walked).toEqual(whole.items.map(({ id }) => id));
    expect(new Set(walked).size).toBe(7);
    const times = whole.items.map(({ startedAt }) => startedAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  it('shows a province its own, and the nation all', async () => {
    const own = await list().run(desk.sichuan, asked);
    expect(new Set(own.items.map(({ unit }) => unit.code))).toEqual(new Set(['510000']));
    const all = await list().run(desk.national, asked);
    expect(new Set(all.items.map(({ unit }) => unit.code))).toEqual(new Set(['510000', 'cn']));
    const mine = await list().run(desk.nationalToo, { ...asked, mine: true });
    expect(mine.items).toHaveLength(1);
  });

  it('is cut at midnight in Shanghai', async () => {
    const late = '2026-03-08T23:59:00+08:00';
    const { id } = await log({ startedAt: late, answeredAt: late, endedAt: late }, desk.sichuan);
    const day = (from: string, to: string) => list().run(desk.sichuan, { ...asked, from, to });
    expect((await day('2026-03-08', '2026-03-08')).items.map((one) => one.id)).toEqual([id]);
    expect((await day('2026-03-09', '2026-03-09')).items).toHaveLength(7);
  });

  it('does not show one contact of another province', async () => {
    const { id } = await log();
    expect(await refusalOf(new ShowContact(desk.base.work, desk.reads).run(desk.sichuan, id))).toMatchObject({
      code: 'not-found',
    });
  });
});
