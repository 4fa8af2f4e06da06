import { cardAt } from '@hotline/calendar';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, shanghaiDay, startOfShanghaiDay } from '@hotline/kernel';
import type { QueueReason } from '@hotline/ticket';
import { CaseFile } from './case-file.js';
import { Storyteller } from './life.js';
import { type Matter, matterAt, openingOf } from './openings.js';
import { type Plot, plotOf } from './plot.js';
import { seededRandom } from './random.js';
import type { Situation, UnclearReason } from './situations.js';
import type { World } from './world.js';

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

/** Plays the situation from one opening; null when it is not over yet. */
function playFrom(world: World, situation: Situation, seed: number, at: Instant): Staged | null {
  const { now } = world.parts;
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
  if (desk.now >= now) return null;
  const file = new CaseFile(world, world.parts.opening.rows(desk, input, null), desk.now);
  const { until } = situation;
  const plot: Plot = {
    ...plotOf(random, file, matter.provinceCode),
    ...{ asksReturn: null, sentBack: false, stuck: false },
    ...(until ? { until } : {}),
    ...situation.plot,
  };
  return { file, reached: new Storyteller(file, plot, random).playUntil(now) };
}

interface Staged {
  readonly file: CaseFile;
  readonly reached: boolean;
}

/** Plays the situation from the newest opening at which it comes out as asked. */
export function stage(world: World, situation: Situation, seed: number): CaseFile | null {
  const { now } = world.parts;
  for (const at of openings(now)) {
    const played = playFrom(world, situation, seed, at);
    if (played?.reached && (!situation.card || cardOf(played.file, now) === situation.card)) {
      return played.file;
    }
  }
  return null;
}

/** The ticket a scene begins with: at that moment and no other, as far as the scene wants it or to its end. */
export function stageAt(world: World, situation: Situation, seed: number, at: Instant): CaseFile | null {
  const played = playFrom(world, situation, seed, at);
  const done = played && (situation.until ? played.reached : played.file.facts.state === 'closed');
  return done ? played.file : null;
}

const STAGES: ReadonlySet<string> = new Set(['dispatch', 'sign', 'handle', 'review']);
const WORKING_DAY = 450;

/**
 * A stage that has been late for days is followed by somebody of the superior; a ladder that finds them all on its first
 * round would raise every one of them at once.
 */
export function takeInHand(file: CaseFile): void {
  const { world } = file;
  const { now } = world.parts;
  const stages = file.facts.openClocks.filter(({ kind }) => STAGES.has(kind));
  const [late] = stages.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  if (!late) return;
  const after = (workingDays: number) => world.afterWork(file.holder, late.dueAt, workingDays * WORKING_DAY);
  if (after(2.5) >= now) return;
  const at = Math.max(after(2).getTime(), file.at.getTime() + 10 * MINUTE_MS);
  if (at >= now.getTime()) return;
  file.at = new Date(at);
  file.takeOver('已约谈承办单位，由本级专人跟进。');
}

const UNCLEAR: Readonly<Record<UnclearReason, string>> = {
  'rules-conflict': '规则冲突：第 2 条与第 3 条指向不同单位',
  'employer-conflict': '用人单位所在地与工作地不一致，待核',
  overridden: '坐席改派，待派单员确认',
};

/** A ticket that waits for a dispatcher for another reason than an unknown place. */
export function stageUnclear(world: World, reason: UnclearReason, county: string, seed: number): CaseFile {
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
    catalogueVersion: world.parts.catalogue.version,
    rule: reason === 'rules-conflict' ? 2 : null,
  });
  return file;
}
