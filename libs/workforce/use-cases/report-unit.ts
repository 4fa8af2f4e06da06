import { Injectable } from '@nestjs/common';
import { Clock, type Instant, orRefuse, refuse, type Scope, shanghaiDay } from '@hotline/kernel';
import {
  type Actor,
  hasPermission,
  homeUnit,
  type Permission,
  scopeOf,
  type Unit,
  UnitTree,
} from '@hotline/organization';
import type { ReportStep } from '../domain/interval.js';
import { type ReportDays, reportDays } from '../domain/report-days.js';

export interface ReportQuestion {
  readonly unitId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly step?: ReportStep | undefined;
}

export interface ReportAsked {
  readonly scope: Scope;
  readonly unit: Unit;
  readonly paths: readonly string[];
  readonly now: Instant;
  readonly today: string;
  /** whose rows alone may be read; null: everybody's of the unit */
  readonly own: string | null;
}

/** What questions about calls and agents have in common: of which unit, and may the reader know. */
@Injectable()
export class ReportUnit {
  constructor(
    private readonly units: UnitTree,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused `not-found` for a unit outside the reader's scope */
  asked(actor: Actor, unitId: string | undefined, permission: Permission): ReportAsked {
    const ofOthers = hasPermission(actor, 'call-report.of-others');
    // Whoever reads others' reports somewhere reads there; elsewhere only his own.
    const wide = permission === 'call-report.read' && ofOthers ? 'call-report.of-others' : permission;
    const scope = scopeOf(actor, wide);
    const id = unitId ?? homeUnit(actor, wide)?.unitId;
    const unit = id === undefined ? undefined : this.units.current().find(id);
    if (!unit || !scope.prefixes.some((prefix) => unit.path.startsWith(prefix)))
      return refuse('not-found', { field: 'unitId' });
    const now = this.clock.now();
    const own = permission === 'call-report.read' && !ofOthers ? actor.accountId : null;
    return { scope, unit, paths: this.units.spellings(unit.path), now, today: shanghaiDay(now), own };
  }

  now(): Instant {
    return this.clock.now();
  }

  /** Whose rows are read. @throws Refused `forbidden` when an agent asks for another's */
  whose({ own }: ReportAsked, accountId: string | null): string | null {
    return own === null || accountId === null || accountId === own ? (own ?? accountId) : refuse('forbidden');
  }

  /** @throws Refused `invalid-input` for days that are none, turned round, or too many for the step */
  days(question: ReportQuestion, today: string): ReportDays & { readonly step: ReportStep } {
    const step = question.step ?? '30';
    return { ...orRefuse(reportDays(question, today, step)), step };
  }
}
