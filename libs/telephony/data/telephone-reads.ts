import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';

interface Had {
  extension: string;
  name: string;
  account: string;
  fromMs: number;
  toMs: number | null;
}

/**
 * @param telephone its extension, or the name the queues know it by: `queue_log` has no other
 * @returns the account that had it at that moment (microseconds), null where nobody had it
 */
export type WhoHad = (telephone: string | null, atUs: number) => string | null;

/** `PJSIP/8001` is the extension 8001, and so is `Local/8001@agents/n`. */
const EXTENSION = `case when position('/' in address) = 0 then address
  else split_part(split_part(address, '/', 2), '@', 1) end`;

/** Whose telephone an extension was, and when; an extension is not a person. */
@Injectable()
export class TelephoneReads {
  async whoHad(tx: Transaction, sourceId: string, telephones: readonly string[]): Promise<WhoHad> {
    if (telephones.length === 0) return () => null;
    const found = await rows<Had>(
      tx,
      `select ${EXTENSION} as extension, name, account_id as account, extract(epoch from valid_from) * 1000 as "fromMs",
         extract(epoch from valid_to) * 1000 as "toMs" from agent_endpoint
       where source_id = $1 and (${EXTENSION} = any ($2) or name = any ($2)) order by valid_from`,
      [sourceId, telephones],
    );
    const hadBy = new Map<string, Had[]>();
    for (const one of found)
      for (const telephone of new Set([one.extension, one.name]))
        hadBy.set(telephone, [...(hadBy.get(telephone) ?? []), one]);
    return (telephone, atUs) => {
      const had = hadBy
        .get(telephone ?? '')
        ?.findLast(
          ({ fromMs, toMs }) =>
            Number(fromMs) * 1000 <= atUs && (toMs === null || Number(toMs) * 1000 > atUs),
        );
      return had?.account ?? null;
    };
  }
}
