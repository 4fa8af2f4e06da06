import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import {
  mayDo,
  MovingClocks,
  openRequest,
  type RequestFacts,
  type RequestKind,
  type TicketFacts,
  TicketStore,
} from '@hotline/ticket';
import { RequestStore } from '../data/request-store.js';
import { ruleRequest } from '../domain/ask-superior.js';

export interface RequestRuling {
  readonly requestId: string;
  readonly decision: 'granted' | 'refused';
  readonly reason: string;
}

/** The superior decides on more time or on an exclusion; never the person who asked. */
@Injectable()
export class RuleRequest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: RequestStore,
    private readonly units: UnitTree,
    private readonly moving: MovingClocks,
  ) {}

  run(
    actor: Actor,
    ticketId: string,
    version: number,
    kind: RequestKind,
    ruling: RequestRuling,
  ): Promise<void> {
    return this.work.run(scopeOf(actor, 'ticket.rule'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      const request = theOpenOne(facts, kind, ruling.requestId);
      orRefuse(mayDo(`rule-${kind}`, facts, actor, tx.now));
      await this.store.rule(tx, request.id, ruling);
      const verdict = { request, decision: ruling.decision };
      await this.tickets.apply(
        tx,
        facts,
        ruleRequest(facts, this.units.current(), verdict, this.moving.move),
      );
    });
  }
}

function theOpenOne(facts: TicketFacts, kind: RequestKind, requestId: string): RequestFacts {
  const request = openRequest(facts, kind);
  if (request?.id === requestId) return request;
  const known = facts.requests.some((one) => one.id === requestId && one.kind === kind);
  return refuse(known ? 'already-ruled' : 'not-found', { field: 'requestId' });
}
