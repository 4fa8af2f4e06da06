import { Injectable } from '@nestjs/common';
import type { Instant, Transaction } from '@hotline/kernel';
import { changed } from '@hotline/platform';
import type { CallChange } from '@hotline/telephony';

export type CallStep = Extract<CallChange, { callId: string }>;
/** A step at one person's telephone. */
export type OwnStep = CallStep & { readonly accountId: string };

const COLUMNS: Partial<
  Record<CallStep['kind'], 'offered_at' | 'answered_at' | 'missed_at' | 'talk_ended_at'>
> = {
  offered: 'offered_at',
  answered: 'answered_at',
  missed: 'missed_at',
  talk_ended: 'talk_ended_at',
};

interface Offer {
  call_id: string;
  account_id: string;
  visit_id: string | null;
  offered_at: Instant;
  answered_at?: Instant;
  missed_at?: Instant;
  talk_ended_at?: Instant;
}

/** greatest() passes over nulls, so that a kind not told keeps its moment. */
const PUT = `
insert into call_offer as o
select s.* from jsonb_populate_recordset(null::call_offer, $1::jsonb) s
on conflict (call_id, account_id) do update set
  visit_id = case when excluded.offered_at >= o.offered_at then coalesce(excluded.visit_id, o.visit_id) else o.visit_id end,
  offered_at = greatest(o.offered_at, excluded.offered_at),
  answered_at = greatest(o.answered_at, excluded.answered_at),
  missed_at = greatest(o.missed_at, excluded.missed_at),
  talk_ended_at = greatest(o.talk_ended_at, excluded.talk_ended_at)`;

/** Whose telephone a call rang at, who took it and when that was over. */
@Injectable()
export class CallOffers {
  async put(tx: Transaction, steps: readonly OwnStep[]): Promise<void> {
    const offers = new Map<string, Offer>();
    for (const step of steps) {
      const column = COLUMNS[step.kind];
      if (!column) continue;
      const key = `${step.callId}|${step.accountId}`;
      const offer = offers.get(key) ?? blank(step);
      offers.set(key, offer);
      const known = offer[column];
      if (!known || known < step.at) offer[column] = step.at;
      offer.visit_id = step.visitId ?? offer.visit_id;
    }
    if (offers.size > 0) await changed(tx, PUT, [JSON.stringify([...offers.values()])]);
  }
}

/** An answer whose ringing the line lost rang no later than it was answered; the end of a talk says nothing of ringing. */
const blank = ({ callId, accountId, visitId, kind, at }: OwnStep): Offer => ({
  call_id: callId,
  account_id: accountId,
  visit_id: visitId,
  offered_at: kind === 'offered' || kind === 'answered' ? at : new Date(0),
});
