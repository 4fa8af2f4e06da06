import { type Hotline, type Person, startHotline } from './support/hotline.js';
import {
  acceptUpwards,
  comesTo,
  handleAndReport,
  must,
  NANSHAN,
  open,
  show,
  type Ticket,
  verbs,
} from './support/moves.js';

const SAID = { reached: true, solved: 'yes', handlingRating: 'satisfied', callRating: 'neutral' } as const;
const SILENT = { reached: false, notReachedReason: 'no-answer' } as const;
const ANGRY = {
  reached: true,
  solved: 'no',
  handlingRating: 'dissatisfied',
  callRating: 'satisfied',
  reason: '公司只付了一个月。',
} as const;

/** The worker has the last word, and silence is not a word. */
describe('follow-up', () => {
  let hotline: Hotline;
  let agent: Person;
  let county: Person;
  let city: Person;
  let province: Person;
  let national: Person;

  beforeAll(async () => {
    hotline = await startHotline();
    agent = await hotline.as('agent');
    county = await hotline.as('handler-nanshan');
    city = await hotline.as('handler-sz');
    province = await hotline.as('handler-gd');
    national = await hotline.as('handler');
  }, 60_000);

  afterAll(() => hotline?.close());

  const toCallBack = async (): Promise<Ticket> => {
    const arrived = await comesTo(county, await open(agent), 'dispatched');
    return acceptUpwards([city, province, national], await handleAndReport(county, arrived));
  };

  it('stands in the call-back list of the unit that took the call', async () => {
    const ticket = await toCallBack();
    expect(ticket).toMatchObject({ state: 'call-back', turn: { unit: { level: 'national' } } });
    const query = { view: 'call-back' as const };
    const list = must(await agent.api.GET('/api/tickets', { params: { query } }));
    expect(list.items.map((row) => row.id)).toContain(ticket.id);
    expect((await verbs.callBack(county, ticket, SAID)).error).toMatchObject({ status: 403 });
  });

  it('reached and satisfied: rated apart, closed, and nothing can be done any more', async () => {
    const rated = must(await verbs.callBack(agent, await toCallBack(), SAID));
    expect(rated.callBacks.at(-1)).toMatchObject({ handlingRating: 'satisfied', callRating: 'neutral' });
    expect((await verbs.callBack(agent, rated, SAID)).error).toMatchObject({ status: 409 });
    const closed = must(await verbs.close(agent, rated));
    expect(closed).toMatchObject({ state: 'closed', turn: null });
    expect(closed.clocks.filter((clock) => !clock.stoppedAt)).toEqual([]);
    expect((await verbs.close(agent, closed)).error).toMatchObject({ code: 'wrong-state', status: 409 });
  });

  it('silence never rates: three attempts, then a close without a rating', async () => {
    let ticket = await toCallBack();
    const rated = await verbs.callBack(agent, ticket, { ...SILENT, handlingRating: 'satisfied' });
    expect(rated.error).toMatchObject({ code: 'rating-without-contact', field: 'handlingRating' });
    for (const attempt of [1, 2, 3]) {
      expect((await verbs.close(agent, ticket)).error).toMatchObject({ code: 'rating-without-contact' });
      ticket = must(await verbs.callBack(agent, ticket, SILENT));
      expect(ticket.callBacks).toHaveLength(attempt);
    }
    const closed = must(await verbs.close(agent, ticket));
    expect(closed.callBacks.map((one) => one.handlingRating)).toEqual([null, null, null]);
  });

  it.each([
    ['without a word about the handling', { reached: true, solved: 'yes', callRating: 'neutral' }],
    ['dissatisfied without why', { ...SAID, handlingRating: 'dissatisfied' }],
    ['not reached without why', { reached: false }],
    ['reached and unreachable', { ...SAID, notReachedReason: 'no-answer' }],
  ] as const)('an answer %s is no answer', async (_, body) => {
    const ticket = await toCallBack();
    const { error } = await verbs.callBack(agent, ticket, body);
    expect(error).toMatchObject({ status: 422 });
    expect((await show(agent, ticket.id)).version).toBe(ticket.version);
  });

  it('dissatisfied: handled once more one level up, reviewed above it, and asked again', async () => {
    const ordered = must(await verbs.callBack(agent, await toCallBack(), ANGRY));
    expect(ordered).toMatchObject({ redo: true, accountable: { name: '深圳市总工会' } });
    expect(ordered.hops.at(-1)?.toUnit.name).toBe('深圳市总工会');
    const arrived = await comesTo(city, ordered, 'dispatched');
    expect((await show(county, ordered.id)).verbs).not.toContain('report');
    const reported = await handleAndReport(city, arrived);
    expect(reported.turn?.unit.name).toBe('广东省总工会');
    const again = await acceptUpwards([province, national], reported);
    expect(again.state).toBe('call-back');
    const rated = must(await verbs.callBack(agent, again, SAID));
    const closed = must(await verbs.close(agent, rated));
    expect(closed.callBacks.map((one) => one.handlingRating)).toEqual(['dissatisfied', 'satisfied']);
    expect(closed.hops.map((hop) => hop.toUnit.code)).toContain(NANSHAN);
  });
});
