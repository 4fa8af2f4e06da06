import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { AuditLog } from '@hotline/organization';
import { FEEDS, type RawBlock, RawStore } from '../data/raw-store.js';
import { RebuildStore } from '../data/rebuild-store.js';

export interface Stretch {
  /** by the moment of receipt; the second is the first that is left out */
  readonly since: Date;
  readonly until: Date;
}

export interface ExportedFeed {
  readonly feed: RawBlock['feed'];
  readonly pieces: AsyncIterable<Buffer>;
}

/** Gives out the bytes a source sent, as they came, for a look from outside or a replay. Each time is on record. */
@Injectable()
export class ExportBytes {
  constructor(
    private readonly work: UnitOfWork,
    private readonly raw: RawStore,
    private readonly sources: RebuildStore,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param disguised whether the caller of this will make the numbers unreadable: kept with the record
   * @throws Refused `not-found`
   */
  async run(name: string, stretch: Stretch, disguised: boolean): Promise<ExportedFeed[]> {
    const sourceId = await this.work.run(WHOLE_TREE, async (tx) => {
      const id = await this.sources.sourceNamed(tx, name);
      if (id === null) return refuse('not-found');
      await this.audit.append(tx, {
        actorId: null,
        action: 'telephony-bytes-exported',
        objectKind: 'telephony-source',
        objectId: id,
        facts: { since: stretch.since.toISOString(), until: stretch.until.toISOString(), disguised },
      });
      return id;
    });
    return FEEDS.map((feed) => ({ feed, pieces: this.pieces(sourceId, feed, stretch) }));
  }

  private async *pieces(
    sourceId: string,
    feed: RawBlock['feed'],
    { since, until }: Stretch,
  ): AsyncGenerator<Buffer> {
    const from = await this.work.read(WHOLE_TREE, (tx) => this.raw.before(tx, sourceId, feed, since));
    for (let seq = from; ;) {
      const blocks = await this.work.read(WHOLE_TREE, (tx) => this.raw.after(tx, sourceId, feed, seq));
      for (const { receivedAt, bytes } of blocks) {
        if (receivedAt >= until) return;
        yield bytes;
      }
      const last = blocks.at(-1);
      if (!last) return;
      seq = last.firstSeq;
    }
  }
}
