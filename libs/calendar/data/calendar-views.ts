import { Injectable } from '@nestjs/common';
import { type Instant, shanghaiDay } from '@hotline/kernel';
import { type Actor, briefOf, type Unit, UnitTree } from '@hotline/organization';
import { type CalendarPlan, planOf, standingOn } from '../domain/calendar-plan.js';
import { mayEditCalendar, ROOT_PATH } from '../domain/rule-rights.js';
import type {
  CalendarBody,
  CalendarCardBody,
  CalendarVersionBody,
  DraftMarkBody,
} from '../http/calendar-bodies.js';
import type { PlanBody } from '../http/plan-bodies.js';
import type { StoredDraft, StoredVersion } from './calendar-store.js';

const MOST_UNITS = 50;

/** What the reader sees of one calendar: who reads, when, and what stands beside it. */
export interface CalendarFacts {
  readonly published: StoredVersion | null;
  readonly draft: StoredDraft | null;
}

const draftMark = ({ version, basedOn, changedAt, changedBy }: StoredDraft): DraftMarkBody => ({
  version,
  basedOn,
  changedAt,
  changedBy,
});

const versionBody = ({
  version,
  body,
  publishedAt,
  publishedBy,
  note,
}: StoredVersion): CalendarVersionBody => ({
  version,
  knownFrom: body.knownFrom,
  knownTo: body.knownTo,
  publishedAt,
  publishedBy,
  note,
});

/** The State Council announces a year in the November before it: this year must be known, the next one is awaited. */
function missingYear(knownTo: number, now: Instant): number | null {
  const thisYear = Number(shanghaiDay(now).slice(0, 4));
  if (knownTo < thisYear) return thisYear;
  return knownTo === thisYear ? thisYear + 1 : null;
}

/** Calendars as screens show them, with the units around them. */
@Injectable()
export class CalendarViews {
  constructor(private readonly units: UnitTree) {}

  /** Path of the unit whose calendar it is, the root's for the national one. */
  ownerPath(plan: Pick<CalendarPlan, 'unitId'>): string {
    if (plan.unitId === null) return ROOT_PATH;
    return this.units.current().find(plan.unitId)?.path ?? ROOT_PATH;
  }

  card(actor: Actor, { published, draft }: CalendarFacts, now: Instant): CalendarCardBody {
    const plan = published ? planOf(published.body) : draft?.plan;
    if (!plan) throw new Error('a calendar is published or drafted');
    const owner = plan.unitId === null ? undefined : this.units.current().find(plan.unitId);
    const { knownFrom, knownTo } = published?.body ?? plan;
    return {
      id: plan.id,
      name: plan.name,
      unit: owner ? briefOf(owner) : null,
      baseId: plan.baseId,
      version: published?.version ?? null,
      knownFrom,
      knownTo,
      missingYear: published ? missingYear(knownTo, now) : null,
      publishedAt: published?.publishedAt ?? null,
      publishedBy: published?.publishedBy ?? null,
      unitCount: this.unitsOf(new Set([plan.id])).length,
      draft: draft && draftMark(draft),
      mayEdit: mayEditCalendar(actor, this.ownerPath(plan)).ok,
    };
  }

  whole(
    actor: Actor,
    facts: CalendarFacts & { readonly versions: readonly StoredVersion[] },
    plans: readonly CalendarPlan[],
    now: Instant,
  ): CalendarBody {
    const { published, draft, versions } = facts;
    const card = this.card(actor, facts, now);
    return {
      ...card,
      plan: published && (planOf(published.body) as PlanBody),
      weekly: published && (published.body.weekly as PlanBody['weekly']),
      draft: draft && { ...draftMark(draft), plan: draft.plan as PlanBody },
      versions: versions.map(versionBody),
      derived: standingOn(card.id, plans).map((plan) => plan.id),
      units: this.uppermost(card.id).slice(0, MOST_UNITS).map(briefOf),
    };
  }

  unitsOf(calendarIds: ReadonlySet<string>): Unit[] {
    return this.units
      .current()
      .all()
      .filter((unit) => unit.active && calendarIds.has(unit.calendarId));
  }

  /** Units that work by the calendar while the one above does not. */
  private uppermost(calendarId: string): Unit[] {
    const tree = this.units.current();
    return this.unitsOf(new Set([calendarId])).filter(
      (unit) => tree.parent(unit.id)?.calendarId !== calendarId,
    );
  }
}
