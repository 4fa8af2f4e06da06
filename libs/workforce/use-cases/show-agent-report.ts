import { Injectable } from '@nestjs/common';
import { type Instant, startOfShanghaiDay, UnitOfWork } from '@hotline/kernel';
import { type Actor, briefOf, type UnitBrief } from '@hotline/organization';
import { AgentReads, type AgentTotal } from '../data/agent-reads.js';
import { ReportFrame } from '../data/report-frame.js';
import { type AgentFigures, agentFigures } from '../domain/figures.js';
import { type Gap, unseenSeconds } from '../domain/gaps.js';
import { bucketsOf, type ReportStep } from '../domain/interval.js';
import { dayAfter, type ReportDays } from '../domain/report-days.js';
import { AGENT_SUMS, nothingOf } from '../domain/sums.js';
import { type ReportQuestion, ReportUnit } from './report-unit.js';

export interface AgentsQuestion extends ReportQuestion {
  readonly after: { readonly name: string; readonly accountId: string } | null;
  readonly limit: number;
}

export interface AgentsReport extends ReportDays {
  readonly unit: UnitBrief;
  readonly asOf: Instant | null;
  readonly total: AgentFigures;
  readonly items: { accountId: string; name: string; figures: AgentFigures }[];
  readonly next: { readonly name: string; readonly accountId: string } | null;
}

export interface AgentLinesReport extends ReportDays {
  readonly unit: UnitBrief;
  readonly accountId: string | null;
  readonly step: ReportStep;
  readonly asOf: Instant | null;
  readonly gaps: (Gap & { readonly sourceName: string })[];
  readonly total: AgentFigures;
  readonly lines: { at: Instant; until: Instant; unseenSeconds: number; figures: AgentFigures }[];
}

/** What agents did: people by name, or one person (or all of them together) by interval. Agents read their own. */
@Injectable()
export class ShowAgentReport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly asking: ReportUnit,
    private readonly reads: AgentReads,
    private readonly frame: ReportFrame,
  ) {}

  people(actor: Actor, question: AgentsQuestion): Promise<AgentsReport> {
    const { scope, unit, paths, own, today } = this.asking.asked(actor, question.unitId, 'call-report.read');
    const days = this.asking.days({ ...question, step: 'day' }, today);
    return this.work.read(scope, async (tx) => {
      const of = { paths, accountId: own };
      const found = await this.reads.people(tx, of, days, question.after, question.limit + 1);
      const items = found.slice(0, question.limit);
      const total = await this.reads.total(tx, of, days);
      const { asOf } = await this.frame.read(
        tx,
        paths,
        startOfShanghaiDay(days.to),
        startOfShanghaiDay(days.to),
      );
      return {
        unit: briefOf(unit),
        from: days.from,
        to: days.to,
        asOf,
        total: agentFigures(total),
        items: items.map(shown),
        next: found.length > items.length ? placeOf(items.at(-1)) : null,
      };
    });
  }

  /** Of one the reader's report of the unit is about. */
  nameOf(actor: Actor, unitId: string | undefined, accountId: string): Promise<string> {
    const { scope, paths } = this.asking.asked(actor, unitId, 'call-report.read');
    return this.work.read(scope, (tx) => this.reads.nameOf(tx, paths, accountId));
  }

  /** @param accountId null: everybody of the unit together */
  lines(actor: Actor, accountId: string | null, question: ReportQuestion): Promise<AgentLinesReport> {
    const asked = this.asking.asked(actor, question.unitId, 'call-report.read');
    const { scope, unit, paths, today, now } = asked;
    const of = { paths, accountId: this.asking.whose(asked, accountId) };
    const { from, to, step } = this.asking.days(question, today);
    const whole = step === 'month' ? { from: `${from.slice(0, 7)}-01`, to } : { from, to };
    const buckets = bucketsOf(step, whole.from, to).filter(({ at }) => at <= now);
    return this.work.read(scope, async (tx) => {
      const found = await this.reads.lines(tx, of, step, buckets);
      const byTime = new Map(found.map((line) => [line.at.getTime(), line.sums]));
      const end = startOfShanghaiDay(dayAfter(to, 1));
      const frame = await this.frame.read(tx, paths, startOfShanghaiDay(whole.from), end);
      return {
        unit: briefOf(unit),
        ...whole,
        step,
        accountId: of.accountId,
        asOf: frame.asOf,
        gaps: frame.gaps.map((gap) => ({ ...gap, sourceName: frame.names.get(gap.sourceId) ?? '' })),
        total: agentFigures(await this.reads.total(tx, of, whole)),
        lines: buckets.map((bucket) => ({
          ...bucket,
          unseenSeconds: unseenSeconds(bucket, frame.gaps),
          figures: agentFigures(byTime.get(bucket.at.getTime()) ?? nothingOf(AGENT_SUMS)),
        })),
      };
    });
  }
}

const shown = ({ accountId, name, sums }: AgentTotal) => ({ accountId, name, figures: agentFigures(sums) });

const placeOf = (last: AgentTotal | undefined) =>
  last ? { name: last.name, accountId: last.accountId } : null;
