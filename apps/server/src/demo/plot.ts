import type { CallBackAnswer } from '@hotline/follow-up';
import { MINUTE_MS } from '@hotline/kernel';
import type { FieldCode, Outcome, ReturnReason } from '@hotline/ticket';
import type { CaseFile } from './case-file.js';
import { DEMO_PROVINCES } from './provinces.js';
import { between, chance, pick, type Random, weighted } from './random.js';
import { CALL_BACK_NOTES, DISSATISFIED_REASONS, NOT_REACHED_NOTES } from './remarks.js';

/** How a ticket's story goes, decided when it is opened. */
export interface Plot {
  /** Minutes from opening to close: of working time, or by the wall clock when urgent. */
  readonly length: number;
  readonly wall: boolean;
  readonly asksReturn: ReturnReason | null;
  readonly returnGranted: boolean;
  readonly sentBack: boolean;
  readonly outcome: Outcome;
  /** Call-backs in order; after the last one the worker is reached and satisfied. */
  readonly answers: readonly CallBackAnswer[];
  /** Never reported: an open ticket that is long overdue. */
  readonly stuck: boolean;
  /** The story stops after this. */
  readonly until?: Milestone;
}

export const MILESTONES = [
  'unclear',
  'returned',
  'dispatched',
  'signed',
  'contacted',
  'return-asked',
  'reported',
  'sent-back',
  'reviewed',
  'call-back-due',
  'tried',
] as const;
export type Milestone = (typeof MILESTONES)[number];

const RETURNS: readonly ReturnReason[] = [
  'wrong-place',
  'wrong-duty',
  'facts-missing',
  'in-court',
  'duplicate',
];

export function plotOf(random: Random, file: CaseFile, provinceCode: string): Plot {
  const wall = file.facts.urgency === 'urgent';
  const promised = file.facts.dueAt ?? file.at;
  const intake = file.holder;
  const limit = wall
    ? (promised.getTime() - file.at.getTime()) / MINUTE_MS
    : file.world.workedMinutes(intake, file.at, promised);
  const punctual = DEMO_PROVINCES.find(({ code }) => code === provinceCode)?.punctual ?? 0.9;
  const late = !chance(random, punctual);
  const share = late ? 1.06 + 0.7 * random() : 0.34 + 0.54 * random();
  return {
    length: limit * share,
    wall,
    asksReturn: chance(random, 0.05) ? pick(random, RETURNS) : null,
    returnGranted: chance(random, 0.55),
    sentBack: chance(random, 0.05),
    outcome: outcomeFor(random, file.facts.kind, file.facts.field as FieldCode),
    answers: answersOf(random, late),
    stuck: late && chance(random, 0.2),
  };
}

function outcomeFor(random: Random, kind: string, field: FieldCode): Outcome {
  if (kind === 'consult' || kind === 'suggestion' || kind === 'praise') return 'explained';
  if (field === 'hardship') return weighted(random, { 'hardship-aid': 80, explained: 20 });
  if (field === 'membership') return weighted(random, { membership: 85, explained: 15 });
  if (kind === 'legal-aid')
    return weighted(random, { 'to-legal-aid': 60, 'to-arbitration': 20, mediated: 20 });
  return weighted(random, {
    negotiated: 36,
    mediated: 16,
    letter: 10,
    'to-inspection': 12,
    'to-arbitration': 8,
    explained: 8,
    'not-founded': 4,
    unreachable: 1,
    withdrawn: 3,
    blocked: 2,
  });
}

const notReached = (random: Random): CallBackAnswer => {
  const reason = weighted(random, { 'no-answer': 60, refused: 18, 'wrong-number': 6, 'powered-off': 16 });
  const note = pick(random, NOT_REACHED_NOTES[reason]);
  const silence = { solved: null, handlingRating: null, callRating: null, reason: null };
  return { reached: false, notReachedReason: reason, ...silence, note };
};

function reached(random: Random, satisfied: number): CallBackAnswer {
  const rest = 100 - satisfied;
  const handlingRating = weighted(random, {
    satisfied,
    neutral: rest * 0.55,
    dissatisfied: rest * 0.3,
    'not-rated': rest * 0.15 + 4,
  });
  const solved = { satisfied: 'yes', neutral: 'partly', dissatisfied: 'no', 'not-rated': 'partly' } as const;
  return {
    reached: true,
    notReachedReason: null,
    solved: solved[handlingRating],
    handlingRating,
    callRating: weighted(random, { satisfied: 95, neutral: 3, dissatisfied: 1, 'not-rated': 6 }),
    reason: handlingRating === 'dissatisfied' ? pick(random, DISSATISFIED_REASONS) : null,
    note: pick(random, CALL_BACK_NOTES[handlingRating]),
  };
}

function answersOf(random: Random, late: boolean): CallBackAnswer[] {
  const misses = chance(random, 0.84) ? 0 : between(random, 1, 3);
  const missed = Array.from({ length: misses }, () => notReached(random));
  return misses === 3 ? missed : [...missed, reached(random, late ? 76 : 89)];
}

/** Said after a redo, when the plot has no more answers. */
export const lastAnswer = (random: Random): CallBackAnswer => reached(random, 86);
