import { Injectable } from '@nestjs/common';
import { pathRange, type Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import { ROW_COLUMNS, seen, type TicketColumns } from '@hotline/ticket';
import type { GroupKind } from '../domain/group-steps.js';

export interface GroupRow {
  [column: string]: unknown;
  readonly id: string;
  readonly kind: GroupKind;
  readonly employer: string | null;
  readonly master_ticket_id: string;
  readonly formed_at: Date;
  readonly formed_by: string | null;
  readonly formed_unit_id: string;
  readonly dissolved_at: Date | null;
  readonly members: number;
  readonly people: number;
  readonly key: string;
}

export interface MemberRow extends TicketColumns {
  [column: string]: unknown;
  readonly linked_at: Date;
  readonly linked_by: string | null;
  readonly linked_unit_id: string;
  readonly reason: string;
  readonly followed_at: Date | null;
  readonly unlinked_at: Date | null;
  readonly unlink_reason: string | null;
  readonly master: boolean;
}

export interface FlagRow {
  [column: string]: unknown;
  readonly id: string;
  readonly employer: string | null;
  readonly unit_id: string;
  readonly level: number;
  readonly people: number;
  readonly ticket_id: string;
  readonly raised_at: Date;
  readonly key: string;
}

export interface Suggested extends TicketColumns {
  [column: string]: unknown;
  readonly same_worker: boolean;
}

type After = { readonly key: string; readonly id: string } | null;

// Who called is told by the keyed fingerprint of the number; two tickets without one are two people.
const GROUP = `g.id, g.kind, g.master_ticket_id, g.formed_at, a.display_name as formed_by, g.formed_unit_id,
  g.dissolved_at, g.formed_at::text as key,
  (select t.employer from ticket t where t.id = g.master_ticket_id) as employer, s.members, s.people`;
const SIZES = `join lateral (select count(*)::integer as members,
    count(distinct coalesce(encode(i.phone_hash, 'hex'), t.id::text))::integer as people
  from ticket_group_member m join ticket t on t.id = m.ticket_id left join identity i on i.id = t.identity_id
  where m.group_id = g.id and m.unlinked_at is null) s on true left join account a on a.id = g.formed_by`;

/** Groups and flags as a reader may see them: members outside the reader's units are not counted either. */
@Injectable()
export class GroupReads {
  groupOf(tx: Transaction, ticketId: string): Promise<GroupRow | null> {
    return row<GroupRow>(
      tx,
      `select ${GROUP} from ticket_group g ${SIZES} where g.id =
         (select m.group_id from ticket_group_member m where m.ticket_id = $1 order by m.linked_at desc limit 1)`,
      [ticketId],
    );
  }

  members(tx: Transaction, groupId: string): Promise<MemberRow[]> {
    const values: unknown[] = [groupId];
    return rows<MemberRow>(
      tx,
      `select ${ROW_COLUMNS}, m.linked_at, a.display_name as linked_by, m.linked_unit_id, m.reason, m.followed_at,
         m.unlinked_at, m.unlink_reason, g.master_ticket_id = t.id as master
       from ticket_group_member m join ticket_group g on g.id = m.group_id join ticket t on t.id = m.ticket_id
         left join account a on a.id = m.linked_by
       where m.group_id = $1 and ${seen('t', tx.scope, values)}
       order by master desc, m.linked_at, m.id limit 200`,
      values,
    );
  }

  list(tx: Transaction, after: After, limit: number): Promise<GroupRow[]> {
    const values: unknown[] = [after?.key ?? null, after?.id ?? null, limit];
    return rows<GroupRow>(
      tx,
      `select ${GROUP} from ticket_group g join ticket t on t.id = g.master_ticket_id ${SIZES}
       where ($1::timestamptz is null or (g.formed_at, g.id) < ($1::timestamptz, $2::uuid))
         and ${seen('t', tx.scope, values)}
       order by g.formed_at desc, g.id desc limit $3`,
      values,
    );
  }

  flags(tx: Transaction, after: After, limit: number): Promise<FlagRow[]> {
    const values: unknown[] = [after?.key ?? null, after?.id ?? null, limit];
    const ranges = tx.scope.prefixes.map((prefix) => {
      const { low, high } = pathRange(prefix);
      const at = values.push(low, high);
      return `(f.unit_path >= $${at - 1} and f.unit_path < $${at})`;
    });
    return rows<FlagRow>(
      tx,
      `select f.id, f.unit_id, f.level, f.people, f.ticket_id, f.raised_at, f.raised_at::text as key, t.employer
       from group_flag f join ticket t on t.id = f.ticket_id
       where ($1::timestamptz is null or (f.raised_at, f.id) < ($1::timestamptz, $2::uuid))
         and (${ranges.join(' or ') || 'false'})
       order by f.raised_at desc, f.id desc limit $3`,
      values,
    );
  }

  /** Open tickets of the same worker or against the same employer, the likeliest first. */
  suggestions(tx: Transaction, ticketId: string): Promise<Suggested[]> {
    const values: unknown[] = [ticketId];
    return rows<Suggested>(
      tx,
      `with own as (select o.employer_key, i.phone_hash from ticket o left join identity i on i.id = o.identity_id
         where o.id = $1),
       alike as (
         (select t.id, true as same_worker from own join identity i on i.phone_hash = own.phone_hash
            join ticket t on t.identity_id = i.id where t.next_due_at is not null limit 50)
         union all
         (select t.id, false from own join ticket t on t.employer_key = own.employer_key
          where t.next_due_at is not null order by t.opened_at desc limit 50))
       select ${ROW_COLUMNS}, bool_or(alike.same_worker) over (partition by t.id) as same_worker
       from (select id, bool_or(same_worker) as same_worker from alike where id <> $1 group by id) alike
       join ticket t on t.id = alike.id
       where t.state in ('queued', 'unclear', 'dispatched', 'handling', 'reported') and ${seen('t', tx.scope, values)}
       order by same_worker desc, t.opened_at limit 10`,
      values,
    );
  }
}
