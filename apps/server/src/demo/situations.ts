import type { ReturnReason } from '@hotline/ticket';
import type { Matter } from './openings.js';
import type { Milestone, Plot } from './plot.js';

/** A ticket that stands in a certain place now, so that every demo account finds work. */
export interface Situation {
  readonly county: string;
  readonly centre: string;
  /** To its end when absent. */
  readonly until?: Milestone;
  /** Of the earliest open clock, now; any when absent. */
  readonly card?: 'none' | 'yellow' | 'red';
  readonly change?: Partial<Matter>;
  readonly plot?: Partial<Plot>;
}

const RETURN: ReturnReason = 'wrong-place';
const MISSED: Partial<Plot> = {
  answers: [
    {
      reached: false,
      notReachedReason: 'no-answer',
      solved: null,
      handlingRating: null,
      callRating: null,
      reason: null,
      note: '响铃至自动挂断，无人接听。',
    },
  ],
};

/** What lies on the desks of one chain of demo accounts. */
function chainSituations(county: string, province: string, centre: string): Situation[] {
  const at = { county, centre };
  return [
    { ...at, until: 'dispatched' },
    { ...at, until: 'dispatched', change: { field: 'contract' } },
    { ...at, until: 'dispatched', card: 'yellow', change: { field: 'insurance' } },
    { ...at, until: 'dispatched', change: { urgency: 'urgent', field: 'injury' } },
    { ...at, until: 'signed', change: { field: 'hours' } },
    { ...at, until: 'contacted', card: 'none', change: { field: 'women-minors' } },
    { ...at, until: 'contacted', card: 'yellow' },
    { ...at, until: 'contacted', card: 'red', change: { field: 'new-forms', kind: 'help' } },
    { ...at, until: 'sent-back', plot: { sentBack: true }, change: { field: 'contract' } },
    { ...at, until: 'return-asked', plot: { asksReturn: RETURN } },
    { ...at, until: 'reported', change: { kind: 'help', field: 'hardship' } },
    { ...at, until: 'reported', card: 'yellow' },
    { ...at, until: 'reviewed', change: { field: 'membership', kind: 'help' } },
    { ...at, until: 'contacted', change: { kind: 'suggestion', field: 'other' } },
    { ...at, until: 'signed', change: { field: 'union-affairs' } },
    { county, centre: province, until: 'call-back-due' },
  ];
}

const COUNTIES = ['440305', '510107', '430104', '110105'];
const ELSEWHERE = ['330106', '370102', '320106', '420106', '610113', '530102', '350203', '340104'];

const REVIEWS: readonly Situation[] = [
  { county: '110105', centre: 'cn', until: 'reviewed' },
  { county: '310104', centre: 'cn', until: 'reviewed', card: 'yellow' },
  { county: '120104', centre: 'cn', until: 'reviewed' },
  {
    county: '440305',
    centre: 'cn',
    until: 'return-asked',
    plot: { asksReturn: 'conflict-of-interest' },
    change: { field: 'union-affairs' },
  },
];

/** Everything that waits for somebody when the demo opens. */
export function situations(): Situation[] {
  const chains = COUNTIES.flatMap((county, index) => {
    const province = `${county.slice(0, 2)}0000`;
    return chainSituations(county, province, index % 2 === 0 ? province : 'cn');
  });
  const national = ELSEWHERE.flatMap((county, index): Situation[] => [
    {
      county,
      centre: 'cn',
      until: index % 3 === 2 ? 'tried' : 'call-back-due',
      plot: index % 3 === 2 ? MISSED : {},
    },
  ]);
  const unclear = ['320205', '370202', '130102', '410105', '450103', '210202', '360102', '610103'].map(
    (county): Situation => ({
      county,
      centre: 'cn',
      until: 'unclear',
      change: { placeKnown: false },
    }),
  );
  const returned = ['440306', '510104', '430102'].map((county): Situation => ({
    county,
    centre: `${county.slice(0, 2)}0000`,
    until: 'returned',
    plot: { asksReturn: RETURN },
  }));
  return [...chains, ...national, ...REVIEWS, ...unclear, ...returned];
}

export type UnclearReason = 'rules-conflict' | 'employer-conflict' | 'overridden';

/** Tickets that wait for a dispatcher for other reasons than an unknown place. */
export const CONFLICTS: readonly (readonly [UnclearReason, string])[] = [
  ['rules-conflict', '330108'],
  ['rules-conflict', '350205'],
  ['employer-conflict', '440305'],
  ['employer-conflict', '320114'],
  ['overridden', '420102'],
];
