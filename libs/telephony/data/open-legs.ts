import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { OpenLeg } from '../feeds/channel-watch.js';

/** Calls of a source that stand open on record: waiting, in talk, or not yet anywhere. */
@Injectable()
export class OpenLegs {
  of(tx: Transaction, sourceId: string): Promise<(OpenLeg & Record<string, unknown>)[]> {
    return rows(
      tx,
      `select coalesce(c.call_key, split_part(v.visit_key, ':', 1)) as "legId", extract(epoch from v.counted_at)::float * 1000 as "sinceMs"
         from call_visit v left join call c on c.id = v.call_id
         where v.source_id = $1 and c.ended_at is null
           and (v.outcome = 'open' or (v.outcome = 'answered' and v.talk_ended_at is null))
       union select call_key, extract(epoch from arrived_at)::float * 1000 from call
         where source_id = $1 and ended_at is null and (outcome = 'open' or direction <> 'in')`,
      [sourceId],
    );
  }
}
