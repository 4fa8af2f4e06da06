import { Injectable } from '@nestjs/common';
import type { Instant, Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import { type Bucket, piecesOf, type ReportStep } from '../domain/interval.js';
import { AGENT_SUMS, type AgentSum, nothingOf, type Sums } from '../domain/sums.js';
import { bind, grainOf, inPieces, inSubtree, lineOf, ofUnit } from './report-sql.js';

export interface AgentQuestion {
  readonly paths: readonly string[];
  /** one person alone; null for everybody of the subtree */
  readonly accountId: string | null;
}

export interface AgentLine {
  readonly at: Instant;
  readonly sums: Sums<AgentSum>;
}

export interface AgentTotal {
  readonly accountId: string;
  readonly name: string;
  readonly sums: Sums<AgentSum>;
}

type Pieces = ReturnType<typeof piecesOf>;
type SumRow = Record<string, string | Date | null> & { at?: Date; account_id?: string; name?: string };

const SUMS = AGENT_SUMS.map((name) => `coalesce(sum(q.${name}), 0) as ${name}`).join(', ');

/** Sums of agents for reports. Callers have checked that the unit lies inside the reader's scope. */
@Injectable()
export class AgentReads {
  async lines(
    tx: Transaction,
    question: AgentQuestion,
    step: ReportStep,
    buckets: readonly Bucket[],
  ): Promise<AgentLine[]> {
    const [first, last] = [buckets[0], buckets.at(-1)];
    if (!first || !last) return [];
    const values: unknown[] = [];
    const where = conditions(values, question, [
      { grain: grainOf(step, []), from: first.at, to: last.until },
    ]);
    const found = await rows<SumRow>(
      tx,
      `select ${lineOf(step)} as at, ${SUMS} from ${tableOf(question)} q where ${where} group by 1 order by 1`,
      values,
    );
    return found.map((row) => ({ at: row.at ?? new Date(0), sums: sumsOf(row) }));
  }

  /** People by name, and everybody's sum; @param after name and id of the last one seen */
  async people(
    tx: Transaction,
    question: AgentQuestion,
    { from, to }: { readonly from: string; readonly to: string },
    after: { readonly name: string; readonly accountId: string } | null,
    limit: number,
  ): Promise<AgentTotal[]> {
    const values: unknown[] = [];
    const where = each(values, question, piecesOf(from, to));
    const place = after
      ? `where (a.display_name, a.id) > (${bind(values, after.name)}, ${bind(values, after.accountId)}::uuid)`
      : '';
    const found = await rows<SumRow>(
      tx,
      `select a.id as account_id, a.display_name as name, t.* from (
         select q.account_id as person, ${SUMS} from agent_interval q where ${where} group by 1) t
       join account a on a.id = t.person ${place} order by a.display_name, a.id limit ${bind(values, limit)}`,
      values,
    );
    return found.map((row) => ({ accountId: row.account_id ?? '', name: row.name ?? '', sums: sumsOf(row) }));
  }

  /** Of somebody the report is about; nothing for others. */
  async nameOf(tx: Transaction, paths: readonly string[], accountId: string): Promise<string> {
    const values: unknown[] = [accountId];
    const found = await row<{ name: string }>(
      tx,
      `select a.display_name as name from account a where a.id = $1
         and exists (select 1 from agent_interval q where q.account_id = a.id and ${inSubtree(values, paths)})`,
      values,
    );
    return found?.name ?? '';
  }

  async total(
    tx: Transaction,
    question: AgentQuestion,
    { from, to }: { readonly from: string; readonly to: string },
  ): Promise<Sums<AgentSum>> {
    const values: unknown[] = [];
    const where = conditions(values, question, piecesOf(from, to));
    const [found] = await rows<SumRow>(
      tx,
      `select ${SUMS} from ${tableOf(question)} q where ${where}`,
      values,
    );
    return sumsOf(found ?? {});
  }
}

/** One person's rows, or the sums of the unit they all belong to. */
const tableOf = ({ accountId }: AgentQuestion): string =>
  accountId === null ? 'agent_subtree' : 'agent_interval';

function conditions(values: unknown[], question: AgentQuestion, pieces: Pieces): string {
  if (question.accountId !== null) return each(values, question, pieces);
  return `${inPieces(values, pieces)} and ${ofUnit(values, question.paths)}`;
}

/** Rows of people. */
function each(values: unknown[], { paths, accountId }: AgentQuestion, pieces: Pieces): string {
  const parts = [inPieces(values, pieces), inSubtree(values, paths)];
  if (accountId !== null) parts.push(`q.account_id = ${bind(values, accountId)}`);
  return parts.join(' and ');
}

function sumsOf(row: SumRow): Sums<AgentSum> {
  const sums = nothingOf(AGENT_SUMS);
  for (const name of AGENT_SUMS) sums[name] = Number(row[name] ?? 0);
  return sums;
}
