import { Injectable } from '@nestjs/common';
import { type Instant, startOfShanghaiDay, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, briefOf, type UnitBrief } from '@hotline/organization';
import { FormulaBook } from '../data/formula-book.js';
import { type QueuePart, QueueReads } from '../data/queue-reads.js';
import { ReportFrame } from '../data/report-frame.js';
import type { QueueFigures } from '../domain/figures.js';
import { type Gap, unseenSeconds } from '../domain/gaps.js';
import { bucketsOf, type ReportStep } from '../domain/interval.js';
import { queueTotal } from '../domain/queue-total.js';
import type { FormulaStretch } from '../domain/rates.js';
import { dayAfter, type ReportDays } from '../domain/report-days.js';
import { type ReportAsked, type ReportQuestion, ReportUnit } from './report-unit.js';

export interface QueueReportQuestion extends ReportQuestion {
  readonly sourceId?: string | undefined;
  readonly queue?: string | undefined;
}

export interface QueueReport extends ReportDays {
  readonly unit: UnitBrief;
  readonly step: ReportStep;
  readonly asOf: Instant | null;
  readonly stretches: FormulaStretch[];
  readonly gaps: (Gap & { readonly sourceName: string })[];
  readonly lines: { at: Instant; until: Instant; unseenSeconds: number; figures: QueueFigures }[];
  readonly total: QueueFigures;
  readonly queues: { sourceId: string; sourceName: string; queue: string; figures: QueueFigures }[];
}

/** The queues of a unit by interval: each figure with both halves and the definition of its day, holes marked. */
@Injectable()
export class ShowQueueReport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly asking: ReportUnit,
    private readonly book: FormulaBook,
    private readonly reads: QueueReads,
    private readonly frame: ReportFrame,
  ) {}

  run(actor: Actor, question: QueueReportQuestion): Promise<QueueReport> {
    const asked = this.asking.asked(actor, question.unitId, 'call-report.of-others');
    const days = this.asking.days(question, asked.today);
    return this.work.read(asked.scope, (tx) => this.report(tx, asked, days, question));
  }

  private async report(
    tx: Transaction,
    { unit, paths, now }: ReportAsked,
    { from, to, step }: ReportDays & { readonly step: ReportStep },
    { sourceId, queue }: QueueReportQuestion,
  ): Promise<QueueReport> {
    const whole = step === 'month' ? { from: `${from.slice(0, 7)}-01`, to } : { from, to };
    const buckets = bucketsOf(step, whole.from, to).filter(({ at }) => at <= now);
    const stretches = await this.book.stretches(tx, unit, whole);
    const of = { paths, sourceId: sourceId ?? null, queue: queue ?? null };
    const lines = await this.reads.lines(tx, of, step, buckets, stretches);
    const queues = await this.reads.queues(tx, { ...of, sourceId: null, queue: null }, whole, stretches);
    const end = startOfShanghaiDay(dayAfter(to, 1));
    const frame = await this.frame.read(tx, paths, startOfShanghaiDay(whole.from), end);
    const nameOf = (id: string): string => frame.names.get(id) ?? '';
    const byTime = gathered(lines, ({ at }) => String(at.getTime()));
    const gaps = frame.gaps.filter((gap) => !sourceId || gap.sourceId === sourceId);
    return {
      unit: briefOf(unit),
      ...whole,
      step,
      asOf: frame.asOf,
      stretches,
      gaps: gaps.map((gap) => ({ ...gap, sourceName: nameOf(gap.sourceId) })),
      lines: buckets.map((bucket) => ({
        ...bucket,
        unseenSeconds: unseenSeconds(bucket, gaps),
        figures: queueTotal(byTime.get(String(bucket.at.getTime())) ?? [], stretches),
      })),
      total: queueTotal(lines, stretches),
      queues: [...gathered(queues, ({ sourceId: id, queue: name }) => `${id}|${name}`).values()].map(
        (parts) => ({
          sourceId: parts[0].sourceId,
          sourceName: nameOf(parts[0].sourceId),
          queue: parts[0].queue,
          figures: queueTotal(parts, stretches),
        }),
      ),
    };
  }
}

function gathered(
  parts: readonly QueuePart[],
  keyOf: (part: QueuePart) => string,
): Map<string, [QueuePart, ...QueuePart[]]> {
  const found = new Map<string, [QueuePart, ...QueuePart[]]>();
  for (const part of parts) {
    const known = found.get(keyOf(part));
    if (known) known.push(part);
    else found.set(keyOf(part), [part]);
  }
  return found;
}
