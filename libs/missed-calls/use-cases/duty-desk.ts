import { Injectable } from '@nestjs/common';
import { type Decision, Live, orRefuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { type Attempt, DutyStore } from '../data/duty-store.js';
import { MissedSettings } from '../data/setting-store.js';
import { type DutyChange, record, release, take } from '../domain/duty-steps.js';
import type { Duty } from '../domain/missed.js';
import { DialledForDuty } from './dialled-for-duty.js';

/** What people do about a duty: take it, give it back, say what came of the call. */
@Injectable()
export class DutyDesk {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: DutyStore,
    private readonly settings: MissedSettings,
    private readonly live: Live,
    private readonly dialled: DialledForDuty,
  ) {}

  take(actor: Actor, id: string, version: number): Promise<void> {
    return this.step(actor, id, version, (duty, tx) => take(duty, actor, tx.now));
  }

  release(actor: Actor, id: string, version: number): Promise<void> {
    return this.step(actor, id, version, (duty) => release(duty, actor));
  }

  /** @throws Refused `reason-required` where the duty is said not to be needed and nobody says why */
  async record(
    actor: Actor,
    id: string,
    version: number,
    { outcome, note }: Pick<Attempt, 'outcome' | 'note'>,
  ): Promise<void> {
    const callId = outcome === 'not-needed' ? null : await this.dialled.unwritten(actor, id);
    return this.step(
      actor,
      id,
      version,
      async (duty, tx) => {
        const setting = await this.settings.inForce(tx, duty.unitId);
        const decided = record(duty, actor, outcome, note, setting, tx.now);
        if (decided.ok) await this.store.attempt(tx, id, { outcome, note, callId });
        return decided;
      },
      note,
    );
  }

  private step(
    actor: Actor,
    id: string,
    version: number,
    rule: (duty: Duty, tx: Transaction) => Decision<DutyChange> | Promise<Decision<DutyChange>>,
    note: string | null = null,
  ): Promise<void> {
    return this.work.run(scopeOf(actor, 'missed-call.handle'), async (tx) => {
      const duty = await this.store.lock(tx, id, version);
      await this.store.change(tx, id, orRefuse(await rule(duty, tx)), note);
      tx.afterCommit(() => this.live.publish({ kind: 'missed-calls', path: duty.unitPath }));
    });
  }
}
