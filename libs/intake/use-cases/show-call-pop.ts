import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  canonicalPhone,
  Clock,
  type Instant,
  Live,
  maskPhone,
  refuse,
  UnitOfWork,
  WHOLE_TREE,
} from '@hotline/kernel';
import type { Actor } from '@hotline/organization';
import { CallReads } from '../data/call-reads.js';
import { PhonePlaceBook } from '../data/phone-place-book.js';
import { type CallerMark, callerMarks } from '../domain/caller-marks.js';
import { callState, type DeskCall, type DeskCallState } from '../domain/desk-call.js';
import { type CallerView, LookUpCaller } from './look-up-caller.js';

export interface CallPop {
  readonly call: DeskCall;
  readonly state: DeskCallState;
  readonly numberMasked: string | null;
  readonly caller: CallerView;
  readonly marks: readonly CallerMark[];
  readonly now: Instant;
}

/** Who calls, for the one whose telephone rings: by mask, never by number. A withheld number answers an empty look-up. */
@Injectable()
export class ShowCallPop implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly calls: CallReads,
    private readonly lookUp: LookUpCaller,
    private readonly clock: Clock,
    private readonly live: Live,
    private readonly places: PhonePlaceBook,
  ) {}

  /** Somebody is at the line: what the first pop needs is read before a telephone rings. */
  onModuleInit(): void {
    const stop = this.live.subscribe(({ kind }) => {
      if (kind !== 'presence' && kind !== 'call') return;
      stop();
      setImmediate(() => this.places.warm());
    });
  }

  /** @throws Refused `not-found` when the call never rang at this person's telephone */
  async run(actor: Actor, callId: string): Promise<CallPop> {
    const found = await this.work.read(WHOLE_TREE, async (tx) => {
      const call = await this.calls.own(tx, callId, actor.accountId);
      return call && { call, missed: call.withheld ? 0 : await this.calls.missedBefore(tx, callId) };
    });
    const { call, missed } = found ?? refuse('not-found');
    const number = call.number !== null && canonicalPhone(call.number) !== null ? call.number : null;
    const caller = await this.lookUp.run(actor, number === null ? {} : { number });
    const now = this.clock.now();
    return {
      call,
      state: callState(call),
      numberMasked: call.number === null ? null : maskPhone(call.number),
      caller,
      marks: callerMarks({ ...caller, abusive: caller.abusiveLastYear, missed }, now),
      now,
    };
  }
}
