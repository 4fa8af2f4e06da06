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
  /** Where the unit hangs and once hung: its own history runs on when it moves. */
  readonly paths: readonly string[];
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
    const period = orRefuse(periodOf(question, today));
    return { scope: this.withPast(scope), unit, paths: this.pathsOf(unit), period, today, now };
  }

  /** The present path first. */
  pathsOf(unit: Unit): string[] {
    return [unit.path, ...this.units.former().pathsOf(unit.id, unit.path)];
  }

  /**
   * The units that hang below this one, or did in the past, each with the paths it had there: what a superior's
   * numbers are made of.
   */
  childPaths(unit: Unit): Map<Unit, string[]> {
    const tree = this.units.current();
    const past = this.units.former().childrenOf(unit.id);
    const children = new Map(this.children(unit).map((child) => [child, [child.path]]));
    for (const [id, paths] of past) {
      const child = tree.get(id);
      const known = children.get(child) ?? [];
      children.set(child, [...known, ...paths.filter((path) => !known.includes(path))]);
    }
    return children;
  }

  /** Rows of past days lie at the path of their time. */
  private withPast(scope: Scope): Scope {
    const inside = this.units
      .current()
      .all()
      .filter((unit) => covers(scope, unit.path));
    const past = inside.flatMap((unit) => this.units.former().pathsOf(unit.id, unit.path));
    const further = past.filter((path) => !covers(scope, path));
    return further.length > 0 ? { ...scope, prefixes: [...scope.prefixes, ...further] } : scope;
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
