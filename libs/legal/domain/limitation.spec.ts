import * as fc from 'fast-check';
import { addDays } from './day.js';
import type { Interruption, LegalFacts, Suspension } from './legal-facts.js';
import { courseOf } from './limitation.js';
import { lastDayOf } from './last-day.js';
import { clockOf, national } from './spec-law.js';

const TODAY = '2026-03-16';
const known = { disputeKnown: '2025-06-10' } as const;

describe('interruptions and suspensions (调解仲裁法 27)', () => {
  it.each<[string, LegalFacts, string, string]>([
    ['nothing happens', known, '2026-06-10', 'running'],
    [
      'a claim starts it anew',
      { ...known, interruptions: [{ kind: 'claim', on: '2025-12-01' }] },
      '2026-12-01',
      'restarted',
    ],
    [
      'the last act counts',
      {
        ...known,
        interruptions: [
          { kind: 'promise', on: '2026-01-20' },
          { kind: 'claim', on: '2025-12-01' },
        ],
      },
      '2027-01-20',
      'restarted',
    ],
    [
      'a complaint to the inspection is entered once and interrupts',
      { ...known, inspectionComplained: '2026-01-20' },
      '2027-01-20',
      'restarted',
    ],
    [
      'an act before the start is idle',
      { ...known, interruptions: [{ kind: 'claim', on: '2025-06-01' }] },
      '2026-06-10',
      'running',
    ],
    [
      'an act after the end is idle',
      { disputeKnown: '2024-06-10', interruptions: [{ kind: 'promise', on: '2026-01-05' }] },
      '2025-06-10',
      'expired',
    ],
    [
      'thirty days of force majeure come on top',
      { ...known, suspensions: [{ reason: 'force-majeure', from: '2026-01-01', until: '2026-01-31' }] },
      '2026-07-10',
      'running',
    ],
    [
      'one that began before the start counts from the start',
      { ...known, suspensions: [{ reason: 'other', from: '2025-05-10', until: '2025-06-20' }] },
      '2026-06-22',
      'running',
    ],
    [
      'one that lasts is open',
      { ...known, suspensions: [{ reason: 'other', from: '2026-03-06', until: null }] },
      '2026-06-22',
      'suspended',
    ],
    [
      'one before the interruption is history',
      {
        ...known,
        suspensions: [{ reason: 'other', from: '2025-07-01', until: '2025-08-01' }],
        interruptions: [{ kind: 'claim', on: '2025-12-01' }],
      },
      '2026-12-01',
      'restarted',
    ],
    [
      'what happens after the filing changes nothing',
      { ...known, arbitrationApplied: '2026-02-02', interruptions: [{ kind: 'claim', on: '2026-03-01' }] },
      '2026-06-10',
      'done',
    ],
  ])('%s', (_, facts, lastDay, state) => {
    expect(clockOf('arbitration', facts, TODAY)).toMatchObject({ lastDay, state });
  });

  it('takes lost time out of the work-injury year, but nothing starts that anew (工伤行政案件规定 7)', () => {
    const facts: LegalFacts = {
      injuryHappened: '2025-04-01',
      interruptions: [{ kind: 'claim', on: '2025-12-01' }],
      suspensions: [{ reason: 'other', from: '2025-10-01', until: '2025-10-31' }],
    };
    expect(clockOf('injury-worker', facts, TODAY)).toMatchObject({ lastDay: '2026-05-06', state: 'running' });
  });
});

const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2022-06-01', n));
const acts: fc.Arbitrary<Interruption[]> = fc.array(
  fc.record({ kind: fc.constantFrom('claim' as const, 'complaint' as const, 'promise' as const), on: day }),
  { maxLength: 5 },
);
const pauses: fc.Arbitrary<Suspension[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1500 }), { maxLength: 6 })
  .map((edges) => edges.sort((a, b) => a - b))
  .map((edges) =>
    edges.flatMap((from, n): Suspension[] =>
      n % 2 === 0 && edges[n + 1] !== undefined
        ? [
            {
              reason: 'other',
              from: addDays('2022-06-01', from),
              until: addDays('2022-06-01', edges[n + 1] ?? 0),
            },
          ]
        : [],
    ),
  );
const YEAR = { amount: 1, unit: 'years' } as const;
const UNTIL = '2027-06-01';

describe('whatever happens', () => {
  it('an interruption never shortens a limitation', () => {
    fc.assert(
      fc.property(day, acts, day, pauses, (start, interruptions, on, suspensions) => {
        const without = courseOf(start, YEAR, { interruptions, suspensions }, UNTIL);
        const more: Interruption[] = [...interruptions, { kind: 'claim', on }];
        const withOne = courseOf(start, YEAR, { interruptions: more, suspensions }, UNTIL);
        expect(withOne.end >= without.end).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('a later start is never due earlier', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(1, 5, 15, 45, 60),
        (start, later, amount) => {
          for (const unit of ['years', 'months', 'days', 'working-days'] as const) {
            const span = { amount: unit === 'years' ? 1 : amount, unit };
            const first = lastDayOf(national, start, span).lastDay;
            expect(lastDayOf(national, addDays(start, later), span).lastDay >= first).toBe(true);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('the last day is no weekend and no earlier than counted', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 400 }), (start, amount) => {
        const { counted, lastDay } = lastDayOf(national, start, { amount, unit: 'days' });
        expect(lastDay >= counted).toBe(true);
        expect(lastDayOf(national, addDays(lastDay, -1), { amount: 1, unit: 'working-days' }).lastDay).toBe(
          lastDay,
        );
      }),
      { numRuns: 1000 },
    );
  });
});
