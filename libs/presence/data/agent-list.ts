import { Injectable } from '@nestjs/common';
import { pathRange, type Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { Presence } from '../domain/presence.js';
import { OPEN_SEGMENT, PRESENCE_COLUMNS, presenceOf, type PresenceRow } from './presence-row.js';

export interface AgentAtLine {
  readonly presence: Presence;
  readonly name: string;
  readonly telephone: { readonly name: string; readonly address: string } | null;
}

interface Row extends PresenceRow {
  display_name: string;
  telephone_name: string | null;
  telephone_address: string | null;
}

/** Where a page goes on: unit path and account of the last row. */
export interface AgentKey {
  readonly path: string;
  readonly accountId: string;
}

/** Who is signed in, unit by unit; nobody is counted. */
@Injectable()
export class AgentList {
  async page(
    tx: Transaction,
    prefixes: readonly string[],
    after: AgentKey | undefined,
    most: number,
  ): Promise<AgentAtLine[]> {
    const ranges = prefixes.map(pathRange);
    const found = await rows<Row>(
      tx,
      `select ${PRESENCE_COLUMNS}, a.display_name, e.name as telephone_name, e.address as telephone_address
       from presence p ${OPEN_SEGMENT} join account a on a.id = p.account_id
       left join agent_endpoint e on e.id = p.telephone_id
       where p.intent <> 'signed-out'
         and exists (select 1 from unnest($1::text[], $2::text[]) r(low, high)
           where p.unit_path >= r.low collate "C" and p.unit_path < r.high collate "C")
         and ($3::text is null or (p.unit_path, p.account_id) > ($3 collate "C", $4::uuid))
       order by p.unit_path, p.account_id limit $5`,
      [
        ranges.map(({ low }) => low),
        ranges.map(({ high }) => high),
        after?.path ?? null,
        after?.accountId ?? null,
        most,
      ],
    );
    return found.map((row) => ({
      presence: presenceOf(row),
      name: row.display_name,
      telephone:
        row.telephone_name === null
          ? null
          : { name: row.telephone_name, address: row.telephone_address ?? '' },
    }));
  }
}
