import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { type CountedRow, MOST_COUNTED, TicketLists } from '../data/ticket-lists.js';
import { ownTurns, supportingUnits } from '../domain/list-views.js';
import type { ViewCountsBody } from '../http/count-bodies.js';
import { belowOf, lyingBelow, todayOf } from './list-tickets.js';

/** How many tickets each view holds, counted no further than ten thousand. */
@Injectable()
export class CountTickets {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lists: TicketLists,
    private readonly units: UnitTree,
  ) {}

  run(actor: Actor, unitId?: string): Promise<ViewCountsBody> {
    return this.work.read(scopeOf(actor, 'ticket.read'), async (tx) => {
      const below = belowOf(this.units, tx.scope.prefixes, unitId);
      const counted = await this.lists.counts(tx, {
        now: tx.now,
        today: todayOf(tx.now),
        prefixes: lyingBelow(this.units, tx.scope.prefixes, below),
        turns: ownTurns('mine-to-do', actor, below) ?? [],
        supporting: supportingUnits('supporting', actor, below) ?? [],
      });
      return toBody(counted);
    });
  }
}

function toBody({ turn, open, reasons, whole, once, sent, supporting }: CountedRow): ViewCountsBody {
  const capped = (count: number, ofRun: number) => ({
    count: Math.min(count, MOST_COUNTED),
    atLeast: ofRun > MOST_COUNTED,
  });
  const group = (counts: Readonly<Record<string, number>>, ofRun: number) =>
    Object.entries(counts).map(([view, count]) => [view, capped(count, ofRun)] as const);
  return {
    views: Object.fromEntries([
      ...group(turn, turn['mine-to-do']),
      ...group(open, open.open),
      ...group({ all: whole }, whole),
      ...group({ supporting }, supporting),
      ...group({ 'once-handled': once }, once),
    ]),
    queueReasons: { ...reasons },
    dispatchedToday: Math.min(sent, MOST_COUNTED),
  };
}
