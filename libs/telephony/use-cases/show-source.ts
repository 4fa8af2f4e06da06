import { Injectable } from '@nestjs/common';
import { refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { type DifferenceRow, type GapRow, HealthReads, type StrangeExtension } from '../data/health-reads.js';
import { SourceRegistry } from '../data/source-registry.js';
import { SourceHealth, type SourceState } from './source-health.js';

export interface SourceDetail extends SourceState {
  readonly gaps: readonly GapRow[];
  readonly differences: readonly DifferenceRow[];
  readonly strange: readonly StrangeExtension[];
}

/** One switchboard: its streams, the holes in them, where its log says something else, and telephones nobody owns. */
@Injectable()
export class ShowSource {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sources: SourceRegistry,
    private readonly health: SourceHealth,
    private readonly reads: HealthReads,
  ) {}

  run(actor: Actor, id: string): Promise<SourceDetail> {
    return this.work.read(scopeOf(actor, 'telephony.read'), (tx) => this.inside(tx, id));
  }

  /** @throws Refused `not-found` when absent or out of reach */
  async inside(tx: Transaction, id: string): Promise<SourceDetail> {
    const source = await this.sources.find(tx, id);
    const [state] = await this.health.of(tx, [source]);
    return {
      ...(state ?? refuse('not-found')),
      gaps: await this.reads.gaps(tx, id),
      differences: await this.reads.differences(tx, id),
      strange: await this.reads.strange(tx, id),
    };
  }
}
