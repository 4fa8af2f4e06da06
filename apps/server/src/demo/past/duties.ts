import {
  between,
  chance,
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  type Random,
  type UnitOfWork,
  WHOLE_TREE,
} from '@hotline/kernel';
import { type DutyDesk, type JudgeCalls } from '@hotline/missed-calls';
import type { Actor } from '@hotline/organization';
import { rows } from '@hotline/platform';
import type { HandClock } from '../hand-clock.js';
import { type LineDay, momentOf } from './calendar.js';

interface Attempt {
  readonly at: number;
  readonly dutyId: string;
  readonly outcome: 'reached' | 'not-reached' | 'not-needed';
}

const NOT_NEEDED = '已由其他坐席答复，当事人表示不需要再联系';

/** What agents did about the calls of a day that nobody had answered. */
export class PastDuties {
  constructor(
    private readonly work: UnitOfWork,
    private readonly judging: JudgeCalls,
    private readonly desk: DutyDesk,
    private readonly clock: HandClock,
  ) {}

  /** @param agents who may call back on that day, @param until when the past ends: what is due later is left to the present */
  async run(line: LineDay, agents: readonly Actor[], random: Random, until: number): Promise<void> {
    this.clock.set(new Date(line.until));
    while ((await this.judging.run()) > 0);
    const open = await this.ask<{ id: string; at: Date }>(
      `select id, first_at as at from missed_call where closed_at is null and first_at >= $1 and first_at < $2 and attempts = 0
         order by first_at, id`,
      [new Date(line.from), new Date(line.until)],
    );
    const attempts = open.flatMap((duty) => attemptsOf(duty.id, duty.at.getTime(), random, until));
    for (const attempt of attempts.sort((one, other) => one.at - other.at)) {
      const agent = agents[Math.floor(random() * agents.length)];
      if (agent && attempt.at < until - MINUTE_MS) await this.record(attempt, agent);
    }
  }

  private async record({ at, dutyId, outcome }: Attempt, agent: Actor): Promise<void> {
    this.clock.set(new Date(at));
    const [duty] = await this.ask<{ version: number; taken: string | null }>(
      'select version, taken_by as taken from missed_call where id = $1 and closed_at is null',
      [dutyId],
    );
    if (!duty || (duty.taken !== null && duty.taken !== agent.accountId)) return;
    const note = outcome === 'not-needed' ? NOT_NEEDED : null;
    await this.desk.record(agent, dutyId, duty.version, { outcome, note });
    if (outcome === 'not-reached') {
      // Whoever is at the line next may try.
      const after = duty.version + 1;
      await this.desk.release(agent, dutyId, after).catch(() => undefined);
    }
  }

  /** Every piece of work of this process shares the one transaction: each sets its own scope and puts it back. */
  private ask<Row extends Record<string, unknown>>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.work.read(WHOLE_TREE, (tx) => rows<Row>(tx, sql, values));
  }
}

const LATELY_MS = 2 * DAY_MS;

/** Most are reached at the first call within two hours, by daylight; of the last two days every fourth still waits. */
function attemptsOf(dutyId: string, first: number, random: Random, until: number): Attempt[] {
  if (chance(random, 0.25) && first > until - LATELY_MS) return [];
  const at = byDaylight(first + between(random, 15, 150) * MINUTE_MS);
  const mood = random();
  if (mood < 0.06) return [{ at, dutyId, outcome: 'not-needed' }];
  if (mood < 0.76) return [{ at, dutyId, outcome: 'reached' }];
  const second = byDaylight(at + between(random, 60, 200) * MINUTE_MS);
  const reached = chance(random, 0.7);
  const third = byDaylight(second + between(random, 60, 200) * MINUTE_MS);
  return [
    { at, dutyId, outcome: 'not-reached' },
    { at: second, dutyId, outcome: reached ? 'reached' : 'not-reached' },
    ...(reached ? [] : [{ at: third, dutyId, outcome: 'not-reached' as const }]),
  ];
}

/** Nobody calls people back at night. */
function byDaylight(at: number): number {
  const day = new Date(at + 8 * HOUR_MS).toISOString().slice(0, 10);
  const [opens, closes] = [momentOf(day, '08:20'), momentOf(day, '20:40')];
  if (at < opens) return opens + (at % (40 * MINUTE_MS));
  return at < closes ? at : opens + 24 * HOUR_MS + (at % (40 * MINUTE_MS));
}
