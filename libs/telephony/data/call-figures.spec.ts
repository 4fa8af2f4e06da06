import { randomUUID } from 'node:crypto';
import { seededRandom, WHOLE_TREE } from '@hotline/kernel';
import { aCall, aVisit, plantCall, plantSource } from '../../../test/support/folded-calls.js';
import { testDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { columnsOf, figureOf } from '../domain/definitions/figure.js';
import { FORMULA_FORMS } from '../domain/definitions/forms.js';
import { evaluate, type Formula, FORMULA_KINDS } from '../domain/definitions/formula.js';
import { type Subject, subjectOf, weigh } from '../domain/definitions/subject.js';
import { tally } from '../domain/definitions/tally.js';
import { type CallRow, VISIT_OUTCOMES, type VisitRow } from '../domain/fold/rows.js';
import { CallFigures, type FigureQuestion } from './call-figures.js';
import { CallRows, type RowSide, type SubjectRow } from './call-rows.js';

let opened: TestDatabase;
let unitId: string;
beforeAll(async () => {
  opened = await testDatabase();
  unitId = randomUUID();
  await opened.owner.query(
    `insert into unit (id, code, name, short_name, kind, level, path) values ($1, 'cn', '全总', '全总', 'territorial', 'national', 'cn/')`,
    [unitId],
  );
});
afterAll(() => opened.close());

const DAY_START = Date.parse('2026-03-10T00:00:00+08:00') * 1_000;
const DAY = { from: '2026-03-10', to: '2026-03-10' };

interface Shift {
  calls: CallRow[];
  visits: VisitRow[];
}

/** Calls with no visit, one or several, in two queues, every way to end, waits at and around the thresholds. */
function randomShift(seed: number, howMany: number): Shift {
  const random = seededRandom(seed);
  const pick = (below: number): number => Math.floor(random() * below);
  const shift: Shift = { calls: [], visits: [] };
  for (let n = 0; n < howMany; n += 1) {
    const callId = `${seed}.${n}`;
    const arrived = DAY_START + pick(86_000) * 1_000_000 + pick(1_000_000);
    const visits = Array.from({ length: pick(4) }, (_, ordinal) =>
      randomVisit(callId, ordinal, arrived, pick),
    );
    const unasked = (['left_ivr', 'closed', 'lost', 'open'] as const)[pick(4)] ?? 'lost';
    shift.visits.push(...visits);
    shift.calls.push(
      aCall(callId, arrived, {
        asked: visits.length > 0,
        outcome: visits.length === 0 ? unasked : answeredIn(visits) ? 'answered' : 'not_answered',
        visitIds: visits.map(({ visitId }) => visitId),
      }),
    );
  }
  return shift;
}

const answeredIn = (visits: readonly VisitRow[]): boolean =>
  visits.some(({ outcome }) => outcome === 'answered');

function randomVisit(
  callId: string,
  ordinal: number,
  arrived: number,
  pick: (n: number) => number,
): VisitRow {
  const outcome = VISIT_OUTCOMES[pick(VISIT_OUTCOMES.length)] ?? 'open';
  const entered = outcome === 'full' ? false : outcome === 'empty' ? pick(2) === 0 : true;
  const joined = arrived + ordinal * 50_000_000 + pick(3_000_000);
  const around = [5, 15, 20][pick(3)] ?? 5;
  const waitUs = around * 1_000_000 + pick(3) - 1;
  return aVisit({
    visitId: `${callId}/${ordinal}`,
    callId,
    ordinal,
    queue: pick(2) === 0 ? 'q12351' : 'qlegal',
    outcome,
    entered,
    requested: { us: joined - 1, known: 'exact' },
    joined: entered ? { us: joined, known: 'exact' } : null,
    wait: entered && pick(8) > 0 ? { us: waitUs, known: 'exact' } : null,
    lastSeenUs: joined,
    provisional: outcome === 'abandoned' && pick(6) === 0,
  });
}

const FORMULAS: Omit<Formula, 'validFrom' | 'version'>[] = FORMULA_KINDS.flatMap((kind) =>
  FORMULA_FORMS[kind].map((form) => ({
    kind,
    ...form,
    seconds: kind === 'service_level' ? 15 : null,
    shortAbandonS: 5,
  })),
);

async function planted(shift: Shift): Promise<string> {
  const path = 'cn/';
  await opened.owner.query('truncate call_visit, call, telephony_source cascade');
  const source = await plantSource(opened.owner, unitId, path);
  for (const call of shift.calls) {
    await plantCall(
      opened.owner,
      source,
      call,
      shift.visits.filter(({ callId }) => callId === call.callId),
    );
  }
  return path;
}

async function measured(question: FigureQuestion) {
  const spans = FORMULAS.map((formula) => ({ formula, ...DAY }));
  return opened.work.read(WHOLE_TREE, (tx) => new CallFigures().measure(tx, question, spans, 5));
}

const asSubjects = ({ calls, visits }: Shift): Subject[] =>
  calls.map((call) =>
    subjectOf(
      call,
      visits.filter(({ callId }) => callId === call.callId),
    ),
  );

describe.each([1, 2, 3, 4, 5, 6])('figures over rows, shift %i', (seed) => {
  const shift = randomShift(seed * 7_919, 60);
  let path: string;
  beforeAll(async () => {
    path = await planted(shift);
  });

  it('of whole calls equal what the rule says of each call', async () => {
    const groups = await measured({ path, ...DAY, per: 'calls', queue: null });
    const subjects = asSubjects(shift);
    for (const [n, formula] of FORMULAS.entries()) {
      const { numerator, denominator } = figureOf(groups, [n]);
      expect({ formula, numerator, denominator }).toEqual({
        formula,
        numerator: subjects.reduce((sum, one) => sum + weigh(formula.numerator, formula, one), 0),
        denominator: subjects.reduce((sum, one) => sum + weigh(formula.denominator, formula, one), 0),
      });
    }
  });

  it.each([['q12351'], ['qlegal'], [null]])('of visits in %s equal tally and evaluate', async (queue) => {
    const groups = await measured({ path, ...DAY, per: 'visits', queue });
    const visits = shift.visits.filter((visit) => queue === null || visit.queue === queue);
    const calls = shift.calls.filter(
      ({ callId, visitIds }) => visitIds.length === 0 || visits.some((visit) => visit.callId === callId),
    );
    const counted = tally(calls, visits);
    for (const [n, formula] of FORMULAS.entries()) {
      const { numerator, denominator, rate } = figureOf(groups, [n]);
      expect({ formula, numerator, denominator, percent: rate }).toEqual({
        formula,
        ...evaluate(formula, counted),
      });
    }
    const columns = columnsOf(groups);
    expect(columns).toMatchObject({
      arrived: counted.arrived,
      asked: counted.asked,
      entered: counted.entered,
      answered: counted.answered,
      limit: counted.limit,
      key: counted.key,
      refused_full: counted.refusedFull,
      refused_empty: counted.refusedEmpty,
      left_empty: counted.leftEmpty,
      withdrawn: counted.withdrawn,
    });
    expect(columns.abandoned + columns.short_abandoned).toBe(counted.abandoned);
  });

  it('open as many rows as they say, page by page', async () => {
    const question = { path, ...DAY, per: 'calls', queue: null } as const;
    const groups = await measured(question);
    for (const [n, formula] of FORMULAS.entries()) {
      const { numerator, denominator, beside } = figureOf(groups, [n]);
      const sides: [RowSide, number][] = [
        ['numerator', numerator],
        ['missed', denominator - numerator],
        ['denominator', denominator],
        ['beside', beside.reduce((sum, { count }) => sum + count, 0)],
        ['all', shift.calls.length],
      ];
      for (const [side, expected] of n < 2 ? sides : []) {
        expect([formula.kind, side, (await everyRow(question, formula, side)).size]).toEqual([
          formula.kind,
          side,
          expected,
        ]);
      }
    }
  });
});

async function everyRow(
  question: FigureQuestion,
  formula: (typeof FORMULAS)[number],
  side: RowSide,
): Promise<Set<string>> {
  const seen = new Set<string>();
  const spans = [{ formula, from: new Date('2026-03-09T16:00Z'), until: new Date('2026-03-10T16:00Z') }];
  let after: { at: string; id: string } | null = null;
  for (;;) {
    const place: { at: string; id: string } | null = after;
    const page: SubjectRow[] = await opened.work.read(WHOLE_TREE, (tx) =>
      new CallRows().list(tx, {
        ...question,
        spans,
        side,
        column: null,
        shortAbandonS: 5,
        after: place,
        limit: 7,
      }),
    );
    for (const row of page) seen.add(row.id);
    const last = page.at(-1);
    if (page.length < 7 || !last) return seen;
    after = { at: last.place, id: last.id };
  }
}
