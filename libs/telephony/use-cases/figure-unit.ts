import { Injectable } from '@nestjs/common';
import { Clock, DAY_MS, refuse, type Scope, shanghaiDay } from '@hotline/kernel';
import { type Actor, homeUnit, type Permission, scopeOf, type Unit, UnitTree } from '@hotline/organization';

export interface FigureAsked {
  readonly unitId?: string | undefined;
  /** Days in Asia/Shanghai, both included; the last seven by default. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface FigureUnitAsked {
  readonly scope: Scope;
  readonly unit: Unit;
  /** The unit and those above it, nearest first. */
  readonly chain: readonly string[];
  readonly today: string;
}

export interface Days {
  readonly from: string;
  readonly to: string;
}

// Rows are counted one by one here; the board has its sums for longer periods.
export const MOST_DAYS = 92;
const USUAL_DAYS = 7;

/** What questions about calls have in common: whose, for which days, and may the reader know. */
@Injectable()
export class FigureUnit {
  constructor(
    private readonly units: UnitTree,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused `not-found` for a unit outside the reader's scope */
  asked(actor: Actor, unitId: string | undefined, permission: Permission = 'numbers.read'): FigureUnitAsked {
    const scope = scopeOf(actor, permission);
    const tree = this.units.current();
    const id = unitId ?? homeUnit(actor, permission)?.unitId;
    const unit = id === undefined ? undefined : tree.find(id);
    if (!unit || !scope.prefixes.some((prefix) => unit.path.startsWith(prefix)))
      return refuse('not-found', { field: 'unitId' });
    const chain = tree.upwards(unit.id).map(({ id: one }) => one);
    return { scope, unit, chain, today: shanghaiDay(this.clock.now()) };
  }
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
export const isDay = (text: string): boolean =>
  /^[12]\d{3}-\d\d-\d\d$/.test(text) && !Number.isNaN(startOf(text)) && dayOf(startOf(text)) === text;

/** @throws Refused `invalid-input` for days that are none, turned round, or too many */
export function daysAsked({ from, to }: FigureAsked, today: string): Days {
  const last = to ?? today;
  if (!isDay(last)) return refuse('invalid-input', { field: 'to', facts: { problem: 'not-a-day' } });
  const first = from ?? dayOf(startOf(last) - (USUAL_DAYS - 1) * DAY_MS);
  if (!isDay(first)) return refuse('invalid-input', { field: 'from', facts: { problem: 'not-a-day' } });
  if (first > last) return refuse('invalid-input', { field: 'to', facts: { problem: 'before-the-start' } });
  if ((startOf(last) - startOf(first)) / DAY_MS >= MOST_DAYS)
    return refuse('invalid-input', { field: 'from', facts: { problem: 'too-long', most: MOST_DAYS } });
  return { from: first, to: last };
}
