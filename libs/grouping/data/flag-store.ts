import { Injectable } from '@nestjs/common';
import { DAY_MS, type Instant, newId, type Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import { FLAG_DAYS, type FlagLevel } from '../domain/flags.js';

/** Tickets against one employer, as numbers: nobody's name is read. */
export interface EmployerCount {
  readonly people: number;
  /** Paths of the accountable units. */
  readonly paths: readonly string[];
  readonly newestTicketId: string;
  /** Levels told of within the period. */
  readonly told: readonly number[];
}

const since = (at: Instant): Instant => new Date(at.getTime() - FLAG_DAYS * DAY_MS);

@Injectable()
export class FlagStore {
  /** Employers of tickets opened after `from`. */
  async newEmployers(tx: Transaction, from: Instant): Promise<string[]> {
    const found = await rows<{ employer_key: string }>(
      tx,
      `select distinct employer_key from (select employer_key, opened_at from ticket
         where opened_at > $1 order by opened_at desc limit 20000) recent where employer_key is not null`,
      [from],
    );
    return found.map((one) => one.employer_key);
  }

  /** Locks the employer for this transaction, so that two processes never tell of one level twice. */
  async count(tx: Transaction, key: string): Promise<EmployerCount> {
    await rows(tx, `select pg_advisory_xact_lock(hashtext('group-flag'), hashtext($1))`, [key]);
    const found = await row<{
      callers: number;
      stated: number;
      paths: string[];
      newest: string;
      told: number[];
    }>(
      tx,
      `select count(distinct coalesce(encode(i.phone_hash, 'hex'), t.id::text))::integer as callers,
         coalesce(max(t.people), 0) as stated, array_agg(distinct t.path) as paths,
         (array_agg(t.id order by t.opened_at desc))[1] as newest,
         (select coalesce(array_agg(f.level), '{}') from group_flag f
          where f.employer_key = $1 and f.raised_at > $2) as told
       from (select * from ticket where employer_key = $1 and opened_at > $2 and opened_at <= $3
         order by opened_at desc limit 500) t
       left join identity i on i.id = t.identity_id`,
      [key, since(tx.now), tx.now],
    );
    return {
      people: Math.max(found?.callers ?? 0, found?.stated ?? 0),
      paths: found?.paths ?? [],
      newestTicketId: found?.newest ?? '',
      told: found?.told ?? [],
    };
  }

  async raise(
    tx: Transaction,
    flag: {
      readonly key: string;
      readonly unit: { readonly id: string; readonly path: string };
      readonly level: FlagLevel;
      readonly people: number;
      readonly ticketId: string;
      readonly told: readonly { readonly id: string }[];
    },
  ): Promise<void> {
    await rows(
      tx,
      `insert into group_flag (id, employer_key, unit_path, unit_id, level, people, ticket_id, raised_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [newId(), flag.key, flag.unit.path, flag.unit.id, flag.level, flag.people, flag.ticketId, tx.now],
    );
    for (const { id } of flag.told) {
      await rows(
        tx,
        `insert into notice (id, unit_id, ticket_id, kind, at) values ($1, $2, $3, 'group-flag', $4)`,
        [newId(), id, flag.ticketId, tx.now],
      );
    }
  }
}
