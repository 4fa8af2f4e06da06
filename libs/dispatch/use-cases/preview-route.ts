import { Injectable } from '@nestjs/common';
import { refuse, shanghaiDay, UnitOfWork } from '@hotline/kernel';
import {
  type Actor,
  briefOf,
  homeUnit,
  scopeOf,
  type Tree,
  type Unit,
  type UnitBrief,
  UnitTree,
} from '@hotline/organization';
import {
  type Difficulty,
  NO_RECORDS,
  type QueueReason,
  refOf,
  TicketClocks,
  type Urgency,
} from '@hotline/ticket';
import { CatalogueRefs } from '../data/catalogue-refs.js';
import { Catalogues } from '../data/catalogues.js';
import { ChainSettings } from '../data/chain-settings.js';
import type { RouteQuestion } from '../domain/catalogue.js';
import { arrivalParts } from '../domain/arrival-parts.js';
import { decideReceivers, type Receivers } from '../domain/chains.js';

export interface PreviewQuestion extends RouteQuestion {
  readonly urgency: Urgency;
  readonly difficulty: Difficulty;
  /** A version's number or a draft's id, to try it; the version in force when undefined. */
  readonly catalogue?: string | undefined;
}

export interface Preview {
  readonly clear: boolean;
  readonly chain: UnitBrief[];
  readonly target: UnitBrief | null;
  readonly support: { unit: UnitBrief; text: string }[];
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
    private readonly refs: CatalogueRefs,
    private readonly chains: ChainSettings,
    private readonly clocks: TicketClocks,
  ) {}

  run(actor: Actor, question: PreviewQuestion): Promise<Preview> {
    return this.work.read(scopeOf(actor, 'catalogue.read'), async (tx) => {
      const tree = this.units.current();
      const catalogue = question.catalogue
        ? await this.refs.find(tx, actor, question.catalogue)
        : await this.catalogues.at(tx, tx.now);
      const settings = await this.chains.all(tx);
      const receivers = decideReceivers(question, catalogue, settings, shanghaiDay(tx.now), tree);
      const decision = receivers.lead;
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
        support: target ? supportOf(question, here, target, receivers, tree) : [],
        explanation: { ...decision.explanation, catalogueVersion: catalogue.version },
        queueReason: decision.clear ? null : decision.reason,
        signLimit: target ? start('sign', target, null).dueAt : null,
        dueAt: promise?.dueAt ?? null,
        promiseLimit: promise ? { amount: promise.limitAmount, unit: promise.limitUnit } : null,
      };
    });
  }
}

/** Who would be asked for a part when the ticket arrives there. */
function supportOf(
  question: PreviewQuestion,
  here: Unit,
  target: Unit,
  { support }: Receivers,
  tree: Tree,
): Preview['support'] {
  const { places, kind = 'help', confidentiality = 'open', employer = null } = question;
  const fresh = { ...NO_RECORDS, intake: refOf(here), places, kind, confidentiality, employer };
  return arrivalParts(fresh, target, support, tree).map(({ unit, explanation }) => ({
    unit: briefOf(unit),
    text: explanation.text,
  }));
}
