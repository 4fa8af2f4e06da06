import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { QueueKey } from '../domain/roll-up.js';
import { AgentRecount } from './agent-recount.js';
import { QueueRecount } from './queue-recount.js';

/** What intervals say when they are counted from the rows. */
@Injectable()
export class Recounts {
  constructor(
    readonly queues: QueueRecount,
    readonly agents: AgentRecount,
  ) {}

  /** Where the lines of these intervals hang, by source. */
  async paths(tx: Transaction, keys: readonly QueueKey[]): Promise<Map<string, string>> {
    const found = await rows<{ id: string; path: string }>(
      tx,
      'select id, unit_path as path from telephony_source where id = any ($1::uuid[])',
      [[...new Set(keys.map(({ sourceId }) => sourceId))]],
    );
    return new Map(found.map(({ id, path }) => [id, path]));
  }
}
