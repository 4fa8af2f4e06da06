import { type Fact, factKey, sameFact } from './fact.js';
import { fold, touchedKeys } from './fold.js';
import type { CallBackAnswer, ContactEvent, StoryEvent, TicketEvent } from './story.js';

const at = (text: string) => new Date(`2026-03-${text}+08:00`);
const CENTRE = { id: 'centre', path: 'cn/44/' };
const COUNTY = { id: 'county', path: 'cn/44/4403/440305/' };
const CITY = { id: 'city', path: 'cn/44/4403/' };
const DUE = at('10T17:30');
const BY_COUNTY = { dueAt: DUE, accountable: COUNTY };

const event = (kind: string, when: string, change: Partial<TicketEvent> = {}): TicketEvent => ({
  about: 'ticket',
  kind,
  at: at(when),
  unit: CENTRE,
  ticket: { id: 'ticket', promised: BY_COUNTY, extended: BY_COUNTY, excluded: null, worked: 26 },
  answer: null,
  ...change,
});

const answer = (change: Partial<CallBackAnswer>): CallBackAnswer => ({
  id: 'call-back',
  reached: true,
  refused: false,
  handlingRating: 'satisfied',
  callRating: null,
  accountable: COUNTY,
  ...change,
});

const calledBack = (when: string, change: Partial<CallBackAnswer>) =>
  event('call-back-recorded', when, { answer: answer(change) });

const call = (change: Partial<ContactEvent>): ContactEvent => ({
  about: 'contact',
  kind: 'contact-logged',
  contactId: 'contact',
  unit: CENTRE,
  channel: 'call',
  outcome: 'answered',
  rating: null,
  startedAt: at('03T09:00:00'),
  answeredAt: at('03T09:00:08'),
  endedAt: at('03T09:06:00'),
  byTelephone: false,
  ...change,
});

/** The facts after all events, by key. */
function folded(...events: StoryEvent[]): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  for (const one of events) {
    const known = new Map(touchedKeys(one).map((key) => [key, facts.get(key)]));
    for (const fact of fold(one, (key) => known.get(key))) facts.set(factKey(fact), fact);
  }
  return facts;
}

const verdictOf = (fact: Fact | undefined) => fact && [fact.counted, fact.hit, fact.excluded];

describe('calls', () => {
  it.each<[string, Partial<ContactEvent>, unknown]>([
    ['answered', {}, [true, true, null]],
    ['open for a ticket', { outcome: 'open' }, [true, true, null]],
    [
      'abandoned',
      { outcome: 'abandoned', answeredAt: null, endedAt: at('03T09:00:30') },
      [true, false, null],
    ],
    [
      'hung up after 4.9 s',
      { outcome: 'abandoned', answeredAt: null, endedAt: at('03T09:00:04.900') },
      [false, false, 'short-abandon'],
    ],
    [
      'hung up after 5 s',
      { outcome: 'abandoned', answeredAt: null, endedAt: at('03T09:00:05') },
      [true, false, null],
    ],
    [
      'abandoned, end unknown',
      { outcome: 'abandoned', answeredAt: null, endedAt: null },
      [true, false, null],
    ],
    ['silent', { outcome: 'silent' }, [false, false, 'silent']],
  ])('%s', (_, change, verdict) => {
    expect(verdictOf(folded(call(change)).get('connection contact'))).toEqual(verdict);
  });

  it('are the only contacts that connect', () => {
    expect(folded(call({ channel: 'web' })).size).toBe(0);
  });

  it.each([
    ['satisfied', [true, true, null]],
    ['neutral', [true, false, null]],
    ['dissatisfied', [true, false, null]],
    ['not-rated', [false, false, 'not-rated']],
  ])('rated %s', (rating, verdict) => {
    const facts = folded(call({}), call({ kind: 'contact-rated', rating }));
    expect(verdictOf(facts.get('agent-satisfaction contact'))).toEqual(verdict);
    expect(verdictOf(facts.get('connection contact'))).toEqual([true, true, null]);
  });
});

describe('the promise', () => {
  const OPENED = event('ticket-opened', '03T10:00', {
    ticket: { ...event('', '03T10:00').ticket, promised: { dueAt: DUE, accountable: CITY } },
  });

  it.each([
    ['while open', undefined, false],
    ['closed before it is due', '09T12:00', true],
    ['closed at the due moment', '10T17:30', true],
    ['closed a millisecond late', '10T17:30:00.001', false],
  ])('%s', (_, closed, hit) => {
    const events = closed === undefined ? [OPENED] : [OPENED, event('ticket-closed', closed)];
    expect(folded(...events).get('on-time ticket')).toMatchObject({ counted: true, hit, at: DUE });
  });

  it('counts at the unit that is accountable now', () => {
    expect(folded(OPENED).get('on-time ticket')?.unit).toEqual(CITY);
    expect(folded(OPENED, event('hop-sent', '03T10:01')).get('on-time ticket')?.unit).toEqual(COUNTY);
  });

  it('stays kept whichever event is folded last', () => {
    const closed = event('ticket-closed', '09T12:00');
    const inOrder = folded(OPENED, event('hop-signed', '04T09:00'), closed);
    const again = folded(closed, event('hop-signed', '04T09:00'), closed, event('hop-signed', '04T09:00'));
    expect(sameFact(again.get('on-time ticket'), inOrder.get('on-time ticket') as Fact)).toBe(true);
    expect(inOrder.get('on-time ticket')).toMatchObject({ hit: true, amount: 26 });
  });
});

describe('the two figures of a promise that was extended', () => {
  const extended = {
    ...event('', '03T10:00').ticket,
    extended: { dueAt: at('12T17:30'), accountable: COUNTY },
  };
  const opened = event('ticket-opened', '03T10:00', { ticket: extended });

  it.each([
    ['while open', undefined, false, false],
    ['closed by the first promise', '10T17:30', true, true],
    ['closed by the extended one', '11T09:00', false, true],
    ['closed at its very moment', '12T17:30', false, true],
    ['closed after both', '12T17:30:00.001', false, false],
  ])('%s', (_, closed, original, later) => {
    const events =
      closed === undefined ? [opened] : [opened, event('ticket-closed', closed, { ticket: extended })];
    const facts = folded(...events);
    expect(facts.get('on-time ticket')).toMatchObject({ counted: true, hit: original, at: DUE });
    expect(facts.get('on-time-extended ticket')).toMatchObject({
      counted: true,
      hit: later,
      at: at('12T17:30'),
    });
  });

  it('an exclusion leaves both', () => {
    const excluded = { ...extended, excluded: 'force-majeure' as const };
    const facts = folded(opened, event('exclusion-granted', '05T10:00', { ticket: excluded }));
    for (const metric of ['on-time', 'on-time-extended'])
      expect(verdictOf(facts.get(`${metric} ticket`))).toEqual([false, false, 'force-majeure']);
  });
});

describe('the rating of the handling', () => {
  it.each<[string, Partial<CallBackAnswer>, unknown]>([
    ['satisfied', {}, [true, true, null]],
    ['neutral', { handlingRating: 'neutral' }, [true, false, null]],
    ['dissatisfied', { handlingRating: 'dissatisfied' }, [true, false, null]],
    ['not rated', { handlingRating: 'not-rated' }, [false, false, 'not-rated']],
    ['silence', { reached: false, handlingRating: null }, [false, false, 'unreached']],
    ['refusal', { reached: false, refused: true, handlingRating: null }, [false, false, 'refused']],
  ])('%s', (_, change, verdict) => {
    expect(verdictOf(folded(calledBack('09T10:00', change)).get('worker-satisfaction ticket'))).toEqual(
      verdict,
    );
  });

  const silent = { reached: false, handlingRating: null };
  it.each<[string, [string, Partial<CallBackAnswer>][], boolean, string]>([
    [
      'of two valid ratings the last stands',
      [
        ['08T10:00', { handlingRating: 'dissatisfied' }],
        ['10T10:00', {}],
      ],
      true,
      '10T10:00',
    ],
    [
      'folded in the wrong order too',
      [
        ['10T10:00', {}],
        ['08T10:00', { handlingRating: 'dissatisfied' }],
      ],
      true,
      '10T10:00',
    ],
    [
      'silence does not wipe a rating out',
      [
        ['08T10:00', {}],
        ['10T10:00', silent],
      ],
      true,
      '08T10:00',
    ],
    [
      'a rating replaces silence',
      [
        ['08T10:00', silent],
        ['09T10:00', silent],
        ['10T10:00', {}],
      ],
      true,
      '10T10:00',
    ],
  ])('%s', (_, answers, hit, when) => {
    const facts = folded(...answers.map(([moment, change]) => calledBack(moment, change)));
    expect(facts.get('worker-satisfaction ticket')).toMatchObject({ counted: true, hit, at: at(when) });
  });

  it('belongs to the unit accountable then, the rating of the call to the call centre', () => {
    const facts = folded(calledBack('09T10:00', { callRating: 'neutral', accountable: CITY }));
    expect(facts.get('worker-satisfaction ticket')?.unit).toEqual(CITY);
    expect(facts.get('agent-satisfaction call-back')).toMatchObject({
      unit: CENTRE,
      counted: true,
      hit: false,
    });
  });
});
