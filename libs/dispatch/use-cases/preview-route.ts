import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, briefOf, homeUnit, scopeOf, type UnitBrief, UnitTree } from '@hotline/organization';
import { type Difficulty, type QueueReason, TicketClocks, type Urgency } from '@hotline/ticket';
import { Catalogues } from '../data/catalogues.js';
import type { RouteQuestion } from '../domain/catalogue.js';
import { decideRoute } from '../domain/route.js';

export interface PreviewQuestion extends RouteQuestion {
  readonly urgency: Urgency;
  readonly difficulty: Difficulty;
}

export interface Preview {
  readonly clear: boolean;
  readonly chain: UnitBrief[];
  readonly target: UnitBrief | null;
  readonly explanation: { text: string; catalogueVersion: number; rule: number | null };
  readonly queueReason: QueueReason | null;
  readonly signLimit: Date | null;
  readonly dueAt: Date | null;
  readonly promiseLimit: { amount: number; unit: string } | null;
}

/** Says, while the agent types, where the ticket would go and by when it would be due. Changes nothing. */
@Injectable()
export class PreviewRoute {
  constructor(
    private readonly work: UnitOfWork,
    private readonly units: UnitTree,
    private readonly catalogues: Catalogues,
    private readonly clocks: TicketClocks,
  ) {}

  run(actor: Actor, question: PreviewQuestion): Promise<Preview> {
    return this.work.read(scopeOf(actor, 'catalogue.read'), async (tx) => {
      const tree = this.units.current();
      const catalogue = await this.catalogues.at(tx, tx.now);
      const decision = decideRoute(question, catalogue, tree);
      const home = homeUnit(actor, 'catalogue.read');
      const here = tree.get(home?.unitId ?? refuse('forbidden'));
      const target = decision.clear ? decision.target : null;
      const about = { ...question, kind: question.kind ?? 'help', field: question.field ?? 'other' };
      const start = this.clocks.for(about, tx.now);
      const promise = target ? start('promise', target, null) : null;
      return {
        clear: decision.clear,
        chain: target ? tree.route(here.id, target.id).map(briefOf) : [briefOf(here)],
        target: target ? briefOf(target) : null,
        explanation: { ...decision.explanation, catalogueVersion: catalogue.version },
        queueReason: decision.clear ? null : decision.reason,
        signLimit: target ? start('sign', target, null).dueAt : null,
        dueAt: promise?.dueAt ?? null,
        promiseLimit: promise ? { amount: promise.limitAmount, unit: promise.limitUnit } : null,
      };
    });
  }
}
