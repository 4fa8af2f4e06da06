import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { Shown } from '../domain/states.js';
import { OPEN_SEGMENT } from './presence-row.js';

/** Agents who are rung for the same queues of the same switchboard, by the state they are in; who is signed out is in none. */
@Injectable()
export class TeamCounts {
  async at(
    tx: Transaction,
    sourceId: string,
    queues: readonly string[],
  ): Promise<Partial<Record<Shown, number>>> {
    const found = await rows<{ shown: Shown; agents: number }>(
      tx,
      `select s.shown, count(*)::integer as agents
       from agent_endpoint e join presence p on p.telephone_id = e.id ${OPEN_SEGMENT}
       where e.source_id = $1 and e.queues && $2::text[] and p.intent <> 'signed-out' and s.shown is not null
       group by s.shown order by s.shown`,
      [sourceId, queues],
    );
    return Object.fromEntries(found.map(({ shown, agents }) => [shown, agents]));
  }
}
