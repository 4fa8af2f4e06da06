import { type Actor } from '@hotline/organization';
import type { TicketFacts } from '@hotline/ticket';
import {
  LogWorkerContact,
  PauseTicket,
  ReportHop,
  RequestExclusion,
  RequestExtension,
  ResumeTicket,
  RuleRequest,
  SignHop,
} from '@hotline/handling';
import type { CaseHouse } from './case-house.js';

/** A desk of every level on the way to 南山区, and the verbs of requests in one word each; every one checks custody. */
export class HandledCase {
  private constructor(
    readonly house: CaseHouse,
    readonly county: Actor,
    readonly colleague: Actor,
    readonly city: Actor,
    readonly province: Actor,
    readonly national: Actor,
    readonly agent: Actor,
  ) {}

  static async staffed(house: CaseHouse): Promise<HandledCase> {
    return new HandledCase(
      house,
      await house.actor(['handler', '440305']),
      await house.actor(['handler', '440305']),
      await house.actor(['handler', '440300']),
      await house.actor(['handler', '440000']),
      await house.actor(['handler', 'cn']),
      await house.actor(['agent', 'cn']),
    );
  }

  /** Arrived, signed, the worker spoken with. */
  async inHand(): Promise<string> {
    const id = await this.house.arrived();
    await this.do(id, (version) => this.house.get(SignHop).run(this.county, id, version));
    await this.do(id, (version) =>
      this.house
        .get(LogWorkerContact)
        .run(this.county, id, version, { means: 'call', reached: true, note: '已联系' }),
    );
    return id;
  }

  async do(id: string, verb: (version: number) => Promise<unknown>): Promise<TicketFacts> {
    await verb(await this.house.version(id));
    return this.house.check(id);
  }

  extend(id: string, workingDays = 2, actor = this.county): Promise<TicketFacts> {
    const plea = {
      reasonCode: 'many-people',
      reason: '涉及十二人，逐一核对工资',
      workingDays,
      attachmentIds: [],
    };
    return this.do(id, (version) => this.house.get(RequestExtension).run(actor, id, version, plea));
  }

  async exclude(id: string, actor = this.county): Promise<TicketFacts> {
    const plea = {
      reasonCode: 'duplicate-case',
      reason: '与另一工单为同一事项',
      attachmentIds: [await this.file(actor)],
    };
    return this.do(id, (version) => this.house.get(RequestExclusion).run(actor, id, version, plea));
  }

  rule(
    id: string,
    actor: Actor,
    kind: 'extension' | 'exclusion',
    decision: 'granted' | 'refused',
    nth = -1,
  ): Promise<TicketFacts> {
    return this.do(id, async (version) => {
      const { requests } = await this.house.facts(id);
      const requestId = requests.filter((one) => one.kind === kind).at(nth)?.id ?? '';
      const ruling = { requestId, decision, reason: '经核实' };
      await this.house.get(RuleRequest).run(actor, id, version, kind, ruling);
    });
  }

  pause(id: string, workingDays = 5): Promise<TicketFacts> {
    const order = {
      reasonCode: 'awaiting-arbitration',
      thirdParty: '南山区劳动人事争议仲裁院',
      reason: '等待裁决',
      workingDays,
    };
    return this.do(id, (version) => this.house.get(PauseTicket).run(this.county, id, version, order));
  }

  resume(id: string, actor = this.county, note: string | null = null): Promise<TicketFacts> {
    return this.do(id, (version) => this.house.get(ResumeTicket).run(actor, id, version, note));
  }

  report(id: string, actor = this.county): Promise<TicketFacts> {
    const said = {
      outcome: 'negotiated',
      amountRecovered: null,
      peopleHelped: null,
      narrative: '已支付',
      workerContactId: null,
      attachmentIds: [],
    };
    return this.do(id, (version) => this.house.get(ReportHop).run(actor, id, version, said));
  }

  /** An uploaded file of this person. */
  async file(actor: Actor): Promise<string> {
    const { rows } = await this.house.owner.query<{ id: string }>(
      `insert into attachment (id, account_id, name, media_type, size, sha256, content, uploaded_at)
       values (gen_random_uuid(), $1, '证据.pdf', 'application/pdf', 1, '\\x00', '\\x00', $2) returning id`,
      [actor.accountId, this.house.clock.now()],
    );
    return rows[0]?.id ?? '';
  }

  /** Deadlines of the running clocks by kind. */
  async due(id: string): Promise<Record<string, string>> {
    const { openClocks } = await this.house.facts(id);
    return Object.fromEntries(openClocks.map(({ kind, dueAt }) => [kind, dueAt.toISOString()]));
  }

  async restatements(id: string): Promise<string[]> {
    const { rows } = await this.house.owner.query<{ said: string }>(
      `select c.kind || ' ' || r.reason as said from clock_restatement r join clock c on c.id = r.clock_id
       where r.ticket_id = $1 order by r.at, c.kind desc, r.id`,
      [id],
    );
    return rows.map(({ said }) => said);
  }
}
