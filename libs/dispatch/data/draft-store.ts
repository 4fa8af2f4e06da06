import { Injectable } from '@nestjs/common';
import type { Instant, Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import type { CatalogueRule } from '../domain/catalogue.js';

/** Rules somebody is still writing. */
export interface CatalogueDraft {
  readonly id: string;
  readonly version: number;
  /** The version in which the rules were last changed. */
  readonly rulesVersion: number;
  readonly note: string;
  readonly effectiveFrom: Instant | null;
  readonly rules: readonly CatalogueRule[];
  readonly basedOn: number | null;
  readonly authorId: string;
  readonly author: string;
  readonly createdAt: Instant;
  readonly savedAt: Instant;
  readonly savedBy: string;
  readonly publishedVersion: number | null;
}

export interface DraftContent {
  readonly note: string;
  readonly effectiveFrom: Instant | null;
  readonly rules: readonly CatalogueRule[];
}

const COLUMNS = `d.id, d.version, d.rules_version as "rulesVersion", d.note, d.effective_from as "effectiveFrom", d.rules,
  d.based_on as "basedOn", d.author_id as "authorId", a.display_name as author, d.created_at as "createdAt",
  d.saved_at as "savedAt", s.display_name as "savedBy", d.published_version as "publishedVersion"`;
const FROM = `catalogue_draft d join account a on a.id = d.author_id join account s on s.id = d.saved_by`;
const OPEN = 'd.published_version is null and d.discarded_at is null';

type Row = CatalogueDraft & Record<string, unknown>;

@Injectable()
export class DraftStore {
  async insert(
    tx: Transaction,
    draft: DraftContent & { readonly id: string; readonly basedOn: number | null },
  ): Promise<void> {
    await rows(
      tx,
      `insert into catalogue_draft (id, note, effective_from, rules, based_on, author_id, created_at, saved_at, saved_by)
       values ($1, $2, $3, $4, $5, $6, $7, $7, $6)`,
      [
        draft.id,
        draft.note,
        draft.effectiveFrom,
        JSON.stringify(draft.rules),
        draft.basedOn,
        tx.scope.accountId,
        tx.now,
      ],
    );
  }

  /** Newest first. */
  list(tx: Transaction, before: string | null, limit: number): Promise<CatalogueDraft[]> {
    return rows<Row>(
      tx,
      `select ${COLUMNS} from ${FROM} where ${OPEN} and ($1::uuid is null or d.id < $1) order by d.id desc limit $2`,
      [before, limit],
    );
  }

  /** Published drafts are found too: what a version was made of. */
  find(tx: Transaction, id: string): Promise<CatalogueDraft | null> {
    return row<Row>(tx, `select ${COLUMNS} from ${FROM} where d.id = $1 and d.discarded_at is null`, [id]);
  }

  lock(tx: Transaction, id: string): Promise<CatalogueDraft | null> {
    return row<Row>(
      tx,
      `select ${COLUMNS} from ${FROM} where d.id = $1 and d.discarded_at is null for no key update of d`,
      [id],
    );
  }

  /** Saves the next version of a locked draft; the database tells whether the rules are other rules. */
  async save(tx: Transaction, id: string, { note, effectiveFrom, rules }: DraftContent): Promise<void> {
    await changed(
      tx,
      `update catalogue_draft set note = $2, effective_from = $3, rules = $4::jsonb, saved_at = $5, saved_by = $6,
         version = version + 1, rules_version = case when rules = $4::jsonb then rules_version else version + 1 end
       where id = $1 and (note, effective_from, rules) is distinct from ($2, $3::timestamptz, $4::jsonb)`,
      [id, note, effectiveFrom, JSON.stringify(rules), tx.now, tx.scope.accountId],
    );
  }

  async markPublished(tx: Transaction, id: string, version: number): Promise<void> {
    await changed(tx, 'update catalogue_draft set published_version = $2 where id = $1', [id, version]);
  }

  async discard(tx: Transaction, id: string): Promise<void> {
    await changed(tx, 'update catalogue_draft set discarded_at = $2 where id = $1', [id, tx.now]);
  }
}
