import type { IdentityRow } from '@hotline/ticket';

const PARTS = [
  ['name_sealed', 'name_masked'],
  ['phone_sealed', 'phone_masked', 'phone_hash'],
  ['id_number_sealed', 'id_number_masked', 'id_number_hash'],
  ['address_sealed', 'address_masked'],
] as const;

/** What was told now, filled up with what the contact already knew; still sealed, so no key is needed. */
export function mergeIdentity(told: IdentityRow, known: IdentityRow): IdentityRow {
  const missing = PARTS.filter(([sealed]) => told[sealed] === null).flat();
  return { ...told, ...Object.fromEntries(missing.map((column) => [column, known[column]])) };
}
