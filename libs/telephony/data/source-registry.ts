import { Injectable } from '@nestjs/common';
import { newId, refuse, Sealing, type Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import type { LineSettings, HookSettings } from '../domain/sources/settings.js';

export const SOURCE_KINDS = ['ami', 'esl', 'webhook'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** A source as people may see it: everything but its secret. */
export interface RegisteredSource {
  readonly id: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly unitId: string;
  readonly unitPath: string;
  /** of a switchboard that is connected to; null where records are delivered */
  readonly settings: LineSettings | null;
  readonly hook: HookSettings | null;
  readonly hasSecret: boolean;
  readonly enabled: boolean;
  readonly version: number;
  readonly changedAt: Date;
}

export interface NewSource {
  readonly name: string;
  readonly kind: SourceKind;
  readonly unitId: string;
  readonly unitPath: string;
  readonly settings?: LineSettings | undefined;
  readonly hook?: HookSettings | undefined;
  readonly secret: string;
  /** of the account that reads the log's table */
  readonly logSecret?: string | undefined;
}

export interface SourceEdit {
  readonly name?: string | undefined;
  readonly settings?: LineSettings | undefined;
  readonly hook?: HookSettings | undefined;
  readonly enabled?: boolean | undefined;
  readonly secret?: string | undefined;
  readonly logSecret?: string | undefined;
}

const VIEW = `s.id, s.name, s.kind, s.unit_id as "unitId", s.unit_path as "unitPath",
  case when s.kind <> 'webhook' then s.settings end as settings, case when s.kind = 'webhook' then s.settings end as hook,
  s.secret_sealed is not null as "hasSecret", s.enabled, s.version, s.changed_at as "changedAt"`;
const SEEN = `s.unit_path ^@ any ($1::text[])`;

/** The switchboards of the caller's units. */
@Injectable()
export class SourceRegistry {
  constructor(private readonly sealing: Sealing) {}

  /** One more than asked for tells that there is a next page. */
  list(tx: Transaction, after: string, limit: number): Promise<RegisteredSource[]> {
    return rows<RegisteredSource>(
      tx,
      `select ${VIEW} from telephony_source s where ${SEEN} and s.name > $2 order by s.name limit $3`,
      [tx.scope.prefixes, after, limit + 1],
    );
  }

  /** @throws Refused `not-found` when absent or out of reach */
  async find(tx: Transaction, id: string): Promise<RegisteredSource> {
    return (await this.one(tx, id, '')) ?? refuse('not-found');
  }

  /** Holds the source and its telephones still until the end of the transaction. */
  async lock(tx: Transaction, id: string): Promise<RegisteredSource> {
    return (await this.one(tx, id, 'for update')) ?? refuse('not-found');
  }

  /** The secret of the line, and that of its log's table; empty where there is none. */
  async secrets(tx: Transaction, id: string): Promise<{ secret: string; logSecret: string }> {
    const found = await row<{ sealed: Buffer | null; logSealed: Buffer | null }>(
      tx,
      'select secret_sealed as sealed, log_secret_sealed as "logSealed" from telephony_source where id = $1',
      [id],
    );
    const opened = (sealed: Buffer | null | undefined): string => (sealed ? this.sealing.open(sealed) : '');
    return { secret: opened(found?.sealed), logSecret: opened(found?.logSealed) };
  }

  /** @throws Refused `duplicate` on a name in use */
  async add(tx: Transaction, source: NewSource): Promise<string> {
    const added = await row<{ id: string }>(
      tx,
      `insert into telephony_source (id, name, kind, unit_id, unit_path, settings, secret_sealed, created_at, changed_at,
         changed_by, log_secret_sealed) values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10) on conflict (name) do nothing returning id`,
      [
        newId(),
        source.name,
        source.kind,
        source.unitId,
        source.unitPath,
        JSON.stringify(source.settings ?? source.hook),
        this.sealing.seal(source.secret),
        tx.now,
        tx.scope.accountId,
        this.sealed(source.logSecret),
      ],
    );
    return added?.id ?? refuse('duplicate', { field: 'name' });
  }

  /** Fields left out stay. */
  async change(tx: Transaction, id: string, edit: SourceEdit): Promise<void> {
    const { name = null, settings = edit.hook, enabled = null, secret, logSecret } = edit;
    const twin =
      name !== null &&
      (await row(tx, 'select 1 from telephony_source where name = $1 and id <> $2', [name, id]));
    if (twin) refuse('duplicate', { field: 'name' });
    await changed(
      tx,
      `update telephony_source set name = coalesce($2, name), settings = coalesce($3::jsonb, settings),
         enabled = coalesce($4, enabled), secret_sealed = coalesce($5, secret_sealed), version = version + 1,
         log_secret_sealed = coalesce($8, log_secret_sealed), changed_at = $6, changed_by = $7 where id = $1`,
      [
        id,
        name,
        settings ? JSON.stringify(settings) : null,
        enabled,
        this.sealed(secret),
        tx.now,
        tx.scope.accountId,
        this.sealed(logSecret),
      ],
    );
  }

  private sealed(secret: string | undefined): Buffer | null {
    return secret === undefined ? null : this.sealing.seal(secret);
  }

  private one(tx: Transaction, id: string, lock: string): Promise<RegisteredSource | null> {
    return row<RegisteredSource>(
      tx,
      `select ${VIEW} from telephony_source s where ${SEEN} and s.id = $2 ${lock}`,
      [tx.scope.prefixes, id],
    );
  }
}
