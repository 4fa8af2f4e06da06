import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import { seen } from '@hotline/ticket';

/** What suggestions and the catalogue page ask of past dispatches. */
@Injectable()
export class DispatchReads {
  /** Tickets of a field in the last 90 days by accountable unit, the fifty busiest; counted within the scope. */
  async recentByUnit(tx: Transaction, field: string): Promise<Map<string, number>> {
    const values: unknown[] = [field, tx.now];
    const found = await rows<{ unit_id: string; sent: string }>(
      tx,
      `select accountable_unit_id as unit_id, count(*) as sent from
         (select t.accountable_unit_id from ticket t
          where t.field = $1 and t.opened_at > $2::timestamptz - interval '90 days' and ${seen('t', tx.scope, values)}
          order by t.opened_at desc limit 5000) recent
       group by 1 order by 2 desc limit 50`,
      values,
    );
    return new Map(found.map((one) => [one.unit_id, Number(one.sent)]));
  }

  async words(tx: Transaction, ticketId: string): Promise<{ words: string; proposedUnitId: string | null }> {
    const found = await row<{ words: string; proposed: string | null }>(
      tx,
      `select t.title || ' ' || t.text || ' ' || coalesce(t.employer, '') as words,
         (select r.proposed_unit_id from return_request r where r.ticket_id = t.id order by r.at desc limit 1) as proposed
       from ticket t where t.id = $1`,
      [ticketId],
    );
    return { words: found?.words ?? '', proposedUnitId: found?.proposed ?? null };
  }

  /** How often each rule sent a hop in the last thirty days. */
  async ruleHits(tx: Transaction, version: number): Promise<Map<number, number>> {
    const found = await rows<{ rule: number; hits: string }>(
      tx,
      `select (h.explanation ->> 'rule')::integer as rule, count(*) as hits from
         (select explanation from hop where sent_at > $2::timestamptz - interval '30 days' and from_unit_id is not null
          order by sent_at desc limit 100000) h
       where (h.explanation ->> 'catalogueVersion')::integer = $1 group by 1`,
      [version, tx.now],
    );
    return new Map(found.map((one) => [one.rule, Number(one.hits)]));
  }
}
