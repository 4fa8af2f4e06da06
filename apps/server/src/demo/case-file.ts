import { type Instant, newId, orRefuse } from '@hotline/kernel';
import { decideRoute, leaveToDispatcher, sendOn } from '@hotline/dispatch';
import {
  archiveTicket,
  asksForRedo,
  type CallBackAnswer,
  closeTicket,
  orderRedo,
  recordCallBack,
} from '@hotline/follow-up';
import {
  acceptReport,
  grantReturn,
  logContact,
  refuseReturn,
  reportHop,
  requestReturn,
  rulerOf,
  sendBack,
  signHop,
} from '@hotline/handling';
import type { OpenedRows } from '@hotline/intake';
import type { Role, Unit } from '@hotline/organization';
import { takeOverLadder } from '@hotline/supervision';
import {
  custody,
  type Explanation,
  type QueueReason,
  refOf,
  type StartClock,
  type Step,
  type TicketFacts,
} from '@hotline/ticket';
import { factsAfter, openedFacts } from './case-facts.js';
import { type CaseRows, emptyRows, recordStep } from './case-rows.js';
import type { World } from './world.js';

/**
 * One ticket of the history. The rules of the product decide every step, at moments the history chooses; this file
 * only stands in for the database between them.
 */
export class CaseFile {
  facts: TicketFacts;
  readonly rows: CaseRows;
  closedAt: Instant | null = null;

  constructor(
    readonly world: World,
    readonly opened: OpenedRows,
    /** The moment of the next step. */
    public at: Instant,
  ) {
    this.facts = openedFacts(opened);
    this.rows = emptyRows(opened);
  }

  get holder(): Unit {
    return this.world.parts.tree.get(custody(this.facts).toUnitId);
  }

  private get turnUnit(): Unit {
    return this.world.parts.tree.get(this.facts.turn?.unit.id ?? this.facts.intake.id);
  }

  private get start(): StartClock {
    return this.world.parts.clocks.for(this.facts, this.at);
  }

  private person(role: Role, unit: Unit): string {
    return this.world.parts.staff.of(role, unit).id;
  }

  private apply(step: Step, actorId: string | null): void {
    recordStep(this.rows, this.facts, step, this.at, actorId);
    this.facts = factsAfter(this.facts, step, this.at);
  }

  /** What the dispatch job does for one hop. */
  dispatchHop(): void {
    const { tree, catalogue } = this.world.parts;
    const chosen = this.facts.targetUnitId ? tree.get(this.facts.targetUnitId) : null;
    if (chosen) return this.send(chosen, custody(this.facts).explanation, null);
    const decision = decideRoute(this.facts, catalogue, tree);
    if (decision.clear) return this.send(decision.target, decision.explanation, null);
    this.leave(decision.reason, decision.explanation);
  }

  leave(reason: QueueReason, explanation: Explanation): void {
    this.apply(leaveToDispatcher(this.facts, this.world.parts.tree, reason, explanation), null);
  }

  /** A dispatcher of the unit that holds the ticket sends it to the target. */
  dispatchTo(target: Unit, note: string): void {
    const dispatcher = this.person('dispatcher', this.holder);
    const text = `派单员指派 → ${target.name}（${note}）`;
    this.send(target, { text, catalogueVersion: null, rule: null }, dispatcher);
  }

  private send(target: Unit, explanation: Explanation, sentBy: string | null): void {
    const { facts, at: now, start } = this;
    const { tree } = this.world.parts;
    this.apply(sendOn({ facts, target, tree, explanation, sentBy, now, start }), sentBy);
  }

  sign(): void {
    const handler = this.person('handler', this.holder);
    this.rows.signedBy.set(custody(this.facts).id, handler);
    this.apply(signHop(this.facts), handler);
  }

  contactWorker(means: 'call' | 'visit' | 'meeting', reached: boolean, note: string): string {
    const contact = { id: newId(), means, reached, note };
    const { total, reached: before } = this.facts.workerContacts;
    const own = this.own('handler', this.holder);
    this.rows.workerContacts.push({ ...own, ...contact, hop_id: custody(this.facts).id });
    this.apply(logContact(this.facts, contact), own.account_id);
    this.facts = {
      ...this.facts,
      workerContacts: { total: total + 1, reached: before + (reached ? 1 : 0) },
    };
    return contact.id;
  }

  requestReturn(reasonCode: string, clause: string, reason: string, proposed: Unit | null): void {
    const ruler = orRefuse(rulerOf(this.facts, this.world.parts.tree, proposed));
    const id = newId();
    const own = this.own('handler', this.holder);
    this.rows.returns.push({
      attachment_ids: [],
      ...own,
      id,
      hop_id: custody(this.facts).id,
      reason_code: reasonCode,
      clause,
      reason,
      proposed_unit_id: proposed?.id ?? null,
      ruler_unit_id: ruler.id,
    });
    const request = { id, reasonCode, proposedUnitId: proposed?.id ?? null };
    this.apply(requestReturn(this.facts, ruler, request, this.start), own.account_id);
    const asked = { id, unitId: own.unit_id, rulerUnitId: ruler.id };
    this.facts = { ...this.facts, openReturn: asked, returns: [...this.facts.returns, asked] };
  }

  /** `owner`: who has to handle it; null leaves that to a dispatcher. */
  ruleReturn(granted: boolean, reason: string, owner: Unit | null): void {
    const { openReturn } = this.facts;
    const request = this.rows.returns.at(-1);
    if (!openReturn || !request) throw new Error('no return to rule');
    const ruler = this.world.parts.tree.get(openReturn.rulerUnitId);
    const ruledBy = this.person('handler', ruler);
    const { facts, start } = this;
    const ruling = { facts, returnId: openReturn.id, ruler, tree: this.world.parts.tree, ruledBy, start };
    this.apply(granted ? orRefuse(grantReturn(ruling, owner)) : refuseReturn(ruling), ruledBy);
    this.facts = { ...this.facts, openReturn: null };
    Object.assign(request, {
      ruled_at: this.at,
      ruled_by: ruledBy,
      decision: granted ? 'granted' : 'refused',
      ruling_reason: reason,
      ruled_unit_id: granted ? (owner?.id ?? null) : null,
    });
  }

  report(told: {
    outcome: string;
    narrative: string;
    amountRecovered: string | null;
    peopleHelped: number | null;
  }) {
    const id = newId();
    const workerContactId = this.rows.workerContacts.at(-1)?.id ?? null;
    const own = this.own('handler', this.holder);
    this.rows.reports.push({
      ...own,
      id,
      hop_id: custody(this.facts).id,
      outcome: told.outcome,
      amount_recovered: told.amountRecovered,
      people_helped: told.peopleHelped,
      narrative: told.narrative,
      proof: { ...(workerContactId ? { workerContactId } : {}), attachmentIds: [] },
    });
    const input = { id, ...told, workerContactId, attachmentIds: [] };
    this.apply(reportHop(this.facts, input, this.world.parts.tree, this.start), own.account_id);
    this.facts = {
      ...this.facts,
      lastReport: { id, at: this.at },
      callBacks: { attempts: 0, reached: false },
    };
  }

  review(accepted: boolean, reason: string): void {
    const own = this.own('handler', this.turnUnit);
    const decision = accepted ? 'accept' : 'redo';
    const report_id = this.facts.lastReport?.id ?? '';
    this.rows.reviews.push({ ...own, id: newId(), report_id, decision, reason });
    const decide = accepted ? acceptReport : sendBack;
    this.apply(decide(this.facts, this.world.parts.tree, this.start), own.account_id);
  }

  callBack(answer: CallBackAnswer): void {
    const id = newId();
    const own = this.own('agent', this.turnUnit);
    this.rows.callBacks.push({
      ...own,
      id,
      reached: answer.reached,
      not_reached_reason: answer.notReachedReason,
      solved: answer.solved,
      handling_rating: answer.handlingRating,
      call_rating: answer.callRating,
      reason: answer.reason,
      note: answer.note,
    });
    this.apply(recordCallBack(this.facts, { id, ...answer }), own.account_id);
    const attempts = this.facts.callBacks.attempts + 1;
    this.facts = { ...this.facts, callBacks: { attempts, reached: answer.reached } };
    if (!asksForRedo(this.facts, answer)) return;
    this.apply(orderRedo(this.facts, this.world.parts.tree, own.account_id, this.start), own.account_id);
  }

  close(): void {
    this.closedAt = this.at;
    this.apply(closeTicket(this.facts), this.person('agent', this.turnUnit));
  }

  /** Filed by itself, as the sweep does with what has been closed long enough. */
  archive(): void {
    this.apply(archiveTicket(this.facts, 'age'), null);
  }

  /** 人工接管: somebody of the superior follows the late stage, and the ladder stops for it. */
  takeOver(reason: string): void {
    const { turnUnit, facts } = this;
    const superior = this.world.parts.tree.parent(turnUnit.id);
    if (!superior) return;
    const stage = { hopId: custody(facts).id, unitId: turnUnit.id };
    const by = this.person('supervisor', superior);
    this.rows.ladderRuns.push({
      ...{ hop_id: stage.hopId, unit_id: stage.unitId, ticket_id: facts.id },
      ...{ taken_over_at: this.at, taken_over_by: by, reason },
    });
    this.apply(takeOverLadder(facts, refOf(superior), stage), by);
  }

  private own(role: Role, unit: Unit) {
    return { ticket_id: this.facts.id, unit_id: unit.id, account_id: this.person(role, unit), at: this.at };
  }
}
