import { Injectable } from '@nestjs/common';
import { DAY_MS, Live, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import type { CountableCall } from '@hotline/telephony';
import { CallJudging, type MissedTry } from '../data/call-judging.js';
import { judge } from '../domain/missed.js';
import { DutyPace } from './duty-pace.js';

export const JUDGE_BATCH = 500;
// A log of last month that is read today makes no duties: calling back now would be stranger than not to.
const STALE_DAYS = 7;

/**
 * Makes and closes duties to call back. It works from the queue of changed calls, which the database itself fills in the
 * transaction that writes a call: whatever dies, and whenever, no missed call is lost, and judging one again changes nothing.
 */
@Injectable()
export class JudgeCalls {
  constructor(
    private readonly work: UnitOfWork,
    private readonly judging: CallJudging,
    private readonly pace: DutyPace,
    private readonly live: Live,
  ) {}

  /** One batch in a transaction of its own; @returns how many changes it took. */
  run(): Promise<number> {
    return this.work.run(WHOLE_TREE, async (tx) => {
      const { taken, ids, calls } = await this.judging.take(tx, JUDGE_BATCH);
      if (taken === 0) return 0;
      const paths = new Set<string>();
      const present = new Set(calls.map(({ id }) => id));
      await this.unsay(
        tx,
        ids.filter((id) => !present.has(id)),
      );
      for (const call of [...calls].sort((a, b) => a.at.getTime() - b.at.getTime())) {
        if (await this.hear(tx, call)) paths.add(call.unitPath);
      }
      tx.afterCommit(() => {
        for (const path of paths) this.live.publish({ kind: 'missed-calls', path });
      });
      return taken;
    });
  }

  /** @returns whether the list has changed */
  private async hear(tx: Transaction, call: CountableCall): Promise<boolean> {
    const judgement = judge({ end: call.subject.end, callBackRequested: call.callBackRequested });
    if (judgement.kind === 'missed') return this.missed(tx, { call, reason: judgement.reason });
    const undone = await this.unsay(tx, [call.id]);
    const closed = judgement.kind === 'through' ? await this.through(tx, call) : false;
    return undone || closed;
  }

  private async missed(tx: Transaction, missed: MissedTry): Promise<boolean> {
    const { call } = missed;
    if (tx.now.getTime() - call.at.getTime() > STALE_DAYS * DAY_MS) return false;
    if (call.callerHash === null) return this.judging.note(tx, missed, null);
    const known = await this.judging.dutyFor(tx, call);
    const id = known ?? (await this.judging.begin(tx, missed, await this.pace.due(tx, call.unitId, call.at)));
    const news = await this.judging.note(tx, missed, id);
    const through = await this.judging.throughAfter(tx, id);
    if (through) await this.judging.close(tx, id, through);
    return news || through !== null;
  }

  private async through(tx: Transaction, call: CountableCall): Promise<boolean> {
    if (call.callerHash === null) return false;
    let closed = false;
    for (const id of await this.judging.openOf(tx, call)) {
      const through = await this.judging.throughAfter(tx, id);
      if (through) await this.judging.close(tx, id, through);
      closed ||= through !== null;
    }
    return closed;
  }

  /** Calls that were not missed after all, or are no more. */
  private async unsay(tx: Transaction, callIds: readonly string[]): Promise<boolean> {
    const duties = callIds.length > 0 ? await this.judging.forget(tx, callIds) : [];
    for (const id of duties) await this.judging.close(tx, id, null);
    return duties.length > 0;
  }
}
