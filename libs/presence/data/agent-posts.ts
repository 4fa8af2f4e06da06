import { Injectable } from '@nestjs/common';
import { pathRange, type Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { Presence } from '../domain/presence.js';
import { OPEN_SEGMENT, PRESENCE_COLUMNS, presenceOf, type PresenceRow } from './presence-row.js';

// More agents than a province has; what lies beyond is not looked at one by one.
const MOST = 5_000;

/** Where agents have their posts, and who of them is at the line. */
@Injectable()
export class AgentPosts {
  /** Active people with the role, by the unit in whose name they sign in: the highest of theirs. */
  async below(tx: Transaction, path: string): Promise<{ unitId: string; agents: number }[]> {
    const { low, high } = pathRange(path);
    return rows<{ unitId: string; agents: number }>(
      tx,
      `select "unitId", count(*)::integer as agents from (
         select distinct on (m.account_id) m.unit_id as "unitId", u.path
         from membership m join unit u on u.id = m.unit_id join account a on a.id = m.account_id
         where m.role = 'agent' and m.revoked_at is null and a.active
         order by m.account_id, length(u.path), u.path) post
       where path >= $1 collate "C" and path < $2 collate "C" group by "unitId"`,
      [low, high],
    );
  }

  async atLine(tx: Transaction, path: string): Promise<Presence[]> {
    const { low, high } = pathRange(path);
    const found = await rows<PresenceRow>(
      tx,
      `select ${PRESENCE_COLUMNS} from presence p ${OPEN_SEGMENT}
       where p.intent <> 'signed-out' and p.unit_path >= $1 and p.unit_path < $2 order by p.account_id limit ${MOST}`,
      [low, high],
    );
    return found.map(presenceOf);
  }
}
