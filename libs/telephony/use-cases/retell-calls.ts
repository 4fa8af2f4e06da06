import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { RowStore } from '../data/row-store.js';
import { AmiParser } from '../domain/ami/parser.js';
import type { CallChange, CallSource } from '../domain/call-change.js';
import { SourceMemory } from '../domain/store/source-memory.js';
import { type AccountOf, callChanges } from './call-changes.js';

/** Bytes of a manager stream, and when the last of them was heard. */
export interface ToldStretch {
  readonly bytes: Buffer;
  readonly receivedAt: Date;
}

/**
 * Puts calls of a time that is over on record as they stand when their bytes and events have been swept away: rows alone.
 * The living feed of the source, its memory and its place in the log are not touched, and nobody is told: a telephone that
 * rang last week opens no form. The same again writes the same rows.
 */
@Injectable()
export class RetellCalls {
  constructor(private readonly rows: RowStore) {}

  /**
   * @param stretches in the order of time; each day is told whole, from nobody at the line to nobody at the line
   * @returns what the rooms above would have been told
   */
  async run(
    tx: Transaction,
    { sourceId, unitPath }: CallSource,
    stretches: readonly ToldStretch[],
    accountOf: AccountOf,
  ): Promise<CallChange[]> {
    const memory = new SourceMemory(sourceId);
    const told: CallChange[] = [];
    const whose: AccountOf = (agent, agentExt, atUs) =>
      accountOf(agent, agentExt ?? memory.extensionOf(agent), atUs);
    for (const { bytes, receivedAt } of stretches) {
      const heard = { feed: 'ami' as const, messages: new AmiParser().push(bytes) };
      const receivedUs = receivedAt.getTime() * 1000;
      const outcome = memory.take(memory.read(heard, receivedUs), receivedUs);
      await this.rows.write(tx, { sourceId, unitPath, accountOf: whose }, outcome.changes);
      told.push(...callChanges(outcome.told, sourceId, whose));
    }
    return told;
  }
}
