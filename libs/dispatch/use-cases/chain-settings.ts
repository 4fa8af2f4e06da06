import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, shanghaiDay, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, briefOf, scopeOf, type UnitBrief, UnitTree } from '@hotline/organization';
import { INDUSTRIES } from '@hotline/ticket';
import { ChainSettings, type StoredChainSetting } from '../data/chain-settings.js';
import { chainUnit, settingFor } from '../domain/chains.js';
import { type ChainChoice, checkChain } from '../domain/check-chain.js';

export interface ShownSetting extends Omit<StoredChainSetting, 'unitId' | 'by'> {
  readonly unit: UnitBrief | null;
  readonly by: string;
  readonly inForce: boolean;
}

export interface IndustryChain {
  readonly industry: string;
  /** The industrial union the industry has by itself. */
  readonly chain: UnitBrief | null;
  /** Newest first. */
  readonly settings: readonly ShownSetting[];
}

const ROOT = 'cn/';
const SYSTEM = '系统';

/** Who leads in each industry, now and from which day on. */
@Injectable()
export class ListChainSettings {
  constructor(
    private readonly work: UnitOfWork,
    private readonly settings: ChainSettings,
    private readonly units: UnitTree,
  ) {}

  run(actor: Actor): Promise<IndustryChain[]> {
    return this.work.read(scopeOf(actor, 'catalogue.read'), (tx) => this.shown(tx));
  }

  async shown(tx: Transaction): Promise<IndustryChain[]> {
    const tree = this.units.current();
    const all = await this.settings.all(tx);
    return INDUSTRIES.map(({ code }) => {
      const chain = chainUnit(tree, code);
      const now = settingFor(all, code, shanghaiDay(tx.now));
      const own = all.filter((one) => one.industry === code).reverse();
      return {
        industry: code,
        chain: chain ? briefOf(chain) : null,
        settings: own.map(({ unitId, ...one }) => ({
          ...one,
          unit: unitId ? this.units.brief(unitId) : null,
          by: one.by ?? SYSTEM,
          inForce: one.id === now?.id,
        })),
      };
    });
  }
}

/** An administrator of the root says who leads in an industry from a day on. */
@Injectable()
export class SetChainMode {
  constructor(
    private readonly work: UnitOfWork,
    private readonly settings: ChainSettings,
    private readonly units: UnitTree,
    private readonly list: ListChainSettings,
    private readonly audit: AuditLog,
  ) {}

  async run(actor: Actor, choice: ChainChoice & { readonly note: string | null }): Promise<IndustryChain[]> {
    if (!scopeOf(actor, 'chains.manage').prefixes.includes(ROOT)) return refuse('not-in-your-units');
    return this.work.run(scopeOf(actor, 'chains.manage'), async (tx) => {
      orRefuse(checkChain(choice, this.units.current(), shanghaiDay(tx.now)));
      const id = await this.settings.add(tx, choice);
      const shown = await this.list.shown(tx);
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'chain-mode-set',
        objectKind: 'chain-setting',
        objectId: id,
        facts: { industry: choice.industry, mode: choice.mode, effectiveFrom: choice.effectiveFrom },
      });
      return shown;
    });
  }
}
