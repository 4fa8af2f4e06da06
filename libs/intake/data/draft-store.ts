import { Injectable } from '@nestjs/common';
import { Sealing, type Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import type { Draft, DraftPurpose } from '../domain/draft.js';

interface DraftRow {
  id: string;
  purpose: DraftPurpose;
  subject_id: string | null;
  body_sealed: Buffer;
  version: number;
  saved_at: Date;
}

const COLUMNS = 'id, purpose, subject_id, body_sealed, version, saved_at';
/** Thirty contacts and what else a person can have left open. */
const SHOWN = 130;

/** Drafts of the transaction's account; their bodies hold whatever a worker told, so they are sealed whole. */
@Injectable()
export class DraftStore {
  constructor(private readonly sealing: Sealing) {}

  /** Locks the draft, if there is one. */
  async lock(tx: Transaction, id: string): Promise<Draft | null> {
    const found = await row<DraftRow>(
      tx,
      `select ${COLUMNS} from draft where account_id = $1 and id = $2 for update`,
      [tx.scope.accountId, id],
    );
    return found && this.opened(found);
  }

  async list(tx: Transaction): Promise<Draft[]> {
    const found = await rows<DraftRow>(
      tx,
      `select ${COLUMNS} from draft where account_id = $1
       order by purpose = 'contact' desc, saved_at desc limit ${SHOWN}`,
      [tx.scope.accountId],
    );
    return found.map((draft) => this.opened(draft));
  }

  async contactDrafts(tx: Transaction): Promise<number> {
    const found = await row<{ n: number }>(
      tx,
      "select count(*)::integer as n from draft where account_id = $1 and purpose = 'contact'",
      [tx.scope.accountId],
    );
    return found?.n ?? 0;
  }

  /** @returns false when another save of a new draft was faster */
  async put(tx: Transaction, draft: Draft): Promise<boolean> {
    const { id, purpose, subjectId, version } = draft;
    const sealed = this.sealing.seal(JSON.stringify(draft.body));
    const values = [tx.scope.accountId, id, purpose, subjectId, sealed, version, tx.now];
    const written = await changed(
      tx,
      version === 1
        ? `insert into draft (account_id, id, purpose, subject_id, body_sealed, version, saved_at)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`
        : `update draft set purpose = $3, subject_id = $4, body_sealed = $5, version = $6, saved_at = $7
           where account_id = $1 and id = $2 and version = $6 - 1`,
      values,
    );
    return written === 1;
  }

  async discard(tx: Transaction, id: string): Promise<void> {
    await changed(tx, 'delete from draft where account_id = $1 and id = $2', [tx.scope.accountId, id]);
  }

  private opened(draft: DraftRow): Draft {
    return {
      id: draft.id,
      purpose: draft.purpose,
      subjectId: draft.subject_id,
      body: JSON.parse(this.sealing.open(draft.body_sealed)) as Draft['body'],
      version: draft.version,
      savedAt: draft.saved_at,
    };
  }
}
