import { Injectable } from '@nestjs/common';
import { UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { type DialledCall, DialledCalls } from '@hotline/presence';
import { TicketStore } from '@hotline/ticket';
import { WrittenCalls } from '../data/written-calls.js';

export interface DialledAttempt extends DialledCall {
  readonly writtenDown: boolean;
}

/** How the calls go that I have dialled about a ticket: for the form in which the attempt is written down. */
@Injectable()
export class ListDialledCalls {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly calls: DialledCalls,
    private readonly written: WrittenCalls,
  ) {}

  async run(actor: Actor, ticketId: string): Promise<DialledAttempt[]> {
    await this.work.read(scopeOf(actor, 'ticket.call-back'), (tx) => this.tickets.read(tx, ticketId));
    return this.work.read(WHOLE_TREE, async (tx) => {
      const calls = await this.calls.own(tx, 'ticket', ticketId, actor.accountId);
      const written = await this.written.of(
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
