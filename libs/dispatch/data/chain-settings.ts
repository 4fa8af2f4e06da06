import { Injectable } from '@nestjs/common';
import { newId, type Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { ChainLead, ChainMode, ChainSetting } from '../domain/chains.js';

export interface StoredChainSetting extends ChainSetting {
  readonly id: string;
  readonly note: string | null;
  readonly by: string | null;
  readonly setAt: Date;
}

/** Dated settings, only ever added: what was in force on a day stays readable. A few dozen rows, read whole. */
@Injectable()
export class ChainSettings {
  /** Oldest first. */
  all(tx: Transaction): Promise<StoredChainSetting[]> {
    return rows<StoredChainSetting & Record<string, unknown>>(
      tx,
      `select s.id, s.industry, s.mode, s.dual_lead as "dualLead", s.unit_id as "unitId",
         s.effective_from::text as "effectiveFrom", s.note, a.display_name as by, s.set_at as "setAt"
       from chain_setting s left join account a on a.id = s.by order by s.effective_from, s.set_at, s.id`,
    );
  }

  async add(
    tx: Transaction,
    setting: {
      readonly industry: string;
      readonly mode: ChainMode;
      readonly dualLead: ChainLead | null;
      readonly unitId: string | null;
      readonly effectiveFrom: string;
      readonly note: string | null;
    },
  ): Promise<string> {
    const id = newId();
    const { industry, mode, dualLead, unitId, effectiveFrom, note } = setting;
    await rows(
      tx,
      `insert into chain_setting (id, industry, mode, dual_lead, unit_id, effective_from, note, by, set_at)
       values ($1, $2, $3, $4, $5, $6::date, $7, $8, $9)`,
      [id, industry, mode, dualLead, unitId, effectiveFrom, note, tx.scope.accountId, tx.now],
    );
    return id;
  }
}
