import { Injectable } from '@nestjs/common';
import { pathRange, type Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { Shown } from '../domain/states.js';
import { OPEN_SEGMENT } from './presence-row.js';

/** How many of a unit's agents are in each state now; who is signed out is in none. */
@Injectable()
export class AgentCounts {
  async below(tx: Transaction, path: string): Promise<Partial<Record<Shown, number>>> {
    const { low, high } = pathRange(path);
    const found = await rows<{ shown: Shown; agents: number }>(
      tx,
      `select s.shown, count(*)::integer as agents from presence p ${OPEN_SEGMENT}
       where p.intent <> 'signed-out' and s.shown is not null and p.unit_path >= $1 and p.unit_path < $2
       group by s.shown order by s.shown`,
      [low, high],
    );
    return Object.fromEntries(found.map(({ shown, agents }) => [shown, agents]));
  }
}
