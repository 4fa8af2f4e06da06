import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import type { Actor } from '@hotline/organization';
import { type FrozenBy, type RestatedDay, SnapshotReads } from '../data/snapshot-reads.js';
import { DEFINITIONS, EXCLUSIONS, type MetricName } from '../domain/metrics.js';
import { rateOf } from '../domain/rate.js';
import { type NumberQuestion, NumberUnit } from './number-unit.js';

export interface RestatedSums {
  readonly numerator: number;
  readonly denominator: number;
  readonly rate: number | null;
  readonly excluded: {
    readonly code: string;
    readonly zh: string;
    readonly en: string;
    readonly count: number;
  }[];
}

export interface ShownRestatement {
  readonly day: string;
  readonly frozen: (RestatedSums & { readonly frozenAt: Date; readonly definitionVersion: number }) | null;
  readonly now: RestatedSums;
  /** False: the snapshot was made by another definition, so the two are not the same number. */
  readonly comparable: boolean;
}

export interface RestatedDays {
  readonly metric: MetricName;
  readonly definitionVersion: number;
  readonly frozenBy: FrozenBy[];
  readonly days: ShownRestatement[];
}

/** Days that say something else now than when they were frozen; a snapshot keeps the definition it was made by. */
@Injectable()
export class ListRestatedDays {
  constructor(
    private readonly work: UnitOfWork,
    private readonly asking: NumberUnit,
    private readonly snapshots: SnapshotReads,
  ) {}

  async run(actor: Actor, metric: MetricName, question: NumberQuestion): Promise<RestatedDays> {
    const { scope, unit, period } = this.asking.asked(actor, question);
    return this.work.read(scope, async (tx) => {
      const asked = { metric, unitId: unit.id, period };
      const { version } = DEFINITIONS[metric];
      const days = (await this.snapshots.restated(tx, asked)).map((day) => shown(day, version));
      return {
        metric,
        definitionVersion: version,
        frozenBy: await this.snapshots.frozenBy(tx, asked),
        days,
      };
    });
  }
}

function shown({ day, frozen, now }: RestatedDay, version: number): ShownRestatement {
  return {
    day,
    frozen: frozen && {
      ...sums(frozen),
      frozenAt: frozen.frozenAt,
      definitionVersion: frozen.definitionVersion,
    },
    now: sums(now),
    comparable: frozen === null || frozen.definitionVersion === version,
  };
}

function sums({ numerator, denominator, excluded }: RestatedDay['now']): RestatedSums {
  return {
    numerator,
    denominator,
    rate: rateOf(numerator, denominator),
    excluded: EXCLUSIONS.flatMap((term) => {
      const count = excluded[term.code] ?? 0;
      return count > 0 ? [{ ...term, count }] : [];
    }),
  };
}
