import { Injectable } from '@nestjs/common';
import { DAY_MS, refuse, shanghaiDay, startOfShanghaiDay, UnitOfWork } from '@hotline/kernel';
import { type Actor, briefOf, homeUnit, scopeOf, type UnitBrief, UnitTree } from '@hotline/organization';
import { MissedReads } from '../data/missed-reads.js';

export interface MissedFigures {
  readonly unit: UnitBrief;
  readonly from: string;
  readonly to: string;
  readonly counts: Readonly<Record<string, number>>;
  /** Called back, or got through, by the deadline ÷ fell due. */
  readonly rate: number | null;
}

const MOST_DAYS = 366;
const isDay = (text: string): boolean =>
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text;

/** What became of missed calls; among them 漏接未回拨, those that nobody has called back in time. */
@Injectable()
export class ShowMissedFigures {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reads: MissedReads,
    private readonly units: UnitTree,
  ) {}

  /** Counted by the day of the first try; today by default. */
  run(
    actor: Actor,
    asked: { unitId?: string | undefined; from?: string | undefined; to?: string | undefined },
  ): Promise<MissedFigures> {
    const scope = scopeOf(actor, 'missed-call.read');
    const id = asked.unitId ?? homeUnit(actor, 'missed-call.read')?.unitId ?? '';
    const unit = this.units.current().find(id);
    if (!unit || !scope.prefixes.some((prefix) => unit.path.startsWith(prefix)))
      return refuse('not-found', { field: 'unitId' });
    return this.work.read(scope, async (tx) => {
      const to = asked.to ?? shanghaiDay(tx.now);
      const from = asked.from ?? to;
      if (!isDay(to) || !isDay(from)) refuse('invalid-input', { field: isDay(to) ? 'from' : 'to' });
      const [start, end] = [startOfShanghaiDay(from), new Date(startOfShanghaiDay(to).getTime() + DAY_MS)];
      if (end <= start || end.getTime() - start.getTime() > MOST_DAYS * DAY_MS)
        refuse('invalid-input', { field: 'from' });
      const counts = await this.reads.figures(tx, unit.path, start, end);
      const { due = 0, inTime = 0 } = counts;
      const rate = due === 0 ? null : Math.round((inTime * 10_000) / due) / 100;
      return { unit: briefOf(unit), from, to, counts, rate };
    });
  }
}
