import { cardAt } from '@hotline/calendar';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, shanghaiDay, startOfShanghaiDay } from '@hotline/kernel';
import type { QueueReason, ReturnReason } from '@hotline/ticket';
import { CaseFile } from './case-file.js';
import { Storyteller } from './life.js';
import { type Matter, matterAt, openingOf } from './openings.js';
import { type Milestone, type Plot, plotOf } from './plot.js';
import { seededRandom } from './random.js';
import type { World } from './world.js';

/** A ticket that stands in a certain place now, so that every demo account finds work. */
export interface Situation {
  readonly county: string;
  readonly centre: string;
  readonly until: Milestone;
  /** Of the earliest open clock, now; any when absent. */
  readonly card?: 'none' | 'yellow' | 'red';
  readonly change?: Partial<Matter>;
  readonly plot?: Partial<Plot>;
}

/** Candidate openings, the newest first: office hours of the last four weeks, and the last minutes for calls at night. */
function openings(now: Instant): Instant[] {
  const today = startOfShanghaiDay(shanghaiDay(now)).getTime();
  const recent = [5, 12, 25, 45, 70, 110, 160].map((minutes) => now.getTime() - minutes * MINUTE_MS);
  const days = Array.from({ length: 28 }, (_, back) => today - back * DAY_MS);
  const office = days.flatMap((day) =>
    [16.4, 15.1, 13.6, 11.2, 9.9, 8.8].map((hour) => day + hour * HOUR_MS),
  );
  return [...recent, ...office].filter((at) => at < now.getTime() - 3 * MINUTE_MS).map((at) => new Date(at));
}

function cardOf(file: CaseFile, now: Instant): 'none' | 'yellow' | 'red' {
  const open = [...file.rows.clocks.values()].filter((clock) => clock.stopped_at === null);
  const first = open.reduce<(typeof open)[number] | null>(
    (soonest, clock) => (!soonest || clock.due_at < soonest.due_at ? clock : soonest),
    null,
  );
  if (!first) return 'none';
  const { yellow_at: yellowAt, due_at: dueAt } = first;
  return cardAt({ startedAt: file.opened.ticket.opened_at, yellowAt, dueAt, stoppedAt: null }, now);
}

/** Plays the situation from the newest opening at which it comes out as asked. */
export function stage(world: World, situation: Situation, seed: number): CaseFile | null {
  const { now } = world.parts;
  for (const at of openings(now)) {
    const random = seededRandom(seed);
    const matter: Matter = {
      ...matterAt(world, random, at),
      ...{ kind: 'complaint', field: 'pay', difficulty: 'general', urgency: 'general', channel: 'call' },
      confidentiality: 'open',
      countyCode: situation.county,
      provinceCode: `${situation.county.slice(0, 2)}0000`,
      centre: world.unit(situation.centre),
      ...situation.change,
    };
    const { desk, input } = openingOf(world, random, matter);
    if (desk.now >= now) continue;
    const file = new CaseFile(world, world.parts.opening.rows(desk, input, null), desk.now);
    const plot: Plot = {
      ...plotOf(random, file, matter.provinceCode),
      ...{ asksReturn: null, sentBack: false, stuck: false, until: situation.until },
      ...situation.plot,
    };
    const reached = new Storyteller(file, plot, random).playUntil(now);
    if (reached && (!situation.card || cardOf(file, now) === situation.card)) return file;
  }
  return null;
}

const UNCLEAR: Readonly<Record<'rules-conflict' | 'employer-conflict' | 'overridden', string>> = {
  'rules-conflict': '规则冲突：第 2 条与第 3 条指向不同单位',
  'employer-conflict': '用人单位所在地与工作地不一致，待核',
  overridden: '坐席改派，待派单员确认',
};

/** A ticket that waits for a dispatcher for another reason than an unknown place. */
export function stageUnclear(
  world: World,
  reason: keyof typeof UNCLEAR,
  county: string,
  seed: number,
): CaseFile {
  const { now } = world.parts;
  const random = seededRandom(seed);
  const at = new Date(now.getTime() - (18 + (seed % 7) * 9) * MINUTE_MS);
  const matter = { ...matterAt(world, random, at), countyCode: county, centre: world.unit('cn') };
  const { desk, input } = openingOf(world, random, { ...matter, provinceCode: `${county.slice(0, 2)}0000` });
  const moment = desk.now < now ? desk.now : at;
  const file = new CaseFile(world, world.parts.opening.rows({ ...desk, now: moment }, input, null), moment);
  file.at = new Date(Math.min(moment.getTime() + 1_500, now.getTime()));
  file.leave(reason satisfies QueueReason, {
    text: UNCLEAR[reason],
    catalogueVersion: 1,
    rule: reason === 'rules-conflict' ? 2 : null,
  });
  return file;
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

/** Tickets that wait for a dispatcher for other reasons than an unknown place. */
export const CONFLICTS: readonly (readonly [keyof typeof UNCLEAR, string])[] = [
  ['rules-conflict', '330108'],
  ['rules-conflict', '350205'],
  ['employer-conflict', '440305'],
  ['employer-conflict', '320114'],
  ['overridden', '420102'],
];
