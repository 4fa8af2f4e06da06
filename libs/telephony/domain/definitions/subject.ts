import { type CallRow, type VisitOutcome, type VisitRow } from '../fold/rows.js';
import { type Formula, type FormulaPart, type Term } from './formula.js';

export const SUBJECT_ENDS = [
  'answered',
  'key',
  'limit',
  'full',
  'empty',
  'abandoned',
  'withdrawn',
  'lost',
  'open',
  'left_ivr',
  'closed',
] as const;
/** How a call or a visit ended; `left_ivr` and `closed`: before it asked for an agent. */
export type SubjectEnd = (typeof SUBJECT_ENDS)[number];

/** What a rate counts: a whole call (the public rate) or one visit of it (a queue's rate). */
export interface Subject {
  /** stands for its call among those that reached the number; each call has one such subject */
  arrived: boolean;
  asked: boolean;
  entered: boolean;
  end: SubjectEnd;
  /** microseconds; null where not known, or nothing was waited for */
  waitUs: number | null;
}

/** Which visit speaks for the call: answered > key > limit > full, empty > abandoned > the rest (telephony practice). */
export const DECISIVE: readonly VisitOutcome[] = [
  'answered',
  'key',
  'limit',
  'full',
  'empty',
  'abandoned',
  'withdrawn',
  'lost',
  'open',
];

const rankOf = (visit: VisitRow): number => DECISIVE.indexOf(visit.outcome);
const startOf = (visit: VisitRow): number => visit.joined?.us ?? visit.requested?.us ?? visit.lastSeenUs;

/**
 * A call as one subject. Its wait runs from the first time it joined a queue: whoever was sent to a second queue has
 * waited in the first as well. @param visits those of this call, in any order
 */
export function subjectOf(call: CallRow, visits: readonly VisitRow[]): Subject {
  const [decisive] = [...visits].sort(
    (a, b) => rankOf(a) - rankOf(b) || startOf(a) - startOf(b) || (a.visitId < b.visitId ? -1 : 1),
  );
  if (!decisive) return withoutVisit(call);
  const joins = visits.flatMap((visit) => (visit.joined ? [visit.joined.us] : []));
  const before = decisive.joined ? decisive.joined.us - Math.min(...joins) : 0;
  const waitUs = decisive.wait ? decisive.wait.us + before : null;
  return { arrived: true, asked: true, entered: decisive.entered, end: decisive.outcome, waitUs };
}

/** Sources that name no queue say only whether the call was answered. */
function withoutVisit({ asked, outcome }: CallRow): Subject {
  const end: SubjectEnd = outcome === 'not_answered' ? 'lost' : outcome;
  return { arrived: true, asked, entered: asked, end, waitUs: null };
}

const SECOND = 1_000_000;
type Thresholds = Pick<Formula, 'seconds' | 'shortAbandonS'>;

/** Whether the part counts this subject; the same words as `tally`, one subject at a time. */
export function counts(part: FormulaPart, { seconds, shortAbandonS }: Thresholds, of: Subject): boolean {
  const ended = (end: SubjectEnd, entered = true): boolean => of.end === end && of.entered === entered;
  const within = of.waitUs !== null && of.waitUs <= (seconds ?? 0) * SECOND;
  switch (part) {
    case 'arrived':
    case 'asked':
    case 'entered':
      return of[part];
    case 'answered_within':
      return ended('answered') && within;
    case 'abandoned_within':
      return ended('abandoned') && within;
    case 'short_abandoned':
      return ended('abandoned') && of.waitUs !== null && of.waitUs < shortAbandonS * SECOND;
    case 'refused_full':
      return ended('full', false);
    case 'refused_empty':
      return ended('empty', false);
    case 'left_empty':
      return ended('empty');
    default:
      return ended(part);
  }
}

export function weigh(terms: readonly Term[], thresholds: Thresholds, of: Subject): number {
  return terms.reduce((sum, { part, sign }) => sum + (counts(part, thresholds, of) ? sign : 0), 0);
}

const SHAPES: readonly Subject[] = SUBJECT_ENDS.flatMap((end) =>
  [true, false].flatMap((entered) =>
    [0, 3 * SECOND, 12 * SECOND, 3_600 * SECOND, null].map((waitUs) => ({
      arrived: true,
      asked: entered || (end !== 'left_ivr' && end !== 'closed'),
      entered,
      end,
      waitUs,
    })),
  ),
).filter(({ end, entered }) => possible(end, entered));

function possible(end: SubjectEnd, entered: boolean): boolean {
  if (end === 'left_ivr' || end === 'closed') return !entered;
  return entered || end === 'full' || end === 'empty' || end === 'open' || end === 'lost';
}

/** Every call must count as one or as nothing, above the line no more than below it; else the rows would not add up. */
export function countsEachOnce(formula: Pick<Formula, 'numerator' | 'denominator'> & Thresholds): boolean {
  return SHAPES.every((shape) => {
    const [above, below] = [
      weigh(formula.numerator, formula, shape),
      weigh(formula.denominator, formula, shape),
    ];
    return (below === 0 || below === 1) && (above === 0 || above === 1) && above <= below;
  });
}
