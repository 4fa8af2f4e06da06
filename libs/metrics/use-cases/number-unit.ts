import { Injectable } from '@nestjs/common';
import { Clock, type Instant, orRefuse, refuse, type Scope, shanghaiDay } from '@hotline/kernel';
import { type Actor, homeUnit, scopeOf, type Unit, UnitTree } from '@hotline/organization';
import { type Period, periodOf } from '../domain/period.js';

export interface NumberQuestion {
  readonly unitId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface Asked {
  readonly scope: Scope;
  readonly unit: Unit;
  readonly period: Period;
  readonly today: string;
  readonly now: Instant;
}

/** What every question about numbers has in common: whose, for which days, and may the reader know. */
@Injectable()
export class NumberUnit {
  constructor(
    private readonly units: UnitTree,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused `not-found` for a unit outside the reader's scope, `invalid-input` for a bad period */
  asked(actor: Actor, question: NumberQuestion): Asked {
    const scope = scopeOf(actor, 'numbers.read');
    const unitId = question.unitId ?? homeUnit(actor, 'numbers.read')?.unitId;
    const unit = unitId === undefined ? undefined : this.units.current().find(unitId);
    if (!unit || !covers(scope, unit.path)) return refuse('not-found', { field: 'unitId' });
    const now = this.clock.now();
    const today = shanghaiDay(now);
    return { scope, unit, period: orRefuse(periodOf(question, today)), today, now };
  }

  children(unit: Unit): readonly Unit[] {
    return this.units.current().childrenOf(unit.id);
  }

  hasChildren(unit: Unit): boolean {
    return this.children(unit).length > 0;
  }

  withCode(code: string): Unit | undefined {
    return this.units.current().withCode(code);
  }
}

export const covers = (scope: Scope, path: string): boolean =>
  scope.prefixes.some((prefix) => path.startsWith(prefix));

/** How many labels a path has: `cn/44/4403/` has three. */
export const labelsOf = (path: string): number => path.split('/').length - 1;
