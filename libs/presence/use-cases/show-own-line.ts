import { Injectable } from '@nestjs/common';
import { type Instant, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import type { Actor } from '@hotline/organization';
import { LineNow } from '@hotline/telephony';
import { TeamCounts } from '../data/team-counts.js';
import { Telephones } from '../data/telephones.js';
import { COUNTS_AS, type CountsAs, type Shown } from '../domain/states.js';

/** The queues my telephone is rung for, and those who are rung beside me. Counts, nobody's name. */
export interface OwnLine {
  /** null without a telephone on a queue, and while its line is down: nothing is guessed */
  readonly waiting: number | null;
  /** When the one who waits longest joined. */
  readonly since: Instant | null;
  readonly team: { readonly talking: number; readonly ready: number; readonly wrapUp: number };
  readonly asOf: Instant;
}

type Team = OwnLine['team'];
const NOBODY: Team = { talking: 0, ready: 0, wrapUp: 0 };
/** Many desks ask for the same queues; they get the same answer for so long. */
const KEPT_MS = 1_000;

/** What the top of a desk says of the line behind it. */
@Injectable()
export class ShowOwnLine {
  private readonly kept = new Map<string, OwnLine>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly telephones: Telephones,
    private readonly line: LineNow,
    private readonly team: TeamCounts,
  ) {}

  /** A queue is often carried for a unit above the agent's: it is read beyond the agent's own units, as counts. */
  run(actor: Actor): Promise<OwnLine> {
    return this.work.read(WHOLE_TREE, async (tx) => {
      const telephone = await this.telephones.ofAccount(tx, actor.accountId);
      if (!telephone || telephone.queues.length === 0 || telephone.line === 'down')
        return { waiting: null, since: null, team: NOBODY, asOf: tx.now };
      const { sourceId, queues } = telephone;
      const key = [sourceId, ...queues].join(' ');
      const known = this.kept.get(key);
      if (known && tx.now.getTime() - known.asOf.getTime() < KEPT_MS) return known;
      const now = await this.look(tx, sourceId, queues);
      this.kept.set(key, now);
      return now;
    });
  }

  private async look(tx: Transaction, sourceId: string, queues: readonly string[]): Promise<OwnLine> {
    const waiting = await this.line.waitingAt(tx, sourceId, queues);
    return { ...waiting, team: teamOf(await this.team.at(tx, sourceId, queues)), asOf: tx.now };
  }
}

const teamOf = (counts: Partial<Record<Shown, number>>): Team => {
  const sum = (counted: CountsAs): number =>
    Object.entries(counts).reduce(
      (all, [shown, agents]) => all + (COUNTS_AS[shown as Shown] === counted ? agents : 0),
      0,
    );
  return { talking: sum('talk'), ready: sum('available'), wrapUp: sum('wrap') };
};
