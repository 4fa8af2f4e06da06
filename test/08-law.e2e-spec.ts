import type { components } from '../apps/web/src/api/schema.js';
import { type Hotline, type Person, startHotline } from './support/hotline.js';
import { comesTo, must, open, show, type Ticket } from './support/moves.js';

type Facts = components['schemas']['LegalFactsBody'];
type Act = components['schemas']['RecordPetitionStageBody'];

const day = (ago: number) =>
  new Date(Date.now() + 8 * 3_600_000 - ago * 86_400_000).toISOString().slice(0, 10);

/** What law adds beside the custody: dates from facts entered once, and the stages of a petition. */
describe('law', () => {
  let hotline: Hotline;
  let agent: Person;
  let county: Person;
  let head: Person;

  beforeAll(async () => {
    hotline = await startHotline();
    agent = await hotline.as('agent');
    county = await hotline.as('handler-nanshan');
    head = await hotline.as('supervisor-nanshan');
  }, 60_000);
  afterAll(() => hotline?.close());

  const arrived = async (): Promise<Ticket> => comesTo(county, await open(agent), 'dispatched');
  const panel = async (who: Person, { id }: Ticket) =>
    must(await who.api.GET('/api/tickets/{id}/legal-facts', { params: { path: { id } } }));
  const save = (who: Person, { id }: Ticket, replaces: number, facts: Facts) =>
    who.api.POST('/api/tickets/{id}/legal-facts', { params: { path: { id } }, body: { replaces, facts } });

  describe('legal periods', () => {
    it('are computed at the desk before there is a ticket, each with its article and the caveat', async () => {
      const body = { wagesOwed: true, employmentEnded: day(30) };
      const { clocks, caveat, asOf } = must(await agent.api.POST('/api/legal/compute', { body }));
      expect([asOf, caveat.zh]).toEqual([day(0), '仅供参考，不是法律意见']);
      expect(clocks[0]).toMatchObject({
        rule: 'arbitration-pay',
        state: 'running',
        startedOn: day(30),
        articles: expect.arrayContaining([
          expect.objectContaining({ article: '第二十七条第四款', version: '2007-12-29' }),
        ]),
      });
    });

    it('say under which fact what is wrong, in the reader’s language', async () => {
      const body = { arbitrationApplied: day(3), awardReceived: day(9) };
      const { error } = await agent.api.POST('/api/legal/compute', { body });
      expect(error).toMatchObject({
        status: 422,
        field: 'facts.awardReceived',
        errors: [{ field: 'facts.awardReceived', code: 'before', detail: '早于前一环节的日期' }],
      });
    });

    it('are kept with the ticket, visible above it, and never overwritten unseen', async () => {
      const ticket = await arrived();
      expect(await panel(county, ticket)).toMatchObject({ version: 0, facts: {}, mayEdit: true });
      must(await save(agent, ticket, 0, { wageDue: day(50) }));
      const late = await save(county, ticket, 0, { wageDue: day(51) });
      expect(late.error).toMatchObject({ status: 409, code: 'stale-version' });
      const saved = must(await save(county, ticket, 1, { wageDue: day(51), wagesOwed: true }));
      expect(saved).toMatchObject({ version: 2, savedBy: '吴晓岚' });
      expect(await panel(head, ticket)).toMatchObject({ version: 2, mayEdit: false });
      expect((await show(county, ticket.id)).version).toBe(ticket.version);
      const stranger = await hotline.as('handler-yuelu');
      expect((await save(stranger, ticket, 2, {})).error).toMatchObject({ status: 404 });
      expect((await save(head, ticket, 2, {})).error).toMatchObject({ status: 403 });
      const params = { path: { id: ticket.id } };
      const events = must(await county.api.GET('/api/tickets/{id}/events', { params }));
      expect(events.filter(({ kind }) => kind === 'legal-facts-saved')).toHaveLength(2);
    });
  });

  describe('a petition', () => {
    const on = ({ id, version }: Pick<Ticket, 'id' | 'version'>) => ({
      params: { path: { id }, header: { 'If-Match': `"${version}"` } },
    });
    const record = (who: Person, ticket: Ticket, body: Act) =>
      who.api.POST('/api/tickets/{id}/petition/acts', { ...on(ticket), body });
    const petition = async ({ id }: Ticket) =>
      must(await county.api.GET('/api/tickets/{id}/petition', { params: { path: { id } } }));

    it('is registered by a supervisor, runs beside the promise and stands among the duties', async () => {
      const ticket = await arrived();
      expect(await petition(ticket)).toMatchObject({ petition: null, mayMark: false });
      const body = { registeredOn: day(2), source: 'forwarded' as const };
      expect(
        (await county.api.POST('/api/tickets/{id}/petition', { ...on(ticket), body })).error,
      ).toMatchObject({
        status: 403,
      });
      const marked = must(await head.api.POST('/api/tickets/{id}/petition', { ...on(ticket), body }));
      expect(marked.tags).toContain('petition');
      expect([marked.state, marked.dueAt]).toEqual([ticket.state, ticket.dueAt]);
      const duties = must(await county.api.GET('/api/duties', { params: { query: { kind: ['petition'] } } }));
      expect(duties.items.filter((duty) => duty.ticket.id === ticket.id)).toHaveLength(2);

      const accepted = must(await record(county, marked, { act: 'notify', doneOn: day(1) }));
      const seen = (await petition(accepted)).petition;
      expect(seen).toMatchObject({ stage: 'accepted', source: 'forwarded' });
      expect(seen?.offers.map(({ act }) => act)).toEqual(['extend', 'answer', 'end']);
      const early = await record(county, accepted, { act: 'ask-review', doneOn: day(0) });
      expect(early.error).toMatchObject({ status: 409, code: 'wrong-state' });
      const alone = await record(county, accepted, {
        act: 'extend',
        doneOn: day(0),
        extensionDays: 20,
        note: '情况复杂',
      });
      expect(alone.error).toMatchObject({ status: 422, field: 'headApproved' });
      const old = await record(county, marked, { act: 'answer', doneOn: day(0) });
      expect(old.error).toMatchObject({ status: 409, code: 'stale-version' });
    });
  });
});
