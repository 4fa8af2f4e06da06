import type { Actor, Role, Unit } from '@hotline/organization';
import { BAOAN, GUANGDONG, NANSHAN, NATION, SHENZHEN } from '../../../../test/support/small-tree.js';
import { AGENT, aTicket, OPENED } from '../../../../test/support/ticket-facts.js';
import { reviewChain } from '../facts.js';
import { CUSTODY_VERBS } from './custody-verbs.js';
import { LIFECYCLE, lifecycleFaults, mayDo, TICKET_VERBS, type TicketVerb, verbsFor } from './index.js';

const person = (...posts: [Role, Unit][]): Actor => ({
  accountId: '00000000-0000-7000-8000-0000000000aa',
  name: 'somebody',
  displayName: '某人',
  memberships: posts.map(([role, unit], n) => ({ id: `m${n}`, role, unitId: unit.id, path: unit.path })),
});

const handler = person(['handler', NANSHAN]);
const inNanshan = () => aTicket().dispatchedTo(GUANGDONG, SHENZHEN, NANSHAN);
const ask = (verb: TicketVerb, ticket: ReturnType<typeof inNanshan>, actor: Actor) => {
  const decision = mayDo(verb, ticket.build(), actor, OPENED);
  return decision.ok ? 'yes' : decision.refusal.code;
};

describe('the lifecycle table', () => {
  it('has no unreachable state, no dead end and no verb without a permission', () => {
    expect(lifecycleFaults()).toEqual([]);
  });

  it('is refused with an unreachable state, a dead end or a verb nobody may do', () => {
    const without = (...verbs: TicketVerb[]) =>
      Object.fromEntries(Object.entries(LIFECYCLE).filter(([verb]) => !verbs.includes(verb as TicketVerb)));
    const ends = TICKET_VERBS.filter((verb) => LIFECYCLE[verb].to.includes('closed'));
    const endless = lifecycleFaults(without(...ends));
    expect(endless).toContain('state closed cannot be reached');
    expect(endless).toContain('state handling is a dead end');
    const silent = TICKET_VERBS.filter((verb) => LIFECYCLE[verb].to.includes('reported'));
    expect(lifecycleFaults(without(...silent))).toContain('state reported cannot be reached');
    const nobody = {
      ...LIFECYCLE.sign,
      permission: 'nothing.at-all',
    } as unknown as (typeof LIFECYCLE)['sign'];
    expect(lifecycleFaults({ ...LIFECYCLE, sign: nobody })).toEqual(['verb sign has no permission']);
    expect(lifecycleFaults({ ...LIFECYCLE, sign: { ...LIFECYCLE.sign, from: [] } })).toContain(
      'verb sign can never be done',
    );
  });

  it('gives every verb a rule', () => {
    expect(Object.keys(LIFECYCLE).sort()).toEqual([...TICKET_VERBS].sort());
  });

  it.each<[string, TicketVerb, ReturnType<typeof inNanshan>, Actor, string]>([
    ['the unit in custody signs', 'sign', inNanshan(), handler, 'yes'],
    ['its neighbour does not', 'sign', inNanshan(), person(['handler', BAOAN]), 'not-your-turn'],
    ['nor its superior', 'sign', inNanshan(), person(['handler', SHENZHEN]), 'not-your-turn'],
    ['nor another role of the unit', 'sign', inNanshan(), person(['supervisor', NANSHAN]), 'forbidden'],
    ['nor twice', 'sign', inNanshan().signed(), handler, 'wrong-state'],
    ['no report before signing', 'report', inNanshan(), handler, 'wrong-state'],
    ['a signed ticket is reported', 'report', inNanshan().signed(), handler, 'yes'],
    [
      'a dispatcher above sends an unclear ticket',
      'dispatch',
      aTicket().with({ state: 'unclear' }),
      person(['dispatcher', NATION]),
      'yes',
    ],
    [
      'one below does not',
      'dispatch',
      aTicket().with({ state: 'unclear' }),
      person(['dispatcher', GUANGDONG]),
      'not-your-turn',
    ],
    [
      'a second return is one too many',
      'request-return',
      inNanshan()
        .signed()
        .with({ returns: [{ unitId: NANSHAN.id }] }),
      handler,
      'return-cap-reached',
    ],
    [
      'another unit’s return does not count',
      'request-return',
      inNanshan()
        .signed()
        .with({ returns: [{ unitId: BAOAN.id }] }),
      handler,
      'yes',
    ],
    [
      'the unit that took the call has nowhere to return to',
      'request-return',
      aTicket(NANSHAN).signed(),
      handler,
      'wrong-state',
    ],
    [
      'nothing is closed unrated and unreached',
      'close',
      aTicket().with({ state: 'call-back' }),
      person(['agent', NATION]),
      'rating-without-contact',
    ],
    [
      'three attempts are enough',
      'close',
      aTicket().with({ state: 'call-back', callBacks: { attempts: 3, reached: false } }),
      person(['agent', NATION]),
      'yes',
    ],
  ])('%s', (_, verb, ticket, actor, expected) => {
    expect(ask(verb, ticket, actor)).toBe(expected);
  });

  it('lets a superior raise what waits for a third party: the pause ends, and the promise moves back', () => {
    const waiting = () =>
      inNanshan()
        .signed()
        .with({
          pauses: [
            {
              id: 'p',
              hopId: 'h',
              unitId: NANSHAN.id,
              from: OPENED,
              until: new Date('2026-04-01'),
              endedAt: null,
            },
          ],
        });
    expect(ask('report', waiting(), handler)).toBe('paused');
    expect(ask('raise', waiting(), person(['supervisor', SHENZHEN]))).toBe('yes');
    expect(ask('raise', waiting(), person(['supervisor', NANSHAN]))).toBe('not-your-turn');
    expect(LIFECYCLE.raise.clocks.moves).toEqual(['promise']);
    expect(LIFECYCLE.recuse.clocks.moves).toEqual(['promise']);
  });

  it('lets the ruling unit rule, and stops the handler meanwhile', () => {
    const asked = inNanshan()
      .signed()
      .with({ openReturn: { id: 'r', unitId: NANSHAN.id, rulerUnitId: SHENZHEN.id } });
    expect(ask('rule-return', asked, person(['handler', SHENZHEN]))).toBe('yes');
    expect(ask('rule-return', asked, handler)).toBe('not-your-turn');
    expect(ask('report', asked, handler)).toBe('wrong-state');
    const own = verbsFor(asked.build(), handler, OPENED).filter((verb) => verb in CUSTODY_VERBS);
    expect(own).toEqual(['log-worker-contact']);
  });

  it('lets the sender call a dispatch back for a minute, until it is signed', () => {
    const sender = { ...person(['agent', NATION]), accountId: AGENT };
    const until = new Date(OPENED.getTime() + 60_000);
    const late = new Date(OPENED.getTime() + 60_001);
    const sent = inNanshan().with({ recallUntil: until }).build();
    const answer = (facts: typeof sent, actor: Actor, at: Date) => {
      const decision = mayDo('recall', facts, actor, at);
      return decision.ok ? 'yes' : decision.refusal.code;
    };
    expect(answer(sent, sender, until)).toBe('yes');
    expect(answer(sent, sender, late)).toBe('recall-window-over');
    expect(answer(sent, person(['agent', NATION]), until)).toBe('not-your-turn');
    const signed = inNanshan().signed().with({ recallUntil: until, state: 'dispatched' }).build();
    expect(answer(signed, sender, until)).toBe('already-signed');
  });

  it('sends a report back up the way the ticket came', () => {
    expect(reviewChain(inNanshan().build())).toEqual([SHENZHEN.id, GUANGDONG.id, NATION.id]);
    expect(reviewChain(aTicket(SHENZHEN).dispatchedTo(NANSHAN).build())).toEqual([SHENZHEN.id]);
    expect(reviewChain(aTicket(NANSHAN).build())).toEqual([]);
  });
});
