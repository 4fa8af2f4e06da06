import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { type DialledCall, DialledCalls } from '@hotline/presence';
import { DutyStore } from '../data/duty-store.js';
import { MissedReads } from '../data/missed-reads.js';

export interface DialledTry extends DialledCall {
  readonly writtenDown: boolean;
}

/** How the calls go that I have dialled for a duty; a call proves one attempt. */
@Injectable()
export class DialledForDuty {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reads: MissedReads,
    private readonly store: DutyStore,
    private readonly calls: DialledCalls,
  ) {}

  /** Newest first. @throws Refused `not-found` outside the reader's scope */
  async list(actor: Actor, id: string): Promise<DialledTry[]> {
    const seen = await this.work.read(scopeOf(actor, 'missed-call.read'), (tx) => this.reads.one(tx, id));
    if (!seen) return refuse('not-found');
    return this.own(actor, id);
  }

  /** The call that an attempt written down now was made by. */
  async unwritten(actor: Actor, id: string): Promise<string | null> {
    const calls = await this.own(actor, id);
    return calls.find((call) => call.callId !== null && !call.writtenDown)?.callId ?? null;
  }

  private own(actor: Actor, id: string): Promise<DialledTry[]> {
    return this.work.read(WHOLE_TREE, async (tx) => {
      const calls = await this.calls.own(tx, 'missed-call', id, actor.accountId);
      const written = await this.store.written(
        tx,
        calls.flatMap(({ callId }) => callId ?? []),
      );
      return calls.map((call) => ({
        ...call,
        writtenDown: call.callId !== null && written.has(call.callId),
      }));
    });
  }
}
