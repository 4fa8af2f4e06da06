import { Injectable } from '@nestjs/common';
import { type Instant, shanghaiDay, type Transaction } from '@hotline/kernel';
import { UnitTree } from '@hotline/organization';
import { refOf } from '@hotline/ticket';
import { chooseStep, type LadderChoice, scheduleOf, settingFor, SHIPPED_LADDER } from '../domain/ladder.js';
import { LadderEvents, type Stepped } from './ladder-events.js';
import { type DueRun, LadderRuns, type StepRecord } from './ladder-runs.js';
import type { PublishedLadder } from './ladder-settings.js';
import { NoticeWriter } from './notice-writer.js';
import { WorkingPace } from './working-pace.js';

interface Judged {
  readonly run: DueRun;
  readonly choice: LadderChoice;
}

/** What a stage has come to, and the cards among it. */
@Injectable()
export class LadderJudge {
  constructor(
    private readonly units: UnitTree,
    private readonly pace: WorkingPace,
    private readonly runs: LadderRuns,
    private readonly events: LadderEvents,
    private readonly notices: NoticeWriter,
  ) {}

  /** Without a running clock the stage is over or not yet begun again: it rests until a clock turns yellow. */
  choose(settings: readonly PublishedLadder[], run: DueRun, now: Instant): LadderChoice {
    if (!run.clock) return { step: null, skipped: [], nextAt: null };
    const unit = this.units.current().get(run.unitId);
    const steps = settingFor(settings, unit, shanghaiDay(now))?.steps ?? SHIPPED_LADDER;
    const clock = { yellowAt: new Date(run.clock.yellowAt), dueAt: new Date(run.clock.dueAt) };
    const wall = run.clock.limitUnit === 'minutes' || run.clock.limitUnit === 'hours';
    return chooseStep(
      scheduleOf(steps, clock, this.pace.of({ calendarId: run.clock.calendarId ?? unit.calendarId }, wall)),
      new Set(run.done),
      now,
    );
  }

  skipped(run: DueRun, { skipped }: LadderChoice): StepRecord[] {
    return skipped.map((step) => ({ ...run, step, outcome: 'skipped', reason: 'overtaken', orderId: null }));
  }

  async cards(tx: Transaction, judged: readonly Judged[]): Promise<void> {
    const stepped = judged.flatMap(({ run, choice: { step, skipped } }): Stepped[] =>
      step ? [{ run, step, skipped }] : [],
    );
    const done = stepped.map(({ run, step }) => ({
      ...run,
      step,
      outcome: 'done' as const,
      reason: null,
      orderId: null,
    }));
    await this.runs.record(tx, [...done, ...judged.flatMap(({ run, choice }) => this.skipped(run, choice))]);
    await this.events.write(tx, stepped);
    // The late unit has its cards from the clocks; at red its superior hears of it too.
    const superiors = stepped.flatMap(({ run, step }) => {
      const superior = step === 'red' ? this.units.current().parent(run.unitId) : undefined;
      return superior ? [{ ticketId: run.ticketId, unit: refOf(superior), kind: 'below-late' as const }] : [];
    });
    await this.notices.write(tx, superiors);
  }
}
