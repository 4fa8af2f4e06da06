import { Injectable } from '@nestjs/common';
import { UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { BatchStores } from '../data/batch-stores.js';
import { RecheckStore } from '../data/recheck-store.js';
import { NO_KNOWLEDGE, together } from '../domain/fold/knowledge.js';
import { recheck } from '../domain/store/recheck.js';
import { noChanges } from '../domain/store/row-changes.js';
import { knowledge } from '../domain/store/source-memory.js';

export const RECHECK_PAGE = 200;

/**
 * One call teaches about others: where callers come in, by which keys they ask for a call back. Those at hand are folded
 * again at once; those that were let go are read again here, some at a time, so that a rebuild would change nothing.
 */
@Injectable()
export class RecheckCalls {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stores: BatchStores,
    private readonly store: RecheckStore,
  ) {}

  /** @returns whether there may be more */
  page(): Promise<boolean> {
    return this.work.run(WHOLE_TREE, async (tx) => {
      const found = await this.store.next(tx);
      if (!found) return false;
      const { sourceId } = found;
      const { unitPath, latestUs } = await this.store.hold(tx, sourceId);
      const taught = (await this.stores.feeds.standings(tx, sourceId)).flatMap((one) => one.known ?? []);
      const known = together([NO_KNOWLEDGE, ...taught.map(knowledge)]);
      const names = await this.store.families(tx, found, RECHECK_PAGE);
      const stored = await this.stores.events.families(tx, sourceId, ['feed', ...names], latestUs);
      const standings = recheck(stored, known, latestUs);
      const changes = noChanges();
      changes.calls.put.push(...standings.flatMap((one) => [...one.calls.values()]));
      const dialled = standings.flatMap((one) => [...one.dialled.values()]);
      changes.dialled.put.push(...dialled);
      const telephones = dialled.flatMap(({ agentExt }) => agentExt ?? []);
      const whoHad = await this.stores.telephones.whoHad(tx, sourceId, telephones);
      const accountOf = (_: string | null, agentExt: string | null, atUs: number) => whoHad(agentExt, atUs);
      const owner = { sourceId, unitPath, accountOf };
      await this.stores.rows.write(tx, owner, changes);
      await this.store.move(tx, sourceId, standings);
      await this.store.moved(tx, found, names.length < RECHECK_PAGE ? null : (names.at(-1) ?? null));
      return true;
    });
  }
}
