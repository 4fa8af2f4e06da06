import { SHIPPED_FORMULAS, type Formula, type Subject, terms } from '@hotline/telephony';
import { callFact, type CallFormulas } from './call-fact.js';
import { callPartOf } from './call-part.js';
import { dailyChanges } from './daily.js';

const S = 1_000_000;
const formula = (kind: Formula['kind']): Formula =>
  SHIPPED_FORMULAS.find((one) => one.kind === kind) as Formula;
const SHIPPED: CallFormulas = {
  connection: formula('connection_rate'),
  level: formula('service_level'),
};
const subject = (
  end: Subject['end'],
  seconds: number | null = null,
  over: Partial<Subject> = {},
): Subject => ({
  arrived: true,
  asked: true,
  entered: true,
  end,
  waitUs: seconds === null ? null : seconds * S,
  ...over,
});
const UNASKED = { asked: false, entered: false };
const call = (of: Subject, formulas = SHIPPED, id = 'c1') =>
  callFact(
    {
      id,
      unit: { id: 'u', path: 'cn/44/' },
      at: new Date('2026-03-10T09:30:00+08:00'),
      contactId: null,
      subject: of,
    },
    formulas,
  );

describe('what a call says to the connection rate', () => {
  it.each([
    ['answered in time', subject('answered', 15), true, true, null, 'in-time'],
    ['answered late', subject('answered', 16), true, true, null, 'late'],
    ['given up', subject('abandoned', 30), true, false, null, 'late'],
    ['given up at once: asked all the same', subject('abandoned', 2), true, false, null, 'late'],
    ['refused by a full queue', subject('full', null, { entered: false }), true, false, null, 'late'],
    ['hung up in the menu', subject('left_ivr', null, UNASKED), false, false, 'left-ivr', 'none'],
    ['out of hours', subject('closed', null, UNASKED), false, false, 'out-of-hours', 'none'],
  ] as const)('%s', (_, of, counted, hit, excluded, callPace) => {
    expect(call(of)).toMatchObject({ counted, hit, excluded, callPace });
  });

  it('follows another formula: short abandons and refusals beside the rate', () => {
    const formulas: CallFormulas = {
      ...SHIPPED,
      connection: { ...SHIPPED.connection, denominator: terms('entered', '-short_abandoned') },
    };
    expect(call(subject('abandoned', 2), formulas)).toMatchObject({
      counted: false,
      excluded: 'short-abandon',
    });
    expect(call(subject('empty', null, { entered: false }), formulas)).toMatchObject({
      excluded: 'not-queued',
    });
  });
});

describe('the telephone’s part of a sum', () => {
  const sumOf = (facts: ReturnType<typeof call>[]) => {
    const daily = dailyChanges(facts.map((after) => ({ before: undefined, after })));
    return daily.find(({ path }) => path === 'cn/') ?? { denominator: 0, bins: {} };
  };
  const shift = [
    call(subject('answered', 3), SHIPPED, 'a'),
    call(subject('answered', 40), SHIPPED, 'b'),
    call(subject('abandoned', 9), SHIPPED, 'c'),
    call(subject('left_ivr', null, UNASKED), SHIPPED, 'd'),
  ];
  const logged = { ...call(subject('answered', 1), SHIPPED, 'e'), callPace: null };

  it('has its own three rates', () => {
    expect(callPartOf(sumOf(shift))).toEqual({
      source: 'telephone',
      calls: 3,
      ofArrived: { numerator: 2, denominator: 4, rate: 50 },
      inTime: { numerator: 1, denominator: 3, rate: 33.33 },
    });
  });

  it.each([
    ['mixed', [...shift, logged]],
    ['contacts', [logged]],
    [null, []],
  ] as const)('says whose word the rate is: %s', (source, facts) => {
    expect(callPartOf(sumOf([...facts])).source).toBe(source);
  });

  it('goes with a fact that is no more', () => {
    const [first] = shift;
    const changes = dailyChanges([
      { before: undefined, after: first },
      { before: first, after: undefined },
    ]);
    expect(changes).toEqual([]);
  });
});
