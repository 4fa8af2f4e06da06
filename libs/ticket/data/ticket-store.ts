import { Injectable } from '@nestjs/common';
import { Live, newId, pathRange, refuse, type Scope, type Transaction } from '@hotline/kernel';
import { prepared, row, rows } from '@hotline/platform';
import type { TicketFacts } from '../domain/facts.js';
import { type ClockChange, type NewHop, nextDeadline, type Step } from '../domain/step.js';
import { FACTS_SQL, type FactsRow, toFacts } from './facts-row.js';
import {
  ADD_TAGS_SQL,
  APPLY_SQL,
  END_PAUSE_SQL,
  LAPSE_SQL,
  RESTATE_SQL,
  STAMP_COLUMNS,
} from './apply-sql.js';
import { writeParts } from './part-rows.js';
import { endRecords } from './record-endings.js';

/**
 * The rights predicate of every ticket read: literal path ranges (index-friendly), or custody once held.
 * Appends its values to `values` and returns the SQL; an empty scope sees nothing.
 */
export function seen(alias: string, scope: Scope, values: unknown[]): string {
  if (scope.prefixes.length === 0) return 'false';
  const ranges = scope.prefixes.map((prefix) => {
    const { low, high } = pathRange(prefix);
    const at = values.push(low, high);
    return { own: `${alias}.path >= $${at - 1} and ${alias}.path < $${at}`, low: at - 1, high: at };
  });
  const once = ranges.map(({ low, high }) => `a.path >= $${low} and a.path < $${high}`).join(' or ');
  return (
    `(${ranges.map((range) => `(${range.own})`).join(' or ')} or exists ` +
    `(select 1 from ticket_access a where a.ticket_id = ${alias}.id and (${once})))`
  );
}

/** A step decided on these facts. */
export interface Applied {
  readonly facts: TicketFacts;
  readonly step: Step;
}

/** The only way to read a ticket for change and to change it. */
@Injectable()
export class TicketStore {
  constructor(private readonly live: Live) {}

  /**
   * Locks the ticket's row and reads all facts rules ask for.
   * @throws Refused `not-found` when it is absent or invisible, `stale-version` when `version` is not the present one.
   */
  async lock(tx: Transaction, id: string, version?: number): Promise<TicketFacts> {
    const values: unknown[] = [id];
    const predicate = seen('t', tx.scope, values);
    const held = await row<{ version: number }>(
      tx,
      `select t.version from ticket t where t.id = $1 and ${predicate} for no key update of t`,
      values,
    );
    if (!held) return refuse('not-found');
    if (version !== undefined && held.version !== version) {
      return refuse('stale-version', { facts: { yours: version, newest: held.version } });
    }
    return this.read(tx, id);
  }

  /**
   * The same for several tickets at once.
   * @throws Refused `not-found` when one of them is absent or invisible.
   */
  async lockAll(tx: Transaction, ids: readonly string[]): Promise<Map<string, TicketFacts>> {
    const values: unknown[] = [ids];
    const predicate = seen('t', tx.scope, values);
    // In the order of their ids, so that two that lock the same tickets never wait for each other.
    const locked = prepared(
      tx,
      `ticket-lock-all-${tx.scope.prefixes.length}`,
      `select t.id from ticket t where t.id = any ($1::uuid[]) and ${predicate} order by t.id for no key update of t`,
      values,
    );
    const [held, found] = await Promise.all([locked, this.facts(tx, ids)]);
    const visible = Math.min(held.length, found.size);
    return visible < new Set(ids).size ? refuse('not-found') : found;
  }

  private async facts(tx: Transaction, ids: readonly string[]): Promise<Map<string, TicketFacts>> {
    const found = await prepared<FactsRow>(tx, 'ticket-facts', FACTS_SQL, [ids]);
    return new Map(found.map((facts) => [facts.id, toFacts(facts)]));
  }

  /** The facts of a visible ticket without a lock, for reads and offered verbs. */
  async read(tx: Transaction, id: string): Promise<TicketFacts> {
    return (await this.facts(tx, [id])).get(id) ?? refuse('not-found');
  }

  /** Writes one step: stamps, hop, clocks, event, notices and the ticket's next version. */
  async apply(tx: Transaction, facts: TicketFacts, step: Step): Promise<number> {
    await this.applyAll(tx, [{ facts, step }]);
    return facts.version + 1;
  }

  /** The same for several tickets, each once: what can be written for all of them together is. */
  async applyAll(tx: Transaction, applied: readonly Applied[]): Promise<void> {
    // A ticket has one open lead hop at a time, so stamps go before the hops that follow. Sent one behind the other without
    // waiting for each answer: the connection is in pipeline mode, where pg allows it.
    const before = stampHops(tx, applied);
    const sent = applied.map(({ facts, step }) => {
      before.push(...this.besides(tx, facts, step));
      return prepared(tx, 'ticket-apply', APPLY_SQL, applyValues(tx, facts, step, facts.version + 1));
    });
    const [written] = await Promise.all([Promise.all(sent), ...before]);
    for (const [n, { facts, step }] of applied.entries()) {
      const version = facts.version + 1;
      if (written[n]?.length === 0)
        return refuse('stale-version', { facts: { yours: facts.version, newest: version } });
      await writeParts(tx, facts, step);
      this.announce(tx, facts, step, version);
    }
  }

  /** What has to be written before the next version. */
  private besides(tx: Transaction, facts: TicketFacts, step: Step): Promise<unknown>[] {
    const sent: Promise<unknown>[] = [];
    if (step.resumeClocks?.length) {
      const ids = step.resumeClocks.map((clock) => clock.id);
      sent.push(rows(tx, 'update clock set stopped_at = null where id = any ($1)', [ids]));
    }
    if (step.lapseClocks?.length) sent.push(rows(tx, LAPSE_SQL, [step.lapseClocks, tx.now]));
    if (step.endPause) {
      const { how, note } = step.endPause;
      sent.push(rows(tx, END_PAUSE_SQL, [facts.id, tx.now, tx.scope.accountId, how, note]));
    }
    if (step.changeClocks?.length) sent.push(this.restate(tx, facts.id, step.changeClocks));
    if (step.addTags?.length) sent.push(rows(tx, ADD_TAGS_SQL, [facts.id, step.addTags]));
    if (step.state === 'closed') sent.push(...endRecords(tx, facts));
    return sent;
  }

  private async restate(tx: Transaction, ticketId: string, changes: readonly ClockChange[]): Promise<void> {
    const moved = changes.map((change) => ({
      row_id: newId(),
      clock_id: change.clockId,
      due_at: change.dueAt,
      yellow_at: change.yellowAt,
      calendar_version: change.calendarVersion,
      provisional: change.provisional,
      reason: change.reason,
      subject_id: change.subjectId ?? null,
    }));
    await rows(tx, RESTATE_SQL, [ticketId, tx.now, JSON.stringify(moved), tx.scope.accountId]);
  }

  private announce(tx: Transaction, facts: TicketFacts, step: Step, version: number): void {
    tx.afterCommit(() => {
      this.live.publish({
        kind: 'ticket',
        id: facts.id,
        version,
        state: step.state,
        turnUnitId: step.turn?.unit.id ?? null,
        path: step.hop?.to.path ?? facts.accountable.path,
      });
      for (const { unit } of step.notices ?? []) {
        this.live.publish({ kind: 'notice', unitId: unit.id, path: unit.path });
      }
    });
  }
}

function stampHops(tx: Transaction, applied: readonly Applied[]): Promise<unknown>[] {
  const all = applied.flatMap(({ step }) => step.stamps ?? []);
  return [...new Set(all.map((one) => one.stamp))].map((stamp) => {
    const ids = all.filter((one) => one.stamp === stamp).map(({ hopId }) => hopId);
    const text = `update hop set ${STAMP_COLUMNS[stamp]} = $2 where id = any ($1::uuid[])`;
    return prepared(tx, `hop-${stamp}`, text, [ids, tx.now]);
  });
}

function applyValues(tx: Transaction, facts: TicketFacts, step: Step, version: number): unknown[] {
  const next = nextDeadline(facts, step);
  return [
    facts.id,
    version,
    tx.now,
    JSON.stringify(hopRows(facts, step)),
    JSON.stringify(clockRows(step)),
    JSON.stringify((step.notices ?? []).map(({ unit, kind }) => ({ id: newId(), unit_id: unit.id, kind }))),
    step.stopClocks ?? [],
    newId(),
    step.event.kind,
    step.event.unitId,
    tx.scope.accountId,
    JSON.stringify(step.event.facts ?? {}),
    step.state,
    step.hop?.to.id ?? null,
    step.turn?.unit.id ?? null,
    step.turn?.expected ?? null,
    step.queueReason === undefined ? null : step.queueReason,
    step.targetUnitId === undefined ? facts.targetUnitId : step.targetUnitId,
    next?.dueAt ?? null,
    next?.yellowAt ?? null,
    facts.redoCount + (step.redo ? 1 : 0),
    step.recallUntil ?? null,
    step.recallUntil ? (step.hop?.id ?? null) : null,
  ];
}

function hopRows(facts: TicketFacts, step: Step): object[] {
  const hops: (NewHop & { parentHopId?: string })[] = [
    ...(step.hop ? [step.hop] : []),
    ...(step.supportHops ?? []),
  ];
  return hops.map((hop, n) => ({
    id: hop.id,
    from_unit_id: hop.from?.id ?? null,
    to_unit_id: hop.to.id,
    seq: facts.lastSeq + 1 + n,
    role: hop.parentHopId ? 'support' : 'lead',
    parent_hop_id: hop.parentHopId ?? null,
    sent_by: hop.sentBy,
    explanation: hop.explanation,
  }));
}

function clockRows(step: Step): object[] {
  return (step.startClocks ?? []).map((clock) => ({
    id: clock.id,
    kind: clock.kind,
    unit_id: clock.unitId,
    hop_id: clock.hopId,
    started_at: clock.startedAt,
    yellow_at: clock.yellowAt,
    due_at: clock.dueAt,
    calendar_id: clock.calendarId ?? null,
    calendar_version: clock.calendarVersion,
    provisional: clock.provisional,
    limit_id: clock.limitId,
    limit_amount: clock.limitAmount,
    limit_unit: clock.limitUnit,
    subject_id: clock.subjectId ?? null,
    is_right: clock.isRight ?? false,
  }));
}
