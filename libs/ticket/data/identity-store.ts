import { Injectable } from '@nestjs/common';
import { type Instant, phoneFingerprint, Sealing, type Transaction } from '@hotline/kernel';
import { prepared, row } from '@hotline/platform';

export const IDENTITY_FIELDS = ['name', 'phone', 'idNumber', 'address'] as const;
export type IdentityField = (typeof IDENTITY_FIELDS)[number];

/** What a worker told about themselves. `canonical` is the one spelling a number is looked up by. */
export interface ClearIdentity {
  readonly name?: { readonly clear: string; readonly masked: string };
  readonly phone?: { readonly clear: string; readonly masked: string; readonly canonical: string };
  readonly idNumber?: { readonly clear: string; readonly masked: string; readonly canonical: string };
  readonly address?: { readonly clear: string; readonly masked: string };
}

export interface IdentityMasks {
  readonly nameMasked: string | null;
  readonly phoneMasked: string | null;
  readonly idNumberMasked: string | null;
  readonly addressMasked: string | null;
}

/** A row of `identity` as JSON: byte columns in PostgreSQL's hex form, so that one statement can write it with others. */
export interface IdentityRow {
  readonly id: string;
  readonly unit_path: string;
  readonly name_sealed: string | null;
  readonly name_masked: string | null;
  readonly phone_sealed: string | null;
  readonly phone_masked: string | null;
  readonly phone_hash: string | null;
  readonly id_number_sealed: string | null;
  readonly id_number_masked: string | null;
  readonly id_number_hash: string | null;
  readonly address_sealed: string | null;
  readonly address_masked: string | null;
  readonly created_at: Instant;
}

const SEALED_COLUMNS: Readonly<Record<IdentityField, string>> = {
  name: 'name_sealed',
  phone: 'phone_sealed',
  idNumber: 'id_number_sealed',
  address: 'address_sealed',
};

const hex = (bytes: Buffer | null): string | null => bytes && `\\x${bytes.toString('hex')}`;

/** The only place where personal data of workers is sealed, and the only one where it is opened again. */
@Injectable()
export class IdentityStore {
  constructor(private readonly sealing: Sealing) {}

  /** The row to write; only masks and fingerprints of it can be read without the key. */
  sealed(id: string, unitPath: string, clear: ClearIdentity, at: Instant): IdentityRow {
    const seal = (field: { readonly clear: string } | undefined) =>
      hex(field ? this.sealing.seal(field.clear) : null);
    return {
      id,
      unit_path: unitPath,
      name_sealed: seal(clear.name),
      name_masked: clear.name?.masked ?? null,
      phone_sealed: seal(clear.phone),
      phone_masked: clear.phone?.masked ?? null,
      phone_hash: hex(clear.phone ? this.phoneFingerprint(clear.phone.canonical) : null),
      id_number_sealed: seal(clear.idNumber),
      id_number_masked: clear.idNumber?.masked ?? null,
      id_number_hash: hex(
        clear.idNumber ? this.sealing.fingerprint(`id-number:${clear.idNumber.canonical}`) : null,
      ),
      address_sealed: seal(clear.address),
      address_masked: clear.address?.masked ?? null,
      created_at: at,
    };
  }

  /** What `identity.phone_hash` holds for this number. */
  phoneFingerprint(canonical: string): Buffer {
    return phoneFingerprint(this.sealing, canonical);
  }

  async masks(tx: Transaction, id: string): Promise<IdentityMasks | null> {
    const found = await prepared<IdentityMasks>(
      tx,
      'identity-masks',
      `select name_masked as "nameMasked", phone_masked as "phoneMasked", id_number_masked as "idNumberMasked",
         address_masked as "addressMasked" from identity where id = $1`,
      [id],
    );
    return found[0] ?? null;
  }

  /** Opens the named fields and no others; null for a field the worker did not give, and for an invisible identity. */
  async reveal(
    tx: Transaction,
    id: string,
    fields: readonly IdentityField[],
  ): Promise<Record<IdentityField, string | null>> {
    const columns = fields.map((field) => `${SEALED_COLUMNS[field]} as "${field}"`).join(', ');
    const found =
      fields.length === 0
        ? null
        : await row<Partial<Record<IdentityField, Buffer | null>>>(
            tx,
            `select ${columns} from identity where id = $1`,
            [id],
          );
    const open = (field: IdentityField): string | null => {
      const sealed = found?.[field];
      return sealed ? this.sealing.open(sealed) : null;
    };
    return { name: open('name'), phone: open('phone'), idNumber: open('idNumber'), address: open('address') };
  }
}
