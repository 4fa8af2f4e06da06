import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';

interface Had {
  address: string;
  account: string;
  fromMs: number;
  toMs: number | null;
}

/** @returns the account that had this telephone at that moment (microseconds), null where nobody had it */
export type WhoHad = (address: string | null, atUs: number) => string | null;

/** Whose telephone an extension was, and when; an extension is not a person. */
@Injectable()
export class TelephoneReads {
  async whoHad(tx: Transaction, sourceId: string, addresses: readonly string[]): Promise<WhoHad> {
    if (addresses.length === 0) return () => null;
    const found = await rows<Had>(
      tx,
      `select address, account_id as account, extract(epoch from valid_from) * 1000 as "fromMs",
         extract(epoch from valid_to) * 1000 as "toMs" from agent_endpoint
       where source_id = $1 and address = any ($2) order by valid_from`,
      [sourceId, addresses],
    );
    return (address, atUs) => {
      const had = found.findLast(
        (one) =>
          one.address === address &&
          Number(one.fromMs) * 1000 <= atUs &&
          (one.toMs === null || Number(one.toMs) * 1000 > atUs),
      );
      return had?.account ?? null;
    };
  }
}
