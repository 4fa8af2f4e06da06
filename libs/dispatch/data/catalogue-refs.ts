import { Injectable } from '@nestjs/common';
import { isId, refuse, type Transaction } from '@hotline/kernel';
import { type Actor, hasPermission } from '@hotline/organization';
import { type Catalogue, DRAFT_VERSION } from '../domain/catalogue.js';
import { Catalogues } from './catalogues.js';
import { DraftStore } from './draft-store.js';

/** Rules by their name, published or not; drafts only for those who may write them. */
@Injectable()
export class CatalogueRefs {
  constructor(
    private readonly catalogues: Catalogues,
    private readonly drafts: DraftStore,
  ) {}

  async find(tx: Transaction, actor: Actor, ref: string): Promise<Catalogue> {
    if (!isId(ref)) return this.catalogues.version(tx, Number(ref));
    const found = hasPermission(actor, 'catalogue.edit') ? await this.drafts.find(tx, ref) : null;
    if (!found) return refuse('not-found');
    const { effectiveFrom, author, note, rules, savedAt } = found;
    return { version: DRAFT_VERSION, effectiveFrom: effectiveFrom ?? savedAt, author, note, rules };
  }
}
