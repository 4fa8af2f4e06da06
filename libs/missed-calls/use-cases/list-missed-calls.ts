import { Injectable } from '@nestjs/common';
import {
  type Instant,
  isId,
  refuse,
  type Scope,
  shanghaiDay,
  type Transaction,
  UnitOfWork,
} from '@hotline/kernel';
import {
  type Actor,
  hasPermission,
  overrules,
  scopeOf,
  type UnitBrief,
  UnitTree,
} from '@hotline/organization';
import { MissedReads, type MissedRow, type MissedView } from '../data/missed-reads.js';
import type { MissedReason, MissedResult } from '../domain/missed.js';

export interface MissedAsked {
  readonly view: MissedView;
  readonly unitId?: string | undefined;
  readonly reason: MissedReason | null;
  readonly cursor: string | null;
  readonly limit: number;
}

export interface ShownDuty {
  readonly id: string;
  readonly unit: UnitBrief;
  readonly masked: string | null;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly tries: number;
  readonly reason: MissedReason;
  readonly wanted: boolean;
  readonly dueAt: Instant;
  readonly overdue: boolean;
  readonly takenBy: string | null;
  readonly takenAt: Instant | null;
  readonly mine: boolean;
  readonly attempts: number;
  readonly closedAt: Instant | null;
  readonly closedBy: string | null;
  readonly result: MissedResult | null;
  readonly note: string | null;
  readonly throughAt: Instant | null;
  readonly version: number;
  readonly verbs: DutyVerb[];
}

export const DUTY_VERBS = ['take', 'release', 'record', 'reveal'] as const;
export type DutyVerb = (typeof DUTY_VERBS)[number];

/** The list of whom to call back, within what the reader may see. */
@Injectable()
export class ListMissedCalls {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reads: MissedReads,
    private readonly units: UnitTree,
  ) {}

  run(actor: Actor, asked: MissedAsked): Promise<{ items: ShownDuty[]; nextCursor: string | null }> {
    const scope = scopeOf(actor, 'missed-call.read');
    const prefixes = this.prefixes(scope, asked.unitId);
    const after = asked.cursor === null ? null : placeOf(asked.cursor);
    return this.work.read(scope, async (tx) => {
      const { view, reason, limit } = asked;
      const found = await this.reads.list(tx, { view, prefixes, reason, after, limit: limit + 1 });
      const page = found.slice(0, limit);
      const items = page.map((row) => this.shown(tx, actor, row));
      return { items, nextCursor: found.length > limit ? cursorOf(page.at(-1)) : null };
    });
  }

  counts(actor: Actor, unitId?: string): Promise<Awaited<ReturnType<MissedReads['counts']>>> {
    const scope = scopeOf(actor, 'missed-call.read');
    const prefixes = this.prefixes(scope, unitId);
    return this.work.read(scope, (tx) => this.reads.counts(tx, prefixes, shanghaiDay(tx.now)));
  }

  one(actor: Actor, id: string): Promise<ShownDuty> {
    return this.work.read(scopeOf(actor, 'missed-call.read'), async (tx) => {
      const row = await this.reads.one(tx, id);
      return row ? this.shown(tx, actor, row) : refuse('not-found');
    });
  }

  /** @throws Refused `not-found` for a unit outside the reader's scope */
  private prefixes({ prefixes }: Scope, unitId: string | undefined): readonly string[] {
    if (unitId === undefined) return prefixes;
    const path = this.units.current().find(unitId)?.path;
    if (path === undefined || !prefixes.some((prefix) => path.startsWith(prefix)))
      return refuse('not-found', { field: 'unitId' });
    return [path];
  }

  private shown(tx: Transaction, actor: Actor, row: MissedRow): ShownDuty {
    const mine = row.taken_by === actor.accountId;
    return {
      id: row.id,
      unit: this.units.brief(row.unit_id),
      masked: row.caller_masked,
      firstAt: row.first_at,
      lastAt: row.last_at,
      tries: row.tries,
      reason: row.reason,
      wanted: row.wanted,
      dueAt: row.due_at,
      overdue: (row.closed_at ?? tx.now) > row.due_at,
      takenBy: row.taker,
      takenAt: row.taken_at,
      mine,
      attempts: row.attempts,
      closedAt: row.closed_at,
      closedBy: row.closer,
      result: row.result,
      note: row.note,
      throughAt: row.through_at,
      version: row.version,
      verbs: verbsOf(actor, this.units.current().get(row.unit_id).path, row, mine),
    };
  }
}

/** What the server would let this person do now. */
function verbsOf(actor: Actor, path: string, { closed_at, taken_by }: MissedRow, mine: boolean): DutyVerb[] {
  if (closed_at !== null || !overrules(actor, 'missed-call.handle', path)) return [];
  if (taken_by !== null && !mine) return overrules(actor, 'missed-call.manage', path) ? ['release'] : [];
  if (taken_by === null) return ['take', 'record'];
  return ['release', 'record', ...(hasPermission(actor, 'identity.reveal') ? (['reveal'] as const) : [])];
}

const cursorOf = (row: MissedRow | undefined): string | null =>
  row ? Buffer.from(`${row.place}|${row.id}`).toString('base64url') : null;

const PLACE = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?$/;

function placeOf(cursor: string): { at: string; id: string } {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  if (!PLACE.test(at) || Number.isNaN(Date.parse(at)) || !isId(id))
    return refuse('invalid-input', { field: 'cursor' });
  return { at, id };
}
