import { Injectable } from '@nestjs/common';
import { newId, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { CatalogueRefs } from '../data/catalogue-refs.js';
import { Catalogues } from '../data/catalogues.js';
import { DraftStore } from '../data/draft-store.js';
import { CatalogueDrafting, type DraftView } from './catalogue-drafting.js';

export interface DraftOrder {
  /** A version's number or another draft's id; the version in force when null. */
  readonly from: string | null;
  readonly note: string;
}

/** Begins a draft as a copy of a version or of another draft. */
@Injectable()
export class DraftCatalogue {
  constructor(
    private readonly work: UnitOfWork,
    private readonly catalogues: Catalogues,
    private readonly refs: CatalogueRefs,
    private readonly drafts: DraftStore,
    private readonly drafting: CatalogueDrafting,
  ) {}

  run(actor: Actor, { from, note }: DraftOrder): Promise<DraftView> {
    return this.work.run(scopeOf(actor, 'catalogue.edit'), async (tx) => {
      const present = await this.catalogues.at(tx, tx.now);
      const { version, rules } = from === null ? present : await this.refs.find(tx, actor, from);
      const id = newId();
      const basedOn = version > 0 ? version : present.version;
      await this.drafts.insert(tx, { id, note, effectiveFrom: null, rules, basedOn });
      return this.drafting.show(tx, actor, id);
    });
  }
}
