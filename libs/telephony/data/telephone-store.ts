import { Injectable } from '@nestjs/common';
import { newId, type Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import type { TelephoneKind, Tenure } from '../domain/sources/telephones.js';

export interface Telephone extends Tenure {
  readonly accountName: string;
  readonly kind: TelephoneKind;
  /** the name the switchboard's queues know the telephone by (`MemberName`) */
  readonly name: string;
  readonly queues: readonly string[];
}

export interface NewTelephone {
  readonly sourceId: string;
  readonly accountId: string;
  readonly kind: TelephoneKind;
  readonly address: string;
  readonly name: string;
  readonly queues: readonly string[];
  readonly validFrom: Date;
  readonly validTo: Date | null;
}

const VIEW = `e.id, e.source_id as "sourceId", e.account_id as "accountId", a.display_name as holder, a.name as "accountName",
  e.kind, e.address, e.name, e.queues, e.valid_from as "validFrom", e.valid_to as "validTo"
  from agent_endpoint e join account a on a.id = e.account_id`;

/** The key of the last row of a page: address and id. */
export interface TelephoneKey {
  readonly address: string;
  readonly id: string;
}

/** Whose telephone is whose. Lines are given and ended, never changed: who had it last week stays readable. */
@Injectable()
export class TelephoneStore {
  /** By address; one more than asked for tells that there is a next page. */
  list(
    tx: Transaction,
    sourceId: string,
    past: boolean,
    after: TelephoneKey | undefined,
    limit: number,
  ): Promise<Telephone[]> {
    return rows<Telephone>(
      tx,
      `select ${VIEW} where e.source_id = $1 and ($2 or e.valid_to is null or e.valid_to > $3)
         and (e.address, e.id) > ($4, $5::uuid) order by e.address, e.id limit $6`,
      [sourceId, past, tx.now, after?.address ?? '', after?.id ?? NO_ID, limit + 1],
    );
  }

  find(tx: Transaction, sourceId: string, id: string): Promise<Telephone | null> {
    return row<Telephone>(tx, `select ${VIEW} where e.source_id = $1 and e.id = $2`, [sourceId, id]);
  }

  /** Every line that could stand in the way: of this extension, and of this person at any switchboard. */
  beside(tx: Transaction, { sourceId, address, accountId, validFrom }: NewTelephone): Promise<Telephone[]> {
    return rows<Telephone>(
      tx,
      `select ${VIEW} where ((e.source_id = $1 and e.address = $2) or e.account_id = $3)
         and (e.valid_to is null or e.valid_to > $4) order by e.valid_from`,
      [sourceId, address, accountId, validFrom],
    );
  }

  /** A person of the caller's units who takes calls; the row is held, so that two lines are not given at once. */
  async holds(tx: Transaction, accountId: string): Promise<boolean> {
    const found = await row(
      tx,
      `select a.id from account a where a.id = $1 and a.active and a.kind = 'person' and exists (
         select 1 from membership m join unit u on u.id = m.unit_id where m.account_id = a.id and m.revoked_at is null
           and m.role in ('agent', 'supervisor') and u.path ^@ any ($2::text[])) for no key update of a`,
      [accountId, tx.scope.prefixes],
    );
    return found !== null;
  }

  async give(tx: Transaction, line: NewTelephone): Promise<string> {
    const id = newId();
    await changed(
      tx,
      `insert into agent_endpoint (id, source_id, account_id, kind, address, name, queues, valid_from, valid_to, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        id,
        line.sourceId,
        line.accountId,
        line.kind,
        line.address,
        line.name,
        line.queues,
        line.validFrom,
        line.validTo,
        tx.scope.accountId,
      ],
    );
    return id;
  }

  /** @returns false when the line has ended by then already, or begins only later */
  async end(tx: Transaction, id: string, at: Date): Promise<boolean> {
    const ended = await changed(
      tx,
      `update agent_endpoint set valid_to = $2 where id = $1 and (valid_to is null or valid_to > $2) and valid_from < $2`,
      [id, at],
    );
    return ended === 1;
  }
}

const NO_ID = '00000000-0000-0000-0000-000000000000';
