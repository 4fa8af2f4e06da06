import { Injectable } from '@nestjs/common';
import { refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, type UnitLevel, UnitTree } from '@hotline/organization';
import { TicketClocks } from '@hotline/ticket';
import { WorkingPace } from '../data/working-pace.js';
import { ladderFaults } from '../domain/check-ladder.js';
import { isOvertaken, LADDER_STEPS, scheduleOf, type StepSetting } from '../domain/ladder.js';
import type { LadderPreviewBody } from '../http/ladder-preview-bodies.js';

export interface LadderQuestion {
  readonly unitId: string;
  readonly level: UnitLevel;
  readonly steps: readonly StepSetting[];
}

// 信访投诉、劳动报酬、一般: the most frequent case of the line.
const EXAMPLE = { kind: 'complaint', field: 'pay', difficulty: 'general', urgency: 'general' } as const;

/** What a ladder would do, and when, to an ordinary ticket that a unit of the level had to handle from now on. */
@Injectable()
export class PreviewLadder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
    private readonly pace: WorkingPace,
  ) {}

  run(actor: Actor, question: LadderQuestion): Promise<LadderPreviewBody> {
    if (!this.units.current().find(question.unitId)) return refuse('unknown-unit', { field: 'unitId' });
    return this.work.read(scopeOf(actor, 'ladder.read'), (tx) => Promise.resolve(this.preview(tx, question)));
  }

  private preview(tx: Transaction, { unitId, level, steps }: LadderQuestion): LadderPreviewBody {
    const unit = { ...this.units.current().get(unitId), level };
    const clock = this.clocks.for(EXAMPLE, tx.now)('handle', unit, null);
    const faults = ladderFaults(steps);
    const schedule = faults.length > 0 ? [] : scheduleOf(steps, clock, this.pace.of(unit, false));
    return {
      startedAt: clock.startedAt,
      yellowAt: clock.yellowAt,
      dueAt: clock.dueAt,
      limit: { amount: clock.limitAmount, unit: clock.limitUnit },
      faults,
      steps: LADDER_STEPS.map((step) => {
        const due = schedule.find((one) => one.step === step);
        return { step, at: due?.at ?? null, overtaken: due !== undefined && isOvertaken(due, schedule) };
      }),
    };
  }
}
