import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import { type CountableCall, CountableCalls } from '@hotline/telephony';
import { CallFormulaBook, type CallFormulaPages } from './call-formula-book.js';

/** Calls that wait to be counted anew, and the formulas they are counted by. */
@Injectable()
export class CallQueue {
  constructor(
    private readonly reads: CountableCalls,
    private readonly book: CallFormulaBook,
  ) {}

  /** Takes changes off the queue, oldest first, under the lock of the fold; a call that is no more, or not over yet, is only in `ids`. */
  async take(
    tx: Transaction,
    limit: number,
  ): Promise<{ ids: string[]; calls: CountableCall[]; taken: number }> {
    const found = await rows<{ call_id: string }>(
      tx,
      `delete from uncounted_call where seq in (
         select seq from uncounted_call order by seq limit $1) returning call_id`,
      [limit],
    );
    const ids = [...new Set(found.map(({ call_id: id }) => id))];
    const calls = ids.length > 0 ? await this.reads.of(tx, ids) : [];
    return { ids, calls: calls.filter(({ open }) => !open), taken: found.length };
  }

  formulas(tx: Transaction): Promise<CallFormulaPages> {
    return this.book.read(tx);
  }
}
