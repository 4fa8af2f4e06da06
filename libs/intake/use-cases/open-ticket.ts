import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, homeUnit } from '@hotline/organization';
import { ShowTicket, type TicketViewBody } from '@hotline/ticket';
import { CallsAtHand } from '../data/calls-at-hand.js';
import { type Attempt, attemptOf, earlierResource } from '../data/idempotency.js';
import { Codes } from '../data/known-codes.js';
import { OpenedViews } from '../data/opened-view.js';
import { type Opened, TicketWriting } from '../data/ticket-writing.js';
import { checkOpening, type OpeningInput } from '../domain/opening.js';

/** Contact, ticket, custody, promise and the job that sends it on: all or nothing. */
@Injectable()
export class OpenTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly writing: TicketWriting,
    private readonly codes: Codes,
    private readonly opened: OpenedViews,
    private readonly show: ShowTicket,
    private readonly calls: CallsAtHand,
  ) {}

  /** The same `key` and input answer the same ticket, however often they come. */
  async run(actor: Actor, input: OpeningInput, key?: string): Promise<TicketViewBody> {
    const unit = homeUnit(actor, 'ticket.open') ?? refuse('forbidden');
    const attempt = attemptOf('OpenTicket', input, key);
    const { call, scope } = await this.calls.of(actor, 'ticket.open', input.contact?.callId);
    const result = await this.work.run(scope, async (tx) => {
      const told = input.contact ? { ...input, contact: this.calls.told(input.contact, call) } : input;
      orRefuse(checkOpening(told, this.codes, tx.now));
      const before = call && (await earlierResource(tx, attempt));
      if (before) return { id: before };
      const desk = { actor, unit, now: tx.now, call: await this.calls.take(tx, call) };
      return (await this.writing.write(tx, desk, told, attempt)) ?? (await this.earlier(tx, attempt));
    });
    return this.answer(actor, result);
  }

  private async earlier(tx: Transaction, attempt: Attempt): Promise<{ id: string }> {
    const id = await earlierResource(tx, attempt);
    return id ? { id } : refuse('unknown-contact', { field: 'contactId' });
  }

  /** What was written here is shown without reading it again. */
  private answer(actor: Actor, result: Opened | { id: string }): Promise<TicketViewBody> | TicketViewBody {
    if ('id' in result) return this.show.run(actor, result.id);
    if (result.contact) return this.opened.view(result, actor);
    return this.show.run(actor, result.ticket.id);
  }
}
